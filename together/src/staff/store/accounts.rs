//! Accounts as rows: who works where, as what, until when.

use kernel::id::{AccountId, OrganisationId};
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

use crate::staff::rules::Standing;

/// What is told about somebody who works here: the attestation set that each look is logged with (P-11).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Particulars {
    /// Name.
    pub name: String,
    /// What they are called at work.
    pub title: String,
    /// Phone as stored; empty when there is none.
    pub phone: String,
    /// Number in the register of health personnel.
    pub hpr_number: Option<String>,
    /// Authorisation, for instance «sykepleier».
    pub authorisation: Option<String>,
    /// Department.
    pub department: Option<String>,
    /// Organisation number of the legal entity that employs them.
    pub legal_entity: Option<String>,
    /// Where they meet people.
    pub point_of_care: Option<String>,
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Which.
    pub id: AccountId,
    /// Where they work.
    pub organisation: OrganisationId,
    /// Its name.
    pub organisation_name: String,
    /// As what.
    pub role: Role,
    /// Who.
    pub who: Particulars,
    /// Since when.
    pub started_at: Timestamp,
    /// When access ends or ended.
    pub ended_at: Option<Timestamp>,
}

impl Account {
    /// Where it stands.
    #[must_use]
    pub fn standing(&self, now: Timestamp) -> Standing {
        Standing::of(self.ended_at, now)
    }
}

fn read(row: &Row) -> Result<Account, Fault> {
    let maybe = |at| Ok::<_, Fault>(row.text_or_null(at)?.map(str::to_owned));
    Ok(Account {
        id: row.parsed(0, AccountId::parse)?,
        organisation: row.parsed(1, OrganisationId::parse)?,
        organisation_name: row.text(2)?.to_owned(),
        role: row.parsed(3, Role::parse)?,
        who: Particulars {
            name: row.text(4)?.to_owned(),
            title: row.text(5)?.to_owned(),
            phone: row.text(6)?.to_owned(),
            hpr_number: maybe(7)?,
            authorisation: maybe(8)?,
            department: maybe(9)?,
            legal_entity: maybe(10)?,
            point_of_care: maybe(11)?,
        },
        started_at: row.time(12)?,
        ended_at: row.time_or_null(13)?,
    })
}

/// One employee's account; a relative's is not set up here.
///
/// # Errors
/// [`Error::Missing`] or a fault.
pub fn load(tx: &mut Tx<'_>, id: &AccountId) -> Result<Account, Error> {
    find(tx, id)?.ok_or(Error::Missing)
}

/// As [`load`], or nothing.
///
/// # Errors
/// A fault when the database says no.
pub fn find(tx: &mut Tx<'_>, id: &AccountId) -> Result<Option<Account>, Fault> {
    let row = tx.row(
        "SELECT a.account_id, a.organisation_id, o.name, a.role, a.name, a.title, a.phone, a.hpr_number, a.authorisation,
           a.department, a.legal_entity, a.point_of_care, a.started_at, a.ended_at
         FROM account a JOIN organisation o ON o.organisation_id = a.organisation_id WHERE a.account_id = $1",
        args![id],
    )?;
    row.map(|row| read(&row)).transpose()
}

/// Everyone who works or has worked in an organisation, by name; at most five hundred.
///
/// # Errors
/// A fault when the database says no.
pub fn of(tx: &mut Tx<'_>, organisation: &OrganisationId) -> Result<Vec<Account>, Fault> {
    let rows = tx.rows(
        "SELECT a.account_id, a.organisation_id, o.name, a.role, a.name, a.title, a.phone, a.hpr_number, a.authorisation,
           a.department, a.legal_entity, a.point_of_care, a.started_at, a.ended_at
         FROM account a JOIN organisation o ON o.organisation_id = a.organisation_id
         WHERE a.organisation_id = $1 ORDER BY a.started_at DESC, a.account_id LIMIT 500",
        args![organisation],
    )?;
    let mut found: Vec<Account> = rows.iter().map(read).collect::<Result<_, Fault>>()?;
    found.sort_by(|a, b| a.who.name.cmp(&b.who.name));
    Ok(found)
}

/// Makes an account.
///
/// # Errors
/// A fault when it is there already or the database says no.
pub fn begin(tx: &mut Tx<'_>, account: &Account) -> Result<(), Fault> {
    let who = &account.who;
    tx.run(
        "INSERT INTO account (account_id, organisation_id, role, name, title, phone, hpr_number, department, started_at,
           ended_at, authorisation, legal_entity, point_of_care)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        args![
            &account.id,
            &account.organisation,
            account.role.key(),
            who.name.as_str(),
            who.title.as_str(),
            who.phone.as_str(),
            who.hpr_number.as_deref(),
            who.department.as_deref(),
            account.started_at,
            account.ended_at,
            who.authorisation.as_deref(),
            who.legal_entity.as_deref(),
            who.point_of_care.as_deref(),
        ],
    )?;
    Ok(())
}

