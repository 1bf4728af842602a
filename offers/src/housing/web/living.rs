//! Moving in, a visit, a warning, and the end: one page each, because each is filled in once and together with somebody.

use askama::Template;
use kernel::id::PersonId;
use platform::access::Settled;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::one::{Choices, day, typed_day};
use crate::housing::CHARTER;
use crate::housing::acts::{self, Ending, MoveIn, Warned};
use crate::housing::rules::{EndReason, WORDS_MAX, WarningKind};
use crate::housing::store::tenancies::How;
use crate::housing::store::{needs, offers, tenancies};

#[derive(Template)]
#[template(path = "housing/pages/step.html")]
struct StepPage {
    frame: Frame,
    t: Say,
    again: Again,
    /// Which step: a word of the wording's keys.
    step: &'static str,
    path: String,
    back: String,
    name: String,
    home: String,
    day: String,
    next: String,
    words: String,
    choices: Choices,
    another: bool,
    version: i64,
}

async fn page(asked: Asked, again: Again, step: &'static str) -> Result<Reply, Error> {
    let (person, t) = (asked.person()?, asked.say());
    let (about, say) = (person.clone(), t.clone());
    let (name, home, version) = asked
        .view(&CHARTER, move |tx, desk| {
            let permit = desk.person(tx, &about)?;
            let running = tenancies::running(tx, &permit)?;
            let need = needs::waiting_of(tx, &permit)?;
            let all = offers::all(tx, &permit)?;
            let table = need.as_ref().and_then(|need| acts::on_the_table(need, &all)).map(|offer| offer.name.clone());
            let home = if step == "in" { table } else { running.as_ref().map(|one| one.name.clone()) };
            let home = home.filter(|_| permit.knows_whereabouts()).unwrap_or_else(|| say.t("housing-address-hidden"));
            let name = permit.card().name.clone().unwrap_or_else(|| say.t("housing-unnamed"));
            Ok((name, home, running.map_or(0, |one| one.version)))
        })
        .await?;
    let chosen = asked.form.get("choice");
    let list = |keys: &[&'static str], of: &str| -> Choices {
        keys.iter().map(|key| (*key, t.t(&format!("housing-{of}-{key}")), *key == chosen)).collect()
    };
    let choices = match step {
        "visit" => list(&How::ALL.map(How::key), "visit"),
        "warn" => list(&WarningKind::ALL.map(WarningKind::key), "warning"),
        "end" => list(&EndReason::ALL.map(EndReason::key), "end"),
        _ => Vec::new(),
    };
    let today = typed_day(asked.ctx.now.day());
    let page = StepPage {
        frame: asked.frame(),
        again,
        step,
        path: asked.path.clone(),
        back: format!("/bolig/en/{person}"),
        name,
        home,
        day: if asked.form.has("day") { asked.form.get("day").to_owned() } else { today },
        next: asked.form.get("next").to_owned(),
        words: asked.form.get("words").to_owned(),
        choices,
        another: asked.form.has("another"),
        version,
        t,
    };
    Reply::page_again(&page, page.again.status)
}

/// What the form of a step holds in the same way every time.
struct Typed {
    person: PersonId,
    day: kernel::time::Day,
    next: Option<kernel::time::Day>,
    words: Option<String>,
}

fn read(asked: &Asked, fields: &[&str]) -> Result<Typed, Error> {
    asked.form.only(fields)?;
    let on = day(asked, "day").and_then(|day| day.ok_or(FieldError::new("day", "form-date")));
    match (on, day(asked, "next"), asked.form.text_or_none("words", WORDS_MAX)) {
        (Ok(day), Ok(next), Ok(words)) => {
            Ok(Typed { person: asked.person()?, day, next, words: words.map(|words| words.as_str().to_owned()) })
        }
        (day, next, words) => Err(Error::Invalid(day.err().into_iter().chain(next.err()).chain(words.err()).collect())),
    }
}

fn here(person: &PersonId) -> Settled {
    Settled::to(format!("/bolig/en/{person}"))
}

