//! `/sett/spurt/{question}`: what was asked, by when the answer comes and from whom, and the answer.

use askama::Template;
use kernel::id::RowId;
use platform::access::Settled;
use platform::access::log::{self, Look, PrivacyContact};
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

use super::list::{answers_from, due};
use super::own;
use super::shown::{Shown, load_around};
use crate::access_log::rules::{self, Change, Command, State, decide};
use crate::access_log::store::{self, Question};
use crate::access_log::{CHARTER, folding, limits, words};

#[derive(Template)]
#[template(path = "access_log/pages/question.html")]
struct Page {
    frame: Frame,
    t: Say,
    id: String,
    look: Option<Shown>,
    when: String,
    words: Option<String>,
    due: String,
    late: bool,
    answers: String,
    answer: Option<Answer>,
    unread: bool,
}

struct Answer {
    words: String,
    from: String,
    when: String,
}

struct Found {
    question: Question,
    event: Vec<Look>,
    around: words::Around,
    contact: Option<PrivacyContact>,
    answer_days: i32,
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let id = RowId::parse(asked.param("question")).ok_or(Error::Missing)?;
    let found = asked
        .view(&CHARTER, move |tx, desk| {
            let own = own(tx, desk)?;
            let question = store::one(tx, &own, &id)?;
            Ok(Found {
                event: log::day_of(tx, &own, &question.line)?,
                around: load_around(tx, &own)?,
                contact: log::privacy_contact(tx, desk.now())?,
                answer_days: limits::load(tx, desk.now())?.answer_days,
                question,
            })
        })
        .await?;
    let (t, now) = (asked.say(), asked.ctx.now);
    let Found { question, event, around, contact, answer_days } = found;
    let from = question.answered_by.clone().or(contact.as_ref().map(|contact| contact.name.clone())).unwrap_or_default();
    let answer = question.answer.clone().zip(question.answered_at);
    let page = Page {
        id: question.id.to_string(),
        look: folding::one(&event).map(|group| Shown::of(&t, &group, &around, now)),
        when: words::at_start(&t.when(question.asked_at, now)),
        due: due(&t, question.due_at, now),
        late: question.answered_at.is_none() && rules::is_late(question.due_at, now),
        answers: answers_from(&t, contact.as_ref(), answer_days),
        answer: answer.map(|(words, at)| Answer { words, from, when: words::at_start(&t.when(at, now)) }),
        unread: question.answered_at.is_some() && question.read_at.is_none(),
        words: question.words,
        frame: asked.frame(),
        t,
    };
    Reply::page(&page)
}

/// The person has read the answer.
pub async fn read(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let id = RowId::parse(asked.param("question")).ok_or(Error::Missing)?;
    let settled = asked
        .change(&CHARTER, "read-answer", move |tx, desk| {
            let own = own(tx, desk)?;
            let question = store::one(tx, &own, &id)?;
            let state = State { answered: question.answered_at.is_some(), read: question.read_at.is_some(), ..State::default() };
            if decide(&state, Command::Read, &limits::load(tx, desk.now())?, desk.now())? == Change::Read {
                store::read_answer(tx, &own, &id, desk.now())?;
            }
            Ok(Settled::to("/sett"))
        })
        .await?;
    Ok(Reply::to(settled.to))
}
