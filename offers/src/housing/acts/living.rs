//! Living there: moving in, the plan, visits, a warning that calls for help early, and the end.

use kernel::id::{PersonId, RowId};
use kernel::time::Day;
use platform::access::{Desk, Permit};
use platform::db::Tx;
use platform::error::Error;
use serde_json::json;

use super::me;
use super::waiting::moved_in;
use crate::housing::rules::{EndReason, Refusal, WarningKind};
use crate::housing::store::needs::{self, Written};
use crate::housing::store::tenancies::{self, How, NewTenancy, Tenancy};
use crate::housing::store::warnings::{self, NewWarning};
use crate::housing::store::{desk as office, units};
use crate::housing::{TENANCY_AT_RISK, TENANCY_BEGAN, TENANCY_ENDED};

/// What is agreed when somebody moves in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveIn {
    /// From which day.
    pub on: Day,
    /// The plan for the follow-up, made together.
    pub plan: Option<String>,
    /// The first visit.
    pub visit_on: Option<Day>,
}

/// They move in.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn move_in(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId, agreed: &MoveIn) -> Result<(), Error> {
    let permit = desk.person(tx, person)?;
    if tenancies::running(tx, &permit)?.is_some() {
        return Err(Refusal::LivesSomewhere.into());
    }
    let (need, offer) = moved_in(tx, desk, &permit)?;
    let limits = office::limits(tx, desk.now())?;
    let id = RowId::from_bits(desk.bits());
    units::move_in(tx, &offer.unit, &offer.id, &id)?;
    let new = NewTenancy {
        id: &id,
        need: &need.id,
        organisation: &need.organisation,
        unit: &offer.unit,
        began_on: agreed.on,
        support: (offer.support, offer.support_hours),
        plan: agreed.plan.as_deref(),
        visit_on: agreed.visit_on.unwrap_or_else(|| agreed.on.plus(limits.visit_days)),
        holder: &me(desk)?,
    };
    tenancies::insert(tx, &permit, &new)?;
    desk.tell(tx, TENANCY_BEGAN, Some(permit.person()), id.as_str())
}

fn lives(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId) -> Result<(Permit, Tenancy), Error> {
    let permit = desk.person(tx, person)?;
    let running = tenancies::running(tx, &permit)?.ok_or(Error::from(Refusal::TenancyEnded))?;
    Ok((permit, running))
}

fn still_as_seen(tenancy: &Tenancy, seen: i64) -> Result<(), Error> {
    if tenancy.version == seen { Ok(()) } else { Err(Refusal::Changed.into()) }
}

/// Writes the plan for the follow-up anew.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn plan(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    person: &PersonId,
    words: Option<&str>,
    visit_on: Day,
    seen: i64,
) -> Result<(), Error> {
    let (permit, running) = lives(tx, desk, person)?;
    still_as_seen(&running, seen)?;
    tenancies::plan(tx, &permit, &running, words, visit_on)
}

/// Writes a visit, and when the next one is.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn visit(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    person: &PersonId,
    (on, how, words): (Day, How, Option<&str>),
    next: Option<Day>,
) -> Result<(), Error> {
    let (permit, running) = lives(tx, desk, person)?;
    let id = RowId::from_bits(desk.bits());
    tenancies::visited(tx, &permit, (&id, &running.id), (on, how, words), &me(desk)?)?;
    let limits = office::limits(tx, desk.now())?;
    let next = next.unwrap_or_else(|| on.plus(limits.visit_days));
    tenancies::plan(tx, &permit, &running, running.plan.as_deref(), next)
}

/// A warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warned {
    /// What it is about.
    pub kind: WarningKind,
    /// What was seen.
    pub words: Option<String>,
    /// What the task is called, in the language of whoever notes it.
    pub task: String,
}

/// Notes a warning: whoever follows up the home helps within some days. It becomes a task of theirs where the house keeps
/// tasks. The landlord is told nothing.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn warn(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId, warned: &Warned) -> Result<(), Error> {
    let (permit, running) = lives(tx, desk, person)?;
    let limits = office::limits(tx, desk.now())?;
    let help_by = desk.now().day().plus(limits.help_days);
    let content = json!({
        "area": "housing",
        "words": warned.task,
        "organisation": running.organisation.as_str(),
        "account": running.holder.account.as_str(),
        "due": help_by.stored(),
    });
    let task = desk.hand(tx, &permit, "task", &content)?;
    let id = RowId::from_bits(desk.bits());
    let new = NewWarning {
        id: &id,
        tenancy: &running.id,
        organisation: &running.organisation,
        kind: warned.kind,
        words: warned.words.as_deref(),
        by: &me(desk)?,
        helper: &running.holder.account,
        help_by,
        task: task.as_deref(),
    };
    warnings::insert(tx, &permit, &new, desk.now())?;
    desk.tell(tx, TENANCY_AT_RISK, Some(permit.person()), id.as_str())
}

/// Somebody has helped.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn settle(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId, id: &RowId, words: Option<&str>) -> Result<(), Error> {
    let permit = desk.person(tx, person)?;
    let known = warnings::all(tx, &permit)?.into_iter().any(|warning| warning.id == *id);
    if !known {
        return Err(Error::Missing);
    }
    if warnings::settle(tx, &permit, id, words, desk.now())? { Ok(()) } else { Err(Refusal::Settled.into()) }
}

/// How a tenancy ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// Which day.
    pub on: Day,
    /// How.
    pub reason: EndReason,
    /// What there is to say about it.
    pub words: Option<String>,
    /// They need another home, and wait from today.
    pub needs_another: bool,
}

/// Ends a tenancy. Whoever takes over is asked in the same commit, where the house keeps hand-overs; and the fact is told, so
/// that nobody is left between two.
///
/// # Errors
/// A refusal, a denial or a fault.
pub fn end(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId, ending: &Ending, seen: i64) -> Result<(), Error> {
    let (permit, running) = lives(tx, desk, person)?;
    still_as_seen(&running, seen)?;
    tenancies::end(tx, &permit, &running, ending.on, ending.reason, ending.words.as_deref())?;
    units::move_out(tx, &running.unit, &running.id, ending.on)?;
    if ending.needs_another && needs::waiting_of(tx, &permit)?.is_none() {
        wait_again(tx, desk, &permit, &running)?;
    }
    if let Some(from) = ending.reason.handover_from() {
        let content = json!({ "from": from, "area": "housing", "stay": running.id.as_str() });
        desk.hand(tx, &permit, "handover", &content)?;
    }
    desk.tell(tx, TENANCY_ENDED, Some(permit.person()), running.id.as_str())
}

/// They wait for another home, with what they wanted the last time.
fn wait_again(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, ended: &Tenancy) -> Result<(), Error> {
    let last = needs::all(tx, permit)?.into_iter().next();
    let wanted = last.map(|need| need.wanted);
    let written = Written {
        words: None,
        wanted: wanted.unwrap_or(crate::housing::fit::Wanted { wishes: Vec::new(), musts: Vec::new(), support: ended.support }),
    };
    let id = RowId::from_bits(desk.bits());
    let held = (&ended.organisation, &ended.holder.account);
    needs::insert(tx, permit, &id, held, None, &written, desk.bits(), desk.now())
}
