//! Appointments as the pages draw them.

use kernel::time::Timestamp;
use platform::access::Permit;
use platform::frame::Say;

use super::rules::{Answer, Standing};
use super::store::Appointment;

/// A ready answer as drawn.
#[derive(Clone, Debug)]
pub struct Ready {
    /// Its key.
    pub key: &'static str,
    /// Its words.
    pub word: String,
    /// It is the one that was given.
    pub given: bool,
}

/// An appointment as drawn.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The page about it, for staff; where it is answered, for the person.
    pub href: String,
    /// The person's name, for staff.
    pub name: String,
    /// «torsdag 26. november kl. 10.30».
    pub when: String,
    /// «kl. 10.30».
    pub clock: String,
    /// What it is.
    pub title: String,
    /// With whom.
    pub with: String,
    /// Where.
    pub place: String,
    /// How to get there; may be empty.
    pub way: String,
    /// Where it stands, in words; empty while it is only to come.
    pub stands: String,
    /// What the person has answered: a sentence, or for staff a word.
    pub answer: String,
    /// The tag's colour.
    pub color: &'static str,
    /// «Flyttet av Kari Nes i går. Var torsdag …»; may be empty.
    pub changed: String,
    /// The ready answers, while it can be answered.
    pub ready: Vec<Ready>,
    /// It can still be moved or cancelled.
    pub to_come: bool,
    /// Which version.
    pub version: i64,
}

/// An appointment as the reader of this permit sees it.
#[must_use]
pub fn shown(say: &Say, permit: &Permit, one: &Appointment, now: Timestamp) -> Shown {
    let own = permit.is_own();
    let standing = one.state.standing;
    let to_come = standing == Standing::Planned && one.state.at > now;
    let ready = |answer: Answer| Ready {
        key: answer.key(),
        word: say.t(&format!("appointments-answer-{}", answer.key())),
        given: one.answer == answer,
    };
    Shown {
        href: if own { format!("/avtaler/mine/{}", one.id) } else { format!("/avtaler/{}/{}", permit.person(), one.id) },
        name: permit.card().name.clone().unwrap_or_else(|| say.t("appointments-the-person")),
        when: at_start(&say.when(one.state.at, now)),
        clock: at_start(&say.clock(one.state.at)),
        title: one.title.clone(),
        with: one.with.clone(),
        place: one.place.clone(),
        way: one.way.clone().unwrap_or_default(),
        stands: stands(say, own, one),
        answer: answer(say, own, one),
        color: if one.answer == Answer::Yes { "accent" } else { "neutral" },
        changed: changed(say, one, now),
        ready: if own && to_come { Answer::READY.into_iter().map(ready).collect() } else { Vec::new() },
        to_come,
        version: one.state.version,
    }
}

fn stands(say: &Say, own: bool, one: &Appointment) -> String {
    match (one.state.standing, own) {
        (Standing::Planned, _) => String::new(),
        (standing, true) => say.t(&format!("appointments-stands-{}", standing.key())),
        (standing, false) => say.t(&format!("appointments-stands-staff-{}", standing.key())),
    }
}

fn answer(say: &Say, own: bool, one: &Appointment) -> String {
    let word = say.t(&format!("appointments-answer-{}", one.answer.key()));
    match (own, one.answer) {
        (true, Answer::None) => String::new(),
        (true, _) => say.with("appointments-you-answered", "answer", word),
        (false, answer) => say.t(&format!("appointments-staff-answer-{}", answer.key())),
    }
}

fn changed(say: &Say, one: &Appointment, now: Timestamp) -> String {
    let Some((who, at)) = &one.changed else { return String::new() };
    let when = say.when(*at, now);
    match (one.state.standing, one.was_at) {
        (Standing::Cancelled, _) => say.with2("appointments-cancelled-by", "who", who, "when", when),
        (_, Some(was)) => say.put("appointments-moved-by", &[("who", who.clone()), ("when", when), ("was", say.when(was, now))]),
        (_, None) => String::new(),
    }
}

/// A sentence begins with a capital.
fn at_start(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
