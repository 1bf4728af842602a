//! What is done by the clock: what opens nothing any more is removed.

use kernel::id::{AccountId, OrganisationId};
use platform::error::Error;
use platform::jobs::JobRun;

use super::pin::{CODE_LIMIT, PIN_LIMIT};
use super::store::changes::{What, hear};
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

/// Who answers requests for help was changed somewhere: it stands among the changes.
pub(super) fn desk_set_up(run: &JobRun<'_>) -> Result<(), Error> {
    let Some((_, subject)) = &run.fact else { return Ok(()) };
    let Some((organisation, by)) = subject.split_once(' ') else { return Ok(()) };
    let (organisation, by) = (OrganisationId::parse(organisation), AccountId::parse(by));
    let (now, bits) = (run.ctx.now, run.ctx.bits(0));
    run.app.db().write_here(move |tx| Ok(hear(tx, What::DeskSetUp, (organisation.as_ref(), by.as_ref()), bits, now)?))
}
