//! What the card shows on pages that many share.

use askama::Template;
use platform::access::Permit;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Icons, Say};
use platform::web::html;

use super::follow;
use crate::crisis_card::following::may_follow_up;
use crate::crisis_card::shown::{self, ShownFollowUp, ShownZone};
use crate::crisis_card::store::follow_ups::{self, Listed};
use crate::crisis_card::{limits, rules, store};

#[derive(Template)]
#[template(path = "crisis_card/pages/home.html")]
struct HomePanel {
    t: Say,
    followed: Vec<ShownFollowUp>,
}

#[derive(Template)]
#[template(path = "crisis_card/pages/to_card.html")]
struct ToCardPanel {
    frame: Icons,
    t: Say,
    line: String,
}

#[derive(Template)]
#[template(path = "crisis_card/pages/one_person.html")]
struct OnePersonPanel {
    t: Say,
    zones: Vec<ShownZone>,
}

#[derive(Template)]
#[template(path = "crisis_card/pages/to_worry.html")]
struct ToWorryPanel {
    frame: Icons,
    t: Say,
    href: String,
    running: Vec<(String, String, String)>,
}

/// A person on the list of the day.
struct Row {
    href: String,
    name: String,
    text: String,
    meta: String,
}

#[derive(Template)]
#[template(path = "crisis_card/pages/today.html")]
struct TodayPanel {
    frame: Icons,
    t: Say,
    rows: Vec<Row>,
    unseen: usize,
}

/// On `/hjem`: who follows up, and by when.
///
/// # Errors
/// A fault.
pub fn followed(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let running = follow_ups::running(tx, ask.desk, own)?;
    if running.is_empty() {
        return Ok(None);
    }
    let followed = running.iter().map(|one| shown::followed(ask.say, one, ask.desk.now())).collect();
    html(&HomePanel { t: ask.say.clone(), followed }).map(Some)
}

/// Beside `/hjem`: the way to the card, and now and then whether it still fits.
///
/// # Errors
/// A fault.
pub fn to_card(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let (card, limits) = (store::load(tx, own)?, limits::load(tx, ask.desk.now())?);
    let key = if card.standing().next().is_none() {
        "crisis-home-empty"
    } else if rules::is_old(&card, limits.look_again_days, ask.desk.now()) {
        "crisis-still-right"
    } else {
        "crisis-home-there"
    };
    html(&ToCardPanel { frame: Icons::HERE, t: ask.say.clone(), line: ask.say.t(key) }).map(Some)
}

/// On the page of one person: the lines they show. Nothing stands there where there is no card, none is shown, or the area is
/// not shared, so that none of the three can be told from another.
///
/// # Errors
/// A fault.
pub fn one_person(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit else { return Ok(None) };
    let lines = store::seen_by(tx, permit)?;
    if lines.is_empty() {
        return Ok(None);
    }
    let mut zones = shown::zones(ask.say, &lines);
    zones.retain(|zone| !zone.slots.is_empty());
    html(&OnePersonPanel { t: ask.say.clone(), zones }).map(Some)
}

/// Beside one person: who follows up here, and the way to do it. Not in a preview, not for relatives and volunteers.
///
/// # Errors
/// A fault.
pub fn to_worry(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let may = may_follow_up(actor.role) && actor.employer.is_some();
    let Some(permit) = ask.permit.filter(|_| may) else { return Ok(None) };
    let now = ask.desk.now();
    let row = |one: &follow_ups::FollowUp| {
        let who = ask.say.with("crisis-held-by", "name", &one.holder_name);
        (follow::path(permit.person(), &one.id), who, follow::due(ask.say, one, now))
    };
    let running = follow_ups::running(tx, ask.desk, permit)?.iter().map(row).collect();
    let href = format!("/folk/{}/bekymret", permit.person());
    html(&ToWorryPanel { frame: Icons::HERE, t: ask.say.clone(), href, running }).map(Some)
}

/// On `/i-dag`: those whom the asker follows up, is asked to follow up, or whom nobody has got in touch with in time.
///
/// # Errors
/// A fault.
pub fn today(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let (Some(me), Some(employer)) = (&actor.account, &actor.employer) else { return Ok(None) };
    if !may_follow_up(actor.role) {
        return Ok(None);
    }
    let listed = follow_ups::for_me(tx, me, &employer.id, ask.desk.now())?;
    if listed.is_empty() {
        return Ok(None);
    }
    let mut persons: Vec<_> = listed.iter().map(|one| one.person.clone()).collect();
    persons.dedup();
    let permits = ask.desk.people(tx, &persons)?;
    let find = |one: &Listed| permits.iter().find(|permit| *permit.person() == one.person);
    let rows: Vec<Row> = listed.iter().filter_map(|one| find(one).map(|permit| row(ask, permit, one))).collect();
    let unseen = listed.len() - rows.len();
    html(&TodayPanel { frame: Icons::HERE, t: ask.say.clone(), rows, unseen }).map(Some)
}

fn row(ask: &PanelAsk<'_>, permit: &Permit, one: &Listed) -> Row {
    let (say, now) = (ask.say, ask.desk.now());
    let key = match (one.mine, one.asked) {
        (true, _) => "crisis-today-mine",
        (false, true) => "crisis-today-asked",
        (false, false) => "crisis-today-lies",
    };
    let due = if one.due_at > now { "crisis-due-before" } else { "crisis-due-was" };
    Row {
        href: follow::path(&one.person, &one.id),
        name: permit.card().name.clone().unwrap_or_else(|| say.t("crisis-the-person")),
        text: say.with2("crisis-today-row", "cause", say.t(&format!("crisis-cause-{}", one.cause.key())), "state", say.t(key)),
        meta: say.with(due, "when", say.when(one.due_at, now)),
    }
}
