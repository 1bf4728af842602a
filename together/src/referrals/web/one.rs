//! One referral as those at work see it: on the side that asks and on the side that answers.

use askama::Template;
use kernel::id::{PersonId, RowId};
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, ContactItem, Frame, Say, contact_item};
use platform::web::{Asked, Reply};

use super::person::{link_page, link_state};
use super::shown::{self, ShownEvent, ShownReferral};
use crate::referrals::rules::{By, Command, MAX_WORDS, State, Why};
use crate::referrals::store::events::{self, Event};
use crate::referrals::store::links;
use crate::referrals::store::referrals::{self, Referral};
use crate::referrals::{CHARTER, link, work};

/// A reason to say no, as drawn.
struct Reason {
    key: &'static str,
    word: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "referrals/pages/one.html")]
struct OnePage {
    frame: Frame,
    t: Say,
    again: Again,
    back: String,
    name: String,
    lead: String,
    phone: Option<ContactItem>,
    action: String,
    one: ShownReferral,
    is: &'static str,
    by_link: bool,
    drafted: bool,
    awaiting: bool,
    answerable: bool,
    accepted: bool,
    question: Option<String>,
    mine: bool,
    may_link: bool,
    link_state: String,
    reasons: Vec<Reason>,
    words: String,
    history: Vec<ShownEvent>,
}

/// One referral.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

fn address(asked: &Asked) -> Result<(PersonId, RowId), Error> {
    Ok((asked.person()?, RowId::parse(asked.param("referral")).ok_or(Error::Missing)?))
}

/// The address of a referral at work.
#[must_use]
pub fn path(person: &PersonId, id: &RowId) -> String {
    format!("/folk/{person}/henvisning/{id}")
}

struct Found {
    card: platform::access::Card,
    one: Referral,
    by: Option<By>,
    events: Vec<Event>,
    link: Option<(kernel::time::Timestamp, bool)>,
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (person, id) = address(&asked)?;
    let found = asked.view(&CHARTER, move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        let one = referrals::find(tx, desk, &permit, &id)?;
        let by = referrals::by(desk, &permit, &one);
        let events = events::of(tx, &permit, &id)?;
        let link = links::running(tx, &permit, &id, desk.now())?;
        Ok(Found { card: permit.card().clone(), one, by, events, link })
    });
    let page = page(&asked, found.await?, again);
    Reply::page_again(&page, page.again.status)
}

fn page(asked: &Asked, found: Found, again: Again) -> OnePage {
    let Found { card, one, by, events, link } = found;
    let (say, now) = (asked.say(), asked.ctx.now);
    let me = asked.ctx.actor.account.as_ref();
    let receives = by == Some(By::Receiver);
    let sends = by == Some(By::Sender);
    let waits = matches!(one.state, State::Sent | State::Questioned);
    let reason = |why: Why| Reason {
        key: why.key(),
        word: say.t(&format!("referrals-why-{}", why.key())),
        chosen: asked.form.get("why") == why.key(),
    };
    let name = card.name.unwrap_or_else(|| say.t("referrals-the-person"));
    let lead = [("sender", shown::sender(&say, &one, false)), ("receiver", one.receiver_name.clone()), ("name", name.clone())];
    OnePage {
        frame: asked.frame(),
        back: format!("/folk/{}", one.person),
        lead: say.put("referrals-one-lead", &lead),
        name,
        phone: card.phone.as_deref().map(|phone| contact_item("", phone)),
        action: path(&one.person, &one.id),
        is: match by {
            Some(By::Receiver) => "receiver",
            Some(By::Sender) => "sender",
            _ => "reader",
        },
        by_link: one.by_link(),
        drafted: sends && one.state == State::Drafted,
        awaiting: sends && one.state == State::Awaiting,
        answerable: waits && (receives || (sends && one.by_link())),
        accepted: one.state == State::Accepted && (receives || (sends && one.by_link())),
        question: shown::question(&one, &events).filter(|_| sends),
        mine: receives && one.holder.as_ref() == me,
        may_link: sends && one.by_link() && one.state == State::Sent,
        link_state: link_state(&say, link, now),
        reasons: Why::ALL.into_iter().map(reason).collect(),
        words: asked.form.get("words").to_owned(),
        history: events.iter().map(|event| shown::event(&say, &one, event, now)).collect(),
        one: shown::referral(&say, &one, false, now),
        t: say.clone(),
        again,
    }
}

