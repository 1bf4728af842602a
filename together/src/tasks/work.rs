//! What is done with a task, the same whether it comes from a page, from another part or from the demo city.

use kernel::area::Area;
use kernel::id::{AccountId, OrganisationId, RowId};
use kernel::time::Day;
use platform::access::receivers::{holder, organisation};
use platform::access::{Desk, Permit};
use platform::charter::Accept;
use platform::db::Tx;
use platform::error::Error;

use super::rules::{Change, Command, MAX_OPEN, MAX_WORDS, Refusal, Standing, Status, decide, first};
use super::store::{self, New, Owner, Task, by};
use super::{ANSWERED, DONE, MADE};

/// What somebody typed for a new task.
#[derive(Clone, Debug)]
pub struct Typed {
    /// Its area.
    pub area: Option<Area>,
    /// What is to be done.
    pub words: String,
    /// Who is to do it.
    pub owner: Owner,
    /// By which day.
    pub due: Option<Day>,
    /// They said yes where it was made: in a meeting, with the person there.
    pub has_said_yes: bool,
}

/// Who makes something: workplace and «Kari Nes, MO-senteret»; nothing for the person.
#[must_use]
pub fn maker(desk: &Desk<'_>, permit: &Permit) -> Option<(OrganisationId, String)> {
    let actor = &desk.ctx().actor;
    let employer = actor.employer.as_ref().filter(|_| !permit.is_own())?;
    Some((employer.id.clone(), format!("{}, {}", actor.name, employer.name)))
}

/// Makes a task, or asks somebody to take one.
///
/// # Errors
/// A refusal when there is no room; a denial outside the areas of the permit.
pub fn make(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, typed: &Typed) -> Result<RowId, Error> {
    if !permit.sees(typed.area) {
        return Err(Error::Denied(kernel::access::Reason::NotShared));
    }
    if store::open_ones(tx, permit)? >= MAX_OPEN {
        return Err(Error::refused(&Refusal::Full));
    }
    let maker = maker(desk, permit);
    let who = by(desk, permit, &typed.owner, maker.as_ref().map(|(organisation, _)| organisation));
    let standing = first(who, typed.has_said_yes);
    let new = New { area: typed.area, words: typed.words.clone(), owner: typed.owner.clone(), due: typed.due, standing, maker };
    let id = store::add(tx, desk, permit, &new)?;
    desk.tell(tx, MADE, Some(permit.person()), id.as_str())?;
    Ok(id)
}

fn allow(desk: &Desk<'_>, permit: &Permit, task: &Task, command: Command) -> Result<Change, Error> {
    let maker = task.maker.as_ref().map(|(organisation, _)| organisation);
    decide(&task.state, by(desk, permit, &task.owner, maker), command).map_err(|no| Error::refused(&no))
}

/// Yes, no, or «I take the question back».
///
/// # Errors
/// The refusal.
pub fn answer(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    id: &RowId,
    (command, why): (Command, Option<&str>),
) -> Result<(), Error> {
    let task = store::find(tx, permit, id)?;
    if let Change::Stands(standing) = allow(desk, permit, &task, command)? {
        let who = maker(desk, permit).map_or_else(String::new, |(_, name)| name);
        store::stands(tx, desk, permit, &task, standing, (&who, why))?;
        desk.tell(tx, ANSWERED, Some(permit.person()), id.as_str())?;
    }
    Ok(())
}

/// Says where it stands.
///
/// # Errors
/// The refusal.
pub fn set(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId, (status, seen): (Status, i64)) -> Result<(), Error> {
    let task = store::find(tx, permit, id)?;
    if let Change::Status(status) = allow(desk, permit, &task, Command::Set { status, seen })? {
        store::status(tx, desk, permit, &task, status)?;
        if status == Status::Done && task.state.status != Status::Done {
            desk.tell(tx, DONE, Some(permit.person()), id.as_str())?;
        }
    }
    Ok(())
}

/// The workplace or employee with these ids, as somebody who can be asked; nothing for an id that is nobody's.
///
/// # Errors
/// A fault.
pub fn owner(tx: &mut Tx<'_>, place: Option<&OrganisationId>, account: Option<&AccountId>) -> Result<Option<Owner>, Error> {
    if let Some(account) = account {
        let works = holder(tx, account)?.and_then(|held| Some((held.name, held.organisation?)));
        return Ok(works.map(|(name, place)| Owner::Staff {
            name: format!("{name}, {}", place.name),
            organisation: place.id,
            account: Some(account.clone()),
        }));
    }
    let Some(place) = place else { return Ok(Some(Owner::Person)) };
    let found = organisation(tx, place)?;
    Ok(found.map(|place| Owner::Staff { name: place.name, organisation: place.id, account: None }))
}

/// What other parts may hand over: a task, and where one stands.
pub const ACCEPTS: &[Accept] = &[Accept { kind: "task", take }, Accept { kind: "task-status", take: take_status }];

/// Takes `{"area", "words", "organisation" or null for the person, "account" or null, "due" or null}`; with `"agreed": true`
/// when whoever is to do it said yes there.
///
/// # Errors
/// A field error when it cannot be read, and as [`make`].
fn take(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, content: &serde_json::Value) -> Result<String, Error> {
    let unreadable = || Error::field("form", "form-unreadable");
    let said = |name: &str| content.get(name).and_then(serde_json::Value::as_str).filter(|text| !text.trim().is_empty());
    let area = said("area").map(|key| Area::parse(key).ok_or_else(unreadable)).transpose()?;
    let words = said("words").ok_or_else(unreadable)?.chars().take(MAX_WORDS).collect();
    let place = said("organisation").map(|id| OrganisationId::parse(id).ok_or_else(unreadable)).transpose()?;
    let account = said("account").map(|id| AccountId::parse(id).ok_or_else(unreadable)).transpose()?;
    let due = said("due").map(|day| Day::parse(day).ok_or_else(unreadable)).transpose()?;
    let owner = owner(tx, place.as_ref(), account.as_ref())?.ok_or_else(unreadable)?;
    let has_said_yes = content.get("agreed").and_then(serde_json::Value::as_bool).unwrap_or(false);
    Ok(make(tx, desk, permit, &Typed { area, words, owner, due, has_said_yes })?.as_str().to_owned())
}

/// Takes `{"id", "status"}`: what was said about a task in a meeting. Only whoever has it can say so; from others it changes
/// nothing.
///
/// # Errors
/// A field error when it cannot be read.
fn take_status(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, content: &serde_json::Value) -> Result<String, Error> {
    let said = |name: &str| content.get(name).and_then(serde_json::Value::as_str);
    let id = said("id").and_then(RowId::parse).ok_or(Error::Missing)?;
    let status = said("status").and_then(Status::parse).ok_or_else(|| Error::field("form", "form-unreadable"))?;
    let task = store::find(tx, permit, &id)?;
    match set(tx, desk, permit, &id, (status, task.state.version)) {
        Err(Error::Refused(_)) if task.state.standing != Standing::Withdrawn => Ok(String::new()),
        done => done.map(|()| id.as_str().to_owned()),
    }
}
