//! Counts, replies and who is to be asked. What somebody answers is added to three numbers and kept nowhere else.

use kernel::id::{AccountId, OrganisationId, RowId};
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::Tx;
use platform::error::{Error, Fault};

use super::rules::{ASKED_DAYS, Counts, Month, Question, Refusal};

/// Adds one answer to each question.
///
/// # Errors
/// A fault.
pub fn count(tx: &mut Tx<'_>, organisation: &OrganisationId, month: &Month, answers: [&'static str; 3]) -> Result<(), Error> {
    for (question, answer) in Question::ALL.iter().zip(answers) {
        tx.run(
            "INSERT INTO feedback_count (organisation_id, month, question, answer, n) VALUES ($1, $2, $3, $4, 1)
             ON CONFLICT (organisation_id, month, question, answer) DO UPDATE SET n = feedback_count.n + 1",
            args![organisation, month.as_str(), question.key(), answer],
        )?;
    }
    Ok(())
}

/// What a month came to, before anything is hidden.
///
/// # Errors
/// A fault.
pub fn month(tx: &mut Tx<'_>, organisation: &OrganisationId, month: &Month) -> Result<[Counts; 3], Error> {
    let rows = tx.rows(
        "SELECT question, answer, n FROM feedback_count WHERE organisation_id = $1 AND month = $2
         ORDER BY question, answer",
        args![organisation, month.as_str()],
    )?;
    let mut cells = Vec::new();
    for row in &rows {
        cells.push((row.text(0)?.to_owned(), row.text(1)?.to_owned(), row.int(2)?));
    }
    let number = |question: Question, answer: &str| {
        let cell = cells.iter().find(|(asked, answered, _)| asked == question.key() && answered == answer);
        cell.map_or(0, |(_, _, n)| *n)
    };
    Ok(Question::ALL.map(|question| question.answers().map(|answer| number(question, answer))))
}

/// «This is what you said. This is what we did.»
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// Which month.
    pub month: Month,
    /// What was said, in the leader's words.
    pub said: String,
    /// What was done.
    pub did: String,
    /// Who replied.
    pub name: String,
    /// When.
    pub at: Timestamp,
    /// Version.
    pub version: i64,
}

/// The replies of an organisation, newest month first.
///
/// # Errors
/// A fault.
pub fn replies(tx: &mut Tx<'_>, organisation: &OrganisationId) -> Result<Vec<Reply>, Error> {
    let rows = tx.rows(
        "SELECT r.month, r.said, r.did, a.name, r.at, r.version FROM feedback_reply r
         JOIN account a ON a.account_id = r.account_id
         WHERE r.organisation_id = $1 ORDER BY r.month DESC LIMIT 12",
        args![organisation],
    )?;
    let read = |row: &platform::db::Row| {
        Ok(Reply {
            month: row.parsed(0, Month::parse)?,
            said: row.text(1)?.to_owned(),
            did: row.text(2)?.to_owned(),
            name: row.text(3)?.to_owned(),
            at: row.time(4)?,
            version: row.int(5)?,
        })
    };
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}

/// Writes the reply of a month; `seen` is the version that stood on the page, nought where there was none.
///
/// # Errors
/// [`Refusal::Changed`], or a fault.
pub fn reply(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    (organisation, month): (&OrganisationId, &Month),
    (said, did): (&str, &str),
    seen: i64,
) -> Result<(), Error> {
    let me = desk.ctx().actor.account.as_ref().map(AccountId::as_str).ok_or(Error::SignIn)?;
    let touched = if seen == 0 {
        tx.run(
            "INSERT INTO feedback_reply (organisation_id, month, said, did, account_id, at, version)
             VALUES ($1, $2, $3, $4, $5, $6, 1) ON CONFLICT (organisation_id, month) DO NOTHING",
            args![organisation, month.as_str(), said, did, me, desk.now()],
        )?
    } else {
        tx.run(
            "UPDATE feedback_reply SET said = $1, did = $2, account_id = $3, at = $4, version = $5
             WHERE organisation_id = $6 AND month = $7 AND version = $8",
            args![said, did, me, desk.now(), seen + 1, organisation, month.as_str(), seen],
        )?
    };
    if touched == 1 { Ok(()) } else { Err(Error::refused(&Refusal::Changed)) }
}

/// Notes that somebody is to be asked. One question at a time is enough.
///
/// # Errors
/// A fault.
pub fn ask(tx: &mut Tx<'_>, permit: &Permit, id: &RowId, at: Timestamp) -> Result<(), Error> {
    tx.run("DELETE FROM feedback_ask WHERE person_id = $1", args![permit.person()])?;
    tx.run(
        "INSERT INTO feedback_ask (person_id, ask_id, asked_at) VALUES ($1, $2, $3)
         ON CONFLICT (person_id, ask_id) DO NOTHING",
        args![permit.person(), id, at],
    )?;
    Ok(())
}

/// What the person is asked now.
///
/// # Errors
/// A fault.
pub fn asked(tx: &mut Tx<'_>, own: &Permit, now: Timestamp) -> Result<Option<RowId>, Error> {
    let row = tx.row(
        "SELECT ask_id FROM feedback_ask WHERE person_id = $1 AND asked_at > $2 ORDER BY asked_at DESC, ask_id LIMIT 1",
        args![own.person(), now.plus_days(-ASKED_DAYS)],
    )?;
    Ok(row.map(|row| row.parsed(0, RowId::parse)).transpose()?)
}

/// Stops asking: because the person went on to answer, or does not want to. Which of the two is written nowhere.
///
/// # Errors
/// A fault.
pub fn stop(tx: &mut Tx<'_>, own: &Permit) -> Result<(), Error> {
    tx.run("DELETE FROM feedback_ask WHERE person_id = $1", args![own.person()])?;
    Ok(())
}

/// Forgets what was asked long ago.
///
/// # Errors
/// A fault.
pub fn forget(tx: &mut Tx<'_>, now: Timestamp) -> Result<(), Error> {
    tx.run("DELETE FROM feedback_ask WHERE asked_at <= $1", args![now.plus_days(-ASKED_DAYS)])?;
    Ok(())
}
