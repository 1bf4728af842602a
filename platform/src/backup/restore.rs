//! Brings a backup back: into an empty database only, in short commits, and marked until it is done, so that a restore that
//! was interrupted can be run again and can never be served half.

use std::collections::HashSet;

use kernel::time::Timestamp;

use super::frames::Head;
use super::reader::{Checked, Piece};
use super::replay::{EraseAgain, Replayed, replay};
use super::take::is_unfinished;
use crate::args;
use crate::audit::{Broken, Report, verify};
use crate::db::{Db, Migration, Tx, Value, migrate};
use crate::error::{Error, Fault};
use crate::keys::{Erasure, KeyStore, MasterKey};

/// The erasure list, in both kinds of file.
pub(super) const ERASED: &str = "erased";

/// The setting that stands in a database from the first row of a restore to the end.
pub(super) const UNFINISHED: &str = "restore-unfinished";

/// What a database is to a restore.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing in it.
    Empty,
    /// Tables, and nobody has been there; or what an interrupted restore left. These tables may be taken away.
    Unused(Vec<String>),
    /// Somebody lives here.
    LivedIn,
    /// Tables that are none of ours.
    Foreign,
}

/// What a restore did.
#[derive(Debug)]
pub struct Restored {
    /// Tables filled.
    pub tables: u64,
    /// Rows brought back.
    pub rows: u64,
    /// Steps taken afterwards, when the backup is older than the program.
    pub steps: usize,
    /// Who had been erased since, and is gone again.
    pub replayed: Replayed,
    /// The log: it holds, or the first place where it did not hold when the backup was taken.
    pub audit: Result<Report, Broken>,
}

/// What is in the database.
///
/// # Errors
/// A [`Fault`] when the database cannot be read.
pub fn state(db: &Db, now: Timestamp) -> Result<State, Error> {
    db.read_here(move |tx| {
        let tables = tx.tables()?;
        let has = |name: &str| tables.iter().any(|table| table == name);
        if tables.is_empty() {
            return Ok(State::Empty);
        }
        if !has("schema_step") {
            return Ok(State::Foreign);
        }
        if has("lease") && tx.row("SELECT name FROM lease WHERE until_at > $1", args![now])?.is_some() {
            return Err(Error::fault("a server is running on this database; stop it and try again in ten seconds"));
        }
        if has("setting") && is_unfinished(tx)? {
            return Ok(State::Unused(tables));
        }
        for lived_in in ["organisation", "account", "person", "audit_line"] {
            if has(lived_in) && tx.count(lived_in)? > 0 {
                return Ok(State::LivedIn);
            }
        }
        Ok(State::Unused(tables))
    })
}

/// Brings the data back and replays the erasure list with `erase`, so that nobody who was erased is there again.
///
/// # Errors
/// A [`Fault`] with the remedy. Until the last step the database stays marked as half restored and is not served.
pub fn restore_data(
    checked: &Checked,
    db: &Db,
    keys: &KeyStore,
    master: &MasterKey,
    steps: &[Migration],
    now: Timestamp,
    erase: EraseAgain<'_>,
) -> Result<Restored, Error> {
    let then = steps_of(&checked.head, steps)?;
    make_room(db, now)?;
    migrate(db, &then, now)?;
    mark(db, now)?;
    let erased = load(checked, db, master)?;
    let taken = migrate(db, steps, now)?;
    keys.heed_erasures(&erased)?;
    let replayed = replay(db, keys, erase)?;
    let audit = verify(db, master, now)?;
    db.write_here(|tx| Ok(tx.run("DELETE FROM setting WHERE name = $1", args![UNFINISHED])?))?;
    Ok(Restored { tables: checked.tables, rows: checked.rows, steps: taken, replayed, audit })
}

/// Brings the key store back, in one commit, into one that holds no keys.
///
/// # Errors
/// A [`Fault`] with the remedy; then nothing has changed.
pub fn restore_keys(checked: &Checked, keys: &KeyStore, master: &MasterKey) -> Result<u64, Error> {
    if checked.head.master != master.fingerprint() {
        return Err(Error::fault(
            "this copy of the key store was made before the master key was changed; restore it with the master key file of that time",
        ));
    }
    if keys.count()? > 0 {
        return Err(Error::fault(
            "the key store holds keys already, and knows who was erased since; leave out --keys, or name an empty key_store_url",
        ));
    }
    let mut reader = checked.again(master)?;
    let (mut table, mut parts): (Option<(String, Vec<String>)>, Vec<_>) = (None, Vec::new());
    while let Some(piece) = reader.next()? {
        match piece {
            Piece::Table { name, columns } => table = Some((name, columns)),
            Piece::Rows(rows) => parts.extend(table.clone().map(|(name, columns)| (name, columns, rows))),
            Piece::End { .. } => table = None,
        }
    }
    let list = parts.iter().filter(|(name, ..)| name == ERASED).flat_map(|(.., rows)| rows);
    let list = list.map(|row| erasure(row)).collect::<Result<Vec<_>, Fault>>()?;
    parts.retain(|(name, ..)| name == "person_key");
    keys.db().write_here(move |tx| {
        for (name, columns, rows) in &parts {
            tx.pour(name, columns, rows)?;
        }
        Ok(())
    })?;
    // What today's list knew, and what the copy's list knew: neither may be forgotten.
    let mut both = keys.erasures()?;
    both.extend(list);
    keys.heed_erasures(&both)?;
    keys.settle(master)?;
    keys.count()
}

