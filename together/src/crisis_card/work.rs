//! What is done to a card and to a follow-up, the same from a page, from another part and from the demo city: load under the
//! permit, ask the rules, save, tell the others.

use kernel::id::{PersonId, RowId};
use platform::access::{Desk, Permit, receivers};
use platform::db::Tx;
use platform::error::Error;

use super::following::{self, Cause, Change, Worker};
use super::rules::{self, Command};
use super::store::follow_ups::{self, FollowUp};
use super::{FOLLOW_UP_BEGUN, FOLLOW_UP_ENDED, limits, store};

/// Changes the card. Answers with the change's id, or nothing when nothing changed.
///
/// # Errors
/// A refusal, or a denial for anyone but the person.
pub fn change_card(tx: &mut Tx<'_>, desk: &Desk<'_>, command: &Command) -> Result<Option<RowId>, Error> {
    let own = desk.own(tx)?;
    let (card, limits) = (store::load(tx, &own)?, limits::load(tx, desk.now())?);
    let saves = rules::decide(&card, command, limits.undo_minutes, desk.now()).map_err(|no| Error::refused(&no))?;
    store::save(tx, desk, &own, &card, &saves)
}

/// Begins a follow-up.
///
/// # Errors
/// A refusal, or a denial for whoever may not know the person.
pub fn begin(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId, cause: Cause) -> Result<RowId, Error> {
    let permit = desk.person(tx, person)?;
    begin_under(tx, desk, &permit, cause)
}

fn begin_under(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, cause: Cause) -> Result<RowId, Error> {
    let there: Vec<Cause> = follow_ups::running(tx, desk, permit)?.iter().map(|one| one.open.cause).collect();
    following::begin(&there, desk.ctx().actor.role, cause).map_err(|no| Error::refused(&no))?;
    let due_at = limits::load(tx, desk.now())?.due(cause, desk.now());
    let id = follow_ups::begin(tx, desk, permit, cause, due_at)?;
    desk.tell(tx, FOLLOW_UP_BEGUN, Some(permit.person()), id.as_str())?;
    Ok(id)
}

/// Takes a follow-up that another part hands over, for instance where an overdose has been recorded: `{"cause": "overdose"}`.
/// Whoever recorded it holds it. One that runs already is enough.
///
/// # Errors
/// A refusal for a role that follows nobody up, or a fault for a cause that is not ours.
pub fn take(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, content: &serde_json::Value) -> Result<String, Error> {
    let desk = desk.of(&super::CHARTER);
    let cause = content.get("cause").and_then(serde_json::Value::as_str).and_then(Cause::parse);
    let cause = cause.ok_or_else(|| Error::fault("a follow-up was handed over without a cause"))?;
    let there = follow_ups::running(tx, &desk, permit)?.into_iter().find(|one| one.open.cause == cause);
    let id = there.map_or_else(|| begin_under(tx, &desk, permit, cause), |one| Ok(one.id))?;
    Ok(id.to_string())
}

/// Whoever asks, as the rules see them.
///
/// # Errors
/// A denial for somebody without an account or an employer.
pub fn me(desk: &Desk<'_>) -> Result<Worker, Error> {
    let actor = &desk.ctx().actor;
    let account = actor.account.clone().ok_or(Error::SignIn)?;
    Ok(Worker { account, organisation: actor.employer_id()?.clone(), role: actor.role })
}

/// What somebody chose on the page of a follow-up.
#[derive(Clone, Debug)]
pub enum Chosen {
    /// One of the commands that need nobody else.
    Mine(following::Command),
    /// To ask a colleague.
    Ask(kernel::id::AccountId),
}

/// Does something with a follow-up.
///
/// # Errors
/// A refusal; [`Error::Missing`] for one that is not the asker's organisation's.
pub fn change(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId, id: &RowId, chosen: &Chosen) -> Result<(), Error> {
    let permit = desk.person(tx, person)?;
    let one = find(tx, desk, &permit, id)?;
    let command = match chosen {
        Chosen::Mine(command) => command.clone(),
        Chosen::Ask(account) => following::Command::Offer(colleague(tx, desk, account)?),
    };
    let state = one.done_at.is_none().then_some(&one.open);
    let change = following::decide(state, &me(desk)?, &command, desk.now()).map_err(|no| Error::refused(&no))?;
    follow_ups::save(tx, desk, &permit, &one, &change)?;
    if matches!(change, Change::Ended(_)) {
        desk.tell(tx, FOLLOW_UP_ENDED, Some(permit.person()), one.id.as_str())?;
    }
    Ok(())
}

/// The follow-up with this id.
///
/// # Errors
/// [`Error::Missing`].
pub fn find(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId) -> Result<FollowUp, Error> {
    follow_ups::all(tx, desk, permit)?.into_iter().find(|one| one.id == *id).ok_or(Error::Missing)
}

fn colleague(tx: &mut Tx<'_>, desk: &Desk<'_>, account: &kernel::id::AccountId) -> Result<Worker, Error> {
    let no = || Error::refused(&following::Refusal::NotThem);
    let holder = receivers::holder(tx, account)?.ok_or_else(no)?;
    let there = holder.ended_at.is_none_or(|ended| ended > desk.now());
    let organisation = holder.organisation.filter(|_| there).ok_or_else(no)?;
    Ok(Worker { account: holder.id, organisation: organisation.id, role: holder.role })
}
