//! Questions, answers, and the calls that come of them.

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::{Day, Timestamp};
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use super::{After, Plan};
use crate::aftercare::asking::{ANSWERS, Cause};

/// A question, and what the person answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckIn {
    /// Its id.
    pub id: RowId,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// The answer's key; nothing where there is none, or where it is not shared with the asker.
    pub answer: Option<String>,
    /// When it was answered.
    pub answered_at: Option<Timestamp>,
    /// When it was closed without an answer: somebody calls instead.
    pub closed_at: Option<Timestamp>,
}

/// The newest questions, the newest first. The answers are opened for the person, and for whoever they share them with.
///
/// # Errors
/// A fault.
pub fn questions(tx: &mut Tx<'_>, permit: &Permit, plan: &RowId) -> Result<Vec<CheckIn>, Error> {
    let rows = tx.rows(
        "SELECT check_in_id, asked_at, answer, answered_at, closed_at FROM aftercare_check_in
         WHERE person_id = $1 AND plan_id = $2 ORDER BY asked_at DESC, check_in_id LIMIT 12",
        args![permit.person(), plan],
    )?;
    rows.iter().map(|row| question(permit, row)).collect()
}

fn question(permit: &Permit, row: &Row) -> Result<CheckIn, Error> {
    let id: RowId = row.parsed(0, RowId::parse)?;
    let sealed = row.blob_or_null(2)?.filter(|_| permit.sees(Some(ANSWERS)));
    Ok(CheckIn {
        answer: permit.open_or_null(Cell::new("aftercare_check_in", id.as_str(), "answer"), sealed)?,
        asked_at: row.time(1)?,
        answered_at: row.time_or_null(3)?,
        closed_at: row.time_or_null(4)?,
        id,
    })
}

/// The question that waits for an answer.
#[must_use]
pub fn open_question(questions: &[CheckIn]) -> Option<&CheckIn> {
    questions.iter().find(|one| one.answered_at.is_none() && one.closed_at.is_none())
}

/// Asks.
///
/// # Errors
/// A fault.
pub fn ask(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, plan: &RowId) -> Result<(), Error> {
    tx.run(
        "INSERT INTO aftercare_check_in (person_id, check_in_id, plan_id, asked_at) VALUES ($1, $2, $3, $4)",
        args![permit.person(), &RowId::from_bits(desk.bits()), plan, desk.now()],
    )?;
    Ok(())
}

/// Writes an answer. False when the question has been answered or closed.
///
/// # Errors
/// A fault.
pub fn answer(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, id: &RowId, answer: &str) -> Result<bool, Error> {
    let touched = tx.run(
        "UPDATE aftercare_check_in SET answer = $1, answered_at = $2
         WHERE person_id = $3 AND check_in_id = $4 AND answered_at IS NULL AND closed_at IS NULL",
        args![own.seal(Cell::new("aftercare_check_in", id.as_str(), "answer"), answer)?, desk.now(), own.person(), id],
    )?;
    Ok(touched == 1)
}

/// Closes every question of a plan that waits: somebody calls instead, or it is over.
///
/// # Errors
/// A fault.
pub fn close_questions(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, plan: &RowId) -> Result<u64, Error> {
    Ok(tx.run(
        "UPDATE aftercare_check_in SET closed_at = $1
         WHERE person_id = $2 AND plan_id = $3 AND answered_at IS NULL AND closed_at IS NULL",
        args![desk.now(), permit.person(), plan],
    )?)
}

/// Persons who have not answered a question since before this. Ids only.
///
/// # Errors
/// A fault.
pub fn silent(tx: &mut Tx<'_>, before: Timestamp) -> Result<Vec<PersonId>, Error> {
    let rows = tx.rows(
        "SELECT DISTINCT c.person_id FROM aftercare_check_in c JOIN person p ON p.person_id = c.person_id
         WHERE c.answered_at IS NULL AND c.closed_at IS NULL AND c.asked_at <= $1 AND p.closed_at IS NULL AND p.erased_at IS NULL
         ORDER BY c.person_id LIMIT 200",
        args![before],
    )?;
    Ok(rows.iter().map(|row| row.parsed(0, PersonId::parse)).collect::<Result<_, Fault>>()?)
}

/// A call that somebody has promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Its id.
    pub id: RowId,
    /// Why.
    pub cause: Cause,
    /// By which day.
    pub due_on: Day,
    /// When somebody last tried.
    pub tried_at: Option<Timestamp>,
    /// Version.
    pub version: i64,
}

