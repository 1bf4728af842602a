//! Units and stays in words.

use kernel::id::OrganisationId;
use kernel::time::{Day, Timestamp};
use platform::access::Permit;
use platform::frame::{ContactItem, Counted, Say, ShownPlaces, contact_item, initials};

use super::choices::Journey;
use super::limits::Limits;
use super::rules::State;
use super::store::stays::Stay;
use super::store::units::{DayFigures, Unit};

/// A unit as drawn.
#[derive(Clone, Debug)]
pub struct ShownUnit {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// «Avrusning · for voksne over 18 år».
    pub about: String,
    /// Its number.
    pub places: ShownPlaces,
    /// The reader works there and may change the number.
    pub mine: bool,
    /// The version the buttons carry.
    pub version: i64,
    /// Takes nobody now, in words.
    pub closed: Option<String>,
    /// Takes people without a referral, in words.
    pub without_referral: Option<String>,
    /// Whether one more can be free, and whether one less.
    pub up: bool,
    /// One less.
    pub down: bool,
}

/// Draws a unit.
#[must_use]
pub fn unit(say: &Say, unit: &Unit, limits: &Limits, here: Option<&OrganisationId>, now: Timestamp) -> ShownUnit {
    let counted = Counted {
        places: unit.board,
        confirmed_at: unit.confirmed_at,
        confirmed_by: unit.confirmed_by.as_deref(),
        limits: limits.age,
        name: &unit.about.name,
        phone: &unit.about.phone,
    };
    let kind = say.t(&format!("beds-kind-{}", unit.about.kind.key()));
    ShownUnit {
        id: unit.id.to_string(),
        name: unit.about.name.clone(),
        about: if unit.about.target.is_empty() { kind } else { format!("{kind} · {}", unit.about.target) },
        places: say.places(&counted, now),
        mine: here == Some(&unit.organisation),
        version: unit.version,
        closed: unit.about.closed.then(|| say.t("beds-closed-now")),
        without_referral: unit.about.without_referral.then(|| say.t("beds-without-referral")),
        up: unit.board.taken() > 0,
        down: !unit.board.is_full(),
    }
}

/// A day of a unit in figures, as drawn.
#[derive(Clone, Debug)]
pub struct ShownDay {
    /// Which.
    pub day: String,
    /// «2 av 8».
    pub free: String,
    /// Questions.
    pub asked: i64,
    /// Noes.
    pub refused: i64,
}

/// Draws the figures of a unit.
#[must_use]
pub fn figures(say: &Say, days: &[DayFigures], now: Timestamp) -> Vec<ShownDay> {
    let day = |one: &DayFigures| ShownDay {
        day: match now.day().since(one.day) {
            0 | 1 => say.near_day(one.day, now.day()),
            _ => short(one.day),
        },
        free: say.with2("beds-free-of", "free", one.free, "total", one.total),
        asked: one.asked,
        refused: one.refused,
    };
    days.iter().map(day).collect()
}

/// `20.11.`: a row of a table.
fn short(day: Day) -> String {
    let (_, month, of_month) = day.parts();
    format!("{of_month:02}.{month:02}.")
}

/// A stay as staff read it.
#[derive(Clone, Debug)]
pub struct ShownStay {
    /// Its page.
    pub href: String,
    /// Whose.
    pub name: String,
    /// For the stone.
    pub initials: String,
    /// Where it stands, in one line.
    pub state: String,
    /// Who asked and what comes after.
    pub meta: String,
    /// What whoever asked wants the ward to know.
    pub words: Option<String>,
    /// Cannot wait.
    pub acute: bool,
    /// The journey home in words, while the person is here or has gone.
    pub journey: Option<String>,
    /// Nobody has been asked to take over.
    pub alone: bool,
    /// The unit's phone.
    pub phone: ContactItem,
}

/// Draws a stay for staff.
#[must_use]
pub fn stay(say: &Say, permit: &Permit, stay: &Stay, now: Timestamp) -> ShownStay {
    let name = permit.card().name.clone().unwrap_or_else(|| say.t("beds-no-name"));
    let came = matches!(stay.case.state, State::Begun | State::Ended);
    ShownStay {
        href: format!("/inneliggende/{}", stay.id),
        initials: initials(&name),
        name,
        state: state(say, stay, now),
        meta: meta(say, stay, now),
        words: stay.words.clone(),
        acute: stay.acute,
        journey: came.then(|| say.t(&format!("beds-journey-{}", stay.case.journey.key()))),
        alone: came && stay.case.journey == Journey::None,
        phone: contact_item(&stay.unit_name, &stay.unit_phone),
    }
}

