//! What feedback shows on the person's own page.

use askama::Template;
use platform::access::{Permit, relations};
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Frame, Icons, Say};
use platform::web::html;

use super::months::{ShownReply, month_name, shown_reply};
use crate::feedback::rules::shown_months;
use crate::feedback::store;

/// Most replies beside the home page.
const REPLIES: usize = 1;

#[derive(Template)]
#[template(path = "feedback/pages/home.html")]
struct HomePanel {
    frame: Frame,
    t: Say,
}

#[derive(Template)]
#[template(path = "feedback/pages/done.html")]
struct DonePanel {
    t: Say,
    replies: Vec<(String, ShownReply)>,
}

#[derive(Template)]
#[template(path = "feedback/pages/to_tell.html")]
struct ToTellRow {
    frame: Icons,
    t: Say,
}

/// «How did it go?», after a contact and no longer than two weeks.
///
/// # Errors
/// A fault.
pub fn how_did_it_go(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    if store::asked(tx, own, ask.desk.now())?.is_none() {
        return Ok(None);
    }
    let frame = Frame::new(ask.desk.app(), ask.desk.ctx(), "/hjem");
    html(&HomePanel { frame, t: ask.say.clone() }).map(Some)
}

/// «This is what you said. This is what we did.»: the newest replies of those who help the person.
///
/// # Errors
/// A fault.
pub fn what_was_done(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let Some(own) = ask.permit.filter(|permit| permit.is_own()) else { return Ok(None) };
    let now = ask.desk.now();
    let mut around: Vec<_> =
        relations::running(tx, own, now)?.into_iter().map(|one| (one.organisation, one.organisation_name)).collect();
    around.sort();
    around.dedup();
    let months = shown_months(now.day());
    let mut found = Vec::new();
    for (organisation, name) in around {
        let newest = store::replies(tx, &organisation)?.into_iter().find(|reply| months.contains(&reply.month));
        found.extend(newest.map(|reply| (name, reply)));
    }
    found.sort_by(|(_, one), (_, other)| other.at.cmp(&one.at));
    let draw = |(name, reply): &(String, store::Reply)| {
        let title = ask.say.with2("feedback-place-month", "place", name, "month", month_name(ask.say, &reply.month));
        (title, shown_reply(ask.say, reply))
    };
    let replies: Vec<_> = found.iter().take(REPLIES).map(draw).collect();
    if replies.is_empty() {
        return Ok(None);
    }
    html(&DonePanel { t: ask.say.clone(), replies }).map(Some)
}

/// The way to saying how it went, in the quiet list.
pub fn to_tell(_: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    if !ask.permit.is_some_and(Permit::is_own) {
        return Ok(None);
    }
    html(&ToTellRow { frame: Icons::HERE, t: ask.say.clone() }).map(Some)
}