/// Moving in.
pub async fn move_in_form(asked: Asked) -> Result<Reply, Error> {
    draw_move_in(asked, Again::default()).await
}

async fn draw_move_in(asked: Asked, again: Again) -> Result<Reply, Error> {
    page(asked, again, "in").await
}

/// They move in.
pub async fn move_in(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_move_in(&asked).await;
    asked.settled(outcome, draw_move_in).await
}

async fn try_move_in(asked: &Asked) -> Result<Settled, Error> {
    let typed = read(asked, &["day", "next", "words", "version"])?;
    let agreed = MoveIn { on: typed.day, plan: typed.words, visit_on: typed.next };
    let person = typed.person;
    asked.change(&CHARTER, "move-in", move |tx, desk| acts::move_in(tx, desk, &person, &agreed).map(|()| here(&person))).await
}

/// A visit.
pub async fn visit_form(asked: Asked) -> Result<Reply, Error> {
    draw_visit(asked, Again::default()).await
}

async fn draw_visit(asked: Asked, again: Again) -> Result<Reply, Error> {
    page(asked, again, "visit").await
}

/// Writes a visit.
pub async fn visit(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_visit(&asked).await;
    asked.settled(outcome, draw_visit).await
}

async fn try_visit(asked: &Asked) -> Result<Settled, Error> {
    let typed = read(asked, &["day", "next", "words", "choice", "version"])?;
    let how = How::parse(asked.form.get("choice")).ok_or_else(|| Error::field("choice", "form-choose"))?;
    asked
        .change(&CHARTER, "visit", move |tx, desk| {
            let visited = (typed.day, how, typed.words.as_deref());
            acts::visit(tx, desk, &typed.person, visited, typed.next).map(|()| here(&typed.person))
        })
        .await
}

/// A warning.
pub async fn warn_form(asked: Asked) -> Result<Reply, Error> {
    draw_warn(asked, Again::default()).await
}

async fn draw_warn(asked: Asked, again: Again) -> Result<Reply, Error> {
    page(asked, again, "warn").await
}

/// Notes a warning.
pub async fn warn(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_warn(&asked).await;
    asked.settled(outcome, draw_warn).await
}

async fn try_warn(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["words", "choice", "version"])?;
    let person = asked.person()?;
    let kind = WarningKind::parse(asked.form.get("choice")).ok_or_else(|| Error::field("choice", "form-choose"))?;
    let words = asked.form.text_or_none("words", WORDS_MAX).map_err(|error| Error::Invalid(vec![error]))?;
    let t = asked.say();
    let task = t.with("housing-task", "what", t.t(&format!("housing-warning-{}", kind.key())));
    let warned = Warned { kind, words: words.map(|words| words.as_str().to_owned()), task };
    asked.change(&CHARTER, "warn", move |tx, desk| acts::warn(tx, desk, &person, &warned).map(|()| here(&person))).await
}

/// The end.
pub async fn end_form(asked: Asked) -> Result<Reply, Error> {
    draw_end(asked, Again::default()).await
}

async fn draw_end(asked: Asked, again: Again) -> Result<Reply, Error> {
    page(asked, again, "end").await
}

/// Ends a tenancy.
pub async fn end(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_end(&asked).await;
    asked.settled(outcome, draw_end).await
}

async fn try_end(asked: &Asked) -> Result<Settled, Error> {
    let typed = read(asked, &["day", "next", "words", "choice", "another", "version"])?;
    let reason = EndReason::parse(asked.form.get("choice")).ok_or_else(|| Error::field("choice", "form-choose"))?;
    let seen = asked.form.get("version").parse().unwrap_or(0);
    let ending = Ending { on: typed.day, reason, words: typed.words, needs_another: asked.form.has("another") };
    let person = typed.person;
    asked.change(&CHARTER, "end", move |tx, desk| acts::end(tx, desk, &person, &ending, seen).map(|()| here(&person))).await
}
