//! What stands in a calendar outside: times, and nothing about what they are for.

use kernel::id::RowId;
use platform::access::{Desk, Permit};
use platform::args;
use platform::charter::CalendarEntry;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

use super::rules::Standing;

/// How long a time is taken to last: the part does not ask.
const MINUTES: i64 = 60;

/// The person's own times from today on, or the employee's.
///
/// # Errors
/// A denial for a permit that is not the person's own, or a fault.
pub fn read(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: Option<&Permit>) -> Result<Vec<CalendarEntry>, Error> {
    let from = desk.now().plus_days(-1);
    let rows = match (permit.filter(|permit| permit.is_own()), desk.ctx().actor.account.as_ref()) {
        (Some(own), _) => tx.rows(
            "SELECT appointment_id, version, at, state FROM appointments_appointment WHERE person_id = $1 AND at >= $2
             ORDER BY at, appointment_id LIMIT 300",
            args![own.person(), from],
        )?,
        (None, Some(account)) => tx.rows(
            "SELECT appointment_id, version, at, state FROM appointments_appointment WHERE account_id = $1 AND at >= $2
             ORDER BY at, appointment_id LIMIT 300",
            args![account, from],
        )?,
        (None, None) => Vec::new(),
    };
    Ok(rows.iter().map(entry).collect::<Result<_, Fault>>()?)
}

fn entry(row: &Row) -> Result<CalendarEntry, Fault> {
    Ok(CalendarEntry {
        id: row.parsed(0, RowId::parse)?.to_string(),
        sequence: row.int(1)?,
        starts: row.time(2)?,
        minutes: MINUTES,
        cancelled: row.parsed(3, Standing::parse)? == Standing::Cancelled,
        place: None,
    })
}
