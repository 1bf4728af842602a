//! What the person reads: each decision in plain words, and what they can do about it.

use askama::Template;
use platform::error::Error;
use platform::frame::{ContactItem, Frame, Say, contact_item};
use platform::web::{Asked, Reply};

use super::{day, period, state};
use crate::coercion::CHARTER;
use crate::coercion::rules::State;
use crate::coercion::store::{self, Decision, Step};

/// A decision as the person reads it.
struct Shown {
    title: String,
    means: String,
    state: String,
    body: String,
    period: String,
    review: String,
    told: String,
    place: String,
    phone: ContactItem,
    steps: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "coercion/pages/own.html")]
struct OwnPage {
    frame: Frame,
    t: Say,
    decisions: Vec<Shown>,
}

/// Every decision about the person, those that are over too.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let found = asked.view(&CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        let mut found = Vec::new();
        for one in store::all(tx, &own, desk.now())? {
            let steps = store::steps(tx, &own, &one.id)?;
            found.push((one, steps));
        }
        Ok(found)
    });
    let (found, say) = (found.await?, asked.say());
    let decisions = found.iter().map(|(one, steps)| shown(&asked, &say, one, steps)).collect();
    Reply::page(&OwnPage { frame: asked.frame(), decisions, t: say.clone() })
}

fn shown(asked: &Asked, say: &Say, one: &Decision, steps: &[Step]) -> Shown {
    let now = asked.ctx.now;
    let running = one.standing.state == State::Running;
    let told = |step: &Step| {
        let who = step.name.clone().unwrap_or_default();
        let what = say.with(&format!("coercion-step-{}", step.what), "name", who);
        let words = step.words.as_deref().map(|words| format!(" {words}")).unwrap_or_default();
        (format!("{what}{words}"), say.when(step.at, now))
    };
    Shown {
        title: say.t(&format!("coercion-paragraph-{}", one.paragraph)),
        means: say.t(&format!("coercion-means-{}", one.paragraph)),
        state: state(say, one, now),
        body: say.with("coercion-own-body", "body", &one.body),
        period: period(say, one),
        review: if running { say.with("coercion-own-review", "day", day(say, one.standing.days.review)) } else { String::new() },
        told: say.with("coercion-own-told", "told", &one.told),
        place: say.with("coercion-own-place", "place", &one.organisation_name),
        phone: contact_item(&one.organisation_name, &one.phone),
        steps: steps.iter().map(told).collect(),
    }
}
