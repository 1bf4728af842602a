//! Questions about the log: load and save, nothing else. What the person and the privacy contact write is sealed with the
//! person's key.

use kernel::id::{AccountId, PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::Permit;
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

/// A question as the person and, under its own permit, the privacy contact read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its id.
    pub id: RowId,
    /// About which line of the log.
    pub line: RowId,
    /// About whom; nothing for a machine.
    pub account: Option<AccountId>,
    /// The person's own words.
    pub words: Option<String>,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// When the answer must have come.
    pub due_at: Timestamp,
    /// When it came.
    pub answered_at: Option<Timestamp>,
    /// From whom.
    pub answered_by: Option<String>,
    /// What it says.
    pub answer: Option<String>,
    /// When the person read it.
    pub read_at: Option<Timestamp>,
}

/// A question to be asked.
#[derive(Clone, Debug)]
pub struct NewQuestion {
    /// Random id.
    pub id: RowId,
    /// About which line of the log.
    pub line: RowId,
    /// About whom.
    pub account: Option<AccountId>,
    /// The person's own words.
    pub words: Option<String>,
    /// When the answer must have come.
    pub due_at: Timestamp,
}

/// The person's questions, the newest first: the hundred newest.
///
/// # Errors
/// A fault when the database says no.
pub fn all(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<Question>, Error> {
    let rows = tx.rows(
        "SELECT q.question_id, q.line_id, q.account_id, q.words, q.asked_at, q.due_at, q.answered_at, a.name, q.answer,
           q.read_at
         FROM access_log_question q
         LEFT JOIN account a ON a.account_id = q.answered_by
         WHERE q.person_id = $1 ORDER BY q.asked_at DESC, q.question_id LIMIT 100",
        args![permit.person()],
    )?;
    rows.iter().map(|row| read(permit, row)).collect()
}

/// One of the person's questions.
///
/// # Errors
/// [`Error::Missing`] when it is not this person's, or a fault.
pub fn one(tx: &mut Tx<'_>, permit: &Permit, id: &RowId) -> Result<Question, Error> {
    let row = tx.row(
        "SELECT q.question_id, q.line_id, q.account_id, q.words, q.asked_at, q.due_at, q.answered_at, a.name, q.answer,
           q.read_at
         FROM access_log_question q
         LEFT JOIN account a ON a.account_id = q.answered_by
         WHERE q.person_id = $1 AND q.question_id = $2",
        args![permit.person(), id],
    )?;
    read(permit, &row.ok_or(Error::Missing)?)
}

fn read(permit: &Permit, row: &Row) -> Result<Question, Error> {
    let id = row.parsed(0, RowId::parse)?;
    let open = |column, sealed: Option<&[u8]>| permit.open_or_null(Cell::new("access_log_question", id.as_str(), column), sealed);
    Ok(Question {
        line: row.parsed(1, RowId::parse)?,
        account: row.parsed_or_null(2, AccountId::parse)?,
        words: open("words", row.blob_or_null(3)?)?,
        asked_at: row.time(4)?,
        due_at: row.time(5)?,
        answered_at: row.time_or_null(6)?,
        answered_by: row.text_or_null(7)?.map(str::to_owned),
        answer: open("answer", row.blob_or_null(8)?)?,
        read_at: row.time_or_null(9)?,
        id,
    })
}

/// Writes a question.
///
/// # Errors
/// A fault when the database says no.
pub fn ask(tx: &mut Tx<'_>, permit: &Permit, new: &NewQuestion, now: Timestamp) -> Result<(), Error> {
    let cell = Cell::new("access_log_question", new.id.as_str(), "words");
    let words = new.words.as_deref().map(|words| permit.seal(cell, words)).transpose()?;
    tx.run(
        "INSERT INTO access_log_question (person_id, question_id, line_id, account_id, words, asked_at, due_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![permit.person(), &new.id, &new.line, new.account.as_ref().map(AccountId::as_str), words, now, new.due_at,],
    )?;
    Ok(())
}

/// Writes the answer, once. False when somebody else had answered.
///
/// # Errors
/// A fault when the database says no.
pub fn answer(
    tx: &mut Tx<'_>,
    permit: &Permit,
    id: &RowId,
    (by, words): (Option<&AccountId>, &str),
    now: Timestamp,
) -> Result<bool, Error> {
    let sealed = permit.seal(Cell::new("access_log_question", id.as_str(), "answer"), words)?;
    let answered = tx.run(
        "UPDATE access_log_question SET answered_at = $1, answered_by = $2, answer = $3
         WHERE person_id = $4 AND question_id = $5 AND answered_at IS NULL",
        args![now, by.map(AccountId::as_str), sealed, permit.person(), id],
    )?;
    Ok(answered > 0)
}

/// The person has read the answer.
///
/// # Errors
/// A fault when the database says no.
pub fn read_answer(tx: &mut Tx<'_>, own: &Permit, id: &RowId, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "UPDATE access_log_question SET read_at = $1 WHERE person_id = $2 AND question_id = $3 AND read_at IS NULL",
        args![now, own.person(), id],
    )?;
    Ok(())
}