/// The calls that are promised and not made, the first due first.
///
/// # Errors
/// A fault.
pub fn promised(tx: &mut Tx<'_>, permit: &Permit, plan: &RowId) -> Result<Vec<Call>, Error> {
    let rows = tx.rows(
        "SELECT call_id, cause, due_on, tried_at, version FROM aftercare_call
         WHERE person_id = $1 AND plan_id = $2 AND done_at IS NULL ORDER BY due_on, call_id LIMIT 20",
        args![permit.person(), plan],
    )?;
    let read = |row: &Row| {
        Ok(Call {
            id: row.parsed(0, RowId::parse)?,
            cause: row.parsed(1, Cause::parse)?,
            due_on: row.parsed(2, Day::parse)?,
            tried_at: row.time_or_null(3)?,
            version: row.int(4)?,
        })
    };
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}

/// Promises a call, unless one for the same cause is promised already.
///
/// # Errors
/// A fault.
pub fn promise(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, plan: &Plan, cause: Cause) -> Result<(), Error> {
    if promised(tx, permit, &plan.id)?.iter().any(|call| call.cause == cause) {
        return Ok(());
    }
    tx.run(
        "INSERT INTO aftercare_call (person_id, call_id, plan_id, organisation_id, cause, made_at, due_on, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 1)",
        args![
            permit.person(),
            &RowId::from_bits(desk.bits()),
            &plan.id,
            &plan.standing.organisation,
            cause.key(),
            desk.now(),
            cause.due(desk.now()),
        ],
    )?;
    Ok(())
}

/// Notes a try, or that they have talked. False when somebody was first.
///
/// # Errors
/// A fault.
pub fn mark(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, call: &Call, talked: bool) -> Result<bool, Error> {
    let by = desk.ctx().actor.account.as_ref().filter(|_| talked);
    let touched = tx.run(
        "UPDATE aftercare_call SET tried_at = $1, done_at = $2, done_by = $3, version = $4
         WHERE person_id = $5 AND call_id = $6 AND version = $7 AND done_at IS NULL",
        args![
            desk.now(),
            talked.then_some(desk.now()),
            by.map(AccountId::as_str),
            call.version + 1,
            permit.person(),
            &call.id,
            call.version,
        ],
    )?;
    Ok(touched == 1)
}

/// Ends every call of a plan that is over.
///
/// # Errors
/// A fault.
pub fn close_calls(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, plan: &RowId) -> Result<(), Error> {
    tx.run(
        "UPDATE aftercare_call SET done_at = $1 WHERE person_id = $2 AND plan_id = $3 AND done_at IS NULL",
        args![desk.now(), permit.person(), plan],
    )?;
    Ok(())
}

/// The calls that are promised go along to another place.
///
/// # Errors
/// A fault.
pub fn move_calls(tx: &mut Tx<'_>, own: &Permit, plan: &RowId, to: &OrganisationId) -> Result<(), Error> {
    tx.run(
        "UPDATE aftercare_call SET organisation_id = $1 WHERE person_id = $2 AND plan_id = $3 AND done_at IS NULL",
        args![to, own.person(), plan],
    )?;
    Ok(())
}

/// A call on an employee's list. Ids only: the name and the number come with the permit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Whom to call.
    pub person: PersonId,
    /// Which call.
    pub id: RowId,
    /// Why.
    pub cause: Cause,
    /// By which day.
    pub due_on: Day,
}

/// The calls an employee must see to: of the plans they hold, of those nobody holds, and those past their day. The first due
/// first, one more than a page holds when there are more.
///
/// # Errors
/// A fault.
pub fn for_me(
    tx: &mut Tx<'_>,
    me: &AccountId,
    organisation: &OrganisationId,
    now: Timestamp,
    after: Option<&After>,
) -> Result<Vec<Listed>, Error> {
    let (at, id) = after.map_or(("", ""), |after| (after.at.as_str(), after.id.as_str()));
    let rows = tx.rows(
        "SELECT c.person_id, c.call_id, c.cause, c.due_on FROM aftercare_call c
         JOIN aftercare_plan p ON p.person_id = c.person_id AND p.plan_id = c.plan_id
         LEFT JOIN account h ON h.account_id = p.holder
         WHERE c.organisation_id = $1 AND c.done_at IS NULL AND (c.due_on, c.call_id) > ($2, $3)
           AND (p.holder = $4 OR p.holder IS NULL OR h.ended_at <= $5 OR c.due_on < $6)
         ORDER BY c.done_at NULLS LAST, c.due_on, c.call_id LIMIT 41",
        args![organisation, at, id, me, now, now.day()],
    )?;
    let read = |row: &Row| {
        Ok(Listed {
            person: row.parsed(0, PersonId::parse)?,
            id: row.parsed(1, RowId::parse)?,
            cause: row.parsed(2, Cause::parse)?,
            due_on: row.parsed(3, Day::parse)?,
        })
    };
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}
