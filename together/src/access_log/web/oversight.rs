//! `/sporsmal`: what persons wonder about, the first due first; and counts that stand out. Without content and without names
//! of persons.

use askama::Template;
use kernel::access::Reason;
use kernel::id::{AccountId, RowId};
use kernel::role::Role;
use kernel::time::{Day, Timestamp};
use platform::access::log::{self, Look};
use platform::access::{Desk, Settled};
use platform::error::Error;
use platform::frame::{Again, Frame, Say, contact_item};
use platform::web::{Asked, Reply};

use super::list::due;
use crate::access_log::folding::{self, Group};
use crate::access_log::patterns::{self, Finding, Kind};
use crate::access_log::rules::{self, Command, State, decide};
use crate::access_log::store::{self, Waiting};
use crate::access_log::{CHARTER, limits, words};

/// How far back answered questions stand on the list, in days.
const LISTED_DAYS: i64 = 30;
/// What the privacy contact may write.
const ANSWER_CHARS: usize = 1000;
/// Letters of a case's number.
const NUMBER: usize = 6;

/// A question as a row.
struct QuestionRow {
    href: String,
    title: String,
    due: String,
    late: bool,
}

/// A count that stands out, as a row.
struct FindingRow {
    account: String,
    kind: &'static str,
    name: String,
    workplace: String,
    phone: String,
    phone_href: String,
    sentence: String,
    spoken: Option<String>,
}

#[derive(Template)]
#[template(path = "access_log/pages/questions.html")]
struct Questions {
    frame: Frame,
    t: Say,
    again: Again,
    waiting: Vec<QuestionRow>,
    done: Vec<QuestionRow>,
    findings: Vec<FindingRow>,
    days: i32,
}

fn must_be_privacy_contact(desk: &Desk<'_>) -> Result<(), Error> {
    if desk.ctx().actor.role == Role::PrivacyContact { Ok(()) } else { Err(Error::Denied(Reason::RoleNever)) }
}

/// The list.
pub async fn list(asked: Asked) -> Result<Reply, Error> {
    page(asked, None).await
}

async fn page(asked: Asked, error: Option<Error>) -> Result<Reply, Error> {
    let (questions, findings, days) = asked
        .view(&CHARTER, |tx, desk| {
            must_be_privacy_contact(desk)?;
            desk.note_nobody();
            let limits = limits::load(tx, desk.now())?;
            let findings = patterns::find(tx, &limits, desk.now().day().plus(-limits.pattern_days))?;
            Ok((store::to_answer(tx, desk.now().plus_days(-LISTED_DAYS))?, findings, limits.pattern_days))
        })
        .await?;
    let (t, now) = (asked.say(), asked.ctx.now);
    let again = error.map(|error| Again::of(&t, error)).transpose()?.unwrap_or_default();
    let status = again.status.unwrap_or(200);
    let (done, waiting): (Vec<_>, Vec<_>) = questions.iter().partition(|question| question.answered_at.is_some());
    let page = Questions {
        waiting: waiting.into_iter().map(|question| row(&t, question, now)).collect(),
        done: done.into_iter().map(|question| row(&t, question, now)).collect(),
        findings: findings.iter().map(|finding| finding_row(&t, finding, now)).collect(),
        days,
        frame: asked.frame(),
        again,
        t,
    };
    Ok(Reply::page(&page)?.status(status))
}

fn number(id: &RowId) -> String {
    id.as_str().chars().take(NUMBER).collect()
}

fn row(t: &Say, question: &Waiting, now: Timestamp) -> QuestionRow {
    let about = match (question.name.as_str(), question.organisation_name.as_str()) {
        ("", _) => t.t("access-log-about-nobody"),
        (name, "") => name.to_owned(),
        (name, workplace) => format!("{name}, {workplace}"),
    };
    let due = match question.answered_at {
        Some(at) => t.with2("access-log-case-answered", "number", number(&question.id), "when", t.near_day(at.day(), now.day())),
        None => t.with2("access-log-case-due", "number", number(&question.id), "when", due(t, question.due_at, now)),
    };
    QuestionRow {
        href: format!("/sporsmal/{}", question.id),
        title: about,
        due,
        late: question.answered_at.is_none() && rules::is_late(question.due_at, now),
    }
}

fn finding_row(t: &Say, finding: &Finding, now: Timestamp) -> FindingRow {
    let contact = contact_item(&finding.name, &finding.phone);
    let about = match finding.kind {
        Kind::ManyPersons => Day::parse(&finding.about).map(|day| t.near_day(day, now.day())).unwrap_or_default(),
        _ => finding.about.clone(),
    };
    FindingRow {
        account: finding.account.to_string(),
        kind: finding.kind.key(),
        name: contact.name,
        workplace: finding.organisation_name.clone(),
        phone: contact.phone_shown,
        phone_href: contact.phone_href,
        sentence: t
            .put(&format!("access-log-finding-{}", finding.kind.key()), &[("n", finding.count.to_string()), ("about", about)]),
        spoken: finding.spoken_at.map(|at| t.with("access-log-spoken", "when", t.near_day(at.day(), now.day()))),
    }
}

