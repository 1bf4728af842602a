//! `/steder/nytt` and `/steder/{place}/om`: what a place is, written by those who run it.

use std::collections::BTreeMap;

use askama::Template;
use platform::access::{Desk, Settled};
use platform::db::Tx;
use platform::error::{Error, FieldError};
use platform::frame::{ErrorItem, Frame, Say, error_items};
use platform::web::{Asked, Reply};

use super::edit::theirs;
use super::facts_form::{Choice, FIELDS, Group, Typed};
use crate::places::CHARTER;
use crate::places::facts::{address_word, describe};
use crate::places::hours::{DayRule, Hours};
use crate::places::rules::{No, Opening, State};
use crate::places::store::{self, NewPlace, Place};

#[derive(Template)]
#[template(path = "places/pages/facts.html")]
struct FactsPage {
    frame: Frame,
    t: Say,
    title: String,
    here: String,
    back: String,
    is_new: bool,
    typed: Typed,
    offers: Vec<Choice>,
    groups: Vec<Group>,
    errors: Vec<ErrorItem>,
    refused: Option<(String, String)>,
}

/// An empty form for a new place.
///
/// # Errors
/// [`Error::Denied`] for somebody without an organisation, or a fault.
pub async fn new(asked: Asked) -> Result<Reply, Error> {
    asked.ctx.actor.employer_id()?;
    Reply::page(&page(&asked, None, Typed::default(), &[]))
}

/// Makes the place. It is closed until somebody writes its hours, which is the next page.
///
/// # Errors
/// As [`new`]; what was typed wrong, and a word that is taken, is the same page again.
pub async fn make(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&FIELDS)?;
    asked.ctx.actor.employer_id()?;
    let typed = Typed::read(&asked.form);
    let word = address_word(typed.value("ord")).ok_or(FieldError::new("ord", "places-word-unreadable"));
    let (facts, word) = match (typed.understand(), word) {
        (Ok(facts), Ok(word)) => (facts, word),
        (facts, word) => {
            let errors: Vec<FieldError> = word.err().into_iter().chain(facts.err().unwrap_or_default()).collect();
            return Ok(Reply::page(&page(&asked, None, typed, &errors))?.status(422));
        }
    };
    let command = move |tx: &mut Tx<'_>, desk: &Desk<'_>| {
        desk.nobody()?;
        let organisation = desk.ctx().actor.employer_id()?.clone();
        if store::one(tx, &word, desk.ctx().language, desk.now().day())?.is_some() {
            return Err(Error::refused(&No::Taken));
        }
        let position = store::last_position(tx)? + 1;
        let new = NewPlace { key: word.clone(), organisation, position, facts: facts.clone(), state: closed() };
        store::insert(tx, &new, desk.now())?;
        desk.note_nobody();
        Ok(Settled::to(format!("/steder/{word}/endre")))
    };
    match asked.change(&CHARTER, "make-place", command).await {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(Error::Refused(why)) => refused(page(&asked, None, typed, &[]), why),
        Err(error) => Err(error),
    }
}

/// The form as things stand.
///
/// # Errors
/// [`Error::Denied`] for the place of another organisation, [`Error::Missing`] or a fault.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let place = load(&asked).await?;
    let typed = Typed::of(&place.facts, place.state.version);
    Reply::page(&page(&asked, Some(&place), typed, &[]))
}

/// Saves what was typed.
///
/// # Errors
/// As [`show`]; what was typed wrong, or came too late, is the same page again.
pub async fn save(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&FIELDS)?;
    let mut typed = Typed::read(&asked.form);
    let seen: i64 = typed.value("versjon").parse().map_err(|_| Error::field("form", "form-unreadable"))?;
    let place = load(&asked).await?;
    let facts = match typed.understand() {
        Ok(facts) => facts,
        Err(errors) => return Ok(Reply::page(&page(&asked, Some(&place), typed, &errors))?.status(422)),
    };
    let key = place.key.clone();
    let command = move |tx: &mut Tx<'_>, desk: &Desk<'_>| {
        let place = theirs(tx, desk, &key)?;
        let version = place.state.version;
        let lines = describe(&place.facts, version, seen, &facts).map_err(|no| Error::refused(&no))?;
        if !store::describe(tx, &key, version, &facts, &lines, &desk.ctx().actor.name, desk.now())? {
            return Err(Error::refused(&No::Stale));
        }
        desk.note_nobody();
        Ok(Settled::to(format!("/steder/{key}?lagret=ja")))
    };
    match asked.change(&CHARTER, "describe-place", command).await {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(Error::Refused(why)) => {
            let now = load(&asked).await?;
            if why == "places-stale" {
                typed.set("versjon", now.state.version.to_string());
            }
            refused(page(&asked, Some(&now), typed, &[]), why)
        }
        Err(error) => Err(error),
    }
}

async fn load(asked: &Asked) -> Result<Place, Error> {
    let key = asked.param("place").to_owned();
    asked.view(&CHARTER, move |tx, desk| theirs(tx, desk, &key)).await
}

fn refused(mut page: FactsPage, why: &'static str) -> Result<Reply, Error> {
    let t = &page.t;
    page.refused = Some(if why == "form-expired" {
        (t.t(why), String::new())
    } else {
        (t.t(&format!("refusal-{why}")), t.t(&format!("refusal-{why}-remedy")))
    });
    Ok(Reply::page(&page)?.status(409))
}

fn page(asked: &Asked, place: Option<&Place>, typed: Typed, errors: &[FieldError]) -> FactsPage {
    let t = asked.say();
    let address = |end: &str| place.map(|place| format!("/steder/{}{end}", place.key));
    FactsPage {
        frame: asked.frame(),
        title: place.map_or_else(|| t.t("places-make"), |place| t.with("places-facts-of", "place", &place.facts.name)),
        here: address("/om").unwrap_or_else(|| "/steder/nytt".into()),
        back: address("/endre").unwrap_or_else(|| "/steder".into()),
        is_new: place.is_none(),
        offers: typed.offers(&t),
        groups: typed.groups(&t),
        typed,
        errors: error_items(&t, errors),
        refused: None,
        t,
    }
}

/// Nobody has said yet when it is open.
fn closed() -> State {
    let closed = || DayRule::Hours(Hours::CLOSED);
    let week = [const { Hours::CLOSED }; 7];
    let opening = Opening { week, holiday: closed(), eve: closed(), exceptions: BTreeMap::new() };
    State { opening, message: None, version: 1 }
}
