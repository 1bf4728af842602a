//! What happened to a clock: one row a step, and none is ever changed.

use std::collections::HashMap;

use kernel::id::{AccountId, RowId};
use kernel::time::{Day, Timestamp};
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::Tx;
use platform::error::Error;
use platform::keys::Cell;

use crate::waiting::rules::CausedBy;

/// Something that happened to a clock.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// As a wording key: `waiting-happened-<what>`.
    pub what: String,
    /// The day it is about.
    pub on: Option<Day>,
    /// The day it was before.
    pub was: Option<Day>,
    /// Who caused it.
    pub caused_by: Option<CausedBy>,
    /// Why, in words.
    pub words: Option<String>,
    /// Who wrote it.
    pub by: Option<String>,
    /// When it was written.
    pub at: Option<Timestamp>,
}

impl Step {
    /// A step without particulars.
    #[must_use]
    pub fn of(what: &str) -> Step {
        Step { what: what.to_owned(), ..Step::default() }
    }
}

fn step_row(clock: &RowId, number: i64) -> String {
    format!("{clock}-{number}")
}

/// Writes a step.
///
/// # Errors
/// A fault.
pub fn step(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, clock: &RowId, number: i64, step: &Step) -> Result<(), Error> {
    let row = step_row(clock, number);
    let words = step.words.as_deref().map(|words| permit.seal(Cell::new("waiting_step", &row, "words"), words)).transpose()?;
    tx.run(
        "INSERT INTO waiting_step (person_id, clock_id, number, what, on_day, was_on, caused_by, words, account_id, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![
            permit.person(),
            clock,
            number,
            step.what.as_str(),
            step.on,
            step.was,
            step.caused_by.map(CausedBy::key),
            words,
            desk.ctx().actor.account.as_ref().map(AccountId::as_str),
            desk.now(),
        ],
    )?;
    Ok(())
}

/// What happened to the clocks of one person, each with its steps, oldest first.
///
/// # Errors
/// A fault.
pub fn of_person(tx: &mut Tx<'_>, permit: &Permit) -> Result<HashMap<String, Vec<Step>>, Error> {
    let rows = tx.rows(
        "SELECT s.number, s.what, s.on_day, s.was_on, s.caused_by, s.words, a.name, s.at, s.clock_id
         FROM waiting_step s LEFT JOIN account a ON a.account_id = s.account_id
         WHERE s.person_id = $1 ORDER BY s.clock_id, s.number LIMIT 1000",
        args![permit.person()],
    )?;
    let mut found: HashMap<String, Vec<Step>> = HashMap::new();
    for row in &rows {
        let clock = row.parsed(8, RowId::parse)?;
        let place = step_row(&clock, row.int(0)?);
        found.entry(clock.to_string()).or_default().push(Step {
            what: row.text(1)?.to_owned(),
            on: row.parsed_or_null(2, Day::parse)?,
            was: row.parsed_or_null(3, Day::parse)?,
            caused_by: row.parsed_or_null(4, CausedBy::parse)?,
            words: permit.open_or_null(Cell::new("waiting_step", &place, "words"), row.blob_or_null(5)?)?,
            by: row.text_or_null(6)?.map(str::to_owned),
            at: Some(row.time(7)?),
        });
    }
    Ok(found)
}
