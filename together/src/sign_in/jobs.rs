//! What goes away by itself: tries whose window is over, ways back that are over, cards that were voided long ago.

use platform::error::Error;
use platform::jobs::JobRun;

use super::{limits, store};

/// Days a case and a voided card are kept.
pub const KEPT_DAYS: i64 = 30;

/// Tidies up.
///
/// # Errors
/// A fault when the database says no.
pub fn tidy(run: &JobRun<'_>) -> Result<(), Error> {
    let (now, before) = (run.ctx.now, run.ctx.now.plus_days(-KEPT_DAYS));
    run.app.db().write_here(move |tx| {
        limits::forget_old(tx, now)?;
        store::forget_before(tx, before)
    })
}
