//! What referrals show on pages that many share.

use askama::Template;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Icons, Say};
use platform::web::html;

use super::lists::{self as drawn, Row};
use super::{one, shown};
use crate::referrals::holding::may_hold;
use crate::referrals::rules::State;
use crate::referrals::store::{lists, referrals};

/// Rows in a panel.
const MOST: usize = 5;

#[derive(Template)]
#[template(path = "referrals/pages/panel_home.html")]
struct HomePanel {
    frame: Icons,
    t: Say,
    asks: Vec<(String, String)>,
    open: Vec<(String, String, String, String)>,
}

#[derive(Template)]
#[template(path = "referrals/pages/panel_rows.html")]
struct RowsPanel {
    frame: Icons,
    t: Say,
    title: String,
    rows: Vec<Row>,
    unseen: usize,
    to_list: bool,
}

#[derive(Template)]
#[template(path = "referrals/pages/panel_way.html")]
struct WayPanel {
    frame: Icons,
    t: Say,
    href: String,
    icon: &'static str,
    key: &'static str,
}

/// On `/hjem`: what the person is asked about, and where the rest is and who has it.
///
/// # Errors
/// A fault.
pub fn home(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let (say, now) = (ask.say, ask.desk.now());
    // Where there are clocks, the wait itself is shown by the part that keeps them.
    let clocks = ask.desk.app().takes("waiting-clock");
    let (mut asks, mut open) = (Vec::new(), Vec::new());
    for one in referrals::all(tx, ask.desk, own)? {
        let href = format!("/henvisning/{}", one.id);
        match one.state {
            State::Awaiting => {
                let sender = shown::sender(say, &one, true);
                asks.push((href, say.with2("referrals-wants-to-ask", "sender", sender, "receiver", &one.receiver_name)));
            }
            State::Questioned => {
                asks.push((href, say.with("referrals-they-ask-you", "who", &one.receiver_name)));
            }
            state if state.is_with_receiver() && !clocks && open.len() < MOST => {
                let drawn = shown::referral(say, &one, true, now);
                let has =
                    if drawn.holder.is_empty() { String::new() } else { say.with("referrals-held-by", "name", drawn.holder) };
                open.push((href, drawn.receiver, drawn.state, has));
            }
            _ => {}
        }
    }
    if asks.is_empty() && open.is_empty() {
        return Ok(None);
    }
    html(&HomePanel { frame: Icons::HERE, t: say.clone(), asks, open }).map(Some)
}

/// On `/i-dag`: what waits for the asker's answer.
///
/// # Errors
/// A fault.
pub fn today(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let (Some(me), Some(us)) = (&actor.account, &actor.employer) else { return Ok(None) };
    if !may_hold(actor.role) {
        return Ok(None);
    }
    let listed = lists::for_me(tx, me, &us.id, ask.desk.now())?;
    if listed.is_empty() {
        return Ok(None);
    }
    let (rows, unseen) = drawn::rows(tx, ask.desk, ask.say, &listed)?;
    let title = ask.say.t("referrals-today-title");
    html(&RowsPanel { frame: Icons::HERE, t: ask.say.clone(), title, rows, unseen, to_list: true }).map(Some)
}

/// On the page of one person: referrals that are not over, for staff who may see them.
///
/// # Errors
/// A fault.
pub fn one_person(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit.filter(|_| ask.desk.ctx().actor.role.is_staff()) else { return Ok(None) };
    let (say, now) = (ask.say, ask.desk.now());
    let mut rows = Vec::new();
    for referral in referrals::all(tx, ask.desk, permit)?.iter().filter(|one| !one.state.is_over()) {
        let drawn = shown::referral(say, referral, false, now);
        let meta = if drawn.holder.is_empty() { drawn.sender } else { say.with("referrals-held-by", "name", drawn.holder) };
        rows.push(Row { href: one::path(&referral.person, &referral.id), name: drawn.receiver, text: drawn.state, meta });
    }
    if rows.is_empty() {
        return Ok(None);
    }
    let title = say.t("referrals-person-title");
    html(&RowsPanel { frame: Icons::HERE, t: say.clone(), title, rows, unseen: 0, to_list: false }).map(Some)
}

/// Beside `/i-dag`: the way to the lists.
///
/// # Errors
/// A fault.
pub fn to_lists(_: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    if !may_hold(actor.role) || actor.employer.is_none() {
        return Ok(None);
    }
    html(&WayPanel {
        frame: Icons::HERE,
        t: ask.say.clone(),
        href: "/henvisninger".into(),
        icon: "Files",
        key: "referrals-to-list",
    })
    .map(Some)
}

/// Beside one person: the way to ask another service. Not in a preview, not for relatives.
///
/// # Errors
/// A fault.
pub fn to_ask(_: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let may = may_hold(actor.role) && actor.employer.is_some() && actor.account.is_some();
    let Some(permit) = ask.permit.filter(|_| may) else { return Ok(None) };
    let href = format!("/folk/{}/henvis", permit.person());
    html(&WayPanel { frame: Icons::HERE, t: ask.say.clone(), href, icon: "HandHeart", key: "referrals-services-title" }).map(Some)
}
