//! Who could own an open item: the coordinator, the responsible professional, the leader, the coordinating unit.

use kernel::id::{AccountId, OrganisationId};
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::access::duties::{self, Held};
use platform::access::relations::Duty;
use platform::access::{Desk, Permit, led};
use platform::args;
use platform::db::Tx;
use platform::error::Error;

use super::rules::{Ground, Owner, choose};

/// An owner, and where the leader of it works.
#[derive(Clone, Debug)]
pub struct Found {
    /// Who.
    pub owner: Owner,
    /// The leader's organisation.
    pub leader: Option<OrganisationId>,
    /// Somebody has a duty towards the person: then silence is somebody's.
    pub has_duty: bool,
}

/// Finds the owner. `ended_in` is the service it ended in, where that is known.
///
/// # Errors
/// A fault where nobody at all works: an open item without an owner is not written, and the job is loud about it.
pub fn find(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, ended_in: Option<&OrganisationId>) -> Result<Found, Error> {
    let (team, now) = (duties::all(tx, permit)?, desk.now());
    let mut candidates: Vec<Owner> = Vec::new();
    candidates.extend(holder(&team, &[Duty::Coordinator], now, Ground::Coordinator));
    candidates.extend(holder(&team, &[Duty::Substitute, Duty::Responsible], now, Ground::Responsible));
    let has_duty = team.iter().any(|held| held.account.is_some() && held.is_held(now));
    let serving = team.iter().find(|held| held.is_held(now)).map(|held| held.organisation.clone());
    let place = ended_in.cloned().or(serving);
    if candidates.is_empty() {
        candidates.extend(above(tx, place.as_ref(), now)?);
    }
    let owner = choose(&candidates).cloned().ok_or_else(|| Error::fault("nobody works here who could own an open item"))?;
    let leader = led::led_from(tx, &owner.organisation, now)?.map(|house| house.id);
    Ok(Found { owner, leader, has_duty })
}

fn holder(team: &[Held], duties: &[Duty], now: Timestamp, ground: Ground) -> Option<Owner> {
    let of = |duty: &Duty| {
        let held = team.iter().filter(|held| held.duty == *duty && held.is_held(now)).max_by_key(|held| held.from_at)?;
        Some(Owner { account: held.account.clone()?, organisation: held.organisation.clone(), ground })
    };
    duties.iter().find_map(of)
}

/// The leader of the service, and the default of the coordinating unit: a coordinator, else its leader, else anybody there.
fn above(tx: &mut Tx<'_>, place: Option<&OrganisationId>, now: Timestamp) -> Result<Vec<Owner>, Error> {
    let mut found = Vec::new();
    let leads = place.map_or(Ok(None), |place| led::led_from(tx, place, now))?;
    if let Some(house) = leads {
        found.extend(somebody(tx, &house.id, Some(Role::Leader), now)?.map(|account| Owner {
            account,
            organisation: house.id,
            ground: Ground::Leader,
        }));
    }
    let unit = match place {
        Some(place) => led::coordinating_unit(tx, place)?.map(|house| house.id),
        None => None,
    };
    let unit = match unit {
        Some(unit) => Some(unit),
        None => any_unit(tx)?,
    };
    let Some(unit) = unit else { return Ok(found) };
    for role in [Some(Role::Coordinator), Some(Role::Leader), None] {
        if let Some(account) = somebody(tx, &unit, role, now)? {
            found.push(Owner { account, organisation: unit, ground: Ground::Unit });
            break;
        }
    }
    Ok(found)
}

/// The longest there in this role.
fn somebody(
    tx: &mut Tx<'_>,
    organisation: &OrganisationId,
    role: Option<Role>,
    now: Timestamp,
) -> Result<Option<AccountId>, Error> {
    let row = match role {
        Some(role) => tx.row(
            "SELECT account_id FROM account
             WHERE organisation_id = $1 AND role = $2 AND (ended_at IS NULL OR ended_at > $3)
             ORDER BY started_at, account_id LIMIT 1",
            args![organisation, role.key(), now],
        )?,
        None => tx.row(
            "SELECT account_id FROM account WHERE organisation_id = $1 AND (ended_at IS NULL OR ended_at > $2)
             ORDER BY started_at, account_id LIMIT 1",
            args![organisation, now],
        )?,
    };
    Ok(row.map(|row| row.parsed(0, AccountId::parse)).transpose()?)
}

/// The first municipality there is: for a person whom nobody serves.
fn any_unit(tx: &mut Tx<'_>) -> Result<Option<OrganisationId>, Error> {
    let row =
        tx.row("SELECT organisation_id FROM organisation WHERE kind = 'municipality' ORDER BY organisation_id LIMIT 1", &[])?;
    Ok(row.map(|row| row.parsed(0, OrganisationId::parse)).transpose()?)
}
