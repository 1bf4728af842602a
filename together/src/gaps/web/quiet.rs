//! How long silence may last where the asker works.

use askama::Template;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use crate::gaps::CHARTER;
use crate::gaps::limits::{self, QUIET_DAYS};

#[derive(Template)]
#[template(path = "gaps/pages/quiet.html")]
struct QuietPage {
    frame: Frame,
    t: Say,
    again: Again,
    days: String,
    usual: i64,
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let found = asked.view(&CHARTER, |tx, desk| {
        let usual = limits::load(tx, desk.now())?.silence_days;
        Ok((usual, limits::quiet_days(tx, desk.ctx().actor.employer_id()?, desk.now())?))
    });
    let (usual, own) = found.await?;
    let typed = asked.form.get("days");
    let days = if typed.is_empty() { own.unwrap_or(usual).to_string() } else { typed.to_owned() };
    let page = QuietPage { frame: asked.frame(), t: asked.say(), again, days, usual };
    Reply::page_again(&page, page.again.status)
}

/// Sets it.
pub async fn set(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_set(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_set(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["days"])?;
    let days = asked.form.get("days").trim().parse().ok().filter(|days| QUIET_DAYS.contains(days));
    let days: i64 = days.ok_or_else(|| Error::field("days", "gaps-days-wrong"))?;
    let settled = asked.change(&CHARTER, "set-silence", move |tx, desk| {
        let actor = &desk.ctx().actor;
        let me = actor.account.as_ref().ok_or(Error::SignIn)?;
        limits::set_quiet_days(tx, actor.employer_id()?, days, me, desk.now())?;
        Ok(Settled::to("/brudd/stillhet"))
    });
    settled.await
}
