//! How long things last: dated rows with a source, since law and habit change and places differ.

use kernel::time::Timestamp;
use platform::dated::Numbers;
use platform::db::Tx;
use platform::error::Error;

/// The limits that hold on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Days during which a closed account can be opened again; then it is deleted.
    pub closing_days: i64,
    /// Days during which two records that were put together can be taken apart.
    pub link_undo_days: i64,
    /// Minutes a code for putting two records together can be used.
    pub link_code_minutes: i64,
    /// Days a registration at the door is kept after the last time somebody said it is needed.
    pub drop_in_days: i64,
}

/// Loads them. A limit without a row for the day is our own failure: nothing is guessed.
///
/// # Errors
/// A fault that names the limit.
pub fn load(tx: &mut Tx<'_>, now: Timestamp) -> Result<Limits, Error> {
    let numbers = Numbers::read(
        tx,
        "SELECT name, value FROM people_rule
         WHERE from_day <= $1 AND (until_day IS NULL OR until_day > $2) ORDER BY from_day DESC, name",
        now,
    )?;
    Ok(Limits {
        closing_days: numbers.find("closing-days")?,
        link_undo_days: numbers.find("link-undo-days")?,
        link_code_minutes: numbers.find("link-code-minutes")?,
        drop_in_days: numbers.find("drop-in-days")?,
    })
}
