//! «Planlegg hjemreise»: the six lines on one page, and the offer that goes with them.

use askama::Template;
use kernel::area::Area;
use kernel::id::RowId;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::fields::{self, FIELDS, LinesForm};
use super::one;
use crate::handovers::rules::Cause;
use crate::handovers::store::lines::Lines;
use crate::handovers::store::{NewHandover, lists};
use crate::handovers::work::{self, Chosen};
use crate::handovers::{CHARTER, shown};

#[derive(Template)]
#[template(path = "handovers/pages/new.html")]
struct NewPage {
    frame: Frame,
    t: Say,
    again: Again,
    name: String,
    back: String,
    action: String,
    left: String,
    form: LinesForm,
    running: Option<String>,
}

/// A new one.
pub async fn new(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (person, say, now) = (asked.person()?, asked.say(), asked.ctx.now);
    let found = asked.view(&CHARTER, move |tx, desk| {
        work::me(desk)?;
        let permit = desk.person(tx, &person)?;
        let ground = fields::ground(tx, desk, &permit)?;
        Ok((work::running(tx, desk, &permit)?, ground, permit))
    });
    let (running, ground, permit) = found.await?;
    let person = permit.person();
    let page = NewPage {
        frame: asked.frame(),
        name: shown::name_of(&say, &permit),
        back: format!("/folk/{person}"),
        action: format!("/overtakelser/ny/{person}"),
        left: format!("/overtakelser/dro/{person}"),
        form: LinesForm::of(&say, &ground, None, &Lines::default(), now).typed_over(&asked.form),
        running: running.map(|one| format!("/overtakelser/{}", one.id)),
        t: say,
        again,
    };
    Reply::page_again(&page, page.again.status)
}

/// Begins it: the lines are saved, and sent when the button for it was used.
pub async fn begin(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_begin(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_begin(asked: &Asked) -> Result<Settled, Error> {
    let (person, written) = (asked.person()?, fields::read(&asked.form, asked.ctx.now)?);
    let choose = |field| Error::field(field, "form-choose");
    let cause = Cause::parse(asked.form.get("cause")).ok_or_else(|| choose("cause"))?;
    let area = Area::parse(asked.form.get("area")).ok_or_else(|| choose("area"))?;
    let to = (asked.form.get("act") == "send").then(|| fields::receiver(&asked.form)).transpose()?;
    let settled = asked.change(&CHARTER, "plan", move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        let new = NewHandover { cause, area, stay: None, departs_at: written.departs_at };
        let id = work::begin(tx, desk, &permit, &new)?;
        work::write(tx, desk, &permit, &id, &written)?;
        if let Some((organisation, account)) = &to {
            work::act(tx, desk, &id, &Chosen::Offer(organisation.clone(), account.clone()))?;
        }
        Ok(Settled::to(format!("/overtakelser/{id}")))
    });
    settled.await
}

/// Writes the lines of one that is there, and sends it when the button for it was used.
pub async fn write(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_write(&asked).await;
    asked.settled(outcome, one::draw).await
}

async fn try_write(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(FIELDS)?;
    let written = fields::read(&asked.form, asked.ctx.now)?;
    let id = RowId::parse(asked.param("handover")).ok_or(Error::Missing)?;
    let to = (asked.form.get("act") == "send").then(|| fields::receiver(&asked.form)).transpose()?;
    let settled = asked.change(&CHARTER, "plan", move |tx, desk| {
        let person = lists::whose(tx, &id)?;
        let permit = desk.person(tx, &person)?;
        work::write(tx, desk, &permit, &id, &written)?;
        if let Some((organisation, account)) = &to {
            work::act(tx, desk, &id, &Chosen::Offer(organisation.clone(), account.clone()))?;
        }
        Ok(Settled::to(format!("/overtakelser/{id}")))
    });
    settled.await
}
