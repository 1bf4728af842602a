//! One decision, for the place that recorded it.

use askama::Template;
use kernel::id::RowId;
use kernel::time::Day;
use platform::access::{Permit, Settled};
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::{day, period, state};
use crate::coercion::rules::{Command, MAX_WORDS, Paragraph, State};
use crate::coercion::store::{self, Decision, Step};
use crate::coercion::{CHARTER, work};

#[derive(Template)]
#[template(path = "coercion/pages/one.html")]
struct OnePage {
    frame: Frame,
    t: Say,
    again: Again,
    back: String,
    action: String,
    name: String,
    law: String,
    state: String,
    period: String,
    body: String,
    told: String,
    review: String,
    holder: String,
    warns: bool,
    running: bool,
    may_take: bool,
    may_withdraw: bool,
    next: String,
    words: String,
    steps: Vec<(String, String)>,
}

fn decision_id(asked: &Asked) -> Result<RowId, Error> {
    RowId::parse(asked.param("decision")).ok_or(Error::Missing)
}

/// The decision.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (person, id) = (asked.person()?, decision_id(&asked)?);
    let found = asked.view(&CHARTER, move |tx, desk| {
        let permit = work::permit(tx, desk, &person)?;
        let one = work::find(tx, desk, &permit, &id)?;
        let steps = store::steps(tx, &permit, &id)?;
        let paragraph = store::paragraphs(tx, one.recorded_at)?.into_iter().find(|known| known.key == one.paragraph);
        Ok((permit, one, steps, paragraph))
    });
    let (permit, one, steps, paragraph) = found.await?;
    let page = page(&asked, &permit, &one, &steps, paragraph.as_ref(), again);
    Reply::page_again(&page, page.again.status)
}

fn page(asked: &Asked, permit: &Permit, one: &Decision, steps: &[Step], paragraph: Option<&Paragraph>, again: Again) -> OnePage {
    let (say, now, days) = (asked.say(), asked.ctx.now, one.standing.days);
    let running = one.standing.state == State::Running;
    let told = |step: &Step| {
        let who = step.name.clone().unwrap_or_default();
        let what = say.with(&format!("coercion-step-{}", step.what), "name", who);
        let words = step.words.as_deref().map(|words| format!(" {words}")).unwrap_or_default();
        (format!("{what}{words}"), say.when(step.at, now))
    };
    let holder = if one.standing.holder_left { "coercion-holder-left" } else { "coercion-holder" };
    let base = format!("/folk/{}/vedtak", permit.person());
    OnePage {
        frame: asked.frame(),
        action: format!("{base}/{}", one.id),
        back: base,
        name: permit.card().name.clone().unwrap_or_else(|| say.t("coercion-the-person")),
        law: say.t(&format!("coercion-law-{}", one.paragraph)),
        state: state(&say, one, now),
        period: period(&say, one),
        body: one.body.clone(),
        told: one.told.clone(),
        review: say.with("coercion-review-on", "day", day(&say, days.review)),
        holder: say.with(holder, "name", &one.holder_name),
        warns: paragraph.is_some_and(|paragraph| paragraph.warns(days.from, days.until)),
        running,
        may_take: running && one.standing.holder_left,
        may_withdraw: one.standing.state != State::Withdrawn,
        next: asked.form.get("next").to_owned(),
        words: asked.form.get("words").to_owned(),
        steps: steps.iter().map(told).collect(),
        t: say.clone(),
        again,
    }
}

/// Does what was chosen.
pub async fn act(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_act(&asked).await;
    asked.settled(outcome, draw).await
}

fn chosen(asked: &Asked) -> Result<(Command, Option<String>), Error> {
    asked.form.only(&["act", "next", "words"])?;
    let reason = || {
        let words = asked.form.text("words", MAX_WORDS).map_err(|error| Error::Invalid(vec![error]));
        words.map(|words| Some(words.as_str().to_owned()))
    };
    Ok(match asked.form.get("act") {
        "review" => {
            let next = Day::read(asked.form.get("next"), asked.ctx.now.day());
            (Command::Review(next.ok_or_else(|| Error::field("next", "form-date"))?), None)
        }
        "lift" => (Command::Lift, None),
        "withdraw" => (Command::Withdraw, reason()?),
        "take" => (Command::Take, None),
        _ => return Err(Error::field("act", "form-half-sent")),
    })
}

async fn try_act(asked: &Asked) -> Result<Settled, Error> {
    let (person, id, (command, words)) = (asked.person()?, decision_id(asked)?, chosen(asked)?);
    let settled = asked.change(&CHARTER, "change-decision", move |tx, desk| {
        let permit = work::permit(tx, desk, &person)?;
        work::change(tx, desk, &permit, &id, (command, words.as_deref()))?;
        Ok(Settled::to(format!("/folk/{person}/vedtak/{id}")))
    });
    settled.await
}
