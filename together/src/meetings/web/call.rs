//! Calling a meeting: a neutral title, where and when, a number to call in on, and who.

use askama::Template;
use kernel::text::Phone;
use kernel::time::{Clock, Day};
use platform::access::Settled;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use crate::meetings::around::{around, member};
use crate::meetings::rules::MAX_LINE;
use crate::meetings::shown::{Choice, name_of};
use crate::meetings::store::{Member, New};
use crate::meetings::{CHARTER, work};

#[derive(Template)]
#[template(path = "meetings/pages/call.html")]
struct CallPage {
    frame: Frame,
    t: Say,
    again: Again,
    name: String,
    back: String,
    path: String,
    title: String,
    date: String,
    time: String,
    place: String,
    phone: String,
    others: String,
    who: Vec<Choice>,
}

/// The form.
pub async fn form(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (person, say) = (asked.person()?, asked.say());
    let (about, words) = (person.clone(), say.clone());
    let (name, known) = asked
        .view(&CHARTER, move |tx, desk| {
            let permit = desk.person(tx, &about)?;
            Ok((name_of(&words, &permit), around(tx, desk, &permit)?))
        })
        .await?;
    let typed = |field: &str, start: String| if asked.form.has(field) { asked.form.get(field).to_owned() } else { start };
    let chosen = |key: &str| asked.form.all("hvem").any(|one| one == key);
    let page = CallPage {
        frame: asked.frame(),
        back: format!("/folk/{person}"),
        path: format!("/moter/ny/{person}"),
        title: typed("tittel", say.t("meetings-title-start")),
        date: typed("dato", String::new()),
        time: typed("klokka", String::new()),
        place: typed("sted", String::new()),
        phone: typed("telefon", String::new()),
        others: typed("andre", String::new()),
        who: known.iter().map(|one| Choice { key: one.key.clone(), word: one.name.clone(), chosen: chosen(&one.key) }).collect(),
        name,
        again,
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

/// Calls it.
pub async fn call(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_call(&asked).await;
    asked.settled(outcome, draw).await
}

/// What was typed, but for who.
fn read(asked: &Asked) -> Result<New, Vec<FieldError>> {
    let form = &asked.form;
    let (title, place) = (form.text("tittel", MAX_LINE), form.text("sted", MAX_LINE));
    let day = Day::read(form.get("dato"), asked.ctx.now.day()).ok_or(FieldError::new("dato", "form-date"));
    let clock = Clock::read(form.get("klokka")).ok_or(FieldError::new("klokka", "form-time"));
    let phone = match form.get("telefon").trim() {
        "" => Ok(None),
        typed => Phone::parse(typed).map(|phone| Some(phone.stored().to_owned())).ok_or(FieldError::new("telefon", "form-phone")),
    };
    match (title, place, day, clock, phone) {
        (Ok(title), Ok(place), Ok(day), Ok(clock), Ok(phone)) => Ok(New {
            title: title.as_str().to_owned(),
            place: place.as_str().to_owned(),
            phone,
            at: day.at(clock),
            members: Vec::new(),
        }),
        (title, place, day, clock, phone) => {
            let wrong = title.err().into_iter().chain(day.err()).chain(clock.err()).chain(place.err());
            Err(wrong.chain(phone.err()).collect())
        }
    }
}

async fn try_call(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["tittel", "dato", "klokka", "sted", "telefon", "hvem", "andre"])?;
    let person = asked.person()?;
    let new = read(asked).map_err(Error::Invalid)?;
    let others = asked.form.text_or_none("andre", MAX_LINE).map_err(|wrong| Error::Invalid(vec![wrong]))?;
    let who: Vec<String> = asked.form.all("hvem").map(str::to_owned).collect();
    let settled = asked.change(&CHARTER, "call", move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        let mut members: Vec<Member> = around(tx, desk, &permit)?;
        members.retain(|one| who.contains(&one.key));
        for name in others.as_ref().map_or("", kernel::text::Text::as_str).split(',').map(str::trim) {
            if !name.is_empty() {
                members.push(member(&kernel::id::hex(desk.bits()), name));
            }
        }
        let id = work::call(tx, desk, &permit, &New { members, ..new.clone() })?;
        Ok(Settled::to(format!("/moter/{person}/{id}")))
    });
    settled.await
}
