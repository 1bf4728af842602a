//! Times that are set by somebody: dated rows with a source.

use kernel::time::{Day, Timestamp};
use platform::dated;
use platform::db::Tx;
use platform::error::Error;

/// The numbers of a day, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers {
    first_contact: i32,
    /// Between questions, until the person says otherwise.
    pub check_in: i64,
    /// Until a question that nobody answers becomes a call.
    pub answer: i64,
    lasts: i32,
}

impl Numbers {
    /// By which day somebody has been in touch with whoever leaves on this day.
    #[must_use]
    pub fn contact_by(&self, leaves_on: Day) -> Day {
        leaves_on.plus(self.first_contact)
    }

    /// Until when it runs before person and holder talk about how to go on.
    #[must_use]
    pub fn until(&self, from: Day) -> Day {
        from.plus(self.lasts)
    }
}

/// Loads them. A rule without a row for the day is our own failure: nothing is guessed.
///
/// # Errors
/// A fault that names the rule.
pub fn load(tx: &mut Tx<'_>, now: Timestamp) -> Result<Numbers, Error> {
    let numbers = dated::Numbers::read(
        tx,
        "SELECT rule, amount FROM aftercare_rule
         WHERE jurisdiction = 'NO' AND valid_from <= $1 AND (valid_until IS NULL OR valid_until > $2)
         ORDER BY valid_from DESC, rule",
        now,
    )?;
    Ok(Numbers {
        first_contact: numbers.find("first-contact-days")?,
        check_in: numbers.find("check-in-days")?,
        answer: numbers.find("answer-days")?,
        lasts: numbers.find("lasts-days")?,
    })
}
