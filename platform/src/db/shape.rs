//! Tables as the database itself describes them, and the few statements made from that description.
//!
//! Erasing, clearing and taking along must reach tables that nobody had thought of when these were written. So they ask the
//! database which columns there are instead of trusting a list. The names come from our own migrations, never from outside.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use super::{Inner, Row, Tx, Value, sqlite};
use crate::error::Fault;

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Its name.
    pub table: &'static str,
    /// Its columns, in their order.
    pub columns: Vec<&'static str>,
    /// What each column takes: an empty value of its kind.
    pub kinds: Vec<Value>,
    /// The columns of its key, in their order.
    pub key: Vec<&'static str>,
}

/// Which of its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// Where this column holds this value.
    Is(&'static str, Value),
    /// Where this column holds something smaller: an earlier instant.
    Before(&'static str, Value),
    /// Where any of these columns holds this value.
    Anywhere(Vec<&'static str>, Value),
}

impl Which {
    fn condition(&self, number: usize) -> String {
        match self {
            Which::Is(column, _) => format!("{column} = ${number}"),
            Which::Before(column, _) => format!("{column} < ${number}"),
            Which::Anywhere(columns, _) => format!("${number} IN ({})", columns.join(", ")),
        }
    }

    fn value(&self) -> Value {
        match self {
            Which::Is(_, value) | Which::Before(_, value) | Which::Anywhere(_, value) => value.clone(),
        }
    }
}

impl Shape {
    /// The columns that hold a person's id.
    pub fn persons(&self) -> impl Iterator<Item = &'static str> {
        self.columns.iter().copied().filter(|column| *column == "person_id" || column.ends_with("_person_id"))
    }

    /// The column with this name, when there is one.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&'static str> {
        self.columns.iter().copied().find(|column| *column == name)
    }

    /// The columns that take text.
    pub fn texts(&self) -> impl Iterator<Item = &'static str> {
        let typed = self.columns.iter().copied().zip(&self.kinds);
        typed.filter(|(_, kind)| matches!(kind, Value::Text(_))).map(|(column, _)| column)
    }

    /// Where in the columns each part of the key stands.
    #[must_use]
    pub fn key_of(&self, row: &Row) -> Vec<Value> {
        let place = |name: &&str| self.columns.iter().position(|column| column == name);
        self.key.iter().filter_map(|name| row.cells().get(place(name)?).cloned()).collect()
    }
}

impl Tx<'_> {
    /// Every table there is, by name.
    ///
    /// # Errors
    /// A [`Fault`] when the database says no.
    pub fn shapes(&mut self) -> Result<Vec<Shape>, Fault> {
        let rows = match &mut self.inner {
            Inner::Lite(connection) => sqlite::columns(connection),
            Inner::Pg(connection) => connection.columns(),
        };
        let rows = self.heed(rows)?;
        let mut shapes: Vec<(Shape, Vec<(i64, &'static str)>)> = Vec::new();
        for row in &rows {
            let (table, column, place) = (kept(row.text(0)?), kept(row.text(1)?), row.int(2)?);
            if shapes.last().is_none_or(|(last, _)| last.table != table) {
                shapes.push((Shape { table, columns: Vec::new(), kinds: Vec::new(), key: Vec::new() }, Vec::new()));
            }
            let Some((shape, key)) = shapes.last_mut() else { continue };
            shape.columns.push(column);
            shape.kinds.push(empty(row.text(3)?));
            if place > 0 {
                key.push((place, column));
            }
        }
        Ok(shapes.into_iter().map(with_key).collect())
    }

    /// The next rows of a table, all columns, in the order of the key; after a row whose key is given.
    ///
    /// # Errors
    /// A [`Fault`] when the table has no key, or the database says no.
    pub fn rows_of(&mut self, shape: &Shape, which: &Which, after: Option<&[Value]>) -> Result<Vec<Row>, Fault> {
        let key = joined(shape)?;
        let mut args = vec![which.value()];
        let further = after.map_or(String::new(), |after| {
            args.extend(after.iter().cloned());
            let numbers: Vec<String> = (2..=after.len() + 1).map(|n| format!("${n}")).collect();
            format!(" AND ({key}) > ({})", numbers.join(", "))
        });
        let (columns, table, condition) = (shape.columns.join(", "), shape.table, which.condition(1));
        let sql = format!("SELECT {columns} FROM {table} WHERE {condition}{further} ORDER BY {key} LIMIT 500");
        self.rows(kept(&sql), &args)
    }

    /// The keys of up to 500 rows of a table.
    ///
    /// # Errors
    /// As [`Tx::rows_of`].
    pub fn keys_of(&mut self, shape: &Shape, which: &Which) -> Result<Vec<Vec<Value>>, Fault> {
        let (key, table, condition) = (joined(shape)?, shape.table, which.condition(1));
        let sql = format!("SELECT {key} FROM {table} WHERE {condition} ORDER BY {key} LIMIT 500");
        Ok(self.rows(kept(&sql), &[which.value()])?.iter().map(|row| row.cells().to_vec()).collect())
    }

    /// How many rows.
    ///
    /// # Errors
    /// A [`Fault`] when the database says no.
    pub fn count_of(&mut self, shape: &Shape, which: &Which) -> Result<i64, Fault> {
        let (table, condition) = (shape.table, which.condition(1));
        let sql = format!("SELECT CAST(count({}) AS BIGINT) FROM {table} WHERE {condition}", joined_first(shape)?);
        self.row(kept(&sql), &[which.value()])?.map_or(Ok(0), |row| row.int(0))
    }

    /// Deletes the row with this key, if it is still one of those that were meant.
    ///
    /// # Errors
    /// As [`Tx::rows_of`].
    pub fn delete_one(&mut self, shape: &Shape, which: &Which, key: &[Value]) -> Result<u64, Fault> {
        joined(shape)?;
        let columns = shape.key.iter().enumerate().map(|(n, column)| format!("{column} = ${}", n + 1));
        let place = columns.collect::<Vec<_>>().join(" AND ");
        let (table, condition) = (shape.table, which.condition(shape.key.len() + 1));
        let args: Vec<Value> = key.iter().cloned().chain([which.value()]).collect();
        self.run(kept(&format!("DELETE FROM {table} WHERE {place} AND {condition}")), &args)
    }
}

fn with_key((mut shape, mut key): (Shape, Vec<(i64, &'static str)>)) -> Shape {
    key.sort_unstable();
    shape.key = key.into_iter().map(|(_, column)| column).collect();
    shape
}

/// A column's type as either database says it.
fn empty(kind: &str) -> Value {
    match kind {
        "INTEGER" | "bigint" => Value::Int(0),
        "BLOB" | "bytea" => Value::Blob(Vec::new()),
        _ => Value::Text(String::new()),
    }
}

fn joined(shape: &Shape) -> Result<String, Fault> {
    joined_first(shape).map(|_| shape.key.join(", "))
}

fn joined_first(shape: &Shape) -> Result<&'static str, Fault> {
    shape.key.first().copied().ok_or_else(|| Fault::new(format!("the table {} has no key", shape.table)))
}

/// Names and statements live as long as the process, each once: there are as many as there are tables and columns.
fn kept(text: &str) -> &'static str {
    static KEPT: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut all = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(found) = all.get(text) {
        return found;
    }
    let made: &'static str = Box::leak(text.to_owned().into_boxed_str());
    all.insert(made);
    made
}
