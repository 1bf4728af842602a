//! `/i-natt/min`: what I asked for, who holds it, what was decided, and what I can say to it.

use askama::Template;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, ContactItem, Frame, Say, contact_item};
use platform::web::{Asked, Reply};

use super::shown::{ClockView, CountView, DecisionView, clock, count, decision, own_words, request_of};
use crate::tonight::CHARTER;
use crate::tonight::acts::{self, first_name, in_force};
use crate::tonight::rules::{State, WORDS_MAX};
use crate::tonight::store::{decisions, desk, requests};

#[derive(Template)]
#[template(path = "tonight/pages/mine.html")]
struct MinePage {
    frame: Frame,
    t: Say,
    again: Again,
    words: String,
    mine: Option<Mine>,
    earlier: Vec<DecisionView>,
}

struct Mine {
    request: String,
    own: (String, bool),
    state: &'static str,
    holder: String,
    phone: ContactItem,
    clock: Option<ClockView>,
    now: Option<DecisionView>,
    count: Option<CountView>,
    over: bool,
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (t, now) = (asked.say(), asked.ctx.now);
    let say = t.clone();
    let (mine, earlier) = asked
        .view(&CHARTER, move |tx, desk| {
            let own = acts::own(tx, desk)?;
            let all = requests::all(tx, &own)?;
            let decided = decisions::all(tx, &own)?;
            let limits = desk::limits(tx, now)?;
            let Some(newest) = all.first() else { return Ok((None, Vec::new())) };
            let current = match newest.case.state {
                State::Declined => decided.iter().find(|one| one.request == newest.id),
                _ => in_force(&decided, &newest.id),
            };
            let earlier = decided.iter().filter(|one| current.is_none_or(|current| current.id != one.id));
            let earlier = earlier.map(|one| decision(&say, &own, one, now)).collect();
            let mine = Mine {
                request: newest.id.to_string(),
                own: own_words(&say, newest),
                state: newest.case.state.key(),
                holder: say.with2("tonight-holder", "name", first_name(&newest.holder.name), "office", &newest.organisation_name),
                phone: contact_item(&newest.holder.name, &newest.holder.phone),
                clock: clock(&say, newest, now),
                now: current.map(|one| decision(&say, &own, one, now)),
                count: count(&say, newest, &decided, &all, &limits, now),
                over: matches!(newest.case.state, State::Closed { .. }),
            };
            Ok((Some(mine), earlier))
        })
        .await?;
    let words = asked.form.get("words").to_owned();
    let mut frame = asked.frame();
    frame.path = "/i-natt/min".into();
    let page = MinePage { frame, t, again, words, mine, earlier };
    Reply::page_again(&page, page.again.status)
}

fn here() -> Settled {
    Settled::to("/i-natt/min")
}

/// «Jeg kommer.»
pub async fn yes(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_yes(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_yes(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&[])?;
    let id = request_of(asked)?;
    asked.change(&CHARTER, "say-yes", move |tx, desk| acts::yes(tx, desk, &id).map(|()| here())).await
}

/// «Det er ikke trygt for meg.»
pub async fn not_safe(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_not_safe(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_not_safe(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["words"])?;
    let id = request_of(asked)?;
    let words = asked.form.text_or_none("words", WORDS_MAX).map_err(|error| Error::Invalid(vec![error]))?;
    let words = words.map(|words| words.as_str().to_owned());
    asked.change(&CHARTER, "say-not-safe", move |tx, desk| acts::not_safe(tx, desk, &id, words.as_deref()).map(|()| here())).await
}

/// «Jeg trenger det ikke lenger.»
pub async fn end(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_end(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_end(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&[])?;
    let id = request_of(asked)?;
    asked.change(&CHARTER, "end", move |tx, desk| acts::end(tx, desk, &id, None).map(|()| here())).await
}
