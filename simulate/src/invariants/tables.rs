//! Rows that must be there, rows that must not, and whether anything has changed.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Mutex, PoisonError};

use kernel::time::Timestamp;
use platform::args;
use platform::db::{Row, Tx, Value};
use platform::error::{Error, Fault};
use platform::leaving::{AtErasure, rules};

use crate::city::World;

/// Where a try at a secret is counted.
pub const TRIED: &str = "sign_in_case";
/// A column that is kept by itself, before a commit that may fail: the rest of its table stands apart as well.
const KEPT_BY_ITSELF: [(&str, &str); 2] = [("session", "last_used_at"), (TRIED, "tries")];
/// The log, and what of its lines is looked at.
const LOG: &str = "audit_line";
const LINE: [&str; 5] = ["line_id", "subject", "outcome", "leaf", "position"];

/// What stands in every table: how many rows, and a number that another row, or a changed cell, makes another.
pub type Dump = BTreeMap<String, (usize, u64)>;

/// Everything there is, but for the simulation's own tables. The log is only added to and grows with every look: of it the
/// lines of this step are read, and how many there are before them; that no older one was changed is found when its seal is
/// looked at.
///
/// # Errors
/// What the database says.
pub fn dump(world: &World) -> Result<Dump, String> {
    let (shapes, began) = (looked_at(world), world.began);
    let db = world.town().app.db();
    let read = match db.name() {
        "sqlite" => db.read_here(|tx| read_out(tx, &shapes, began)),
        _ => db.read_here(|tx| reckoned_there(tx, &shapes, began)),
    };
    read.map_err(|error| format!("the tables cannot be read: {error:?}"))
}

/// A table, with the columns that are looked at, under a name of its own.
struct Looked {
    name: String,
    table: &'static str,
    columns: Vec<&'static str>,
}

fn looked_at(world: &World) -> Vec<Looked> {
    let mut all = Vec::new();
    for shape in world.shapes.iter().filter(|shape| !shape.table.starts_with("trouble_")) {
        let of = |name: String, columns: Vec<&'static str>| Looked { name, table: shape.table, columns };
        if let Some((_, but)) = KEPT_BY_ITSELF.iter().find(|(kept, _)| *kept == shape.table) {
            let others = shape.columns.iter().copied().filter(|column| column != but);
            all.push(of(format!("{} but for {but}", shape.table), others.collect()));
        }
        let columns = if shape.table == LOG { LINE.to_vec() } else { shape.columns.clone() };
        all.push(of(shape.table.to_owned(), columns));
    }
    all
}

/// Where the rows are near they are read, and the number is made here.
fn read_out(tx: &mut Tx<'_>, all: &[Looked], began: Timestamp) -> Result<Dump, Error> {
    let mut dump = Dump::new();
    for looked in all {
        let columns = looked.columns.join(", ");
        let (before, rows) = if looked.table == LOG {
            let before = tx.row("SELECT count(*) FROM audit_line WHERE at < $1", args![began])?;
            let since = kept(format!("SELECT {columns} FROM {LOG} WHERE at >= $1"));
            (before.map_or(Ok(0), |row| row.int(0))?, tx.rows(since, args![began])?)
        } else {
            (0, tx.rows(kept(format!("SELECT {columns} FROM {}", looked.table)), &[])?)
        };
        dump.insert(looked.name.clone(), (usize::try_from(before).unwrap_or(0) + rows.len(), sum(&rows)));
    }
    Ok(dump)
}

/// Where they are far, the database makes a number of each row by itself, for all tables in one question.
fn reckoned_there(tx: &mut Tx<'_>, all: &[Looked], began: Timestamp) -> Result<Dump, Error> {
    let each = all.iter().map(|looked| {
        let (name, table, columns) = (&looked.name, looked.table, looked.columns.join(", "));
        let number = format!("hashtextextended(CAST(ROW({columns}) AS TEXT), 0)");
        let of = if table == LOG { format!("CASE WHEN at >= $1 THEN {number} ELSE 0 END") } else { number };
        format!("SELECT '{name}', count(*), CAST(COALESCE(sum({of}), 0) AS TEXT) FROM {table}")
    });
    let question = kept(each.collect::<Vec<_>>().join(" UNION ALL "));
    let rows = tx.rows(question, args![began])?;
    let read = |row: &Row| {
        let mut hash = DefaultHasher::new();
        row.text(2)?.hash(&mut hash);
        Ok((row.text(0)?.to_owned(), (usize::try_from(row.int(1)?).unwrap_or(0), hash.finish())))
    };
    rows.iter().map(read).collect()
}

/// The sum of a number for each row does not depend on their order.
fn sum(rows: &[Row]) -> u64 {
    rows.iter().fold(0, |sum: u64, row| sum.wrapping_add(number(row)))
}

fn number(row: &Row) -> u64 {
    let mut hash = DefaultHasher::new();
    for cell in row.cells() {
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

/// Every row of a personal table belongs to a person who is there; and of a person who has been erased there is no row of any
/// part, but what a rule keeps. One question about all tables at once, because it is asked after every step.
pub(super) fn belong_to_somebody(world: &World) -> Result<(), String> {
    let today = world.now().day();
    let rules = world.town().app.db().read_here(|tx| rules(tx, today)).map_err(|error| format!("{error:?}"))?;
    let goes = |table: &str| rules.get(table).is_none_or(|rule| rule.at_erasure == AtErasure::Delete);
    let tables = world.catalogue().iter().flat_map(|part| part.tables).filter(|table| table.personal);
    let rows = tables.map(|table| {
        let name = table.name;
        let for_show = ALSO_FOR_NOBODY.iter().find(|(also, _)| *also == name).map_or("1 = 0", |(_, for_show)| for_show);
        format!("SELECT '{name}' AS name, t.person_id, CASE WHEN {for_show} THEN 1 ELSE 0 END AS for_show FROM {name} t")
    });
    let question = format!(
        "SELECT t.name, p.erased_at, count(*) FROM ({}) t LEFT JOIN person p ON p.person_id = t.person_id
         WHERE (p.person_id IS NULL AND t.for_show = 0) OR p.erased_at IS NOT NULL GROUP BY t.name, p.erased_at ORDER BY t.name",
        rows.collect::<Vec<_>>().join(" UNION ALL ")
    );
    let plain = |fault: Fault| fault.to_string();
    for row in world.rows(kept(question), &[])? {
        let (table, erased) = (row.text(0).map_err(plain)?, row.text_or_null(1).map_err(plain)?.is_some());
        if !erased {
            return Err(format!("{} rows of {table} belong to nobody", row.int(2).map_err(plain)?));
        }
        if goes(table) {
            return Err(format!("{table} still has rows of somebody who was erased"));
        }
    }
    Ok(())
}

/// The seam takes only text that is there from the start, so each question is made once and kept.
pub fn kept(sql: String) -> &'static str {
    static KEPT: Mutex<BTreeSet<&str>> = Mutex::new(BTreeSet::new());
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(there) = kept.get(sql.as_str()) {
        return there;
    }
    let sql: &'static str = Box::leak(sql.into_boxed_str());
    kept.insert(sql);
    sql
}
