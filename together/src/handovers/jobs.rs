//! What the clock does: what is late goes up, and what lies goes back.

use platform::door;
use platform::error::Error;
use platform::jobs::JobRun;

use super::store::lists;
use super::work;

/// Looks at every baton whose time is out. Each is a commit of its own: one that cannot be moved does not hold the others.
///
/// # Errors
/// A fault, after the others have been seen to.
pub fn clock(run: &JobRun<'_>) -> Result<(), Error> {
    let now = run.ctx.now;
    let due = run.app.db().read_here(|tx| lists::due(tx, now))?;
    let mut failed = None;
    for (person, id) in due {
        let moved = door::execute_here(run.app, &run.ctx, run.part, "clock", move |tx, desk| {
            match work::tick(tx, desk, &person, &id) {
                // Somebody else moved it, or it was erased: then time has nothing to do here.
                Err(Error::Missing | Error::Refused(_)) => Ok(()),
                other => other,
            }
        });
        failed = moved.err().or(failed);
    }
    failed.map_or(Ok(()), Err)
}
