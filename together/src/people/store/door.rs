//! Registrations at a door: where, by whom, which number of the day, and until when they are kept.

use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::time::Timestamp;
use platform::access::Permit;
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

/// Registrations looked at in one turn of the job.
const CHUNK: i64 = 50;

/// A registration at a door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DropIn {
    /// Where.
    pub organisation: OrganisationId,
    /// By whom.
    pub account: AccountId,
    /// When.
    pub at: Timestamp,
    /// Which number of the day, for somebody who said no name.
    pub number: Option<i64>,
    /// Until when it is kept.
    pub keep_until: Timestamp,
}

/// The next number at this door today.
///
/// # Errors
/// A fault when the database says no.
pub fn next_number(tx: &mut Tx<'_>, organisation: &OrganisationId, now: Timestamp) -> Result<i64, Error> {
    let row =
        tx.row("SELECT max(number) FROM people_drop_in WHERE organisation_id = $1 AND day = $2", args![organisation, now.day()])?;
    let last = row.map(|row| row.int_or_null(0)).transpose()?.flatten();
    Ok(last.unwrap_or(0) + 1)
}

/// Writes it.
///
/// # Errors
/// A fault when the database says no.
pub fn insert(tx: &mut Tx<'_>, permit: &Permit, drop_in: &DropIn) -> Result<(), Error> {
    tx.run(
        "INSERT INTO people_drop_in (person_id, organisation_id, account_id, at, day, number, keep_until)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![
            permit.person(),
            &drop_in.organisation,
            &drop_in.account,
            drop_in.at,
            drop_in.at.day(),
            drop_in.number,
            drop_in.keep_until,
        ],
    )?;
    Ok(())
}

/// The person's registration at a door, if that is how they came.
///
/// # Errors
/// A fault when the database says no.
pub fn load(tx: &mut Tx<'_>, permit: &Permit) -> Result<Option<DropIn>, Error> {
    let row = tx.row(
        "SELECT organisation_id, account_id, at, number, keep_until FROM people_drop_in WHERE person_id = $1",
        args![permit.person()],
    )?;
    let read = |row: Row| -> Result<DropIn, Fault> {
        Ok(DropIn {
            organisation: row.parsed(0, OrganisationId::parse)?,
            account: row.parsed(1, AccountId::parse)?,
            at: row.time(2)?,
            number: row.int_or_null(3)?,
            keep_until: row.time(4)?,
        })
    };
    Ok(row.map(read).transpose()?)
}

/// Keeps it longer.
///
/// # Errors
/// A fault when the database says no.
pub fn keep(tx: &mut Tx<'_>, permit: &Permit, until: Timestamp) -> Result<(), Error> {
    tx.run("UPDATE people_drop_in SET keep_until = $1 WHERE person_id = $2", args![until, permit.person()])?;
    Ok(())
}

/// It is no longer a registration at a door: the person has come in, or it is closed.
///
/// # Errors
/// A fault when the database says no.
pub fn remove(tx: &mut Tx<'_>, person: &PersonId) -> Result<(), Error> {
    tx.run("DELETE FROM people_drop_in WHERE person_id = $1", args![person])?;
    Ok(())
}

/// Registrations whose time is over: a few at a time.
///
/// # Errors
/// A fault when the database says no.
pub fn over(tx: &mut Tx<'_>, now: Timestamp) -> Result<Vec<PersonId>, Error> {
    let rows = tx.rows(
        "SELECT person_id FROM people_drop_in WHERE keep_until <= $1 ORDER BY keep_until, person_id LIMIT $2",
        args![now, CHUNK],
    )?;
    Ok(rows.iter().map(|row| row.parsed(0, PersonId::parse)).collect::<Result<_, Fault>>()?)
}
