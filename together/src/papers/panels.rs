//! What papers show on pages that many share: home, and one person.

use askama::Template;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Icons, Say};
use platform::web::html;

use super::sheet::{self, Sheet};
use super::store;

#[derive(Template)]
#[template(path = "papers/pages/home.html")]
struct HomePanel {
    frame: Icons,
    t: Say,
    waiting: i64,
}

#[derive(Template)]
#[template(path = "papers/pages/one_person.html")]
struct OnePersonPanel {
    t: Say,
    papers: Vec<Sheet>,
}

/// Beside `/hjem`: the way to the papers, when there are any, and how many proposals wait.
///
/// # Errors
/// A fault.
pub fn home(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    if store::received(tx, own)?.is_empty() {
        return Ok(None);
    }
    let waiting = store::waiting(tx, own)?;
    html(&HomePanel { frame: Icons::HERE, t: ask.say.clone(), waiting }).map(Some)
}

/// On the page of one person: the newest papers in the areas that are shared. Nothing at all when there are none, whether
/// nothing has come or nothing is shared.
///
/// # Errors
/// A fault.
pub fn one_person(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(permit) = ask.permit else { return Ok(None) };
    let papers = store::newest(tx, permit)?;
    if papers.is_empty() {
        return Ok(None);
    }
    let papers = papers.iter().map(|paper| sheet::read(paper, ask.say)).collect();
    html(&OnePersonPanel { t: ask.say.clone(), papers }).map(Some)
}
