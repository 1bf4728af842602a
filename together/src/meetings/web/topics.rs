//! The topics of a meeting: putting one on the list, writing what was decided, and taking back.

use askama::Template;
use kernel::area::Area;
use kernel::time::Day;
use platform::access::Settled;
use platform::error::{Error, FieldError};
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

use super::run::draw;
use super::{Which, item_id};
use crate::meetings::rules::{MAX_LINE, MAX_LINES, Origin, STATUSES};
use crate::meetings::store::items::{self, Decision, Written};
use crate::meetings::{CHARTER, work};

/// Puts a topic on the list.
pub async fn propose(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_propose(&asked).await;
    asked.settled(outcome, draw).await
}

/// A topic as it was typed, or as a part proposed it: `area|source|words`.
pub(super) fn read_topic(asked: &Asked) -> Result<items::New, Error> {
    if let Some((area, rest)) = asked.form.get("forslag").split_once('|') {
        let (source, words) = rest.split_once('|').unwrap_or(("", rest));
        let area = Area::parse(area).ok_or_else(|| Error::field("omrade", "form-choose"))?;
        let source = source.strip_prefix("task:").and_then(kernel::id::RowId::parse).map(|id| format!("task:{id}"));
        let words: String = words.chars().take(MAX_LINE).collect();
        if words.trim().is_empty() {
            return Err(Error::field("sak", "form-write-something"));
        }
        return Ok(items::New { area, words, origin: Origin::Staff, source });
    }
    let words = asked.form.text("sak", MAX_LINE);
    let area = Area::parse(asked.form.get("omrade")).ok_or(FieldError::new("omrade", "form-choose"));
    let origin = if asked.form.get("fra") == "person" { Origin::Person } else { Origin::Staff };
    match (words, area) {
        (Ok(words), Ok(area)) => Ok(items::New { area, words: words.as_str().to_owned(), origin, source: None }),
        (words, area) => Err(Error::Invalid(words.err().into_iter().chain(area.err()).collect())),
    }
}

async fn try_propose(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["sak", "omrade", "fra", "forslag"])?;
    let (which, new) = (Which::of(asked)?, read_topic(asked)?);
    let settled = asked.change(&CHARTER, "propose", move |tx, desk| {
        let permit = which.permit(tx, desk)?;
        work::propose(tx, desk, &permit, &which.meeting, &new)?;
        Ok(Settled::to(which.path()))
    });
    settled.await
}

/// Takes one off the list.
pub async fn drop_item(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_drop(&asked).await;
    asked.settled(outcome, draw).await
}

pub(super) async fn try_drop(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["hvilken"])?;
    let (which, item) = (Which::of(asked)?, item_id(asked.form.get("hvilken"))?);
    let settled = asked.change(&CHARTER, "drop", move |tx, desk| {
        let permit = which.permit(tx, desk)?;
        work::drop_item(tx, desk, &permit, (&which.meeting, &item))?;
        Ok(Settled::to(which.path()))
    });
    settled.await
}

/// What the page is told when it saves by itself: a fresh token, and the version from now on.
#[derive(Template)]
#[template(path = "meetings/pages/saved.html")]
struct SavedPage {
    frame: Frame,
    t: Say,
    version: String,
}

/// Writes what was decided about a topic; on to the next. A page that saves by itself stays where it is.
pub async fn write(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_write(&asked).await;
    match outcome {
        Ok(settled) if asked.form.has("auto") => {
            let version = settled.keep.unwrap_or_default();
            Reply::page(&SavedPage { frame: asked.frame(), t: asked.say(), version })
        }
        outcome => asked.settled(outcome, draw).await,
    }
}

const FIELDS: [&str; 19] =
    ["status", "sett", "auto", "neste", "b1", "e1", "f1", "b2", "e2", "f2", "b3", "e3", "f3", "b4", "e4", "f4", "b5", "e5", "f5"];
const DUE_FIELDS: [&str; MAX_LINES] = ["f1", "f2", "f3", "f4", "f5"];
const WORD_FIELDS: [&str; MAX_LINES] = ["b1", "b2", "b3", "b4", "b5"];

fn read_written(asked: &Asked) -> Result<Written, Error> {
    let form = &asked.form;
    let automatic = form.has("auto");
    let (mut wrong, mut decisions) = (Vec::new(), Vec::new());
    for (number, (word_field, due_field)) in (1..).zip(WORD_FIELDS.into_iter().zip(DUE_FIELDS)) {
        let words = match form.text_or_none(word_field, MAX_LINE) {
            Ok(Some(words)) => words,
            Ok(None) => continue,
            Err(error) => {
                wrong.push(error);
                continue;
            }
        };
        let due = match form.get(due_field).trim() {
            "" => None,
            typed => match Day::read(typed, asked.ctx.now.day()) {
                Some(day) => Some(day),
                // A day that is only half typed is no reason not to save the words beside it.
                None if automatic => None,
                None => {
                    wrong.push(FieldError::new(due_field, "form-date"));
                    None
                }
            },
        };
        let owner = Some(form.get(&format!("e{number}"))).filter(|key| !key.is_empty()).map(str::to_owned);
        decisions.push(Decision { number, words: words.as_str().to_owned(), owner, due, disagrees: None });
    }
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    let status = Some(form.get("status")).filter(|key| STATUSES.contains(key)).map(str::to_owned);
    Ok(Written { status, decisions })
}

async fn try_write(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&FIELDS)?;
    let (which, item) = (Which::of(asked)?, item_id(asked.param("item"))?);
    let new = read_written(asked)?;
    let seen: i64 = asked.form.get("sett").parse().unwrap_or(0);
    let (automatic, next) = (asked.form.has("auto"), asked.form.get("neste").parse().unwrap_or(1_u8));
    let settled = asked.change(&CHARTER, "write", move |tx, desk| {
        let permit = which.permit(tx, desk)?;
        let version = work::write(tx, desk, &permit, (&which.meeting, &item), (seen, &new, automatic))?;
        Ok(Settled::to(format!("{}#sak-{next}", which.path())).keeping(version.to_string()))
    });
    settled.await
}

/// Takes back the last change.
pub async fn undo(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_undo(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_undo(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&[])?;
    let which = Which::of(asked)?;
    let settled = asked.change(&CHARTER, "undo", move |tx, desk| {
        let permit = which.permit(tx, desk)?;
        work::undo(tx, desk, &permit, &which.meeting)?;
        Ok(Settled::to(which.path()))
    });
    settled.await
}
