//! Who holds a referral in a service: always one named employee, from the first second.

use kernel::access::role_may_ever;
use kernel::class::Class;
use kernel::id::{AccountId, OrganisationId};
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::access::{duties, receivers};
use platform::db::Tx;
use platform::error::Error;

use super::rules::{Able, Refusal, holder};
use super::store::lists;

/// Whether somebody in this role can hold a referral: whoever meets people in a service.
#[must_use]
pub const fn may_hold(role: Role) -> bool {
    role.is_staff() && role_may_ever(role, Class::Own)
}

/// Who holds what comes in to a service now.
///
/// # Errors
/// [`Refusal::NobodyHolds`], or a fault.
pub fn in_service(tx: &mut Tx<'_>, organisation: &OrganisationId, now: Timestamp) -> Result<AccountId, Error> {
    let main = receivers::organisation(tx, organisation)?.and_then(|found| found.kind.main_role());
    let colleagues = duties::colleagues(tx, organisation, now)?;
    let may = colleagues.into_iter().filter(|one| may_hold(one.role));
    let mut able: Vec<Able> = may.map(|one| Able { main_role: Some(one.role) == main, account: one.account, holds: 0 }).collect();
    lists::with_what_they_hold(tx, organisation, &mut able)?;
    holder(&able).cloned().ok_or_else(|| Error::refused(&Refusal::NobodyHolds))
}

/// The services that can be asked: all but one's own in which somebody meets people and may be shared with.
///
/// # Errors
/// A fault.
pub fn services(tx: &mut Tx<'_>, own: Option<&OrganisationId>) -> Result<Vec<receivers::Organisation>, Error> {
    let mut found = receivers::organisations(tx)?;
    found.retain(|one| Some(&one.id) != own && one.kind.main_role().is_some_and(may_hold));
    Ok(found)
}
