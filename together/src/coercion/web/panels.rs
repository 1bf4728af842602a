//! What decisions show on pages that many share. Nothing on the page of one person: that page is for those the person shares
//! with, and a decision is shared with nobody.

use askama::Template;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Icons, Say};
use platform::web::html;

use crate::coercion::rules::{RECORDING, State, is_over};
use crate::coercion::{store, work};

#[derive(Template)]
#[template(path = "coercion/pages/home.html")]
struct HomePanel {
    frame: Icons,
    t: Say,
    lines: Vec<String>,
}

#[derive(Template)]
#[template(path = "coercion/pages/today.html")]
struct TodayPanel {
    frame: Icons,
    t: Say,
    near: usize,
}

#[derive(Template)]
#[template(path = "coercion/pages/beside_one.html")]
struct BesidePanel {
    frame: Icons,
    t: Say,
    href: String,
}

/// On `/hjem`: what holds now, until when, and the way to what one can do about it.
///
/// # Errors
/// A fault.
pub fn home(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let mut running = store::all(tx, own, ask.desk.now())?;
    running.retain(|one| one.standing.state == State::Running && !is_over(one.standing.days, ask.desk.now().day()));
    if running.is_empty() {
        return Ok(None);
    }
    let line = |one: &store::Decision| {
        let until = ask.say.date_with_year(one.standing.days.until);
        ask.say.with2("coercion-home-line", "place", &one.organisation_name, "until", until)
    };
    html(&HomePanel { frame: Icons::HERE, lines: running.iter().map(line).collect(), t: ask.say.clone() }).map(Some)
}

/// On `/i-dag`, for whoever sees to one: that a day is near. No name: it is not a list of persons.
///
/// # Errors
/// A fault.
pub fn today(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let (Some(me), Some(employer)) = (&actor.account, &actor.employer) else { return Ok(None) };
    if !RECORDING.contains(&actor.role) {
        return Ok(None);
    }
    let listed = store::for_me(tx, me, &employer.id, ask.desk.now(), None)?;
    let near = listed.iter().filter(|one| one.reminded || !one.mine).count();
    if near == 0 {
        return Ok(None);
    }
    html(&TodayPanel { frame: Icons::HERE, t: ask.say.clone(), near }).map(Some)
}

/// Beside one person, for those who may record such decisions about them: always there for these, so that it tells nothing.
///
/// # Errors
/// A fault.
pub fn beside_one(_tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let may = RECORDING.contains(&actor.role);
    let Some(permit) = ask.permit.filter(|permit| may && work::may_see_to(permit)) else { return Ok(None) };
    let href = format!("/folk/{}/vedtak", permit.person());
    html(&BesidePanel { frame: Icons::HERE, t: ask.say.clone(), href }).map(Some)
}
