//! A referral in words.

use kernel::area::Areas;
use kernel::time::Timestamp;
use platform::frame::{ContactItem, Say, contact_item};

use crate::referrals::rules::{End, State};
use crate::referrals::store::events::Event;
use crate::referrals::store::referrals::Referral;

/// A referral as drawn.
pub struct ShownReferral {
    /// Who asks.
    pub sender: String,
    /// Who is asked.
    pub receiver: String,
    /// The number to call there.
    pub phone: Option<ContactItem>,
    /// What it is about.
    pub area: String,
    /// What is opened.
    pub sees: Vec<String>,
    /// What somebody wrote.
    pub words: String,
    /// Where it stands, in one sentence.
    pub state: String,
    /// Who has it.
    pub holder: String,
    /// Until when what is opened is open.
    pub until: String,
    /// It goes by link.
    pub by_link: bool,
    /// The phone is shown with the link.
    pub phone_shown: bool,
}

/// Areas as names.
#[must_use]
pub fn areas(say: &Say, areas: Areas) -> Vec<String> {
    areas.iter().map(|area| say.t(&format!("area-{}", area.key()))).collect()
}

/// Whoever asks, inside a sentence: «Kari Nes på MO-senteret», or the person.
#[must_use]
pub fn sender(say: &Say, one: &Referral, own: bool) -> String {
    match (&one.sender, own) {
        (Some(_), _) => say.with2("referrals-who-at", "name", &one.sender_person, "where", &one.sender_name),
        (None, true) => say.t("referrals-you"),
        (None, false) => say.t("referrals-the-person"),
    }
}

/// Where it stands.
#[must_use]
pub fn state(say: &Say, one: &Referral, own: bool, now: Timestamp) -> String {
    let to = if own { "you" } else { "staff" };
    let when = one.closed_at.or(one.sent_at).unwrap_or(one.made_at);
    let why = match one.state {
        State::Closed(End::Refused(why)) => say.t(&format!("referrals-why-{}", why.key())),
        _ => String::new(),
    };
    let key = match one.state {
        State::Sent if one.by_link() => "link".to_owned(),
        other => other.key().to_owned(),
    };
    say.put(
        &format!("referrals-state-{key}-{to}"),
        &[("who", one.receiver_name.clone()), ("when", say.near_day(when.day(), now.day())), ("why", why)],
    )
}

/// A referral in words.
#[must_use]
pub fn referral(say: &Say, one: &Referral, own: bool, now: Timestamp) -> ShownReferral {
    let holder = if one.holder_name.is_empty() || one.holder_left || !one.state.is_with_receiver() {
        String::new()
    } else {
        let at = if one.by_link() { &one.sender_name } else { &one.receiver_name };
        say.with2("referrals-who-at", "name", &one.holder_name, "where", at)
    };
    ShownReferral {
        sender: sender(say, one, own),
        receiver: one.receiver_name.clone(),
        phone: one.receiver_phone.as_deref().map(|phone| contact_item("", phone)),
        area: say.t(&format!("area-{}", one.area.key())),
        sees: if one.by_link() { Vec::new() } else { areas(say, one.areas.with(one.area)) },
        words: one.words.clone(),
        state: state(say, one, own, now),
        holder,
        until: one.share_until.map(|until| say.day(until.day(), now.day())).unwrap_or_default(),
        by_link: one.by_link(),
        phone_shown: one.phone_shown,
    }
}

/// Something that happened, as drawn.
pub struct ShownEvent {
    /// What, and by whom.
    pub what: String,
    /// When.
    pub when: String,
    /// What was written.
    pub words: String,
}

/// What happened, in words.
#[must_use]
pub fn event(say: &Say, one: &Referral, event: &Event, now: Timestamp) -> ShownEvent {
    let who = match event.by.as_str() {
        "person" => say.t("referrals-by-person"),
        "machine" => say.t("referrals-by-machine"),
        "link" => one.receiver_name.clone(),
        _ if event.name.is_empty() => one.sender_name.clone(),
        _ => event.name.clone(),
    };
    ShownEvent {
        what: say.with(&format!("referrals-happened-{}", event.what), "name", who),
        when: say.when(event.at, now),
        words: event.words.clone().unwrap_or_default(),
    }
}

/// The last question and nothing after it: what waits for an answer.
#[must_use]
pub fn question(one: &Referral, events: &[Event]) -> Option<String> {
    let asked = events.iter().rev().find(|event| event.what == "question")?;
    (one.state == State::Questioned).then(|| asked.words.clone().unwrap_or_default())
}
