//! What is done with an appointment, the same whether it comes from a page, from another part or from the demo city.

use kernel::area::Area;
use kernel::id::{AccountId, RowId};
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::charter::Accept;
use platform::db::Tx;
use platform::error::Error;

use super::rules::{Answer, Change, Command, MAX_LINE, Standing, at_a_time, decide};
use super::store::{self, Appointment, New, by};
use super::{ANSWERED, CHANGED, MADE, MISSED};

/// «Kari Nes, MO-senteret».
#[must_use]
pub fn signature(desk: &Desk<'_>) -> String {
    let actor = &desk.ctx().actor;
    let employer = actor.employer.as_ref().map_or("", |employer| employer.name.as_str());
    if employer.is_empty() { actor.name.clone() } else { format!("{}, {employer}", actor.name) }
}

/// Makes one, in the name of the asker's workplace.
///
/// # Errors
/// A refusal for a time that has been; a denial outside the areas of the permit.
pub fn make(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, new: &New) -> Result<RowId, Error> {
    let employer = desk.ctx().actor.employer_id()?.clone();
    let may = new.area.is_none_or(|area| permit.sees(Some(area)));
    if permit.is_own() || !may {
        return Err(Error::Denied(kernel::access::Reason::NotShared));
    }
    at_a_time(new.at, desk.now()).map_err(|no| Error::refused(&no))?;
    let id = store::add(tx, desk, permit, &employer, new)?;
    desk.tell(tx, MADE, Some(permit.person()), id.as_str())?;
    Ok(id)
}

fn allow(desk: &Desk<'_>, permit: &Permit, one: &Appointment, command: Command) -> Result<Change, Error> {
    let by = by(desk, permit, &one.organisation);
    decide(&one.state, by, command, desk.now()).map_err(|no| Error::refused(&no))
}

/// One of the three ready answers.
///
/// # Errors
/// A refusal when its time is over or it was cancelled.
pub fn answer(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, id: &RowId, given: Answer) -> Result<(), Error> {
    let one = store::find(tx, desk, own, id)?;
    if let Change::Answered(given) = allow(desk, own, &one, Command::Answer(given))? {
        store::answer(tx, desk, own, &one, given)?;
        desk.tell(tx, ANSWERED, Some(own.person()), id.as_str())?;
    }
    Ok(())
}

/// What is changed about an appointment by those who made it.
#[derive(Clone, Debug)]
pub enum Edit {
    /// Another time, and perhaps another place.
    Move {
        /// When.
        to: Timestamp,
        /// Where.
        place: String,
        /// The version on the screen.
        seen: i64,
    },
    /// Cancel.
    Cancel {
        /// The version on the screen.
        seen: i64,
    },
    /// Whether they met.
    Tell {
        /// Whether they did.
        met: bool,
    },
}

/// Moves it, cancels it, or tells how it went.
///
/// # Errors
/// The refusal.
pub fn edit(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId, edit: &Edit) -> Result<(), Error> {
    let one = store::find(tx, desk, permit, id)?;
    let command = match edit {
        Edit::Move { to, seen, .. } => Command::Move { to: *to, seen: *seen },
        Edit::Cancel { seen } => Command::Cancel { seen: *seen },
        Edit::Tell { met } => Command::Tell { met: *met },
    };
    let who = signature(desk);
    let fact = match (allow(desk, permit, &one, command)?, edit) {
        (Change::Moved(to), Edit::Move { place, .. }) => {
            store::moved(tx, desk, permit, &one, (to, place), &who)?;
            Some(CHANGED)
        }
        (Change::Cancelled, _) => {
            store::stands(tx, desk, permit, &one, (Standing::Cancelled, Some(&who)))?;
            Some(CHANGED)
        }
        (Change::Told(standing), _) => {
            store::stands(tx, desk, permit, &one, (standing, None))?;
            (standing == Standing::Missed && one.state.standing != Standing::Missed).then_some(MISSED)
        }
        (Change::Moved(_) | Change::Answered(_), _) => None,
    };
    fact.map_or(Ok(()), |fact| desk.tell(tx, fact, Some(permit.person()), id.as_str()))
}

/// What other parts may hand over: an appointment to be made, one of theirs that is off, and how it went.
pub const ACCEPTS: &[Accept] = &[
    Accept { kind: "appointment", take },
    Accept { kind: "appointment-cancel", take: take_back },
    Accept { kind: "appointment-told", take: take_told },
];

/// Takes `{"area", "with", "place", "at", "title"}` and, where they are known, `"account"` and `"way"`.
///
/// # Errors
/// A field error when it cannot be read, and as [`make`].
fn take(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, content: &serde_json::Value) -> Result<String, Error> {
    let unreadable = || Error::field("form", "form-unreadable");
    let said = |name: &str| content.get(name).and_then(serde_json::Value::as_str).filter(|text| !text.trim().is_empty());
    let short = |name: &str| said(name).map(|text| text.chars().take(MAX_LINE).collect::<String>());
    let new = New {
        area: said("area").map(|key| Area::parse(key).ok_or_else(unreadable)).transpose()?,
        title: short("title").ok_or_else(unreadable)?,
        with: short("with").unwrap_or_else(|| signature(desk)),
        account: said("account").and_then(AccountId::parse),
        place: short("place").unwrap_or_default(),
        way: short("way"),
        at: said("at").and_then(Timestamp::parse).ok_or_else(unreadable)?,
    };
    Ok(make(tx, desk, permit, &new)?.as_str().to_owned())
}

/// Cancels one by the id that [`take`] gave. One whose time is over, or that is off already, stays as it is.
///
/// # Errors
/// A refusal when another service made it.
fn take_back(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, content: &serde_json::Value) -> Result<String, Error> {
    let id = content.get("id").and_then(serde_json::Value::as_str).and_then(RowId::parse).ok_or(Error::Missing)?;
    let one = store::find(tx, desk, permit, &id)?;
    if one.state.standing == Standing::Planned && one.state.at > desk.now() {
        edit(tx, desk, permit, &id, &Edit::Cancel { seen: one.state.version })?;
    }
    Ok(id.as_str().to_owned())
}

/// Takes `{"id", "met"}`: how it went, where another part knows. One that is still to come stays as it is.
///
/// # Errors
/// A refusal when another service made it.
fn take_told(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, content: &serde_json::Value) -> Result<String, Error> {
    let id = content.get("id").and_then(serde_json::Value::as_str).and_then(RowId::parse).ok_or(Error::Missing)?;
    let met = content.get("met").and_then(serde_json::Value::as_bool).ok_or_else(|| Error::field("form", "form-unreadable"))?;
    let one = store::find(tx, desk, permit, &id)?;
    if one.state.standing == Standing::Planned && one.state.at <= desk.now() {
        edit(tx, desk, permit, &id, &Edit::Tell { met })?;
    }
    Ok(id.as_str().to_owned())
}
