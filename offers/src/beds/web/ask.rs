//! `/folk/{person}/plass`: a colleague asks a ward for somebody who has said yes to it.

use askama::Template;
use kernel::id::RowId;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::{row, seen};
use crate::beds::choices::NextStep;
use crate::beds::rules::{Command, State};
use crate::beds::shown::{self, ShownStay, ShownUnit};
use crate::beds::store::{stays, units};
use crate::beds::work::{self, Act};
use crate::beds::{CHARTER, limits};

/// Longest text to a ward, in characters.
pub const WORDS_MAX: usize = 1000;

/// A stay on the page, with what may be taken back.
struct Row {
    stay: ShownStay,
    withdraw: Option<(String, i64)>,
}

#[derive(Template)]
#[template(path = "beds/pages/ask.html")]
struct AskPage {
    frame: Frame,
    t: Say,
    again: Again,
    base: String,
    back: String,
    name: String,
    own: Vec<Row>,
    units: Vec<ShownUnit>,
    next: Option<String>,
    steps: Vec<(&'static str, String)>,
    unit: String,
    step: String,
    acute: bool,
    said_yes: bool,
    words: String,
}

/// The form, with what has been asked before.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (person, after) = (asked.person()?, RowId::parse(asked.query.get("etter")));
    let (permit, own, (page, next), limits) = asked
        .view(&CHARTER, move |tx, desk| {
            let permit = desk.person(tx, &person)?;
            let own = stays::all(tx, desk, &permit)?;
            Ok((permit, own, units::page(tx, after.as_ref())?, limits::load(tx, desk.now())?))
        })
        .await?;
    let (say, now) = (asked.say(), asked.ctx.now);
    let here = asked.ctx.actor.employer.as_ref().map(|employer| &employer.id);
    let back = format!("/folk/{}", permit.person());
    let base = format!("{back}/plass");
    let mut frame = asked.frame();
    frame.path.clone_from(&base);
    let take_back = |stay: &stays::Stay| {
        let waits = matches!(stay.case.state, State::Asked | State::Offered { .. });
        let ours = here.is_some() && here == stay.asked_from.as_ref();
        (waits && ours).then(|| (format!("{base}/{}/trekk", stay.id), stay.case.version))
    };
    let rows = own.iter().map(|stay| Row { withdraw: take_back(stay), stay: shown::stay(&say, &permit, stay, now) });
    let page = AskPage {
        frame,
        again,
        name: permit.card().name.clone().unwrap_or_else(|| say.t("beds-no-name")),
        own: rows.collect(),
        units: page.iter().filter(|unit| !unit.about.closed).map(|unit| shown::unit(&say, unit, &limits, None, now)).collect(),
        next: next.map(|next| format!("{base}?etter={next}")),
        steps: steps(&say),
        unit: asked.form.get("unit").to_owned(),
        step: asked.form.get("step").to_owned(),
        acute: asked.form.has("acute"),
        said_yes: asked.form.has("yes"),
        words: asked.form.get("words").to_owned(),
        base,
        back,
        t: say.clone(),
    };
    Reply::page_again(&page, page.again.status)
}

/// What comes after, to choose between.
pub fn steps(say: &Say) -> Vec<(&'static str, String)> {
    NextStep::ALL.map(|step| (step.key(), say.t(&format!("beds-next-choice-{}", step.key())))).to_vec()
}

/// Reads a question from a form.
pub fn read(asked: &Asked) -> Result<work::Asked, Error> {
    let unit = RowId::parse(asked.form.get("unit")).ok_or_else(|| Error::field("unit", "form-choose"))?;
    let words = asked.form.text_or_none("words", WORDS_MAX).map_err(|error| Error::Invalid(vec![error]))?;
    Ok(work::Asked {
        unit,
        acute: asked.form.has("acute"),
        next_step: NextStep::parse(asked.form.get("step")),
        words: words.map(|words| words.as_str().to_owned()),
        said_yes: asked.form.has("yes"),
    })
}

/// Asks.
pub async fn ask(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_ask(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_ask(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["unit", "step", "acute", "yes", "words"])?;
    let (person, question) = (asked.person()?, read(asked)?);
    asked
        .change(&CHARTER, "ask-for-bed", move |tx, desk| {
            let permit = desk.person(tx, &person)?;
            work::ask(tx, desk, &permit, &question)?;
            Ok(Settled::to(format!("/folk/{person}/plass")))
        })
        .await
}

/// Takes a question back.
pub async fn withdraw(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_withdraw(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_withdraw(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["versjon"])?;
    let (person, id, seen) = (asked.person()?, row(asked, "stay")?, seen(asked));
    asked
        .change(&CHARTER, "take-back-question", move |tx, desk| {
            let permit = desk.person(tx, &person)?;
            work::act(tx, desk, &permit, &id, &Act { seen, command: Command::Withdraw, leaving_on: None })?;
            Ok(Settled::to(format!("/folk/{person}/plass")))
        })
        .await
}
