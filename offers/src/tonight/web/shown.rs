//! What several pages show alike: a place, a decision, and the time that is left.

use kernel::id::RowId;
use kernel::time::{Day, Timestamp};
use platform::access::Permit;
use platform::error::Error;
use platform::frame::{Counted, Say, ShownPlaces};
use platform::web::Asked;

use crate::tonight::nights::{Alarm, alarm, nights};
use crate::tonight::rules::State;
use crate::tonight::store::decisions::{Decision, Said};
use crate::tonight::store::desk::Limits;
use crate::tonight::store::places::Place;
use crate::tonight::store::requests::Request;
use crate::tonight::traits::Trait;

/// The request in the address; anything else is simply not there.
pub fn request_of(asked: &Asked) -> Result<RowId, Error> {
    RowId::parse(asked.param("request")).ok_or(Error::Missing)
}

/// The version a form was made from.
pub fn seen(asked: &Asked) -> i64 {
    asked.form.get("version").parse().unwrap_or(0)
}

/// A place as drawn.
pub struct PlaceView {
    /// Its id, in addresses and forms.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Which part of the town, and who runs it.
    pub meta: String,
    /// What it is like, in words.
    pub traits: Vec<String>,
    /// The mark of the check, with its day; or that nobody has checked it.
    pub quality: String,
    /// Whether somebody can be sent there.
    pub usable: bool,
    /// It takes nobody for now.
    pub closed: bool,
    /// The number and its age.
    pub shown: ShownPlaces,
}

/// Who the number is shown to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Staff read who confirmed it.
    Staff,
    /// Everyone else reads when.
    Anyone,
}

/// A place in words.
pub fn place(t: &Say, place: &Place, limits: &Limits, now: Timestamp, reader: Reader) -> PlaceView {
    let counted = Counted {
        places: place.places,
        confirmed_at: place.confirmed_at,
        confirmed_by: place.confirmed_by.as_deref().filter(|_| reader == Reader::Staff),
        limits: limits.ages,
        name: &place.name,
        phone: &place.phone,
    };
    let quality = match place.quality {
        Some((quality, on)) => t.with(&format!("tonight-quality-{}", quality.key()), "date", t.date_with_year(on)),
        None => t.t("tonight-quality-none"),
    };
    let unfit = matches!(place.quality, Some((crate::tonight::traits::Quality::Unfit, _)));
    PlaceView {
        id: place.id.to_string(),
        name: place.name.clone(),
        meta: format!("{} · {}", place.part_of_town, place.organisation_name),
        traits: place.traits.iter().map(|one| word(t, *one)).collect(),
        quality,
        usable: !place.closed && !unfit && !place.places.is_full(),
        closed: place.closed,
        shown: t.places(&counted, now),
    }
}

/// A fact about a place in words.
pub fn word(t: &Say, one: Trait) -> String {
    t.t(&format!("tonight-trait-{}", one.key()))
}

/// What somebody needs, in their own words when there are any.
pub fn own_words(t: &Say, request: &Request) -> (String, bool) {
    match &request.words {
        Some(words) => (words.clone(), true),
        None => (t.t("tonight-no-words"), false),
    }
}

/// What is left until it must be decided, in words and as a ring.
pub struct ClockView {
    /// «5 t igjen, i dag før kl. 24.00», or that it is over.
    pub words: String,
    /// 0 to 100.
    pub left: i64,
    /// Whether to hurry.
    pub late: bool,
}

/// The time that is left of a request that waits.
pub fn clock(t: &Say, request: &Request, now: Timestamp) -> Option<ClockView> {
    let State::Waiting { decide_by } = request.case.state else { return None };
    let left_s = decide_by.since_s(now);
    let words = if left_s < 0 {
        t.with("tonight-clock-over", "time", t.duration(-left_s))
    } else {
        t.with("tonight-clock-left", "time", t.duration(left_s))
    };
    let all_s = decide_by.since_s(request.asked_at).max(1);
    let left = (left_s.max(0) * 100 / all_s).min(100);
    Some(ClockView { words, left, late: left_s < 3 * 3600 })
}

