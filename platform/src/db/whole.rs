//! Whole tables by name, for what walks all of them: backup, restore and erasure. Everything else names its statements.

use super::{Inner, Row, Tx, Value, sqlite};
use crate::error::Fault;

impl Tx<'_> {
    /// The columns of a table, in the order in which it was made.
    ///
    /// # Errors
    /// A [`Fault`] for a name that is not a plain table name, or when the database says no.
    pub fn columns_of(&mut self, table: &str) -> Result<Vec<String>, Fault> {
        plain(table)?;
        let found = match &mut self.inner {
            Inner::Lite(connection) => sqlite::columns_of(connection, table),
            Inner::Pg(connection) => connection.columns_of(table),
        };
        self.heed(found)
    }

    /// Hands over every row of a table, a few at a time, so that a large table needs no more memory than a small one.
    ///
    /// # Errors
    /// What `each` answers, or a [`Fault`] as [`Tx::columns_of`].
    pub fn walk(
        &mut self,
        table: &str,
        columns: &[String],
        each: &mut dyn FnMut(&Row) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let sql = format!("SELECT {} FROM {table}", listed(table, columns)?);
        let walked = match &mut self.inner {
            Inner::Lite(connection) => sqlite::walk(connection, &sql, each),
            Inner::Pg(connection) => connection.walk(&sql, each),
        };
        self.heed(walked)
    }

    /// Puts rows into a table. The cells stand in the order of `columns`.
    ///
    /// # Errors
    /// A [`Fault`] as [`Tx::columns_of`].
    pub fn pour(&mut self, table: &str, columns: &[String], rows: &[Vec<Value>]) -> Result<(), Fault> {
        let head = format!("INSERT INTO {table} ({}) VALUES", listed(table, columns)?);
        let poured = match &mut self.inner {
            Inner::Lite(connection) => {
                let sql = format!("{head} {}", places(columns.len(), 1));
                rows.iter().try_for_each(|row| sqlite::run(connection, &sql, row).map(|_| ()))
            }
            Inner::Pg(connection) => {
                // The protocol counts parameters in 16 bits.
                let at_once = (60_000 / columns.len().max(1)).clamp(1, 500);
                rows.chunks(at_once).try_for_each(|rows| {
                    let sql = format!("{head} {}", places(columns.len(), rows.len()));
                    connection.run_text(&sql, &rows.concat()).map(|_| ())
                })
            }
        };
        self.heed(poured)
    }

    /// How many rows a table has.
    ///
    /// # Errors
    /// A [`Fault`] as [`Tx::columns_of`].
    pub fn count(&mut self, table: &str) -> Result<u64, Fault> {
        plain(table)?;
        let sql = format!("SELECT count(*) FROM {table}");
        let found = match &mut self.inner {
            Inner::Lite(connection) => sqlite::rows(connection, &sql, &[]),
            Inner::Pg(connection) => connection.rows_text(&sql),
        };
        let found = self.heed(found)?;
        let count = found.first().map_or(Ok(0), |row| row.int(0))?;
        Ok(u64::try_from(count).unwrap_or(0))
    }

    /// Takes every row out of a table, or only those whose `column` holds this.
    ///
    /// # Errors
    /// A [`Fault`] as [`Tx::columns_of`].
    pub fn clear(&mut self, table: &str, only: Option<(&str, Value)>) -> Result<u64, Fault> {
        plain(table)?;
        let (sql, args) = match only {
            None => (format!("DELETE FROM {table}"), Vec::new()),
            Some((column, value)) => {
                plain(column)?;
                (format!("DELETE FROM {table} WHERE {column} = $1"), vec![value])
            }
        };
        let cleared = match &mut self.inner {
            Inner::Lite(connection) => sqlite::run(connection, &sql, &args),
            Inner::Pg(connection) => connection.run_text(&sql, &args),
        };
        self.heed(cleared)
    }

    /// Takes a table away.
    ///
    /// # Errors
    /// A [`Fault`] as [`Tx::columns_of`].
    pub fn drop_table(&mut self, table: &str) -> Result<(), Fault> {
        plain(table)?;
        self.script(&format!("DROP TABLE {table}"))
    }
}

/// Names go into the text of a statement, so they may only be names.
fn plain(name: &str) -> Result<(), Fault> {
    let fine = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if !name.is_empty() && name.bytes().all(fine) {
        Ok(())
    } else {
        Err(Fault::new("a table name is lower-case letters, digits and underscores"))
    }
}

fn listed(table: &str, columns: &[String]) -> Result<String, Fault> {
    plain(table)?;
    if columns.is_empty() {
        return Err(Fault::new("a table has at least one column"));
    }
    columns.iter().try_for_each(|column| plain(column))?;
    Ok(columns.join(", "))
}

/// `($1, $2), ($3, $4)`.
fn places(columns: usize, rows: usize) -> String {
    let row = |row: usize| {
        let names: Vec<String> = (1..=columns).map(|column| format!("${}", row * columns + column)).collect();
        format!("({})", names.join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}
