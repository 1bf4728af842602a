//! What changed, by whom, when. Nothing in here is ever changed itself.

use kernel::area::Area;
use kernel::id::RowId;
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::Error;
use platform::keys::Cell;

use super::Author;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Its id.
    pub id: RowId,
    /// When.
    pub at: Timestamp,
    /// What, as a wording key: `plan-was-<what>`.
    pub what: String,
    /// Which line.
    pub line: Option<RowId>,
    /// The words as they were from then on.
    pub words: Option<String>,
    /// Who; nothing for the person.
    pub author: Option<String>,
}

/// Notes a change.
///
/// # Errors
/// A fault.
pub fn note(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    what: &'static str,
    line: Option<(&RowId, Option<Area>)>,
    words: Option<&str>,
    author: &Author,
) -> Result<(), Error> {
    let id = RowId::from_bits(desk.bits());
    let cell = |column| Cell::new("plan_revision", id.as_str(), column);
    tx.run(
        "INSERT INTO plan_revision (person_id, revision_id, at, what, line_id, area, words, account_id, author)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![
            permit.person(),
            &id,
            desk.now(),
            what,
            line.map(|(line, _)| line.as_str()),
            line.and_then(|(_, area)| area).map(Area::key),
            words.map(|words| permit.seal(cell("words"), words)).transpose()?,
            author.as_ref().map(|(account, _)| account.as_str()),
            author.as_ref().map(|(_, name)| permit.seal(cell("author"), name)).transpose()?,
        ],
    )?;
    Ok(())
}

/// The changes before a moment, newest first, of the areas this permit sees: one page, and whether there is more.
///
/// # Errors
/// A fault.
pub fn revisions(tx: &mut Tx<'_>, permit: &Permit, before: (Timestamp, &str)) -> Result<(Vec<Revision>, bool), Error> {
    let rows = tx.rows(
        "SELECT revision_id, area, at, what, line_id, words, author FROM plan_revision
         WHERE person_id = $1 AND (at < $2 OR (at = $3 AND revision_id < $4))
         ORDER BY at DESC, revision_id DESC LIMIT 51",
        args![permit.person(), before.0, before.0, before.1],
    )?;
    let more = rows.len() > 50;
    let page = rows.get(..50).unwrap_or(&rows);
    Ok((super::shown(page, permit, |row, _| read(row, permit))?, more))
}

/// The changes of one line, oldest first.
///
/// # Errors
/// A fault.
pub fn revisions_of(tx: &mut Tx<'_>, permit: &Permit, line: &RowId) -> Result<Vec<Revision>, Error> {
    let rows = tx.rows(
        "SELECT revision_id, area, at, what, line_id, words, author FROM plan_revision
         WHERE person_id = $1 AND line_id = $2 ORDER BY at, revision_id LIMIT 200",
        args![permit.person(), line],
    )?;
    super::shown(&rows, permit, |row, _| read(row, permit))
}

fn read(row: &Row, permit: &Permit) -> Result<Revision, Error> {
    let id = row.parsed(0, RowId::parse)?;
    let cell = |column| Cell::new("plan_revision", id.as_str(), column);
    Ok(Revision {
        at: row.time(2)?,
        what: row.text(3)?.to_owned(),
        line: row.parsed_or_null(4, RowId::parse)?,
        words: permit.open_or_null(cell("words"), row.blob_or_null(5)?)?,
        author: permit.open_or_null(cell("author"), row.blob_or_null(6)?)?,
        id: id.clone(),
    })
}
