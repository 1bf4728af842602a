//! A hand-over in words: the sheet, the baton, and what has happened.

use kernel::time::Timestamp;
use platform::access::Permit;
use platform::frame::{ContactItem, Say, contact_item};

use super::limits::Limits;
use super::rules::{Cause, Phase, Returned};
use super::store::lines::{Departure, Happened, Lines};
use super::store::{Handover, Named};

/// One sentence of the sheet.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// In plain words.
    pub text: String,
    /// It must be read.
    pub strong: bool,
    /// A number to call, after the words.
    pub phone: Option<ContactItem>,
}

/// One step of the baton.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// `had`, `now` or `next`.
    pub is: &'static str,
    /// Who.
    pub who: String,
    /// Until when, or what is missing.
    pub detail: String,
}

/// What the person is called here.
#[must_use]
pub fn name_of(say: &Say, permit: &Permit) -> String {
    permit.card().name.clone().unwrap_or_else(|| say.t("handovers-the-person"))
}

/// «Kari Nes, MO-senteret», or the organisation alone.
#[must_use]
pub fn who(named: &Named) -> String {
    if named.name.is_empty() { named.organisation.clone() } else { format!("{}, {}", named.name, named.organisation) }
}

/// As [`who`], inside a sentence that goes on: «Kari Nes, MO-senteret, har sagt ja.»
#[must_use]
pub fn in_sentence(named: &Named) -> String {
    if named.name.is_empty() { named.organisation.clone() } else { format!("{}, {},", named.name, named.organisation) }
}

/// The first name, or the organisation.
#[must_use]
pub fn short(named: &Named) -> String {
    let first = named.name.split_whitespace().next().unwrap_or_default();
    if first.is_empty() { named.organisation.clone() } else { first.to_owned() }
}

