//! Tasks as the pages draw them.

use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::frame::Say;

use super::rules::{Standing, Status};
use super::store::{Owner, Task, by};

/// A task as drawn.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The page about it, for staff; where it is changed, for the person.
    pub href: String,
    /// The person's name, for staff.
    pub name: String,
    /// What is to be done.
    pub words: String,
    /// Who is to do it.
    pub owner: String,
    /// Who asked; empty when it was the reader.
    pub maker: String,
    /// «Innen 4. desember», or that its day is over.
    pub due: String,
    /// One of the six words, or that somebody is asked.
    pub stands: String,
    /// The tag's colour.
    pub color: &'static str,
    /// Who said no, and why; may be empty.
    pub no: String,
    /// The reader is asked.
    pub asked: bool,
    /// The reader has it.
    pub mine: bool,
    /// The reader made it and may take the question back.
    pub withdraw: bool,
    /// The key of its status.
    pub status: &'static str,
    /// Which version.
    pub version: i64,
    /// What is posted to take it up in a meeting.
    pub take_up: String,
}

/// A task as the reader of this permit sees it.
#[must_use]
pub fn shown(say: &Say, desk: &Desk<'_>, permit: &Permit, task: &Task, now: Timestamp) -> Shown {
    let own = permit.is_own();
    let by = by(desk, permit, &task.owner, task.maker.as_ref().map(|(organisation, _)| organisation));
    let name = permit.card().name.clone().unwrap_or_else(|| say.t("tasks-the-person"));
    let overdue = task.is_overdue(now.day());
    let standing = task.state.standing;
    let stands = match standing {
        Standing::Taken => say.t(&format!("status-{}", task.state.status.key())),
        Standing::Proposed | Standing::Declined | Standing::Withdrawn => say.t(&format!("tasks-stands-{}", standing.key())),
    };
    let area = task.area.map_or("", kernel::area::Area::key);
    Shown {
        href: if own { format!("/oppgaver/mine/{}", task.id) } else { format!("/oppgaver/{}/{}", permit.person(), task.id) },
        words: task.words.clone(),
        owner: match (&task.owner, own) {
            (Owner::Person, true) => say.t("tasks-you"),
            (Owner::Person, false) => name.clone(),
            (Owner::Staff { name, .. }, _) => name.clone(),
        },
        maker: match &task.maker {
            Some((_, who)) if !by.made() => say.with("tasks-asked-by", "who", who),
            None if !own => say.with("tasks-asked-by", "who", &name),
            _ => String::new(),
        },
        due: match task.due {
            Some(due) if overdue => say.with("tasks-overdue-since", "date", say.date(due)),
            Some(due) => say.with("tasks-by", "date", say.near_day(due, now.day())),
            None => String::new(),
        },
        stands,
        color: color(standing, task.state.status, overdue),
        no: no(say, task, now),
        asked: by.owns() && standing == Standing::Proposed,
        mine: by.owns() && standing == Standing::Taken,
        withdraw: by.made() && matches!(standing, Standing::Proposed | Standing::Declined),
        status: task.state.status.key(),
        version: task.state.version,
        take_up: format!("{area}|task:{}|{}", task.id, task.words),
        name,
    }
}

const fn color(standing: Standing, status: Status, overdue: bool) -> &'static str {
    match (standing, status) {
        (Standing::Taken, Status::Done) => "plante",
        (Standing::Taken, _) if overdue => "warning",
        (Standing::Taken, Status::Ongoing | Status::Agreed) => "accent",
        _ => "neutral",
    }
}

fn no(say: &Say, task: &Task, now: Timestamp) -> String {
    if task.state.standing != Standing::Declined {
        return String::new();
    }
    let (who, at) = task.answered.as_ref().map_or(("", None), |(who, at)| (who.as_str(), Some(*at)));
    let when = at.map_or_else(String::new, |at| say.when(at, now));
    let who = if who.is_empty() { say.t("tasks-the-person") } else { who.to_owned() };
    let said = say.with2("tasks-no-by", "who", who, "when", when);
    match &task.why {
        Some(why) => format!("{said} «{why}»"),
        None => said,
    }
}
