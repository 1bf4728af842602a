//! Numbers that are set by somebody: dated rows with a source, and each service's own number for silence.

use kernel::id::{AccountId, OrganisationId};
use kernel::time::Timestamp;
use platform::args;
use platform::dated::Numbers;
use platform::db::Tx;
use platform::error::Error;

/// Fewest and most days a service may set.
pub const QUIET_DAYS: std::ops::RangeInclusive<i64> = 2..=120;

/// The numbers of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Days without contact until somebody is told.
    pub silence_days: i64,
    /// Days before an end during which an accepted step counts for it.
    pub step_days: i64,
    /// Appointments that came to nothing until it is a series.
    pub missed_times: i64,
    /// Within how many days.
    pub missed_days: i64,
}

/// Loads them. A rule without a row for the day is our own failure: nothing is guessed.
///
/// # Errors
/// A fault that names the rule.
pub fn load(tx: &mut Tx<'_>, now: Timestamp) -> Result<Limits, Error> {
    let numbers = Numbers::read(
        tx,
        "SELECT rule, amount FROM gaps_rule
         WHERE jurisdiction = 'NO' AND valid_from <= $1 AND (valid_until IS NULL OR valid_until > $2)
         ORDER BY valid_from DESC, rule",
        now,
    )?;
    Ok(Limits {
        silence_days: numbers.find("silence-days")?,
        step_days: numbers.find("step-days")?,
        missed_times: numbers.find("missed-times")?,
        missed_days: numbers.find("missed-days")?,
    })
}

/// How many days of silence this organisation has set for itself; nothing when it goes by the rule.
///
/// # Errors
/// A fault.
pub fn quiet_days(tx: &mut Tx<'_>, organisation: &OrganisationId, now: Timestamp) -> Result<Option<i64>, Error> {
    let row = tx.row(
        "SELECT days FROM gaps_quiet WHERE organisation_id = $1 AND from_at <= $2 ORDER BY from_at DESC LIMIT 1",
        args![organisation, now],
    )?;
    Ok(row.map(|row| row.int(0)).transpose()?)
}

/// The organisation sets its own number, from now on. What was set before stays as a row of its time.
///
/// # Errors
/// A fault.
pub fn set_quiet_days(
    tx: &mut Tx<'_>,
    organisation: &OrganisationId,
    days: i64,
    by: &AccountId,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO gaps_quiet (organisation_id, from_at, days, set_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT (organisation_id, from_at) DO UPDATE SET days = EXCLUDED.days, set_by = EXCLUDED.set_by",
        args![organisation, now, days, by],
    )?;
    Ok(())
}
