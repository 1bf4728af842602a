//! The erasure list: who was erased and when, as a hash. It lives with the keys, because it must outlive a restored backup.

use kernel::id::PersonId;
use kernel::time::Timestamp;

use super::KeyStore;
use crate::args;
use crate::db::Tx;
use crate::error::{Error, Fault};

/// One line of the erasure list. It names nobody to whoever does not hold the master key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    /// The keyed hash of the person's id.
    pub hash: Vec<u8>,
    /// When the key was destroyed, as stored.
    pub at: String,
}

/// Rows read at a time.
const PAGE: i64 = 5_000;

/// Puts a person on the list, unless they stand there.
pub(super) fn note(tx: &mut Tx<'_>, hash: &[u8], at: &str) -> Result<(), Fault> {
    tx.run(
        "INSERT INTO erased (person_id_hash, at) VALUES ($1, $2) ON CONFLICT (person_id_hash) DO NOTHING",
        args![hash.to_vec(), at],
    )?;
    Ok(())
}

impl KeyStore {
    /// How a person stands on the erasure list.
    #[must_use]
    pub fn erasure_hash(&self, person: &PersonId) -> Vec<u8> {
        self.lookup("erased person", person.as_str())
    }

    /// When the person was erased, or nothing.
    ///
    /// # Errors
    /// A [`Fault`] when the store cannot be read.
    pub fn erased_at(&self, person: &PersonId) -> Result<Option<Timestamp>, Error> {
        let hash = self.erasure_hash(person);
        let found = self.0.db.read_here(|tx| Ok(tx.row("SELECT at FROM erased WHERE person_id_hash = $1", args![hash])?))?;
        Ok(found.map(|row| row.time(0)).transpose()?)
    }

    /// The whole erasure list.
    ///
    /// # Errors
    /// A [`Fault`] when the store cannot be read.
    pub fn erasures(&self) -> Result<Vec<Erasure>, Error> {
        self.0.db.read_here(|tx| {
            let (mut all, mut after): (Vec<Erasure>, Vec<u8>) = (Vec::new(), Vec::new());
            loop {
                let page = tx.rows(
                    "SELECT person_id_hash, at FROM erased WHERE person_id_hash > $1 ORDER BY person_id_hash LIMIT $2",
                    args![after.clone(), PAGE],
                )?;
                for row in &page {
                    all.push(Erasure { hash: row.blob(0)?.to_vec(), at: row.text(1)?.to_owned() });
                }
                match all.last().filter(|_| !page.is_empty()) {
                    Some(last) => after.clone_from(&last.hash),
                    None => return Ok(all),
                }
            }
        })
    }

    /// Adds what another copy of the list knows, and destroys the keys of whoever is on it.
    ///
    /// # Errors
    /// A [`Fault`] when the store cannot be written.
    pub fn heed_erasures(&self, list: &[Erasure]) -> Result<(), Error> {
        for chunk in list.chunks(500) {
            let chunk = chunk.to_vec();
            self.0.db.write_here(move |tx| {
                for erasure in &chunk {
                    note(tx, &erasure.hash, &erasure.at)?;
                }
                Ok(())
            })?;
        }
        let known: std::collections::HashSet<&[u8]> = list.iter().map(|erasure| erasure.hash.as_slice()).collect();
        if known.is_empty() {
            return Ok(());
        }
        let mut after = String::new();
        loop {
            let page = self.persons_after(&after)?;
            let Some(last) = page.last() else { return Ok(()) };
            last.as_str().clone_into(&mut after);
            for person in page.iter().filter(|person| known.contains(self.erasure_hash(person).as_slice())) {
                self.erase_here(person)?;
            }
        }
    }

    /// Persons who have a key, in order of their ids, a page at a time.
    fn persons_after(&self, after: &str) -> Result<Vec<PersonId>, Error> {
        let rows = self.0.db.read_here(|tx| {
            Ok(tx.rows("SELECT person_id FROM person_key WHERE person_id > $1 ORDER BY person_id LIMIT $2", args![after, PAGE])?)
        })?;
        Ok(rows.iter().map(|row| row.parsed(0, PersonId::parse)).collect::<Result<_, Fault>>()?)
    }

    /// How many persons have a key.
    ///
    /// # Errors
    /// A [`Fault`] when the store cannot be read.
    pub fn count(&self) -> Result<u64, Error> {
        self.0.db.read_here(|tx| Ok(tx.count("person_key")?))
    }
}
