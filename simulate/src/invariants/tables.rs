//! Rows that must be there, rows that must not, and whether anything has changed.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use platform::db::Row;
use platform::leaving::{AtErasure, rules};

use crate::city::World;

/// Every row of every table.
pub type Dump = BTreeMap<String, Vec<String>>;

/// Everything there is, but for the simulation's own tables.
///
/// # Errors
/// What the database says.
pub fn dump(world: &World) -> Result<Dump, String> {
    let read = world.town().app.db().read_here(|tx| {
        let mut all = Dump::new();
        for table in tx.tables()?.into_iter().filter(|table| !table.starts_with("trouble_")) {
            let mut rows: Vec<String> = tx.dump(&table)?.iter().map(|row| format!("{row:?}")).collect();
            rows.sort_unstable();
            all.insert(table, rows);
        }
        Ok(all)
    });
    read.map_err(|error| format!("the tables cannot be read: {error:?}"))
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

/// A way back in may be begun for a person nobody knows, so that whoever searches cannot tell who is known here.
const ALSO_FOR_NOBODY: [&str; 1] = ["sign_in_case"];

/// Every row of a personal table belongs to a person who is there.
pub(super) fn no_orphans(world: &World) -> Result<(), String> {
    for table in world.catalogue().iter().flat_map(|part| part.tables).filter(|table| table.personal && !ALSO_FOR_NOBODY.contains(&table.name)) {
        let rows = world.rows(orphans_of(table.name), &[])?;
        let found = rows.first().map_or(Ok(0), |row| row.int(0)).map_err(|fault| fault.to_string())?;
        if found > 0 {
            return Err(format!("{found} rows of {} belong to nobody", table.name));
        }
    }
    Ok(())
}

/// Of a person who has been erased there is no row of any part, but what a rule keeps.
pub(super) fn erased_is_gone(world: &World) -> Result<(), String> {
    let erased = world.rows("SELECT person_id FROM person WHERE erased_at IS NOT NULL ORDER BY person_id", &[])?;
    let erased: Vec<String> = erased.iter().filter_map(|row| row.text(0).ok().map(str::to_owned)).collect();
    if erased.is_empty() {
        return Ok(());
    }
    let today = world.now().day();
    let rules = world.town().app.db().read_here(|tx| rules(tx, today)).map_err(|error| format!("{error:?}"))?;
    let goes = |table: &str| rules.get(table).is_none_or(|rule| rule.at_erasure == AtErasure::Delete);
    let is_theirs = |row: &Row| row.text(0).is_ok_and(|person| erased.iter().any(|id| id == person));
    for table in world.catalogue().iter().flat_map(|part| part.tables).filter(|table| table.personal && goes(table.name)) {
        if world.town().rows(table.name).iter().any(is_theirs) {
            return Err(format!("{} still has rows of somebody who was erased", table.name));
        }
    }
    Ok(())
}

/// The question for one table. The seam takes only text that is there from the start, so each is made once and kept.
fn orphans_of(table: &'static str) -> &'static str {
    static MADE: Mutex<BTreeMap<&'static str, &'static str>> = Mutex::new(BTreeMap::new());
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    made.entry(table).or_insert_with(|| {
        let sql = format!(
            "SELECT count(*) FROM {table} t LEFT JOIN person p ON p.person_id = t.person_id WHERE p.person_id IS NULL"
        );
        Box::leak(sql.into_boxed_str())
    })
}
