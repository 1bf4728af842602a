//! Whole tables: a cursor inside the snapshot, so that neither side holds more than a few rows.

use super::super::{Row, Value};
use super::cells::read_rows;
use super::connection::{Connection, as_parameters};
use crate::error::Fault;

/// Rows fetched first, when nobody knows how large they are, and at most.
const FEW: usize = 16;
const MANY: usize = 2048;
/// Bytes of a fetch beyond which the next one is smaller.
const HEAVY: usize = 1 << 20;

impl Connection {
    /// A change whose text was put together: it is prepared anew each time.
    pub(in crate::db) fn run_text(&mut self, sql: &str, args: &[Value]) -> Result<u64, Fault> {
        self.run_first(|own| own.send(async |client| client.execute(sql, &as_parameters(args)).await))
    }

    /// A query whose text was put together.
    pub(in crate::db) fn rows_text(&mut self, sql: &str) -> Result<Vec<Row>, Fault> {
        read_rows(&self.run_first(|own| own.send(async |client| client.query(sql, &[]).await))?)
    }

    /// The columns of a table; the name has been checked.
    pub(in crate::db) fn columns_of(&mut self, table: &str) -> Result<Vec<String>, Fault> {
        let found = self.rows(
            "SELECT CAST(column_name AS TEXT) FROM information_schema.columns
             WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position",
            &[Value::from(table)],
        )?;
        found.iter().map(|row| row.text(0).map(str::to_owned)).collect()
    }

    /// Hands over the rows of a query one by one.
    pub(in crate::db) fn walk(&mut self, sql: &str, each: &mut dyn FnMut(&Row) -> Result<(), Fault>) -> Result<(), Fault> {
        self.plain(&format!("DECLARE walk NO SCROLL CURSOR FOR {sql}"))?;
        let mut fetch = FEW;
        loop {
            let rows = self.rows_text(&format!("FETCH {fetch} FROM walk"))?;
            let bytes: usize = rows.iter().flat_map(Row::cells).map(weight).sum();
            for row in &rows {
                each(row)?;
            }
            if rows.len() < fetch {
                break;
            }
            fetch = if bytes > HEAVY { fetch / 2 } else { fetch * 2 }.clamp(1, MANY);
        }
        self.plain("CLOSE walk")
    }
}

fn weight(value: &Value) -> usize {
    match value {
        Value::Text(text) => text.len(),
        Value::Blob(bytes) => bytes.len(),
        Value::Int(_) | Value::Null => 8,
    }
}
