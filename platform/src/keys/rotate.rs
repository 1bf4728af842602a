//! A new master key. Persons' keys are wrapped anew in one commit, so that the store is always under one master key or the
//! other and never under both; the file that names the new one is moved into place afterwards.

use kernel::id::PersonId;
use kernel::time::Timestamp;
use zeroize::Zeroizing;

use super::{KeyStore, MasterKey, open, seal};
use crate::args;
use crate::db::{Db, Tx};
use crate::error::{Error, Fault};

/// Keys wrapped anew between two looks at the store.
const PAGE: i64 = 2_000;

/// Whether a master key is the one that the store is under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It is, since then.
    Since(Timestamp),
    /// It is another.
    Other,
    /// The store has never been told: it is new, or from before it was.
    Unknown,
}

impl KeyStore {
    /// Whether this master key is the one the store is under.
    ///
    /// # Errors
    /// A [`Fault`] when the store cannot be read.
    pub fn fit(&self, master: &MasterKey) -> Result<Fit, Error> {
        let mine = master.fingerprint();
        self.0.db.read_here(|tx| fit(tx, &mine))
    }

    /// As [`KeyStore::fit`], and notes the key in a store that has not been told. A store that holds keys which do not open
    /// with it is not told, but found out.
    ///
    /// # Errors
    /// A [`Fault`] with the remedy when the store is under another master key.
    pub fn settle(&self, master: &MasterKey) -> Result<Timestamp, Error> {
        let (mine, now, wrapping) = (master.fingerprint(), self.0.source.now(), master.derive(WRAPPING));
        self.0.db.write_here(move |tx| match fit(tx, &mine)? {
            Fit::Since(at) => Ok(at),
            Fit::Other => Err(Error::fault(OTHER)),
            Fit::Unknown => {
                let some = tx.row("SELECT person_id, wrapped, made_at FROM person_key ORDER BY made_at LIMIT 1", &[])?;
                let mut since = now;
                if let Some(row) = some {
                    open(&wrapping, row.text(0)?.as_bytes(), row.blob(1)?).map_err(|_| Fault::new(OTHER))?;
                    since = row.time(2)?;
                }
                tx.run("INSERT INTO master (fingerprint, since_at) VALUES ($1, $2)", args![mine.as_str(), since])?;
                Ok(since)
            }
        })
    }
}

/// What persons' keys are wrapped with.
pub(super) const WRAPPING: &str = "wrap person keys";

const OTHER: &str =
    "the key store belongs to another master key; give back the file it was made with, or finish varde rotate-keys";

fn fit(tx: &mut Tx<'_>, mine: &str) -> Result<Fit, Error> {
    let Some(row) = tx.row("SELECT fingerprint, since_at FROM master", &[])? else { return Ok(Fit::Unknown) };
    Ok(if row.text(0)? == mine { Fit::Since(row.time(1)?) } else { Fit::Other })
}

/// Wraps every person's key with the new master key, in one commit, and tells how many.
///
/// # Errors
/// A [`Fault`] when a key does not open with the old one, or the store cannot be written: then nothing has changed.
pub fn rotate(db: &Db, old: &MasterKey, new: &MasterKey, now: Timestamp) -> Result<u64, Error> {
    let (from, to, fingerprint) = (old.derive(WRAPPING), new.derive(WRAPPING), new.fingerprint());
    let count = db.write_here(move |tx| {
        let (mut count, mut after) = (0, String::new());
        loop {
            let page = tx.rows(
                "SELECT person_id, wrapped FROM person_key WHERE person_id > $1 ORDER BY person_id LIMIT $2",
                args![after.as_str(), PAGE],
            )?;
            let Some(last) = page.last() else { break };
            last.text(0)?.clone_into(&mut after);
            for row in &page {
                let person = row.parsed(0, PersonId::parse)?;
                let plain = Zeroizing::new(open(&from, person.as_str().as_bytes(), row.blob(1)?)?);
                let wrapped = seal(&to, person.as_str().as_bytes(), &plain)?;
                tx.run("UPDATE person_key SET wrapped = $1 WHERE person_id = $2", args![wrapped, &person])?;
                count += 1;
            }
        }
        tx.run("DELETE FROM master", &[])?;
        tx.run("INSERT INTO master (fingerprint, since_at) VALUES ($1, $2)", args![fingerprint.as_str(), now])?;
        Ok(count)
    })?;
    db.forget_deleted()?;
    Ok(count)
}
