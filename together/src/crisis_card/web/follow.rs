//! Pages for colleagues: «I worry for their life», and one follow-up with what may be done about it.

use askama::Template;
use kernel::id::{AccountId, PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::duties::{Candidate, colleagues};
use platform::access::{Permit, Settled};
use platform::error::Error;
use platform::frame::{Again, ContactItem, Frame, Say, contact_item};
use platform::web::{Asked, Reply};

use crate::crisis_card::CHARTER;
use crate::crisis_card::following::{Cause, Command, Outcome, lies, may_follow_up};
use crate::crisis_card::limits::{self, Limits};
use crate::crisis_card::store::follow_ups::{self, FollowUp, Happened};
use crate::crisis_card::work::{self, Chosen};

/// A choice in a form.
struct Choice {
    key: String,
    word: String,
    detail: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "crisis_card/pages/worry.html")]
struct WorryPage {
    frame: Frame,
    t: Say,
    again: Again,
    back: String,
    name: String,
    may: bool,
    causes: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "crisis_card/pages/follow.html")]
struct FollowPage {
    frame: Frame,
    t: Say,
    again: Again,
    back: String,
    name: String,
    phone: Option<ContactItem>,
    action: String,
    cause: String,
    state: String,
    due: String,
    asked: String,
    mine: bool,
    asked_me: bool,
    may_take: bool,
    outcomes: Vec<Choice>,
    colleagues: Vec<Choice>,
    history: Vec<(String, String)>,
}

fn name_of(say: &Say, permit: &Permit) -> String {
    permit.card().name.clone().unwrap_or_else(|| say.t("crisis-the-person"))
}

/// «I worry for their life»: what to do now comes first.
pub async fn worry(asked: Asked) -> Result<Reply, Error> {
    draw_worry(asked, Again::default()).await
}

async fn draw_worry(asked: Asked, again: Again) -> Result<Reply, Error> {
    let person = asked.person()?;
    let found = asked.view(&CHARTER, move |tx, desk| Ok((desk.person(tx, &person)?, limits::load(tx, desk.now())?)));
    let ((permit, limits), say) = (found.await?, asked.say());
    let page = WorryPage {
        frame: asked.frame(),
        back: format!("/folk/{}", permit.person()),
        name: name_of(&say, &permit),
        may: may_follow_up(asked.ctx.actor.role) && asked.ctx.actor.employer.is_some(),
        causes: Cause::ALL.into_iter().map(|cause| cause_choice(&say, &limits, cause, &asked)).collect(),
        t: say,
        again,
    };
    Reply::page_again(&page, page.again.status)
}

fn cause_choice(say: &Say, limits: &Limits, cause: Cause, asked: &Asked) -> Choice {
    let due = limits.due(cause, asked.ctx.now);
    Choice {
        key: cause.key().to_owned(),
        word: say.t(&format!("crisis-cause-{}", cause.key())),
        detail: say.with("crisis-due-before", "when", say.when(due, asked.ctx.now)),
        chosen: asked.form.get("cause") == cause.key(),
    }
}

/// Begins the follow-up; whoever worries holds it.
pub async fn begin(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_begin(&asked).await;
    asked.settled(outcome, draw_worry).await
}

async fn try_begin(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["cause"])?;
    let person = asked.person()?;
    let cause = Cause::parse(asked.form.get("cause")).ok_or_else(|| Error::field("cause", "form-choose"))?;
    let settled = asked.change(&CHARTER, "follow-up", move |tx, desk| {
        let id = work::begin(tx, desk, &person, cause)?;
        Ok(Settled::to(path(&person, &id)))
    });
    settled.await
}

/// The address of a follow-up.
pub fn path(person: &PersonId, id: &RowId) -> String {
    format!("/folk/{person}/oppfolging/{id}")
}

/// One follow-up.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

struct Found {
    permit: Permit,
    one: FollowUp,
    history: Vec<Happened>,
    colleagues: Vec<Candidate>,
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let person = asked.person()?;
    let id = RowId::parse(asked.param("follow")).ok_or(Error::Missing)?;
    let found = asked.view(&CHARTER, move |tx, desk| {
        let permit = desk.person(tx, &person)?;
        let one = work::find(tx, desk, &permit, &id)?;
        let history = follow_ups::history(tx, &permit, &id)?;
        let colleagues = colleagues(tx, &one.open.organisation, desk.now())?;
        Ok(Found { permit, one, history, colleagues })
    });
    let page = page(&asked, found.await?, again)?;
    Reply::page_again(&page, page.again.status)
}

