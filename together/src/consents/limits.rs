//! How long things last: dated rows with a source, since law and habit change and places differ.

use kernel::time::Timestamp;
use platform::dated::Numbers;
use platform::db::Tx;
use platform::error::Error;

/// The limits that hold on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// «One week», in days.
    pub short_days: i32,
    /// «So long as I go there», at most so many months.
    pub long_months: i32,
    /// The furthest date a share may have, in months.
    pub longest_months: i32,
    /// Days before the end when the person is asked.
    pub remind_days: u16,
    /// Days during which a change stands on the list and can be undone.
    pub undo_days: u16,
    /// Hours an emergency opening lasts.
    pub emergency_hours: u16,
    /// Working days until it must have been reviewed.
    pub review_working_days: u16,
}

/// Loads them. A limit without a row for the day is our own failure: nothing is guessed.
///
/// # Errors
/// A fault that names the limit.
pub fn load(tx: &mut Tx<'_>, now: Timestamp) -> Result<Limits, Error> {
    let numbers = Numbers::read(
        tx,
        "SELECT name, value FROM consents_rule
         WHERE from_day <= $1 AND (until_day IS NULL OR until_day > $2) ORDER BY from_day DESC, name",
        now,
    )?;
    Ok(Limits {
        short_days: numbers.find::<u16>("short-days")?.into(),
        long_months: numbers.find::<u16>("long-months")?.into(),
        longest_months: numbers.find::<u16>("longest-months")?.into(),
        remind_days: numbers.find::<u16>("remind-days")?,
        undo_days: numbers.find::<u16>("undo-days")?,
        emergency_hours: numbers.find::<u16>("emergency-hours")?,
        review_working_days: numbers.find::<u16>("review-working-days")?,
    })
}
