//! Keyed hashes by which a person is found again: a card, a number, another system's name for them.

use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::time::Timestamp;

use super::desk::Desk;
use super::permit::Permit;
use crate::args;
use crate::db::Tx;
use crate::error::{Error, Fault};

/// The kind under which a first name together with a year of birth is kept: see [`name_and_year`].
pub const NAME_AND_YEAR: &str = "name-and-year";

/// A name that somebody goes by, with the year they were born, in the one spelling that is hashed. First names and
/// nicknames are kept alike, one row for each, so that the same two facts find somebody by any of them.
#[must_use]
pub fn name_and_year(name: &str, birth_year: i64) -> String {
    format!("{} {birth_year}", folded(name))
}

/// A name as it is compared: its first word without capitals; nicknames of several words are kept word for word.
#[must_use]
pub fn folded(name: &str) -> String {
    name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Most persons one hash may stand for; more is a sign that the value identifies nobody.
const MANY: usize = 10;

/// The persons kept under a hash that [`crate::keys::KeyStore::lookup`] made. Erased persons and closed accounts are not found.
///
/// # Errors
/// A fault when the database says no.
pub fn find(tx: &mut Tx<'_>, kind: &str, hash: &[u8]) -> Result<Vec<PersonId>, Error> {
    let rows = tx.rows(
        "SELECT l.person_id FROM person_lookup l
         JOIN person p ON p.person_id = l.person_id
         WHERE l.hash = $1 AND l.kind = $2 AND p.erased_at IS NULL AND p.closed_at IS NULL
         ORDER BY l.person_id LIMIT 10",
        args![hash.to_vec(), kind],
    )?;
    let found: Result<Vec<_>, Fault> = rows.iter().take(MANY).map(|row| row.parsed(0, PersonId::parse)).collect();
    Ok(found?)
}

/// The kind under which the number on a person's card is kept, in the form [`kernel::code::Code::canonical`] gives it.
pub const CARD: &str = "card";

/// Those kept under a hash whom the asker has something to do with already: served by the same organisation now, or sharing
/// with it or with the asker. Nobody else is found, so that the answer tells nothing about others. At most fifty.
///
/// # Errors
/// A fault when the database says no.
pub fn find_met(tx: &mut Tx<'_>, desk: &Desk<'_>, kind: &str, hash: &[u8]) -> Result<Vec<PersonId>, Error> {
    let (me, now) = (desk.receiver(), desk.now());
    let organisation = me.organisation.as_ref().map(OrganisationId::as_str);
    let rows = tx.rows(
        "SELECT l.person_id FROM person_lookup l
         JOIN person p ON p.person_id = l.person_id
         WHERE l.hash = $1 AND l.kind = $2 AND p.erased_at IS NULL AND p.closed_at IS NULL
           AND (EXISTS (SELECT 1 FROM access_relation r
                WHERE r.person_id = l.person_id AND r.organisation_id = $3 AND r.ended_at IS NULL AND r.from_at <= $4
                  AND (r.until_at IS NULL OR r.until_at > $5))
             OR EXISTS (SELECT 1 FROM access_grant g
                WHERE g.person_id = l.person_id AND (g.organisation_id = $6 OR g.account_id = $7)
                  AND g.ended_at IS NULL AND g.until_at > $8))
         ORDER BY l.person_id LIMIT 50",
        args![hash.to_vec(), kind, organisation, now, now, organisation, me.account.as_ref().map(AccountId::as_str), now],
    )?;
    let found: Result<Vec<_>, Fault> = rows.iter().map(|row| row.parsed(0, PersonId::parse)).collect();
    Ok(found?)
}

/// Forgets every hash of this kind: what was kept before the person changed it finds nobody any more.
///
/// # Errors
/// A fault when the database says no.
pub fn forget(tx: &mut Tx<'_>, permit: &Permit, kind: &str) -> Result<(), Error> {
    tx.run("DELETE FROM person_lookup WHERE person_id = $1 AND kind = $2", args![permit.person(), kind])?;
    Ok(())
}

/// Keeps a hash for a person; keeping it twice changes nothing.
///
/// # Errors
/// A fault when the database says no.
pub fn keep(tx: &mut Tx<'_>, person: &PersonId, kind: &str, hash: &[u8]) -> Result<(), Error> {
    tx.run(
        "INSERT INTO person_lookup (person_id, kind, hash) VALUES ($1, $2, $3)
         ON CONFLICT (person_id, kind, hash) DO NOTHING",
        args![person, kind, hash.to_vec()],
    )?;
    Ok(())
}

/// Provisional persons who are known by a hash of this kind and whose time is over: up to fifty, the longest over first.
///
/// # Errors
/// A fault when the database says no.
pub fn unclaimed(tx: &mut Tx<'_>, kind: &str, now: Timestamp) -> Result<Vec<PersonId>, Error> {
    let rows = tx.rows(
        "SELECT p.person_id FROM person p
         WHERE p.provisional_until <= $1
           AND EXISTS (SELECT 1 FROM person_lookup l WHERE l.person_id = p.person_id AND l.kind = $2)
         ORDER BY p.provisional_until NULLS LAST, p.person_id LIMIT 50",
        args![now, kind],
    )?;
    let found: Result<Vec<_>, Fault> = rows.iter().map(|row| row.parsed(0, PersonId::parse)).collect();
    Ok(found?)
}
