//! What the clock does: what is late goes up, what lies goes back, and a search that nobody reports is over after its days.

use platform::error::Error;
use platform::jobs::JobRun;

use super::store::{lists, searches};
use super::{limits, work};

/// Looks at every baton whose time is out, and at the searches that nobody has reported.
///
/// # Errors
/// A fault, after the others have been seen to.
pub fn clock(run: &JobRun<'_>) -> Result<(), Error> {
    let now = run.ctx.now;
    let due = run.app.db().read_here(|tx| lists::due(tx, now))?;
    let moved = run.each("clock", due, |tx, desk, (person, id)| match work::tick(tx, desk, person, id) {
        // Somebody else moved it, or it was erased: then time has nothing to do here.
        Err(Error::Missing | Error::Refused(_)) => Ok(()),
        other => other,
    });
    end_searches(run)?;
    moved
}

/// Ends the searches that nobody has reported in the days during which the team knows who it is.
fn end_searches(run: &JobRun<'_>) -> Result<(), Error> {
    let now = run.ctx.now;
    let unreported = run.app.db().read_here(|tx| {
        let days = limits::load(tx, now)?.look_days;
        searches::unreported(tx, now.plus_days(-days))
    })?;
    run.each("clock", unreported, |tx, desk, (person, id)| {
        let permit = desk.delivery(tx, person)?;
        searches::lapse(tx, desk, &permit, id)
    })
}
