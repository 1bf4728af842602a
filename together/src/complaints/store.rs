//! Letters. Each is a provisional person of its own, sealed with a key of its own, and known by a code.

use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::args;
use platform::dated::Numbers;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use super::rules::{Kind, State};

/// Times that are set by somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Days until a letter must have been answered.
    pub answer_days: i64,
    /// Days a letter is kept.
    pub kept_days: i64,
}

/// The times of a day. One without a row is our own failure: nothing is guessed.
///
/// # Errors
/// A fault that names the rule.
pub fn limits(tx: &mut Tx<'_>, now: Timestamp) -> Result<Limits, Error> {
    let numbers = Numbers::read(
        tx,
        "SELECT rule, amount FROM complaints_rule
         WHERE jurisdiction = 'NO' AND valid_from <= $1 AND (valid_until IS NULL OR valid_until > $2)
         ORDER BY valid_from DESC, rule",
        now,
    )?;
    Ok(Limits { answer_days: numbers.find("answer-days")?, kept_days: numbers.find("kept-days")? })
}

/// Where else one can complain today, by key of the wording.
///
/// # Errors
/// A fault.
pub fn bodies(tx: &mut Tx<'_>, now: Timestamp) -> Result<Vec<String>, Error> {
    let rows = tx.rows(
        "SELECT body FROM complaints_body
         WHERE jurisdiction = 'NO' AND valid_from <= $1 AND (valid_until IS NULL OR valid_until > $2)
         ORDER BY place, body",
        args![now.day(), now.day()],
    )?;
    Ok(rows.iter().map(|row| row.text(0).map(str::to_owned)).collect::<Result<_, Fault>>()?)
}

/// A letter to be written.
#[derive(Clone, Debug)]
pub struct NewLetter {
    /// What it is.
    pub kind: Kind,
    /// About which organisation.
    pub about: OrganisationId,
    /// Where it is read.
    pub receiver: OrganisationId,
    /// What it says.
    pub words: String,
    /// Who wrote it, if they say so.
    pub signed: Option<String>,
    /// By when it is answered.
    pub answer_by: Timestamp,
}

/// A letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its id.
    pub id: PersonId,
    /// What it is.
    pub kind: Kind,
    /// The name of the organisation it is about.
    pub about: String,
    /// What it says.
    pub words: String,
    /// Who wrote it, if they said so.
    pub signed: Option<String>,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// Where it stands.
    pub state: State,
    /// The answer, and who gave it.
    pub answer: Option<(String, String)>,
}

/// Writes a letter.
///
/// # Errors
/// A fault.
pub fn insert(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, new: &NewLetter) -> Result<(), Error> {
    let id = permit.person().as_str();
    let signed = new.signed.as_deref().map(|signed| permit.seal(Cell::new("complaints_letter", id, "signed"), signed));
    tx.run(
        "INSERT INTO complaints_letter (person_id, about_id, receiver_id, kind, words, signed, sent_at, answer_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            permit.person(),
            &new.about,
            &new.receiver,
            new.kind.key(),
            permit.seal(Cell::new("complaints_letter", id, "words"), &new.words)?,
            signed.transpose()?,
            desk.now(),
            new.answer_by,
        ],
    )?;
    Ok(())
}

/// The letter of this permit.
///
/// # Errors
/// [`Error::Missing`], or a fault.
pub fn load(tx: &mut Tx<'_>, permit: &Permit) -> Result<Letter, Error> {
    let row = tx.row(
        "SELECT l.kind, o.name, l.words, l.signed, l.sent_at, l.answer_by, l.answered_at, l.answer, a.name
         FROM complaints_letter l
         JOIN organisation o ON o.organisation_id = l.about_id
         LEFT JOIN account a ON a.account_id = l.answered_by
         WHERE l.person_id = $1",
        args![permit.person()],
    )?;
    let row = row.ok_or(Error::Missing)?;
    let cell = |column| Cell::new("complaints_letter", permit.person().as_str(), column);
    let answer = permit.open_or_null(cell("answer"), row.blob_or_null(7)?)?;
    let by = row.text_or_null(8)?.unwrap_or_default().to_owned();
    Ok(Letter {
        id: permit.person().clone(),
        kind: row.parsed(0, Kind::parse)?,
        about: row.text(1)?.to_owned(),
        words: permit.open(cell("words"), row.blob(2)?)?,
        signed: permit.open_or_null(cell("signed"), row.blob_or_null(3)?)?,
        sent_at: row.time(4)?,
        state: state(&row, 5)?,
        answer: answer.map(|answer| (answer, by)),
    })
}

fn state(row: &Row, first: usize) -> Result<State, Fault> {
    let by = row.time(first)?;
    Ok(row.time_or_null(first + 1)?.map_or(State::Waits { by }, |at| State::Answered { at }))
}

