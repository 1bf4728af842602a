//! What the person has closed to everyone, and the objection to sharing between health personnel. Rows only.

use kernel::area::Areas;
use kernel::time::Timestamp;

use super::grants::must_be_own;
use super::permit::Permit;
use crate::args;
use crate::db::Tx;
use crate::error::{Error, Fault};

/// What the person has said no to, whatever they share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Closed {
    /// Areas closed to all but those who wrote in them, and an emergency (P-13).
    pub areas: Areas,
    /// Since when sharing between health personnel is objected to (P-17).
    pub objected_at: Option<Timestamp>,
}

/// How it is now.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn now(tx: &mut Tx<'_>, own: &Permit) -> Result<Closed, Error> {
    must_be_own(own)?;
    let row = tx.row("SELECT closed_areas, objected_at FROM person WHERE person_id = $1", args![own.person()])?;
    let row = row.ok_or(Error::Missing)?;
    Ok(Closed { areas: Areas::from_bits(row.int(0)?), objected_at: row.time_or_null(1)? })
}

/// Sets both.
///
/// # Errors
/// A denial for anyone but the person, or a fault when the row has changed since the permit was given.
pub fn set(tx: &mut Tx<'_>, own: &Permit, closed: Closed) -> Result<(), Error> {
    must_be_own(own)?;
    let changed = tx.run(
        "UPDATE person SET closed_areas = $1, objected_at = $2, version = version + 1
         WHERE person_id = $3 AND version = $4",
        args![closed.areas.bits(), closed.objected_at, own.person(), own.card().version],
    )?;
    if changed == 0 {
        return Err(Error::Fault(Fault::retry("the person's row was changed at the same time")));
    }
    Ok(())
}
