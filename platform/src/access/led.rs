//! Who leads what: the leader of the organisation itself, or, where it has none, the municipality's. Nothing here is about a
//! person.

use kernel::id::OrganisationId;
use kernel::time::Timestamp;

use super::receivers::{Organisation, organisation, organisations};
use crate::args;
use crate::db::Tx;
use crate::error::{Error, Fault};

/// The organisations that have a leader of their own now.
fn with_leader(tx: &mut Tx<'_>, now: Timestamp) -> Result<Vec<OrganisationId>, Error> {
    let rows = tx.rows(
        "SELECT DISTINCT organisation_id FROM account
         WHERE role = 'leader' AND organisation_id IS NOT NULL AND (ended_at IS NULL OR ended_at > $1)
         ORDER BY organisation_id NULLS LAST LIMIT 500",
        args![now],
    )?;
    Ok(rows.iter().map(|row| row.parsed(0, OrganisationId::parse)).collect::<Result<_, Fault>>()?)
}

/// The municipality of the same place that has a leader, for those who have none of their own.
fn municipality_of(tx: &mut Tx<'_>, id: &OrganisationId, now: Timestamp) -> Result<Option<OrganisationId>, Error> {
    let row = tx.row(
        "SELECT m.organisation_id FROM organisation m JOIN organisation o ON o.municipality = m.municipality
         WHERE o.organisation_id = $1 AND m.kind = 'municipality'
           AND EXISTS (SELECT 1 FROM account a WHERE a.organisation_id = m.organisation_id AND a.role = 'leader'
             AND (a.ended_at IS NULL OR a.ended_at > $2))
         ORDER BY m.organisation_id NULLS LAST LIMIT 1",
        args![id, now],
    )?;
    Ok(row.map(|row| row.parsed(0, OrganisationId::parse)).transpose()?)
}

/// Where the leader of an organisation works; nothing where nobody leads it here.
///
/// # Errors
/// A fault when the database says no.
pub fn led_from(tx: &mut Tx<'_>, id: &OrganisationId, now: Timestamp) -> Result<Option<Organisation>, Error> {
    let own = with_leader(tx, now)?.contains(id);
    let leads = if own { Some(id.clone()) } else { municipality_of(tx, id, now)? };
    leads.map_or(Ok(None), |leads| organisation(tx, &leads))
}

/// The organisations that are led from this one, by name.
///
/// # Errors
/// A fault when the database says no.
pub fn led_by(tx: &mut Tx<'_>, employer: &OrganisationId, now: Timestamp) -> Result<Vec<Organisation>, Error> {
    let mut led = Vec::new();
    for one in organisations(tx)? {
        if led_from(tx, &one.id, now)?.is_some_and(|from| from.id == *employer) {
            led.push(one);
        }
    }
    Ok(led)
}

/// The municipality of the same place: its coordinating unit answers for those who have no coordinator.
///
/// # Errors
/// A fault when the database says no.
pub fn coordinating_unit(tx: &mut Tx<'_>, id: &OrganisationId) -> Result<Option<Organisation>, Error> {
    let row = tx.row(
        "SELECT m.organisation_id FROM organisation m JOIN organisation o ON o.municipality = m.municipality
         WHERE o.organisation_id = $1 AND m.kind = 'municipality' ORDER BY m.organisation_id LIMIT 1",
        args![id],
    )?;
    let unit = row.map(|row| row.parsed(0, OrganisationId::parse)).transpose()?;
    unit.map_or(Ok(None), |unit| organisation(tx, &unit))
}
