//! The five lines, in the person's words.

use kernel::id::{AccountId, RowId};
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::Error;
use platform::keys::Cell;

use crate::aftercare::line::{self, Line};

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Which.
    pub line: Line,
    /// In the person's words; nothing while nobody has written.
    pub words: Option<String>,
    /// Where it stands.
    pub status: &'static str,
    /// Who does it.
    pub who: Option<String>,
    /// When it was changed.
    pub changed_at: Timestamp,
    /// Who changed it; nothing for the person.
    pub changed_by: Option<String>,
    /// Version.
    pub version: i64,
}

fn place(plan: &RowId, line: Line) -> String {
    format!("{plan}/{}", line.key())
}

/// Makes an empty line.
///
/// # Errors
/// A fault.
pub fn make(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, plan: &RowId, line: Line) -> Result<(), Error> {
    tx.run(
        "INSERT INTO aftercare_line (person_id, plan_id, line, status, changed_at, version) VALUES ($1, $2, $3, 'not-begun', $4, 1)",
        args![permit.person(), plan, line.key(), desk.now()],
    )?;
    Ok(())
}

/// The lines whose areas this permit shows, in their order on the page.
///
/// # Errors
/// A fault.
pub fn seen(tx: &mut Tx<'_>, permit: &Permit, plan: &RowId) -> Result<Vec<Said>, Error> {
    let rows = tx.rows(
        "SELECT l.line, l.words, l.status, l.who, l.changed_at, a.name, l.version
         FROM aftercare_line l LEFT JOIN account a ON a.account_id = l.changed_by
         WHERE l.person_id = $1 AND l.plan_id = $2 ORDER BY l.line",
        args![permit.person(), plan],
    )?;
    let mut found = Vec::new();
    for row in &rows {
        let line: Line = row.parsed(0, Line::parse)?;
        if permit.sees(Some(line.area())) {
            found.push(read(permit, plan, line, row)?);
        }
    }
    found.sort_by_key(|said| Line::ALL.iter().position(|line| *line == said.line));
    Ok(found)
}

fn read(permit: &Permit, plan: &RowId, line: Line, row: &Row) -> Result<Said, Error> {
    let place = place(plan, line);
    let open = |column, at| -> Result<Option<String>, Error> {
        permit.open_or_null(Cell::new("aftercare_line", &place, column), row.blob_or_null(at)?)
    };
    Ok(Said {
        line,
        words: open("words", 1)?,
        status: row.parsed(2, line::status)?,
        who: open("who", 3)?,
        changed_at: row.time(4)?,
        changed_by: row.text_or_null(5)?.map(str::to_owned),
        version: row.int(6)?,
    })
}

/// What somebody typed.
#[derive(Clone, Debug)]
pub struct Typed {
    /// In the person's words.
    pub words: Option<String>,
    /// Where it stands.
    pub status: &'static str,
    /// Who does it.
    pub who: Option<String>,
    /// The version they had before them.
    pub seen: i64,
}

/// Writes a line. False when it has changed since it was read.
///
/// # Errors
/// A fault.
pub fn write(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, plan: &RowId, line: Line, typed: &Typed) -> Result<bool, Error> {
    let place = place(plan, line);
    let seal = |column, text: &Option<String>| -> Result<Option<Vec<u8>>, Error> {
        text.as_deref().map(|text| permit.seal(Cell::new("aftercare_line", &place, column), text)).transpose()
    };
    let touched = tx.run(
        "UPDATE aftercare_line SET words = $1, status = $2, who = $3, changed_at = $4, changed_by = $5, version = $6
         WHERE person_id = $7 AND plan_id = $8 AND line = $9 AND version = $10",
        args![
            seal("words", &typed.words)?,
            typed.status,
            seal("who", &typed.who)?,
            desk.now(),
            desk.ctx().actor.account.as_ref().map(AccountId::as_str),
            typed.seen + 1,
            permit.person(),
            plan,
            line.key(),
            typed.seen,
        ],
    )?;
    Ok(touched == 1)
}

/// The line with this key, as this permit shows it.
///
/// # Errors
/// [`Error::Missing`], also for a line of an area that is not shared.
pub fn find(tx: &mut Tx<'_>, permit: &Permit, plan: &RowId, line: Line) -> Result<Said, Error> {
    seen(tx, permit, plan)?.into_iter().find(|said| said.line == line).ok_or(Error::Missing)
}

impl Said {
    /// Whether anybody has written in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_none() && self.who.is_none()
    }
}

impl From<Said> for Typed {
    fn from(said: Said) -> Typed {
        Typed { words: said.words, status: said.status, who: said.who, seen: said.version }
    }
}
