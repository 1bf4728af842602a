//! Protected addresses: on what ground, set and lifted by whom. The house keeps the fact itself, which decides every permit.

use kernel::id::{AccountId, RowId};
use kernel::time::Timestamp;
use platform::access::{Permit, people};
use platform::args;
use platform::db::Tx;
use platform::error::Error;

use crate::people::rules::Ground;

/// A protection that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Protection {
    /// On what ground.
    pub ground: Ground,
    /// Since when.
    pub since: Timestamp,
}

/// The protection that holds now. One that was there before anybody wrote a ground rests on the register.
///
/// # Errors
/// A fault when the database says no.
pub fn standing(tx: &mut Tx<'_>, permit: &Permit) -> Result<Option<Protection>, Error> {
    let Some(since) = people::protected_since(tx, permit)? else { return Ok(None) };
    let row = tx.row(
        "SELECT ground FROM people_protection WHERE person_id = $1 AND lifted_at IS NULL ORDER BY set_at DESC LIMIT 1",
        args![permit.person()],
    )?;
    let ground = row.map(|row| row.parsed(0, Ground::parse)).transpose()?.unwrap_or(Ground::Confidential);
    Ok(Some(Protection { ground, since }))
}

/// Sets it.
///
/// # Errors
/// A fault when the database says no.
pub fn set(
    tx: &mut Tx<'_>,
    permit: &Permit,
    id: &RowId,
    ground: Ground,
    by: Option<&AccountId>,
    now: Timestamp,
) -> Result<(), Error> {
    people::protect(tx, permit, Some(now))?;
    tx.run(
        "INSERT INTO people_protection (person_id, protection_id, ground, account_id, set_at) VALUES ($1, $2, $3, $4, $5)",
        args![permit.person(), id, ground.key(), by.map(AccountId::as_str), now],
    )?;
    Ok(())
}

/// Lifts it.
///
/// # Errors
/// A fault when the database says no.
pub fn lift(tx: &mut Tx<'_>, permit: &Permit, by: Option<&AccountId>, now: Timestamp) -> Result<(), Error> {
    people::protect(tx, permit, None)?;
    tx.run(
        "UPDATE people_protection SET lifted_at = $1, lifted_by = $2 WHERE person_id = $3 AND lifted_at IS NULL",
        args![now, by.map(AccountId::as_str), permit.person()],
    )?;
    Ok(())
}
