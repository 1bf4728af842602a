//! What a person knows by heart, as the hash that is kept of it.

use kernel::id::PersonId;
use kernel::time::Timestamp;
use platform::access::Permit;
use platform::args;
use platform::db::Tx;
use platform::error::Fault;

use crate::sign_in::secrets::Kind;

/// What is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Secret {
    /// PIN or own words.
    pub kind: Kind,
    /// As [`platform::secret::keep`] gave it.
    pub kept: String,
    /// When it was chosen.
    pub chosen_at: Timestamp,
}

/// What is kept for somebody.
///
/// # Errors
/// A fault when the database says no.
pub fn find(tx: &mut Tx<'_>, person: &PersonId) -> Result<Option<Secret>, Fault> {
    let row = tx.row("SELECT kind, kept, chosen_at FROM sign_in_secret WHERE person_id = $1", args![person])?;
    row.map(|row| Ok(Secret { kind: row.parsed(0, Kind::parse)?, kept: row.text(1)?.to_owned(), chosen_at: row.time(2)? }))
        .transpose()
}

/// Keeps a new one; the old one opens nothing any more.
///
/// # Errors
/// A fault when the database says no.
pub fn choose(tx: &mut Tx<'_>, permit: &Permit, kind: Kind, kept: &str, now: Timestamp) -> Result<(), Fault> {
    tx.run(
        "INSERT INTO sign_in_secret (person_id, kind, kept, chosen_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person_id) DO UPDATE SET kind = excluded.kind, kept = excluded.kept, chosen_at = excluded.chosen_at",
        args![permit.person(), kind.key(), kept, now],
    )?;
    Ok(())
}
