//! `/ettervern` for colleagues: whom to call, and whom one follows up. Names come with the permits, and whoever may no longer be
//! seen is counted and not named.

use askama::Template;
use kernel::id::PersonId;
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

use crate::aftercare::CHARTER;
use crate::aftercare::rules::Stage;
use crate::aftercare::store::{self, After, PAGE, calls};

/// A person on a list.
pub struct Row {
    /// Where it leads.
    pub href: String,
    /// Their name.
    pub name: String,
    /// What it is about.
    pub text: String,
    /// When.
    pub meta: String,
}

#[derive(Template)]
#[template(path = "aftercare/pages/list.html")]
struct ListPage {
    frame: Frame,
    t: Say,
    calls: Vec<Row>,
    more_calls: Option<String>,
    plans: Vec<Row>,
    more_plans: Option<String>,
    unseen: usize,
}

/// What a list holds.
struct Found {
    calls: Vec<Row>,
    more_calls: Option<String>,
    plans: Vec<Row>,
    more_plans: Option<String>,
    unseen: usize,
}

/// The lists.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let (calls, plans) = (read_after(asked.query.get("ring")), read_after(asked.query.get("fra")));
    let say = asked.say();
    let found = asked.view(&CHARTER, move |tx, desk| load(tx, desk, &say, calls.as_ref(), plans.as_ref())).await?;
    let Found { calls, more_calls, plans, more_plans, unseen } = found;
    Reply::page(&ListPage { frame: asked.frame(), t: asked.say(), calls, more_calls, plans, more_plans, unseen })
}

/// Where on a list one is: a moment and a random id, both already known to whoever reads the list.
fn read_after(text: &str) -> Option<After> {
    let (at, id) = text.split_once('_')?;
    let fine = |text: &str| {
        !text.is_empty() && text.len() <= 32 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-:".contains(&byte))
    };
    (fine(at) && fine(id)).then(|| After { at: at.to_owned(), id: id.to_owned() })
}

/// Loads both lists.
fn load(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    say: &Say,
    calls_after: Option<&After>,
    plans_after: Option<&After>,
) -> Result<Found, Error> {
    let (actor, now) = (&desk.ctx().actor, desk.now());
    let (me, here) = (actor.account.as_ref().ok_or(Error::SignIn)?, actor.employer_id()?);
    let calls = calls::for_me(tx, me, here, now, calls_after)?;
    let plans = store::for_me(tx, me, here, now, plans_after)?;
    let call_after = |one: &calls::Listed| format!("/ettervern?ring={}_{}", one.due_on.stored(), one.id);
    let plan_after = |one: &store::Listed| format!("/ettervern?fra={}_{}", one.begun_at.stored(), one.id);
    let (calls, more_calls) = cut(calls, call_after);
    let (plans, more_plans) = cut(plans, plan_after);
    let persons = calls.iter().map(|one| one.person.clone()).chain(plans.iter().map(|one| one.person.clone()));
    let mut persons: Vec<PersonId> = persons.collect();
    persons.sort();
    persons.dedup();
    let permits = desk.people(tx, &persons)?;
    let find = |person: &PersonId| permits.iter().find(|permit| permit.person() == person);
    Ok(Found {
        calls: calls.iter().filter_map(|one| find(&one.person).map(|permit| call_row(say, permit, one, now))).collect(),
        plans: plans.iter().filter_map(|one| find(&one.person).map(|permit| plan_row(say, permit, one, now))).collect(),
        unseen: persons.len().saturating_sub(permits.len()),
        more_calls,
        more_plans,
    })
}

fn cut<T>(mut rows: Vec<T>, after: impl Fn(&T) -> String) -> (Vec<T>, Option<String>) {
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(after);
    (rows, next)
}

fn name(say: &Say, permit: &Permit) -> String {
    permit.card().name.clone().unwrap_or_else(|| say.t("aftercare-the-person"))
}

/// A call as drawn.
pub fn call_row(say: &Say, permit: &Permit, one: &calls::Listed, now: Timestamp) -> Row {
    let today = now.day();
    let key = if one.due_on < today { "aftercare-due-was" } else { "aftercare-due" };
    Row {
        href: format!("/folk/{}/ettervern", one.person),
        name: name(say, permit),
        text: say.t(&format!("aftercare-why-{}", one.cause.key())),
        meta: say.with(key, "day", say.near_day(one.due_on, today)),
    }
}

/// A plan as drawn.
pub fn plan_row(say: &Say, permit: &Permit, one: &store::Listed, now: Timestamp) -> Row {
    let today = now.day();
    let text = match (one.mine, one.stage) {
        (false, _) => "aftercare-row-nobody",
        (true, Stage::Asked) => "aftercare-row-asked",
        (true, _) => "aftercare-row-mine",
    };
    let meta = match one.contact_by.filter(|_| one.stage == Stage::Running) {
        Some(day) if day < today => say.with("aftercare-row-contact-late", "day", say.near_day(day, today)),
        Some(day) => say.with("aftercare-row-contact", "day", say.near_day(day, today)),
        None => say.with("aftercare-row-since", "day", say.near_day(one.begun_at.day(), today)),
    };
    let href = format!("/folk/{}/ettervern", one.person);
    Row { href, name: name(say, permit), text: say.t(text), meta }
}
