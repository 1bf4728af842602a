//! What meetings show on pages that many share.

use askama::Template;
use kernel::id::RowId;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Icons, Say};
use platform::web::html;

use super::list::row;
use crate::meetings::rules::Phase;
use crate::meetings::shown::{Shown, meeting};
use crate::meetings::store::lists::{self, After};

#[derive(Template)]
#[template(path = "meetings/pages/panel_home.html")]
struct HomePanel {
    frame: Icons,
    t: Say,
    coming: Option<Shown>,
    minutes: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "meetings/pages/panel_today.html")]
struct TodayPanel {
    frame: Icons,
    t: Say,
    rows: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "meetings/pages/panel_call.html")]
struct CallPanel {
    frame: Icons,
    t: Say,
    href: String,
}

#[derive(Template)]
#[template(path = "meetings/pages/panel_more.html")]
struct MorePanel {
    frame: Icons,
    t: Say,
}

/// In the quiet list under `/hjem`: the way to all of them, also when there is none.
///
/// # Errors
/// A fault.
pub fn more(_: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    html(&MorePanel { frame: Icons::HERE, t: ask.say.clone() }).map(Some)
}

/// On `/hjem`: the next meeting with the way to the person's own list, and minutes that wait for the person.
///
/// # Errors
/// A fault.
pub fn home(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let now = ask.desk.now();
    let coming = lists::coming(tx, own, now)?.into_iter().find(|one| one.phase != Phase::Cancelled);
    // A meeting may be held before the day it was called for.
    let start = After { at: now.plus_days(366), id: RowId::from_bits(0) };
    let (been, _) = lists::been(tx, own, &start)?;
    let waiting = been.iter().filter(|one| one.seen_at.is_none() && one.at > now.plus_days(-60));
    let minutes: Vec<Shown> = waiting.take(2).map(|one| meeting(ask.say, own, one, now)).collect();
    let coming = coming.map(|one| meeting(ask.say, own, &one, now));
    if coming.is_none() && minutes.is_empty() {
        return Ok(None);
    }
    html(&HomePanel { frame: Icons::HERE, t: ask.say.clone(), coming, minutes }).map(Some)
}

/// On `/i-dag`: meetings of the next seven days, with what has been made ready.
///
/// # Errors
/// A fault.
pub fn today(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let now = ask.desk.now();
    let start = After { at: now.plus_minutes(-120), id: RowId::from_bits(0) };
    let (coming, _) = lists::mine(tx, ask.desk, &start)?;
    let week = coming.iter().filter(|one| one.meeting.at < now.plus_days(7) && one.meeting.closed_at.is_none());
    let rows: Vec<Shown> = week.map(|one| row(ask.say, one, now)).collect();
    if rows.is_empty() {
        return Ok(None);
    }
    html(&TodayPanel { frame: Icons::HERE, t: ask.say.clone(), rows }).map(Some)
}

/// Beside one person: the way to call a meeting. Not in a preview and not for relatives.
///
/// # Errors
/// A fault.
pub fn to_call(_: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let staff = |permit: &&platform::access::Permit| !permit.is_own() && actor.role.is_staff() && !permit.areas().is_empty();
    let Some(permit) = ask.permit.filter(staff) else { return Ok(None) };
    let href = format!("/moter/ny/{}", permit.person());
    html(&CallPanel { frame: Icons::HERE, t: ask.say.clone(), href }).map(Some)
}
