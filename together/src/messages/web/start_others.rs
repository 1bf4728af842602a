//! Somebody around the person begins a thread with them, in an area that is shared with the writer.

use askama::Template;
use kernel::area::Area;
use kernel::id::PersonId;
use platform::access::{Permit, Settled};
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::sender;
use crate::messages::rules::{Kind, MAX_SUBJECT, MAX_WORDS, Refusal};
use crate::messages::store::{self, Member, NewThread, said, sees};
use crate::messages::{CHARTER, MESSAGE_SENT};

#[derive(Template)]
#[template(path = "messages/pages/start_others.html")]
struct StartPage {
    frame: Frame,
    t: Say,
    again: Again,
    back: String,
    path: String,
    contact: String,
    name: String,
    areas: Vec<(&'static str, String, bool)>,
    subject: String,
    words: String,
    question: bool,
}

fn open_areas(permit: &Permit) -> Vec<Area> {
    Area::ALL.into_iter().filter(|area| sees(permit, *area)).collect()
}

/// About what, and the words.
pub async fn form(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (person, say) = (asked.person()?, asked.say());
    let about = person.clone();
    let (areas, name) = asked
        .view(&CHARTER, move |tx, desk| {
            let permit = desk.person(tx, &about)?;
            Ok((open_areas(&permit), permit.card().name.clone()))
        })
        .await?;
    let only_one = areas.len() == 1;
    let chosen = asked.form.get("omrade");
    let choice = |area: &Area| (area.key(), say.t(&format!("area-{}", area.key())), only_one || area.key() == chosen);
    let page = StartPage {
        frame: asked.frame(),
        back: format!("/folk/{person}"),
        path: format!("/beskjeder/{person}/ny"),
        contact: format!("/beskjeder/{person}/kontakt"),
        name: name.unwrap_or_else(|| say.t("messages-the-person")),
        areas: areas.iter().map(choice).collect(),
        subject: asked.form.get("emne").to_owned(),
        words: asked.form.get("words").to_owned(),
        question: asked.form.has("question"),
        again,
        t: say.clone(),
    };
    Reply::page_again(&page, page.again.status)
}

/// Begins it.
pub async fn begin(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_begin(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_begin(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["omrade", "emne", "words", "question"])?;
    let person: PersonId = asked.person()?;
    let area = Area::parse(asked.form.get("omrade")).ok_or(FieldError::new("omrade", "form-choose"));
    let (subject, words) = (asked.form.text("emne", MAX_SUBJECT), asked.form.text("words", MAX_WORDS));
    let (area, subject, words) = match (area, subject, words) {
        (Ok(area), Ok(subject), Ok(words)) => (area, subject, words),
        (area, subject, words) => {
            return Err(Error::Invalid(area.err().into_iter().chain(subject.err()).chain(words.err()).collect()));
        }
    };
    let kind = if asked.form.has("question") { Kind::Question } else { Kind::Words };
    let settled = asked.change(&CHARTER, "begin", move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        if !sees(&permit, area) {
            return Err(Refusal::DoesNotSee.into());
        }
        let account = desk.ctx().actor.account.clone().ok_or(Error::SignIn)?;
        let name = sender(desk).unwrap_or_default();
        let me = Member { key: account.to_string(), account: Some(account), organisation: None, name: name.clone() };
        let new = NewThread { area, subject: subject.as_str(), members: &[me] };
        let thread = store::begin(tx, desk, &permit, &new)?;
        said::say(tx, desk, &permit, &thread.id, (kind, Some(words.as_str())), Some(&name))?;
        desk.tell(tx, MESSAGE_SENT, Some(&person), thread.id.as_str())?;
        Ok(Settled::to(format!("/beskjeder/{person}/{}", thread.id)))
    });
    settled.await
}
