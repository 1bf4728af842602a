//! What happens after a contact, and what is forgotten by itself.

use kernel::id::RowId;
use platform::door;
use platform::error::Error;
use platform::jobs::JobRun;

use super::store;

/// After a contact: the person is asked the next time they are at home. Whoever has not said who they are is not.
pub fn ask(run: &JobRun<'_>) -> Result<(), Error> {
    let Some((Some(person), _)) = run.fact.clone() else { return Ok(()) };
    let asked = door::execute_here(run.app, &run.ctx, run.part, "ask", move |tx, desk| {
        let permit = desk.delivery(tx, &person)?;
        if permit.card().provisional {
            return Ok(());
        }
        store::ask(tx, &permit, &RowId::from_bits(desk.bits()), desk.now())
    });
    match asked {
        // Somebody who is gone in the meantime is not asked.
        Err(Error::Denied(_)) => Ok(()),
        other => other,
    }
}

/// A question that nobody has answered goes away.
pub fn forget(run: &JobRun<'_>) -> Result<(), Error> {
    door::execute_here(run.app, &run.ctx, run.part, "forget", |tx, desk| store::forget(tx, desk.now()))
}
