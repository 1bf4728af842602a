//! `/deling/{receiver}`: which areas, why, until when; then the preview; then the share itself, or not.

use askama::Template;
use kernel::area::{Area, Areas};
use kernel::time::Day;
use platform::access::Settled;
use platform::error::{Error, FieldError};
use platform::form::Form;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::acts::{Act, ask, perform};
use super::{areas, preview};
use crate::consents::party::{self, Subject};
use crate::consents::rules::{Command, Until, decide, end};
use crate::consents::store::{self, Saving};
use crate::consents::{CHARTER, limits, words};

/// An area to tick.
struct Tick {
    key: &'static str,
    name: String,
    detail: String,
    checked: bool,
}

/// A choice of end.
struct End {
    key: &'static str,
    name: String,
    checked: bool,
}

/// Somebody in the service with whom alone one may share.
struct Alone {
    href: String,
    name: String,
}

#[derive(Template)]
#[template(path = "consents/pages/choose.html")]
struct Choose {
    frame: Frame,
    t: Say,
    again: Again,
    id: String,
    stop: String,
    who: String,
    detail: String,
    why: String,
    ticks: Vec<Tick>,
    ends: Vec<End>,
    date: String,
    shares: bool,
    can_receive: bool,
    alone: Vec<Alone>,
}

/// What was chosen, as it was sent: shown again when the form comes back.
#[derive(Clone, Debug, Default)]
pub struct Chosen {
    /// The areas that were ticked.
    pub areas: Areas,
    /// Which kind of end.
    pub until: String,
    /// The date as typed.
    pub date: String,
}

impl Chosen {
    fn of(form: &Form) -> Result<Chosen, Error> {
        let (until, date) = (form.get("til").to_owned(), form.get("dato").to_owned());
        Ok(Chosen { areas: areas::chosen(form)?, until, date })
    }

    /// As a command, or what is to be looked at once more: all of it at once.
    ///
    /// # Errors
    /// Field errors.
    pub fn command(&self, today: Day) -> Result<Command, Error> {
        let mut errors = Vec::new();
        if self.areas.is_empty() {
            errors.push(FieldError::new("omrade", "refusal-consents-nothing-chosen"));
        }
        let until = match self.until.as_str() {
            "uke" => Ok(Until::Week),
            "lenge" => Ok(Until::Long),
            "dato" => Day::read(&self.date, today).map(Until::Date).ok_or(FieldError::new("dato", "form-date")),
            _ => Err(FieldError::new("til", "form-choose")),
        };
        match until {
            Ok(until) if errors.is_empty() => Ok(Command::Share(self.areas, until)),
            Ok(_) => Err(Error::Invalid(errors)),
            Err(error) => {
                errors.push(error);
                Err(Error::Invalid(errors))
            }
        }
    }
}

/// The form, with what is shared now, or with nothing ticked.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    page(asked, None, None).await
}

/// The form again, with what was chosen.
pub async fn page(asked: Asked, chosen: Option<Chosen>, error: Option<Error>) -> Result<Reply, Error> {
    let (say, id) = (asked.say(), asked.param("receiver").to_owned());
    let again = error.map(|error| Again::of(&say, error)).transpose()?.unwrap_or_default();
    let status = again.status.unwrap_or(200);
    let draft = asked
        .view(&CHARTER, move |tx, desk| {
            let own = desk.own(tx)?;
            let now = desk.now();
            let around = store::around(tx, &own, now)?;
            let limits = limits::load(tx, now)?;
            let party = party::find(tx, &own, &around, &id, now)?;
            let running = around.running(&party, now);
            let chosen = chosen.unwrap_or_else(|| now_shared(&running));
            let long_end = end(Until::Long, &limits, now).map_err(Error::from)?;
            let long_day = words::end_day(&say, words::last_day(long_end), now.day());
            let long_key = if party.serving { "consents-end-serving" } else { "consents-end-long" };
            let end = |key, name: String| End { key, name, checked: chosen.until == key };
            let alone = match &party.subject {
                Subject::Organisation(id) => around
                    .people_in(id)
                    .filter_map(|relation| {
                        Some(Alone { href: format!("/deling/{}", relation.account.as_ref()?), name: relation.name.clone()? })
                    })
                    .collect(),
                _ => Vec::new(),
            };
            Ok(Choose {
                who: words::who(&say, &party),
                detail: Some(party.workplace.clone())
                    .filter(|at| *at != words::at_start(&words::who(&say, &party)))
                    .unwrap_or_default(),
                why: words::why(&say, &party, running.first().copied()),
                ticks: Area::ALL.into_iter().map(|area| tick(&say, area, chosen.areas.has(area))).collect(),
                ends: vec![
                    end("uke", say.t("consents-end-week")),
                    end("lenge", say.with(long_key, "day", long_day)),
                    end("dato", say.t("consents-end-date")),
                ],
                date: chosen.date.clone(),
                shares: !running.is_empty(),
                can_receive: party.can_receive,
                alone: once(alone),
                frame: Frame::new(desk.app(), desk.ctx(), &format!("/deling/{id}")),
                stop: format!("/deling/{id}/slutt"),
                again,
                t: say,
                id,
            })
        })
        .await?;
    Ok(Reply::page(&draft)?.status(status))
}

