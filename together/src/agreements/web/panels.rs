//! What agreements show on `/i-dag`.

use askama::Template;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Icons, Say};
use platform::web::html;

use super::list::{Row, row};
use crate::agreements::rules::may_speak;
use crate::agreements::store;
use kernel::role::Role;

#[derive(Template)]
#[template(path = "agreements/pages/today.html")]
struct TodayPanel {
    frame: Icons,
    t: Say,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "agreements/pages/beside_today.html")]
struct BesidePanel {
    frame: Icons,
    t: Say,
}

/// Those whose work is between organisations: they are reminded. Everyone else finds the register beside `/i-dag`.
const REMINDED: [Role; 3] = [Role::Coordinator, Role::Leader, Role::Volunteer];

/// What waits for an answer, and what ends soon. In organisations without such a role, everyone sees it.
///
/// # Errors
/// A fault.
pub fn today(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let actor = &ask.desk.ctx().actor;
    let Some(employer) = actor.employer.as_ref().filter(|_| may_speak(actor.role)) else { return Ok(None) };
    let municipal = employer.kind == Some(kernel::persona::OrganisationKind::Municipality);
    if municipal && !REMINDED.contains(&actor.role) {
        return Ok(None);
    }
    let today = ask.desk.now().day();
    let near = today.plus(store::limits(tx, ask.desk.now())?.remind);
    let found = store::pressing(tx, &employer.id, today, near)?;
    if found.is_empty() {
        return Ok(None);
    }
    let rows = found.iter().map(|one| row(ask.say, one, true, today)).collect();
    html(&TodayPanel { frame: Icons::HERE, t: ask.say.clone(), rows }).map(Some)
}

/// Beside `/i-dag`: the way to the register.
///
/// # Errors
/// A fault.
pub fn beside_today(_tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    if ask.desk.ctx().actor.employer.is_none() {
        return Ok(None);
    }
    html(&BesidePanel { frame: Icons::HERE, t: ask.say.clone() }).map(Some)
}
