//! The leader's pages: what people said of the services one leads, and what was done about it.

use askama::Template;
use kernel::id::OrganisationId;
use platform::access::receivers::Organisation;
use platform::access::{Desk, Settled, led};
use platform::db::Tx;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::months::{ShownMonth, shown_month};
use crate::feedback::rules::{MAX_REPLY, Month, may_reply, shown_months};
use crate::feedback::{CHARTER, store};

#[derive(Template)]
#[template(path = "feedback/pages/list.html")]
struct ListPage {
    frame: Frame,
    t: Say,
    places: Vec<(String, Vec<(String, String, String)>)>,
}

#[derive(Template)]
#[template(path = "feedback/pages/reply.html")]
struct ReplyPage {
    frame: Frame,
    t: Say,
    again: Again,
    place: String,
    action: String,
    month: ShownMonth,
    said: String,
    did: String,
    seen: i64,
}

fn led(tx: &mut Tx<'_>, desk: &Desk<'_>) -> Result<Vec<Organisation>, Error> {
    led::led_by(tx, desk.ctx().actor.employer_id()?, desk.now())
}

/// The services one leads, with the months that have answers.
pub async fn list(asked: Asked) -> Result<Reply, Error> {
    let say = asked.say();
    let found = asked.view(&CHARTER, move |tx, desk| {
        let mut places = Vec::new();
        for place in led(tx, desk)? {
            let replies = store::replies(tx, &place.id)?;
            let mut months = Vec::new();
            for month in shown_months(desk.now().day()) {
                let shown = shown_month(tx, &say, &place, &month, &replies)?;
                if !shown.rows.is_empty() || shown.reply.is_some() {
                    let state = if shown.reply.is_some() { "feedback-replied" } else { "feedback-no-reply" };
                    months.push((format!("/tilbakemeldinger/{}/{}", place.id, shown.key), shown.name, say.t(state)));
                }
            }
            if !months.is_empty() {
                places.push((place.name, months));
            }
        }
        Ok(places)
    });
    let places = found.await?;
    Reply::page(&ListPage { frame: asked.frame(), t: asked.say(), places })
}

fn which(asked: &Asked) -> Result<(OrganisationId, Month), Error> {
    let id = OrganisationId::parse(asked.param("organisation")).ok_or(Error::Missing)?;
    Ok((id, Month::parse(asked.param("month")).ok_or(Error::Missing)?))
}

/// One month, with the reply.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let ((id, month), say) = (which(&asked)?, asked.say());
    let found = asked.view(&CHARTER, move |tx, desk| {
        let place = led(tx, desk)?.into_iter().find(|place| place.id == id).ok_or(Error::Missing)?;
        if !shown_months(desk.now().day()).contains(&month) {
            return Err(Error::Missing);
        }
        let replies = store::replies(tx, &place.id)?;
        let shown = shown_month(tx, &say, &place, &month, &replies)?;
        Ok((place, shown, replies.into_iter().find(|reply| reply.month == month)))
    });
    let (place, month, reply) = found.await?;
    let back = again.status.is_some();
    let stood = |typed: &str, stands: Option<&String>| {
        if back { typed.to_owned() } else { stands.cloned().unwrap_or_default() }
    };
    let page = ReplyPage {
        frame: asked.frame(),
        action: format!("/tilbakemeldinger/{}/{}", place.id, month.key),
        place: place.name,
        said: stood(asked.form.get("said"), reply.as_ref().map(|reply| &reply.said)),
        did: stood(asked.form.get("did"), reply.as_ref().map(|reply| &reply.did)),
        seen: reply.as_ref().map_or(0, |reply| reply.version),
        month,
        t: asked.say(),
        again,
    };
    Reply::page_again(&page, page.again.status)
}

/// Writes the reply.
pub async fn write(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_write(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_write(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["said", "did", "seen"])?;
    let (id, month) = which(asked)?;
    let mut errors: Vec<FieldError> = Vec::new();
    let said = asked.form.text("said", MAX_REPLY).map_err(|error| errors.push(error)).ok();
    let did = asked.form.text("did", MAX_REPLY).map_err(|error| errors.push(error)).ok();
    let (Some(said), Some(did)) = (said, did) else { return Err(Error::Invalid(errors)) };
    let seen: i64 = asked.form.get("seen").parse().map_err(|_| Error::field("said", "form-half-sent"))?;
    let settled = asked.change(&CHARTER, "reply-to-feedback", move |tx, desk| {
        let leads = led(tx, desk)?.iter().any(|place| place.id == id);
        let replies = store::replies(tx, &id)?;
        let there = replies.iter().find(|reply| reply.month == month).map_or(0, |reply| reply.version);
        may_reply(leads, &month, desk.now().day(), (seen, there)).map_err(|no| Error::refused(&no))?;
        store::reply(tx, desk, (&id, &month), (said.as_str(), did.as_str()), seen)?;
        desk.note_nobody();
        Ok(Settled::to("/tilbakemeldinger"))
    });
    settled.await
}
