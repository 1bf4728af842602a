//! Everything about one person, opened: complete by construction, since the database says which rows there are.

use std::collections::{BTreeMap, BTreeSet};

use kernel::access::Reason;
use kernel::time::Timestamp;

use super::rules::{AtErasure, rules};
use crate::access::{Desk, Permit};
use crate::args;
use crate::audit::{Detail, Line};
use crate::db::{Row, Shape, Tx, Value, Which};
use crate::error::{Error, Fault};
use crate::keys::PersonKey;

/// The cells of one row that can be read, by column. What is only a keyed hash is left out: it says nothing to anybody.
pub type Cells = BTreeMap<&'static str, String>;

/// What one table holds about the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Which table.
    pub table: &'static str,
    /// Its rows, in the order of their key.
    pub rows: Vec<Cells>,
    /// The columns that were sealed: words of the person's, or about the person.
    pub sealed: BTreeSet<&'static str>,
    /// Cells that were sealed in a way nobody here knows: nought, or the house has a fault.
    pub unopened: usize,
}

/// One line of the log, as the person may read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looked {
    /// When.
    pub at: Timestamp,
    /// In which role.
    pub role: String,
    /// The employee's name; nothing for the person.
    pub name: Option<String>,
    /// Where they work.
    pub organisation: Option<String>,
    /// What was done.
    pub act: String,
    /// By which part.
    pub part: String,
    /// For which purpose.
    pub purpose: String,
    /// What came of it.
    pub outcome: String,
    /// The areas that were open, as bits, the ground, and what an employee wrote as the reason: the person reads it (J3).
    pub detail: Detail,
}

/// Every row of every table that names the person, with the sealed cells opened.
///
/// # Errors
/// A denial for anyone but the person and the operator, or a fault.
pub fn gather(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<Vec<Held>, Error> {
    let key = key_of(desk, permit)?;
    let rules = rules(tx, desk.now().day())?;
    let unreadable = |shape: &Shape| rules.get(shape.table).is_some_and(|rule| rule.at_erasure == AtErasure::Unreadable);
    let mut all = Vec::new();
    for shape in tx.shapes()?.iter().filter(|shape| !unreadable(shape)) {
        let mut held = Held { table: shape.table, rows: Vec::new(), sealed: BTreeSet::new(), unopened: 0 };
        for column in shape.persons() {
            for row in every(tx, shape, &Which::Is(column, Value::from(permit.person())))? {
                open(&key, shape, &row, &mut held);
            }
        }
        if !held.rows.is_empty() {
            all.push(held);
        }
    }
    Ok(all)
}

/// Who has looked, oldest first.
///
/// # Errors
/// As [`gather`].
pub fn log(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<Vec<Looked>, Error> {
    let key = key_of(desk, permit)?;
    let names = names(tx)?;
    let mut after = (String::new(), String::new());
    let mut looked = Vec::new();
    loop {
        let rows = tx.rows(
            "SELECT line_id, event_id, at, node, role, account_id, organisation_id, act, part, purpose, outcome, subject, detail
             FROM audit_line WHERE subject = $1 AND (at, line_id) > ($2, $3) ORDER BY at, line_id LIMIT 500",
            args![key.subject(), after.0.as_str(), after.1.as_str()],
        )?;
        for row in &rows {
            let line = Line::from_row(row)?;
            after = (line.at.stored(), line.line_id.clone());
            looked.push(looked_from(&key, line, &names));
        }
        if rows.is_empty() {
            return Ok(looked);
        }
    }
}

fn looked_from(key: &PersonKey, line: Line, names: &BTreeMap<String, String>) -> Looked {
    let sealed = line.detail.as_deref().unwrap_or_default();
    let opened = key.open_named("audit_line", &line.line_id, "detail", sealed);
    let detail: Detail = opened.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
    let named = |id: &Option<String>| id.as_ref().and_then(|id| names.get(id)).filter(|name| !name.is_empty()).cloned();
    Looked {
        at: line.at,
        name: named(&line.account_id),
        organisation: named(&line.organisation_id),
        role: line.role,
        act: line.act,
        part: line.part,
        purpose: line.purpose,
        outcome: line.outcome,
        detail,
    }
}

/// What accounts and organisations are called: a person reads names, not ids.
///
/// # Errors
/// A fault when the database says no.
pub fn names(tx: &mut Tx<'_>) -> Result<BTreeMap<String, String>, Fault> {
    let mut names = BTreeMap::new();
    for sql in ["SELECT account_id, name FROM account", "SELECT organisation_id, name FROM organisation"] {
        for row in tx.rows(sql, &[])? {
            names.insert(row.text(0)?.to_owned(), row.text(1)?.to_owned());
        }
    }
    Ok(names)
}

fn key_of(desk: &Desk<'_>, permit: &Permit) -> Result<PersonKey, Error> {
    if !permit.is_own() && !desk.ctx().is_machine() {
        return Err(Error::Denied(Reason::Wall));
    }
    desk.app().keys().find(permit.person())?.ok_or(Error::Denied(Reason::Erased))
}

fn every(tx: &mut Tx<'_>, shape: &Shape, which: &Which) -> Result<Vec<Row>, Fault> {
    let mut all: Vec<Row> = Vec::new();
    loop {
        let after = all.last().map(|row| shape.key_of(row));
        let rows = tx.rows_of(shape, which, after.as_deref())?;
        if rows.is_empty() {
            return Ok(all);
        }
        all.extend(rows);
    }
}

fn open(key: &PersonKey, shape: &Shape, row: &Row, held: &mut Held) {
    let places = places(shape, row);
    let mut cells = Cells::new();
    for (column, cell) in shape.columns.iter().copied().zip(row.cells()) {
        let text = match cell {
            Value::Null => continue,
            Value::Text(text) => text.clone(),
            Value::Int(number) => number.to_string(),
            Value::Blob(bytes) => match places.iter().find_map(|place| key.open_named(shape.table, place, column, bytes)) {
                Some(opened) => {
                    held.sealed.insert(column);
                    String::from_utf8(opened).unwrap_or_else(|bytes| crate::keys::hex(bytes.as_bytes()))
                }
                None => {
                    held.unopened += usize::from(!is_hash(column, bytes));
                    continue;
                }
            },
        };
        cells.insert(column, text);
    }
    held.rows.push(cells);
}

/// Keyed hashes have 32 bytes. What is sealed begins with its version and is longer than what stands in it.
fn is_hash(column: &str, bytes: &[u8]) -> bool {
    bytes.len() == 32 || column.ends_with("hash")
}

/// The names a row may have been sealed under: one of its own cells, or those of its key after the person, joined.
fn places(shape: &Shape, row: &Row) -> Vec<String> {
    let text = |value: &Value| match value {
        Value::Text(text) => Some(text.clone()),
        Value::Int(number) => Some(number.to_string()),
        Value::Blob(_) | Value::Null => None,
    };
    let key: Vec<String> = shape.key_of(row).iter().filter_map(text).collect();
    let rest = key.get(1..).unwrap_or_default();
    let joined = ["/", "-", ":", ".", "_", "|", "\u{1f}", ""].into_iter().flat_map(|by| [rest.join(by), key.join(by)]);
    row.cells().iter().filter_map(text).chain(joined).collect()
}
