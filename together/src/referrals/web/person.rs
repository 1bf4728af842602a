//! One referral as the person sees it: what is asked, of whom, what they would see, and the yes or no.

use askama::Template;
use kernel::id::RowId;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::shown::{self, ShownEvent, ShownReferral};
use crate::referrals::rules::{Command, MAX_WORDS, State};
use crate::referrals::store::events::{self, Event};
use crate::referrals::store::links;
use crate::referrals::store::referrals::{self, Referral};
use crate::referrals::{CHARTER, limits, link, work};

#[derive(Template)]
#[template(path = "referrals/pages/person.html")]
struct PersonPage {
    frame: Frame,
    t: Say,
    again: Again,
    one: ShownReferral,
    action: String,
    awaiting: bool,
    open: bool,
    question: Option<String>,
    may_link: bool,
    link_state: String,
    answer: String,
    history: Vec<ShownEvent>,
    waits: bool,
    until: String,
}

#[derive(Template)]
#[template(path = "referrals/pages/link_made.html")]
pub(super) struct LinkMadePage {
    pub(super) frame: Frame,
    pub(super) t: Say,
    pub(super) back: String,
    pub(super) link: String,
    pub(super) receiver: String,
    pub(super) until: String,
    pub(super) own: bool,
}

fn id_of(asked: &Asked) -> Result<RowId, Error> {
    RowId::parse(asked.param("referral")).ok_or(Error::Missing)
}

/// One referral.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

struct Found {
    one: Referral,
    events: Vec<Event>,
    link: Option<(kernel::time::Timestamp, bool)>,
    days: i64,
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (id, say, now) = (id_of(&asked)?, asked.say(), asked.ctx.now);
    let found = asked.view(&CHARTER, move |tx, desk| {
        let own = desk.own(tx)?;
        let one = referrals::find(tx, desk, &own, &id)?;
        let events = events::of(tx, &own, &id)?;
        let link = links::running(tx, &own, &id, desk.now())?;
        Ok(Found { one, events, link, days: limits::load(tx, desk.now())?.share_days })
    });
    let Found { one, events, link, days } = found.await?;
    let frame = asked.frame();
    let page = PersonPage {
        action: format!("/henvisning/{}", one.id),
        awaiting: one.state == State::Awaiting,
        open: one.state.is_with_receiver(),
        question: shown::question(&one, &events),
        may_link: one.by_link() && one.state == State::Sent && one.sender.is_none(),
        link_state: link_state(&say, link, now),
        answer: asked.form.get("words").to_owned(),
        history: events.iter().map(|event| shown::event(&say, &one, event, now)).collect(),
        waits: frame.leads_to("/ventetid"),
        until: say.day(one.share_until.unwrap_or(now.plus_days(days)).day(), now.day()),
        one: shown::referral(&say, &one, true, now),
        frame,
        t: say,
        again,
    };
    Reply::page_again(&page, page.again.status)
}

/// Whether a link runs and has been opened, in words.
pub(super) fn link_state(say: &Say, link: Option<(kernel::time::Timestamp, bool)>, now: kernel::time::Timestamp) -> String {
    match link {
        None => say.t("referrals-link-none"),
        Some((until, opened)) => {
            let key = if opened { "referrals-link-opened" } else { "referrals-link-waits" };
            say.with(key, "when", say.when(until, now))
        }
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

async fn try_act(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["act", "words"])?;
    let id = id_of(asked)?;
    let (command, words) = match asked.form.get("act") {
        "yes" => (Command::Yes, None),
        "no" => (Command::No, None),
        "withdraw" => (Command::Withdraw, None),
        "answer" => {
            let words = asked.form.text("words", MAX_WORDS).map_err(|error| Error::Invalid(vec![error]))?;
            (Command::Answer, Some(words.as_str().to_owned()))
        }
        _ => return Err(Error::field("act", "form-half-sent")),
    };
    let settled = asked.change(&CHARTER, "answer-referral", move |tx, desk| {
        let own = desk.own(tx)?;
        work::act(tx, desk, &own, &id, &command, words.as_deref())?;
        Ok(Settled::to(format!("/henvisning/{id}")))
    });
    settled.await
}

async fn try_link(asked: &Asked) -> Result<Reply, Error> {
    asked.form.only(&["act"])?;
    let id = id_of(asked)?;
    let settled = asked.change(&CHARTER, "make-link", {
        let id = id.clone();
        move |tx, desk| {
            let own = desk.own(tx)?;
            let made = link::make(tx, desk, &own, &id)?;
            Ok(Settled::to(format!("/henvisning/{id}")).keeping(made))
        }
    });
    let made = settled.await?.keep.ok_or_else(|| Error::fault("a link was made and is not there"))?;
    let found = asked.view(&CHARTER, {
        let id = id.clone();
        move |tx, desk| {
            let own = desk.own(tx)?;
            let one = referrals::find(tx, desk, &own, &id)?;
            Ok((one, links::running(tx, &own, &id, desk.now())?))
        }
    });
    let (one, running) = found.await?;
    link_page(asked, (&one, running), &made, format!("/henvisning/{id}"), true)
}

/// The page that shows a link once.
pub(super) fn link_page(
    asked: &Asked,
    (one, running): (&Referral, Option<(kernel::time::Timestamp, bool)>),
    made: &str,
    back: String,
    own: bool,
) -> Result<Reply, Error> {
    let (say, now) = (asked.say(), asked.ctx.now);
    let mut frame = asked.frame();
    // The language switch must not make a new link by sending this form again.
    frame.path.clone_from(&back);
    let page = LinkMadePage {
        link: format!("{}/lenke/{made}", asked.app.config().public_url.trim_end_matches('/')),
        receiver: one.receiver_name.clone(),
        until: running.map(|(until, _)| say.when(until, now)).unwrap_or_default(),
        frame,
        t: say,
        back,
        own,
    };
    Reply::page(&page)
}
