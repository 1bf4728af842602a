//! What the machine does: it finds the next holder where one has left, and forgets links that open nothing.

use platform::door;
use platform::error::Error;
use platform::jobs::JobRun;

use super::store::{links, lists};
use super::{limits, work};

/// Nobody's referral is held by somebody who has left.
pub fn pass_on(run: &JobRun<'_>) -> Result<(), Error> {
    let now = run.ctx.now;
    let left = run.app.db().read_here(move |tx| lists::left_behind(tx, now))?;
    run.each("pass-on", left, |tx, desk, (person, id)| work::pass_on(tx, desk, person, id))
}

/// Links are kept as long again as they could be used, so that nobody can tell when one was forgotten; then they go.
pub fn forget(run: &JobRun<'_>) -> Result<(), Error> {
    let now = run.ctx.now;
    door::execute_here(run.app, &run.ctx, run.part, "forget", move |tx, _| {
        let limits = limits::load(tx, now)?;
        links::forget(tx, now.plus_days(-limits.link_days))?;
        limits.of_a_link.forget_old(tx, now)?;
        Ok(limits.of_all.forget_old(tx, now)?)
    })
}
