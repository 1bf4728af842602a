//! What tasks show on pages that many share.

use askama::Template;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Icons, Say};
use platform::web::html;

use crate::tasks::shown::{Shown, shown};
use crate::tasks::store::lists::{self, After, Listed};
use crate::tasks::store::{self, Owner};

/// Rows on pages that many share; the list has them all.
const ROWS: usize = 4;

#[derive(Template)]
#[template(path = "tasks/pages/panel_home.html")]
struct HomePanel {
    frame: Icons,
    t: Say,
    asked: bool,
    rows: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "tasks/pages/panel_today.html")]
struct TodayPanel {
    frame: Icons,
    t: Say,
    asked: Vec<Shown>,
    late: Vec<Shown>,
    others: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "tasks/pages/panel_person.html")]
struct PersonPanel {
    t: Say,
    rows: Vec<Shown>,
    linked: bool,
}

#[derive(Template)]
#[template(path = "tasks/pages/panel_ready.html")]
struct ReadyPanel {
    t: Say,
    rows: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "tasks/pages/panel_make.html")]
struct MakePanel {
    frame: Icons,
    t: Say,
    href: String,
}

#[derive(Template)]
#[template(path = "tasks/pages/panel_more.html")]
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

/// On `/hjem`: what waits for the person's yes or no, and then what they have said they will do.
///
/// # Errors
/// A fault.
pub fn home(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let now = ask.desk.now();
    let mut tasks = store::of_person(tx, own)?;
    tasks.retain(|task| task.owner == Owner::Person);
    let mut rows: Vec<Shown> = tasks.iter().map(|task| shown(ask.say, ask.desk, own, task, now)).collect();
    rows.retain(|task| task.asked || task.mine);
    rows.sort_by_key(|task| !task.asked);
    rows.truncate(ROWS);
    if rows.is_empty() {
        return Ok(None);
    }
    let asked = rows.iter().any(|task| task.asked);
    html(&HomePanel { frame: Icons::HERE, t: ask.say.clone(), asked, rows }).map(Some)
}

/// On `/i-dag`: what somebody asks the asker for, what is overdue, and with others who were asked what they said no to and what is
/// overdue. Each is cut by itself, so that none hides another.
///
/// # Errors
/// A fault.
pub fn today(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let (desk, now) = (ask.desk, ask.desk.now());
    let draw =
        |all: Vec<Listed>| -> Vec<Shown> { all.iter().map(|(permit, task)| shown(ask.say, desk, permit, task, now)).collect() };
    let asked = draw(lists::first(ROWS, After::newest(), |after| lists::asked(tx, desk, after))?);
    let late = draw(lists::late(tx, desk, ROWS)?);
    let mut others = draw(lists::first(ROWS, After::newest(), |after| lists::declined(tx, desk, after))?);
    others.extend(draw(lists::first(ROWS, After::newest(), |after| lists::overdue(tx, desk, after))?));
    if asked.is_empty() && late.is_empty() && others.is_empty() {
        return Ok(None);
    }
    html(&TodayPanel { frame: Icons::HERE, t: ask.say.clone(), asked, late, others }).map(Some)
}

/// On the page of one person: the open tasks this permit shows, overdue first. The same under a preview.
///
/// # Errors
/// A fault.
pub fn one_person(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit.filter(|permit| !permit.is_own()) else { return Ok(None) };
    let now = ask.desk.now();
    let tasks = store::of_person(tx, permit)?;
    if tasks.is_empty() {
        return Ok(None);
    }
    let rows = tasks.iter().take(ROWS * 2).map(|task| shown(ask.say, ask.desk, permit, task, now)).collect();
    let linked = ask.desk.ctx().actor.role.is_staff();
    html(&PersonPanel { t: ask.say.clone(), rows, linked }).map(Some)
}

/// Before a meeting: what is overdue in the areas of this permit, each with a way onto the list.
///
/// # Errors
/// A fault.
pub fn ready(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit else { return Ok(None) };
    let now = ask.desk.now();
    let mut tasks = store::of_person(tx, permit)?;
    tasks.retain(|task| task.area.is_some() && task.is_overdue(now.day()));
    if tasks.is_empty() {
        return Ok(None);
    }
    let rows = tasks.iter().take(ROWS * 3).map(|task| shown(ask.say, ask.desk, permit, task, now)).collect();
    html(&ReadyPanel { t: ask.say.clone(), rows }).map(Some)
}

/// Beside one person: the way to make one. Not in a preview and not for relatives.
///
/// # Errors
/// A fault.
pub fn to_make(_: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let staff = |permit: &&platform::access::Permit| !permit.is_own() && actor.role.is_staff() && !permit.areas().is_empty();
    let Some(permit) = ask.permit.filter(staff) else { return Ok(None) };
    let href = format!("/oppgaver/ny/{}", permit.person());
    html(&MakePanel { frame: Icons::HERE, t: ask.say.clone(), href }).map(Some)
}