fn page(asked: &Asked, found: Found, again: Again) -> Result<FollowPage, Error> {
    let Found { permit, one, history, colleagues } = found;
    let (say, now) = (asked.say(), asked.ctx.now);
    let me = asked.ctx.actor.account.as_ref().ok_or(Error::SignIn)?;
    let (open, mine) = (one.done_at.is_none(), one.open.holder == *me);
    let may = open && may_follow_up(asked.ctx.actor.role);
    let asked_me = may && one.open.offered_to.as_ref() == Some(me);
    let can = |candidate: &Candidate| candidate.account != one.open.holder && may_follow_up(candidate.role);
    let chosen = asked.form.get("who");
    let choice = |candidate: Candidate| Choice {
        chosen: candidate.account.as_str() == chosen,
        key: candidate.account.as_str().to_owned(),
        word: candidate.name,
        detail: candidate.title,
    };
    let outcome = |outcome: Outcome| Choice {
        key: outcome.key().to_owned(),
        word: say.t(&format!("crisis-outcome-{}", outcome.key())),
        detail: String::new(),
        chosen: asked.form.get("outcome") == outcome.key(),
    };
    Ok(FollowPage {
        frame: asked.frame(),
        back: format!("/folk/{}", permit.person()),
        name: name_of(&say, &permit),
        phone: permit.card().phone.as_deref().map(|phone| contact_item("", phone)),
        action: path(permit.person(), &one.id),
        cause: say.t(&format!("crisis-cause-{}", one.open.cause.key())),
        state: state(&say, &one, now),
        due: if open { due(&say, &one, now) } else { String::new() },
        asked: one
            .offered_name
            .as_deref()
            .filter(|_| open)
            .map(|name| say.with("crisis-asked", "name", name))
            .unwrap_or_default(),
        mine: may && mine,
        asked_me,
        may_take: may && !mine && !asked_me && lies(&one.open, now),
        outcomes: Outcome::ALL.into_iter().map(outcome).collect(),
        colleagues: colleagues.into_iter().filter(can).map(choice).collect(),
        history: history.iter().map(|happened| told(&say, happened, now)).collect(),
        t: say.clone(),
        again,
    })
}

fn state(say: &Say, one: &FollowUp, now: Timestamp) -> String {
    match (one.done_at, one.outcome) {
        (Some(at), Some(outcome)) => {
            let how = say.t(&format!("crisis-outcome-{}", outcome.key()));
            say.with2("crisis-ended", "when", say.when(at, now), "how", how)
        }
        _ if one.open.holder_left => say.with("crisis-held-by-left", "name", &one.holder_name),
        _ => say.with("crisis-held-by", "name", &one.holder_name),
    }
}

/// By when, and whether the time is over: in words, for whoever has it.
pub fn due(say: &Say, one: &FollowUp, now: Timestamp) -> String {
    let key = if one.open.due_at > now { "crisis-due-before" } else { "crisis-due-was" };
    say.with(key, "when", say.when(one.open.due_at, now))
}

fn told(say: &Say, happened: &Happened, now: Timestamp) -> (String, String) {
    (say.with(&format!("crisis-happened-{}", happened.what), "name", &happened.name), say.when(happened.at, now))
}

/// Does what was chosen.
pub async fn act(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_act(&asked).await;
    asked.settled(outcome, draw).await
}

fn chosen(asked: &Asked) -> Result<Chosen, Error> {
    asked.form.only(&["act", "who", "outcome"])?;
    match asked.form.get("act") {
        "ask" => {
            let account = AccountId::parse(asked.form.get("who"));
            account.map(Chosen::Ask).ok_or_else(|| Error::field("who", "form-choose"))
        }
        "yes" => Ok(Chosen::Mine(Command::Accept)),
        "no" => Ok(Chosen::Mine(Command::Decline)),
        "take" => Ok(Chosen::Mine(Command::Take)),
        "tried" => Ok(Chosen::Mine(Command::Tried)),
        "end" => {
            let outcome = Outcome::parse(asked.form.get("outcome"));
            outcome.map(|outcome| Chosen::Mine(Command::End(outcome))).ok_or_else(|| Error::field("outcome", "form-choose"))
        }
        _ => Err(Error::field("act", "form-half-sent")),
    }
}

async fn try_act(asked: &Asked) -> Result<Settled, Error> {
    let (person, chosen) = (asked.person()?, chosen(asked)?);
    let id = RowId::parse(asked.param("follow")).ok_or(Error::Missing)?;
    let settled = asked.change(&CHARTER, "follow-up", move |tx, desk| {
        work::change(tx, desk, &person, &id, &chosen)?;
        Ok(Settled::to(path(&person, &id)))
    });
    settled.await
}
