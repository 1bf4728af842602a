//! By the clock: registrations at a door whose time is over.

use platform::db::Tx;
use platform::door;
use platform::error::Error;
use platform::jobs::JobRun;

use super::store::door as drop_ins;
use super::{CHARTER, acts};

/// Closes a few at a time, each in a commit of its own.
///
/// # Errors
/// A fault when the database says no.
pub fn lapse(run: &JobRun<'_>) -> Result<(), Error> {
    let now = run.ctx.now;
    let over = run.app.db().read_here(move |tx: &mut Tx<'_>| drop_ins::over(tx, now))?;
    for person in over {
        door::execute_here(run.app, &run.ctx, &CHARTER, "lapse", move |tx, desk| acts::lapse(tx, desk, &person, now))?;
    }
    Ok(())
}
