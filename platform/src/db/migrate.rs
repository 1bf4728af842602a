//! Bringing the database up to date: each part's numbered steps, once, also when two processes start together.

use kernel::time::Timestamp;

use super::{Db, Tx};
use crate::args;
use crate::error::{Error, Fault};

/// One numbered step of one part. Steps that have been released are never changed.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// The owner: a part's key, or `platform`.
    pub part: &'static str,
    /// 1, 2, 3 … within the part.
    pub number: i64,
    /// Portable SQL; each `CREATE TABLE` ends with `);` on a line of its own.
    pub sql: &'static str,
}

const LEDGER: &str = "CREATE TABLE IF NOT EXISTS schema_step (
  part TEXT NOT NULL,
  number INTEGER NOT NULL,
  applied_at TEXT NOT NULL,
  PRIMARY KEY (part, number)
);";

/// Applies what is missing, in order, and tells how many steps were taken. Commands are serializable and the ledger's key
/// is unique, so of two processes that start together one does each step and the other sees it done.
///
/// # Errors
/// A [`Fault`] that names the step.
pub fn migrate(db: &Db, steps: &[Migration], now: Timestamp) -> Result<usize, Fault> {
    prepare(db)?;
    let mut taken = 0;
    for step in steps {
        taken += usize::from(take(db, *step, now)?);
    }
    Ok(taken)
}

/// A unique key that is there already may be the ledger's: then somebody else has just taken the step, and a second look
/// says so. If it does not, the key is the step's own, and that is a failure.
fn take(db: &Db, step: Migration, now: Timestamp) -> Result<bool, Fault> {
    let once = || db.write_here(move |tx| apply(tx, &step, now));
    let done = match once() {
        Err(Error::Fault(fault)) if fault.is_unique() => once(),
        done => done,
    };
    done.map_err(|error| {
        let why = if let Error::Fault(fault) = error { fault.to_string() } else { String::new() };
        Fault::new(format!("step {} of {}: {why}", step.number, step.part))
    })
}

/// How many steps are missing.
///
/// # Errors
/// A [`Fault`] when the database cannot be read.
pub fn pending(db: &Db, steps: &[Migration]) -> Result<usize, Fault> {
    let steps = steps.to_vec();
    let asked = db.read_here(move |tx| {
        let mut missing = 0;
        for step in &steps {
            if !is_applied(tx, step)? {
                missing += 1;
            }
        }
        Ok(missing)
    });
    asked.map_err(|_| Fault::new("the database has not been set up; run varde migrate"))
}

/// Steps the database has taken that this program does not know: it is from before them, and must leave the database alone.
///
/// # Errors
/// A [`Fault`] when the database cannot be read.
pub fn unknown(db: &Db, steps: &[Migration]) -> Result<usize, Error> {
    let steps = steps.to_vec();
    db.read_here(move |tx| {
        if !tx.tables()?.iter().any(|table| table == "schema_step") {
            return Ok(0);
        }
        let taken = tx.rows("SELECT part, number FROM schema_step ORDER BY part, number", &[])?;
        let mut unknown = 0;
        for row in &taken {
            let (part, number) = (row.text(0)?, row.int(1)?);
            unknown += usize::from(!steps.iter().any(|step| step.part == part && step.number == number));
        }
        Ok(unknown)
    })
}

/// Two processes may both try to make the ledger; the loser finds it there.
fn prepare(db: &Db) -> Result<(), Fault> {
    let make = || db.write_here(|tx| Ok(tx.script(LEDGER)?));
    match make().or_else(|_| make()) {
        Ok(()) => Ok(()),
        Err(Error::Fault(fault)) => Err(fault),
        Err(_) => Err(Fault::new("the ledger of steps could not be made")),
    }
}

fn is_applied(tx: &mut Tx<'_>, step: &Migration) -> Result<bool, Fault> {
    let found = tx.row("SELECT number FROM schema_step WHERE part = $1 AND number = $2", args![step.part, step.number])?;
    Ok(found.is_some())
}

fn apply(tx: &mut Tx<'_>, step: &Migration, now: Timestamp) -> Result<bool, Error> {
    if is_applied(tx, step)? {
        return Ok(false);
    }
    // The key first: on PostgreSQL a second process waits here and then finds the step taken.
    tx.run("INSERT INTO schema_step (part, number, applied_at) VALUES ($1, $2, $3)", args![step.part, step.number, now])?;
    tx.script(step.sql)?;
    Ok(true)
}
