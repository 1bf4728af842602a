//! Invitations, and the one-time links that open them.

use kernel::id::{AccountId, OrganisationId};
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::args;
use platform::db::{Row, Tx};
use platform::error::Fault;

use super::accounts::Particulars;
use crate::staff::rules::Standing;

/// An invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The account it becomes.
    pub account: AccountId,
    /// Where.
    pub organisation: OrganisationId,
    /// As what.
    pub role: Role,
    /// Who.
    pub who: Particulars,
    /// First moment of access.
    pub from: Timestamp,
    /// Last moment of access, when one is set.
    pub access_until: Option<Timestamp>,
    /// Until when the newest link can be used.
    pub link_until: Timestamp,
    /// When it was used.
    pub taken_at: Option<Timestamp>,
    /// When it was taken back.
    pub withdrawn_at: Option<Timestamp>,
}

impl Invitation {
    /// Where it stands, for as long as no account has come of it.
    #[must_use]
    pub fn standing(&self) -> Standing {
        match (self.withdrawn_at, self.taken_at) {
            (None, None) => Standing::Invited { from: self.from, access_until: self.access_until },
            _ => Standing::Withdrawn,
        }
    }
}

fn read(row: &Row) -> Result<Invitation, Fault> {
    let maybe = |at| Ok::<_, Fault>(row.text_or_null(at)?.map(str::to_owned));
    Ok(Invitation {
        account: row.parsed(0, AccountId::parse)?,
        organisation: row.parsed(1, OrganisationId::parse)?,
        role: row.parsed(2, Role::parse)?,
        who: Particulars {
            name: row.text(3)?.to_owned(),
            title: row.text(4)?.to_owned(),
            phone: row.text(5)?.to_owned(),
            hpr_number: maybe(6)?,
            authorisation: maybe(7)?,
            department: maybe(8)?,
            legal_entity: maybe(9)?,
            point_of_care: maybe(10)?,
        },
        from: row.time(11)?,
        access_until: row.time_or_null(12)?,
        link_until: row.time(13)?,
        taken_at: row.time_or_null(14)?,
        withdrawn_at: row.time_or_null(15)?,
    })
}

/// One, or nothing.
///
/// # Errors
/// A fault when the database says no.
pub fn find(tx: &mut Tx<'_>, account: &AccountId) -> Result<Option<Invitation>, Fault> {
    let row = tx.row(
        "SELECT account_id, organisation_id, role, name, title, phone, hpr_number, authorisation, department, legal_entity,
           point_of_care, from_at, access_until, link_until, taken_at, withdrawn_at
         FROM staff_invitation WHERE account_id = $1",
        args![account],
    )?;
    row.map(|row| read(&row)).transpose()
}

/// Those that wait in an organisation, newest first.
///
/// # Errors
/// A fault when the database says no.
pub fn waiting(tx: &mut Tx<'_>, organisation: &OrganisationId) -> Result<Vec<Invitation>, Fault> {
    let rows = tx.rows(
        "SELECT account_id, organisation_id, role, name, title, phone, hpr_number, authorisation, department, legal_entity,
           point_of_care, from_at, access_until, link_until, taken_at, withdrawn_at
         FROM staff_invitation WHERE organisation_id = $1 AND taken_at IS NULL AND withdrawn_at IS NULL
         ORDER BY invited_at DESC, account_id LIMIT 100",
        args![organisation],
    )?;
    rows.iter().map(read).collect()
}

/// Writes a new one.
///
/// # Errors
/// A fault when the database says no.
pub fn insert(tx: &mut Tx<'_>, new: &Invitation, by: Option<&AccountId>, now: Timestamp) -> Result<(), Fault> {
    let who = &new.who;
    tx.run(
        "INSERT INTO staff_invitation (account_id, organisation_id, role, name, title, phone, hpr_number, authorisation,
           department, legal_entity, point_of_care, from_at, access_until, invited_by, invited_at, link_until)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
        args![
            &new.account,
            &new.organisation,
            new.role.key(),
            who.name.as_str(),
            who.title.as_str(),
            who.phone.as_str(),
            who.hpr_number.as_deref(),
            who.authorisation.as_deref(),
            who.department.as_deref(),
            who.legal_entity.as_deref(),
            who.point_of_care.as_deref(),
            new.from,
            new.access_until,
            by.map(AccountId::as_str),
            now,
            new.link_until,
        ],
    )?;
    Ok(())
}

/// It has become an account.
///
/// # Errors
/// A fault when the database says no.
pub fn take(tx: &mut Tx<'_>, account: &AccountId, now: Timestamp) -> Result<(), Fault> {
    tx.run("UPDATE staff_invitation SET taken_at = $1 WHERE account_id = $2", args![now, account])?;
    Ok(())
}

/// It is taken back, and its links with it.
///
/// # Errors
/// A fault when the database says no.
pub fn withdraw(tx: &mut Tx<'_>, account: &AccountId, now: Timestamp) -> Result<(), Fault> {
    tx.run("UPDATE staff_invitation SET withdrawn_at = $1 WHERE account_id = $2", args![now, account])?;
    void_links(tx, account, now)
}

/// A link that opens this account once; every older one is void.
///
/// # Errors
/// A fault when the database says no.
pub fn link(tx: &mut Tx<'_>, account: &AccountId, hash: Vec<u8>, now: Timestamp, until: Timestamp) -> Result<(), Fault> {
    void_links(tx, account, now)?;
    tx.run(
        "INSERT INTO one_time_link (link_hash, account_id, made_at, until_at) VALUES ($1, $2, $3, $4)",
        args![hash, account, now, until],
    )?;
    tx.run("UPDATE staff_invitation SET link_until = $1 WHERE account_id = $2 AND taken_at IS NULL", args![until, account])?;
    Ok(())
}

/// Makes every link of an account void.
///
/// # Errors
/// A fault when the database says no.
pub fn void_links(tx: &mut Tx<'_>, account: &AccountId, now: Timestamp) -> Result<(), Fault> {
    tx.run("UPDATE one_time_link SET used_at = $1 WHERE account_id = $2 AND used_at IS NULL", args![now, account])?;
    Ok(())
}

/// Uses a link up: whose it is, or nothing when it is wrong, old or used.
///
/// # Errors
/// A fault when the database says no.
pub fn use_link(tx: &mut Tx<'_>, hash: Vec<u8>, now: Timestamp) -> Result<Option<AccountId>, Fault> {
    let row = tx.row(
        "UPDATE one_time_link SET used_at = $1 WHERE link_hash = $2 AND used_at IS NULL AND until_at > $3
         RETURNING account_id",
        args![now, hash, now],
    )?;
    row.map(|row| row.parsed(0, AccountId::parse)).transpose()
}

/// Removes invitations that nobody took, thirty days after their last link, and links that open nothing any more.
///
/// # Errors
/// A fault when the database says no.
pub fn forget_old(tx: &mut Tx<'_>, now: Timestamp) -> Result<(), Fault> {
    let old = now.plus_days(-30);
    tx.run("DELETE FROM one_time_link WHERE until_at <= $1", args![old])?;
    tx.run("DELETE FROM staff_invitation WHERE taken_at IS NULL AND link_until <= $1", args![old])?;
    Ok(())
}
