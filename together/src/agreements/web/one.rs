//! One agreement, and what one's organisation may do about it.

use askama::Template;
use kernel::id::RowId;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, ContactItem, Frame, Say, contact_item};
use platform::web::{Asked, Reply};

use super::state;
use crate::agreements::rules::{Command, MAX_REASON, State, may_speak};
use crate::agreements::store::{self, Agreement, Step};
use crate::agreements::{CHARTER, work};

/// A step as drawn.
struct ShownStep {
    what: String,
    when: String,
    words: String,
    terms: String,
}

#[derive(Template)]
#[template(path = "agreements/pages/one.html")]
struct OnePage {
    frame: Frame,
    t: Say,
    again: Again,
    action: String,
    id: String,
    seen: i64,
    title: String,
    between: String,
    state: String,
    period: String,
    terms: Vec<String>,
    contacts: Vec<ContactItem>,
    asked: bool,
    may_take_back: bool,
    may_end: bool,
    may_renew: bool,
    reason: String,
    steps: Vec<ShownStep>,
}

fn agreement_id(asked: &Asked) -> Result<RowId, Error> {
    RowId::parse(asked.param("agreement")).ok_or(Error::Missing)
}

/// The agreement.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let id = agreement_id(&asked)?;
    let found = asked.view(&CHARTER, move |tx, desk| {
        let one = work::find(tx, desk, &id)?;
        let steps = store::steps(tx, &id)?;
        Ok((one, steps))
    });
    let (one, steps) = found.await?;
    let page = page(&asked, &one, &steps, again);
    Reply::page_again(&page, page.again.status)
}

fn page(asked: &Asked, one: &Agreement, steps: &[Step], again: Again) -> OnePage {
    let (say, now, actor) = (asked.say(), asked.ctx.now, &asked.ctx.actor);
    let today = now.day();
    let mine = actor.employer.as_ref().map(|employer| &employer.id);
    let party = mine.is_some_and(|mine| one.standing.counterpart(mine).is_some()) && may_speak(actor.role);
    let waits = one.standing.state == State::Proposed;
    let answers = party && waits && one.standing.waits_on.as_ref() == mine;
    let (first, second) = &one.names;
    let period = |terms: &crate::agreements::rules::Terms| {
        say.with2("agreements-period", "from", say.date_with_year(terms.from), "until", say.date_with_year(terms.until))
    };
    let step = |step: &Step| ShownStep {
        what: say.with2(&format!("agreements-step-{}", step.what), "name", &step.who.0, "place", &step.who.1),
        when: say.when(step.at, now),
        words: step.words.clone().unwrap_or_default(),
        terms: if matches!(step.what.as_str(), "proposed" | "changed") {
            format!("{}. {}. {}", step.terms.title, period(&step.terms), step.terms.words)
        } else {
            String::new()
        },
    };
    let contacts = [(first, Some(&one.contacts.0)), (second, one.contacts.1.as_ref())];
    let contact = |(place, contact): (&String, Option<&store::Contact>)| {
        contact.map(|contact| contact_item(&format!("{}, {place}", contact.name), &contact.phone))
    };
    OnePage {
        frame: asked.frame(),
        action: format!("/samarbeid/{}", one.id),
        id: one.id.to_string(),
        seen: one.version,
        title: one.terms.title.clone(),
        between: say.with2("agreements-between", "first", first, "second", second),
        state: state(&say, one.standing.state, one.standing.until, answers, today),
        period: period(&one.terms),
        terms: one.terms.words.lines().map(str::to_owned).collect(),
        contacts: contacts.into_iter().filter_map(contact).collect(),
        asked: answers,
        may_take_back: party && waits && !answers,
        may_end: party && one.standing.runs(today),
        may_renew: party && !waits,
        reason: asked.form.get("reason").to_owned(),
        // What led to it is between the two.
        steps: if party { steps.iter().map(step).collect() } else { Vec::new() },
        t: say.clone(),
        again,
    }
}

/// Does what was chosen.
pub async fn act(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_act(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_act(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["act", "seen", "reason"])?;
    let id = agreement_id(asked)?;
    let reason = || {
        let words = asked.form.text("reason", MAX_REASON).map_err(|error| Error::Invalid(vec![error]));
        words.map(|words| Some(words.as_str().to_owned()))
    };
    let (command, words) = match asked.form.get("act") {
        "yes" => (Command::Yes, None),
        "no" => (Command::No, reason()?),
        "take-back" => (Command::TakeBack, None),
        "end" => (Command::End, reason()?),
        _ => return Err(Error::field("act", "form-half-sent")),
    };
    let seen = asked.form.get("seen").parse().map_err(|_| Error::field("act", "form-half-sent"))?;
    let settled = asked.change(&CHARTER, "answer", move |tx, desk| {
        work::change(tx, desk, &id, seen, (&command, words.as_deref()))?;
        Ok(Settled::to(format!("/samarbeid/{id}")))
    });
    settled.await
}
