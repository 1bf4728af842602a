//! Provisional persons: somebody asked for help and has not said who they are. They go away by themselves.

use kernel::id::PersonId;
use kernel::time::Timestamp;

use super::permit::Permit;
use crate::args;
use crate::db::Tx;
use crate::error::{Error, Fault};

/// Keeps the person longer, because the contact goes on. Nothing happens to a person who is not provisional.
///
/// # Errors
/// A fault when the database says no.
pub fn keep_until(tx: &mut Tx<'_>, permit: &Permit, until: Timestamp) -> Result<(), Error> {
    tx.run(
        "UPDATE person SET provisional_until = $1, version = version + 1
         WHERE person_id = $2 AND provisional_until IS NOT NULL AND provisional_until < $3",
        args![until, permit.person(), until],
    )?;
    Ok(())
}

/// Closes a provisional person whose time is over: from here on nobody gets a permit. False for everyone else, and for
/// somebody who has said who they are in the meantime.
///
/// # Errors
/// A fault when the database says no.
pub fn close(tx: &mut Tx<'_>, person: &PersonId, now: Timestamp) -> Result<bool, Fault> {
    let closed = tx.run(
        "UPDATE person SET erased_at = COALESCE(erased_at, $1), version = version + 1
         WHERE person_id = $2 AND provisional_until IS NOT NULL AND provisional_until <= $3",
        args![now, person, now],
    )?;
    Ok(closed > 0)
}

/// Removes what the house keeps about a provisional person that has been closed. The key goes first, in the key store.
///
/// # Errors
/// A fault when the database says no.
pub fn remove(tx: &mut Tx<'_>, person: &PersonId) -> Result<(), Fault> {
    let gone = tx.run(
        "DELETE FROM person WHERE person_id = $1 AND provisional_until IS NOT NULL AND erased_at IS NOT NULL",
        args![person],
    )?;
    if gone == 0 {
        return Ok(());
    }
    for sql in [
        "DELETE FROM access_relation WHERE person_id = $1",
        "DELETE FROM access_grant WHERE person_id = $1",
        "DELETE FROM access_block WHERE person_id = $1",
        "DELETE FROM access_emergency WHERE person_id = $1",
        "DELETE FROM person_lookup WHERE person_id = $1",
        "DELETE FROM session WHERE person_id = $1",
    ] {
        tx.run(sql, args![person])?;
    }
    Ok(())
}
