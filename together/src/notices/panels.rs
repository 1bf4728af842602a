//! What the part shows on pages that many share.

use askama::Template;
use platform::access::Permit;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Icons, Say};
use platform::web::html;

use super::store::{self, OwnerKey};

#[derive(Template)]
#[template(path = "notices/pages/panel_more.html")]
struct More<'a> {
    frame: Icons,
    t: &'a Say,
    line: String,
}

/// «Varsling», and whether anything is on.
pub fn home_more(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| Permit::is_own(permit)) else { return Ok(None) };
    let on = !store::reachable(tx, &OwnerKey::person(own.person()))?.is_empty();
    let line = ask.say.t(if on { "notices-panel-on" } else { "notices-panel-off" });
    html(&More { frame: Icons::HERE, t: ask.say, line }).map(Some)
}