/// A decision as the person reads it, and staff with them.
pub struct DecisionView {
    /// «Du kan sove på …»; or that it was a no.
    pub title: String,
    /// Where, how long, and the number to say in the door.
    pub lines: Vec<String>,
    /// The phone of the place.
    pub phone: Option<platform::frame::ContactItem>,
    /// Why, or a word with it.
    pub words: Option<String>,
    /// Who decided and when, and until when one can complain.
    pub decided: String,
    /// The right to complain.
    pub complain: String,
    /// What the person said to it.
    pub said: Option<String>,
    /// And in which words.
    pub said_words: Option<String>,
}

/// A decision in words. Where somebody with a protected address sleeps is shown to nobody but them.
pub fn decision(t: &Say, permit: &Permit, one: &Decision, now: Timestamp) -> DecisionView {
    let place_is_shown = permit.is_own() || permit.knows_whereabouts();
    let today = now.day();
    let given = one.given.as_ref();
    let title = match given {
        None => t.t("tonight-decided-no"),
        Some(_) if !place_is_shown => t.t("tonight-place-hidden"),
        Some(given) => given.name.clone(),
    };
    let mut lines = Vec::new();
    if let Some(given) = given.filter(|_| place_is_shown) {
        lines.push(given.part_of_town.clone());
        lines.push(t.with("tonight-slip", "n", given.slip));
    }
    if let Some(given) = given {
        lines.push(span_words(t, one, today));
        if given.missed_at.is_some() {
            lines.push(t.t("tonight-did-not-come"));
        } else if let Some(came) = given.came_at {
            lines.push(t.with("tonight-came", "when", t.when(came, now)));
        }
    }
    let decided = t.with2("tonight-decided-by", "name", &one.by, "when", t.when(one.at, now));
    DecisionView {
        title,
        lines,
        phone: given
            .filter(|given| place_is_shown && !given.phone.is_empty())
            .map(|given| platform::frame::contact_item(&given.name, &given.phone)),
        words: one.words.clone(),
        decided,
        complain: t.with("tonight-complain-by", "date", t.date_with_year(one.complain_by)),
        said: one.said.map(|said| t.t(&format!("tonight-said-{}", said.key()))),
        said_words: one.said_words.clone().filter(|_| one.said == Some(Said::NotSafe)),
    }
}

fn span_words(t: &Say, one: &Decision, today: Day) -> String {
    match one.left {
        Some(left) => t.with2("tonight-from-left", "from", t.near_day(one.from, today), "left", t.near_day(left, today)),
        None if one.through == one.from => t.with("tonight-one-night", "day", t.near_day(one.from, today)),
        None => {
            let through = t.near_day(one.through, today);
            t.with2("tonight-from-through", "from", t.near_day(one.from, today), "through", through)
        }
    }
}

/// How many nights, and whether it has lasted too long.
pub struct CountView {
    /// «12 netter siden 1. november».
    pub words: String,
    /// The warning, when there is one.
    pub alarm: Option<String>,
}

/// The count of a request's person.
pub fn count(
    t: &Say,
    request: &Request,
    decisions: &[Decision],
    requests: &[Request],
    limits: &Limits,
    now: Timestamp,
) -> Option<CountView> {
    let counted_from = request.counted_from?;
    let today = now.day();
    let along = |one: &&Decision| {
        let of = requests.iter().find(|request| request.id == one.request);
        of.and_then(|request| request.counted_from) == Some(counted_from)
    };
    let spans: Vec<_> = decisions.iter().filter(along).filter_map(Decision::span).collect();
    let n = nights(&spans, today);
    let words = t.with2("tonight-nights", "n", n, "since", t.date_with_year(counted_from));
    let alarm = match alarm(counted_from, today, limits.stay_months, limits.warn_days) {
        Alarm::Calm => None,
        Alarm::Soon { on } => Some(t.with("tonight-alarm-soon", "date", t.date_with_year(on))),
        Alarm::Over { on } => Some(t.with("tonight-alarm-over", "date", t.date_with_year(on))),
    };
    Some(CountView { words, alarm })
}
