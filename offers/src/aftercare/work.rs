//! What is done to a plan, the same from a page, from a job and from the demo city: load under the permit, ask the rules,
//! save, tell the others.

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::Day;
use platform::access::relations::{self, Duty};
use platform::access::{Desk, Permit, receivers};
use platform::db::Tx;
use platform::error::Error;

use super::asking::{Cause, next_question};
use super::line::Line;
use super::rules::{self, By, Change, Command, Refusal, Stage, Worker};
use super::store::lines::Typed;
use super::store::{self, NewPlan, Plan, calls, lines, returns};
use super::{AFTERCARE_BEGAN, numbers};

fn no(refusal: Refusal) -> Error {
    Error::refused(&refusal)
}

/// Whoever asks, as the rules see them.
///
/// # Errors
/// A denial for an employee without a workplace.
pub fn by(desk: &Desk<'_>, permit: &Permit) -> Result<By, Error> {
    let actor = &desk.ctx().actor;
    if permit.is_own() {
        return Ok(By::Person);
    }
    let account = actor.account.clone().ok_or(Error::SignIn)?;
    Ok(By::Staff(Worker { account, organisation: actor.employer_id()?.clone(), role: actor.role }))
}

/// The plan that is open.
///
/// # Errors
/// [`Error::Missing`].
pub fn open(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<Plan, Error> {
    store::newest(tx, permit, desk.now())?.filter(|plan| plan.standing.stage.is_open()).ok_or(Error::Missing)
}

/// Begins a plan by hand: an employee asks the person, or the person begins it and says who is to follow up.
///
/// # Errors
/// A refusal, or a denial.
pub fn begin(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    who: &OrganisationId,
    leaves_on: Option<Day>,
) -> Result<RowId, Error> {
    let by = by(desk, permit)?;
    let newest = store::newest(tx, permit, desk.now())?.map(|plan| plan.standing.stage);
    let stage = rules::begin(newest, &by).map_err(no)?;
    let holder = match by {
        By::Person => None,
        By::Staff(worker) => Some(worker.account),
    };
    let contact_by = numbers::load(tx, desk.now())?.contact_by(leaves_on.unwrap_or(desk.now().day()));
    let contact_by = (leaves_on.is_some() || stage == Stage::Running).then_some(contact_by);
    let new = NewPlan { stage, organisation: who.clone(), holder, stay: None, leaves_on, contact_by };
    let id = store::begin(tx, desk, permit, &new)?;
    if stage == Stage::Running {
        let plan = open(tx, desk, permit)?;
        run(tx, desk, permit, plan)?;
    }
    desk.tell(tx, AFTERCARE_BEGAN, Some(permit.person()), id.as_str())?;
    Ok(id)
}

/// Opens a plan for a stay that has begun, for the ward that serves the person. Nothing when there is one, or no such ward.
///
/// # Errors
/// A fault.
pub fn begin_for_stay(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, stay: &str) -> Result<(), Error> {
    let there = store::newest(tx, permit, desk.now())?.is_some_and(|plan| plan.standing.stage.is_open());
    let Some(ward) = ward_of(tx, desk, permit)?.filter(|_| !there) else { return Ok(()) };
    let new = NewPlan {
        stage: Stage::Asked,
        organisation: ward,
        holder: None,
        stay: Some(stay.to_owned()),
        leaves_on: None,
        contact_by: None,
    };
    let id = store::begin(tx, desk, permit, &new)?;
    desk.tell(tx, AFTERCARE_BEGAN, Some(permit.person()), id.as_str())
}

/// The ward that began to serve the person last.
fn ward_of(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<Option<OrganisationId>, Error> {
    let mut serving = relations::running(tx, permit, desk.now())?;
    serving.retain(|relation| relation.duty == Duty::Serving);
    serving.sort_by_key(|relation| std::cmp::Reverse(relation.from_at));
    for relation in serving {
        let role = receivers::organisation(tx, &relation.organisation)?.and_then(|one| one.kind.main_role());
        if role.is_some_and(|role| rules::UNITS.contains(&role)) {
            return Ok(Some(relation.organisation));
        }
    }
    Ok(None)
}

/// Does something with the plan.
///
/// # Errors
/// A refusal, or a denial.
pub fn change(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, command: &Command) -> Result<(), Error> {
    let by = by(desk, permit)?;
    let plan = store::newest(tx, permit, desk.now())?.ok_or(Error::Missing)?;
    let change = rules::decide(&plan.standing, &by, command).map_err(no)?;
    match change {
        Change::Begun => run(tx, desk, permit, plan),
        Change::Declined => close(tx, desk, permit, plan, Stage::Declined),
        Change::Ended => close(tx, desk, permit, plan, Stage::Ended),
        Change::Rhythm(days) => {
            store::save(tx, permit, &Plan { every_days: days, next_at: next_question(desk.now(), days), ..plan })
        }
        Change::Moved(to) => {
            calls::move_calls(tx, permit, &plan.id, &to)?;
            let standing = rules::Standing { organisation: to, holder: None, holder_left: false, ..plan.standing.clone() };
            store::save(tx, permit, &Plan { standing, ..plan })
        }
        Change::Held(account) => {
            let standing = rules::Standing { holder: Some(account), ..plan.standing.clone() };
            store::save(tx, permit, &Plan { standing, ..plan })
        }
        Change::Leaves(day) => {
            let contact_by = Some(numbers::load(tx, desk.now())?.contact_by(day));
            store::save(tx, permit, &Plan { leaves_on: Some(day), contact_by, ..plan })
        }
        Change::Met => store::save(tx, permit, &Plan { met_at: Some(desk.now()), ..plan }),
    }
}

/// The person has said yes: from now on somebody asks, and somebody is to have been in touch.
fn run(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, plan: Plan) -> Result<(), Error> {
    let (now, numbers) = (desk.now(), numbers::load(tx, desk.now())?);
    let every_days = Some(numbers.check_in).filter(|days| *days > 0);
    let standing = rules::Standing { stage: Stage::Running, ..plan.standing.clone() };
    let running = Plan {
        standing,
        every_days,
        next_at: next_question(now, every_days),
        until_on: Some(numbers.until(now.day())),
        yes_at: Some(now),
        ..plan
    };
    store::save(tx, permit, &running)
}

fn close(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, plan: Plan, stage: Stage) -> Result<(), Error> {
    calls::close_questions(tx, desk, permit, &plan.id)?;
    calls::close_calls(tx, desk, permit, &plan.id)?;
    let standing = rules::Standing { stage, ..plan.standing.clone() };
    store::save(tx, permit, &Plan { standing, next_at: None, ended_at: Some(desk.now()), ..plan })
}

/// Writes one of the five lines.
///
/// # Errors
/// [`Refusal::NotRunning`] before the person's yes, [`Refusal::Changed`] when somebody was first, [`Error::Missing`] for a line of
/// an area that is not shared.
pub fn write(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, line: Line, typed: &Typed) -> Result<(), Error> {
    let plan = open(tx, desk, permit)?;
    lines::find(tx, permit, &plan.id, line)?;
    if plan.standing.stage != Stage::Running {
        return Err(no(Refusal::NotRunning));
    }
    if lines::write(tx, desk, permit, &plan.id, line, typed)? { Ok(()) } else { Err(no(Refusal::Changed)) }
}

/// The person's answer to «how is it going»: one tap. Whoever wants to be called is called.
///
/// # Errors
/// [`Refusal::Over`] for a question that is closed.
pub fn answer(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, id: &RowId, answer: &str) -> Result<(), Error> {
    let plan = open(tx, desk, own)?;
    if !calls::answer(tx, desk, own, id, answer)? {
        return Err(no(Refusal::Over));
    }
    if answer == "call-me" { calls::promise(tx, desk, own, &plan, Cause::Asked) } else { Ok(()) }
}

/// The person asks to be called, without a question.
///
/// # Errors
/// [`Error::Missing`] without a plan.
pub fn call_me(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit) -> Result<(), Error> {
    let plan = open(tx, desk, own)?;
    calls::promise(tx, desk, own, &plan, Cause::Asked)
}

/// Somebody has called: they talked, or nobody answered. After the talk about how to go on, the time begins anew.
///
/// # Errors
/// A refusal for a call of another organisation, or one that is over.
pub fn called(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId, talked: bool) -> Result<(), Error> {
    let plan = open(tx, desk, permit)?;
    match by(desk, permit)? {
        By::Staff(me) if me.organisation == plan.standing.organisation && rules::FOLLOWING.contains(&me.role) => {}
        _ => return Err(no(Refusal::NotYours)),
    }
    let call = calls::promised(tx, permit, &plan.id)?.into_iter().find(|call| call.id == *id);
    let call = call.ok_or_else(|| no(Refusal::Over))?;
    if !calls::mark(tx, desk, permit, &call, talked)? {
        return Err(no(Refusal::Over));
    }
    if talked && call.cause == Cause::Ahead {
        let until_on = Some(numbers::load(tx, desk.now())?.until(desk.now().day()));
        store::save(tx, permit, &Plan { until_on, ..plan })?;
    }
    Ok(())
}

/// A ward promises a place.
///
/// # Errors
/// A refusal for those who have no ward, or a day that has passed.
pub fn offer_return(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, until_on: Day, how: &str) -> Result<(), Error> {
    match by(desk, permit)? {
        By::Staff(me) if rules::UNITS.contains(&me.role) => {}
        _ => return Err(no(Refusal::NoUnit)),
    }
    if until_on < desk.now().day() {
        return Err(no(Refusal::DayPassed));
    }
    returns::offer(tx, desk, permit, until_on, how)
}

/// The person's answer to such a promise.
///
/// # Errors
/// [`Refusal::Answered`].
pub fn answer_return(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, yes: bool) -> Result<(), Error> {
    let offered = returns::newest(tx, desk, own)?.ok_or(Error::Missing)?;
    let answered = returns::answer(tx, desk, own, &offered.id, if yes { "yes" } else { "no" })?;
    if answered { Ok(()) } else { Err(no(Refusal::Answered)) }
}

/// A colleague as somebody who may hold a plan.
///
/// # Errors
/// [`Refusal::NotThem`].
pub fn colleague(tx: &mut Tx<'_>, desk: &Desk<'_>, account: &AccountId) -> Result<Worker, Error> {
    let holder = receivers::holder(tx, account)?.ok_or_else(|| no(Refusal::NotThem))?;
    let there = holder.ended_at.is_none_or(|ended| ended > desk.now());
    let organisation = holder.organisation.filter(|_| there).ok_or_else(|| no(Refusal::NotThem))?;
    Ok(Worker { account: holder.id, organisation: organisation.id, role: holder.role })
}

/// What the clock does for one person: asks, turns silence into a call, and reminds of the time that was agreed.
///
/// # Errors
/// A fault.
pub fn turn(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId) -> Result<(), Error> {
    let permit = desk.delivery(tx, person)?;
    let plan = store::newest(tx, &permit, desk.now())?.filter(|plan| plan.standing.stage == Stage::Running);
    let Some(plan) = plan else { return Ok(()) };
    let (now, numbers) = (desk.now(), numbers::load(tx, desk.now())?);
    let questions = calls::questions(tx, &permit, &plan.id)?;
    let waits = calls::open_question(&questions);
    if waits.is_some_and(|one| one.asked_at <= now.plus_days(-numbers.answer)) {
        calls::close_questions(tx, desk, &permit, &plan.id)?;
        calls::promise(tx, desk, &permit, &plan, Cause::Silent)?;
    }
    if plan.until_on.is_some_and(|until| until <= now.day()) {
        calls::promise(tx, desk, &permit, &plan, Cause::Ahead)?;
    }
    if plan.next_at.is_none_or(|next| next > now) {
        return Ok(());
    }
    // Whoever is to be called is not asked as well: one thing at a time.
    let called = !calls::promised(tx, &permit, &plan.id)?.is_empty();
    if waits.is_none() && !called {
        calls::ask(tx, desk, &permit, &plan.id)?;
    }
    store::save(tx, &permit, &Plan { next_at: next_question(now, plan.every_days), ..plan })
}