/// Does what was chosen.
pub async fn act(asked: Asked) -> Result<Reply, Error> {
    if asked.form.get("act") == "link" {
        return match try_link(&asked).await {
            Ok(page) => Ok(page),
            Err(error) => {
                let again = Again::of(&asked.say(), error)?;
                draw(asked, again).await
            }
        };
    }
    let outcome = try_act(&asked).await;
    asked.settled(outcome, draw).await
}

fn understood(asked: &Asked) -> Result<(Command, Option<String>), Error> {
    asked.form.only(&["act", "why", "words"])?;
    let needed = || {
        asked.form.text("words", MAX_WORDS).map(|words| words.as_str().to_owned()).map_err(|error| Error::Invalid(vec![error]))
    };
    let maybe = asked.form.text_or_none("words", MAX_WORDS).map_err(|error| Error::Invalid(vec![error]))?;
    let maybe = maybe.map(|words| words.as_str().to_owned());
    let command = match asked.form.get("act") {
        "ask" => Command::Ask,
        "take-back" => Command::TakeBack,
        "question" => return Ok((Command::Question, Some(needed()?))),
        "answer" => return Ok((Command::Answer, Some(needed()?))),
        "accept" => Command::Accept,
        "refuse" => Command::Refuse(why(asked.form.get("why"), maybe.as_deref())?),
        "take" => Command::Take(asked.ctx.actor.account.clone().ok_or(Error::SignIn)?),
        "done" => Command::Finish,
        _ => return Err(Error::field("act", "form-half-sent")),
    };
    Ok((command, maybe))
}

/// The reason for a no: one of the list, and words where the list does not say it.
///
/// # Errors
/// The field to look at.
pub fn why(chosen: &str, words: Option<&str>) -> Result<Why, Error> {
    match Why::parse(chosen) {
        None => Err(Error::field("why", "form-choose")),
        Some(Why::Other) if words.is_none() => Err(Error::field("words", "form-write-something")),
        Some(why) => Ok(why),
    }
}

async fn try_act(asked: &Asked) -> Result<Settled, Error> {
    let (person, id) = address(asked)?;
    let (command, words) = understood(asked)?;
    let settled = asked.change(&CHARTER, "answer-referral", move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        work::act(tx, desk, &permit, &id, &command, words.as_deref())?;
        // Whoever has said no may no longer see the person.
        let to = if matches!(command, Command::Refuse(_)) { "/henvisninger".to_owned() } else { path(&person, &id) };
        Ok(Settled::to(to))
    });
    settled.await
}

async fn try_link(asked: &Asked) -> Result<Reply, Error> {
    asked.form.only(&["act"])?;
    let (person, id) = address(asked)?;
    let back = path(&person, &id);
    let settled = asked.change(&CHARTER, "make-link", {
        let (person, id, back) = (person.clone(), id.clone(), back.clone());
        move |tx, desk| {
            let permit = desk.person(tx, &person)?;
            let made = link::make(tx, desk, &permit, &id)?;
            Ok(Settled::to(back.clone()).keeping(made))
        }
    });
    let made = settled.await?.keep.ok_or_else(|| Error::fault("a link was made and is not there"))?;
    let found = asked.view(&CHARTER, move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        let one = referrals::find(tx, desk, &permit, &id)?;
        Ok((links::running(tx, &permit, &id, desk.now())?, one))
    });
    let (running, one) = found.await?;
    link_page(asked, (&one, running), &made, back, false)
}