/// Writes what is told about somebody, their role and the end of their access.
///
/// # Errors
/// A fault when the database says no.
pub fn save(tx: &mut Tx<'_>, account: &Account) -> Result<(), Fault> {
    let who = &account.who;
    tx.run(
        "UPDATE account SET role = $1, name = $2, title = $3, phone = $4, hpr_number = $5, department = $6, ended_at = $7,
           authorisation = $8, legal_entity = $9, point_of_care = $10 WHERE account_id = $11",
        args![
            account.role.key(),
            who.name.as_str(),
            who.title.as_str(),
            who.phone.as_str(),
            who.hpr_number.as_deref(),
            who.department.as_deref(),
            account.ended_at,
            who.authorisation.as_deref(),
            who.legal_entity.as_deref(),
            who.point_of_care.as_deref(),
            &account.id,
        ],
    )?;
    Ok(())
}

/// Ends every session of an account: at the next request it is somebody who has not signed in.
///
/// # Errors
/// A fault when the database says no.
pub fn end_sessions(tx: &mut Tx<'_>, id: &AccountId, now: Timestamp) -> Result<(), Fault> {
    tx.run("UPDATE session SET ended_at = $1 WHERE account_id = $2 AND ended_at IS NULL", args![now, id])?;
    Ok(())
}

/// Whether somebody else could give access to the whole: an administrator of the municipality.
///
/// # Errors
/// A fault when the database says no.
pub fn another_admin(tx: &mut Tx<'_>, but: &AccountId, now: Timestamp) -> Result<bool, Fault> {
    let row = tx.row(
        "SELECT a.account_id FROM account a JOIN organisation o ON o.organisation_id = a.organisation_id
         WHERE a.role = 'admin' AND o.kind = 'municipality' AND a.account_id <> $1
           AND (a.ended_at IS NULL OR a.ended_at > $2)",
        args![but, now],
    )?;
    Ok(row.is_some())
}

/// Passkeys made before this moment open nothing any more.
///
/// # Errors
/// A fault when the database says no.
pub fn doors_from(tx: &mut Tx<'_>, id: &AccountId, now: Timestamp) -> Result<(), Fault> {
    tx.run("UPDATE account SET doors_from = $1 WHERE account_id = $2", args![now, id])?;
    Ok(())
}

/// An open session of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The hash by which it is kept.
    pub hash: Vec<u8>,
    /// Since when.
    pub started_at: Timestamp,
    /// When it ends by itself.
    pub ends_at: Timestamp,
}

/// The open sessions of an account, newest first.
///
/// # Errors
/// A fault when the database says no.
pub fn sessions(tx: &mut Tx<'_>, id: &AccountId, now: Timestamp) -> Result<Vec<Session>, Fault> {
    let rows = tx.rows(
        "SELECT session_hash, started_at, ends_at FROM session
         WHERE account_id = $1 AND ended_at IS NULL AND ends_at > $2 ORDER BY started_at DESC, session_hash LIMIT 50",
        args![id, now],
    )?;
    let session = |row: &Row| Ok(Session { hash: row.blob(0)?.to_vec(), started_at: row.time(1)?, ends_at: row.time(2)? });
    rows.iter().map(session).collect()
}

/// Ends one session of an account.
///
/// # Errors
/// A fault when the database says no.
pub fn end_session(tx: &mut Tx<'_>, id: &AccountId, session: &[u8], now: Timestamp) -> Result<(), Fault> {
    tx.run(
        "UPDATE session SET ended_at = $1 WHERE session_hash = $2 AND account_id = $3 AND ended_at IS NULL",
        args![now, session.to_vec(), id],
    )?;
    Ok(())
}

/// The other accounts of the same somebody that have access now.
///
/// # Errors
/// A fault when the database says no.
pub fn same_somebody(tx: &mut Tx<'_>, id: &AccountId, now: Timestamp) -> Result<Vec<Account>, Fault> {
    let rows = tx.rows(
        "SELECT a.account_id, a.organisation_id, o.name, a.role, a.name, a.title, a.phone, a.hpr_number, a.authorisation,
           a.department, a.legal_entity, a.point_of_care, a.started_at, a.ended_at
         FROM staff_same s JOIN staff_same mine ON mine.somebody = s.somebody
         JOIN account a ON a.account_id = s.account_id JOIN organisation o ON o.organisation_id = a.organisation_id
         WHERE mine.account_id = $1 AND s.account_id <> $2 AND (a.ended_at IS NULL OR a.ended_at > $3)
         ORDER BY o.name, a.account_id LIMIT 20",
        args![id, id, now],
    )?;
    rows.iter().map(read).collect()
}

/// Two accounts are one somebody's from now on.
///
/// # Errors
/// A fault when the database says no.
pub fn join(tx: &mut Tx<'_>, mine: &AccountId, other: &AccountId) -> Result<(), Fault> {
    let known = tx.row("SELECT somebody FROM staff_same WHERE account_id = $1", args![mine])?;
    let somebody = known.map(|row| row.text(0).map(str::to_owned)).transpose()?;
    let somebody = somebody.unwrap_or_else(|| mine.as_str().to_owned());
    for id in [mine, other] {
        tx.run(
            "INSERT INTO staff_same (account_id, somebody) VALUES ($1, $2)
             ON CONFLICT (account_id) DO UPDATE SET somebody = excluded.somebody",
            args![id, somebody.as_str()],
        )?;
    }
    Ok(())
}
