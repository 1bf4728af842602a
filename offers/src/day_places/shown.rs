//! Day offers and questions in words.

use kernel::id::OrganisationId;
use kernel::time::Timestamp;
use platform::frame::{ContactItem, Counted, Say, ShownPlaces, contact_item};

use super::limits::Limits;
use super::rules::State;
use super::store::asks::Ask;
use super::store::units::Unit;

/// A day offer as drawn.
#[derive(Clone, Debug)]
pub struct ShownUnit {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// «Noe å gjøre · Kafé Kompass · tirsdag og torsdag».
    pub about: String,
    /// What one does there.
    pub what: String,
    /// Who may come.
    pub who: String,
    /// Takes nobody now, in words.
    pub closed: Option<String>,
    /// Its number.
    pub places: ShownPlaces,
    /// The reader works there and may change it.
    pub mine: bool,
    /// The version the buttons carry.
    pub version: i64,
    /// Whether one more can be free.
    pub up: bool,
    /// Whether one less can.
    pub down: bool,
}

/// Draws an offer. On pages outside the service nobody's name stands beside the number.
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
    let about = [&say.t(&format!("day-places-kind-{}", unit.about.kind.key())), &unit.organisation_name, &unit.about.days];
    let about: Vec<&str> = about.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    ShownUnit {
        id: unit.id.to_string(),
        name: unit.about.name.clone(),
        about: about.join(" · "),
        what: unit.about.what.clone(),
        who: say.t(if unit.about.clear_headed { "day-places-clear-headed" } else { "day-places-everyone" }),
        closed: unit.about.closed.then(|| say.t("day-places-closed-now")),
        places: say.places(&counted, now),
        mine: here == Some(&unit.organisation),
        version: unit.version,
        up: unit.board.taken() > 0,
        down: !unit.board.is_full(),
    }
}

/// A question as drawn.
#[derive(Clone, Debug)]
pub struct ShownAsk {
    /// Its id.
    pub id: String,
    /// What they want to be called there.
    pub called: String,
    /// Where it stands, for those who run the offer and for colleagues.
    pub state: String,
    /// Where it stands, for the person.
    pub own: String,
    /// When it was asked and by whom.
    pub meta: String,
    /// What they wrote.
    pub words: Option<String>,
    /// Whom to call.
    pub phone: ContactItem,
    /// The version the buttons carry.
    pub version: i64,
    /// Something can still come of it.
    pub open: bool,
    /// They have a place.
    pub placed: bool,
    /// Whoever reads may take it back.
    pub may_leave: bool,
}

/// Draws a question.
#[must_use]
pub fn ask(say: &Say, ask: &Ask, now: Timestamp) -> ShownAsk {
    let unit = ask.unit_name.clone();
    let told = |of: &str| match (ask.case.state, ask.no) {
        (State::Asked, Some((_, why))) => say.with(&format!("day-places-{of}-no-{}", why.key()), "unit", &unit),
        (State::Asked, None) => say.with(&format!("day-places-{of}-asked"), "unit", &unit),
        (State::Placed { start_on }, _) => {
            let day = say.near_day(start_on, now.day());
            let key = if start_on > now.day() { "starts" } else { "placed" };
            say.with2(&format!("day-places-{of}-{key}"), "unit", &unit, "day", day)
        }
        (State::Ended, _) => say.with(&format!("day-places-{of}-ended"), "unit", &unit),
        (State::Withdrawn, _) => say.with(&format!("day-places-{of}-withdrawn"), "unit", &unit),
    };
    let when = say.when(ask.asked_at, now);
    ShownAsk {
        id: ask.id.to_string(),
        called: ask.called.clone(),
        state: told("state"),
        own: told("own"),
        meta: match &ask.asked_by {
            Some(name) => say.with2("day-places-asked-by", "name", name, "when", when),
            None => say.with("day-places-asked-self", "when", when),
        },
        words: ask.words.clone(),
        phone: contact_item(&unit, &ask.unit_phone),
        version: ask.case.version,
        open: ask.case.state.is_open(),
        placed: matches!(ask.case.state, State::Placed { .. }),
        may_leave: false,
    }
}
