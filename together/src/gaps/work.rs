//! What is done with an open item, the same from a page, a fact and another part.

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::role::Role;
use platform::access::{Desk, Permit, led, receivers};
use platform::db::Tx;
use platform::error::Error;
use serde_json::Value;

use super::rules::{self, Asker, Cause, Change, Command, Ground, How, Owner, Refusal, decide};
use super::store::{self, Gap, signs};
use super::{CHARTER, GAP_CLOSED, GAP_OPENED, limits, owners};

fn no(refusal: &Refusal) -> Error {
    Error::refused(refusal)
}

/// Opens an item, unless a step that was accepted shortly before is enough for it.
///
/// # Errors
/// A fault.
pub fn open(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    (cause, subject): (Cause, &str),
    ended_in: Option<&OrganisationId>,
) -> Result<Option<RowId>, Error> {
    let limits = limits::load(tx, desk.now())?;
    let since = desk.now().plus_days(-limits.step_days);
    if cause.may_be_met_before() && signs::stands(tx, permit.person(), since)? {
        return Ok(None);
    }
    let found = owners::find(tx, desk, permit, ended_in)?;
    let opened = store::open(tx, desk, permit.person(), (cause, subject), &found.owner, found.leader.as_ref())?;
    if let Some(id) = &opened {
        desk.tell(tx, GAP_OPENED, Some(permit.person()), id.as_str())?;
    }
    Ok(opened)
}

/// Takes an item from another part: `{"cause": "stay-ended", "subject": what ended or null, "owner_organisation": id or null}`.
///
/// # Errors
/// A fault for content that is not ours.
pub fn take(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, content: &Value) -> Result<String, Error> {
    let desk = desk.of(&CHARTER);
    let text = |key: &str| content.get(key).and_then(Value::as_str);
    let cause = text("cause").and_then(Cause::parse).ok_or_else(|| Error::fault("a gap came without a cause"))?;
    let ended_in = text("owner_organisation").and_then(OrganisationId::parse);
    // What ended, so that hearing of the same end later opens nothing more.
    let subject = text("subject").map_or_else(|| kernel::id::hex(desk.bits()), str::to_owned);
    let opened = open(tx, &desk, permit, (cause, &subject), ended_in.as_ref())?;
    Ok(opened.map(|id| id.to_string()).unwrap_or_default())
}

/// Closes what an accepted step, or somebody being in touch, closes.
///
/// # Errors
/// A fault.
pub fn close_by(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId, how: How) -> Result<(), Error> {
    for gap in store::still_open(tx, person, desk.now())? {
        let closes = how == How::Step || gap.open.cause == Cause::Silence;
        if closes {
            store::save(tx, desk, &gap, &Change::Closed(how), None)?;
            desk.tell(tx, GAP_CLOSED, Some(person), gap.id.as_str())?;
        }
    }
    Ok(())
}

/// Whoever asks, as the rules see them.
///
/// # Errors
/// A denial for somebody without an account or an employer.
pub fn me(desk: &Desk<'_>) -> Result<Asker, Error> {
    let actor = &desk.ctx().actor;
    Ok(Asker {
        account: actor.account.clone().ok_or(Error::SignIn)?,
        organisation: actor.employer_id()?.clone(),
        coordinates: actor.role == Role::Coordinator,
        leads: actor.role == Role::Leader,
    })
}

/// What somebody chose.
#[derive(Clone, Debug)]
pub enum Chosen {
    /// Take it.
    Take,
    /// Give it to somebody.
    Give(AccountId),
    /// Close it: who said yes to what, in words, for a step.
    Close(How, Option<String>),
}

/// The item as the asker may see it, with the permit of those who see the person; a leader sees the item and no person.
///
/// # Errors
/// [`Error::Missing`].
pub fn find(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId) -> Result<(Gap, Option<Permit>), Error> {
    let gap = store::one(tx, id, desk.now())?;
    let me = me(desk)?;
    if me.leads {
        let led = gap.open.leader.as_ref() == Some(&me.organisation) || gap.open.owner.account == me.account;
        return if led { Ok((gap, None)) } else { Err(Error::Missing) };
    }
    let permit = desk.person(tx, &gap.person)?;
    let gap = store::all(tx, desk, &permit)?.into_iter().find(|one| one.id == *id).ok_or(Error::Missing)?;
    Ok((gap, Some(permit)))
}

