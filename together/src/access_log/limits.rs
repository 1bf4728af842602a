//! What is promised and from when something is worth a question: dated rows with a source.

use kernel::time::Timestamp;
use platform::args;
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
    let today = now.day();
    let rows = tx.rows(
        "SELECT name, value FROM access_log_rule
         WHERE from_day <= $1 AND (until_day IS NULL OR until_day > $2) ORDER BY from_day DESC, name",
        args![today, today],
    )?;
    let mut values = Vec::new();
    for row in &rows {
        values.push((row.text(0)?.to_owned(), row.int(1)?));
    }
    let find = |name: &str| {
        let value = values.iter().find(|(of, _)| of == name).and_then(|(_, value)| u8::try_from(*value).ok());
        value.ok_or_else(|| Error::fault(format!("there is no rule for {name} today")))
    };
    Ok(Limits {
        answer_days: find("answer-days")?.into(),
        open_questions: find("open-questions")?.into(),
        pattern_days: find("pattern-days")?.into(),
        tally_kept_days: find("tally-kept-days")?.into(),
        day_persons: find("day-persons")?.into(),
        same_person: find("same-person")?.into(),
        outside_hours: find("outside-hours")?.into(),
        denied_tries: find("denied-tries")?.into(),
        night_from: find("night-from")?,
        night_until: find("night-until")?,
    })
}
