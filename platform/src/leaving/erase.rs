//! Erasing a person: closed first, then the rows in small commits, then the key. Whatever stops on the way is taken up again
//! by the next run, and nothing can be read in between.

use std::collections::BTreeMap;

use kernel::id::PersonId;
use kernel::time::Timestamp;

use super::CHUNK;
use super::due;
use super::rules::{AtErasure, Rule, rules};
use crate::app::App;
use crate::args;
use crate::charter::Charter;
use crate::ctx::Ctx;
use crate::db::{Db, Shape, Tx, Value, Which};
use crate::door;
use crate::error::{Error, Fault};
use crate::keys::PersonKey;

/// How often all tables are gone through before what still arrives is called a fault.
const ROUNDS: usize = 5;
/// When rows the law keeps have no end of their own, somebody has to look again after this long.
const LOOK_AGAIN_DAYS: i64 = 365;
/// These two name the person until everything else is gone, so that a run that died is found again.
const LAST: [&str; 2] = ["person", "erasure"];

/// Rows that went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// From which table.
    pub table: &'static str,
    /// How many.
    pub rows: u64,
}

/// Rows that stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// In which table.
    pub table: &'static str,
    /// How many.
    pub rows: i64,
    /// By which rule.
    pub rule: Rule,
}

/// What an erasure came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// What went.
    pub gone: Vec<Gone>,
    /// What stays, and by which rule.
    pub kept: Vec<Kept>,
    /// Whether the key is destroyed. It is not as long as the law keeps rows that must be readable.
    pub key_gone: bool,
}

/// Erases a person whose time it is, or, when nobody has asked, now.
///
/// # Errors
/// [`Error::Missing`] when there is no such person; a fault when the database says no: then it may be run again.
pub fn erase(app: &App, ctx: &Ctx, part: &'static Charter, person: &PersonId) -> Result<Erased, Error> {
    let shapes = app.db().read_here(|tx| Ok(tx.shapes()?))?;
    let now = app.source().now();
    begin(app, ctx, part, person, now)?;
    let rules = app.db().read_here(|tx| rules(tx, now.day()))?;
    let key = app.keys().find(person)?;
    let mut erased = Erased::default();
    loose_ends(app.db(), person, &shapes, &mut erased)?;
    rows(app.db(), &names_of(person, key.as_ref()), &shapes, &rules, &mut erased)?;
    erased.kept = what_stays(app.db(), &names_of(person, key.as_ref()), &shapes, &rules)?;
    let kept_until = erased.kept.iter().filter(|kept| kept.rule.at_erasure == AtErasure::Keep);
    let kept_until =
        kept_until.map(|kept| now.plus_days(kept.rule.falls_due.as_ref().map_or(LOOK_AGAIN_DAYS, |(days, _)| *days))).min();
    if kept_until.is_none() {
        app.keys().erase_here(person)?;
        erased.key_gone = true;
    }
    let id = person.clone();
    door::execute_here(app, ctx, part, "erase", move |tx, desk| {
        match kept_until {
            None => due::finish(tx, &id)?,
            Some(until) => due::put_off(tx, &id, until)?,
        }
        desk.note_nobody();
        Ok(())
    })?;
    app.db().forget_deleted()?;
    Ok(erased)
}

fn begin(app: &App, ctx: &Ctx, part: &'static Charter, person: &PersonId, now: Timestamp) -> Result<(), Error> {
    let id = person.clone();
    door::execute_here(app, ctx, part, "erase", move |tx, desk| {
        let there = tx.row("SELECT made_at FROM person WHERE person_id = $1", args![&id])?.is_some();
        if there {
            due::line_up(tx, &id, now, now)?;
        }
        if !due::begin(tx, &id, now)? {
            return Err(Error::Missing);
        }
        desk.note_nobody();
        Ok(())
    })
}

/// What hangs on the person's rows without naming the person: work that waits for one of their facts, and wrong tries at
/// their card, number or code.
fn loose_ends(db: &Db, person: &PersonId, shapes: &[Shape], erased: &mut Erased) -> Result<(), Error> {
    let (waiting, hashes) = db.read_here(|tx| {
        let waiting = tx.rows(
            "SELECT j.job_id FROM job j JOIN fact f ON f.fact_id = j.fact_id WHERE f.person_id = $1 ORDER BY j.job_id",
            args![person],
        )?;
        let waiting: Vec<Value> = waiting.iter().flat_map(|row| row.cells().first().cloned()).collect();
        Ok((waiting, hashes_of(tx, person, shapes)?))
    })?;
    for (table, column, values) in [("job", "job_id", waiting), ("guess", "key", hashes)] {
        let Some(shape) = shapes.iter().find(|shape| shape.table == table) else { continue };
        for value in values {
            let rows = take(db, shape, &Which::Is(column, value))?;
            erased.add(shape.table, rows);
        }
    }
    Ok(())
}

