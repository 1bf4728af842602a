//! «We tried to reach you»: how, when, and why it did not come to contact.

use askama::Template;
use kernel::id::{PersonId, RowId};
use kernel::time::{Clock, Day, Timestamp};
use platform::access::Settled;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::sender;
use crate::messages::rules::{Way, WhyNot, attempt_at};
use crate::messages::store;
use crate::messages::store::attempts::{self, NewAttempt};
use crate::messages::{CHARTER, CONTACT_TRIED};

#[derive(Template)]
#[template(path = "messages/pages/contact.html")]
struct ContactPage {
    frame: Frame,
    t: Say,
    again: Again,
    back: String,
    name: String,
    path: String,
    ways: Vec<(&'static str, String, bool)>,
    reasons: Vec<(&'static str, String, bool)>,
    date: String,
    time: String,
}

/// The thread it is told in, if the address names one.
fn in_thread(asked: &Asked) -> Result<Option<RowId>, Error> {
    match asked.param("thread") {
        "" => Ok(None),
        text => RowId::parse(text).map(Some).ok_or(Error::Missing),
    }
}

fn back_to(person: &PersonId, thread: Option<&RowId>) -> String {
    thread.map_or_else(|| format!("/folk/{person}"), |thread| format!("/beskjeder/{person}/{thread}"))
}

/// How, when and why not.
pub async fn form(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (person, thread, say) = (asked.person()?, in_thread(&asked)?, asked.say());
    let (about, which) = (person.clone(), thread.clone());
    let name = asked
        .view(&CHARTER, move |tx, desk| {
            let permit = desk.person(tx, &about)?;
            if let Some(which) = &which {
                store::thread(tx, desk, &permit, which)?;
            }
            Ok(permit.card().name.clone())
        })
        .await?;
    let way = |way: &Way| (way.key(), say.t(&format!("messages-way-{}", way.key())), asked.form.get("mate") == way.key());
    let why = |why: &WhyNot| (why.key(), say.t(&format!("messages-why-{}", why.key())), asked.form.get("hvorfor") == why.key());
    let (hour, minute) = asked.ctx.now.clock().parts();
    let typed = |field: &str, start: String| if asked.form.has(field) { asked.form.get(field).to_owned() } else { start };
    let (year, month, day) = asked.ctx.now.day().parts();
    let page = ContactPage {
        frame: asked.frame(),
        path: thread
            .as_ref()
            .map_or_else(|| format!("/beskjeder/{person}/kontakt"), |thread| format!("/beskjeder/{person}/{thread}/kontakt")),
        back: back_to(&person, thread.as_ref()),
        name: name.unwrap_or_else(|| say.t("messages-the-person")),
        ways: Way::ALL.iter().map(way).collect(),
        reasons: WhyNot::ALL.iter().map(why).collect(),
        date: typed("dato", format!("{day}.{month}.{year}")),
        time: typed("klokka", format!("{hour:02}.{minute:02}")),
        again,
        t: say.clone(),
    };
    Reply::page_again(&page, page.again.status)
}

/// Tells it.
pub async fn tell(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_tell(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_tell(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["mate", "hvorfor", "dato", "klokka"])?;
    let (person, thread) = (asked.person()?, in_thread(asked)?);
    let way = Way::parse(asked.form.get("mate")).ok_or(FieldError::new("mate", "form-choose"));
    let why = WhyNot::parse(asked.form.get("hvorfor")).ok_or(FieldError::new("hvorfor", "form-choose"));
    let day = Day::read(asked.form.get("dato"), asked.ctx.now.day()).ok_or(FieldError::new("dato", "form-date"));
    let clock = read_clock(asked.form.get("klokka")).ok_or(FieldError::new("klokka", "form-time"));
    let (way, why, tried_at): (Way, WhyNot, Timestamp) = match (way, why, day, clock) {
        (Ok(way), Ok(why), Ok(day), Ok(clock)) => (way, why, day.at(clock)),
        (way, why, day, clock) => {
            let wrong = way.err().into_iter().chain(why.err()).chain(day.err()).chain(clock.err());
            return Err(Error::Invalid(wrong.collect()));
        }
    };
    let new = NewAttempt { thread, way, why, tried_at };
    let settled = asked.change(&CHARTER, "contact-tried", move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        attempt_at(new.tried_at, desk.now())?;
        if let Some(thread) = &new.thread {
            store::thread(tx, desk, &permit, thread)?;
        }
        let id = attempts::add(tx, desk, &permit, &new, &sender(desk).unwrap_or_default())?;
        desk.tell(tx, CONTACT_TRIED, Some(&person), id.as_str())?;
        Ok(Settled::to(back_to(&person, new.thread.as_ref())))
    });
    settled.await
}

/// `10.30`, `10:30` or `10`.
fn read_clock(typed: &str) -> Option<Clock> {
    let text = typed.trim().trim_start_matches("kl.").trim();
    let (hour, minute) = text.split_once(['.', ':']).unwrap_or((text, "0"));
    let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then(|| Clock::at(hour, minute))
}
