//! Rows that must be there, rows that must not, and whether anything has changed.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Mutex, PoisonError};

use kernel::time::Timestamp;
use platform::args;
use platform::db::{Row, Tx, Value};
use platform::error::Fault;
use platform::leaving::{AtErasure, rules};

use crate::city::World;

/// Where a try at a secret is counted.
pub const TRIED: &str = "sign_in_case";
/// A column that is kept by itself, before a commit that may fail: the rest of its table stands apart as well.
const KEPT_BY_ITSELF: [(&str, &str); 2] = [("session", "last_used_at"), (TRIED, "tries")];

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
            if let Some((_, column)) = KEPT_BY_ITSELF.iter().find(|(kept, _)| *kept == table) {
                let at = tx.columns_of(&table)?.iter().position(|name| name == column);
                all.insert(format!("{table} but for {column}"), (rows.len(), sum(&rows, at)));
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
    match first_with_rows(world, |_| true, "LEFT JOIN", for_nobody)? {
        Some((table, found)) => Err(format!("{found} rows of {table} belong to nobody")),
        None => Ok(()),
    }
}

fn for_nobody(table: &str) -> String {
    match ALSO_FOR_NOBODY.iter().find(|(also, _)| *also == table) {
        Some((_, for_show)) => format!("p.person_id IS NULL AND NOT ({for_show})"),
        None => "p.person_id IS NULL".to_owned(),
    }
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
    match first_with_rows(world, goes, "JOIN", |_| "p.erased_at IS NOT NULL".to_owned())? {
        Some((table, _)) => Err(format!("{table} still has rows of somebody who was erased")),
        None => Ok(()),
    }
}

/// The first of these personal tables with rows that stand so to the person they belong to, and how many: one question about
/// all of them, because it is asked after every step.
fn first_with_rows(
    world: &World,
    of: impl Fn(&str) -> bool,
    join: &str,
    so: impl Fn(&str) -> String,
) -> Result<Option<(String, i64)>, String> {
    let tables = world.catalogue().iter().flat_map(|part| part.tables).filter(|table| table.personal && of(table.name));
    let asked = tables.map(|table| {
        let (name, so) = (table.name, so(table.name));
        format!(
            "SELECT '{name}', count(*) FROM {name} t {join} person p ON p.person_id = t.person_id WHERE {so} HAVING count(*) > 0"
        )
    });
    let rows = world.rows(kept(asked.collect::<Vec<_>>().join(" UNION ALL ")), &[])?;
    let read = |row: &Row| Ok((row.text(0)?.to_owned(), row.int(1)?));
    rows.first().map(read).transpose().map_err(|fault: Fault| fault.to_string())
}

/// The seam takes only text that is there from the start, so each question is made once and kept.
fn kept(sql: String) -> &'static str {
    static KEPT: Mutex<BTreeSet<&str>> = Mutex::new(BTreeSet::new());
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(there) = kept.get(sql.as_str()) {
        return there;
    }
    let sql: &'static str = Box::leak(sql.into_boxed_str());
    kept.insert(sql);
    sql
}
