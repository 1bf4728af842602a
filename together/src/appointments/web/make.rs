//! Making an appointment for somebody: what, when, where, how to get there.

use askama::Template;
use kernel::area::Area;
use kernel::time::{Clock, Day, Timestamp};
use platform::access::Settled;
use platform::error::{Error, FieldError};
use platform::form::Form;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use crate::appointments::rules::{MAX_LINE, MAX_WAY};
use crate::appointments::store::New;
use crate::appointments::{CHARTER, work};

#[derive(Template)]
#[template(path = "appointments/pages/make.html")]
struct MakePage {
    frame: Frame,
    t: Say,
    again: Again,
    name: String,
    back: String,
    path: String,
    areas: Vec<(&'static str, String, bool)>,
    title: String,
    date: String,
    time: String,
    place: String,
    way: String,
}

/// The form.
pub async fn form(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (person, say) = (asked.person()?, asked.say());
    let about = person.clone();
    let (name, open) = asked
        .view(&CHARTER, move |tx, desk| {
            let permit = desk.person(tx, &about)?;
            Ok((permit.card().name.clone(), permit.areas()))
        })
        .await?;
    let typed = |field: &str| asked.form.get(field).to_owned();
    let area = |area: Area| (area.key(), say.t(&format!("area-{}", area.key())), asked.form.get("omrade") == area.key());
    let page = MakePage {
        frame: asked.frame(),
        name: name.unwrap_or_else(|| say.t("appointments-the-person")),
        back: format!("/folk/{person}"),
        path: format!("/avtaler/ny/{person}"),
        areas: open.iter().map(area).collect(),
        title: typed("hva"),
        date: typed("dato"),
        time: typed("klokka"),
        place: typed("sted"),
        way: typed("vei"),
        again,
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

/// Makes it.
pub async fn make(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_make(&asked).await;
    asked.settled(outcome, draw).await
}

/// A day and a time of day that were typed.
pub(super) fn read_time(form: &Form, now: Timestamp) -> Result<Timestamp, Vec<FieldError>> {
    let day = Day::read(form.get("dato"), now.day()).ok_or(FieldError::new("dato", "form-date"));
    let clock = Clock::read(form.get("klokka")).ok_or(FieldError::new("klokka", "form-time"));
    match (day, clock) {
        (Ok(day), Ok(clock)) => Ok(day.at(clock)),
        (day, clock) => Err(day.err().into_iter().chain(clock.err()).collect()),
    }
}

async fn try_make(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["omrade", "hva", "dato", "klokka", "sted", "vei"])?;
    let (person, form) = (asked.person()?, &asked.form);
    let area = Area::parse(form.get("omrade")).ok_or(FieldError::new("omrade", "form-choose"));
    let title = form.text("hva", MAX_LINE);
    let place = form.text("sted", MAX_LINE);
    let way = form.text_or_none("vei", MAX_WAY);
    let at = read_time(form, asked.ctx.now);
    let (area, title, place, way, at) = match (area, title, place, way, at) {
        (Ok(area), Ok(title), Ok(place), Ok(way), Ok(at)) => (area, title, place, way, at),
        (area, title, place, way, at) => {
            let wrong = area.err().into_iter().chain(title.err()).chain(at.err().into_iter().flatten());
            return Err(Error::Invalid(wrong.chain(place.err()).chain(way.err()).collect()));
        }
    };
    let settled = asked.change(&CHARTER, "make", move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        let new = New {
            area: Some(area),
            title: title.as_str().to_owned(),
            with: work::signature(desk),
            account: desk.ctx().actor.account.clone(),
            place: place.as_str().to_owned(),
            way: way.as_ref().map(|way| way.as_str().to_owned()),
            at,
        };
        let id = work::make(tx, desk, &permit, &new)?;
        Ok(Settled::to(format!("/avtaler/{person}/{id}")))
    });
    settled.await
}
