//! Papers and proposals as rows. What is staged is never read here: every statement asks that the delivery is shown.

pub mod stage;

use kernel::access::Reason;
use kernel::area::Area;
use kernel::id::RowId;
use kernel::time::Timestamp;
use platform::access::Permit;
use platform::args;
use platform::db::{Row, Tx, Value};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use super::rules::{MANY, State};

/// Papers on a page.
pub const PAGE: usize = 40;

/// How many papers there are of a kind, and from when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindCount {
    /// The kind's key.
    pub kind: String,
    /// How many.
    pub count: i64,
    /// The first day, as far as it is known; empty when none is.
    pub first: String,
    /// The last.
    pub last: String,
}

/// One delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// Its id.
    pub id: RowId,
    /// Who sent it.
    pub sender: Option<String>,
    /// The language of its words.
    pub language: String,
    /// When it came.
    pub received_at: Timestamp,
    /// How many papers.
    pub papers: i64,
}

/// One paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Its id.
    pub id: RowId,
    /// The kind's key.
    pub kind: String,
    /// FHIR type.
    pub resource_type: String,
    /// The area it lies in.
    pub area: Option<Area>,
    /// The day it is about, as far as the sender said.
    pub happened_on: String,
    /// Exactly as it came.
    pub raw: String,
    /// The language of its words.
    pub language: String,
    /// Who sent it.
    pub sender: Option<String>,
    /// When it came.
    pub received_at: Timestamp,
}

/// One proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// Its id.
    pub id: RowId,
    /// The delivery it came with.
    pub import: RowId,
    /// The paper it was read from.
    pub paper: RowId,
    /// The kind of proposal.
    pub accept: String,
    /// In the words of the sender.
    pub line: String,
    /// What is handed over.
    pub content: String,
    /// Where it stands; whether it can be taken back is the caller's to know.
    pub state: State,
}

/// The person's own pages show everything that is theirs; nobody else comes here.
fn own(permit: &Permit) -> Result<(), Error> {
    if permit.is_own() { Ok(()) } else { Err(Error::Denied(Reason::NotShared)) }
}