/// The employee has been asked.
pub async fn spoken(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["ansatt", "slag"])?;
    let account = AccountId::parse(asked.form.get("ansatt")).ok_or(Error::Missing)?;
    let Some(kind) = Kind::parse(asked.form.get("slag")) else {
        return page(asked, Some(Error::field("slag", "form-choose"))).await;
    };
    let settled = asked
        .change(&CHARTER, "ask-employee", move |tx, desk| {
            must_be_privacy_contact(desk)?;
            let limits = limits::load(tx, desk.now())?;
            let found = patterns::find(tx, &limits, desk.now().day().plus(-limits.pattern_days))?;
            if !found.iter().any(|finding| finding.account == account && finding.kind == kind) {
                return Err(Error::Missing);
            }
            let by = desk.ctx().actor.account.as_ref().ok_or(Error::Denied(Reason::Silence))?;
            patterns::spoken(tx, &account, kind, by, desk.now())?;
            desk.note_nobody();
            Ok(Settled::to("/sporsmal"))
        })
        .await;
    match settled {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => page(asked, Some(error)).await,
    }
}

#[derive(Template)]
#[template(path = "access_log/pages/answer.html")]
struct One {
    frame: Frame,
    t: Say,
    again: Again,
    id: String,
    number: String,
    about: String,
    did: Vec<String>,
    when: String,
    ground: String,
    words: Option<String>,
    due: String,
    late: bool,
    answer: Option<String>,
    typed: String,
}

/// One question: what was done, on which ground, and the person's own words. Not what was open, not whose it is.
pub async fn one(asked: Asked) -> Result<Reply, Error> {
    one_page(asked, None).await
}

async fn one_page(asked: Asked, error: Option<Error>) -> Result<Reply, Error> {
    let id = RowId::parse(asked.param("question")).ok_or(Error::Missing)?;
    let (waiting, question, event) = asked
        .view(&CHARTER, move |tx, desk| {
            must_be_privacy_contact(desk)?;
            let waiting = store::waiting(tx, &id)?;
            let (permit, event) = log::asked_about(tx, desk, &waiting.person, &waiting.line)?;
            let question = store::one(tx, &permit, &id)?;
            Ok((waiting, question, event))
        })
        .await?;
    let (t, now) = (asked.say(), asked.ctx.now);
    let again = error.map(|error| Again::of(&t, error)).transpose()?.unwrap_or_default();
    let status = again.status.unwrap_or(200);
    let group = folding::one(&event);
    let shown = row(&t, &waiting, now);
    let page = One {
        id: waiting.id.to_string(),
        number: number(&waiting.id),
        about: shown.title,
        late: shown.late,
        did: group.iter().flat_map(|group| group.deeds.iter()).map(|deed| words::did_when(&t, deed)).collect(),
        when: event.first().map(|look: &Look| words::at_start(&t.near_day(look.at.day(), now.day()))).unwrap_or_default(),
        ground: group.as_ref().map(|group| grounds(&t, group)).unwrap_or_default(),
        due: due(&t, waiting.due_at, now),
        words: question.words,
        answer: question.answer,
        typed: asked.form.get("svar").to_owned(),
        frame: asked.frame(),
        again,
        t,
    };
    Ok(Reply::page(&page)?.status(status))
}

/// The grounds without a date: when something was shared is between the person and those they shared with.
fn grounds(t: &Say, group: &Group) -> String {
    let mut said: Vec<String> = group.grounds.iter().map(|ground| t.t(&words::ground_key(&ground.basis))).collect();
    said.dedup();
    said.join(" ")
}

/// Answers.
pub async fn answer(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["svar"])?;
    let id = RowId::parse(asked.param("question")).ok_or(Error::Missing)?;
    let words = match asked.form.text("svar", ANSWER_CHARS) {
        Ok(words) => words.as_str().to_owned(),
        Err(error) => return one_page(asked, Some(Error::Invalid(vec![error]))).await,
    };
    let settled = asked
        .change(&CHARTER, "answer", move |tx, desk| {
            must_be_privacy_contact(desk)?;
            give(tx, desk, &id, &words)?;
            Ok(Settled::to("/sporsmal"))
        })
        .await;
    match settled {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => one_page(asked, Some(error)).await,
    }
}

/// Answers a question, once.
///
/// # Errors
/// A refusal when somebody else has answered, or a denial.
pub fn give(tx: &mut platform::db::Tx<'_>, desk: &Desk<'_>, id: &RowId, words: &str) -> Result<(), Error> {
    let waiting = store::waiting(tx, id)?;
    let state = State { answered: waiting.answered_at.is_some(), ..State::default() };
    decide(&state, Command::Answer, &limits::load(tx, desk.now())?, desk.now())?;
    let (permit, _) = log::asked_about(tx, desk, &waiting.person, &waiting.line)?;
    store::answer(tx, &permit, id, (desk.ctx().actor.account.as_ref(), words), desk.now())?;
    Ok(())
}
