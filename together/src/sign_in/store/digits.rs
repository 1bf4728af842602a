//! Six digits that open the door once, within ten minutes. Only their keyed hash is kept.

use kernel::id::{PersonId, RowId};
use kernel::time::Timestamp;
use platform::args;
use platform::db::Tx;
use platform::error::Fault;

use crate::sign_in::rules::{DIGITS_S, Proof};

/// Whether digits that still open something have this hash.
///
/// # Errors
/// A fault when the database says no.
pub fn is_taken(tx: &mut Tx<'_>, hash: &[u8], now: Timestamp) -> Result<bool, Fault> {
    let row = tx.row(
        "SELECT case_id FROM sign_in_digits WHERE digits_hash = $1 AND used_at IS NULL AND until_at > $2",
        args![hash.to_vec(), now],
    )?;
    Ok(row.is_some())
}

/// Gives a case its digits; earlier ones open nothing any more.
///
/// # Errors
/// A fault when the database says no.
pub fn give(tx: &mut Tx<'_>, person: &PersonId, case: &RowId, hash: &[u8], proof: Proof, now: Timestamp) -> Result<(), Fault> {
    tx.run(
        "INSERT INTO sign_in_digits (person_id, case_id, digits_hash, proof, made_at, until_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (person_id, case_id) DO UPDATE SET digits_hash = excluded.digits_hash,
           proof = excluded.proof, made_at = excluded.made_at, until_at = excluded.until_at, used_at = NULL",
        args![person, case, hash.to_vec(), proof.key(), now, now.plus_s(DIGITS_S)],
    )?;
    Ok(())
}

/// Uses digits up, and tells whose case they belong to.
///
/// # Errors
/// A fault when the database says no.
pub fn use_up(tx: &mut Tx<'_>, hash: &[u8], now: Timestamp) -> Result<Option<(PersonId, RowId, Proof)>, Fault> {
    let row = tx.row(
        "UPDATE sign_in_digits SET used_at = $1
         WHERE digits_hash = $2 AND used_at IS NULL AND until_at > $3
         RETURNING person_id, case_id, proof",
        args![now, hash.to_vec(), now],
    )?;
    row.map(|row| Ok((row.parsed(0, PersonId::parse)?, row.parsed(1, RowId::parse)?, row.parsed(2, Proof::parse)?))).transpose()
}