/// How many papers there are of each kind.
///
/// # Errors
/// [`Error::Denied`] for all but the person, or a fault.
pub fn kinds(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<KindCount>, Error> {
    own(permit)?;
    let rows = tx.rows(
        "SELECT p.kind, CAST(count(*) AS BIGINT),
           min(CASE WHEN p.happened_on = '' THEN NULL ELSE p.happened_on END), max(p.happened_on)
         FROM papers_paper p
         JOIN papers_import i ON i.person_id = p.person_id AND i.import_id = p.import_id
         WHERE p.person_id = $1 AND i.live_at IS NOT NULL
         GROUP BY p.kind ORDER BY p.kind",
        args![permit.person()],
    )?;
    let read = |row: &Row| {
        Ok(KindCount {
            kind: row.text(0)?.to_owned(),
            count: row.int(1)?,
            first: row.text_or_null(2)?.unwrap_or_default().to_owned(),
            last: row.text(3)?.to_owned(),
        })
    };
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}

/// What has been received, newest first, at most a hundred.
///
/// # Errors
/// As [`kinds`].
pub fn received(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<Received>, Error> {
    own(permit)?;
    let rows = tx.rows(
        "SELECT i.import_id, i.sender, i.language, i.received_at,
           (SELECT CAST(count(*) AS BIGINT) FROM papers_paper p
            WHERE p.person_id = i.person_id AND p.import_id = i.import_id)
         FROM papers_import i
         WHERE i.person_id = $1 AND i.live_at IS NOT NULL
         ORDER BY i.received_at DESC, i.import_id LIMIT 100",
        args![permit.person()],
    )?;
    let read = |row: &Row| {
        let id = row.parsed(0, RowId::parse)?;
        Ok(Received {
            sender: permit.open_or_null(Cell::new("papers_import", id.as_str(), "sender"), row.blob_or_null(1)?)?,
            language: row.text(2)?.to_owned(),
            received_at: row.time(3)?,
            papers: row.int(4)?,
            id,
        })
    };
    rows.iter().map(read).collect()
}

/// One page of a kind, newest first: up to [`PAGE`] papers after the one with this id, and whether there are more.
///
/// # Errors
/// As [`kinds`]; [`Error::Missing`] when there is no such paper to go on from.
pub fn page(tx: &mut Tx<'_>, permit: &Permit, kind: &str, after: Option<&RowId>) -> Result<(Vec<Paper>, bool), Error> {
    own(permit)?;
    let from = after.map(|id| paper(tx, permit, id)?.ok_or(Error::Missing)).transpose()?;
    // «~» comes after every date, so a first page begins before it.
    let (day, id) = from.map_or(("~".to_owned(), String::new()), |paper| (paper.happened_on, paper.id.to_string()));
    let rows = tx.rows(
        "SELECT p.paper_id, p.kind, p.resource_type, p.area, p.happened_on, p.raw, i.language, i.import_id, i.sender,
           i.received_at
         FROM papers_paper p
         JOIN papers_import i ON i.person_id = p.person_id AND i.import_id = p.import_id
         WHERE p.person_id = $1 AND p.kind = $2 AND i.live_at IS NOT NULL
           AND (p.happened_on < $3 OR (p.happened_on = $4 AND p.paper_id < $5))
         ORDER BY p.happened_on DESC, p.paper_id DESC LIMIT 41",
        args![permit.person(), kind, day.as_str(), day.as_str(), id],
    )?;
    let papers: Vec<Paper> = rows.iter().take(PAGE).map(|row| read_paper(permit, row)).collect::<Result<_, _>>()?;
    Ok((papers, rows.len() > PAGE))
}

/// One paper.
///
/// # Errors
/// As [`kinds`].
pub fn paper(tx: &mut Tx<'_>, permit: &Permit, id: &RowId) -> Result<Option<Paper>, Error> {
    own(permit)?;
    let row = tx.row(
        "SELECT p.paper_id, p.kind, p.resource_type, p.area, p.happened_on, p.raw, i.language, i.import_id, i.sender,
           i.received_at
         FROM papers_paper p
         JOIN papers_import i ON i.person_id = p.person_id AND i.import_id = p.import_id
         WHERE p.person_id = $1 AND p.paper_id = $2 AND i.live_at IS NOT NULL",
        args![permit.person(), id],
    )?;
    row.map(|row| read_paper(permit, &row)).transpose()
}

/// The newest papers in the areas this permit opens: for whoever the person shares with.
///
/// # Errors
/// A fault when the database says no.
pub fn newest(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<Paper>, Error> {
    if permit.areas().is_empty() {
        return Ok(Vec::new());
    }
    // An area that is not open stands as an empty word, which is no area's name.
    let open = Area::ALL.map(|area| Value::from(if permit.areas().has(area) { area.key() } else { "" }));
    let mut args = vec![Value::from(permit.person())];
    args.extend(open);
    let rows = tx.rows(
        "SELECT p.paper_id, p.kind, p.resource_type, p.area, p.happened_on, p.raw, i.language, i.import_id, i.sender,
           i.received_at
         FROM papers_paper p
         JOIN papers_import i ON i.person_id = p.person_id AND i.import_id = p.import_id
         WHERE p.person_id = $1 AND p.area IN ($2, $3, $4, $5, $6, $7, $8, $9, $10) AND i.live_at IS NOT NULL
         ORDER BY p.happened_on DESC, p.paper_id DESC LIMIT 5",
        &args,
    )?;
    let papers: Vec<Paper> = rows.iter().map(|row| read_paper(permit, row)).collect::<Result<_, _>>()?;
    // The statement has chosen already; the permit is asked once more, because it is the one that decides.
    Ok(papers.into_iter().filter(|paper| permit.sees(paper.area)).collect())
}

fn read_paper(permit: &Permit, row: &Row) -> Result<Paper, Error> {
    let id = row.parsed(0, RowId::parse)?;
    let import = row.text(7)?;
    Ok(Paper {
        raw: permit.open(Cell::new("papers_paper", id.as_str(), "raw"), row.blob(5)?)?,
        kind: row.text(1)?.to_owned(),
        resource_type: row.text(2)?.to_owned(),
        area: row.parsed_or_null(3, Area::parse)?,
        happened_on: row.text(4)?.to_owned(),
        language: row.text(6)?.to_owned(),
        sender: permit.open_or_null(Cell::new("papers_import", import, "sender"), row.blob_or_null(8)?)?,
        received_at: row.time(9)?,
        id,
    })
}

/// How many proposals wait for the person.
///
/// # Errors
/// As [`kinds`].
pub fn waiting(tx: &mut Tx<'_>, permit: &Permit) -> Result<i64, Error> {
    own(permit)?;
    let row = tx.row(
        "SELECT CAST(count(*) AS BIGINT) FROM papers_proposal q
         JOIN papers_import i ON i.person_id = q.person_id AND i.import_id = q.import_id
         WHERE q.person_id = $1 AND q.answered_at IS NULL AND i.live_at IS NOT NULL",
        args![permit.person()],
    )?;
    Ok(row.map_or(Ok(0), |row| row.int(0))?)
}

/// Proposals that wait, delivery by delivery: at most [`MANY`].
///
/// # Errors
/// As [`kinds`].
pub fn open_proposals(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<Proposed>, Error> {
    own(permit)?;
    let rows = tx.rows(
        "SELECT q.proposal_id, q.import_id, q.paper_id, q.accept, q.line, q.content, q.answer, q.answered_at, q.made_id
         FROM papers_proposal q
         JOIN papers_import i ON i.person_id = q.person_id AND i.import_id = q.import_id
         WHERE q.person_id = $1 AND q.answered_at IS NULL AND i.live_at IS NOT NULL
         ORDER BY i.received_at DESC, q.import_id, q.accept, q.proposal_id LIMIT 50",
        args![permit.person()],
    )?;
    rows.iter().take(MANY).map(|row| read_proposal(permit, row)).collect()
}

/// One proposal.
///
/// # Errors
/// As [`kinds`]; [`Error::Missing`] when there is none.
pub fn proposal(tx: &mut Tx<'_>, permit: &Permit, id: &RowId) -> Result<Proposed, Error> {
    own(permit)?;
    let row = tx.row(
        "SELECT q.proposal_id, q.import_id, q.paper_id, q.accept, q.line, q.content, q.answer, q.answered_at, q.made_id
         FROM papers_proposal q
         JOIN papers_import i ON i.person_id = q.person_id AND i.import_id = q.import_id
         WHERE q.person_id = $1 AND q.proposal_id = $2 AND i.live_at IS NOT NULL",
        args![permit.person(), id],
    )?;
    read_proposal(permit, &row.ok_or(Error::Missing)?)
}

/// The proposals that one answer was about.
///
/// # Errors
/// As [`kinds`].
pub fn answered(tx: &mut Tx<'_>, permit: &Permit, answer: &RowId) -> Result<Vec<Proposed>, Error> {
    own(permit)?;
    let rows = tx.rows(
        "SELECT proposal_id, import_id, paper_id, accept, line, content, answer, answered_at, made_id
         FROM papers_proposal WHERE person_id = $1 AND answer_id = $2 ORDER BY proposal_id LIMIT 50",
        args![permit.person(), answer],
    )?;
    rows.iter().map(|row| read_proposal(permit, row)).collect()
}

fn read_proposal(permit: &Permit, row: &Row) -> Result<Proposed, Error> {
    let id = row.parsed(0, RowId::parse)?;
    let open = |column, at| permit.open(Cell::new("papers_proposal", id.as_str(), column), row.blob(at)?);
    let state = match (row.text_or_null(6)?, row.time_or_null(7)?) {
        (Some("yes"), Some(at)) => {
            State::Accepted { at, made: row.text_or_null(8)?.unwrap_or_default().to_owned(), returnable: false }
        }
        (Some(_), Some(at)) => State::Declined { at },
        _ => State::Open,
    };
    Ok(Proposed {
        line: open("line", 4)?,
        content: open("content", 5)?,
        import: row.parsed(1, RowId::parse)?,
        paper: row.parsed(2, RowId::parse)?,
        accept: row.text(3)?.to_owned(),
        state,
        id,
    })
}

/// An answer to be kept.
#[derive(Clone, Debug)]
pub struct Answer<'a> {
    /// What belongs together: one answer may be about many proposals.
    pub id: &'a RowId,
    /// Yes, with what was made of it; or no.
    pub made: Option<&'a str>,
    /// When.
    pub at: Timestamp,
}

/// Keeps an answer. False when somebody was first.
///
/// # Errors
/// A fault when the database says no.
pub fn answer(tx: &mut Tx<'_>, permit: &Permit, id: &RowId, answer: &Answer<'_>) -> Result<bool, Error> {
    own(permit)?;
    let word = if answer.made.is_some() { "yes" } else { "no" };
    let kept = tx.run(
        "UPDATE papers_proposal SET answer = $1, answer_id = $2, answered_at = $3, made_id = $4
         WHERE person_id = $5 AND proposal_id = $6 AND answered_at IS NULL",
        args![word, answer.id, answer.at, answer.made, permit.person(), id],
    )?;
    Ok(kept == 1)
}

/// Lets a proposal wait as before.
///
/// # Errors
/// A fault when the database says no.
pub fn reopen(tx: &mut Tx<'_>, permit: &Permit, id: &RowId) -> Result<(), Error> {
    own(permit)?;
    tx.run(
        "UPDATE papers_proposal SET answer = NULL, answer_id = NULL, answered_at = NULL, made_id = NULL
         WHERE person_id = $1 AND proposal_id = $2",
        args![permit.person(), id],
    )?;
    Ok(())
}
