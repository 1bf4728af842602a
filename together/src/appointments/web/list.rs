//! `/avtaler`: the person's appointments with three ready answers; an employee's by day.

use askama::Template;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::{appointment_id, from, next_page, read_after};
use crate::appointments::rules::{Answer, TOLD_WITHIN_DAYS};
use crate::appointments::shown::{Shown, shown};
use crate::appointments::store::Appointment;
use crate::appointments::store::lists::{self, Listed, Span};
use crate::appointments::{CHARTER, work};

#[derive(Template)]
#[template(path = "appointments/pages/mine.html")]
struct MinePage {
    frame: Frame,
    t: Say,
    again: Again,
    coming: Vec<Shown>,
    been: Vec<Shown>,
    first: bool,
    next: Option<String>,
    write: bool,
}

#[derive(Template)]
#[template(path = "appointments/pages/staff.html")]
struct StaffPage {
    frame: Frame,
    t: Say,
    waiting: Vec<Shown>,
    coming: Vec<Shown>,
    first: bool,
    next: Option<String>,
}

/// The list of whoever asks.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    if asked.ctx.actor.person.is_some() { mine(asked, Again::default()).await } else { staff(asked).await }
}

async fn mine(asked: Asked, again: Again) -> Result<Reply, Error> {
    let after = read_after(asked.query.get("fra"));
    let (first, say, now) = (after.is_none(), asked.say(), asked.ctx.now);
    let words = say.clone();
    let (coming, been, next) = asked
        .view(&CHARTER, move |tx, desk| {
            let own = desk.own(tx)?;
            let (coming, next) = lists::coming(tx, desk, &own, &after.unwrap_or_else(|| from(now)))?;
            let been = if first { lists::been(tx, desk, &own)? } else { Vec::new() };
            let draw = |all: &[Appointment]| all.iter().map(|one| shown(&words, &own, one, now)).collect::<Vec<_>>();
            Ok((draw(&coming), draw(&been), next))
        })
        .await?;
    let frame = asked.frame();
    let write = frame.leads_to("/meldinger/ny");
    let page = MinePage { frame, t: say, again, coming, been, first, next: next_page(next), write };
    Reply::page_again(&page, page.again.status)
}

async fn staff(asked: Asked) -> Result<Reply, Error> {
    let after = read_after(asked.query.get("fra"));
    let (first, say, now) = (after.is_none(), asked.say(), asked.ctx.now);
    let words = say.clone();
    let (waiting, coming, next) = asked
        .view(&CHARTER, move |tx, desk| {
            let draw =
                |all: Vec<Listed>| -> Vec<Shown> { all.iter().map(|(permit, one)| shown(&words, permit, one, now)).collect() };
            let since = Span { after: from(now.plus_days(-TOLD_WITHIN_DAYS)), until: now };
            let untold = if first { lists::untold(tx, desk, &since)? } else { Vec::new() };
            let ahead = Span { after: after.unwrap_or_else(|| from(now)), until: now.plus_days(365) };
            let (coming, next) = lists::mine(tx, desk, &ahead)?;
            Ok((draw(untold), draw(coming), next))
        })
        .await?;
    Reply::page(&StaffPage { frame: asked.frame(), t: say, waiting, coming, first, next: next_page(next) })
}

/// One of the three ready answers: one tap, and it may be changed.
pub async fn answer(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_answer(&asked).await;
    asked.settled(outcome, mine).await
}

async fn try_answer(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["svar", "fra"])?;
    let id = appointment_id(asked)?;
    let given = Answer::parse(asked.form.get("svar")).ok_or_else(|| Error::field("svar", "form-choose"))?;
    let to = if asked.form.get("fra") == "hjem" { "/hjem" } else { "/avtaler" };
    let settled = asked.change(&CHARTER, "answer", move |tx, desk| {
        let own = desk.own(tx)?;
        work::answer(tx, desk, &own, &id, given)?;
        Ok(Settled::to(to))
    });
    settled.await
}
