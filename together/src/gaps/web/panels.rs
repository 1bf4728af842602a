//! What the guard shows on pages that many share.

use askama::Template;
use kernel::role::Role;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{ContactItem, Icons, Say};
use platform::web::html;

use super::list::{self, Row};
use crate::gaps::store::lists::{After, Which};
use crate::gaps::store::{self, Gap};

/// Rows on `/i-dag`.
const ROWS: usize = 5;

#[derive(Template)]
#[template(path = "gaps/pages/home.html")]
struct HomePanel {
    t: Say,
    watched: Vec<(String, ContactItem)>,
}

#[derive(Template)]
#[template(path = "gaps/pages/today.html")]
struct TodayPanel {
    frame: Icons,
    t: Say,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "gaps/pages/one_person.html")]
struct OnePersonPanel {
    frame: Icons,
    t: Say,
    rows: Vec<Row>,
}

fn running(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Vec<Gap>, Error> {
    let Some(permit) = ask.permit else { return Ok(Vec::new()) };
    let mut all = store::all(tx, ask.desk, permit)?;
    all.retain(|gap| gap.closed_at.is_none());
    Ok(all)
}

/// On `/hjem`, in calm words: who sees to it that the person gets on to a next place. Each of them once; that nobody wrote for
/// a while is not the person's to worry about.
///
/// # Errors
/// A fault.
pub fn home(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    if !ask.permit.is_some_and(platform::access::Permit::is_own) {
        return Ok(None);
    }
    let mut watched: Vec<(String, ContactItem)> = Vec::new();
    for gap in running(tx, ask)? {
        let words = ask.say.with2("gaps-home", "name", &gap.owner_name, "where", &gap.organisation_name);
        if gap.open.cause != crate::gaps::rules::Cause::Silence && !watched.iter().any(|(there, _)| *there == words) {
            watched.push((words, list::phone(&gap)));
        }
    }
    if watched.is_empty() {
        return Ok(None);
    }
    html(&HomePanel { t: ask.say.clone(), watched }).map(Some)
}

/// On `/i-dag`: those that are the asker's.
///
/// # Errors
/// A fault.
pub fn today(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    if actor.employer.is_none() || actor.account.is_none() {
        return Ok(None);
    }
    let which: &[Which] = if actor.role == Role::Leader { &[Which::Mine, Which::Led] } else { &[Which::Mine] };
    let mut rows = Vec::new();
    for which in which {
        let section = list::section(tx, ask.desk, ask.say, *which, &After::default())?;
        rows.extend(section.map(|section| section.rows).unwrap_or_default());
    }
    rows.truncate(ROWS);
    if rows.is_empty() {
        return Ok(None);
    }
    html(&TodayPanel { frame: Icons::HERE, t: ask.say.clone(), rows }).map(Some)
}

/// On the page of one person: what lacks a next step, for those who see to it.
///
/// # Errors
/// A fault.
pub fn one_person(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    if !ask.desk.ctx().actor.role.is_staff() {
        return Ok(None);
    }
    let row = |gap: &Gap| Row {
        href: format!("/brudd/{}", gap.id),
        title: ask.say.t(&format!("gaps-cause-{}", gap.open.cause.key())),
        text: list::owner(ask.say, gap),
        meta: ask.say.with("gaps-since", "when", ask.say.when(gap.open.since, ask.desk.now())),
    };
    let rows: Vec<Row> = running(tx, ask)?.iter().map(row).collect();
    if rows.is_empty() {
        return Ok(None);
    }
    html(&OnePersonPanel { frame: Icons::HERE, t: ask.say.clone(), rows }).map(Some)
}
