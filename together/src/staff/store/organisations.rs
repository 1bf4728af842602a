//! Organisations as rows.

use kernel::id::OrganisationId;
use kernel::persona::OrganisationKind;
use kernel::time::Timestamp;
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

/// An organisation as it is set up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Which.
    pub id: OrganisationId,
    /// Name.
    pub name: String,
    /// Kind: what people who work there may ever see follows from it.
    pub kind: OrganisationKind,
    /// Phone as stored; empty when there is none.
    pub phone: String,
    /// The municipality it belongs to; empty when it serves several.
    pub municipality: String,
    /// Organisation number of the legal entity.
    pub number: Option<String>,
    /// When it was closed, with all access through it.
    pub closed_at: Option<Timestamp>,
}

/// A line in the list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The organisation.
    pub organisation: Organisation,
    /// How many have access now.
    pub at_work: i64,
}

fn read(row: &Row) -> Result<Organisation, Fault> {
    Ok(Organisation {
        id: row.parsed(0, OrganisationId::parse)?,
        name: row.text(1)?.to_owned(),
        kind: row.parsed(2, OrganisationKind::parse)?,
        phone: row.text(3)?.to_owned(),
        municipality: row.text(4)?.to_owned(),
        number: row.text_or_null(5)?.map(str::to_owned),
        closed_at: row.time_or_null(6)?,
    })
}

/// One.
///
/// # Errors
/// [`Error::Missing`] or a fault.
pub fn load(tx: &mut Tx<'_>, id: &OrganisationId) -> Result<Organisation, Error> {
    let row = tx.row(
        "SELECT organisation_id, name, kind, phone, municipality, organisation_number, closed_at
         FROM organisation WHERE organisation_id = $1",
        args![id],
    )?;
    Ok(read(&row.ok_or(Error::Missing)?)?)
}

/// All, by name, with how many have access. At most a thousand: a region.
///
/// # Errors
/// A fault when the database says no.
pub fn all(tx: &mut Tx<'_>, now: Timestamp) -> Result<Vec<Listed>, Fault> {
    let rows = tx.rows(
        "SELECT o.organisation_id, o.name, o.kind, o.phone, o.municipality, o.organisation_number, o.closed_at,
           count(a.account_id)
         FROM organisation o LEFT JOIN account a ON a.organisation_id = o.organisation_id
           AND (a.ended_at IS NULL OR a.ended_at > $1)
         GROUP BY o.organisation_id, o.name, o.kind, o.phone, o.municipality, o.organisation_number, o.closed_at
         ORDER BY o.name LIMIT 1000",
        args![now],
    )?;
    rows.iter().map(|row| Ok(Listed { organisation: read(row)?, at_work: row.int(7)? })).collect()
}

/// Writes it, new or changed.
///
/// # Errors
/// A fault when the database says no.
pub fn save(tx: &mut Tx<'_>, organisation: &Organisation) -> Result<(), Fault> {
    tx.run(
        "INSERT INTO organisation (organisation_id, name, kind, phone, municipality, organisation_number)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (organisation_id) DO UPDATE SET name = excluded.name, kind = excluded.kind, phone = excluded.phone,
           municipality = excluded.municipality, organisation_number = excluded.organisation_number",
        args![
            &organisation.id,
            organisation.name.as_str(),
            organisation.kind.key(),
            organisation.phone.as_str(),
            organisation.municipality.as_str(),
            organisation.number.as_deref(),
        ],
    )?;
    Ok(())
}

/// Whether another organisation has this name.
///
/// # Errors
/// A fault when the database says no.
pub fn is_named(tx: &mut Tx<'_>, name: &str, but: &OrganisationId) -> Result<bool, Fault> {
    let row = tx.row("SELECT organisation_id FROM organisation WHERE name = $1 AND organisation_id <> $2", args![name, but])?;
    Ok(row.is_some())
}

/// The organisation with this name; no two have the same.
///
/// # Errors
/// A fault when the database says no.
pub fn named(tx: &mut Tx<'_>, name: &str) -> Result<Option<OrganisationId>, Fault> {
    let row = tx.row("SELECT o.organisation_id FROM organisation o WHERE o.name = $1 ORDER BY o.name LIMIT 1", args![name])?;
    row.map(|row| row.parsed(0, OrganisationId::parse)).transpose()
}

/// Closes it: the access of all who work there ends now, and so do invitations that wait.
///
/// # Errors
/// A fault when the database says no.
pub fn close(tx: &mut Tx<'_>, id: &OrganisationId, now: Timestamp) -> Result<(), Fault> {
    tx.run("UPDATE organisation SET closed_at = $1 WHERE organisation_id = $2", args![now, id])?;
    tx.run(
        "UPDATE session SET ended_at = $1 WHERE ended_at IS NULL AND account_id IN
           (SELECT account_id FROM account WHERE organisation_id = $2)",
        args![now, id],
    )?;
    tx.run(
        "UPDATE account SET ended_at = $1 WHERE organisation_id = $2 AND (ended_at IS NULL OR ended_at > $3)",
        args![now, id, now],
    )?;
    tx.run(
        "UPDATE staff_invitation SET withdrawn_at = $1
         WHERE organisation_id = $2 AND taken_at IS NULL AND withdrawn_at IS NULL",
        args![now, id],
    )?;
    Ok(())
}

/// Opens it again; nobody's access comes back by itself.
///
/// # Errors
/// A fault when the database says no.
pub fn reopen(tx: &mut Tx<'_>, id: &OrganisationId) -> Result<(), Fault> {
    tx.run("UPDATE organisation SET closed_at = NULL WHERE organisation_id = $1", args![id])?;
    Ok(())
}
