//! The key store: a database of its own beside the data, never inside a backup of it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use kernel::id::PersonId;
use kernel::time::Timestamp;
use zeroize::Zeroizing;

use super::{MasterKey, PersonKey, erasures, keyed_hash, open, seal};
use crate::args;
use crate::clock::Source;
use crate::db::{Db, ForMany, Migration, migrate};
use crate::error::{Error, Fault};

/// Keys held in memory at most. Beyond that the memory is emptied and filled again.
const HELD: usize = 16_384;
/// How long a key is held before the store is asked again, so that an erasure on one node reaches the others.
const HELD_S: i64 = 30;

const STEPS: [Migration; 2] = [
    Migration {
        part: "keys",
        number: 1,
        sql: "CREATE TABLE person_key (
  person_id TEXT NOT NULL PRIMARY KEY,
  wrapped BLOB NOT NULL,
  made_at TEXT NOT NULL
);",
    },
    Migration {
        part: "keys",
        number: 2,
        sql: "CREATE TABLE erased (
  person_id_hash BLOB NOT NULL PRIMARY KEY,
  at TEXT NOT NULL
);
CREATE TABLE master (
  fingerprint TEXT NOT NULL PRIMARY KEY,
  since_at TEXT NOT NULL
);",
    },
];

static WRAPPED: ForMany = ForMany::new("SELECT person_id, wrapped FROM person_key WHERE person_id = $1");

/// Where persons' keys live.
#[derive(Clone)]
pub struct KeyStore(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) db: Db,
    pub(super) wrapping: Zeroizing<[u8; 32]>,
    looking_up: Zeroizing<[u8; 32]>,
    pepper: Zeroizing<[u8; 32]>,
    pub(super) source: Source,
    held: Mutex<HashMap<PersonId, (PersonKey, Timestamp)>>,
}

impl KeyStore {
    /// Opens the store and brings it up to date.
    ///
    /// # Errors
    /// A [`Fault`] when it cannot be reached.
    pub fn open(db: Db, master: &MasterKey, source: &Source) -> Result<KeyStore, Fault> {
        migrate(&db, &STEPS, source.now())?;
        Ok(KeyStore(Arc::new(Inner {
            db,
            wrapping: master.derive(super::rotate::WRAPPING),
            looking_up: master.derive("look-up hashes"),
            pepper: master.derive("PINs and phrases"),
            source: source.clone(),
            held: Mutex::default(),
        })))
    }

    /// Makes a key for a new person; the answer comes when it is durable.
    ///
    /// # Errors
    /// A [`Fault`] when it cannot be kept, or the person has one.
    pub async fn make(&self, person: &PersonId) -> Result<PersonKey, Error> {
        let (key, wrapped) = self.draw(person)?;
        let (id, now) = (person.clone(), self.0.source.now());
        self.0.db.write(move |tx| Ok(insert(tx, &id, &wrapped, now)?)).await?;
        Ok(self.hold(person, key))
    }

    /// As [`KeyStore::make`], on this thread, for many persons in one commit: imports and the demo city.
    ///
    /// # Errors
    /// As [`KeyStore::make`].
    pub fn make_here(&self, persons: &[PersonId]) -> Result<(), Error> {
        let drawn: Result<Vec<_>, Fault> = persons.iter().map(|person| Ok((person.clone(), self.draw(person)?.1))).collect();
        let (drawn, now) = (drawn?, self.0.source.now());
        self.0.db.write_here(move |tx| {
            for (person, wrapped) in &drawn {
                insert(tx, person, wrapped, now)?;
            }
            Ok(())
        })
    }

    /// The person's key, or nothing when it was erased or never made.
    ///
    /// # Errors
    /// A [`Fault`] when the store cannot be read.
    pub fn find(&self, person: &PersonId) -> Result<Option<PersonKey>, Error> {
        if let Some(key) = self.held(person) {
            return Ok(Some(key));
        }
        Ok(self.read(std::slice::from_ref(person))?.pop())
    }

