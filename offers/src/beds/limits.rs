//! The numbers of this part that may change: dated rows with a source.

use kernel::capacity;
use kernel::time::Timestamp;
use platform::dated::Numbers;
use platform::db::Tx;
use platform::error::Error;

/// What holds today.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// For how long a number on the board holds.
    pub age: capacity::Limits,
    /// How far ahead a place may be held, in days.
    pub come_days: i64,
    /// How long a ward that was asked may know who it is about, in days.
    pub asking_days: i64,
    /// How long it may, after somebody has gone.
    pub following_days: i64,
    /// How far back the figures are shown, in days.
    pub figures_days: i32,
}

impl Limits {
    /// Whoever went before this is known to the ward no longer.
    #[must_use]
    pub fn gone_since(&self, now: Timestamp) -> Timestamp {
        now.plus_days(-self.following_days)
    }
}

/// The limits that hold now.
///
/// # Errors
/// A fault that names the rule.
pub fn load(tx: &mut Tx<'_>, now: Timestamp) -> Result<Limits, Error> {
    let numbers = Numbers::read(
        tx,
        "SELECT rule, amount FROM beds_rule
         WHERE jurisdiction = 'NO' AND valid_from <= $1 AND (valid_until IS NULL OR valid_until > $2)
         ORDER BY valid_from DESC, rule",
        now,
    )?;
    let age = capacity::Limits::new(numbers.find("ageing-minutes")?, numbers.find("grey-minutes")?);
    Ok(Limits {
        age: age.ok_or_else(|| Error::fault("the limits for the age of a number cannot be meant"))?,
        come_days: numbers.find("come-days")?,
        asking_days: numbers.find("asking-days")?,
        following_days: numbers.find("following-days")?,
        figures_days: numbers.find("figures-days")?,
    })
}
