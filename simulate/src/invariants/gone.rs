//! What is left of somebody who was erased: rows that a rule keeps, and nothing else that names them or can be read.

use std::collections::BTreeSet;

use kernel::id::PersonId;
use platform::leaving::{AtErasure, Erased, rules};

use crate::city::World;

/// Tables with the id, the name in the log, or any word of theirs are tables of a rule that keeps rows; and while no row must
/// be readable, the key is gone.
///
/// # Errors
/// Where something is left.
pub fn only_kept_rows(world: &World, person: &PersonId, subject: &str, erased: &Erased) -> Result<(), String> {
    let today = world.now().day();
    let kept = world.town().app.db().read_here(|tx| rules(tx, today)).map_err(|error| format!("{error:?}"))?;
    let may_stay = |table: &str| kept.get(table).is_some_and(|rule| rule.at_erasure != AtErasure::Delete);
    // The person's own row and the erasure that is put off stay as long as the law keeps rows that must be readable.
    let put_off = |table: &str| !erased.key_gone && matches!(table, "person" | "erasure");
    let mut needles = BTreeSet::from([person.as_str().to_owned(), subject.to_owned()]);
    needles.extend(world.marks.all().filter(|mark| mark.person == *person).map(|mark| mark.words.clone()));
    let needles: Vec<&str> = needles.iter().map(String::as_str).collect();
    for table in world.town().tables_with_any(&needles) {
        if !may_stay(&table) && !put_off(&table) {
            return Err(format!("somebody was erased, and {table} still holds something of theirs"));
        }
    }
    let key = world.town().app.keys().find(person).map_err(|error| format!("{error:?}"))?;
    if key.is_some() == erased.key_gone { Err("the key of somebody who was erased is not as it was said".into()) } else { Ok(()) }
}