    /// Gets the keys of a list into memory at once, so that each need not be asked for.
    ///
    /// # Errors
    /// A [`Fault`] when the store cannot be read.
    pub fn fetch(&self, persons: &[PersonId]) -> Result<(), Error> {
        let missing: Vec<PersonId> = persons.iter().filter(|person| self.held(person).is_none()).cloned().collect();
        if missing.is_empty() { Ok(()) } else { self.read(&missing).map(drop) }
    }

    fn read(&self, persons: &[PersonId]) -> Result<Vec<PersonKey>, Error> {
        let rows = self.0.db.read_here(|tx| Ok(tx.rows_for(&WRAPPED, persons, &[])?))?;
        let mut keys = Vec::with_capacity(rows.len());
        for row in &rows {
            let person = row.parsed(0, PersonId::parse)?;
            let bytes = open(&self.0.wrapping, person.as_str().as_bytes(), row.blob(1)?)?;
            let bytes = <[u8; 32]>::try_from(bytes).map_err(|_| Fault::new("a person's key has the wrong length"))?;
            keys.push(self.hold(&person, PersonKey::from_bytes(bytes)));
        }
        Ok(keys)
    }

    /// Destroys the key: what was sealed with it can never be read again, here or in a backup. The same commit puts the person
    /// on the erasure list, so that a backup from before is emptied of them when it is restored.
    ///
    /// # Errors
    /// A [`Fault`] when the store cannot be written.
    pub fn erase_here(&self, person: &PersonId) -> Result<(), Error> {
        let (id, hash, now) = (person.clone(), self.erasure_hash(person), self.0.source.now());
        self.0.db.write_here(move |tx| {
            tx.run("DELETE FROM person_key WHERE person_id = $1", args![&id])?;
            erasures::note(tx, &hash, &now.stored())?;
            Ok(())
        })?;
        self.0.held.lock().unwrap_or_else(PoisonError::into_inner).remove(person);
        Ok(self.0.db.forget_deleted()?)
    }

    /// As [`KeyStore::erase_here`], for a request.
    ///
    /// # Errors
    /// As [`KeyStore::erase_here`].
    pub async fn erase(&self, person: &PersonId) -> Result<(), Error> {
        let (store, id) = (self.clone(), person.clone());
        let erased = tokio::task::spawn_blocking(move || store.erase_here(&id)).await;
        erased.unwrap_or_else(|_| Err(Error::fault("the thread that erases a key has stopped")))
    }

    /// The keyed hash by which an exact value is found again: a code, a card, a number, a name with a birth year.
    #[must_use]
    pub fn lookup(&self, kind: &str, value: &str) -> Vec<u8> {
        keyed_hash(self.0.looking_up.as_slice(), [kind, value].join("\u{1f}").as_bytes()).to_vec()
    }

    /// What is mixed into every PIN and phrase before it is hashed.
    pub(crate) fn pepper(&self) -> Zeroizing<[u8; 32]> {
        self.0.pepper.clone()
    }

    /// The store's own database: for its backup.
    pub(crate) fn db(&self) -> &Db {
        &self.0.db
    }

    fn draw(&self, person: &PersonId) -> Result<(PersonKey, Vec<u8>), Fault> {
        let bytes = self.0.source.bytes();
        let wrapped = seal(&self.0.wrapping, person.as_str().as_bytes(), &bytes)?;
        Ok((PersonKey::from_bytes(bytes), wrapped))
    }

    fn held(&self, person: &PersonId) -> Option<PersonKey> {
        let held = self.0.held.lock().unwrap_or_else(PoisonError::into_inner);
        let (key, since) = held.get(person)?;
        (self.0.source.now().since_s(*since) < HELD_S).then(|| key.clone())
    }

    fn hold(&self, person: &PersonId, key: PersonKey) -> PersonKey {
        let mut held = self.0.held.lock().unwrap_or_else(PoisonError::into_inner);
        if held.len() >= HELD {
            held.clear();
        }
        held.insert(person.clone(), (key.clone(), self.0.source.now()));
        key
    }
}

fn insert(tx: &mut crate::db::Tx<'_>, person: &PersonId, wrapped: &[u8], now: Timestamp) -> Result<(), Fault> {
    tx.add("INSERT INTO person_key (person_id, wrapped, made_at) VALUES ($1, $2, $3)", args![person, wrapped.to_vec(), now])?;
    Ok(())
}
