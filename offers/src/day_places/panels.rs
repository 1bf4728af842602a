//! What this part shows on pages that many share.

use askama::Template;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{FormIcons, Say};
use platform::web::html;

use super::limits;
use super::rules::State;
use super::shown::{self, ShownAsk, ShownUnit};
use super::store::{asks, units};
use super::web::{ASKING, RUNNING};

/// Most rows of one list on a shared page.
const ROWS: usize = 5;

#[derive(Template)]
#[template(path = "day_places/pages/board.html")]
struct BoardPanel {
    frame: FormIcons,
    t: Say,
    units: Vec<ShownUnit>,
}

#[derive(Template)]
#[template(path = "day_places/pages/today.html")]
struct TodayPanel {
    frame: FormIcons,
    t: Say,
    rows: Vec<ShownAsk>,
}

#[derive(Template)]
#[template(path = "day_places/pages/one_person.html")]
struct OnePersonPanel {
    t: Say,
    rows: Vec<ShownAsk>,
}

#[derive(Template)]
#[template(path = "day_places/pages/to_own.html")]
struct ToOwnPanel {
    frame: FormIcons,
    t: Say,
    line: String,
}

#[derive(Template)]
#[template(path = "day_places/pages/to_ask.html")]
struct ToAskPanel {
    frame: FormIcons,
    t: Say,
    href: String,
}

/// On `/plasser`: day offers and their numbers.
///
/// # Errors
/// A fault.
pub fn board(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let (page, _) = units::page(tx, None)?;
    if page.is_empty() {
        return Ok(None);
    }
    let (limits, actor) = (limits::load(tx, ask.desk.now())?, &ask.desk.ctx().actor);
    let here = actor.employer.as_ref().map(|employer| &employer.id).filter(|_| RUNNING.contains(&actor.role));
    let units = page.iter().map(|unit| shown::unit(ask.say, unit, &limits, here, ask.desk.now())).collect();
    html(&BoardPanel { frame: FormIcons::new(ask.desk.app(), ask.desk.ctx()), t: ask.say.clone(), units }).map(Some)
}

/// On `/i-dag` of those who run an offer: who asks, by the name they chose.
///
/// # Errors
/// A fault.
pub fn today(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    if !RUNNING.contains(&actor.role) || actor.employer.is_none() {
        return Ok(None);
    }
    let (mut found, _) = asks::page(tx, ask.desk, false, None)?;
    found.truncate(ROWS);
    if found.is_empty() {
        return Ok(None);
    }
    let rows = found.iter().map(|one| shown::ask(ask.say, one, ask.desk.now())).collect();
    html(&TodayPanel { frame: FormIcons::new(ask.desk.app(), ask.desk.ctx()), t: ask.say.clone(), rows }).map(Some)
}

/// Under `/hjem`: the way to something to do, and where the last question stands.
///
/// # Errors
/// A fault.
pub fn to_own(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let found = asks::all(tx, ask.desk, own)?;
    let open = found.iter().find(|one| one.case.state.is_open());
    let line = open.map_or_else(|| ask.say.t("day-places-row-text"), |one| shown::ask(ask.say, one, ask.desk.now()).own);
    html(&ToOwnPanel { frame: FormIcons::new(ask.desk.app(), ask.desk.ctx()), t: ask.say.clone(), line }).map(Some)
}

/// On the page of one person: the day places the permit shows.
///
/// # Errors
/// A fault.
pub fn one_person(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit else { return Ok(None) };
    let mut found = asks::all(tx, ask.desk, permit)?;
    found.retain(|one| one.case.state != State::Withdrawn);
    found.truncate(ROWS);
    if found.is_empty() {
        return Ok(None);
    }
    let rows = found.iter().map(|one| shown::ask(ask.say, one, ask.desk.now())).collect();
    html(&OnePersonPanel { t: ask.say.clone(), rows }).map(Some)
}

/// Beside one person, for those who ask for somebody: the way to the form. Not in a preview.
///
/// # Errors
/// A fault.
pub fn to_ask(_tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let may = ASKING.contains(&actor.role) && actor.session.is_some();
    let Some(permit) = ask.permit.filter(|_| may) else { return Ok(None) };
    let href = format!("/folk/{}/dagplass", permit.person());
    html(&ToAskPanel { frame: FormIcons::new(ask.desk.app(), ask.desk.ctx()), t: ask.say.clone(), href }).map(Some)
}
