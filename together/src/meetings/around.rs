//! Who can be invited: those the person has around them, as far as whoever invites may know of them.

use kernel::id::OrganisationId;
use platform::access::receivers;
use platform::access::{Desk, Permit, duties, grants};
use platform::db::Tx;
use platform::error::Error;

use super::store::Member;

/// Everyone who could be invited: employees with a duty, and workplaces that serve the person or see something of theirs. For
/// an employee those they may know of, and colleagues; for the person all of them.
///
/// # Errors
/// A fault.
pub fn around(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<Vec<Member>, Error> {
    let now = desk.now();
    let mut team = duties::all(tx, permit)?;
    let employer = desk.ctx().actor.employer.as_ref().map(|employer| employer.id.clone());
    team.retain(|held| {
        let known = duties::may_know(permit, held) || employer.as_ref() == Some(&held.organisation);
        held.is_held(now) && known
    });
    let mut found: Vec<Member> = Vec::new();
    for held in &team {
        let (Some(account), Some(name)) = (&held.account, &held.name) else { continue };
        found.push(Member {
            account: Some(account.clone()),
            organisation: Some(held.organisation.clone()),
            ..member(account.as_str(), &format!("{name}, {}", held.organisation_name))
        });
    }
    let mut places: Vec<OrganisationId> = team.iter().map(|held| held.organisation.clone()).collect();
    if permit.is_own() {
        let running = grants::all(tx, permit)?.into_iter().filter(|grant| grants::is_running(grant, now));
        places.extend(running.filter_map(|grant| grant.organisation));
    }
    for place in receivers::around(tx, permit)? {
        let named = found.iter().any(|one| one.organisation.as_ref() == Some(&place.id));
        if !named && places.contains(&place.id) && employer.as_ref() != Some(&place.id) {
            found.push(Member { organisation: Some(place.id.clone()), ..member(place.id.as_str(), &place.name) });
        }
    }
    found.sort_by_cached_key(|one| one.name.to_lowercase());
    found.dedup_by(|one, other| one.key == other.key);
    Ok(found)
}

/// Somebody with this key and name, who has not answered.
#[must_use]
pub fn member(key: &str, name: &str) -> Member {
    Member {
        key: key.to_owned(),
        account: None,
        organisation: None,
        name: name.to_owned(),
        answer: "none".to_owned(),
        why: None,
        here: false,
        out: false,
    }
}
