//! A plan in words.

use kernel::time::Timestamp;
use platform::frame::{ContactItem, Say, contact_item};

use super::rules::Stage;
use super::store::Plan;
use super::store::calls::{Call, CheckIn};
use super::store::lines::Said;
use super::store::returns::Return;

/// A line as drawn.
pub struct ShownLine {
    /// Where it is changed.
    pub href: String,
    /// What it is about.
    pub title: String,
    /// The person's words, or that there are none.
    pub words: String,
    /// Whether there are any.
    pub said: bool,
    /// Where it stands.
    pub status: String,
    /// The colour of its tag.
    pub color: &'static str,
    /// Who does it.
    pub who: String,
}

/// The lines as drawn, for a reader at this address.
pub fn lines(say: &Say, base: &str, lines: &[Said]) -> Vec<ShownLine> {
    let line = |said: &Said| ShownLine {
        href: format!("{base}/linje/{}", said.line.key()),
        title: say.t(&format!("aftercare-line-{}", said.line.key())),
        words: said.words.clone().unwrap_or_else(|| say.t("aftercare-line-empty")),
        said: said.words.is_some(),
        status: say.t(&format!("status-{}", said.status)),
        color: color(said.status),
        who: said.who.as_deref().map(|who| say.with("aftercare-who", "who", who)).unwrap_or_default(),
    };
    lines.iter().map(line).collect()
}

fn color(status: &str) -> &'static str {
    match status {
        "ongoing" | "agreed" => "accent",
        "done" => "plante",
        _ => "neutral",
    }
}

/// Who holds it, with the number to call.
pub struct Holder {
    /// In words.
    pub who: String,
    /// The number.
    pub phone: ContactItem,
}

/// Who holds a plan.
pub fn holder(say: &Say, plan: &Plan) -> Holder {
    let name = plan.holder_name.as_deref().filter(|_| !plan.standing.holder_left);
    let who = match name {
        Some(name) => say.with2("aftercare-held-by", "name", name, "place", &plan.organisation_name),
        None => say.with("aftercare-held-by-nobody", "place", &plan.organisation_name),
    };
    Holder { who, phone: contact_item("", &plan.phone) }
}

/// The first contact after leaving, in the words of whoever reads it: what was promised, or that it has happened.
pub fn first_contact(say: &Say, reader: &str, plan: &Plan, now: Timestamp) -> String {
    let today = now.day();
    let told = |what: &str, day| say.with(&format!("aftercare-contact-{reader}-{what}"), "day", say.near_day(day, today));
    match (plan.met_at, plan.contact_by) {
        (Some(at), _) => told("met", at.day()),
        (None, Some(day)) if day < today => told("late", day),
        (None, Some(day)) => told("by", day),
        (None, None) => say.t(&format!("aftercare-contact-{reader}-unknown")),
    }
}

/// The plan's state in a sentence for colleagues.
pub fn stage(say: &Say, plan: &Plan, now: Timestamp) -> String {
    let day = |at: Option<Timestamp>| say.near_day(at.unwrap_or(plan.begun_at).day(), now.day());
    let key = format!("aftercare-stage-{}", plan.standing.stage.key());
    match plan.standing.stage {
        Stage::Asked => say.with(&key, "day", day(None)),
        Stage::Running => say.with(&key, "day", day(plan.yes_at)),
        Stage::Declined | Stage::Ended => say.with(&key, "day", day(plan.ended_at)),
    }
}

/// A promised call, in the words of whoever reads it.
pub fn call(say: &Say, reader: &str, call: &Call, now: Timestamp) -> String {
    let late = if call.due_on < now.day() { "-late" } else { "" };
    say.with(&format!("aftercare-call-{reader}-{}{late}", call.cause.key()), "day", say.near_day(call.due_on, now.day()))
}

/// A question and its answer, for a list.
pub fn question(say: &Say, one: &CheckIn, now: Timestamp) -> (String, String) {
    let when = say.near_day(one.asked_at.day(), now.day());
    let key = match (&one.answer, one.answered_at, one.closed_at) {
        (Some(answer), ..) => return (say.t(&format!("aftercare-answer-{answer}")), when),
        (None, Some(_), _) => "aftercare-answered",
        (None, None, Some(_)) => "aftercare-not-answered",
        (None, None, None) => "aftercare-waits",
    };
    (say.t(key), when)
}

/// An agreement to come back, as drawn.
pub struct ShownReturn {
    /// Which ward, and until when.
    pub title: String,
    /// How to call, and what happens then.
    pub how: String,
    /// The ward's number.
    pub phone: ContactItem,
    /// Who promised it, and when.
    pub signed: String,
    /// What the person has said.
    pub answer: String,
    /// It waits for the person.
    pub waits: bool,
    /// The day has passed.
    pub over: bool,
}

/// An agreement to come back.
pub fn come_back(say: &Say, reader: &str, one: &Return, now: Timestamp) -> ShownReturn {
    let over = one.until_on < now.day();
    let answer = one.answer.as_deref().unwrap_or("none");
    ShownReturn {
        title: say.with2(
            if over { "aftercare-return-was" } else { "aftercare-return-is" },
            "place",
            &one.organisation_name,
            "day",
            say.date_with_year(one.until_on),
        ),
        how: one.how.clone(),
        phone: contact_item(&one.organisation_name, &one.phone),
        signed: say.with2("aftercare-return-signed", "name", &one.offered_by, "day", say.date_with_year(one.offered_at.day())),
        answer: say.t(&format!("aftercare-return-{reader}-{answer}")),
        waits: one.answer.is_none() && !over,
        over,
    }
}
