//! Whom something can be shared with: organisations, and those who work there. Nothing here is about a person.

use kernel::id::{AccountId, OrganisationId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use kernel::time::Timestamp;

use super::facts::Receiver;
use super::permit::Permit;
use crate::args;
use crate::db::{Row, Tx};
use crate::error::{Error, Fault};

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// What kind it is.
    pub kind: OrganisationKind,
    /// Its phone.
    pub phone: String,
}

impl Organisation {
    /// The organisation as a whole, as a receiver: seen in the role in which it meets people.
    #[must_use]
    pub fn receiver(&self) -> Option<Receiver> {
        let role = self.kind.main_role()?;
        Some(Receiver { role, account: None, organisation: Some(self.id.clone()) })
    }
}

/// Somebody with an account: an employee, or a relative who was invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The account.
    pub id: AccountId,
    /// Name; empty for a relative, whose name is the person's to keep.
    pub name: String,
    /// In which role.
    pub role: Role,
    /// Where they work.
    pub organisation: Option<Organisation>,
    /// When the account ended.
    pub ended_at: Option<Timestamp>,
}

impl Holder {
    /// This account as a receiver.
    #[must_use]
    pub fn receiver(&self) -> Receiver {
        let organisation = self.organisation.as_ref().map(|organisation| organisation.id.clone());
        Receiver { role: self.role, account: Some(self.id.clone()), organisation }
    }
}

/// Every organisation, by name.
///
/// # Errors
/// A fault when the database says no.
pub fn organisations(tx: &mut Tx<'_>) -> Result<Vec<Organisation>, Error> {
    let rows = tx.rows("SELECT organisation_id, name, kind, phone FROM organisation ORDER BY name, organisation_id", &[])?;
    Ok(rows.iter().map(|row| read(row, 0)).collect::<Result<_, Fault>>()?)
}

/// One organisation.
///
/// # Errors
/// A fault when the database says no.
pub fn organisation(tx: &mut Tx<'_>, id: &OrganisationId) -> Result<Option<Organisation>, Error> {
    let row = tx.row("SELECT organisation_id, name, kind, phone FROM organisation WHERE organisation_id = $1", args![id])?;
    Ok(row.map(|row| read(&row, 0)).transpose()?)
}

/// Every organisation that serves or has served the person, or that something is or was shared with: those a page about
/// sharing names, in one statement.
///
/// # Errors
/// A fault when the database says no.
pub fn around(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<Organisation>, Error> {
    let rows = tx.rows(
        "SELECT organisation_id, name, kind, phone FROM organisation
         WHERE organisation_id IN (SELECT organisation_id FROM access_relation WHERE person_id = $1
           UNION SELECT organisation_id FROM access_grant WHERE person_id = $2)
         ORDER BY name LIMIT 500",
        args![permit.person(), permit.person()],
    )?;
    Ok(rows.iter().map(|row| read(row, 0)).collect::<Result<_, Fault>>()?)
}

/// Whoever holds an account.
///
/// # Errors
/// A fault when the database says no.
pub fn holder(tx: &mut Tx<'_>, id: &AccountId) -> Result<Option<Holder>, Error> {
    let row = tx.row(
        "SELECT a.account_id, a.name, a.role, a.ended_at, o.organisation_id, o.name, o.kind, o.phone
         FROM account a LEFT JOIN organisation o ON o.organisation_id = a.organisation_id
         WHERE a.account_id = $1",
        args![id],
    )?;
    Ok(row.map(|row| read_holder(&row)).transpose()?)
}

fn read_holder(row: &Row) -> Result<Holder, Fault> {
    let works = row.text_or_null(4)?.is_some();
    Ok(Holder {
        id: row.parsed(0, AccountId::parse)?,
        name: row.text(1)?.to_owned(),
        role: row.parsed(2, Role::parse)?,
        ended_at: row.time_or_null(3)?,
        organisation: if works { Some(read(row, 4)?) } else { None },
    })
}

fn read(row: &Row, at: usize) -> Result<Organisation, Fault> {
    Ok(Organisation {
        id: row.parsed(at, OrganisationId::parse)?,
        name: row.text(at + 1)?.to_owned(),
        kind: row.parsed(at + 2, OrganisationKind::parse)?,
        phone: row.text(at + 3)?.to_owned(),
    })
}
