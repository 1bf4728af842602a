//! How long rows are kept: dated rows with their source, as the law changes and not as the program does.

use std::collections::BTreeMap;

use kernel::time::{Day, Timestamp};

use crate::args;
use crate::db::{Row, Tx};
use crate::error::{Error, Fault};

/// What an erasure does with the rows of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtErasure {
    /// They go with the person.
    Delete,
    /// They stay, and say about nobody once the key is gone.
    Unreadable,
    /// The law keeps them readable until they fall due.
    Keep,
}

impl AtErasure {
    fn parse(key: &str) -> Option<AtErasure> {
        match key {
            "delete" => Some(AtErasure::Delete),
            "unreadable" => Some(AtErasure::Unreadable),
            "keep" => Some(AtErasure::Keep),
            _ => None,
        }
    }
}

/// The rule for one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Which table.
    pub table: String,
    /// Since which day the rule holds.
    pub valid_from: Day,
    /// How many days after [`Rule::from_column`] a row falls due, and which column that is; nothing when no clock ends it.
    pub falls_due: Option<(i64, String)>,
    /// What an erasure does with the rows.
    pub at_erasure: AtErasure,
    /// Why they are kept as long as that.
    pub why: String,
    /// Where that stands.
    pub source: String,
    /// Whether the source says it, or somebody who may must still say so.
    pub sure: bool,
}

impl Rule {
    /// Everything older than this has fallen due.
    #[must_use]
    pub fn before(&self, now: Timestamp) -> Option<(&str, Timestamp)> {
        self.falls_due.as_ref().map(|(days, column)| (column.as_str(), now.plus_days(-days)))
    }
}

/// The rule that holds for each table on this day.
///
/// # Errors
/// A fault when the database says no, or a row cannot be read.
pub fn rules(tx: &mut Tx<'_>, today: Day) -> Result<BTreeMap<String, Rule>, Error> {
    let rows = tx.rows(
        "SELECT table_name, valid_from, days, from_column, at_erasure, why, source, sure FROM retention_rule
         WHERE valid_from <= $1 ORDER BY table_name, valid_from",
        args![today],
    )?;
    let read: Result<Vec<Rule>, Fault> = rows.iter().map(read).collect();
    // The newest of a table comes last and takes the place of the others.
    Ok(read?.into_iter().map(|rule| (rule.table.clone(), rule)).collect())
}

fn read(row: &Row) -> Result<Rule, Fault> {
    let falls_due = match (row.int_or_null(2)?, row.text_or_null(3)?) {
        (Some(days), Some(column)) if days > 0 => Some((days, column.to_owned())),
        (None, None) => None,
        _ => return Err(Fault::new("a retention rule has days without a column, or a column without days")),
    };
    Ok(Rule {
        table: row.text(0)?.to_owned(),
        valid_from: row.parsed(1, Day::parse)?,
        falls_due,
        at_erasure: row.parsed(4, AtErasure::parse)?,
        why: row.text(5)?.to_owned(),
        source: row.text(6)?.to_owned(),
        sure: row.text(7)? == "sure",
    })
}
