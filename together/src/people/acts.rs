//! What happens inside one command: load under a permit, ask the rules, save, tell. Pages, jobs and the demo city all come
//! through here.

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::relations::{self, Duty, NewRelation};
use platform::access::{Desk, NewPerson, Permit, lookups, people};
use platform::db::Tx;
use platform::error::Error;
use platform::keys::PersonKey;

use super::card::{About, AtTheDoor};
use super::rules::{self, Account, AccountCommand, Ground, Protector, Refusal};
use super::store::card::FoundBy;
use super::store::door::DropIn;
use super::store::{card, closing, door, protection};
use super::{ACCOUNT_CLOSED, ACCOUNT_REOPENED, limits};

/// Registers somebody who stands at the door. Their key has been made.
///
/// # Errors
/// A denial for somebody who works nowhere, or a fault.
pub fn register(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId, key: &PersonKey, said: &AtTheDoor) -> Result<(), Error> {
    let (now, here) = (desk.now(), desk.ctx().actor.employer_id()?.clone());
    let account = desk.ctx().actor.account.clone().ok_or(Error::SignIn)?;
    let limits = limits::load(tx, now)?;
    let number = if said.name.is_none() { Some(door::next_number(tx, &here, now)?) } else { None };
    let called = number.map(|number| desk.app().say(desk.ctx().language).with("people-door-number", "number", number));
    let new = NewPerson {
        name: said.name.clone().or(called),
        phone: said.phone.clone(),
        birth_year: said.birth_year,
        language: desk.ctx().language,
        ..NewPerson::default()
    };
    new.insert(tx, person, key, now)?;
    serve(tx, desk, person, &here)?;
    let permit = desk.person(tx, person)?;
    let keep_until = now.plus_days(limits.drop_in_days);
    door::insert(tx, &permit, &DropIn { organisation: here, account, at: now, number, keep_until })?;
    let found_by =
        FoundBy { name: said.name.as_deref(), aliases: &[], birth_year: said.birth_year, phone: said.phone.as_deref() };
    found_by.keep(tx, desk, &permit)
}

fn serve(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId, organisation: &OrganisationId) -> Result<(), Error> {
    let new = NewRelation {
        id: kernel::id::hex(desk.bits()),
        organisation: organisation.clone(),
        account: None,
        duty: Duty::Serving,
        from_at: desk.now(),
        until_at: None,
    };
    relations::begin(tx, person, &new)
}

/// The registration at the door is still needed.
///
/// # Errors
/// [`Refusal::NotOurs`], a denial or a fault.
pub fn keep(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId) -> Result<(), Error> {
    let permit = desk.person(tx, person)?;
    let here = desk.ctx().actor.employer_id()?;
    let there = door::load(tx, &permit)?.filter(|there| there.organisation == *here);
    there.ok_or(Error::refused(&Refusal::NotOurs))?;
    let until = desk.now().plus_days(limits::load(tx, desk.now())?.drop_in_days);
    door::keep(tx, &permit, until)
}

/// The person tells about themselves. From then on it is theirs, and no registration at a door.
///
/// # Errors
/// A denial or a fault.
pub fn tell(tx: &mut Tx<'_>, desk: &Desk<'_>, about: &About) -> Result<(), Error> {
    let own = desk.own(tx)?;
    card::save(tx, desk, &own, about)?;
    door::remove(tx, own.person())
}

/// The person closes the account.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn close(tx: &mut Tx<'_>, desk: &Desk<'_>) -> Result<(), Error> {
    let own = desk.own_though_closed(tx)?;
    let limits = limits::load(tx, desk.now())?;
    let after = rules::decide_account(closing::load(tx, &own)?, AccountCommand::Close, &limits, desk.now());
    if let Account::Closed { since, due } = after.map_err(|refusal| Error::refused(&refusal))? {
        closing::close(tx, own.person(), since, due)?;
        desk.tell(tx, ACCOUNT_CLOSED, Some(own.person()), own.person().as_str())?;
    }
    Ok(())
}

/// The person opens it again, as it was.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn reopen(tx: &mut Tx<'_>, desk: &Desk<'_>) -> Result<(), Error> {
    let own = desk.own_though_closed(tx)?;
    let limits = limits::load(tx, desk.now())?;
    rules::decide_account(closing::load(tx, &own)?, AccountCommand::Reopen, &limits, desk.now())
        .map_err(|refusal| Error::refused(&refusal))?;
    closing::reopen(tx, &own, desk.now())?;
    desk.tell(tx, ACCOUNT_REOPENED, Some(own.person()), own.person().as_str())
}

/// A registration at a door whose time is over, and whom nobody has seen since: closed like an account, deleted like one.
/// Nothing happens to somebody who has come in through a door of their own in the meantime.
///
/// # Errors
/// A fault.
pub fn lapse(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId, now: Timestamp) -> Result<(), Error> {
    door::remove(tx, person)?;
    if people::has_come_in(tx, person)? {
        return Ok(());
    }
    let days = limits::load(tx, now)?.closing_days;
    closing::close(tx, person, now, now.plus_days(days))?;
    desk.tell(tx, ACCOUNT_CLOSED, Some(person), person.as_str())
}

/// Who sets or lifts a protection: the person, or an employee, and whether their organisation serves the person now.
///
/// # Errors
/// A fault.
pub fn protector(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<Protector, Error> {
    if permit.is_own() {
        return Ok(Protector::Person);
    }
    let here = desk.ctx().actor.employer_id()?;
    let running = relations::running(tx, permit, desk.now())?;
    Ok(Protector::Employee { serving: running.iter().any(|relation| relation.organisation == *here) })
}

fn account(desk: &Desk<'_>) -> Option<AccountId> {
    desk.ctx().actor.account.clone()
}

/// Protects the address.
///
/// # Errors
/// A refusal or a fault.
pub fn protect(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, ground: Ground) -> Result<(), Error> {
    let by = protector(tx, desk, permit)?;
    let standing = protection::standing(tx, permit)?.map(|standing| standing.ground);
    rules::may_protect(standing, by).map_err(|refusal| Error::refused(&refusal))?;
    let id = RowId::from_bits(desk.bits());
    protection::set(tx, permit, &id, ground, account(desk).as_ref(), desk.now())
}

/// Lifts the protection.
///
/// # Errors
/// A refusal or a fault.
pub fn lift(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<(), Error> {
    let by = protector(tx, desk, permit)?;
    let standing = protection::standing(tx, permit)?.map(|standing| standing.ground);
    rules::may_lift(standing, by).map_err(|refusal| Error::refused(&refusal))?;
    protection::lift(tx, permit, account(desk).as_ref(), desk.now())
}

/// Writes the reason into the log of everybody a search fits and the asker may not see. The answer is the same when it fits
/// nobody.
///
/// # Errors
/// A fault.
pub fn note_search(tx: &mut Tx<'_>, desk: &Desk<'_>, by: &[(&'static str, String)], reason: &str) -> Result<(), Error> {
    let mut persons = Vec::new();
    for (kind, value) in by {
        persons.extend(lookups::find(tx, kind, &desk.app().keys().lookup(kind, value))?);
    }
    persons.sort();
    persons.dedup();
    persons.iter().try_for_each(|person| desk.note_looked_for(person, reason))?;
    desk.note_nobody();
    Ok(())
}
