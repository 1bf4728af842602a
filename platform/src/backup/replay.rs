//! After a restore, whoever was erased since the backup is erased again: their keys are gone, so nothing of theirs could be
//! read, and now their rows go too.

use std::collections::HashSet;

use kernel::id::PersonId;

use crate::args;
use crate::db::Db;
use crate::error::{Error, Fault};
use crate::keys::KeyStore;

/// Persons looked at between two questions to the database.
const PAGE: i64 = 500;

/// What was done again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Replayed {
    /// Persons on the erasure list who were in the backup.
    pub persons: u64,
    /// Their rows.
    pub rows: u64,
    /// Persons who are not on the list and have no key all the same: they stay, and nobody can read them.
    pub without_key: u64,
}

/// How one person is erased again: answers with the number of rows that went.
pub type EraseAgain<'a> = &'a dyn Fn(&PersonId) -> Result<u64, Error>;

/// Goes through everybody and erases those on the erasure list.
pub(super) fn replay(db: &Db, keys: &KeyStore, erase: EraseAgain<'_>) -> Result<Replayed, Error> {
    let list: HashSet<Vec<u8>> = keys.erasures()?.into_iter().map(|erasure| erasure.hash).collect();
    let (mut done, mut after) = (Replayed::default(), String::new());
    loop {
        let page = db.read_here(|tx| {
            let sql = "SELECT person_id FROM person WHERE person_id > $1 ORDER BY person_id LIMIT $2";
            let rows = tx.rows(sql, args![after.as_str(), PAGE])?;
            Ok(rows.iter().map(|row| row.parsed(0, PersonId::parse)).collect::<Result<Vec<_>, Fault>>()?)
        })?;
        let Some(last) = page.last() else { return Ok(done) };
        last.as_str().clone_into(&mut after);
        keys.fetch(&page)?;
        for person in &page {
            if list.contains(&keys.erasure_hash(person)) {
                done.persons += 1;
                done.rows += erase(person)?;
            } else if keys.find(person)?.is_none() {
                done.without_key += 1;
            }
        }
    }
}
