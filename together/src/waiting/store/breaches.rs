//! Breaches of law: each is written once, when it is found, and stays.

use std::collections::HashMap;

use kernel::id::{PersonId, RowId};
use kernel::time::Day;
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

use crate::waiting::limits::Name;
use crate::waiting::rules::Due;

/// A breach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Breach {
    /// Of which limit.
    pub name: Name,
    /// Its last day.
    pub due: Day,
}

/// Writes a breach. False when it was written before.
///
/// # Errors
/// A fault.
pub fn found(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, clock: &RowId, due: Due) -> Result<bool, Error> {
    let added = tx.run(
        "INSERT INTO waiting_breach (person_id, clock_id, name, due_on, found_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (person_id, clock_id, name) DO NOTHING",
        args![permit.person(), clock, due.name.key(), due.on, desk.now()],
    )?;
    Ok(added == 1)
}

/// The breaches of one person's clocks, each with its own, the oldest first.
///
/// # Errors
/// A fault.
pub fn of_person(tx: &mut Tx<'_>, permit: &Permit) -> Result<HashMap<String, Vec<Breach>>, Error> {
    let rows = tx.rows(
        "SELECT name, due_on, clock_id FROM waiting_breach WHERE person_id = $1 ORDER BY due_on, name",
        args![permit.person()],
    )?;
    let mut found: HashMap<String, Vec<Breach>> = HashMap::new();
    for row in &rows {
        let breach = Breach { name: row.parsed(0, Name::parse)?, due: row.parsed(1, Day::parse)? };
        found.entry(row.text(2)?.to_owned()).or_default().push(breach);
    }
    Ok(found)
}

/// Clocks whose limit of law is past and of which nobody has written it yet: a hundred at a time, for the machine.
///
/// # Errors
/// A fault.
pub fn unfound(tx: &mut Tx<'_>, today: Day) -> Result<Vec<(PersonId, RowId)>, Error> {
    let rows = tx.rows(
        "SELECT c.person_id, c.clock_id FROM waiting_clock c
         WHERE c.due_kind = 'law' AND c.due_on < $1
           AND NOT EXISTS (SELECT 1 FROM waiting_breach b
             WHERE b.person_id = c.person_id AND b.clock_id = c.clock_id AND b.name = c.due_name)
         ORDER BY c.due_on, c.clock_id LIMIT 100",
        args![today],
    )?;
    let read = |row: &Row| Ok((row.parsed(0, PersonId::parse)?, row.parsed(1, RowId::parse)?));
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}
