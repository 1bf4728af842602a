//! Provisional persons: somebody asked for help and has not said who they are. They go away by themselves.

use kernel::id::PersonId;
use kernel::time::Timestamp;

use super::grants::must_be_own;
use super::permit::Permit;
use crate::args;
use crate::db::Tx;
use crate::error::{Error, Fault};
use crate::keys::{Cell, PersonKey};

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

/// Somebody who asked without saying who they were has turned out to be this person: no longer provisional, and called what
/// the person is called. The key is the provisional person's own. False for somebody who is not provisional.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn claim(tx: &mut Tx<'_>, own: &Permit, person: &PersonId, key: &PersonKey) -> Result<bool, Error> {
    must_be_own(own)?;
    let name = own.card().name.as_deref();
    let sealed = name.map(|name| key.seal(Cell::new("person", person.as_str(), "name"), name)).transpose()?;
    let claimed = tx.run(
        "UPDATE person SET provisional_until = NULL, name = $1, version = version + 1
         WHERE person_id = $2 AND provisional_until IS NOT NULL AND erased_at IS NULL",
        args![sealed, person],
    )?;
    Ok(claimed > 0)
}

/// Takes the claim back: provisional again, and without a name, until this time.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn let_go(tx: &mut Tx<'_>, own: &Permit, person: &PersonId, until: Timestamp) -> Result<(), Error> {
    must_be_own(own)?;
    tx.run(
        "UPDATE person SET provisional_until = $1, name = NULL, version = version + 1 WHERE person_id = $2",
        args![until, person],
    )?;
    Ok(())
}
