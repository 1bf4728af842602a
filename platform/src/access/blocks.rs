//! Blocks: whom the person does not let see anything, also in an emergency. Rows only; the rules are the part `consents`'.

use kernel::id::{AccountId, RowId};
use kernel::role::Role;
use kernel::time::Timestamp;

use super::desk::Desk;
use super::grants::must_be_own;
use super::permit::Permit;
use crate::args;
use crate::db::{Row, Tx};
use crate::error::{Error, Fault};

/// A block that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Whom.
    pub account: AccountId,
    /// Their name.
    pub name: String,
    /// Where they work.
    pub organisation_name: String,
    /// Since when.
    pub blocked_at: Timestamp,
}

/// An employee the person has met: serves them, has looked, or is shared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    /// Who.
    pub account: AccountId,
    /// Their name.
    pub name: String,
    /// Where they work.
    pub organisation_name: String,
    /// When they last looked, if they have.
    pub looked_at: Option<Timestamp>,
}

/// How many persons have blocked an employee: for the privacy contact, who is not told which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Their name.
    pub name: String,
    /// Where they work.
    pub organisation_name: String,
    /// By how many.
    pub persons: i64,
}

/// The blocks that hold now, newest first.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn running(tx: &mut Tx<'_>, own: &Permit) -> Result<Vec<Block>, Error> {
    must_be_own(own)?;
    let rows = tx.rows(
        "SELECT b.account_id, a.name, COALESCE(o.name, ''), b.blocked_at
         FROM access_block b
         JOIN account a ON a.account_id = b.account_id
         LEFT JOIN organisation o ON o.organisation_id = a.organisation_id
         WHERE b.person_id = $1 AND b.lifted_at IS NULL ORDER BY b.blocked_at DESC, b.block_id",
        args![own.person()],
    )?;
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}

fn read(row: &Row) -> Result<Block, Fault> {
    Ok(Block {
        account: row.parsed(0, AccountId::parse)?,
        name: row.text(1)?.to_owned(),
        organisation_name: row.text(2)?.to_owned(),
        blocked_at: row.time(3)?,
    })
}

/// Blocks an employee from now on.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn begin(tx: &mut Tx<'_>, own: &Permit, account: &AccountId, id: &RowId, now: Timestamp) -> Result<(), Error> {
    must_be_own(own)?;
    tx.add(
        "INSERT INTO access_block (person_id, account_id, block_id, blocked_at) VALUES ($1, $2, $3, $4)",
        args![own.person(), account, id, now],
    )?;
    Ok(())
}

/// Lifts the block. False when none held.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn lift(tx: &mut Tx<'_>, own: &Permit, account: &AccountId, now: Timestamp) -> Result<bool, Error> {
    must_be_own(own)?;
    let lifted = tx.run(
        "UPDATE access_block SET lifted_at = $1 WHERE person_id = $2 AND account_id = $3 AND lifted_at IS NULL",
        args![now, own.person(), account],
    )?;
    Ok(lifted > 0)
}

/// The employees the person has met, by name: those the person may choose among when blocking or sharing with one.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn met(tx: &mut Tx<'_>, own: &Permit) -> Result<Vec<Met>, Error> {
    must_be_own(own)?;
    let rows = tx.rows(
        "SELECT m.who, a.name, COALESCE(o.name, ''), a.role, max(m.looked_at)
         FROM (
           SELECT account_id AS who, NULL AS looked_at FROM access_relation WHERE person_id = $1 AND ended_at IS NULL
           UNION ALL
           SELECT account_id, NULL FROM access_grant WHERE person_id = $2
           UNION ALL
           SELECT account_id, at FROM audit_line WHERE subject = $3 AND outcome <> 'denied'
         ) m
         JOIN account a ON a.account_id = m.who
         LEFT JOIN organisation o ON o.organisation_id = a.organisation_id
         GROUP BY m.who, a.name, o.name, a.role
         ORDER BY a.name, m.who",
        args![own.person(), own.person(), own.key.subject()],
    )?;
    let mut met = Vec::new();
    for row in &rows {
        if row.parsed(3, Role::parse)?.is_staff() {
            met.push(Met {
                account: row.parsed(0, AccountId::parse)?,
                name: row.text(1)?.to_owned(),
                organisation_name: row.text(2)?.to_owned(),
                looked_at: row.time_or_null(4)?,
            });
        }
    }
    Ok(met)
}

/// How many have blocked whom, most first: the privacy contact's view (a block is visible to nobody else).
///
/// # Errors
/// A denial for anyone but the privacy contact, or a fault.
pub fn counted(tx: &mut Tx<'_>, desk: &Desk<'_>) -> Result<Vec<Counted>, Error> {
    super::emergency::must_be_privacy_contact(desk)?;
    let rows = tx.rows(
        "SELECT a.name, COALESCE(o.name, ''), CAST(count(b.block_id) AS BIGINT) AS persons
         FROM access_block b
         JOIN account a ON a.account_id = b.account_id
         LEFT JOIN organisation o ON o.organisation_id = a.organisation_id
         WHERE b.lifted_at IS NULL
         GROUP BY a.account_id, a.name, o.name ORDER BY persons DESC, a.name",
        &[],
    )?;
    let read = |row: &Row| -> Result<Counted, Fault> {
        Ok(Counted { name: row.text(0)?.to_owned(), organisation_name: row.text(1)?.to_owned(), persons: row.int(2)? })
    };
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}
