//! Takes a backup while the product serves. Both databases give one snapshot to read from, so that every command is in it
//! whole or not at all; nobody waits for it.

use std::path::Path;

use kernel::time::Timestamp;

use super::destination::Destination;
use super::frames::{Content, Head};
use super::restore::{ERASED, UNFINISHED};
use super::writer::Writer;
use crate::args;
use crate::charter::Charter;
use crate::db::{Db, Tx, Value};
use crate::error::{Error, Fault};
use crate::keys::{Erasure, KeyStore, MasterKey};

/// Tables that are not kept: the ledger stands in the head, and what opens a door must not open it again after a restore.
/// A session that was ended and a link that was used since the backup would otherwise be good once more.
const LEFT_OUT: [&str; 5] = ["schema_step", "session", "one_time_link", "form_use", "lease"];

/// The setting that says when the last backup of the data was taken.
pub const LAST_DATA: &str = "last-backup";
/// The setting that says when the last backup of the key store was taken.
pub const LAST_KEYS: &str = "last-key-backup";

/// What was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Tables.
    pub tables: u64,
    /// Rows.
    pub rows: u64,
    /// Size of the file.
    pub bytes: u64,
}

/// Tables of the parts that are not kept either.
#[must_use]
pub fn passing(catalogue: &[&'static Charter]) -> Vec<&'static str> {
    catalogue.iter().flat_map(|part| part.passing).copied().collect()
}

/// Saves everything but the keys and what [`passing`] names into a new file. The erasure list goes with it, as hashes, so that a key store that has to
/// be brought back from an older copy learns who was erased since.
///
/// # Errors
/// A [`Fault`] with the remedy; then there is no file.
pub fn take_data(
    db: &Db,
    keys: &KeyStore,
    master: &MasterKey,
    passing: &[&str],
    now: Timestamp,
    to: &Path,
) -> Result<Taken, Error> {
    let erasures = keys.erasures()?;
    let destination = Destination::make(to)?;
    db.read_here(move |tx| {
        if is_unfinished(tx)? {
            return Err(Error::fault("a restore into this database was not finished; there is nothing whole to back up"));
        }
        let head = head(tx, Content::Data, master, now, db.name())?;
        let mut writer = Writer::begin(destination, master, &head)?;
        let is_kept = |table: &&String| !LEFT_OUT.contains(&table.as_str()) && !passing.contains(&table.as_str());
        for table in tx.tables()?.iter().filter(is_kept) {
            copy(tx, &mut writer, table)?;
        }
        copy_erasures(&mut writer, &erasures)?;
        Ok(finish(writer)?)
    })
}

/// Saves the key store into a new file of its own. It is as secret as the keys: it must be kept apart from the data, and no
/// longer than thirty days.
///
/// # Errors
/// As [`take_data`].
pub fn take_keys(keys: &KeyStore, master: &MasterKey, now: Timestamp, to: &Path) -> Result<Taken, Error> {
    keys.settle(master)?;
    let destination = Destination::make(to)?;
    let db = keys.db();
    db.read_here(move |tx| {
        let head = head(tx, Content::Keys, master, now, db.name())?;
        let mut writer = Writer::begin(destination, master, &head)?;
        for table in ["person_key", ERASED] {
            copy(tx, &mut writer, table)?;
        }
        Ok(finish(writer)?)
    })
}

/// Remembers that a backup was taken, for `doctor`.
///
/// # Errors
/// A [`Fault`] when the database says no.
pub fn note_taken(db: &Db, what: &'static str, at: Timestamp) -> Result<(), Error> {
    db.write_here(move |tx| {
        tx.run(
            "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            args![what, at],
        )?;
        Ok(())
    })
}

pub(super) fn is_unfinished(tx: &mut Tx<'_>) -> Result<bool, Fault> {
    Ok(tx.row("SELECT value FROM setting WHERE name = $1", args![UNFINISHED])?.is_some())
}

fn head(tx: &mut Tx<'_>, content: Content, master: &MasterKey, now: Timestamp, database: &str) -> Result<Head, Fault> {
    let rows = tx.rows("SELECT part, number FROM schema_step ORDER BY part, number", &[])?;
    let steps: Result<_, Fault> = rows.iter().map(|row| Ok((row.text(0)?.to_owned(), row.int(1)?))).collect();
    Ok(Head {
        content,
        taken_at: now.stored(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        database: database.to_owned(),
        master: master.fingerprint(),
        steps: steps?,
    })
}

fn copy(tx: &mut Tx<'_>, writer: &mut Writer<Destination>, table: &str) -> Result<(), Fault> {
    let columns = tx.columns_of(table)?;
    writer.table(table, &columns)?;
    tx.walk(table, &columns, &mut |row| writer.row(row))?;
    writer.end_table()
}

fn copy_erasures(writer: &mut Writer<Destination>, list: &[Erasure]) -> Result<(), Fault> {
    writer.table(ERASED, &["person_id_hash".to_owned(), "at".to_owned()])?;
    for erasure in list {
        writer.cells(&[Value::Blob(erasure.hash.clone()), Value::Text(erasure.at.clone())])?;
    }
    writer.end_table()
}

fn finish(writer: Writer<Destination>) -> Result<Taken, Fault> {
    let (destination, tables, rows, bytes) = writer.finish()?;
    destination.finish()?;
    Ok(Taken { tables, rows, bytes })
}
