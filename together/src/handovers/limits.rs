//! Times that are set by somebody: dated rows with a source.

use kernel::time::Timestamp;
use platform::dated::Numbers;
use platform::db::Tx;
use platform::error::Error;

use super::rules::Terms;

/// The numbers of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// What the protocol goes by.
    pub terms: Terms,
    /// Days after the first meeting during which the receiver sees the lines.
    pub share_days: i64,
    /// Hours during which there is a way back, where the specialist doctor has agreed.
    pub way_back_hours: i64,
    /// Days during which a passed baton stands on `/hjem`.
    pub shown_days: i64,
    /// Days during which whoever looks for somebody knows who it is.
    pub look_days: i64,
}

/// Loads them. A rule without a row for the day is our own failure: nothing is guessed.
///
/// # Errors
/// A fault that names the rule.
pub fn load(tx: &mut Tx<'_>, day: Timestamp) -> Result<Limits, Error> {
    let numbers = Numbers::read(
        tx,
        "SELECT rule, amount FROM handovers_rule
         WHERE jurisdiction = 'NO' AND valid_from <= $1 AND (valid_until IS NULL OR valid_until > $2)
         ORDER BY valid_from DESC, rule",
        day,
    )?;
    let terms = Terms {
        answer_minutes: numbers.find("answer-working-minutes")?,
        opens: numbers.find("day-opens-minute")?,
        closes: numbers.find("day-closes-minute")?,
        meet_minutes: numbers.find("meet-minutes")?,
    };
    Ok(Limits {
        terms,
        share_days: numbers.find("share-days")?,
        way_back_hours: numbers.find("way-back-hours")?,
        shown_days: numbers.find("shown-days")?,
        look_days: numbers.find("look-days")?,
    })
}
