//! What only the set-up pages read and write: which organisations answer, for what, and who is on duty when.

use kernel::id::{AccountId, OrganisationId};
use kernel::time::Timestamp;
use platform::args;
use platform::db::{Row, Tx};
use platform::error::Fault;

use crate::help_requests::choices::Need;

/// An organisation, and whether it answers.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Which.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// Whether it has a desk.
    pub answers: bool,
}

/// Every organisation that is open, by name; at most a thousand.
///
/// # Errors
/// A fault when the database says no.
pub fn organisations(tx: &mut Tx<'_>) -> Result<Vec<Organisation>, Fault> {
    let rows = tx.rows(
        "SELECT o.organisation_id, o.name, d.municipality FROM organisation o
         LEFT JOIN help_requests_desk d ON d.organisation_id = o.organisation_id
         WHERE o.closed_at IS NULL ORDER BY o.name LIMIT 1000",
        &[],
    )?;
    let read = |row: &Row| {
        let answers = row.text_or_null(2)?.is_some();
        Ok(Organisation { id: row.parsed(0, OrganisationId::parse)?, name: row.text(1)?.to_owned(), answers })
    };
    rows.iter().map(read).collect()
}

/// Which organisation answers each need here, with its name.
///
/// # Errors
/// A fault when the database says no.
pub fn routes(tx: &mut Tx<'_>, municipality: &str) -> Result<Vec<(Need, OrganisationId, String)>, Fault> {
    let rows = tx.rows(
        "SELECT r.need, r.organisation_id, o.name FROM help_requests_route r
         JOIN organisation o ON o.organisation_id = r.organisation_id
         WHERE r.municipality = $1 AND o.closed_at IS NULL ORDER BY r.need",
        args![municipality],
    )?;
    let read = |row: &Row| Ok((row.parsed(0, Need::parse)?, row.parsed(1, OrganisationId::parse)?, row.text(2)?.to_owned()));
    rows.iter().map(read).collect()
}

/// A need that this organisation answered is nobody's again.
///
/// # Errors
/// A fault when the database says no.
pub fn unroute(tx: &mut Tx<'_>, municipality: &str, organisation: &OrganisationId, need: Need) -> Result<(), Fault> {
    tx.run(
        "DELETE FROM help_requests_route WHERE municipality = $1 AND need = $2 AND organisation_id = $3",
        args![municipality, need.key(), organisation],
    )?;
    Ok(())
}

/// Somebody's duty.
#[derive(Clone, Debug)]
pub struct Duty {
    /// Who.
    pub account: AccountId,
    /// Name.
    pub name: String,
    /// From.
    pub from: Timestamp,
    /// Until.
    pub until: Timestamp,
}

/// Duties that are not over, soonest first; at most two hundred.
///
/// # Errors
/// A fault when the database says no.
pub fn duties(tx: &mut Tx<'_>, organisation: &OrganisationId, now: Timestamp) -> Result<Vec<Duty>, Fault> {
    let rows = tx.rows(
        "SELECT d.account_id, a.name, d.from_at, d.until_at FROM help_requests_duty d
         JOIN account a ON a.account_id = d.account_id
         WHERE d.organisation_id = $1 AND d.until_at > $2 ORDER BY d.from_at, d.account_id LIMIT 200",
        args![organisation, now],
    )?;
    let read = |row: &Row| {
        let account = row.parsed(0, AccountId::parse)?;
        Ok(Duty { account, name: row.text(1)?.to_owned(), from: row.time(2)?, until: row.time(3)? })
    };
    rows.iter().map(read).collect()
}

/// Takes somebody off duty.
///
/// # Errors
/// A fault when the database says no.
pub fn take_off_duty(
    tx: &mut Tx<'_>,
    organisation: &OrganisationId,
    account: &AccountId,
    from: Timestamp,
) -> Result<bool, Fault> {
    let gone = tx.run(
        "DELETE FROM help_requests_duty WHERE organisation_id = $1 AND account_id = $2 AND from_at = $3",
        args![organisation, account, from],
    )?;
    Ok(gone > 0)
}
