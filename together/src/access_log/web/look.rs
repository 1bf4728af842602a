//! `/sett/{line}`: what one did that day, what was open to them, and what the person can do about it.

use askama::Template;
use kernel::id::RowId;
use kernel::role::Role;
use platform::access::log::{self, Look, PrivacyContact};
use platform::access::{Permit, Settled, blocks};
use platform::audit::Attested;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::list::answers_from;
use super::own;
use super::shown::{Shown, load_around};
use crate::access_log::folding::{self, Who};
use crate::access_log::rules::{Change, Command, State, decide};
use crate::access_log::store::{self, NewQuestion, Question};
use crate::access_log::{CHARTER, limits, words};

/// What a person may write.
const WORDS_CHARS: usize = 500;

#[derive(Template)]
#[template(path = "access_log/pages/look.html")]
struct Page {
    frame: Frame,
    t: Say,
    again: Again,
    look: Shown,
    when: String,
    attested: Option<String>,
    words: String,
    answers: String,
    asked: Option<String>,
    can_block: bool,
    blocked: bool,
    undo: Option<String>,
    stop: Option<String>,
}

struct Found {
    event: Vec<Look>,
    around: words::Around,
    questions: Vec<Question>,
    blocked: bool,
    contact: Option<PrivacyContact>,
    answer_days: i32,
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    page(asked, None).await
}

async fn page(asked: Asked, error: Option<Error>) -> Result<Reply, Error> {
    let line = RowId::parse(asked.param("line")).ok_or(Error::Missing)?;
    let found = asked
        .view(&CHARTER, move |tx, desk| {
            let own = own(tx, desk)?;
            let event = log::day_of(tx, &own, &line)?;
            Ok(Found {
                around: load_around(tx, &own)?,
                questions: store::all(tx, &own)?,
                blocked: is_blocked(tx, &own, &event)?,
                contact: log::privacy_contact(tx, desk.now())?,
                answer_days: limits::load(tx, desk.now())?.answer_days,
                event,
            })
        })
        .await?;
    let (t, now) = (asked.say(), asked.ctx.now);
    let again = error.map(|error| Again::of(&t, error)).transpose()?.unwrap_or_default();
    let group = folding::one(&found.event).ok_or(Error::Missing)?;
    let account = match &group.who {
        Who::Account(account, _) => Some(account.to_string()),
        _ => None,
    };
    let staff = group.newest.role.is_staff();
    let waits = found.questions.iter().find(|question| is_about(question, &found.event));
    let status = again.status.unwrap_or(200);
    let full = asked.ctx.actor.door == platform::ctx::Door::Full;
    let frame = asked.frame();
    let leads = |path: &str| full && frame.leads_to(path);
    let undo = account.as_ref().filter(|_| leads("/deling/sperr/{account}/opphev"));
    let undo = undo.map(|id| format!("/deling/sperr/{id}/opphev"));
    let stop = account.as_ref().filter(|_| !staff && leads("/deling/{receiver}/slutt"));
    let stop = stop.map(|id| format!("/deling/{id}/slutt"));
    let page = Page {
        look: Shown::of(&t, &group, &found.around, now),
        when: words::at_start(&t.near_day(group.newest.at.day(), now.day())),
        attested: attested(&t, &group.newest.detail.attested),
        words: asked.form.get("ord").to_owned(),
        answers: answers_from(&t, found.contact.as_ref(), found.answer_days),
        asked: waits.map(|question| format!("/sett/spurt/{}", question.id)),
        can_block: staff && account.is_some() && !found.blocked,
        blocked: found.blocked,
        undo,
        stop,
        frame,
        again,
        t,
    };
    Ok(Reply::page(&page)?.status(status))
}

/// What the employee was authorised as then, with the number anyone can look up in the register.
fn attested(t: &Say, attested: &Attested) -> Option<String> {
    let authorisation = attested.authorisation.as_deref()?;
    let numbered = |number: &str| format!("{authorisation}, {}", t.with("access-log-hpr", "number", number));
    Some(attested.hpr_number.as_deref().map_or_else(|| authorisation.to_owned(), numbered))
}

fn is_blocked(tx: &mut Tx<'_>, own: &Permit, event: &[Look]) -> Result<bool, Error> {
    let account = event.first().and_then(|look| look.account.clone());
    Ok(blocks::running(tx, own)?.iter().any(|block| Some(&block.account) == account.as_ref()))
}

fn is_about(question: &Question, event: &[Look]) -> bool {
    question.answered_at.is_none() && event.iter().any(|look| look.id == question.line)
}

fn state(tx: &mut Tx<'_>, own: &Permit, event: &[Look]) -> Result<State, Error> {
    let questions = store::all(tx, own)?;
    let someone = event.first().is_some_and(|look| !matches!(look.role, Role::Person | Role::Visitor));
    Ok(State {
        nobody_else: !someone,
        waits: questions.iter().any(|question| is_about(question, event)),
        open: questions.iter().filter(|question| question.answered_at.is_none()).count(),
        employee: event.first().is_some_and(|look| look.account.is_some() && look.role.is_staff()),
        blocked: is_blocked(tx, own, event)?,
        ..State::default()
    })
}

/// The person wonders about it.
pub async fn ask(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["ord"])?;
    let line = RowId::parse(asked.param("line")).ok_or(Error::Missing)?;
    let typed = match asked.form.text_or_none("ord", WORDS_CHARS) {
        Ok(typed) => typed.map(|text| text.as_str().to_owned()),
        Err(error) => return page(asked, Some(Error::Invalid(vec![error]))).await,
    };
    let settled = asked
        .change(&CHARTER, "ask", move |tx, desk| {
            let own = own(tx, desk)?;
            let id = question(tx, &own, &line, typed.clone(), (RowId::from_bits(desk.bits()), desk.now()))?;
            Ok(Settled::to(format!("/sett/spurt/{id}")))
        })
        .await;
    match settled {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => page(asked, Some(error)).await,
    }
}

/// Asks about a line of the person's own log.
///
/// # Errors
/// A refusal, or [`Error::Missing`] for a line that is not theirs.
pub fn question(
    tx: &mut Tx<'_>,
    own: &Permit,
    line: &RowId,
    words: Option<String>,
    (id, now): (RowId, kernel::time::Timestamp),
) -> Result<RowId, Error> {
    let event = log::day_of(tx, own, line)?;
    let change = decide(&state(tx, own, &event)?, Command::Ask, &limits::load(tx, now)?, now)?;
    if let Change::Asked { due } = change {
        let account = event.first().and_then(|look| look.account.clone());
        let new = NewQuestion { id: id.clone(), line: line.clone(), account, words, due_at: due };
        store::ask(tx, own, &new, now)?;
    }
    Ok(id)
}

/// The person lets this employee see nothing more, from now on.
pub async fn block(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let line = RowId::parse(asked.param("line")).ok_or(Error::Missing)?;
    let to = format!("/sett/{line}");
    let settled = asked
        .change(&CHARTER, "block", move |tx, desk| {
            let own = own(tx, desk)?;
            let event = log::day_of(tx, &own, &line)?;
            let change = decide(&state(tx, &own, &event)?, Command::Block, &limits::load(tx, desk.now())?, desk.now())?;
            if let (Change::Blocked, Some(account)) = (change, event.first().and_then(|look| look.account.as_ref())) {
                blocks::begin(tx, &own, account, &RowId::from_bits(desk.bits()), desk.now())?;
            }
            Ok(Settled::to(to.clone()))
        })
        .await;
    match settled {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => page(asked, Some(error)).await,
    }
}
