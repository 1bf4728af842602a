//! What is done with a decision, the same from a page, from the clock and from the demo city.

use kernel::id::{PersonId, RowId};
use platform::access::{Desk, Permit};
use platform::db::Tx;
use platform::door;
use platform::error::Error;
use platform::jobs::JobRun;

use super::rules::{self, Change, Command, Refusal, State};
use super::store::{self, Decision, NewDecision, Saving};

fn no(refusal: Refusal) -> Error {
    Error::refused(&refusal)
}

/// A permit for whoever may record or see to decisions about this person: a colleague in such a role, whose place serves the
/// person. An emergency opens nothing here, and neither does anything the person shares.
///
/// # Errors
/// A denial for everybody else.
pub fn permit(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId) -> Result<Permit, Error> {
    let permit = desk.person(tx, person)?;
    let may = rules::RECORDING.contains(&desk.ctx().actor.role) && may_see_to(&permit);
    if may { Ok(permit) } else { Err(Error::Denied(kernel::access::Reason::Silence)) }
}

/// A colleague whose place serves the person, and not somebody who sees what the person shares.
#[must_use]
pub fn may_see_to(permit: &Permit) -> bool {
    permit.sees(None) && permit.written_by().is_some()
}

/// Records one.
///
/// # Errors
/// The [`Refusal`], or a fault for a paragraph that no row knows.
pub fn record(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, new: &NewDecision) -> Result<RowId, Error> {
    let paragraphs = store::paragraphs(tx, desk.now())?;
    let paragraph = paragraphs.iter().find(|one| one.key == new.paragraph);
    let paragraph = paragraph.ok_or_else(|| Error::field("paragraph", "form-choose"))?;
    rules::record(desk.ctx().actor.role, paragraph, new.days).map_err(no)?;
    store::record(tx, desk, permit, new)
}

/// The decision with this id.
///
/// # Errors
/// [`Error::Missing`].
pub fn find(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId) -> Result<Decision, Error> {
    store::all(tx, permit, desk.now())?.into_iter().find(|one| one.id == *id).ok_or(Error::Missing)
}

/// Does something with one.
///
/// # Errors
/// The [`Refusal`], or [`Error::Missing`].
pub fn change(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    id: &RowId,
    (command, words): (Command, Option<&str>),
) -> Result<(), Error> {
    let one = find(tx, desk, permit, id)?;
    let change = rules::decide(&one.standing, desk.ctx().actor.role, command).map_err(no)?;
    let stays = Saving {
        state: one.standing.state,
        review: one.standing.days.review,
        holder: one.standing.holder.clone(),
        what: "held",
        words,
    };
    let saving = match change {
        Change::Reviewed(next) => Saving { review: next, what: "reviewed", ..stays },
        Change::Over(State::Lifted) => Saving { state: State::Lifted, what: "lifted", ..stays },
        Change::Over(_) => Saving { state: State::Withdrawn, what: "withdrawn", ..stays },
        Change::Held => Saving { holder: desk.ctx().actor.account.clone().ok_or(Error::SignIn)?, ..stays },
    };
    store::save(tx, desk, permit, &one, &saving)
}

/// Ends what has come to its day, and reminds of the days that are near. One commit a person.
///
/// # Errors
/// A fault.
pub fn clock(run: &JobRun<'_>) -> Result<(), Error> {
    let now = run.ctx.now;
    let over = run.app.db().read_here(|tx| store::over(tx, now.day()))?;
    let ended = run.each("end-by-date", over, |tx, desk, person| {
        let permit = desk.delivery(tx, person)?;
        store::end_those_over(tx, desk, &permit)
    });
    door::execute_here(run.app, &run.ctx, run.part, "remind", move |tx, _| {
        let near = now.day().plus(store::remind_days(tx, now)?);
        store::remind(tx, near, now).map(drop)
    })?;
    ended
}
