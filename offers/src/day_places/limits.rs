//! The numbers of this part that may change: dated rows with a source.

use kernel::capacity;
use kernel::time::Timestamp;
use platform::dated::Numbers;
use platform::db::Tx;
use platform::error::Error;

/// What holds today.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// For how long a number holds.
    pub age: capacity::Limits,
    /// How far ahead a first day may be, in days.
    pub start_days: i32,
}

/// The limits that hold now.
///
/// # Errors
/// A fault that names the rule.
pub fn load(tx: &mut Tx<'_>, now: Timestamp) -> Result<Limits, Error> {
    let numbers = Numbers::read(
        tx,
        "SELECT rule, amount FROM day_places_rule
         WHERE jurisdiction = 'NO' AND valid_from <= $1 AND (valid_until IS NULL OR valid_until > $2)
         ORDER BY valid_from DESC, rule",
        now,
    )?;
    let age = capacity::Limits::new(numbers.find("ageing-minutes")?, numbers.find("grey-minutes")?);
    let age = age.ok_or_else(|| Error::fault("the limits for the age of a number cannot be meant"))?;
    Ok(Limits { age, start_days: numbers.find("start-days")? })
}
