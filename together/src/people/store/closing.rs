//! Accounts that were closed: when, when they are deleted, and whether it was undone.

use kernel::id::PersonId;
use kernel::time::Timestamp;
use platform::access::{Permit, people};
use platform::args;
use platform::db::Tx;
use platform::error::Error;
use platform::leaving;

use crate::people::rules::Account;

/// Where the person's account stands.
///
/// # Errors
/// A fault when the database says no.
pub fn load(tx: &mut Tx<'_>, own: &Permit) -> Result<Account, Error> {
    if people::closed_since(tx, own)?.is_none() {
        return Ok(Account::Open);
    }
    let row = tx.row(
        "SELECT closed_at, due_at FROM people_closing WHERE person_id = $1 AND undone_at IS NULL
         ORDER BY closed_at DESC LIMIT 1",
        args![own.person()],
    )?;
    let row = row.ok_or_else(|| Error::fault("a closed account has no row that says until when"))?;
    Ok(Account::Closed { since: row.time(0)?, due: row.time(1)? })
}

/// Closes it, and lines up that it is deleted when nobody has opened it again in time.
///
/// # Errors
/// A fault when the database says no.
pub fn close(tx: &mut Tx<'_>, person: &PersonId, since: Timestamp, due: Timestamp) -> Result<(), Error> {
    people::close(tx, person, since)?;
    tx.run("INSERT INTO people_closing (person_id, closed_at, due_at) VALUES ($1, $2, $3)", args![person, since, due])?;
    leaving::ask(tx, person, due, since)
}

/// Opens it again.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn reopen(tx: &mut Tx<'_>, own: &Permit, now: Timestamp) -> Result<(), Error> {
    people::reopen(tx, own)?;
    tx.run("UPDATE people_closing SET undone_at = $1 WHERE person_id = $2 AND undone_at IS NULL", args![now, own.person()])?;
    leaving::take_back(tx, own.person())?;
    Ok(())
}
