//! Rows that must be there, rows that must not, and whether anything has changed.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Mutex, PoisonError};

use kernel::time::Timestamp;
use platform::args;
use platform::db::{Row, Tx, Value};
use platform::error::Fault;
use platform::leaving::{AtErasure, rules};

use crate::city::World;

/// Where a try at a secret is counted beside what else a row says: the rest of it stands apart as well.
pub const TRIED: &str = "sign_in_case";

/// What stands in every table: how many rows, and a number that another row, or a changed cell, makes another.
pub type Dump = BTreeMap<String, (usize, u64)>;

/// Everything there is, but for the simulation's own tables. The log is only added to and grows with every look: of it the
/// lines of this step are read, and how many there are before them; that no older one was changed is found when its seal is
/// looked at.
///
/// # Errors
/// What the database says.
pub fn dump(world: &World) -> Result<Dump, String> {
    let began = world.began;
    let read = world.town().app.db().read_here(|tx| {
        let mut all = Dump::new();
        for table in tx.tables()?.into_iter().filter(|table| !table.starts_with("trouble_")) {
            let (before, rows) = if table == "audit_line" { log(tx, began)? } else { (0, tx.dump(&table)?) };
            if table == "session" {
                let used = tx.columns_of(&table)?.iter().position(|column| column == "last_used_at");
                all.insert("session but for its use".into(), (rows.len(), sum(&rows, used)));
            }
            if table == TRIED {
                let tries = tx.columns_of(&table)?.iter().position(|column| column == "tries");
                all.insert(format!("{TRIED} but for its tries"), (rows.len(), sum(&rows, tries)));
            }
            all.insert(table, (before + rows.len(), sum(&rows, None)));
        }
        Ok(all)
    });
    read.map_err(|error| format!("the tables cannot be read: {error:?}"))
}

fn log(tx: &mut Tx<'_>, since: Timestamp) -> Result<(usize, Vec<Row>), Fault> {
    let before = tx.row("SELECT count(*) FROM audit_line WHERE at < $1", args![since])?;
    let before = before.map_or(Ok(0), |row| row.int(0))?;
    let lines = tx.rows("SELECT line_id, subject, outcome, leaf, position FROM audit_line WHERE at >= $1", args![since])?;
    Ok((usize::try_from(before).unwrap_or(0), lines))
}

/// The sum of a number for each row does not depend on their order.
fn sum(rows: &[Row], but: Option<usize>) -> u64 {
    rows.iter().fold(0, |sum: u64, row| sum.wrapping_add(number(row, but)))
}

/// A number for a row, but for one of its cells.
fn number(row: &Row, but: Option<usize>) -> u64 {
    let mut hash = DefaultHasher::new();
    for (_, cell) in row.cells().iter().enumerate().filter(|(at, _)| Some(*at) != but) {
        match cell {
            Value::Null => hash.write_u8(0),
            Value::Int(value) => hash.write_i64(*value),
            Value::Text(text) => text.hash(&mut hash),
            Value::Blob(bytes) => bytes.hash(&mut hash),
        }
    }
    hash.finish()
}

/// The first table that is not as it was.
#[must_use]
pub fn differing(before: &Dump, after: &Dump) -> Option<String> {
    before.keys().chain(after.keys()).find(|table| before.get(*table) != after.get(*table)).cloned()
}

/// As [`differing`], but for these tables.
#[must_use]
pub fn differing_but(before: &Dump, after: &Dump, but: &[&str]) -> Option<String> {
    let changed = |table: &&String| before.get(*table) != after.get(*table) && !but.contains(&table.as_str());
    before.keys().chain(after.keys()).find(changed).cloned()
}

/// What is of an employee's stands in the same table as what is of a person's.
const OF_AN_EMPLOYEE: &str = "t.person_id = '' AND t.account_id IN (SELECT account_id FROM account)";

/// A way back in may be begun for a person nobody knows, and spoken in, so that whoever searches cannot tell who is known
/// here. Such a row is for show: nothing has been proven with it, no door was opened, and nothing was written down in it.
const ALSO_FOR_NOBODY: [(&str, &str); 7] = [
    ("sign_in_case", "t.proof IS NULL AND t.proven_at IS NULL AND t.done_at IS NULL"),
    ("sign_in_vouch", "t.reason IS NULL"),
    ("notices_way", OF_AN_EMPLOYEE),
    ("notices_choice", OF_AN_EMPLOYEE),
    ("notices_outbox", OF_AN_EMPLOYEE),
    ("notices_heard", OF_AN_EMPLOYEE),
    ("notices_feed", OF_AN_EMPLOYEE),
];

/// Every row of a personal table belongs to a person who is there.
pub(super) fn no_orphans(world: &World) -> Result<(), String> {
    for table in world.catalogue().iter().flat_map(|part| part.tables).filter(|table| table.personal) {
        let found = counted(world, orphans_of(table.name))?;
        if found > 0 {
            return Err(format!("{found} rows of {} belong to nobody", table.name));
        }
    }
    Ok(())
}

/// Of a person who has been erased there is no row of any part, but what a rule keeps.
pub(super) fn erased_is_gone(world: &World) -> Result<(), String> {
    let erased = world.rows("SELECT count(*) FROM person WHERE erased_at IS NOT NULL", &[])?;
    if erased.first().is_none_or(|row| row.int(0).is_ok_and(|persons| persons == 0)) {
        return Ok(());
    }
    let today = world.now().day();
    let rules = world.town().app.db().read_here(|tx| rules(tx, today)).map_err(|error| format!("{error:?}"))?;
    let goes = |table: &str| rules.get(table).is_none_or(|rule| rule.at_erasure == AtErasure::Delete);
    for table in world.catalogue().iter().flat_map(|part| part.tables).filter(|table| table.personal && goes(table.name)) {
        if counted(world, asked_once(table.name, "JOIN", "p.erased_at IS NOT NULL"))? > 0 {
            return Err(format!("{} still has rows of somebody who was erased", table.name));
        }
    }
    Ok(())
}

fn counted(world: &World, sql: &'static str) -> Result<i64, String> {
    world.rows(sql, &[])?.first().map_or(Ok(0), |row| row.int(0)).map_err(|fault| fault.to_string())
}

fn orphans_of(table: &'static str) -> &'static str {
    match ALSO_FOR_NOBODY.iter().find(|(also, _)| *also == table) {
        Some((_, for_show)) => asked_once(table, "LEFT JOIN", &format!("p.person_id IS NULL AND NOT ({for_show})")),
        None => asked_once(table, "LEFT JOIN", "p.person_id IS NULL"),
    }
}

/// How many rows of a table stand so to the person they belong to. The seam takes only text that is there from the start, so
/// each question is made once and kept.
fn asked_once(table: &'static str, join: &'static str, so: &str) -> &'static str {
    static MADE: Mutex<BTreeMap<(&str, &str), &'static str>> = Mutex::new(BTreeMap::new());
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    made.entry((table, join)).or_insert_with(|| {
        let sql = format!("SELECT count(*) FROM {table} t {join} person p ON p.person_id = t.person_id WHERE {so}");
        Box::leak(sql.into_boxed_str())
    })
}
