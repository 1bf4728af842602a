//! What somebody wants of a home: filled in by the person, or together with the housing service.

use askama::Template;
use kernel::id::PersonId;
use platform::access::Settled;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::one::Choices;
use super::shown::word;
use crate::housing::CHARTER;
use crate::housing::acts;
use crate::housing::fit::{Support, Trait, Wanted};
use crate::housing::rules::WORDS_MAX;
use crate::housing::store::needs::{self, Written};

#[derive(Template)]
#[template(path = "housing/pages/need.html")]
struct NeedPage {
    frame: Frame,
    t: Say,
    again: Again,
    path: String,
    back: String,
    name: Option<String>,
    since: Option<String>,
    words: String,
    musts: Choices,
    wishes: Choices,
    supports: Choices,
}

/// The person's own form.
pub async fn form(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

/// The same, together with the person.
pub async fn form_for(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

fn person_of(asked: &Asked) -> Result<Option<PersonId>, Error> {
    if asked.param("person").is_empty() { Ok(None) } else { asked.person().map(Some) }
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (person, t) = (person_of(&asked)?, asked.say());
    let about = person.clone();
    let (need, name) = asked
        .view(&CHARTER, move |tx, desk| {
            let permit = match &about {
                Some(person) => desk.person(tx, person)?,
                None => desk.own(tx)?,
            };
            Ok((needs::waiting_of(tx, &permit)?, permit.card().name.clone()))
        })
        .await?;
    let typed = asked.form.has("token");
    let known = need.as_ref().map(|need| &need.wanted);
    let ticked = |field: &'static str, of: fn(&Wanted) -> &Vec<Trait>| -> Choices {
        let on = |one: &Trait| match known {
            _ if typed => asked.form.all(field).any(|key| key == one.key()),
            Some(wanted) => of(wanted).contains(one),
            None => false,
        };
        Trait::ALL.iter().map(|one| (one.key(), word(&t, *one), on(one))).collect()
    };
    let chosen = if typed { asked.form.get("support") } else { known.map_or("", |wanted| wanted.support.key()) };
    let support = |one: &Support| (one.key(), t.t(&format!("housing-support-{}", one.key())), one.key() == chosen);
    let words = need.as_ref().and_then(|need| need.words.clone()).unwrap_or_default();
    let page = NeedPage {
        path: person.as_ref().map_or("/min-bolig/behov".into(), |person| format!("/bolig/behov/{person}")),
        back: person.as_ref().map_or("/min-bolig".into(), |person| format!("/bolig/en/{person}")),
        name: person.as_ref().map(|_| name.unwrap_or_else(|| t.t("housing-unnamed"))),
        since: need.as_ref().map(|need| t.with("housing-waits-since", "date", t.date_with_year(need.asked_at.day()))),
        words: if typed { asked.form.get("words").to_owned() } else { words },
        musts: ticked("must", |wanted| &wanted.musts),
        wishes: ticked("wish", |wanted| &wanted.wishes),
        supports: Support::ALL.iter().map(support).collect(),
        frame: asked.frame(),
        again,
        t: t.clone(),
    };
    Reply::page_again(&page, page.again.status)
}

fn read(asked: &Asked) -> Result<Written, Error> {
    asked.form.only(&["words", "must", "wish", "support"])?;
    let support = Support::parse(asked.form.get("support")).ok_or(FieldError::new("support", "form-choose"));
    let (words, support) = match (asked.form.text_or_none("words", WORDS_MAX), support) {
        (Ok(words), Ok(support)) => (words, support),
        (words, support) => return Err(Error::Invalid(words.err().into_iter().chain(support.err()).collect())),
    };
    let ticked = |field| asked.form.all(field).filter_map(Trait::parse).collect();
    let wanted = Wanted { wishes: ticked("wish"), musts: ticked("must"), support };
    Ok(Written { words: words.map(|words| words.as_str().to_owned()), wanted })
}

/// Writes it down.
pub async fn write(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_write(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_write(asked: &Asked) -> Result<Settled, Error> {
    let written = read(asked)?;
    asked.change(&CHARTER, "want", move |tx, desk| acts::want(tx, desk, &written).map(|()| Settled::to("/min-bolig"))).await
}

/// Writes it down together with the person.
pub async fn write_for(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_write_for(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_write_for(asked: &Asked) -> Result<Settled, Error> {
    let (person, written) = (asked.person()?, read(asked)?);
    asked
        .change(&CHARTER, "write-down", move |tx, desk| {
            acts::write_down(tx, desk, &person, &written).map(|()| Settled::to(format!("/bolig/en/{person}")))
        })
        .await
}
