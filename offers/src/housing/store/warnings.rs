//! Warnings: the rent is late, a neighbour has complained. Each is a call for help early, with a name and a day.

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::{Day, Timestamp};
use platform::access::Permit;
use platform::args;
use platform::db::Tx;
use platform::error::{Error, Fault};
use platform::keys::Cell;

use super::covered;
use crate::housing::rules::WarningKind;

const TABLE: &str = "housing_warning";

/// A warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Its id.
    pub id: RowId,
    /// Of which tenancy.
    pub tenancy: RowId,
    /// What it is about.
    pub kind: WarningKind,
    /// What was seen.
    pub words: Option<String>,
    /// When it was noted.
    pub noted_at: Timestamp,
    /// Who helps.
    pub helper: String,
    /// By when.
    pub help_by: Day,
    /// When somebody had helped.
    pub settled_at: Option<Timestamp>,
    /// What was done.
    pub settled_words: Option<String>,
}

/// A warning to be written.
#[derive(Clone, Debug)]
pub struct NewWarning<'a> {
    /// Random id.
    pub id: &'a RowId,
    /// Of which tenancy.
    pub tenancy: &'a RowId,
    /// Which service.
    pub organisation: &'a OrganisationId,
    /// What it is about.
    pub kind: WarningKind,
    /// What was seen.
    pub words: Option<&'a str>,
    /// Who noted it.
    pub by: &'a AccountId,
    /// Who helps.
    pub helper: &'a AccountId,
    /// By when.
    pub help_by: Day,
    /// The task it became, where there is a part for tasks.
    pub task: Option<&'a str>,
}

/// Writes a warning.
///
/// # Errors
/// A fault when the database says no.
pub fn insert(tx: &mut Tx<'_>, permit: &Permit, new: &NewWarning<'_>, now: Timestamp) -> Result<(), Error> {
    let words = new.words.map(|words| permit.seal(Cell::new(TABLE, new.id.as_str(), "words"), words)).transpose()?;
    tx.run(
        "INSERT INTO housing_warning (person_id, warning_id, tenancy_id, organisation_id, kind, words, noted_at, noted_by,
           helper_id, help_by, task_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        args![
            permit.person(),
            new.id,
            new.tenancy,
            new.organisation,
            new.kind.key(),
            words,
            now,
            new.by,
            new.helper,
            new.help_by,
            new.task,
        ],
    )?;
    Ok(())
}

/// The warnings about one person's homes, the newest first: at most so many.
///
/// # Errors
/// A fault when the database says no.
pub fn all(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<Warning>, Error> {
    let organisation = covered(Some(permit));
    let rows = tx.rows(
        "SELECT w.warning_id, w.tenancy_id, w.kind, w.words, w.noted_at, a.name, w.help_by, w.settled_at, w.settled_words
         FROM housing_warning w LEFT JOIN account a ON a.account_id = w.helper_id
         WHERE w.person_id = $1 AND ($2 = '' OR w.organisation_id = $3) ORDER BY w.noted_at DESC, w.warning_id LIMIT 50",
        args![permit.person(), organisation, organisation],
    )?;
    let read = rows.iter().map(|row| {
        let id = row.parsed(0, RowId::parse)?;
        let open = |column, at| permit.open_or_null(Cell::new(TABLE, id.as_str(), column), row.blob_or_null(at)?);
        Ok(Warning {
            tenancy: row.parsed(1, RowId::parse)?,
            kind: row.parsed(2, WarningKind::parse)?,
            words: open("words", 3)?,
            noted_at: row.time(4)?,
            helper: row.text_or_null(5)?.unwrap_or_default().to_owned(),
            help_by: row.parsed(6, Day::parse)?,
            settled_at: row.time_or_null(7)?,
            settled_words: open("settled_words", 8)?,
            id,
        })
    });
    read.collect()
}

/// Somebody has helped. False when that was said before.
///
/// # Errors
/// A fault when the database says no.
pub fn settle(tx: &mut Tx<'_>, permit: &Permit, id: &RowId, words: Option<&str>, now: Timestamp) -> Result<bool, Error> {
    let words = words.map(|words| permit.seal(Cell::new(TABLE, id.as_str(), "settled_words"), words)).transpose()?;
    let touched = tx.run(
        "UPDATE housing_warning SET settled_at = $1, settled_words = $2
         WHERE person_id = $3 AND warning_id = $4 AND settled_at IS NULL",
        args![now, words, permit.person(), id],
    )?;
    Ok(touched == 1)
}

/// A warning that waits for help, on a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Whose home.
    pub person: PersonId,
    /// What it is about.
    pub kind: WarningKind,
    /// By when.
    pub help_by: Day,
    /// Who helps.
    pub helper: String,
}

/// The warnings of a service that wait for help, the first due first: at most fifty on the day's page.
///
/// # Errors
/// A fault when the database says no.
pub fn open(tx: &mut Tx<'_>, organisation: &OrganisationId) -> Result<Vec<Listed>, Error> {
    let rows = tx.rows(
        "SELECT w.person_id, w.kind, w.help_by, a.name FROM housing_warning w
         LEFT JOIN account a ON a.account_id = w.helper_id
         WHERE w.organisation_id = $1 AND w.settled_at IS NULL ORDER BY w.help_by, w.warning_id LIMIT 50",
        args![organisation],
    )?;
    let read = rows.iter().map(|row| {
        Ok(Listed {
            person: row.parsed(0, PersonId::parse)?,
            kind: row.parsed(1, WarningKind::parse)?,
            help_by: row.parsed(2, Day::parse)?,
            helper: row.text_or_null(3)?.unwrap_or_default().to_owned(),
        })
    });
    Ok(read.collect::<Result<_, Fault>>()?)
}
