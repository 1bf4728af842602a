//! What appointments show on pages that many share.

use askama::Template;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{FormIcons, Say};
use platform::web::html;

use super::from;
use crate::appointments::rules::Standing;
use crate::appointments::shown::{Shown, shown};
use crate::appointments::store::lists::{self, Span};

/// Rows on the page of one person.
const ROWS: usize = 3;

#[derive(Template)]
#[template(path = "appointments/pages/panel_home.html")]
struct HomePanel {
    frame: FormIcons,
    t: Say,
    one: Shown,
}

#[derive(Template)]
#[template(path = "appointments/pages/panel_today.html")]
struct TodayPanel {
    frame: FormIcons,
    t: Say,
    rows: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "appointments/pages/panel_person.html")]
struct PersonPanel {
    t: Say,
    rows: Vec<Shown>,
    linked: bool,
}

#[derive(Template)]
#[template(path = "appointments/pages/panel_make.html")]
struct MakePanel {
    frame: FormIcons,
    t: Say,
    href: String,
}

#[derive(Template)]
#[template(path = "appointments/pages/panel_more.html")]
struct MorePanel {
    frame: FormIcons,
    t: Say,
}

/// In the quiet list under `/hjem`: the way to all of them, also when there is none.
///
/// # Errors
/// A fault.
pub fn more(_: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    html(&MorePanel { frame: FormIcons::new(ask.desk.app(), ask.desk.ctx()), t: ask.say.clone() }).map(Some)
}

/// On `/hjem`, right after the contact: the next appointment that stands, with three ready answers. Where none stands it is said
/// that the next one is off; `/avtaler` tells of them all.
///
/// # Errors
/// A fault.
pub fn home(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let now = ask.desk.now();
    let mut next = lists::planned(tx, ask.desk, own, 1)?;
    if next.is_empty() {
        next = lists::coming(tx, ask.desk, own, &from(now))?.0;
    }
    let Some(next) = next.first() else { return Ok(None) };
    html(&HomePanel {
        frame: FormIcons::new(ask.desk.app(), ask.desk.ctx()),
        t: ask.say.clone(),
        one: shown(ask.say, own, next, now),
    })
    .map(Some)
}

/// On `/i-dag`: today's appointments of the asker's; on a day with more than a page of them, those still to come.
///
/// # Errors
/// A fault.
pub fn today(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let now = ask.desk.now();
    let midnight = now.day().at(kernel::time::Clock::MIDNIGHT);
    let until = now.day().end();
    let (mut listed, more) = lists::mine(tx, ask.desk, &Span { after: from(midnight), until })?;
    if more.is_some() {
        listed = lists::mine(tx, ask.desk, &Span { after: from(now), until })?.0;
    }
    if listed.is_empty() {
        return Ok(None);
    }
    let rows = listed.iter().map(|(permit, one)| shown(ask.say, permit, one, now)).collect();
    html(&TodayPanel { frame: FormIcons::new(ask.desk.app(), ask.desk.ctx()), t: ask.say.clone(), rows }).map(Some)
}

/// On the page of one person: the next appointments this permit shows, and those that are off where there is room. The same under
/// a preview.
///
/// # Errors
/// A fault.
pub fn one_person(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit.filter(|permit| !permit.is_own()) else { return Ok(None) };
    let now = ask.desk.now();
    let mut next = lists::planned(tx, ask.desk, permit, ROWS)?;
    if next.len() < ROWS {
        let (coming, _) = lists::coming(tx, ask.desk, permit, &from(now))?;
        next.extend(coming.into_iter().filter(|one| one.state.standing != Standing::Planned).take(ROWS - next.len()));
        next.sort_by_key(|one| one.state.at);
    }
    if next.is_empty() {
        return Ok(None);
    }
    let rows = next.iter().map(|one| shown(ask.say, permit, one, now)).collect();
    let linked = ask.desk.ctx().actor.role.is_staff();
    html(&PersonPanel { t: ask.say.clone(), rows, linked }).map(Some)
}

/// Beside one person: the way to make one. Not in a preview and not for relatives.
///
/// # Errors
/// A fault.
pub fn to_make(_: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let staff = |permit: &&platform::access::Permit| !permit.is_own() && actor.role.is_staff() && !permit.areas().is_empty();
    let Some(permit) = ask.permit.filter(staff) else { return Ok(None) };
    let href = format!("/avtaler/ny/{}", permit.person());
    html(&MakePanel { frame: FormIcons::new(ask.desk.app(), ask.desk.ctx()), t: ask.say.clone(), href }).map(Some)
}