fn at_start(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn plain(text: String) -> Sentence {
    Sentence { text, strong: false, phone: None }
}

/// The six lines in plain words.
#[must_use]
pub fn sheet(say: &Say, one: &Handover, lines: &Lines, limits: &Limits, now: Timestamp) -> Vec<Sentence> {
    let mut told = Vec::new();
    let mut add = |key: &str, value: &Option<String>| {
        if let Some(value) = value {
            told.push(plain(say.with(key, "what", value)));
        }
    };
    add("handovers-sheet-tonight", &lines.tonight);
    add("handovers-sheet-tonight-knows", &lines.tonight_knows);
    if let Some(meet) = one.state.meet_at {
        let what = lines.meet_who.clone().unwrap_or_default();
        told.push(plain(say.with2("handovers-sheet-meet", "when", at_start(&say.when(meet, now)), "what", what)));
    }
    let mut add = |key: &str, value: &Option<String>| {
        if let Some(value) = value {
            told.push(plain(say.with(key, "what", value)));
        }
    };
    add("handovers-sheet-medicine-until", &lines.medicine_until);
    add("handovers-sheet-medicine-at", &lines.medicine_at);
    if lines.spray {
        told.push(plain(say.t("handovers-sheet-spray")));
    }
    if lines.tolerance || matches!(one.cause, Cause::Discharge | Cause::Unplanned | Cause::Prison) {
        told.push(Sentence { strong: true, ..plain(say.t("handovers-sheet-tolerance")) });
    }
    if let Some(reach) = &lines.reach {
        told.push(plain(say.with("handovers-sheet-reach", "what", reach)));
    }
    if let Some(phone) = &lines.night_phone {
        let name = lines.night_name.clone().unwrap_or_else(|| one.sender.organisation.clone());
        told.push(Sentence {
            phone: Some(contact_item(&name, phone)),
            ..plain(say.with("handovers-sheet-night", "what", &name))
        });
    }
    told.extend(way_back(say, one, limits, now));
    told
}

/// Only where the specialist doctor has ticked it, and only as long as it lasts.
fn way_back(say: &Say, one: &Handover, limits: &Limits, now: Timestamp) -> Option<Sentence> {
    one.way_back_at?;
    let left = one.departed_at.or(one.departs_at).unwrap_or(now);
    let until = left.plus_minutes(limits.way_back_hours * 60);
    (now < until).then(|| Sentence {
        phone: Some(contact_item(&one.sender.name, &one.sender.phone)),
        ..plain(say.with("handovers-sheet-way-back", "hours", limits.way_back_hours))
    })
}

/// Who has it, and until when: the last line of the sheet.
#[must_use]
pub fn holds(say: &Say, one: &Handover) -> String {
    match (&one.state.phase, &one.receiver) {
        (Phase::Passed(_), Some(to)) => say.with("handovers-holds-now", "name", in_sentence(to)),
        (Phase::Gone, _) => String::new(),
        (Phase::Kept(_), _) => say.with("handovers-holds-now", "name", in_sentence(&one.sender)),
        (Phase::Offered(_) | Phase::Asked(_) | Phase::Accepted(_) | Phase::Missed(_), Some(to)) => {
            say.with2("handovers-holds-until", "name", in_sentence(&one.sender), "to", short(to))
        }
        _ => say.with("handovers-holds-until-somebody", "name", in_sentence(&one.sender)),
    }
}

/// The one to call: whoever holds it.
#[must_use]
pub fn holder(one: &Handover) -> Option<ContactItem> {
    let named = match (&one.state.phase, &one.receiver) {
        (Phase::Gone, _) => return None,
        (Phase::Passed(_), Some(to)) => to,
        _ => &one.sender,
    };
    Some(contact_item(&who(named), &named.phone))
}

/// The steps of the baton. For whoever holds it, they are «you».
#[must_use]
pub fn baton(say: &Say, one: &Handover, mine: bool, now: Timestamp) -> Vec<Step> {
    let me = who(&one.sender);
    let sender = if mine { say.with("handovers-you", "name", &me) } else { me };
    let receiver = one.receiver.as_ref().map(who);
    let meet = one.state.meet_at.map(|at| say.when(at, now)).unwrap_or_default();
    let step = |is, who: String, detail: String| Step { is, who, detail };
    match (&one.state.phase, receiver) {
        (Phase::Gone, _) => Vec::new(),
        (Phase::Passed(_), Some(to)) => {
            let at = one.done_at.map(|at| say.when(at, now)).unwrap_or_default();
            vec![
                step("had", sender, say.with("handovers-step-had", "when", &at)),
                step("now", to, say.with("handovers-step-now", "when", &at)),
            ]
        }
        (Phase::Offered(_) | Phase::Asked(_) | Phase::Accepted(_) | Phase::Missed(_), Some(to)) => {
            let said = matches!(one.state.phase, Phase::Accepted(_) | Phase::Missed(_));
            let until = if said { "handovers-step-until-met" } else { "handovers-step-until-both" };
            let next = if said { "handovers-step-said-yes" } else { "handovers-step-asked" };
            vec![
                step("now", sender, say.t(until)),
                step("next", to, say.t(next)),
                step("next", say.t("handovers-first-meeting"), meet),
            ]
        }
        _ => vec![
            step("now", sender, say.t("handovers-step-until-both")),
            step("next", say.t("handovers-step-nobody"), say.t("handovers-step-nobody-detail")),
        ],
    }
}

/// How far it has come, for those who work with it.
#[must_use]
pub fn state(say: &Say, one: &Handover, now: Timestamp) -> String {
    // «…til Kari.» ends the sentence; everywhere else it goes on.
    let ends = one.state.phase == Phase::Returned(Returned::Withdrawn);
    let to = one.receiver.as_ref().map(if ends { who } else { in_sentence }).unwrap_or_default();
    let due = one.state.due_at.map(|due| say.when(due, now)).unwrap_or_default();
    let told = |key: &str| say.with2(key, "to", &to, "when", &due);
    match &one.state.phase {
        Phase::Planned => told("handovers-state-planned"),
        Phase::Offered(_) if !one.state.agreed => told("handovers-state-waits-person"),
        Phase::Offered(_) => told("handovers-state-offered"),
        Phase::Asked(_) => told("handovers-state-asked"),
        Phase::Returned(why) => told(&format!("handovers-state-{}", why.key())),
        Phase::Accepted(_) => told("handovers-state-accepted"),
        Phase::Missed(_) => told("handovers-state-missed"),
        Phase::Passed(_) => told("handovers-state-passed"),
        Phase::Kept(why) => told(&format!("handovers-state-{}", why.key())),
        Phase::Gone => say.t("handovers-state-gone"),
    }
}

/// What was recorded when somebody left.
#[must_use]
pub fn departure(say: &Say, left: &Departure, now: Timestamp) -> Vec<(String, String)> {
    let row = |key: &str, value: String| (say.t(key), value);
    let yes_no = |done: super::store::lines::Done| say.t(&format!("handovers-{}", done.key()));
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| say.t("handovers-not-said"));
    vec![
        row("handovers-left-at", say.when(left.left_at, now)),
        row("handovers-left-medicines", text(&left.medicines)),
        row("handovers-left-tolerance", yes_no(left.tolerance)),
        row("handovers-left-spray", yes_no(left.spray)),
        row("handovers-left-contact", text(&left.contact)),
    ]
}

/// What happened, who did it, when, and what they said with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What.
    pub what: String,
    /// When.
    pub when: String,
    /// In whose words.
    pub words: String,
    /// They are the person's own.
    pub own: bool,
}

/// Draws what has happened.
#[must_use]
pub fn told(say: &Say, happened: &Happened, now: Timestamp) -> Told {
    let name = match (happened.name.is_empty(), happened.organisation.is_empty()) {
        (true, true) => say.t("handovers-the-person"),
        (true, false) => happened.organisation.clone(),
        (false, true) => happened.name.clone(),
        (false, false) => format!("{}, {},", happened.name, happened.organisation),
    };
    Told {
        what: say.with(&format!("handovers-happened-{}", happened.what), "name", name),
        when: say.when(happened.at, now),
        words: happened.words.clone().unwrap_or_default(),
        own: happened.what == "wished",
    }
}
