//! An `INSERT` that takes many rows.

use std::sync::OnceLock;

use super::Value;

/// The cells of one row, in the order of the statement's parameters.
pub type Note = Vec<Value>;

/// Rows in one statement at most: each number of rows is a statement of its own, which every connection prepares once.
pub(super) const ROWS: usize = 32;

/// An `INSERT … VALUES ($1, …, $n)` that is also known with several rows.
#[derive(Debug)]
pub struct Insert {
    one: &'static str,
    several: OnceLock<Vec<String>>,
}

impl Insert {
    /// From the statement for one row, which ends with its parameters.
    #[must_use]
    pub const fn new(one: &'static str) -> Insert {
        Insert { one, several: OnceLock::new() }
    }

    pub(super) const fn one(&self) -> &'static str {
        self.one
    }

    /// The statement for so many rows; nothing for more than [`ROWS`].
    pub(super) fn of(&'static self, rows: usize) -> Option<&'static str> {
        let several = self.several.get_or_init(|| (1..=ROWS).map(|rows| with_rows(self.one, rows)).collect());
        several.get(rows.checked_sub(1)?).map(String::as_str)
    }
}

fn with_rows(one: &str, rows: usize) -> String {
    let (head, group) = one.split_once("VALUES").unwrap_or((one, ""));
    let cells = group.matches('$').count();
    let row = |row: usize| {
        let names: Vec<String> = (1..=cells).map(|cell| format!("${}", row * cells + cell)).collect();
        format!("({})", names.join(", "))
    };
    let all: Vec<String> = (0..rows).map(row).collect();
    format!("{head}VALUES {}", all.join(", "))
}

#[cfg(test)]
mod tests {
    use super::{Insert, ROWS};

    static TWO: Insert = Insert::new("INSERT INTO x (a, b)\n  VALUES ($1, $2)");

    #[test]
    fn each_row_has_parameters_of_its_own() {
        assert_eq!(TWO.of(1), Some("INSERT INTO x (a, b)\n  VALUES ($1, $2)"));
        assert_eq!(TWO.of(3), Some("INSERT INTO x (a, b)\n  VALUES ($1, $2), ($3, $4), ($5, $6)"));
        assert_eq!((TWO.of(0), TWO.of(ROWS + 1)), (None, None));
    }
}