/// Writes the answer, once.
///
/// # Errors
/// [`Error::Missing`] where it has been answered meanwhile, or a fault.
pub fn answer(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, words: &str) -> Result<(), Error> {
    let cell = Cell::new("complaints_letter", permit.person().as_str(), "answer");
    let touched = tx.run(
        "UPDATE complaints_letter SET answered_at = $1, answered_by = $2, answer = $3
         WHERE person_id = $4 AND answered_at IS NULL",
        args![desk.now(), desk.ctx().actor.account.as_ref().map(AccountId::as_str), permit.seal(cell, words)?, permit.person(),],
    )?;
    if touched == 1 { Ok(()) } else { Err(Fault::retry("a letter was answered meanwhile").into()) }
}

/// A letter on a list: not what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: PersonId,
    /// What it is.
    pub kind: Kind,
    /// The name of the organisation it is about.
    pub about: String,
    /// Where it stands.
    pub state: State,
}

fn listed(row: &Row) -> Result<Listed, Fault> {
    Ok(Listed {
        id: row.parsed(0, PersonId::parse)?,
        kind: row.parsed(1, Kind::parse)?,
        about: row.text(2)?.to_owned(),
        state: state(row, 3)?,
    })
}

/// The letters that are read at an organisation and wait for an answer, the first due first.
///
/// # Errors
/// A fault.
pub fn waiting(tx: &mut Tx<'_>, receiver: &OrganisationId) -> Result<Vec<Listed>, Error> {
    let rows = tx.rows(
        "SELECT l.person_id, l.kind, o.name, l.answer_by, l.answered_at FROM complaints_letter l
         JOIN organisation o ON o.organisation_id = l.about_id
         WHERE l.receiver_id = $1 AND l.answered_at IS NULL
         ORDER BY l.answered_at NULLS LAST, l.answer_by, l.person_id LIMIT 200",
        args![receiver],
    )?;
    Ok(rows.iter().map(listed).collect::<Result<_, Fault>>()?)
}

/// The letters that are read at an organisation and have their answer, the newest answer first.
///
/// # Errors
/// A fault.
pub fn answered(tx: &mut Tx<'_>, receiver: &OrganisationId) -> Result<Vec<Listed>, Error> {
    let rows = tx.rows(
        "SELECT l.person_id, l.kind, o.name, l.answer_by, l.answered_at FROM complaints_letter l
         JOIN organisation o ON o.organisation_id = l.about_id
         WHERE l.receiver_id = $1 AND l.answered_at IS NOT NULL
         ORDER BY l.answered_at DESC, l.answer_by DESC, l.person_id DESC LIMIT 200",
        args![receiver],
    )?;
    Ok(rows.iter().map(listed).collect::<Result<_, Fault>>()?)
}

/// Where a letter is read; nothing where there is none.
///
/// # Errors
/// A fault.
pub fn receiver_of(tx: &mut Tx<'_>, letter: &PersonId) -> Result<Option<OrganisationId>, Error> {
    let row = tx.row("SELECT receiver_id FROM complaints_letter WHERE person_id = $1", args![letter])?;
    Ok(row.map(|row| row.parsed(0, OrganisationId::parse)).transpose()?)
}

/// Keeps a letter among the person's own, because they asked for it.
///
/// # Errors
/// A fault.
pub fn keep(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, letter: &PersonId) -> Result<(), Error> {
    tx.run(
        "INSERT INTO complaints_mine (person_id, letter_id, kept_at) VALUES ($1, $2, $3)",
        args![own.person(), letter, desk.now()],
    )?;
    Ok(())
}

/// The letters the person keeps, newest first.
///
/// # Errors
/// A fault.
pub fn mine(tx: &mut Tx<'_>, own: &Permit) -> Result<Vec<Listed>, Error> {
    let rows = tx.rows(
        "SELECT l.person_id, l.kind, o.name, l.answer_by, l.answered_at FROM complaints_mine m
         JOIN complaints_letter l ON l.person_id = m.letter_id
         JOIN organisation o ON o.organisation_id = l.about_id
         WHERE m.person_id = $1 ORDER BY m.kept_at DESC, l.person_id LIMIT 50",
        args![own.person()],
    )?;
    Ok(rows.iter().map(listed).collect::<Result<_, Fault>>()?)
}

/// Removes letters whose keys are gone, also from the lists of those who kept them.
///
/// # Errors
/// A fault.
pub fn remove(tx: &mut Tx<'_>, letter: &PersonId) -> Result<(), Fault> {
    tx.run("DELETE FROM complaints_mine WHERE letter_id = $1", args![letter])?;
    tx.run("DELETE FROM complaints_letter WHERE person_id = $1", args![letter])?;
    Ok(())
}