/// A question as it stands in the privacy contact's list: without what was written, and without whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its id, also the number of the case.
    pub id: RowId,
    /// Whose, for the permit of the question's own page; never shown.
    pub person: PersonId,
    /// About which line.
    pub line: RowId,
    /// The employee it is about.
    pub name: String,
    /// Where they work.
    pub organisation_name: String,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// When the answer must have come.
    pub due_at: Timestamp,
    /// When it came.
    pub answered_at: Option<Timestamp>,
}

/// The questions that wait and those asked since a day: the first due first, and of one day the first asked. For the privacy contact's page alone, whose
/// routes admit nobody else.
///
/// # Errors
/// A fault when the database says no.
pub fn to_answer(tx: &mut Tx<'_>, since: Timestamp) -> Result<Vec<Waiting>, Error> {
    let rows = tx.rows(
        "SELECT q.question_id, q.person_id, q.line_id, COALESCE(a.name, ''), COALESCE(o.name, ''), q.asked_at, q.due_at,
           q.answered_at
         FROM access_log_question q
         JOIN person p ON p.person_id = q.person_id
         LEFT JOIN account a ON a.account_id = q.account_id
         LEFT JOIN organisation o ON o.organisation_id = a.organisation_id
         WHERE p.erased_at IS NULL AND p.closed_at IS NULL AND (q.answered_at IS NULL OR q.asked_at >= $1)
         ORDER BY q.due_at, q.asked_at, q.question_id LIMIT 500",
        args![since],
    )?;
    Ok(rows.iter().map(read_waiting).collect::<Result<_, Fault>>()?)
}

/// One question, for its page.
///
/// # Errors
/// [`Error::Missing`], or a fault.
pub fn waiting(tx: &mut Tx<'_>, id: &RowId) -> Result<Waiting, Error> {
    let row = tx.row(
        "SELECT q.question_id, q.person_id, q.line_id, COALESCE(a.name, ''), COALESCE(o.name, ''), q.asked_at, q.due_at,
           q.answered_at
         FROM access_log_question q
         JOIN person p ON p.person_id = q.person_id
         LEFT JOIN account a ON a.account_id = q.account_id
         LEFT JOIN organisation o ON o.organisation_id = a.organisation_id
         WHERE q.question_id = $1 AND p.erased_at IS NULL AND p.closed_at IS NULL",
        args![id],
    )?;
    row.map(|row| read_waiting(&row)).transpose()?.ok_or(Error::Missing)
}

fn read_waiting(row: &Row) -> Result<Waiting, Fault> {
    Ok(Waiting {
        id: row.parsed(0, RowId::parse)?,
        person: row.parsed(1, PersonId::parse)?,
        line: row.parsed(2, RowId::parse)?,
        name: row.text(3)?.to_owned(),
        organisation_name: row.text(4)?.to_owned(),
        asked_at: row.time(5)?,
        due_at: row.time(6)?,
        answered_at: row.time_or_null(7)?,
    })
}

/// How many questions wait, and how many of them are late: `(waiting, late)`.
///
/// # Errors
/// A fault when the database says no.
pub fn counted(tx: &mut Tx<'_>, now: Timestamp) -> Result<(usize, usize), Error> {
    let all = to_answer(tx, now.plus_days(1))?;
    Ok((all.len(), all.iter().filter(|one| super::rules::is_late(one.due_at, now)).count()))
}

/// Takes away questions of persons who are no longer there: provisional ones whose time is over, and erased ones.
///
/// # Errors
/// A fault when the database says no.
pub fn forget_the_gone(tx: &mut Tx<'_>) -> Result<(), Error> {
    tx.run(
        "DELETE FROM access_log_question WHERE NOT EXISTS (
           SELECT p.person_id FROM person p
           WHERE p.person_id = access_log_question.person_id AND p.erased_at IS NULL)",
        &[],
    )?;
    Ok(())
}