fn state(say: &Say, stay: &Stay, now: Timestamp) -> String {
    let unit = &stay.unit_name;
    match stay.case.state {
        State::Asked => match stay.no {
            Some((at, why)) => {
                let why = say.t(&format!("beds-why-{}", why.key()));
                say.put("beds-state-no", &[("unit", unit.clone()), ("why", why), ("when", say.when(at, now))])
            }
            None => say.with("beds-state-asked", "unit", unit),
        },
        State::Offered { come_at } => {
            let key = if stay.coming_at.is_some() { "beds-state-offered-yes" } else { "beds-state-offered" };
            say.with2(key, "unit", unit, "when", say.when(come_at, now))
        }
        State::Begun => {
            let since = stay.begun_at.map_or_else(String::new, |at| say.near_day(at.day(), now.day()));
            match stay.leaving_on {
                Some(day) => {
                    let until = say.near_day(day, now.day());
                    say.put("beds-state-begun-until", &[("unit", unit.clone()), ("since", since), ("until", until)])
                }
                None => say.with2("beds-state-begun", "unit", unit, "since", since),
            }
        }
        State::Ended => {
            let when = stay.over_at.map_or_else(String::new, |at| say.when(at, now));
            let how = stay.how.map_or("planned", super::choices::How::key);
            say.with2(&format!("beds-state-ended-{how}"), "unit", unit, "when", when)
        }
        State::Withdrawn => say.with("beds-state-withdrawn", "unit", unit),
    }
}

fn meta(say: &Say, stay: &Stay, now: Timestamp) -> String {
    let when = say.when(stay.asked_at, now);
    let asked = match (&stay.asked_by, &stay.asked_from_name) {
        (Some(name), Some(place)) => {
            say.put("beds-asked-by", &[("name", name.clone()), ("place", place.clone()), ("when", when)])
        }
        _ => say.with("beds-asked-self", "when", when),
    };
    let next = say.t(&format!("beds-next-{}", stay.next_step.key()));
    format!("{asked} {}", say.with("beds-afterwards", "next", next))
}

/// A stay as the person reads it.
#[derive(Clone, Debug)]
pub struct OwnStay {
    /// Its id.
    pub id: String,
    /// Where it stands, in plain words.
    pub says: String,
    /// What comes after, and who takes over.
    pub after: String,
    /// Who asked for them.
    pub asked: String,
    /// Whom to call.
    pub phone: ContactItem,
    /// Whether the question can be taken back.
    pub can_withdraw: bool,
    /// Whether a place is held: taking it back gives it to somebody else.
    pub held: bool,
    /// Whether the person has said that they come.
    pub coming: bool,
    /// The version the button carries.
    pub version: i64,
    /// Something can still come of it.
    pub open: bool,
}

/// Draws a stay for the person.
#[must_use]
pub fn own(say: &Say, stay: &Stay, now: Timestamp) -> OwnStay {
    let unit = &stay.unit_name;
    let day = |at: Option<Timestamp>| at.map_or_else(String::new, |at| say.near_day(at.day(), now.day()));
    let says = match stay.case.state {
        State::Asked => match stay.no {
            Some((_, why)) => say.with(&format!("beds-own-no-{}", why.key()), "unit", unit),
            None => say.with("beds-own-asked", "unit", unit),
        },
        State::Offered { come_at } => say.with2("beds-own-offered", "unit", unit, "when", say.when(come_at, now)),
        State::Begun => say.with2("beds-own-begun", "unit", unit, "day", day(stay.begun_at)),
        State::Ended => say.with2("beds-own-ended", "unit", unit, "day", day(stay.over_at)),
        State::Withdrawn => say.with("beds-own-withdrawn", "unit", unit),
    };
    let next = say.t(&format!("beds-next-{}", stay.next_step.key()));
    let came = matches!(stay.case.state, State::Begun | State::Ended);
    let after = say.with("beds-afterwards", "next", next);
    let after = if came { format!("{after} {}", say.t(&format!("beds-own-journey-{}", stay.case.journey.key()))) } else { after };
    let asked = match (&stay.asked_by, &stay.asked_from_name) {
        (Some(name), Some(place)) => say.with2("beds-own-asked-by", "name", name, "place", place),
        _ => say.t("beds-own-asked-self"),
    };
    let held = matches!(stay.case.state, State::Offered { .. });
    OwnStay {
        id: stay.id.to_string(),
        says,
        after,
        asked,
        phone: contact_item(unit, &stay.unit_phone),
        can_withdraw: held || stay.case.state == State::Asked,
        held,
        coming: stay.coming_at.is_some(),
        version: stay.case.version,
        open: stay.case.state.is_open(),
    }
}
