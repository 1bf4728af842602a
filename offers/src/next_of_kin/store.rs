//! Rows of numbers. They are about nobody.

use kernel::text::Phone;
use kernel::time::Day;
use platform::args;
use platform::db::Tx;
use platform::error::Error;

use super::rules::{Certainty, Line, Whom};

/// The numbers that hold on this day, in the order they are shown.
///
/// # Errors
/// A fault when a row cannot be read.
pub fn lines(tx: &mut Tx<'_>, today: Day) -> Result<Vec<Line>, Error> {
    let rows = tx.rows(
        "SELECT line_key, whom, number, certainty, seen_on FROM next_of_kin_line
         WHERE valid_from <= $1 AND (valid_until IS NULL OR valid_until >= $2)
         ORDER BY position, line_key, valid_from",
        args![today, today],
    )?;
    let mut lines: Vec<Line> = Vec::new();
    for row in &rows {
        let line = Line {
            key: row.text(0)?.to_owned(),
            whom: row.parsed(1, Whom::parse)?,
            number: row.parsed(2, Phone::parse)?,
            certainty: row.parsed(3, Certainty::parse)?,
            seen_on: row.parsed_or_null(4, Day::parse)?,
        };
        // A later row of the same number takes the place of an earlier one.
        lines.retain(|earlier| earlier.key != line.key);
        lines.push(line);
    }
    Ok(lines)
}