/// Somebody with two duties is still one.
fn once(mut alone: Vec<Alone>) -> Vec<Alone> {
    let mut seen = Vec::new();
    alone.retain(|one| {
        let new = !seen.contains(&one.href);
        seen.push(one.href.clone());
        new
    });
    alone
}

/// A new share starts from nothing; one that runs starts from what it is.
fn now_shared(running: &[&platform::access::grants::Grant]) -> Chosen {
    let areas = running.iter().fold(Areas::NONE, |sum, grant| sum.or(grant.areas));
    let last = running.iter().max_by_key(|grant| grant.until_at);
    let until = last.map_or("", |grant| if grant.while_serving { "lenge" } else { "dato" });
    let date = last.map(|grant| words::typed(words::last_day(grant.until_at))).unwrap_or_default();
    Chosen { areas, until: until.to_owned(), date }
}

fn tick(say: &Say, area: Area, checked: bool) -> Tick {
    let detail = format!("consents-detail-{}", area.key());
    Tick {
        key: area.key(),
        name: say.t(&format!("area-{}", area.key())),
        detail: if say.has(&detail) { say.t(&detail) } else { String::new() },
        checked,
    }
}

/// One step on: see it as they see it, share, change the choice, or leave it.
pub async fn step(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["omrade", "til", "dato", "gjor"])?;
    let chosen = match Chosen::of(&asked.form) {
        Ok(chosen) => chosen,
        Err(error) => return page(asked, None, Some(error)).await,
    };
    match asked.form.get("gjor") {
        "nei" => Ok(Reply::to("/deling")),
        "endre" => page(asked, Some(chosen), None).await,
        "ja" => share(asked, chosen).await,
        _ => preview::show(asked, chosen).await,
    }
}

async fn share(asked: Asked, chosen: Chosen) -> Result<Reply, Error> {
    let command = match chosen.command(asked.ctx.now.day()) {
        Ok(command) => command,
        Err(error) => return page(asked, Some(chosen), Some(error)).await,
    };
    let id = asked.param("receiver").to_owned();
    let settled = asked
        .change(&CHARTER, "share", move |tx, desk| {
            let own = desk.own(tx)?;
            let now = desk.now();
            let around = store::around(tx, &own, now)?;
            let limits = limits::load(tx, now)?;
            let party = party::find(tx, &own, &around, &id, now)?;
            let state = store::towards(tx, &own, &around, &party, now)?;
            let change = decide(&state, &command, &limits, now)?;
            let subject = party.subject.clone();
            let saving = Saving { subject, party: Some(&party), change: &change, state: &state, undoes: None };
            let made = store::save(tx, desk, &own, &around, &saving)?;
            Ok(Settled::to(format!("/deling/ferdig/{made}")))
        })
        .await;
    match settled {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => page(asked, Some(chosen), Some(error)).await,
    }
}

/// Asks before it stops.
pub async fn ask_stop(asked: Asked) -> Result<Reply, Error> {
    let id = asked.param("receiver").to_owned();
    ask(asked, Act::Stop(id)).await
}

/// Stops.
pub async fn stop(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["bekreft"])?;
    let id = asked.param("receiver").to_owned();
    perform(asked, Act::Stop(id)).await
}
