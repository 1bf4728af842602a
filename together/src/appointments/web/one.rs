//! One appointment, as those see it who made it: the answer, another time, cancelling, and how it went.

use askama::Template;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::appointment_id;
use super::make::read_time;
use crate::appointments::rules::{By, MAX_LINE};
use crate::appointments::shown::{Shown, shown};
use crate::appointments::store::{self, by};
use crate::appointments::work::Edit;
use crate::appointments::{CHARTER, work};

#[derive(Template)]
#[template(path = "appointments/pages/one.html")]
struct OnePage {
    frame: Frame,
    t: Say,
    again: Again,
    back: String,
    path: String,
    one: Shown,
    ours: bool,
    date: String,
    time: String,
    place: String,
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (person, id, say, now) = (asked.person()?, appointment_id(&asked)?, asked.say(), asked.ctx.now);
    let (about, which, words) = (person.clone(), id.clone(), say.clone());
    let (one, ours, at) = asked
        .view(&CHARTER, move |tx, desk| {
            let permit = desk.person(tx, &about)?;
            let one = store::find(tx, desk, &permit, &which)?;
            let ours = by(desk, &permit, &one.organisation) == By::Maker;
            Ok((shown(&words, &permit, &one, now), ours, one.state.at))
        })
        .await?;
    let (year, month, day) = at.day().parts();
    let (hour, minute) = at.clock().parts();
    let typed = |field: &str, there: String| if asked.form.has(field) { asked.form.get(field).to_owned() } else { there };
    let page = OnePage {
        frame: asked.frame(),
        back: format!("/folk/{person}"),
        path: format!("/avtaler/{person}/{id}"),
        date: typed("dato", format!("{day}.{month}.{year}")),
        time: typed("klokka", format!("{hour:02}.{minute:02}")),
        place: typed("sted", one.place.clone()),
        one,
        ours,
        again,
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

fn seen(asked: &Asked) -> i64 {
    asked.form.get("sett").parse().unwrap_or(0)
}

async fn edit(asked: &Asked, act: &'static str, edit: Edit, to: String) -> Result<Settled, Error> {
    let (person, id) = (asked.person()?, appointment_id(asked)?);
    let settled = asked.change(&CHARTER, act, move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        work::edit(tx, desk, &permit, &id, &edit)?;
        Ok(Settled::to(to.clone()))
    });
    settled.await
}

/// Another time or place.
pub async fn change(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_change(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_change(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["dato", "klokka", "sted", "sett"])?;
    let to = read_time(&asked.form, asked.ctx.now).map_err(Error::Invalid)?;
    let place = asked.form.text("sted", MAX_LINE).map_err(|wrong| Error::Invalid(vec![wrong]))?;
    let moved = Edit::Move { to, place: place.as_str().to_owned(), seen: seen(asked) };
    edit(asked, "move", moved, page_of(asked)?).await
}

fn page_of(asked: &Asked) -> Result<String, Error> {
    Ok(format!("/avtaler/{}/{}", asked.person()?, appointment_id(asked)?))
}

/// It is off.
pub async fn cancel(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_cancel(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_cancel(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["sett"])?;
    edit(asked, "cancel", Edit::Cancel { seen: seen(asked) }, page_of(asked)?).await
}

/// Met or not met: one tap.
pub async fn tell(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_tell(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_tell(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["gikk", "fra"])?;
    let met = match asked.form.get("gikk") {
        "met" => true,
        "missed" => false,
        _ => return Err(Error::field("gikk", "form-choose")),
    };
    let to = if asked.form.get("fra") == "liste" { "/avtaler".to_owned() } else { page_of(asked)? };
    edit(asked, "tell", Edit::Tell { met }, to).await
}
