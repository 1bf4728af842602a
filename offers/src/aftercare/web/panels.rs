//! What aftercare shows on pages that many share.

use askama::Template;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{FormIcons, Icons, Say};
use platform::web::html;

use super::staff_list::Row;
use super::{Choice, person, pressing};
use crate::aftercare::asking::ANSWERS;
use crate::aftercare::rules::{FOLLOWING, Stage};
use crate::aftercare::shown::{self, ShownLine};
use crate::aftercare::store::{self, calls, lines};

/// Rows on `/i-dag`.
const ROWS: usize = 5;

#[derive(Template)]
#[template(path = "aftercare/pages/home.html")]
struct HomePanel {
    frame: FormIcons,
    t: Say,
    asked: Option<String>,
    question: Option<String>,
    ready: Vec<Choice>,
    calls: Vec<String>,
    contact: String,
}

#[derive(Template)]
#[template(path = "aftercare/pages/to_plan.html")]
struct ToPlanPanel {
    frame: Icons,
    t: Say,
    line: String,
}

#[derive(Template)]
#[template(path = "aftercare/pages/today.html")]
struct TodayPanel {
    frame: Icons,
    t: Say,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "aftercare/pages/one_person.html")]
struct OnePersonPanel {
    t: Say,
    holder: String,
    lines: Vec<ShownLine>,
}

#[derive(Template)]
#[template(path = "aftercare/pages/to_follow.html")]
struct ToFollowPanel {
    frame: Icons,
    t: Say,
    href: String,
}

/// On `/hjem`: what waits for the person, and what they have been promised.
///
/// # Errors
/// A fault.
pub fn home(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let (say, now) = (ask.say, ask.desk.now());
    let Some(plan) = store::newest(tx, own, now)?.filter(|plan| plan.standing.stage.is_open()) else { return Ok(None) };
    let running = plan.standing.stage == Stage::Running;
    let question = calls::open_question(&calls::questions(tx, own, &plan.id)?).map(|one| one.id.to_string());
    let calls: Vec<String> = calls::promised(tx, own, &plan.id)?.iter().map(|call| shown::call(say, "own", call, now)).collect();
    let contact = running && !plan.standing.met && plan.contact_by.is_some();
    if running && question.is_none() && calls.is_empty() && !contact {
        return Ok(None);
    }
    let panel = HomePanel {
        frame: FormIcons::new(ask.desk.app(), ask.desk.ctx()),
        asked: (!running).then(|| say.with("aftercare-asks", "place", &plan.organisation_name)),
        question,
        ready: person::ready(say),
        calls,
        contact: if contact { shown::first_contact(say, "own", &plan, now) } else { String::new() },
        t: say.clone(),
    };
    html(&panel).map(Some)
}

/// Under `/hjem`: the way to the plan.
///
/// # Errors
/// A fault.
pub fn to_plan(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let plan = store::newest(tx, own, ask.desk.now())?.filter(|plan| plan.standing.stage.is_open());
    let line = plan.map_or_else(|| ask.say.t("aftercare-home-none"), |plan| shown::holder(ask.say, &plan).who);
    html(&ToPlanPanel { frame: Icons::HERE, t: ask.say.clone(), line }).map(Some)
}

/// On `/i-dag`: whom to call and whom nobody has been in touch with, by the day it is due, and then whom nobody holds.
///
/// # Errors
/// A fault.
pub fn today(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    if !FOLLOWING.contains(&actor.role) || actor.account.is_none() || actor.employer.is_none() {
        return Ok(None);
    }
    let rows = pressing::first(tx, ask.desk, ask.say, ROWS)?;
    if rows.is_empty() {
        return Ok(None);
    }
    html(&TodayPanel { frame: Icons::HERE, t: ask.say.clone(), rows }).map(Some)
}

/// On the page of one person: the lines that are shared and written. Nothing stands there where there is no plan, nothing is
/// written, or the area is not shared, so that none of the three can be told from another.
///
/// # Errors
/// A fault.
pub fn one_person(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit else { return Ok(None) };
    let plan = store::newest(tx, permit, ask.desk.now())?.filter(|plan| plan.standing.stage == Stage::Running);
    let Some(plan) = plan else { return Ok(None) };
    let mut seen = lines::seen(tx, permit, &plan.id)?;
    seen.retain(|said| !said.is_empty());
    if seen.is_empty() {
        return Ok(None);
    }
    let panel = OnePersonPanel {
        holder: if permit.sees(Some(ANSWERS)) { shown::holder(ask.say, &plan).who } else { String::new() },
        lines: shown::lines(ask.say, "", &seen),
        t: ask.say.clone(),
    };
    html(&panel).map(Some)
}

/// Beside one person: the way to follow up. Always there for those who may, so that it tells nothing.
///
/// # Errors
/// A fault.
pub fn to_follow(_tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let may = FOLLOWING.contains(&actor.role) && actor.employer.is_some() && actor.account.is_some();
    let Some(permit) = ask.permit.filter(|_| may) else { return Ok(None) };
    let href = format!("/folk/{}/ettervern", permit.person());
    html(&ToFollowPanel { frame: Icons::HERE, t: ask.say.clone(), href }).map(Some)
}
