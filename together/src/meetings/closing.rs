//! The end of a meeting: what was decided becomes tasks, questions and lines in the plan, the next one is set, and the minutes go
//! to the person. All of it, or none of it.

use kernel::id::RowId;
use kernel::time::{Day, Timestamp};
use platform::access::{Desk, Permit};
use platform::db::Tx;
use platform::error::Error;
use serde_json::{Value, json};

use super::MINUTES;
use super::rules::{Becomes, Command, becomes};
use super::store::items::{self, Decision, Item};
use super::store::{self, Found, Member, New};
use super::work::{allow, call};

/// When the next one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Then.
    At(Timestamp),
    /// None is needed.
    None,
    /// Nobody has said.
    NotSaid,
}

/// Who a decision is to be done by.
#[derive(Clone, Copy, Debug)]
pub enum Owner<'a> {
    /// The person.
    Person,
    /// Somebody who was invited.
    Member(&'a Member),
    /// Nobody yet.
    Nobody,
}

/// Who stands behind the key of a decision.
#[must_use]
pub fn owner<'a>(found: &'a Found, decision: &Decision) -> Owner<'a> {
    match decision.owner.as_deref() {
        None => Owner::Nobody,
        Some("person") => Owner::Person,
        Some(key) => found.members.iter().find(|member| member.key == key).map_or(Owner::Nobody, Owner::Member),
    }
}

/// What a decision becomes.
#[must_use]
pub fn comes_to(found: &Found, decision: &Decision) -> Becomes {
    match owner(found, decision) {
        Owner::Person => becomes(true, true, !found.meeting.absent && decision.disagrees.is_none()),
        Owner::Member(member) => becomes(true, member.organisation.is_some(), member.here),
        Owner::Nobody => becomes(false, false, false),
    }
}

/// Ends the meeting. Tells the facts; whoever took something over tells their own.
///
/// # Errors
/// The refusal, or what a part that takes something answers: then nothing of it has happened.
pub fn close(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId, next: Next) -> Result<(), Error> {
    let found = store::find(tx, desk, permit, id)?;
    allow(tx, permit, &found, Command::Close { next_is_said: next != Next::NotSaid })?;
    for item in items::items(tx, permit, &found)? {
        for decision in &item.decisions {
            hand_over(tx, desk, permit, &found, (&item, decision))?;
        }
        came_from_a_task(tx, desk, permit, &item)?;
    }
    if let Some(appointment) = &found.meeting.appointment {
        let told = json!({ "id": appointment.as_str(), "met": !found.meeting.absent });
        desk.hand(tx, permit, "appointment-told", &told)?;
    }
    let next = match next {
        Next::At(at) => Some(call(tx, desk, permit, &again(&found, at))?),
        Next::None | Next::NotSaid => None,
    };
    store::close(tx, desk, permit, &found.meeting, next.as_ref())?;
    desk.tell(tx, MINUTES, Some(permit.person()), id.as_str())
}

/// The next meeting: the same people, but those the person did not want there.
fn again(found: &Found, at: Timestamp) -> New {
    let meeting = &found.meeting;
    let members = found.members.iter().filter(|member| !member.out).cloned().collect();
    New { title: meeting.title.clone(), place: meeting.place.clone(), phone: meeting.phone.clone(), at, members }
}

fn hand_over(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    found: &Found,
    (item, decision): (&Item, &Decision),
) -> Result<(), Error> {
    let what = comes_to(found, decision);
    let who = owner(found, decision);
    let due = decision.due.map(Day::stored);
    let (organisation, account, name) = match who {
        Owner::Member(member) => (
            member.organisation.as_ref().map(|place| place.as_str()),
            member.account.as_ref().map(|account| account.as_str()),
            Some(member.name.as_str()),
        ),
        Owner::Person => (None, None, permit.card().name.as_deref()),
        Owner::Nobody => (None, None, None),
    };
    let area = item.area.key();
    let line = json!({ "area": area, "text": decision.words, "due": due, "responsible": name });
    let line = desk.hand(tx, permit, "plan-proposal", &line)?;
    let task = match what {
        Becomes::Line => None,
        Becomes::Task | Becomes::Question => {
            let task: Value = json!({
                "area": area, "words": decision.words, "organisation": organisation, "account": account, "due": due,
                "agreed": what == Becomes::Task,
            });
            desk.hand(tx, permit, "task", &task)?
        }
    };
    items::became(tx, permit, &found.meeting.id, (&item.id, decision.number), (task.as_deref(), line.as_deref()))
}

/// A topic that came from a task: what was said about it is told to whoever keeps the task.
fn came_from_a_task(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, item: &Item) -> Result<(), Error> {
    let task = item.source.as_deref().and_then(|source| source.strip_prefix("task:"));
    let (Some(task), Some(status)) = (task, &item.status) else { return Ok(()) };
    desk.hand(tx, permit, "task-status", &json!({ "id": task, "status": status })).map(drop)
}

/// The person has seen the minutes and says that they are right: from now on they hold, and the lines they agree with stand in
/// the plan.
///
/// # Errors
/// The refusal.
pub fn confirm(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, id: &RowId) -> Result<(), Error> {
    let found = store::find(tx, desk, own, id)?;
    allow(tx, own, &found, Command::Confirm)?;
    if found.meeting.seen_at.is_some() {
        return Ok(());
    }
    for line in items::lines(tx, own, id)? {
        desk.hand(tx, own, "plan-yes", &json!({ "id": line }))?;
    }
    store::seen(tx, desk, own, id)
}
