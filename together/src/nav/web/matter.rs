//! One line: a new one, or one that whoever wrote it changes or takes away.

use askama::Template;
use kernel::area::Area;
use kernel::id::RowId;
use kernel::time::Day;
use platform::access::Settled;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::{Choice, base, party, whose};
use crate::nav::rules::{self, MAX_ANSWER, MAX_WORDS, SECTIONS, STATUSES, Typed};
use crate::nav::store::Matter;
use crate::nav::{CHARTER, work};

#[derive(Template)]
#[template(path = "nav/pages/matter.html")]
struct MatterPage {
    frame: Frame,
    t: Say,
    again: Again,
    own: bool,
    base: String,
    there: bool,
    seen: i64,
    areas: Vec<Choice>,
    words: String,
    statuses: Vec<Choice>,
    applied: String,
    answer_by: String,
    answer: String,
}

fn matter_id(asked: &Asked) -> Result<RowId, Error> {
    RowId::parse(asked.param("matter")).ok_or(Error::Missing)
}

/// The form of a new line.
pub async fn new(asked: Asked) -> Result<Reply, Error> {
    draw_new(asked, Again::default()).await
}

async fn draw_new(asked: Asked, again: Again) -> Result<Reply, Error> {
    let whose = whose(&asked)?;
    asked.view(&CHARTER, move |tx, desk| party(tx, desk, whose.as_ref()).map(drop)).await?;
    let page = page(&asked, None, again)?;
    Reply::page_again(&page, page.again.status)
}

fn page(asked: &Asked, one: Option<&Matter>, again: Again) -> Result<MatterPage, Error> {
    let (whose, say) = (whose(asked)?, asked.say());
    let sent = asked.form.has("words");
    let typed = |name: &str, stored: Option<String>| {
        if sent { asked.form.get(name).to_owned() } else { stored.unwrap_or_default() }
    };
    let stands = one.map(|one| &one.typed);
    let area = typed("area", stands.map(|stands| stands.area.key().to_owned()));
    let area = if area.is_empty() { asked.query.get("del").to_owned() } else { area };
    let status = typed("status", Some(stands.map_or("not-begun", |stands| stands.status).to_owned()));
    let choice = |prefix: &str, key: &str, chosen: &str| Choice {
        key: key.to_owned(),
        word: say.t(&format!("{prefix}{key}")),
        chosen: key == chosen,
    };
    let day = |day: Option<Day>| day.map(shown_day);
    Ok(MatterPage {
        frame: asked.frame(),
        own: whose.is_none(),
        base: base(whose.as_ref()),
        there: one.is_some(),
        seen: one.map_or(0, |one| one.version),
        areas: SECTIONS.into_iter().map(|one: Area| choice("area-", one.key(), &area)).collect(),
        words: typed("words", stands.map(|stands| stands.words.clone())),
        statuses: STATUSES.into_iter().map(|key| choice("status-", key, &status)).collect(),
        applied: typed("applied", day(stands.and_then(|stands| stands.applied_on))),
        answer_by: typed("answer_by", day(stands.and_then(|stands| stands.answer_by))),
        answer: typed("answer", stands.and_then(|stands| stands.answer.clone())),
        t: say.clone(),
        again,
    })
}

/// As people type it.
fn shown_day(day: Day) -> String {
    let (year, month, day) = day.parts();
    format!("{day:02}.{month:02}.{year}")
}

fn read(asked: &Asked) -> Result<Typed, Error> {
    asked.form.only(&["act", "seen", "area", "words", "status", "applied", "answer_by", "answer"])?;
    let mut errors: Vec<FieldError> = Vec::new();
    let area = rules::section(asked.form.get("area"));
    if area.is_none() {
        errors.push(FieldError::new("area", "form-choose"));
    }
    let words = asked.form.text("words", MAX_WORDS).map_err(|error| errors.push(error)).ok();
    let status = rules::status(asked.form.get("status"));
    if status.is_none() {
        errors.push(FieldError::new("status", "form-choose"));
    }
    let mut day = |field: &'static str| {
        let typed = asked.form.get(field).trim();
        let day = Day::read(typed, asked.ctx.now.day());
        if !typed.is_empty() && day.is_none() {
            errors.push(FieldError::new(field, "form-date"));
        }
        day
    };
    let (applied_on, answer_by) = (day("applied"), day("answer_by"));
    let answer = asked.form.text_or_none("answer", MAX_ANSWER).map_err(|error| errors.push(error)).ok().flatten();
    match (area, words, status) {
        (Some(area), Some(words), Some(status)) if errors.is_empty() => {
            let answer = answer.map(|answer| answer.as_str().to_owned());
            Ok(Typed { area, words: words.as_str().to_owned(), status, applied_on, answer_by, answer })
        }
        _ => Err(Error::Invalid(errors)),
    }
}

/// Writes a new line.
pub async fn add(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_add(&asked).await;
    asked.settled(outcome, draw_new).await
}

async fn try_add(asked: &Asked) -> Result<Settled, Error> {
    let (whose, typed) = (whose(asked)?, read(asked)?);
    let settled = asked.change(&CHARTER, "write", move |tx, desk| {
        let party = party(tx, desk, whose.as_ref())?;
        work::add(tx, desk, &party, &typed)?;
        Ok(Settled::to(base(whose.as_ref())))
    });
    settled.await
}

/// The form of a line that is there.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (whose, id) = (whose(&asked)?, matter_id(&asked)?);
    let found = asked.view(&CHARTER, move |tx, desk| {
        let party = party(tx, desk, whose.as_ref())?;
        let one = work::find(tx, &party, &id)?;
        // What the other wrote is read on the page before, and changed by nobody but them.
        rules::may_change(one.office.as_ref(), &party.by).map_err(|no| Error::refused(&no)).map(|()| one)
    });
    let one = match found.await {
        Err(Error::Refused(_)) => return Err(Error::Missing),
        found => found?,
    };
    let page = page(&asked, Some(&one), again)?;
    Reply::page_again(&page, page.again.status)
}

/// Changes it, or takes it away.
pub async fn save(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_save(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_save(asked: &Asked) -> Result<Settled, Error> {
    let (whose, id) = (whose(asked)?, matter_id(asked)?);
    let typed = if asked.form.get("act") == "remove" { None } else { Some(read(asked)?) };
    let seen = asked.form.get("seen").parse().map_err(|_| Error::field("words", "form-half-sent"))?;
    let settled = asked.change(&CHARTER, "write", move |tx, desk| {
        let party = party(tx, desk, whose.as_ref())?;
        work::change(tx, desk, &party, &id, (seen, typed.as_ref()))?;
        Ok(Settled::to(base(whose.as_ref())))
    });
    settled.await
}
