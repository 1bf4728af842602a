//! `/ta-med`: what can be printed and taken along, and what stays when somebody leaves.

use askama::Template;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Frame, Icons, Say};
use platform::leaving::rules;
use platform::web::{Asked, Reply, Route, Who, get, html, post};

use super::parcel::{self, Gathered};
use super::{CHARTER, letter};

/// Every address.
pub const ROUTES: &[Route] =
    &[get("/ta-med", Who::Person, |asked| asked.answer(front)), post("/ta-med", Who::Person, |asked| asked.answer(take))];

/// Pages that print well, as long as some part answers there.
const PRINTED: [(&str, &str); 3] =
    [("/planen", "leaving-print-plan"), ("/sett", "leaving-print-log"), ("/krisekort", "leaving-print-card")];

#[derive(Template)]
#[template(path = "leaving/pages/front.html")]
struct FrontPage {
    frame: Frame,
    t: Say,
    print: Vec<(&'static str, String)>,
    stays: Vec<String>,
}

#[derive(Template)]
#[template(path = "leaving/pages/link.html")]
struct Link {
    frame: Icons,
    t: Say,
}

async fn front(asked: Asked) -> Result<Reply, Error> {
    let today = asked.ctx.now.day();
    let view = asked.view(&CHARTER, move |tx, desk| {
        desk.own(tx)?;
        rules(tx, today)
    });
    let rules = view.await?;
    let (frame, t) = (asked.frame(), asked.say());
    let print = PRINTED.into_iter().filter(|(path, _)| frame.leads_to(path)).map(|(path, key)| (path, t.t(key)));
    let print = print.collect();
    let stays = rules.values().filter_map(|rule| parcel::stays(&t, rule)).collect();
    Reply::page(&FrontPage { frame, print, stays, t })
}

/// A file is asked for with a button and not with a link, so that no browser fetches it ahead of time.
async fn take(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["what"])?;
    asked.token().check()?;
    let view = asked.view(&CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        parcel::gathered(tx, desk, own)
    });
    let gathered = view.await?;
    let what = asked.form.get("what").to_owned();
    file(&asked, &gathered, &what)
}

fn file(asked: &Asked, gathered: &Gathered, what: &str) -> Result<Reply, Error> {
    let t = asked.say();
    match what {
        "read" => Ok(Reply::file("text/html; charset=utf-8", "les.html", gathered.readable(&t)?)),
        "machine" => Ok(Reply::file("application/fhir+json", "bundle.json", gathered.bundle(crate::TAKEN_ALONG))),
        "letter" => Ok(Reply::file("application/pdf", "brev.pdf", letter::of_plan(gathered, &t)?)),
        _ => Err(Error::field("what", "form-choose")),
    }
}

/// The way here, beside `/hjem`.
pub fn link(_: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    if !ask.permit.is_some_and(platform::access::Permit::is_own) {
        return Ok(None);
    }
    html(&Link { frame: Icons::HERE, t: ask.say.clone() }).map(Some)
}
