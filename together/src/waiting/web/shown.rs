//! A clock in words.

use kernel::time::Day;
use platform::frame::{ContactItem, Say, contact_item};

use crate::waiting::limits::{Kind, Name, working_days_left};
use crate::waiting::rules::{CausedBy, Due, State};
use crate::waiting::store::breaches::Breach;
use crate::waiting::store::clocks::Clock;
use crate::waiting::store::steps::Step;

/// A day and what it means, with how binding it is.
pub struct ShownDay {
    /// What it is.
    pub what: String,
    /// The day.
    pub day: String,
    /// «Det er loven.», «Det er et råd.» or nothing.
    pub kind: String,
    /// It has passed, and it should not have.
    pub late: bool,
}

/// A clock as drawn.
pub struct ShownClock {
    /// Its id.
    pub id: String,
    /// Who was asked.
    pub receiver: String,
    /// Where it stands, in one sentence.
    pub state: String,
    /// Who has it.
    pub holder: String,
    /// Where they work.
    pub held_at: String,
    /// The number to call.
    pub phone: Option<ContactItem>,
    /// What is due, in one sentence; empty when nothing is.
    pub due: String,
    /// It is over.
    pub over: bool,
    /// The days, in their order.
    pub days: Vec<ShownDay>,
    /// What was moved, and who caused it.
    pub moves: Vec<String>,
    /// Breaches of law, in words.
    pub breaches: Vec<String>,
    /// Law has a date here that binds.
    pub law: bool,
    /// The address of the referral.
    pub referral: String,
}

/// A day in a sentence: with its year when it is another than today's.
#[must_use]
pub fn date(say: &Say, day: Day, today: Day) -> String {
    say.near_day(day, today)
}

/// What is due, in one sentence, for the person or for those at work.
#[must_use]
pub fn due(say: &Say, due: Due, today: Day, own: bool) -> String {
    let to = if own { "you" } else { "staff" };
    let when = date(say, due.on, today);
    let left = working_days_left(today, due.on);
    let key = match (due.on < today, due.kind) {
        (true, Kind::Law) => "breached",
        (true, Kind::Advice | Kind::Habit) => "passed",
        (false, _) => "left",
    };
    say.put(
        &format!("waiting-due-{key}-{to}"),
        &[("what", say.t(&format!("waiting-what-{}", due.name.key()))), ("when", when), ("n", left.to_string())],
    )
}

fn state(say: &Say, clock: &Clock, today: Day, own: bool) -> String {
    let to = if own { "you" } else { "staff" };
    let key = match clock.state {
        State::Received if clock.route == "other" => format!("waiting-state-asked-{to}"),
        State::Over { ending } => format!("waiting-state-over-{}-{to}", ending.key()),
        State::Assessed { latest: None } => format!("waiting-state-taken-on-{to}"),
        other => format!("waiting-state-{}-{to}", other.key()),
    };
    let when = match clock.state {
        State::Offered { on, .. } | State::Started { on, .. } | State::Decided { on, .. } => Some(on),
        _ => clock.past.ended,
    };
    say.with2(&key, "who", &clock.receiver_name, "when", when.map(|day| date(say, day, today)).unwrap_or_default())
}

fn days(say: &Say, clock: &Clock, today: Day) -> Vec<ShownDay> {
    let mut days = Vec::new();
    let mut add = |what: &str, day: Option<Day>, kind: Option<Kind>, late: bool| {
        if let Some(day) = day {
            days.push(ShownDay {
                what: say.t(&format!("waiting-day-{what}")),
                day: date(say, day, today),
                kind: kind.map(|kind| say.t(&format!("waiting-kind-{}", kind.key()))).unwrap_or_default(),
                late,
            });
        }
    };
    add("received", Some(clock.received), None, false);
    if let Some((name, on, rule)) = clock.rules.first(clock.received) {
        let kept = clock.past.assessed.or(clock.past.ended);
        add(name.key(), Some(on), Some(rule.kind), kept.unwrap_or(today) > on);
    }
    add(if clock.route == "other" { "taken-on" } else { "assessed" }, clock.past.assessed, None, false);
    add("suggested", clock.past.suggested, Some(Kind::Advice), false);
    let begun = clock.past.started.or(clock.past.ended).unwrap_or(today);
    add("latest", clock.past.latest, Some(Kind::Law), clock.past.latest.is_some_and(|latest| begun > latest));
    add("offered", clock.past.offered, None, false);
    add("started", clock.past.started, None, false);
    add("decided", clock.past.decided, None, false);
    add("evaluated", clock.past.evaluated, None, false);
    if let Some(due) = clock.due.filter(|due| !matches!(due.name, Name::Assessment | Name::Answer | Name::LatestStart)) {
        add(due.name.key(), Some(due.on), Some(due.kind), due.on < today);
    }
    days
}

/// What was moved, from when to when, and who caused it.
fn moved(say: &Say, step: &Step, today: Day) -> Option<String> {
    let (to, by) = (step.on?, step.caused_by?);
    let from = step.was.map(|was| date(say, was, today)).unwrap_or_default();
    Some(say.put(&format!("waiting-moved-{}", CausedBy::key(by)), &[("from", from), ("to", date(say, to, today))]))
}

/// A clock in words, with what happened to it when that was loaded.
#[must_use]
pub fn clock(say: &Say, clock: &Clock, steps: &[Step], breaches: &[Breach], today: Day, own: bool) -> ShownClock {
    let breach = |breach: &Breach| {
        let what = say.t(&format!("waiting-what-{}", breach.name.key()));
        let to = if own { "you" } else { "staff" };
        say.with2(&format!("waiting-breach-{to}"), "what", what, "when", date(say, breach.due, today))
    };
    // A phone may be kept without a holder: then it is the service's.
    let phone = clock.phone.as_deref().map(|phone| contact_item("", phone));
    ShownClock {
        id: clock.id.to_string(),
        receiver: clock.receiver_name.clone(),
        state: state(say, clock, today, own),
        holder: clock.holder.clone().unwrap_or_default(),
        held_at: clock.held_at.clone(),
        phone,
        due: clock.due.map(|what| due(say, what, today, own)).unwrap_or_default(),
        over: matches!(clock.state, State::Over { .. }),
        days: days(say, clock, today),
        moves: steps.iter().filter_map(|step| moved(say, step, today)).collect(),
        breaches: breaches.iter().map(breach).collect(),
        law: clock.route == "specialist",
        referral: format!("/henvisning/{}", clock.referral),
    }
}

/// What happened to a clock, in words, newest last: what, and when and by whom it was written.
#[must_use]
pub fn happened(say: &Say, step: &Step, now: kernel::time::Timestamp) -> (String, String, String) {
    let on = step.on.map(|day| date(say, day, now.day())).unwrap_or_default();
    let what = match (step.caused_by, step.on) {
        (Some(_), Some(_)) => moved(say, step, now.day()).unwrap_or_default(),
        _ => say.with(&format!("waiting-happened-{}", step.what), "when", on),
    };
    let at = step.at.map(|at| say.when(at, now)).unwrap_or_default();
    let written = match &step.by {
        Some(by) => say.with2("waiting-written-by", "name", by, "when", at),
        None => at,
    };
    (what, written, step.words.clone().unwrap_or_default())
}
