//! One task, as an employee sees it: whose it is, where it stands, yes or no.

use askama::Template;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::task_id;
use crate::tasks::rules::{Command, MAX_WHY, Status};
use crate::tasks::shown::{Shown, shown};
use crate::tasks::{CHARTER, store, work};

#[derive(Template)]
#[template(path = "tasks/pages/one.html")]
struct OnePage {
    frame: Frame,
    t: Say,
    again: Again,
    back: String,
    task: Shown,
    area: String,
    statuses: Vec<(&'static str, String, bool)>,
    why: String,
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (person, id, say, now) = (asked.person()?, task_id(&asked)?, asked.say(), asked.ctx.now);
    let (about, words) = (person.clone(), say.clone());
    let (task, area) = asked
        .view(&CHARTER, move |tx, desk| {
            let permit = desk.person(tx, &about)?;
            let task = store::find(tx, &permit, &id)?;
            Ok((shown(&words, desk, &permit, &task, now), task.area))
        })
        .await?;
    let typed = asked.form.get("status");
    let chosen = |status: &Status| if typed.is_empty() { task.status == status.key() } else { typed == status.key() };
    let status = |status: &Status| (status.key(), say.t(&format!("status-{}", status.key())), chosen(status));
    let page = OnePage {
        frame: asked.frame(),
        back: format!("/folk/{person}"),
        area: area.map_or_else(String::new, |area| say.t(&format!("area-{}", area.key()))),
        statuses: Status::ALL.iter().map(status).collect(),
        why: asked.form.get("hvorfor").to_owned(),
        task,
        again,
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

/// Says where it stands.
pub async fn set(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_set(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_set(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["status", "sett"])?;
    let (person, id) = (asked.person()?, task_id(asked)?);
    let status = Status::parse(asked.form.get("status")).ok_or_else(|| Error::field("status", "form-choose"))?;
    let seen = asked.form.get("sett").parse().unwrap_or(0);
    let settled = asked.change(&CHARTER, "set", move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        work::set(tx, desk, &permit, &id, (status, seen))?;
        Ok(Settled::to(format!("/oppgaver/{person}/{id}")))
    });
    settled.await
}

/// Yes, no with or without a reason, or the question taken back.
pub async fn answer(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_answer(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_answer(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["svar", "hvorfor"])?;
    let (person, id) = (asked.person()?, task_id(asked)?);
    let command = match asked.form.get("svar") {
        "yes" => Command::Take,
        "no" => Command::Decline,
        "back" => Command::Withdraw,
        _ => return Err(Error::field("svar", "form-choose")),
    };
    let why = asked.form.text_or_none("hvorfor", MAX_WHY).map_err(|wrong| Error::Invalid(vec![wrong]))?;
    let gone = command == Command::Withdraw;
    let settled = asked.change(&CHARTER, "answer", move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        work::answer(tx, desk, &permit, &id, (command, why.as_ref().map(kernel::text::Text::as_str)))?;
        Ok(Settled::to(if gone { "/oppgaver".to_owned() } else { format!("/oppgaver/{person}/{id}") }))
    });
    settled.await
}
