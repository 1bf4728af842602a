//! Rows: what is kept by heart as a hash, cards as a hash, cases, vouchings and six digits. SQL and nothing else.

pub mod cards;
pub mod cases;
pub mod digits;
pub mod secrets;

use kernel::time::Timestamp;
use platform::args;
use platform::charter::Table;
use platform::db::Tx;
use platform::error::Error;

/// The part's tables.
pub const TABLES: &[Table] = &[
    Table { name: "sign_in_secret", personal: true },
    Table { name: "sign_in_card", personal: true },
    Table { name: "sign_in_case", personal: true },
    Table { name: "sign_in_vouch", personal: true },
    Table { name: "sign_in_digits", personal: true },
];

/// Removes what is over since before this moment.
///
/// # Errors
/// A fault when the database says no.
pub fn forget_before(tx: &mut Tx<'_>, before: Timestamp) -> Result<(), Error> {
    tx.run("DELETE FROM sign_in_digits WHERE made_at < $1", args![before])?;
    tx.run("DELETE FROM sign_in_vouch WHERE spoken_at < $1", args![before])?;
    tx.run("DELETE FROM sign_in_case WHERE started_at < $1", args![before])?;
    tx.run("DELETE FROM sign_in_card WHERE voided_at < $1", args![before])?;
    Ok(())
}
