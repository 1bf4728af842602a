//! What the plan shows on pages that many share: home, and one person.

use askama::Template;
use kernel::area::Area;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Icons, Say};
use platform::web::html;

use crate::plan::shown::{self, Reader, ShownArea, ShownLine, ShownPlan};
use crate::plan::store;

#[derive(Template)]
#[template(path = "plan/pages/home.html")]
struct HomePanel {
    frame: Icons,
    t: Say,
    wishes: Vec<ShownLine>,
    next: Option<ShownLine>,
    waiting: usize,
}

#[derive(Template)]
#[template(path = "plan/pages/one_person.html")]
struct OnePersonPanel {
    t: Say,
    linked: bool,
    name: String,
    plan: ShownPlan,
    areas: Vec<ShownArea>,
    open: bool,
}

/// An area in which something has changed.
struct ChangedArea {
    name: String,
    words: String,
    when: String,
    /// What is posted to take it up in a meeting.
    take_up: String,
}

#[derive(Template)]
#[template(path = "plan/pages/ready.html")]
struct ReadyPanel {
    t: Say,
    rows: Vec<ChangedArea>,
}

#[derive(Template)]
#[template(path = "plan/pages/to_plan.html")]
struct ToPlanPanel {
    frame: Icons,
    t: Say,
    href: String,
}

/// On `/hjem`: what the person wants, the next step, and whether something waits for an answer.
///
/// # Errors
/// A fault.
pub fn home(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let plan = store::load(tx, own)?;
    let shown = shown::whole(&Reader::of(own, None, ask.say, ask.desk.now()), &plan);
    let panel = HomePanel {
        frame: Icons::HERE,
        t: ask.say.clone(),
        wishes: shown.wishes.into_iter().take(3).collect(),
        next: shown.now.into_iter().next(),
        waiting: shown.waiting.len(),
    };
    html(&panel).map(Some)
}

/// On the page of one person: what this permit shows, the same for the receiver and for the person's preview. An area with
/// nothing in it says so in the same words whether it is empty or not.
///
/// # Errors
/// A fault.
pub fn one_person(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit else { return Ok(None) };
    let plan = store::load(tx, permit)?;
    let reader = Reader::of(permit, None, ask.say, ask.desk.now());
    let panel = OnePersonPanel {
        t: ask.say.clone(),
        linked: false,
        name: reader.name.clone(),
        plan: shown::whole(&reader, &plan),
        areas: permit.areas().iter().map(|area| shown::area(&reader, &plan, Some(area))).collect(),
        open: ask.desk.ctx().actor.person.is_some(),
    };
    html(&panel).map(Some)
}

/// How far back a change is news to a meeting, in days.
const NEWS_DAYS: i64 = 90;

/// Before a meeting: the areas of this permit in which something has changed, the newest change of each.
///
/// # Errors
/// A fault.
pub fn ready(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit else { return Ok(None) };
    let now = ask.desk.now();
    let plan = store::load(tx, permit)?;
    let (changes, _) = store::revisions(tx, permit, (now.plus_minutes(1), ""))?;
    let mut rows: Vec<(Area, ChangedArea)> = Vec::new();
    for change in changes.iter().filter(|change| change.at > now.plus_days(-NEWS_DAYS)) {
        let entry = change.line.as_ref().and_then(|line| plan.entry(line)).filter(|entry| !entry.line.retracted);
        let Some((entry, area)) = entry.and_then(|entry| Some((entry, entry.area?))) else { continue };
        if rows.iter().any(|(there, _)| *there == area) {
            continue;
        }
        let row = ChangedArea {
            name: ask.say.t(&format!("area-{}", area.key())),
            words: entry.words.clone(),
            when: ask.say.date(change.at.day()),
            take_up: format!("{}||{}", area.key(), entry.words),
        };
        rows.push((area, row));
    }
    rows.sort_by_key(|(area, _)| *area);
    let rows: Vec<ChangedArea> = rows.into_iter().map(|(_, row)| row).collect();
    if rows.is_empty() {
        return Ok(None);
    }
    html(&ReadyPanel { t: ask.say.clone(), rows }).map(Some)
}

/// Beside one person: the way to where a colleague proposes, evaluates and comments. Not in a preview and not for relatives.
///
/// # Errors
/// A fault.
pub fn to_plan(_tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit.filter(|_| ask.desk.ctx().actor.role.is_staff()) else { return Ok(None) };
    let href = format!("/folk/{}/plan", permit.person());
    html(&ToPlanPanel { frame: Icons::HERE, t: ask.say.clone(), href }).map(Some)
}
