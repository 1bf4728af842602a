//! Cards: a keyed hash of the code, and whether it still counts.

use kernel::id::{PersonId, RowId};
use kernel::time::Timestamp;
use platform::args;
use platform::db::Tx;
use platform::error::Fault;

/// A card that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its id.
    pub id: RowId,
    /// When it was made.
    pub made_at: Timestamp,
}

/// Who holds the card with this hash; nobody when it was voided.
///
/// # Errors
/// A fault when the database says no.
pub fn holder(tx: &mut Tx<'_>, hash: &[u8]) -> Result<Option<PersonId>, Fault> {
    let row = tx.row(
        "SELECT c.person_id FROM sign_in_card c
         JOIN person p ON p.person_id = c.person_id
         WHERE c.code_hash = $1 AND c.voided_at IS NULL AND p.erased_at IS NULL",
        args![hash.to_vec()],
    )?;
    row.map(|row| row.parsed(0, PersonId::parse)).transpose()
}

/// Whether a card, voided or not, has this hash: a code is not used again while one remembers it.
///
/// # Errors
/// A fault when the database says no.
pub fn is_taken(tx: &mut Tx<'_>, hash: &[u8]) -> Result<bool, Fault> {
    Ok(tx.row("SELECT card_id FROM sign_in_card WHERE code_hash = $1", args![hash.to_vec()])?.is_some())
}

/// The card that counts, if there is one.
///
/// # Errors
/// A fault when the database says no.
pub fn current(tx: &mut Tx<'_>, person: &PersonId) -> Result<Option<Card>, Fault> {
    let row = tx.row(
        "SELECT card_id, made_at FROM sign_in_card WHERE person_id = $1 AND voided_at IS NULL
         ORDER BY made_at DESC, card_id",
        args![person],
    )?;
    row.map(|row| Ok(Card { id: row.parsed(0, RowId::parse)?, made_at: row.time(1)? })).transpose()
}

/// Writes a new card.
///
/// # Errors
/// A fault when the database says no.
pub fn make(tx: &mut Tx<'_>, person: &PersonId, id: &RowId, hash: &[u8], now: Timestamp) -> Result<(), Fault> {
    tx.run(
        "INSERT INTO sign_in_card (person_id, card_id, code_hash, made_at) VALUES ($1, $2, $3, $4)",
        args![person, id, hash.to_vec(), now],
    )?;
    Ok(())
}

/// Voids every card of a person's, and tells which.
///
/// # Errors
/// A fault when the database says no.
pub fn void(tx: &mut Tx<'_>, person: &PersonId, now: Timestamp) -> Result<Vec<RowId>, Fault> {
    let rows = tx.rows(
        "UPDATE sign_in_card SET voided_at = $1 WHERE person_id = $2 AND voided_at IS NULL RETURNING card_id",
        args![now, person],
    )?;
    rows.iter().map(|row| row.parsed(0, RowId::parse)).collect()
}
