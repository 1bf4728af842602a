//! What presses on `/i-dag`: what has a day, by that day, and what lies without one. Ids only.

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::{Day, Timestamp};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

use super::{After, Listed, calls};
use crate::aftercare::asking::Cause;
use crate::aftercare::rules::Stage;

/// Rows with a day that are read at a time.
const PAGE: usize = 25;

/// What presses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pressing {
    /// A call that is promised.
    Call(calls::Listed),
    /// A plan: its first contact, or that nobody holds it.
    Plan(Listed),
}

impl Pressing {
    /// Whom it is about.
    #[must_use]
    pub const fn person(&self) -> &PersonId {
        match self {
            Pressing::Call(call) => &call.person,
            Pressing::Plan(plan) => &plan.person,
        }
    }
}

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Calls and first contacts, by the day they are due: what is late first.
    Due,
    /// Plans that wait without such a day, the newest first.
    Waiting,
}

impl Which {
    /// Both, in the order in which they press.
    pub const ALL: [Which; 2] = [Which::Due, Which::Waiting];
}

/// One page of what presses on an employee, and where the next one begins. A page of what waits may be empty and still go on.
///
/// # Errors
/// A fault.
pub fn page(
    tx: &mut Tx<'_>,
    which: Which,
    (me, organisation): (&AccountId, &OrganisationId),
    now: Timestamp,
    after: Option<&After>,
) -> Result<(Vec<Pressing>, Option<After>), Error> {
    match which {
        Which::Due => due(tx, me, organisation, now, after),
        Which::Waiting => waiting(tx, me, organisation, now, after),
    }
}

fn due(
    tx: &mut Tx<'_>,
    me: &AccountId,
    organisation: &OrganisationId,
    now: Timestamp,
    after: Option<&After>,
) -> Result<(Vec<Pressing>, Option<After>), Error> {
    let (at, id) = after.map_or(("", ""), |after| (after.at.as_str(), after.id.as_str()));
    // What a row is about: why somebody calls, or the stage of the plan whose first contact it is.
    let rows = tx.rows(
        "SELECT person_id, row_id, due_on, about, holder, begun_at FROM (
           SELECT person_id, row_id, due_on, about, holder, begun_at FROM (
             SELECT c.person_id, c.call_id AS row_id, c.due_on, c.cause AS about, p.holder, p.begun_at
             FROM aftercare_call c JOIN aftercare_plan p ON p.person_id = c.person_id AND p.plan_id = c.plan_id
             LEFT JOIN account h ON h.account_id = p.holder
             WHERE c.organisation_id = $1 AND c.done_at IS NULL AND (c.due_on, c.call_id) > ($2, $3)
               AND (p.holder = $4 OR p.holder IS NULL OR h.ended_at <= $5 OR c.due_on < $6)
             ORDER BY c.done_at NULLS LAST, c.due_on, c.call_id LIMIT 26) AS promised
           UNION ALL
           SELECT person_id, row_id, due_on, about, holder, begun_at FROM (
             SELECT q.person_id, q.plan_id AS row_id, q.contact_by AS due_on, q.stage AS about, q.holder, q.begun_at
             FROM aftercare_plan q LEFT JOIN account g ON g.account_id = q.holder
             WHERE q.organisation_id = $7 AND q.stage = 'running' AND q.met_at IS NULL AND (q.contact_by, q.plan_id) > ($8, $9)
               AND (q.holder = $10 OR q.holder IS NULL OR g.ended_at <= $11)
             ORDER BY q.contact_by NULLS LAST, q.plan_id LIMIT 26) AS unmet) AS both_kinds
         ORDER BY due_on, row_id LIMIT 26",
        args![organisation, at, id, me, now, now.day(), organisation, at, id, me, now],
    )?;
    let shown = rows.get(..PAGE).unwrap_or(&rows);
    let found = shown.iter().map(|row| read(row, me)).collect::<Result<Vec<Pressing>, Fault>>()?;
    let next = shown.last().filter(|_| rows.len() > PAGE);
    let next = next.map(|row| Ok::<_, Fault>(After { at: row.text(2)?.to_owned(), id: row.text(1)?.to_owned() })).transpose()?;
    Ok((found, next))
}

fn read(row: &Row, me: &AccountId) -> Result<Pressing, Fault> {
    let (person, id) = (row.parsed(0, PersonId::parse)?, row.parsed(1, RowId::parse)?);
    let due_on = row.parsed(2, Day::parse)?;
    let about = row.text(3)?;
    if about == Stage::Running.key() {
        let mine = row.text_or_null(4)? == Some(me.as_str());
        let plan = Listed { person, id, stage: Stage::Running, begun_at: row.time(5)?, mine, contact_by: Some(due_on) };
        return Ok(Pressing::Plan(plan));
    }
    Ok(Pressing::Call(calls::Listed { person, id, cause: row.parsed(3, Cause::parse)?, due_on }))
}

fn waiting(
    tx: &mut Tx<'_>,
    me: &AccountId,
    organisation: &OrganisationId,
    now: Timestamp,
    after: Option<&After>,
) -> Result<(Vec<Pressing>, Option<After>), Error> {
    let mut plans = super::for_me(tx, me, organisation, now, after)?;
    let more = plans.len() > super::PAGE;
    plans.truncate(super::PAGE);
    let next = plans.last().filter(|_| more).map(|last| After { at: last.begun_at.stored(), id: last.id.to_string() });
    plans.retain(Listed::waits);
    Ok((plans.into_iter().map(Pressing::Plan).collect(), next))
}
