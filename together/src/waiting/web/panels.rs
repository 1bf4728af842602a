//! What waiting shows on pages that many share.

use askama::Template;
use kernel::role::Role;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Icons, Say};
use platform::web::html;

use super::one;
use super::overview::{self, Row};
use super::shown::{self, ShownClock};
use crate::waiting::store::clocks;
use crate::waiting::store::lists;

/// Rows in a panel: the rest is on the list.
const MOST: usize = 5;
/// Pages of the list that are looked through for them.
const PAGES: usize = 8;

#[derive(Template)]
#[template(path = "waiting/pages/panel_home.html")]
struct HomePanel {
    frame: Icons,
    t: Say,
    running: Vec<(String, String, String)>,
}

#[derive(Template)]
#[template(path = "waiting/pages/panel_person.html")]
struct OnePersonPanel {
    frame: Icons,
    t: Say,
    rows: Vec<(String, String, String, String)>,
}

#[derive(Template)]
#[template(path = "waiting/pages/panel_today.html")]
struct TodayPanel {
    frame: Icons,
    t: Say,
    rows: Vec<Row>,
    unseen: usize,
}

#[derive(Template)]
#[template(path = "waiting/pages/panel_way.html")]
struct WayPanel {
    frame: Icons,
    t: Say,
}

/// On `/hjem`: what the person waits for.
///
/// # Errors
/// A fault.
pub fn home(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let today = ask.desk.now().day();
    let clocks = clocks::all(tx, ask.desk, own)?;
    let held = |clock: &ShownClock| {
        if clock.holder.is_empty() {
            return ask.say.with("waiting-who-has-none", "who", &clock.receiver);
        }
        ask.say.with2("waiting-who-has", "name", &clock.holder, "who", &clock.held_at)
    };
    let running: Vec<(String, String, String)> = clocks
        .iter()
        .map(|clock| shown::clock(ask.say, clock, &[], &[], today, true))
        .filter(|clock| !clock.over)
        .take(MOST)
        .map(|clock| (clock.receiver.clone(), format!("{} {}", clock.state, held(&clock)), clock.due))
        .collect();
    if running.is_empty() {
        return Ok(None);
    }
    html(&HomePanel { frame: Icons::HERE, t: ask.say.clone(), running }).map(Some)
}

/// On the page of one person: the clocks the reader may see.
///
/// # Errors
/// A fault.
pub fn one_person(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit else { return Ok(None) };
    let staff = ask.desk.ctx().actor.role.is_staff();
    let today = ask.desk.now().day();
    let clocks = clocks::all(tx, ask.desk, permit)?;
    let rows: Vec<(String, String, String, String)> = clocks
        .iter()
        .map(|clock| (clock, shown::clock(ask.say, clock, &[], &[], today, false)))
        .filter(|(_, drawn)| !drawn.over)
        .map(|(clock, drawn)| {
            let href = if staff { one::path(&clock.person, &clock.id) } else { String::new() };
            (href, drawn.receiver, drawn.state, drawn.due)
        })
        .collect();
    if rows.is_empty() {
        return Ok(None);
    }
    html(&OnePersonPanel { frame: Icons::HERE, t: ask.say.clone(), rows }).map(Some)
}

/// Beside `/i-dag`: the way to the one list.
///
/// # Errors
/// A fault.
pub fn to_overview(_: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    if !kernel::access::role_may_ever(actor.role, kernel::class::Class::Own) || actor.employer.is_none() {
        return Ok(None);
    }
    html(&WayPanel { frame: Icons::HERE, t: ask.say.clone() }).map(Some)
}

/// On `/i-dag`: what has passed or is due first, for the coordinator over all services, for the others in their own.
///
/// # Errors
/// A fault.
pub fn today(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let (Some(me), Some(us)) = (&actor.account, &actor.employer) else { return Ok(None) };
    if !kernel::access::role_may_ever(actor.role, kernel::class::Class::Own) {
        return Ok(None);
    }
    let today = ask.desk.now().day();
    let (mut rows, mut unseen, mut after) = (Vec::new(), 0, None);
    // What the asker may not see stands in nobody's way: the next ones are looked for, a few at a time.
    for _ in 0..PAGES {
        let page = match actor.role {
            Role::Coordinator => lists::of_mine(tx, me, after.as_ref(), today)?,
            _ => lists::for_us(tx, &us.id, after.as_ref())?,
        };
        for some in page.clocks.chunks(MOST) {
            if rows.len() < MOST {
                let (more, hidden) = overview::rows(tx, ask.desk, ask.say, some)?;
                rows.extend(more);
                unseen += hidden;
            }
        }
        after = page.next.filter(|_| rows.len() < MOST);
        if after.is_none() {
            break;
        }
    }
    rows.truncate(MOST);
    let unseen = if actor.role == Role::Coordinator { 0 } else { unseen };
    if rows.is_empty() && unseen == 0 {
        return Ok(None);
    }
    html(&TodayPanel { frame: Icons::HERE, t: ask.say.clone(), rows, unseen }).map(Some)
}
