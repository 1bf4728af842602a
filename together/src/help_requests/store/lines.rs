//! What was said: replies from named staff, and what the person answered.

use std::collections::HashMap;

use kernel::id::{AccountId, PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::Permit;
use platform::args;
use platform::db::{ForMany, Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use crate::help_requests::choices::Ready;

const TABLE: &str = "help_requests_line";

/// One thing that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The member of staff; nothing when it was the person.
    pub account: Option<AccountId>,
    /// Their name.
    pub name: Option<String>,
    /// The words; nothing when it was an answer of one tap, or said aloud.
    pub words: Option<String>,
    /// Ready answers that staff offered, or the one the person gave.
    pub answers: Vec<Ready>,
    /// When.
    pub at: Timestamp,
}

/// Something to be said.
#[derive(Clone, Debug, Default)]
pub struct NewLine<'a> {
    /// The member of staff; nothing for the person.
    pub account: Option<&'a AccountId>,
    /// The words.
    pub words: Option<&'a str>,
    /// Ready answers.
    pub answers: &'a [Ready],
}

/// Adds a line.
///
/// # Errors
/// A fault when the database says no.
pub fn add(tx: &mut Tx<'_>, permit: &Permit, request: &RowId, new: &NewLine<'_>, now: Timestamp) -> Result<(), Error> {
    let row = tx.row(
        "SELECT count(step) + 1 FROM help_requests_line WHERE person_id = $1 AND request_id = $2",
        args![permit.person(), request],
    )?;
    let step = row.map_or(Ok(1), |row| row.int(0))?;
    let cell_row = cell_row(request, step);
    let words = new.words.map(|words| permit.seal(Cell::new(TABLE, &cell_row, "words"), words)).transpose()?;
    tx.run(
        "INSERT INTO help_requests_line (person_id, request_id, step, account_id, words, answers, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![permit.person(), request, step, new.account.map(AccountId::as_str), words, Ready::join(new.answers), now,],
    )?;
    Ok(())
}

/// What was said about a request, first to last.
///
/// # Errors
/// A fault when the database says no.
pub fn all(tx: &mut Tx<'_>, permit: &Permit, request: &RowId) -> Result<Vec<Line>, Error> {
    let rows = tx.rows(
        "SELECT l.step, l.account_id, a.name, l.words, l.answers, l.at FROM help_requests_line l
         LEFT JOIN account a ON a.account_id = l.account_id
         WHERE l.person_id = $1 AND l.request_id = $2 ORDER BY l.step",
        args![permit.person(), request],
    )?;
    rows.iter().map(|row| read(permit, request, row)).collect()
}

static LAST: ForMany = ForMany::new(
    "SELECT l.step, l.account_id, a.name, l.words, l.answers, l.at, l.request_id, l.person_id FROM help_requests_line l
     LEFT JOIN account a ON a.account_id = l.account_id
     WHERE l.person_id = $1 AND l.step = (SELECT max(n.step) FROM help_requests_line n
       WHERE n.person_id = l.person_id AND n.request_id = l.request_id)",
);

/// The last thing said about each request of these persons, for a list. Nothing for a request nobody has said anything about.
///
/// # Errors
/// A fault when the database says no.
pub fn last_of_each(tx: &mut Tx<'_>, permits: &[Permit]) -> Result<HashMap<RowId, Line>, Error> {
    let persons: Vec<PersonId> = permits.iter().map(|permit| permit.person().clone()).collect();
    let mut last = HashMap::new();
    for row in &tx.rows_for(&LAST, &persons, &[])? {
        let (request, person) = (row.parsed(6, RowId::parse)?, row.parsed(7, PersonId::parse)?);
        if let Some(permit) = permits.iter().find(|permit| *permit.person() == person) {
            let line = read(permit, &request, row)?;
            last.insert(request, line);
        }
    }
    Ok(last)
}

fn read(permit: &Permit, request: &RowId, row: &Row) -> Result<Line, Error> {
    let cell_row = cell_row(request, row.int(0)?);
    Ok(Line {
        account: row.parsed_or_null(1, AccountId::parse)?,
        name: row.text_or_null(2)?.map(str::to_owned),
        words: permit.open_or_null(Cell::new(TABLE, &cell_row, "words"), row.blob_or_null(3)?)?,
        answers: Ready::split(row.text(4)?),
        at: row.time(5)?,
    })
}

fn cell_row(request: &RowId, step: i64) -> String {
    format!("{}/{step}", request.as_str())
}

/// How many lines are kept about a request: there is a limit on everything.
///
/// # Errors
/// A fault when the database says no.
pub fn count(tx: &mut Tx<'_>, permit: &Permit, request: &RowId) -> Result<i64, Fault> {
    let row = tx.row(
        "SELECT count(step) FROM help_requests_line WHERE person_id = $1 AND request_id = $2",
        args![permit.person(), request],
    )?;
    row.map_or(Ok(0), |row| row.int(0))
}
