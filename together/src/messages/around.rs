//! To whom the person can write: those around them, and which areas each of them sees now.

use std::collections::BTreeSet;

use kernel::access::Basis;
use kernel::area::{Area, Areas};
use kernel::id::{AccountId, OrganisationId};
use platform::access::receivers::{holder, organisation};
use platform::access::{Desk, Permit, Receiver, grants, relations};
use platform::db::Tx;
use platform::error::Error;

use super::store::Member;

/// Somebody one can write to.
#[derive(Clone, Debug)]
pub struct Receiving {
    /// As a member of a thread.
    pub member: Member,
    /// What they see now.
    pub areas: Areas,
}

/// Everyone around the person, with what each sees at this moment: asked of the access decision itself, so that a block, a
/// closed area and an objection count here as everywhere.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn around(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit) -> Result<Vec<Receiving>, Error> {
    let now = desk.now();
    let running: Vec<_> = grants::all(tx, own)?.into_iter().filter(|grant| grants::is_running(grant, now)).collect();
    let mut accounts: BTreeSet<AccountId> = running.iter().filter_map(|grant| grant.account.clone()).collect();
    let bonds = relations::running(tx, own, now)?;
    accounts.extend(bonds.iter().filter(|bond| !bond.account_ended).filter_map(|bond| bond.account.clone()));
    let mut found = Vec::new();
    for account in &accounts {
        let Some(held) = holder(tx, account)?.filter(|held| held.ended_at.is_none_or(|ended| ended > now)) else { continue };
        let called = running.iter().find(|grant| grant.account.as_ref() == Some(account));
        let name = match &held.organisation {
            Some(works) => full_name(&held.name, &works.name),
            None => called.and_then(|grant| grant.receiver_name.clone()).unwrap_or_default(),
        };
        let member = Member { key: account.to_string(), account: Some(account.clone()), organisation: None, name };
        let areas = seen_now(tx, desk, own, &held.receiver())?;
        found.push(Receiving { member, areas });
    }
    let places: BTreeSet<OrganisationId> = running.iter().filter_map(|grant| grant.organisation.clone()).collect();
    for place in &places {
        let Some(place) = organisation(tx, place)? else { continue };
        let Some(receiver) = place.receiver() else { continue };
        let member = Member { key: place.id.to_string(), account: None, organisation: Some(place.id.clone()), name: place.name };
        let areas = seen_now(tx, desk, own, &receiver)?;
        found.push(Receiving { member, areas });
    }
    found.retain(|one| !one.member.name.is_empty());
    found.sort_by_cached_key(|one| (one.member.organisation.is_some(), one.member.name.to_lowercase()));
    Ok(found)
}

/// «Kari Nes, MO-senteret».
#[must_use]
pub fn full_name(name: &str, workplace: &str) -> String {
    if workplace.is_empty() { name.to_owned() } else { format!("{name}, {workplace}") }
}

fn seen_now(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, receiver: &Receiver) -> Result<Areas, Error> {
    desk.seen_by(own, receiver, |theirs| match theirs.person(tx, own.person()) {
        Ok(permit) if permit.basis() != Basis::Emergency => Ok(permit.areas()),
        Ok(_) | Err(Error::Denied(_)) => Ok(Areas::NONE),
        Err(error) => Err(error),
    })
}

/// Those of them who see this area.
#[must_use]
pub fn who_see(around: &[Receiving], area: Area) -> Vec<Member> {
    around.iter().filter(|one| one.areas.has(area)).map(|one| one.member.clone()).collect()
}
