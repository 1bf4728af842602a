//! The end of a meeting: reading it up, and ending it.

use askama::Template;
use kernel::time::{Clock, Day};
use platform::access::Settled;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::run::load;
use super::{Which, item_id};
use crate::meetings::closing::{self, Next};
use crate::meetings::rules::{By, Command, MAX_LINE, Phase};
use crate::meetings::shown::{Shown, ShownItem};
use crate::meetings::{CHARTER, store, work};

#[derive(Template)]
#[template(path = "meetings/pages/read_up.html")]
struct ReadUpPage {
    frame: Frame,
    t: Say,
    again: Again,
    one: Shown,
    items: Vec<ShownItem>,
    any: bool,
}

#[derive(Template)]
#[template(path = "meetings/pages/end.html")]
struct EndPage {
    frame: Frame,
    t: Say,
    again: Again,
    one: Shown,
    items: Vec<ShownItem>,
    date: String,
    time: String,
    none: bool,
}

/// Only whoever leads a meeting that goes on reads it up and ends it; for everyone else the page is the meeting's own.
async fn loaded(asked: &Asked) -> Result<Option<super::run::Loaded>, Error> {
    let loaded = load(asked).await?;
    Ok(Some(loaded).filter(|loaded| loaded.by == By::Leader && loaded.one.phase == Phase::Running))
}

/// Reading up: the decisions as plain sentences.
pub async fn read_up(asked: Asked) -> Result<Reply, Error> {
    draw_read_up(asked, Again::default()).await
}

async fn draw_read_up(asked: Asked, again: Again) -> Result<Reply, Error> {
    let Some(loaded) = loaded(&asked).await? else { return Ok(Reply::to(Which::of(&asked)?.path())) };
    let any = loaded.items.iter().any(|item| item.decided().next().is_some());
    let page = ReadUpPage { frame: asked.frame(), t: asked.say(), again, one: loaded.one, items: loaded.items, any };
    Reply::page_again(&page, page.again.status)
}

/// The person says that it is right, or disagrees with a line.
pub async fn agree(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_agree(&asked).await;
    asked.settled(outcome, draw_read_up).await
}

async fn try_agree(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["stemmer", "hvilken", "nummer", "uenig"])?;
    let which = Which::of(asked)?;
    if asked.form.has("stemmer") {
        let settled = asked.change(&CHARTER, "read-up", move |tx, desk| {
            let permit = which.permit(tx, desk)?;
            let found = store::find(tx, desk, &permit, &which.meeting)?;
            work::allow(tx, &permit, &found, Command::Read)?;
            store::read_up(tx, desk, &permit, &which.meeting)?;
            Ok(Settled::to(format!("{}/avslutt", which.path())))
        });
        return settled.await;
    }
    let (item, number, words) = read_disagreement(asked)?;
    let settled = asked.change(&CHARTER, "disagree", move |tx, desk| {
        let permit = which.permit(tx, desk)?;
        work::disagree(tx, desk, &permit, (&which.meeting, &item, number), words.as_deref())?;
        Ok(Settled::to(format!("{}/les", which.path())))
    });
    settled.await
}

/// Which line the person disagrees with, and in which words; nothing takes the disagreement away.
pub(super) fn read_disagreement(asked: &Asked) -> Result<(kernel::id::RowId, i64, Option<String>), Error> {
    let item = item_id(asked.form.get("hvilken"))?;
    let number = asked.form.get("nummer").parse().map_err(|_| Error::Missing)?;
    let words = asked.form.text_or_none("uenig", MAX_LINE).map_err(|wrong| Error::Invalid(vec![wrong]))?;
    Ok((item, number, words.map(|words| words.as_str().to_owned())))
}

/// Ending it: the next one is set before anyone leaves.
pub async fn form(asked: Asked) -> Result<Reply, Error> {
    draw_end(asked, Again::default()).await
}

async fn draw_end(asked: Asked, again: Again) -> Result<Reply, Error> {
    let Some(loaded) = loaded(&asked).await? else { return Ok(Reply::to(Which::of(&asked)?.path())) };
    let page = EndPage {
        frame: asked.frame(),
        one: loaded.one,
        items: loaded.items,
        date: asked.form.get("dato").to_owned(),
        time: asked.form.get("klokka").to_owned(),
        none: asked.form.has("ingen"),
        again,
        t: asked.say(),
    };
    Reply::page_again(&page, page.again.status)
}

/// Ends it.
pub async fn close(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_close(&asked).await;
    asked.settled(outcome, draw_end).await
}

fn read_next(asked: &Asked) -> Result<Next, Error> {
    let (date, clock) = (asked.form.get("dato").trim(), asked.form.get("klokka").trim());
    if date.is_empty() && clock.is_empty() {
        return Ok(if asked.form.has("ingen") { Next::None } else { Next::NotSaid });
    }
    let day = Day::read(date, asked.ctx.now.day()).ok_or(FieldError::new("dato", "form-date"));
    let clock = Clock::read(clock).ok_or(FieldError::new("klokka", "form-time"));
    match (day, clock) {
        (Ok(day), Ok(clock)) => Ok(Next::At(day.at(clock))),
        (day, clock) => Err(Error::Invalid(day.err().into_iter().chain(clock.err()).collect())),
    }
}

async fn try_close(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["dato", "klokka", "ingen"])?;
    let (which, next) = (Which::of(asked)?, read_next(asked)?);
    let settled = asked.change(&CHARTER, "close", move |tx, desk| {
        let permit = which.permit(tx, desk)?;
        closing::close(tx, desk, &permit, &which.meeting, next)?;
        Ok(Settled::to(which.path()))
    });
    settled.await
}