/// Does what was chosen.
///
/// # Errors
/// A refusal.
pub fn act(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId, chosen: &Chosen) -> Result<(), Error> {
    let (gap, permit) = find(tx, desk, id)?;
    let command = match chosen {
        Chosen::Take => Command::Take,
        Chosen::Give(account) => Command::Give(colleague(tx, desk, &gap, account)?),
        Chosen::Close(how, _) => Command::Close(*how),
    };
    let state = gap.closed_at.is_none().then_some(&gap.open);
    let change = decide(state, &me(desk)?, &command).map_err(|refusal| no(&refusal))?;
    let leader = match &change {
        Change::Owned(owner) => led::led_from(tx, &owner.organisation, desk.now())?.map(|house| house.id),
        _ => None,
    };
    store::save(tx, desk, &gap, &change, leader.as_ref())?;
    if let Change::Closed(how) = change {
        if let (How::Step, Some(permit), Chosen::Close(_, words)) = (how, &permit, chosen) {
            signs::accepted(tx, desk, permit, "noted", gap.id.as_str(), words.as_deref())?;
        }
        desk.tell(tx, GAP_CLOSED, Some(&gap.person), gap.id.as_str())?;
    }
    Ok(())
}

/// Somebody who works where the item is, or where the asker leads, and meets people.
fn colleague(tx: &mut Tx<'_>, desk: &Desk<'_>, gap: &Gap, account: &AccountId) -> Result<Owner, Error> {
    let wrong = || no(&Refusal::NotColleague);
    let holder = receivers::holder(tx, account)?.ok_or_else(wrong)?;
    let there = holder.ended_at.is_none_or(|ended| ended > desk.now());
    let meets = holder.role.is_staff() && kernel::access::role_may_ever(holder.role, CHARTER.class);
    let house = holder.organisation.filter(|_| there && meets).ok_or_else(wrong)?;
    let led = led::led_from(tx, &house.id, desk.now())?.map(|from| from.id);
    let near = house.id == gap.open.owner.organisation || led == gap.open.leader;
    if near { Ok(Owner { account: holder.id, organisation: house.id, ground: Ground::Taken }) } else { Err(wrong()) }
}

/// Silence: opens an item where somebody has a duty towards the person, by the number their service has set.
///
/// # Errors
/// A fault.
pub fn look_for_silence(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId) -> Result<(), Error> {
    let permit = match desk.delivery(tx, person) {
        Err(Error::Denied(_)) => return signs::forget(tx, person),
        other => other?,
    };
    let (limits, Some(last)) = (limits::load(tx, desk.now())?, signs::last(tx, person)?) else { return Ok(()) };
    let found = owners::find(tx, desk, &permit, None)?;
    let days = limits::quiet_days(tx, &found.owner.organisation, desk.now())?.unwrap_or(limits.silence_days);
    let at = rules::silent_at(last, days);
    if at > desk.now() {
        return signs::look_at(tx, person, at);
    }
    if found.has_duty {
        open(tx, desk, &permit, (Cause::Silence, "silence"), None)?;
    }
    signs::look_at(tx, person, desk.now().plus_days(days))
}

/// Finds a new owner for an item whose owner has left.
///
/// # Errors
/// A fault.
pub fn find_owner(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId, id: &RowId) -> Result<(), Error> {
    let permit = match desk.delivery(tx, person) {
        Err(Error::Denied(_)) => return Ok(()),
        other => other?,
    };
    let gap = store::one(tx, id, desk.now())?;
    let ended_in = gap.open.owner.organisation.clone();
    let found = owners::find(tx, desk, &permit, Some(&ended_in))?;
    store::save(tx, desk, &gap, &Change::Owned(found.owner), found.leader.as_ref())
}