/// The steps the backup's database had taken, in our order.
fn steps_of(head: &Head, ours: &[Migration]) -> Result<Vec<Migration>, Fault> {
    let theirs: HashSet<(&str, i64)> = head.steps.iter().map(|(part, number)| (part.as_str(), *number)).collect();
    let known: Vec<Migration> = ours.iter().copied().filter(|step| theirs.contains(&(step.part, step.number))).collect();
    if known.len() == theirs.len() {
        return Ok(known);
    }
    let program = &head.program;
    Err(Fault::new(format!(
        "this backup was made by Varde {program}, which knows steps that this one does not; restore it with that version or a newer one"
    )))
}

/// The tables of a database that nobody has used, which a restore takes away first.
///
/// # Errors
/// A [`Fault`] with the remedy, when the database is somebody's.
pub fn must_be_unused(db: &Db, now: Timestamp) -> Result<Vec<String>, Error> {
    match state(db, now)? {
        State::Empty => Ok(Vec::new()),
        State::Unused(tables) => Ok(tables),
        State::LivedIn => Err(Error::fault(
            "this database is not empty; a backup is restored into an empty one only, so name another in database_url",
        )),
        State::Foreign => Err(Error::fault("this database holds something that is not Varde; name an empty one in database_url")),
    }
}

/// Whether a restore was begun here and not finished: then the database is not to be served.
///
/// # Errors
/// A [`Fault`] when the database cannot be read.
pub fn is_half_restored(db: &Db) -> Result<bool, Error> {
    db.read_here(|tx| Ok(tx.tables()?.iter().any(|table| table == "setting") && is_unfinished(tx)?))
}

fn make_room(db: &Db, now: Timestamp) -> Result<(), Error> {
    let unused = must_be_unused(db, now)?;
    db.write_here(move |tx| unused.iter().try_for_each(|table| Ok(tx.drop_table(table)?)))
}

/// Empties what the steps themselves have filled, for the backup holds that too, and marks the database.
fn mark(db: &Db, now: Timestamp) -> Result<(), Error> {
    db.write_here(move |tx| {
        for table in tx.tables()?.iter().filter(|table| *table != "schema_step") {
            tx.clear(table, None)?;
        }
        tx.run("INSERT INTO setting (name, value) VALUES ($1, $2)", args![UNFINISHED, now])?;
        Ok(())
    })
}

/// One frame, one commit. Answers with the erasure list.
fn load(checked: &Checked, db: &Db, master: &MasterKey) -> Result<Vec<Erasure>, Error> {
    let (mut reader, mut erased) = (checked.again(master)?, Vec::new());
    let mut table: Option<(String, Vec<String>)> = None;
    while let Some(piece) = reader.next()? {
        match (piece, &table) {
            (Piece::Table { name, columns }, _) => table = Some((name, columns)),
            (Piece::Rows(rows), Some((name, _))) if name == ERASED => {
                erased.extend(rows.iter().map(|row| erasure(row)).collect::<Result<Vec<_>, Fault>>()?);
            }
            (Piece::Rows(rows), Some((name, columns))) => {
                let (name, columns) = (name.clone(), columns.clone());
                db.write_here(move |tx| Ok(tx.pour(&name, &columns, &rows)?))?;
            }
            (Piece::End { rows }, Some((name, _))) if name != ERASED => {
                let name = name.clone();
                db.read_here(move |tx| counted(tx, &name, rows))?;
            }
            _ => {}
        }
    }
    Ok(erased)
}

fn counted(tx: &mut Tx<'_>, table: &str, wanted: u64) -> Result<(), Error> {
    let marked = u64::from(table == "setting");
    let found = tx.count(table)?.saturating_sub(marked);
    if found == wanted {
        return Ok(());
    }
    Err(Error::fault(format!("{table} has {found} rows and should have {wanted}; empty the database and restore again")))
}

fn erasure(row: &[Value]) -> Result<Erasure, Fault> {
    match row {
        [Value::Blob(hash), Value::Text(at)] => Ok(Erasure { hash: hash.clone(), at: at.clone() }),
        _ => Err(Fault::new("the erasure list in the backup cannot be read")),
    }
}
