//! What is done by the clock: what opens nothing any more is removed.

use platform::error::Error;
use platform::jobs::JobRun;

use super::pin::{CODE_LIMIT, PIN_LIMIT};
use super::store::{doors, invitations};

/// Removes old codes, links, invitations that nobody took, PINs of those who have left, and counts whose window is over.
pub(super) fn tidy(run: &JobRun<'_>) -> Result<(), Error> {
    let now = run.ctx.now;
    run.app.db().write_here(move |tx| {
        doors::forget_old(tx, now)?;
        invitations::forget_old(tx, now)?;
        PIN_LIMIT.forget_old(tx, now)?;
        Ok(CODE_LIMIT.forget_old(tx, now)?)
    })
}
