//! Times that are set by somebody: dated rows with a source.

use kernel::time::Timestamp;
use platform::dated::Numbers;
use platform::db::Tx;
use platform::error::Error;

use super::following::Cause;

/// The rules of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Days until the person is asked whether the card still fits.
    pub look_again_days: i64,
    /// Minutes during which a change can be taken back.
    pub undo_minutes: i64,
    concern_hours: i64,
    overdose_hours: i64,
}

impl Limits {
    /// By when somebody gets in touch.
    #[must_use]
    pub fn due(&self, cause: Cause, now: Timestamp) -> Timestamp {
        let hours = match cause {
            Cause::Concern => self.concern_hours,
            Cause::Overdose => self.overdose_hours,
        };
        now.plus_minutes(hours * 60)
    }
}

/// Loads them. A rule without a row for the day is our own failure: nothing is guessed.
///
/// # Errors
/// A fault that names the rule.
pub fn load(tx: &mut Tx<'_>, now: Timestamp) -> Result<Limits, Error> {
    let numbers = Numbers::read(
        tx,
        "SELECT rule, amount FROM crisis_card_rule
         WHERE jurisdiction = 'NO' AND valid_from <= $1 AND (valid_until IS NULL OR valid_until > $2)
         ORDER BY valid_from DESC, rule",
        now,
    )?;
    Ok(Limits {
        look_again_days: numbers.find("look-again-days")?,
        undo_minutes: numbers.find("undo-minutes")?,
        concern_hours: numbers.find("concern-hours")?,
        overdose_hours: numbers.find("overdose-hours")?,
    })
}
