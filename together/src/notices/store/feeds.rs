//! Calendar addresses: one each, kept as a hash, gone when it is taken back.

use kernel::id::{AccountId, PersonId};
use kernel::time::Timestamp;
use platform::args;
use platform::db::Tx;
use platform::error::Error;
use platform::keys::keyed_hash;

use super::OwnerKey;

/// The hash under which the secret of a calendar's address is kept.
#[must_use]
pub fn hash(secret: &str) -> Vec<u8> {
    keyed_hash(b"calendar address", secret.as_bytes()).to_vec()
}

/// Makes a calendar address; one that was there ends.
///
/// # Errors
/// A fault.
pub fn make(tx: &mut Tx<'_>, owner: &OwnerKey, secret: &str, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "INSERT INTO notices_feed (person_id, account_id, feed_hash, made_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person_id, account_id) DO UPDATE SET feed_hash = excluded.feed_hash, made_at = excluded.made_at",
        args![owner.person.as_str(), owner.account.as_str(), hash(secret), now],
    )?;
    Ok(())
}

/// Since when somebody has one.
///
/// # Errors
/// A fault.
pub fn since(tx: &mut Tx<'_>, owner: &OwnerKey) -> Result<Option<Timestamp>, Error> {
    let row = tx.row(
        "SELECT made_at FROM notices_feed WHERE person_id = $1 AND account_id = $2",
        args![owner.person.as_str(), owner.account.as_str()],
    )?;
    Ok(row.map(|row| row.time(0)).transpose()?)
}

/// Ends it.
///
/// # Errors
/// A fault.
pub fn end(tx: &mut Tx<'_>, owner: &OwnerKey) -> Result<(), Error> {
    tx.run(
        "DELETE FROM notices_feed WHERE person_id = $1 AND account_id = $2",
        args![owner.person.as_str(), owner.account.as_str()],
    )?;
    Ok(())
}

/// Whose calendar an address opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// A person's.
    Person(PersonId),
    /// An employee's.
    Work(AccountId),
}

/// Whose calendar this secret opens; nobody's when it is wrong or was taken back.
///
/// # Errors
/// A fault.
pub fn whose(tx: &mut Tx<'_>, secret: &str) -> Result<Option<Whose>, Error> {
    let row = tx.row("SELECT person_id, account_id FROM notices_feed WHERE feed_hash = $1", args![hash(secret)])?;
    let Some(row) = row else { return Ok(None) };
    let person = PersonId::parse(row.text(0)?).map(Whose::Person);
    Ok(person.or(AccountId::parse(row.text(1)?).map(Whose::Work)))
}
