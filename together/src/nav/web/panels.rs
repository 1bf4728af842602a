//! What NAV's part shows on pages that many share.

use askama::Template;
use kernel::role::Role;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Icons, Say};
use platform::web::html;

use super::list::{self, Row};
use super::shown::{self, Section, ShownTask};
use crate::nav::rules::By;
use crate::nav::store::{self, Eyes};
use crate::nav::work;
use kernel::area::Areas;

/// Rows on `/i-dag`.
const ROWS: usize = 5;

#[derive(Template)]
#[template(path = "nav/pages/home.html")]
struct HomePanel {
    frame: Icons,
    t: Say,
    tasks: Vec<ShownTask>,
    late: Vec<String>,
}

#[derive(Template)]
#[template(path = "nav/pages/to_own.html")]
struct ToOwnPanel {
    frame: Icons,
    t: Say,
    line: String,
}

#[derive(Template)]
#[template(path = "nav/pages/today.html")]
struct TodayPanel {
    frame: Icons,
    t: Say,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "nav/pages/one_person.html")]
struct OnePersonPanel {
    t: Say,
    sections: Vec<Section>,
}

#[derive(Template)]
#[template(path = "nav/pages/beside_one.html")]
struct BesidePanel {
    frame: Icons,
    t: Say,
    href: String,
}

const OWN: Eyes = Eyes { own: true, office: None, shared: Areas::NONE };

/// On `/hjem`: what NAV has asked the person to do, and answers that are late.
///
/// # Errors
/// A fault.
pub fn home(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let (say, now) = (ask.say, ask.desk.now());
    let tasks = store::tasks(tx, own, &OWN)?;
    let tasks = tasks.iter().map(|one| shown::task(say, &By::Person, one, now)).filter(|one| one.open && one.mine).take(3);
    let tasks: Vec<ShownTask> = tasks.collect();
    let late = |one: &store::Matter| {
        let is_late = one.answered_on.is_none() && one.typed.answer_by.is_some_and(|by| by < now.day());
        is_late.then(|| format!("{}: {}", one.typed.words, shown::when(say, one, now.day())))
    };
    let late: Vec<String> = store::matters(tx, own, &OWN)?.iter().filter_map(late).take(3).collect();
    if tasks.is_empty() && late.is_empty() {
        return Ok(None);
    }
    html(&HomePanel { frame: Icons::HERE, t: say.clone(), tasks, late }).map(Some)
}

/// Under `/hjem`: the way there.
///
/// # Errors
/// A fault.
pub fn to_own(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let waiting = store::matters(tx, own, &OWN)?.iter().filter(|one| one.typed.status == "waiting").count();
    let line = ask.say.with("nav-home-waiting", "n", waiting);
    html(&ToOwnPanel { frame: Icons::HERE, t: ask.say.clone(), line }).map(Some)
}

/// On `/i-dag` for NAV: what was asked, and what was promised an answer, the first due first.
///
/// # Errors
/// A fault.
pub fn today(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    if actor.role != Role::Nav || actor.employer.is_none() {
        return Ok(None);
    }
    let found = list::load(tx, ask.desk, ask.say, None, None)?;
    let rows: Vec<Row> = found.asked.into_iter().chain(found.promised).take(ROWS).collect();
    if rows.is_empty() {
        return Ok(None);
    }
    html(&TodayPanel { frame: Icons::HERE, t: ask.say.clone(), rows }).map(Some)
}

/// On the page of one person, for those with whom a section is shared. Nothing stands there where nothing is written or nothing is
/// shared, so that neither can be told from the other.
///
/// # Errors
/// A fault.
pub fn one_person(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit else { return Ok(None) };
    let eyes = work::eyes_of(ask.desk.ctx().actor.role, permit);
    let matters = store::matters(tx, permit, &eyes)?;
    if matters.is_empty() {
        return Ok(None);
    }
    let mut sections = shown::sections(ask.say, "", None, &matters, ask.desk.now());
    sections.retain(|section| !section.matters.is_empty());
    html(&OnePersonPanel { t: ask.say.clone(), sections }).map(Some)
}

/// Beside one person, for NAV: the way to what stands between the two. Always there, so that it tells nothing.
///
/// # Errors
/// A fault.
pub fn beside_one(_tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let may = actor.role == Role::Nav && actor.account.is_some() && actor.employer.is_some();
    let Some(permit) = ask.permit.filter(|_| may) else { return Ok(None) };
    let href = format!("/folk/{}/nav", permit.person());
    html(&BesidePanel { frame: Icons::HERE, t: ask.say.clone(), href }).map(Some)
}
