//! What this part shows on pages that many share.

use askama::Template;
use kernel::role::Role;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{FormIcons, Say};
use platform::web::html;

use super::rules::State;
use super::shown::{self, OwnStay, ShownStay, ShownUnit};
use super::store::lists::{self, List, Shelf};
use super::store::{stays, units};
use super::web::ASKING;
use super::{WARD, limits};

/// Most rows of one list on a shared page.
const ROWS: usize = 5;
/// How long after somebody has gone their own home page still says so, when nobody has met them.
const GONE_DAYS: i64 = 30;

#[derive(Template)]
#[template(path = "beds/pages/board.html")]
struct BoardPanel {
    frame: FormIcons,
    t: Say,
    units: Vec<ShownUnit>,
    more: bool,
}

#[derive(Template)]
#[template(path = "beds/pages/home.html")]
struct HomePanel {
    frame: FormIcons,
    t: Say,
    stays: Vec<OwnStay>,
}

#[derive(Template)]
#[template(path = "beds/pages/today.html")]
struct TodayPanel {
    frame: FormIcons,
    t: Say,
    alone: Vec<ShownStay>,
    asking: Vec<ShownStay>,
    gone: Vec<ShownStay>,
}

#[derive(Template)]
#[template(path = "beds/pages/today_aside.html")]
struct AsidePanel {
    frame: FormIcons,
    t: Say,
    units: Vec<ShownUnit>,
}

#[derive(Template)]
#[template(path = "beds/pages/one_person.html")]
struct OnePersonPanel {
    t: Say,
    stays: Vec<ShownStay>,
}

#[derive(Template)]
#[template(path = "beds/pages/to_ask.html")]
struct ToAskPanel {
    frame: FormIcons,
    t: Say,
    href: String,
}

#[derive(Template)]
#[template(path = "beds/pages/to_own.html")]
struct ToOwnPanel {
    frame: FormIcons,
    t: Say,
}

fn drawn(tx: &mut Tx<'_>, ask: &PanelAsk<'_>, found: &[units::Unit]) -> Result<Vec<ShownUnit>, Error> {
    let limits = limits::load(tx, ask.desk.now())?;
    let actor = &ask.desk.ctx().actor;
    let here = actor.employer.as_ref().map(|employer| &employer.id).filter(|_| WARD.contains(&actor.role));
    Ok(found.iter().map(|unit| shown::unit(ask.say, unit, &limits, here, ask.desk.now())).collect())
}

/// On `/plasser`: the wards and their numbers.
///
/// # Errors
/// A fault.
pub fn board(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let (page, next) = units::page(tx, None)?;
    if page.is_empty() {
        return Ok(None);
    }
    let (units, more) = (drawn(tx, ask, &page)?, next.is_some());
    html(&BoardPanel { frame: FormIcons::new(ask.desk.app(), ask.desk.ctx()), t: ask.say.clone(), units, more }).map(Some)
}

/// Beside `/i-dag`, for those who ask: what is free, and the way to all places. Where nothing is free the first ones say so.
///
/// # Errors
/// A fault.
pub fn today_aside(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    if !ASKING.contains(&ask.desk.ctx().actor.role) {
        return Ok(None);
    }
    let mut found = units::with_free(tx)?;
    if found.is_empty() {
        found = units::page(tx, None)?.0;
    }
    found.truncate(ROWS);
    if found.is_empty() {
        return Ok(None);
    }
    let units = drawn(tx, ask, &found)?;
    html(&AsidePanel { frame: FormIcons::new(ask.desk.app(), ask.desk.ctx()), t: ask.say.clone(), units }).map(Some)
}

/// On `/hjem`: the person's own place in plain words.
///
/// # Errors
/// A fault.
pub fn home(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let now = ask.desk.now();
    let mut found = stays::all(tx, ask.desk, own)?;
    found.retain(|stay| {
        let lately = stay.over_at.is_some_and(|over| now < over.plus_days(GONE_DAYS));
        let unmet = stay.case.state == State::Ended && stay.case.journey != super::choices::Journey::Passed;
        stay.case.state.is_open() || (lately && unmet)
    });
    if found.is_empty() {
        return Ok(None);
    }
    let stays = found.iter().map(|stay| shown::own(ask.say, stay, now)).collect();
    html(&HomePanel { frame: FormIcons::new(ask.desk.app(), ask.desk.ctx()), t: ask.say.clone(), stays }).map(Some)
}

/// Under `/hjem`: the way to ask for a place, also when there has never been one.
///
/// # Errors
/// A fault.
pub fn to_own(_tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    if !ask.permit.is_some_and(platform::access::Permit::is_own) {
        return Ok(None);
    }
    html(&ToOwnPanel { frame: FormIcons::new(ask.desk.app(), ask.desk.ctx()), t: ask.say.clone() }).map(Some)
}

/// On `/i-dag` of a ward: who has no planned journey home, who asks, who has gone without being met.
///
/// # Errors
/// A fault.
pub fn today(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let Some(employer) = actor.employer.clone().filter(|_| WARD.contains(&actor.role)) else { return Ok(None) };
    let gone_since = limits::load(tx, ask.desk.now())?.gone_since(ask.desk.now());
    let mut shelf = |shelf: Shelf| -> Result<Vec<ShownStay>, Error> {
        let list = List { ward: employer.id.clone(), shelf, gone_since };
        let opened = lists::first(tx, ask.desk, &list, ROWS)?;
        Ok(opened.iter().map(|(permit, stay)| shown::stay(ask.say, permit, stay, ask.desk.now())).collect())
    };
    let (alone, asking, gone) = (shelf(Shelf::Here)?, shelf(Shelf::Asking)?, shelf(Shelf::Gone)?);
    if alone.is_empty() && asking.is_empty() && gone.is_empty() {
        return Ok(None);
    }
    html(&TodayPanel { frame: FormIcons::new(ask.desk.app(), ask.desk.ctx()), t: ask.say.clone(), alone, asking, gone }).map(Some)
}

/// On the page of one person: the places the permit shows. What was taken back is nobody's news.
///
/// # Errors
/// A fault.
pub fn one_person(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit else { return Ok(None) };
    let mut found = stays::all(tx, ask.desk, permit)?;
    found.retain(|stay| stay.case.state != State::Withdrawn);
    found.truncate(ROWS);
    if found.is_empty() {
        return Ok(None);
    }
    let stays = found.iter().map(|stay| shown::stay(ask.say, permit, stay, ask.desk.now())).collect();
    html(&OnePersonPanel { t: ask.say.clone(), stays }).map(Some)
}

/// Beside one person, for those who ask a ward: the way to the form. Not in a preview.
///
/// # Errors
/// A fault.
pub fn to_ask(_tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let may = ASKING.contains(&actor.role) && actor.role != Role::Person && actor.session.is_some();
    let Some(permit) = ask.permit.filter(|_| may) else { return Ok(None) };
    let href = format!("/folk/{}/plass", permit.person());
    html(&ToAskPanel { frame: FormIcons::new(ask.desk.app(), ask.desk.ctx()), t: ask.say.clone(), href }).map(Some)
}
