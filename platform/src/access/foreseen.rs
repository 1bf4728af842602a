//! Whether somebody would be let in, asked before they look: for whoever decides whom to tell that something is new.

use kernel::area::Area;
use kernel::class::Class;
use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::role::Role;
use kernel::time::Timestamp;

use super::facts::{Receiver, subject_and_bond, weigh};
use crate::args;
use crate::db::Tx;
use crate::error::Fault;

/// Whether an account would be permitted to see this area of a person now. The same decision as at the desk, and it shows
/// nothing: no permit is given and no line is left.
///
/// # Errors
/// A fault when the database says no.
pub fn would_see(
    tx: &mut Tx<'_>,
    account: &AccountId,
    (person, class, area): (&PersonId, Class, Area),
    now: Timestamp,
) -> Result<bool, Fault> {
    let row = tx.row(
        "SELECT role, organisation_id FROM account WHERE account_id = $1 AND (ended_at IS NULL OR ended_at > $2)",
        args![account, now],
    )?;
    let Some(row) = row else { return Ok(false) };
    let receiver = Receiver {
        role: row.parsed(0, Role::parse)?,
        account: Some(account.clone()),
        organisation: row.parsed_or_null(1, OrganisationId::parse)?,
    };
    let Some((subject, bond)) = subject_and_bond(tx, person, &receiver, now)? else { return Ok(false) };
    Ok(weigh(receiver.role, class, &subject, &bond, false, now).areas.has(area))
}
