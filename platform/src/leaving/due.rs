//! Who is to be erased, and when: a person who has closed the account has thirty days to change their mind (P-16).

use kernel::id::PersonId;
use kernel::time::Timestamp;

use crate::args;
use crate::db::Tx;
use crate::error::{Error, Fault};

/// Lines up the erasure of somebody whose account has just been closed. Asked twice, the first day stands.
///
/// # Errors
/// A fault when the database says no.
pub fn ask(tx: &mut Tx<'_>, person: &PersonId, due_at: Timestamp, now: Timestamp) -> Result<(), Error> {
    Ok(line_up(tx, person, due_at, now)?)
}

/// The person has changed their mind. False when nothing was asked for, or when it has begun.
///
/// # Errors
/// A fault when the database says no.
pub fn take_back(tx: &mut Tx<'_>, person: &PersonId) -> Result<bool, Error> {
    Ok(tx.run("DELETE FROM erasure WHERE person_id = $1 AND begun_at IS NULL", args![person])? > 0)
}

/// Whose time is over, and those whose erasure was begun and not finished: up to fifty.
///
/// # Errors
/// A fault when the database says no.
pub fn due(tx: &mut Tx<'_>, now: Timestamp) -> Result<Vec<PersonId>, Error> {
    let rows = tx.rows("SELECT person_id FROM erasure WHERE due_at <= $1 ORDER BY due_at, person_id LIMIT 50", args![now])?;
    Ok(rows.iter().map(|row| row.parsed(0, PersonId::parse)).collect::<Result<_, Fault>>()?)
}

pub(super) fn line_up(tx: &mut Tx<'_>, person: &PersonId, due_at: Timestamp, now: Timestamp) -> Result<(), Fault> {
    tx.run(
        "INSERT INTO erasure (person_id, asked_at, due_at) VALUES ($1, $2, $3) ON CONFLICT (person_id) DO NOTHING",
        args![person, now, due_at],
    )?;
    Ok(())
}

/// From here on there is no way back: nobody gets a permit, and the person is signed out everywhere. False when the person
/// has taken it back in the meantime.
pub(super) fn begin(tx: &mut Tx<'_>, person: &PersonId, now: Timestamp) -> Result<bool, Fault> {
    let begun = tx.run(
        "UPDATE erasure SET begun_at = COALESCE(begun_at, $1) WHERE person_id = $2 AND due_at <= $3",
        args![now, person, now],
    )?;
    if begun == 0 {
        return Ok(false);
    }
    tx.run(
        "UPDATE person SET erased_at = COALESCE(erased_at, $1), name = NULL, phone = NULL, birth_year = NULL,
           version = version + 1
         WHERE person_id = $2",
        args![now, person],
    )?;
    tx.run("UPDATE session SET ended_at = $1 WHERE person_id = $2 AND ended_at IS NULL", args![now, person])?;
    Ok(true)
}

/// The rows the law keeps fall due later: until then there is nothing more to do.
pub(super) fn put_off(tx: &mut Tx<'_>, person: &PersonId, until: Timestamp) -> Result<(), Fault> {
    tx.run("UPDATE erasure SET due_at = $1 WHERE person_id = $2", args![until, person])?;
    Ok(())
}

/// The last two rows that name the person go together.
pub(super) fn finish(tx: &mut Tx<'_>, person: &PersonId) -> Result<(), Fault> {
    tx.run("DELETE FROM person WHERE person_id = $1 AND erased_at IS NOT NULL", args![person])?;
    tx.run("DELETE FROM erasure WHERE person_id = $1", args![person])?;
    Ok(())
}
