//! What this part shows on pages that many share.

use askama::Template;
use kernel::time::Timestamp;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::html;

use super::acts::{self, first_name};
use super::promise::Nudge;
use super::rules::Holder;
use super::store::desks;
use super::store::lines;
use super::store::lists::{self, Owed};
use super::store::requests;
use super::web::inbox::{self, PromiseRow};
use super::web::shown::{Own, said};

/// Most promises on the day's page; the inbox has them all.
const TODAY_MAX: i64 = 100;

#[derive(Template)]
#[template(path = "help_requests/pages/panel_ask.html")]
struct AskPanel<'a> {
    frame: Frame,
    t: &'a Say,
}

#[derive(Template)]
#[template(path = "help_requests/pages/panel_call.html")]
struct CallPanel<'a> {
    t: &'a Say,
}

#[derive(Template)]
#[template(path = "help_requests/pages/panel_been_here.html")]
struct BeenHerePanel<'a> {
    frame: Frame,
    t: &'a Say,
}

#[derive(Template)]
#[template(path = "help_requests/pages/panel_for_another.html")]
struct ForAnotherPanel<'a> {
    frame: Frame,
    t: &'a Say,
}

#[derive(Template)]
#[template(path = "help_requests/pages/panel_home.html")]
struct HomePanel<'a> {
    frame: Frame,
    t: &'a Say,
    rows: Vec<HomeRow>,
    /// There is an answer to read.
    answered: bool,
}

struct HomeRow {
    request: String,
    own: Own,
    state: String,
}

#[derive(Template)]
#[template(path = "help_requests/pages/panel_today.html")]
struct TodayPanel<'a> {
    frame: Frame,
    t: &'a Say,
    rows: Vec<PromiseRow>,
}

fn frame(ask: &PanelAsk<'_>, path: &str) -> Frame {
    Frame::new(ask.desk.app(), ask.desk.ctx(), path)
}

/// The seven doors. One thing a page, so this panel brings the page's heading.
pub fn ask(_: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    html(&AskPanel { frame: frame(ask, "/"), t: ask.say }).map(Some)
}

/// The emergency lines, right after the choices.
pub fn call_now(_: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    html(&CallPanel { t: ask.say }).map(Some)
}

/// The code.
pub fn been_here(_: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    html(&BeenHerePanel { frame: frame(ask, "/"), t: ask.say }).map(Some)
}

/// The way for those who worry about another, where there is one.
pub fn for_another(_: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let mut routes = ask.desk.app().catalogue().iter().flat_map(|part| part.routes.iter());
    if !routes.any(|route| route.path == "/parorende") {
        return Ok(None);
    }
    html(&ForAnotherPanel { frame: frame(ask, "/"), t: ask.say }).map(Some)
}

/// What the person has asked and is not over, with the answer.
pub fn home(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let now = ask.desk.now();
    let (mut rows, mut answered) = (Vec::new(), false);
    for request in requests::all(tx, permit)? {
        if request.case.state.holder().is_none() {
            continue;
        }
        let last = lines::all(tx, permit, &request.id)?.into_iter().rev().find(|line| line.account.is_some());
        answered |= last.is_some() && request.case.state.promise().is_none();
        let state = match (last, request.case.state.promise()) {
            (Some(line), None) => answer_line(ask.say, &request.organisation_name, &line, now),
            (_, Some(promise)) if promise.until >= now => ask.say.put(
                "help-receipt-who",
                &[
                    ("name", first_name(&request.holder_name)),
                    ("place", request.organisation_name.clone()),
                    ("when", ask.say.before(promise.until, now)),
                ],
            ),
            _ => ask.say.t("help-promise-broken"),
        };
        rows.push(HomeRow { request: request.id.to_string(), own: said(ask.say, &request), state });
    }
    if rows.is_empty() {
        return Ok(None);
    }
    html(&HomePanel { frame: frame(ask, "/hjem"), t: ask.say, rows, answered }).map(Some)
}

fn answer_line(t: &Say, place: &str, line: &lines::Line, now: Timestamp) -> String {
    let name = line.name.as_deref().map(first_name).unwrap_or_default();
    let when = t.when(line.at, now);
    t.put("help-home-answered", &[("name", name), ("place", place.to_owned()), ("when", when)])
}

/// «Lovt svar i dag»: what I hold, and what nobody has taken while the time runs out.
pub fn today(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let (desk, now) = (ask.desk, ask.desk.now());
    if !desks::may_answer(desk.ctx().actor.role) || desk.ctx().actor.employer.is_none() {
        return Ok(None);
    }
    let me = acts::me(desk)?;
    let owed = lists::owed_by(tx, &me.organisation, now.day().end(), TODAY_MAX)?;
    let i_lead = desks::answering(tx, &me.organisation)?.is_some_and(|answering| answering.default_account == me.account);
    let on_duty = desks::is_on_duty(tx, &me, now)?;
    let shown: Vec<_> = owed.into_iter().filter(|owed| is_for(owed, &me, on_duty, i_lead, now)).map(|owed| owed.listed).collect();
    let rows = inbox::draw(tx, desk, ask.say, &shown)?;
    html(&TodayPanel { frame: frame(ask, "/i-dag"), t: ask.say, rows }).map(Some)
}

/// Half the time unclaimed: everyone on duty. Four fifths: whoever leads the shift as well. A broken promise: all who answer.
fn is_for(owed: &Owed, me: &Holder, on_duty: bool, i_lead: bool, now: Timestamp) -> bool {
    if owed.holder == me.account {
        return true;
    }
    owed.free
        && match owed.promise.nudge(now) {
            Nudge::Calm => false,
            Nudge::Half => on_duty,
            Nudge::Late => on_duty || i_lead,
            Nudge::Broken => true,
        }
}
