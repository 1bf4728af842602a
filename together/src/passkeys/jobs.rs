//! What is done by the clock: tries that nobody finished, and passkeys that open nothing any more.

use platform::error::Error;
use platform::jobs::JobRun;

use super::store;

/// Removes them.
pub(super) fn tidy(run: &JobRun<'_>) -> Result<(), Error> {
    let now = run.ctx.now;
    run.app.db().write_here(move |tx| Ok(store::forget_old(tx, now)?))
}
