//! What the plan shows on pages that many share: home, and one person.

use askama::Template;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{ICONS, Say};
use platform::web::html;

use crate::plan::shown::{self, Reader, ShownArea, ShownLine, ShownPlan};
use crate::plan::store;

/// What the icon macro asks for.
struct Icons {
    icons: &'static str,
}

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
        frame: Icons { icons: ICONS },
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
    };
    html(&panel).map(Some)
}

/// Beside one person: the way to where a colleague proposes, evaluates and comments. Not in a preview and not for relatives.
///
/// # Errors
/// A fault.
pub fn to_plan(_tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit.filter(|_| ask.desk.ctx().actor.role.is_staff()) else { return Ok(None) };
    let href = format!("/folk/{}/plan", permit.person());
    html(&ToPlanPanel { frame: Icons { icons: ICONS }, t: ask.say.clone(), href }).map(Some)
}
