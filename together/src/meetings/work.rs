//! What is done in a meeting, the same whether it comes from a page or from the demo city.

use kernel::id::RowId;
use platform::access::{Desk, Permit};
use platform::db::Tx;
use platform::error::Error;
use serde_json::json;

use super::rules::{Command, MAX_MEMBERS, Origin, Refusal, at_a_time, decide};
use super::store::items::{self, Item, Written};
use super::store::{self, Found, New, changes};
use super::{CALLED, CANCELLED};

fn no(refusal: Refusal) -> Error {
    Error::refused(&refusal)
}

/// «Kari Nes, MO-senteret».
#[must_use]
pub fn signature(desk: &Desk<'_>) -> String {
    let actor = &desk.ctx().actor;
    let employer = actor.employer.as_ref().map_or("", |employer| employer.name.as_str());
    if employer.is_empty() { actor.name.clone() } else { format!("{}, {employer}", actor.name) }
}

/// Asks the rules.
///
/// # Errors
/// The refusal.
pub fn allow(tx: &mut Tx<'_>, permit: &Permit, found: &Found, command: Command) -> Result<(), Error> {
    let count = items::count(tx, permit, &found.meeting.id)?;
    decide(&found.meeting.state(count), found.by, command).map_err(no)
}

/// Calls a meeting, and puts it into the person's calendar.
///
/// # Errors
/// A refusal for a time that has been or a list that is too long; a denial for whoever has no workplace.
pub fn call(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, new: &New) -> Result<RowId, Error> {
    if permit.is_own() {
        return Err(Error::Denied(kernel::access::Reason::NotShared));
    }
    at_a_time(new.at, desk.now()).map_err(no)?;
    if new.members.len() > MAX_MEMBERS {
        return Err(no(Refusal::Full));
    }
    let leader = signature(desk);
    let account = desk.ctx().actor.account.as_ref().map(kernel::id::AccountId::as_str);
    let entry = json!({ "area": null, "title": new.title, "with": leader, "account": account, "place": new.place, "at": new.at.stored() });
    let appointment = desk.hand(tx, permit, "appointment", &entry)?;
    let id = store::call(tx, desk, permit, new, (&leader, appointment.as_deref()))?;
    desk.tell(tx, CALLED, Some(permit.person()), id.as_str())?;
    Ok(id)
}

/// Cancels a meeting, and takes it out of the person's calendar.
///
/// # Errors
/// The refusal.
pub fn cancel(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId) -> Result<(), Error> {
    let found = store::find(tx, desk, permit, id)?;
    allow(tx, permit, &found, Command::Cancel)?;
    store::cancel(tx, permit, &found.meeting, &signature(desk))?;
    out_of_calendar(tx, desk, permit, &found)?;
    desk.tell(tx, CANCELLED, Some(permit.person()), id.as_str())
}

fn out_of_calendar(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, found: &Found) -> Result<(), Error> {
    let Some(appointment) = &found.meeting.appointment else { return Ok(()) };
    desk.hand(tx, permit, "appointment-cancel", &json!({ "id": appointment.as_str() })).map(drop)
}

/// Puts a topic on the list: the person's own, what they said to somebody, or somebody else's in an area they see.
///
/// # Errors
/// The refusal; a denial outside the areas of the permit.
pub fn propose(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId, new: &items::New) -> Result<RowId, Error> {
    let found = store::find(tx, desk, permit, id)?;
    if !permit.sees(Some(new.area)) {
        return Err(Error::Denied(kernel::access::Reason::NotShared));
    }
    allow(tx, permit, &found, Command::Propose)?;
    let origin = if permit.is_own() { Origin::Person } else { new.origin };
    items::add(tx, desk, permit, id, &items::New { origin, ..new.clone() })
}

/// The topic as this permit shows it, or nothing there.
///
/// # Errors
/// [`Error::Missing`].
pub fn item(tx: &mut Tx<'_>, permit: &Permit, found: &Found, id: &RowId) -> Result<Item, Error> {
    items::items(tx, permit, found)?.into_iter().find(|item| item.id == *id).ok_or(Error::Missing)
}

/// Takes a topic off the list.
///
/// # Errors
/// The refusal.
pub fn drop_item(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, (id, which): (&RowId, &RowId)) -> Result<(), Error> {
    let found = store::find(tx, desk, permit, id)?;
    let item = item(tx, permit, &found, which)?;
    allow(tx, permit, &found, Command::Drop(item.origin))?;
    items::drop_item(tx, desk, permit, id, which)
}

/// Writes what was decided about a topic, having seen a version. Tells the version from now on.
///
/// # Errors
/// The refusal: somebody else was first, or it is not theirs to write.
pub fn write(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    (id, which): (&RowId, &RowId),
    (seen, new, automatic): (i64, &Written, bool),
) -> Result<i64, Error> {
    let found = store::find(tx, desk, permit, id)?;
    let item = item(tx, permit, &found, which)?;
    allow(tx, permit, &found, Command::Write { seen, is: item.version })?;
    let mut new = new.clone();
    // A disagreement stays with the line it is about for as long as the line says the same.
    for one in &mut new.decisions {
        let before = item.decisions.iter().find(|old| old.number == one.number && old.words == one.words);
        one.disagrees = before.and_then(|old| old.disagrees.clone());
        one.owner = one.owner.take().filter(|key| key == "person" || found.members.iter().any(|member| member.key == *key));
    }
    if Written::of(&item) == new {
        return Ok(item.version);
    }
    changes::note(tx, desk, permit, id, &item, automatic)?;
    store::unread(tx, permit, id)?;
    items::write(tx, permit, id, &item, &new)
}

/// Takes back the last change. Tells which topic it was about.
///
/// # Errors
/// A refusal when there is nothing to undo.
pub fn undo(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId) -> Result<RowId, Error> {
    let found = store::find(tx, desk, permit, id)?;
    allow(tx, permit, &found, Command::Undo)?;
    let (number, which, was) = changes::last_change(tx, permit, id)?.ok_or_else(|| no(Refusal::NothingToUndo))?;
    let item = item(tx, permit, &found, &which)?;
    items::write(tx, permit, id, &item, &was)?;
    changes::undone(tx, desk, permit, id, number)?;
    store::unread(tx, permit, id)?;
    Ok(which)
}

/// Writes down that the person disagrees with a decision, or takes it away again.
///
/// # Errors
/// The refusal, or [`Error::Missing`] for a line that is not there.
pub fn disagree(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    (id, which, number): (&RowId, &RowId, i64),
    words: Option<&str>,
) -> Result<(), Error> {
    let found = store::find(tx, desk, permit, id)?;
    allow(tx, permit, &found, Command::Disagree)?;
    let item = item(tx, permit, &found, which)?;
    let mut new = Written::of(&item);
    let line = new.decisions.iter_mut().find(|one| one.number == number).ok_or(Error::Missing)?;
    line.disagrees = words.map(str::to_owned);
    items::write(tx, permit, id, &item, &new).map(drop)
}