/// The keyed hashes in the person's own rows.
fn hashes_of(tx: &mut Tx<'_>, person: &PersonId, shapes: &[Shape]) -> Result<Vec<Value>, Fault> {
    let mut hashes = Vec::new();
    for shape in shapes.iter().filter(|shape| shape.columns.iter().any(|column| column.ends_with("hash"))) {
        for column in shape.persons() {
            for row in tx.rows_of(shape, &Which::Is(column, Value::from(person)), None)? {
                let named = shape.columns.iter().zip(row.cells()).filter(|(column, _)| column.ends_with("hash"));
                hashes.extend(named.map(|(_, cell)| cell.clone()).filter(|cell| matches!(cell, Value::Blob(_))));
            }
        }
    }
    Ok(hashes)
}

/// The two names under which rows know somebody: the id, and what the log calls them.
struct Names {
    person: Value,
    in_log: Option<Value>,
}

fn names_of(person: &PersonId, key: Option<&PersonKey>) -> Names {
    Names { person: person.into(), in_log: key.map(|key| Value::from(key.subject())) }
}

impl Names {
    /// Which rows of this table are the person's, as far as an index tells.
    fn in_table(&self, shape: &Shape) -> Vec<Which> {
        let by_id = shape.persons().map(|column| Which::Is(column, self.person.clone()));
        let subject = shape.texts().find(|column| *column == "subject");
        by_id.chain(subject.zip(self.in_log.clone()).map(|(column, name)| Which::Is(column, name))).collect()
    }

    /// Which rows name the person in any column at all, whatever it is called.
    fn anywhere(&self, shape: &Shape) -> Vec<Which> {
        let columns: Vec<&'static str> = shape.texts().collect();
        if columns.is_empty() {
            return Vec::new();
        }
        let names = std::iter::once(self.person.clone()).chain(self.in_log.clone());
        names.map(|name| Which::Anywhere(columns.clone(), name)).collect()
    }
}

/// Every table that names the person, again and again until nothing comes any more: a job that was running when the person
/// was closed may still have written something.
fn rows(db: &Db, names: &Names, shapes: &[Shape], rules: &BTreeMap<String, Rule>, erased: &mut Erased) -> Result<(), Error> {
    let goes = |shape: &&Shape| {
        let by_rule = rules.get(shape.table).map_or(AtErasure::Delete, |rule| rule.at_erasure);
        !LAST.contains(&shape.table) && by_rule == AtErasure::Delete
    };
    for _ in 0..ROUNDS {
        let mut this_round = 0;
        for shape in shapes.iter().filter(goes) {
            for which in names.in_table(shape).into_iter().chain(names.anywhere(shape)) {
                let rows = take(db, shape, &which)?;
                erased.add(shape.table, rows);
                this_round += rows;
            }
        }
        if this_round == 0 {
            return Ok(());
        }
    }
    Err(Error::fault("something keeps writing about a person who is being erased; stop it and run the command again"))
}

/// Deletes these rows, found on a reader and taken by their keys in small commits.
pub(super) fn take(db: &Db, shape: &Shape, which: &Which) -> Result<u64, Error> {
    let mut gone = 0;
    loop {
        let keys = db.read_here(|tx| Ok(tx.keys_of(shape, which)?))?;
        if keys.is_empty() {
            return Ok(gone);
        }
        for chunk in keys.chunks(CHUNK) {
            let (chunk, shape, which) = (chunk.to_vec(), shape.clone(), which.clone());
            let delete =
                move |tx: &mut Tx<'_>| chunk.iter().try_fold(0, |sum, key| Ok(sum + tx.delete_one(&shape, &which, key)?));
            gone += db.write_here(delete)?;
        }
    }
}

fn what_stays(db: &Db, names: &Names, shapes: &[Shape], rules: &BTreeMap<String, Rule>) -> Result<Vec<Kept>, Error> {
    db.read_here(|tx| {
        let mut kept = Vec::new();
        for shape in shapes {
            let Some(rule) = rules.get(shape.table).filter(|rule| rule.at_erasure != AtErasure::Delete) else { continue };
            let counts = names.in_table(shape).iter().map(|which| tx.count_of(shape, which)).collect::<Result<Vec<i64>, _>>()?;
            let rows = counts.iter().sum();
            if rows > 0 {
                kept.push(Kept { table: shape.table, rows, rule: rule.clone() });
            }
        }
        Ok(kept)
    })
}

impl Erased {
    fn add(&mut self, table: &'static str, rows: u64) {
        if rows == 0 {
            return;
        }
        match self.gone.iter_mut().find(|gone| gone.table == table) {
            Some(gone) => gone.rows += rows,
            None => self.gone.push(Gone { table, rows }),
        }
    }
}
