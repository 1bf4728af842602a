//! The machine looks for limits of law that have passed, and tells of each once.

use platform::door;
use platform::error::Error;
use platform::jobs::JobRun;

use super::limits::Kind;
use super::store::{breaches, clocks};
use super::work;

/// Writes the breaches nobody has written yet.
pub fn find_breaches(run: &JobRun<'_>) -> Result<(), Error> {
    let today = run.ctx.now.day();
    let late = run.app.db().read_here(|tx| breaches::unfound(tx, today))?;
    for (person, id) in late {
        let found = door::execute_here(run.app, &run.ctx, run.part, "find-breach", move |tx, desk| {
            let permit = desk.delivery(tx, &person)?;
            let clock = clocks::by_id(tx, &permit, &id)?;
            let due = clock.and_then(|clock| clock.due).filter(|due| due.kind == Kind::Law && due.on < today);
            due.map_or(Ok(()), |due| work::tell_breach(tx, desk, &permit, &id, due))
        });
        match found {
            // Somebody who is gone in the meantime waits for nothing.
            Err(Error::Denied(_)) => {}
            other => other?,
        }
    }
    Ok(())
}
