//! What this part shows on the day's page: to an administrator, the way to what has to be set up.

use askama::Template;
use kernel::role::Role;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::html;

use super::acts;
use super::store::organisations;

#[derive(Template)]
#[template(path = "staff/pages/panel_today.html")]
struct TodayPanel<'a> {
    frame: Frame,
    t: &'a Say,
    organisations: usize,
    at_work: i64,
}

/// An administrator's day: set-up, and who answers.
pub(super) fn today(tx: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    let ctx = ask.desk.ctx();
    if ctx.actor.role != Role::Admin || ctx.actor.employer.is_none() {
        return Ok(None);
    }
    let asker = acts::asker(ctx)?;
    let mut all = organisations::all(tx, ctx.now)?;
    all.retain(|one| asker.manages(&one.organisation.id) && one.organisation.closed_at.is_none());
    let at_work = all.iter().map(|one| one.at_work).sum();
    let frame = Frame::new(ask.desk.app(), ctx, "/i-dag");
    html(&TodayPanel { frame, t: ask.say, organisations: all.len(), at_work }).map(Some)
}
