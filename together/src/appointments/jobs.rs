//! What is told by the clock: that an appointment is soon. The reminder itself says nothing of what it is.

use platform::dated::Numbers;
use platform::door;
use platform::error::Error;
use platform::jobs::JobRun;

use super::{SOON, store};

const RULES: &str = "SELECT name, value FROM appointments_rule
     WHERE from_day <= $1 AND (until_day IS NULL OR until_day > $2) ORDER BY name, from_day DESC";

/// Tells `AppointmentSoon` once for each appointment, so many hours before as the dated row says.
///
/// # Errors
/// A fault.
pub fn soon(run: &JobRun<'_>) -> Result<(), Error> {
    let now = run.ctx.now;
    loop {
        let due = run.app.db().read_here(|tx| {
            let hours: i64 = Numbers::read(tx, RULES, now)?.find("remind-hours")?;
            store::soon(tx, now, now.plus_minutes(hours * 60))
        })?;
        if due.is_empty() {
            return Ok(());
        }
        door::execute_here(run.app, &run.ctx, run.part, "soon", move |tx, desk| {
            for (person, id) in &due {
                if store::told_soon(tx, person, id, now)? {
                    desk.tell(tx, SOON, Some(person), id.as_str())?;
                }
            }
            desk.note_nobody();
            Ok(())
        })?;
    }
}
