//! By the clock: registrations at a door whose time is over.

use platform::db::Tx;
use platform::error::Error;
use platform::jobs::JobRun;

use super::acts;
use super::store::door as drop_ins;

/// Closes a few at a time, each in a commit of its own.
///
/// # Errors
/// A fault when the database says no.
pub fn lapse(run: &JobRun<'_>) -> Result<(), Error> {
    let now = run.ctx.now;
    let over = run.app.db().read_here(move |tx: &mut Tx<'_>| drop_ins::over(tx, now))?;
    run.each("lapse", over, move |tx, desk, person| acts::lapse(tx, desk, person, now))
}
