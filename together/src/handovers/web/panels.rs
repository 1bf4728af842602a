//! What the baton shows on pages that many share.

use askama::Template;
use platform::access::Permit;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{ContactItem, Icons, Say};
use platform::web::html;

use super::list::{self, Row};
use crate::handovers::limits;
use crate::handovers::shown::{self, Step};
use crate::handovers::store::lists::Which;
use crate::handovers::store::{self, Handover};
use crate::handovers::work::{self, may_hand_over, may_promise_way_back};
use kernel::role::Role;

/// Rows on `/i-dag`.
const ROWS: usize = 5;

/// A baton as the person sees it.
struct Shown {
    href: String,
    baton: Vec<Step>,
    holder: Option<ContactItem>,
    holds: String,
    asks: bool,
    receiver: String,
}

#[derive(Template)]
#[template(path = "handovers/pages/home.html")]
struct HomePanel {
    frame: Icons,
    t: Say,
    batons: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "handovers/pages/today.html")]
struct TodayPanel {
    frame: Icons,
    t: Say,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "handovers/pages/one_person.html")]
struct OnePersonPanel {
    t: Say,
    batons: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "handovers/pages/to_handover.html")]
struct ToHandoverPanel {
    frame: Icons,
    links: Vec<(String, &'static str, String)>,
}

fn shown(ask: &PanelAsk<'_>, one: &Handover, href: String) -> Shown {
    Shown {
        href,
        baton: shown::baton(ask.say, one, false, ask.desk.now()),
        holder: shown::holder(one),
        holds: shown::holds(ask.say, one),
        asks: !one.state.agreed && one.state.receiver().is_some() && !one.state.is_final(),
        receiver: one.receiver.as_ref().map(shown::in_sentence).unwrap_or_default(),
    }
}

/// On `/hjem`: who holds the baton now, with a phone, and what waits for the person's yes. A baton that was passed stands there
/// for some days, since that is when one wonders.
///
/// # Errors
/// A fault.
pub fn home(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let since = ask.desk.now().plus_days(-limits::load(tx, ask.desk.now())?.shown_days);
    let mut all = store::all(tx, ask.desk, own)?;
    all.retain(|one| one.done_at.is_none_or(|done| done > since) && one.state.holder().is_some());
    if all.is_empty() {
        return Ok(None);
    }
    let batons = all.iter().map(|one| shown(ask, one, format!("/nar-du-drar/{}", one.id))).collect();
    html(&HomePanel { frame: Icons::HERE, t: ask.say.clone(), batons }).map(Some)
}

/// On `/i-dag`: what is about to fail, first of all what has gone up to the asker.
///
/// # Errors
/// A fault.
pub fn today(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    if actor.employer.is_none() {
        return Ok(None);
    }
    let which: &[Which] = match actor.role {
        Role::Leader => &[Which::AsLeader],
        Role::Coordinator => &[Which::AsUnit, Which::ToUs, Which::FromUs],
        role if may_hand_over(role) => &[Which::ToUs, Which::FromUs],
        _ => return Ok(None),
    };
    let mut found: Vec<Vec<Row>> = Vec::new();
    for which in which {
        let room = ROWS.saturating_sub(found.iter().map(Vec::len).sum());
        found.push(list::first(tx, ask.desk, ask.say, *which, room.max(1))?);
    }
    let rows = fitted(found);
    if rows.is_empty() {
        return Ok(None);
    }
    html(&TodayPanel { frame: Icons::HERE, t: ask.say.clone(), rows }).map(Some)
}

/// As many as there is room for: the longest list gives way, so that each that has something has a place.
fn fitted(mut found: Vec<Vec<Row>>) -> Vec<Row> {
    while found.iter().map(Vec::len).sum::<usize>() > ROWS {
        if let Some(longest) = found.iter_mut().max_by_key(|rows| rows.len()) {
            longest.pop();
        }
    }
    found.into_iter().flatten().collect()
}

/// On the page of one person: the baton, for those who send it and those to whom the person has opened it.
///
/// # Errors
/// A fault.
pub fn one_person(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit.filter(|_| may_hand_over(ask.desk.ctx().actor.role)) else { return Ok(None) };
    let mut all = store::all(tx, ask.desk, permit)?;
    all.retain(|one| !one.state.is_final());
    if all.is_empty() {
        return Ok(None);
    }
    let batons = all.iter().map(|one| shown(ask, one, format!("/overtakelser/{}", one.id))).collect();
    html(&OnePersonPanel { t: ask.say.clone(), batons }).map(Some)
}

/// Beside one person: the ways to begin. Not in a preview, not for relatives.
///
/// # Errors
/// A fault.
pub fn to_handover(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let may = may_hand_over(actor.role) && actor.employer.is_some();
    let Some(permit) = ask.permit.filter(|_| may) else { return Ok(None) };
    let person = permit.person();
    let mut links = Vec::new();
    match work::running(tx, ask.desk, permit)? {
        Some(one) => links.push((format!("/overtakelser/{}", one.id), "Compass", ask.say.t("handovers-to-running"))),
        None => links.push((format!("/overtakelser/ny/{person}"), "Compass", ask.say.t("handovers-to-new"))),
    }
    links.push((format!("/overtakelser/dro/{person}"), "DoorOpen", ask.say.t("handovers-to-left")));
    if may_promise_way_back(actor.role) {
        links.extend(promises(tx, ask, permit)?);
    }
    html(&ToHandoverPanel { frame: Icons::HERE, links }).map(Some)
}

/// A specialist doctor reaches the tick for the way back from the person, also for what another service sends.
fn promises(tx: &mut Tx<'_>, ask: &PanelAsk<'_>, permit: &Permit) -> Result<Vec<(String, &'static str, String)>, Error> {
    let open = store::lines::open_here(tx, permit)?;
    let link = |id: &kernel::id::RowId| (format!("/overtakelser/{id}"), "FirstAidKit", ask.say.t("handovers-way-back"));
    Ok(open.iter().map(link).collect())
}
