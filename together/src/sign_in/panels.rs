//! On shared pages: the person's own doors beside their home, and, for employees, that a colleague asks for them.

use askama::Template;
use platform::access::Permit;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Icons, Say};
use platform::web::html;

use super::acts::first;
use super::rules::{HELPING, may_give_first};
use super::store::{cards, cases, secrets};

#[derive(Template)]
#[template(path = "sign_in/pages/panel_own.html")]
struct Own<'a> {
    frame: Icons,
    t: &'a Say,
    line: String,
}

/// «Kort og PIN», and what is missing.
pub fn own_doors(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| Permit::is_own(permit)) else { return Ok(None) };
    let has_pin = secrets::find(tx, own.person())?.is_some();
    let has_card = cards::current(tx, own.person())?.is_some();
    let key = match (has_pin, has_card) {
        (false, _) => "sign-in-panel-no-pin",
        (true, false) => "sign-in-panel-no-card",
        (true, true) => "sign-in-panel-both",
    };
    html(&Own { frame: Icons::HERE, t: ask.say, line: ask.say.t(key) }).map(Some)
}

#[derive(Template)]
#[template(path = "sign_in/pages/panel_asks.html")]
struct Asks<'a> {
    t: &'a Say,
}

/// Says that somebody is asked to speak, and about nobody whom: that is told on the page itself, and logged there.
pub fn somebody_asks(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let (Some(me), Some(employer)) = (&actor.account, &actor.employer) else { return Ok(None) };
    if !HELPING.contains(&actor.role) || cases::asking(tx, me, &employer.id, ask.desk.now())?.is_empty() {
        return Ok(None);
    }
    html(&Asks { t: ask.say }).map(Some)
}

#[derive(Template)]
#[template(path = "sign_in/pages/panel_first.html")]
struct First<'a> {
    t: &'a Say,
    href: String,
}

/// Beside somebody who has no door of their own yet: the way to the first PIN and card, for those who serve them.
pub fn first_doors(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let helps = actor.session.is_some() && actor.employer.is_some() && HELPING.contains(&actor.role);
    let Some(permit) = ask.permit.filter(|permit| helps && permit.knows_card()) else { return Ok(None) };
    let has = first::has_doors(tx, permit.person())?;
    if may_give_first(has, first::is_serving(tx, ask.desk, permit)?).is_err() {
        return Ok(None);
    }
    html(&First { t: ask.say, href: format!("/folk/{}/kort", permit.person()) }).map(Some)
}
