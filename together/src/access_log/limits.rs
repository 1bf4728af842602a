//! What is promised and from when something is worth a question: dated rows with a source.

use kernel::time::Timestamp;
use platform::dated::Numbers;
use platform::db::Tx;
use platform::error::Error;

/// The limits that hold on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Days within which a question is answered.
    pub answer_days: i32,
    /// Most questions of one person that wait at a time.
    pub open_questions: usize,
    /// Days that are looked at together.
    pub pattern_days: i32,
    /// Days the counts are kept.
    pub tally_kept_days: i32,
    /// More persons than this in one day.
    pub day_persons: i64,
    /// More looks than this at one person, with nothing written.
    pub same_person: i64,
    /// More looks than this at night.
    pub outside_hours: i64,
    /// More denied tries than this.
    pub denied_tries: i64,
    /// The hour at which the night begins.
    pub night_from: u8,
    /// The hour at which it ends.
    pub night_until: u8,
}

/// Loads them. A limit without a row for the day is our own failure: nothing is guessed.
///
/// # Errors
/// A fault that names the limit.
pub fn load(tx: &mut Tx<'_>, now: Timestamp) -> Result<Limits, Error> {
    let numbers = Numbers::read(
        tx,
        "SELECT name, value FROM access_log_rule
         WHERE from_day <= $1 AND (until_day IS NULL OR until_day > $2) ORDER BY from_day DESC, name",
        now,
    )?;
    Ok(Limits {
        answer_days: numbers.find::<u8>("answer-days")?.into(),
        open_questions: numbers.find::<u8>("open-questions")?.into(),
        pattern_days: numbers.find::<u8>("pattern-days")?.into(),
        tally_kept_days: numbers.find::<u8>("tally-kept-days")?.into(),
        day_persons: numbers.find::<u8>("day-persons")?.into(),
        same_person: numbers.find::<u8>("same-person")?.into(),
        outside_hours: numbers.find::<u8>("outside-hours")?.into(),
        denied_tries: numbers.find::<u8>("denied-tries")?.into(),
        night_from: numbers.find::<u8>("night-from")?,
        night_until: numbers.find::<u8>("night-until")?,
    })
}
