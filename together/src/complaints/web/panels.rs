//! What complaints show on pages that many share.

use askama::Template;
use kernel::role::Role;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Icons, Say};
use platform::web::html;

use super::state;
use crate::complaints::store;

#[derive(Template)]
#[template(path = "complaints/pages/mine.html")]
struct MinePanel {
    frame: Icons,
    t: Say,
    rows: Vec<(String, String, String)>,
}

#[derive(Template)]
#[template(path = "complaints/pages/today.html")]
struct TodayPanel {
    frame: Icons,
    t: Say,
    waiting: usize,
    late: usize,
}

/// On `/hjem`: the letters the person keeps, and where they stand.
///
/// # Errors
/// A fault.
pub fn mine_panel(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let row = |one: &store::Listed| {
        let title = ask.say.with(&format!("complaints-about-{}", one.kind.key()), "place", &one.about);
        (format!("/mine-brev/{}", one.id), title, state(ask.say, one.state, ask.desk.now()))
    };
    let rows: Vec<_> = store::mine(tx, own)?.iter().map(row).collect();
    if rows.is_empty() {
        return Ok(None);
    }
    html(&MinePanel { frame: Icons::HERE, t: ask.say.clone(), rows }).map(Some)
}

/// On `/i-dag`, for the leader and the privacy contact: how many wait.
///
/// # Errors
/// A fault.
pub fn today(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let reads = matches!(actor.role, Role::Leader | Role::PrivacyContact);
    let Some(employer) = actor.employer.as_ref().filter(|_| reads) else { return Ok(None) };
    let letters = store::waiting(tx, &employer.id)?;
    let (waiting, now) = (letters.len(), ask.desk.now());
    let late = letters.iter().filter(|one| one.state.key(now) == "late").count();
    if waiting == 0 {
        return Ok(None);
    }
    html(&TodayPanel { frame: Icons::HERE, t: ask.say.clone(), waiting, late }).map(Some)
}
