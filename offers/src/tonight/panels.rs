//! What this part shows on pages that many share.

use askama::Template;
use kernel::role::Role;
use platform::access::led;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::html;

use super::acts::{first_name, in_force};
use super::rules::{ASKING, DECIDING, State};
use super::store::{decisions, desk, places, requests};
use super::web::board::{self, Rows};
use super::web::shown::{CountView, PlaceView, Reader, count, decision, place};

#[derive(Template)]
#[template(path = "tonight/pages/panel_home.html")]
struct HomePanel<'a> {
    frame: Frame,
    t: &'a Say,
    line: String,
    place: Option<String>,
}

#[derive(Template)]
#[template(path = "tonight/pages/panel_today.html")]
struct TodayPanel<'a> {
    frame: Frame,
    t: &'a Say,
    waiting: Rows,
    long: Rows,
}

#[derive(Template)]
#[template(path = "tonight/pages/panel_leader.html")]
struct LeaderPanel<'a> {
    t: &'a Say,
    lines: Vec<String>,
}

#[derive(Template)]
#[template(path = "tonight/pages/panel_free.html")]
struct FreePanel<'a> {
    frame: Frame,
    t: &'a Say,
    places: Vec<PlaceView>,
    all: bool,
}

#[derive(Template)]
#[template(path = "tonight/pages/panel_person.html")]
struct PersonPanel<'a> {
    frame: Frame,
    t: &'a Say,
    href: String,
    count: Option<CountView>,
    request: Option<String>,
}

fn frame(ask: &PanelAsk<'_>, path: &str) -> Frame {
    Frame::new(ask.desk.app(), ask.desk.ctx(), path)
}

/// On `/hjem`: what I asked for and who holds it, or where I sleep.
pub fn home(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let Some(newest) = requests::all(tx, own)?.into_iter().find(|one| one.case.state.is_open()) else { return Ok(None) };
    let (now, t) = (ask.desk.now(), ask.say);
    let decided = decisions::all(tx, own)?;
    let current = in_force(&decided, &newest.id).map(|one| decision(t, own, one, now));
    let name = first_name(&newest.holder.name);
    let line = match newest.case.state {
        State::Waiting { decide_by } => t.put("tonight-home-waits", &[("name", name), ("when", t.before(decide_by, now))]),
        _ => t.with("tonight-home-given", "name", name),
    };
    let place = current.map(|current| format!("{}. {}", current.title, current.lines.join(" · ")));
    html(&HomePanel { frame: frame(ask, "/hjem"), t, line, place }).map(Some)
}

/// On `/i-dag`: what must be decided today, and who has stayed too long; for those who lead, numbers.
pub fn today(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let Some(employer) = &actor.employer else { return Ok(None) };
    if actor.role == Role::Leader {
        return leader(tx, ask);
    }
    if !DECIDING.contains(&actor.role) {
        return Ok(None);
    }
    let limits = desk::limits(tx, ask.desk.now())?;
    let (ids, next) = requests::waiting(tx, &employer.id, None)?;
    let waiting = Rows { rows: board::rows(tx, ask.desk, ask.say, &ids, &limits)?, next: next.map(|_| String::new()) };
    let (ids, next) = requests::staying(tx, &employer.id, None)?;
    let mut rows = board::rows(tx, ask.desk, ask.say, &ids, &limits)?;
    rows.retain(|row| row.count.as_ref().is_some_and(|count| count.alarm.is_some()));
    let long = Rows { rows, next: next.map(|_| String::new()) };
    html(&TodayPanel { frame: frame(ask, "/i-dag"), t: ask.say, waiting, long }).map(Some)
}

/// How many have stayed longer than a temporary place should last, and who holds them. Never who they are.
fn leader(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(employer) = &ask.desk.ctx().actor.employer else { return Ok(None) };
    let now = ask.desk.now();
    let limits = desk::limits(tx, now)?;
    let limit = now.day().plus_months(-limits.stay_months);
    let mut lines = Vec::new();
    for office in led::led_by(tx, &employer.id, now)? {
        for (holder, n) in requests::counted_since(tx, &office.id, limit)? {
            lines.push(
                ask.say.put("tonight-leader-line", &[("n", n.to_string()), ("name", holder), ("office", office.name.clone())]),
            );
        }
    }
    if lines.is_empty() {
        return Ok(None);
    }
    html(&LeaderPanel { t: ask.say, lines }).map(Some)
}

/// «Ledig i natt», beside the day's page of those who meet people.
pub fn free_tonight(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let role = ask.desk.ctx().actor.role;
    if !ASKING.contains(&role) && role != Role::Volunteer {
        return Ok(None);
    }
    let places = shown_places(tx, ask)?;
    if places.is_empty() {
        return Ok(None);
    }
    html(&FreePanel { frame: frame(ask, "/i-dag"), t: ask.say, places, all: false }).map(Some)
}

/// On `/plasser`.
pub fn board(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let places = shown_places(tx, ask)?;
    if places.is_empty() {
        return Ok(None);
    }
    html(&FreePanel { frame: frame(ask, "/plasser"), t: ask.say, places, all: true }).map(Some)
}

fn shown_places(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Vec<PlaceView>, Error> {
    let now = ask.desk.now();
    let limits = desk::limits(tx, now)?;
    let (found, _) = places::page(tx, &ask.desk.app().config().municipality, None)?;
    let open = found.iter().filter(|one| !one.closed);
    Ok(open.map(|one| place(ask.say, one, &limits, now, Reader::Staff)).collect())
}

/// Beside one person: the way to ask for them, and for the office the count.
pub fn one_person(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit.filter(|permit| !permit.is_own() && !permit.card().provisional) else { return Ok(None) };
    let role = ask.desk.ctx().actor.role;
    let href = format!("/i-natt/be/{}", permit.person());
    if !ASKING.contains(&role) || ask.desk.ctx().actor.account.is_none() {
        return Ok(None);
    }
    let mut panel = PersonPanel { frame: frame(ask, &href), t: ask.say, href, count: None, request: None };
    if DECIDING.contains(&role)
        && let Some(seen) = ask.desk.people(tx, std::slice::from_ref(permit.person()))?.into_iter().next()
    {
        let all = requests::all(tx, &seen)?;
        let decided = decisions::all(tx, &seen)?;
        let limits = desk::limits(tx, ask.desk.now())?;
        if let Some(open) = all.iter().find(|one| one.case.state.is_open()) {
            panel.count = count(ask.say, open, &decided, &all, &limits, ask.desk.now());
            panel.request = Some(open.id.to_string());
        }
    }
    html(&panel).map(Some)
}
