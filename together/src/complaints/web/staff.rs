//! For the leader and the privacy contact: the letters to them, and their answers.

use askama::Template;
use kernel::id::PersonId;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::{ShownLetter, shown, state};
use crate::complaints::rules::{MAX_ANSWER, State};
use crate::complaints::{CHARTER, store, work};

#[derive(Template)]
#[template(path = "complaints/pages/list.html")]
struct ListPage {
    frame: Frame,
    t: Say,
    rows: Vec<(String, String, String)>,
}

#[derive(Template)]
#[template(path = "complaints/pages/answer.html")]
struct AnswerPage {
    frame: Frame,
    t: Say,
    again: Again,
    letter: ShownLetter,
    action: String,
    waits: bool,
    answer: String,
}

/// The letters: those that wait, and then those that have their answer.
pub async fn list(asked: Asked) -> Result<Reply, Error> {
    let employer = asked.ctx.actor.employer_id()?.clone();
    let letters = asked.view(&CHARTER, move |tx, desk| {
        desk.note_nobody();
        let waiting = store::waiting(tx, &employer)?;
        Ok(waiting.into_iter().chain(store::answered(tx, &employer)?).collect::<Vec<_>>())
    });
    let (letters, say, now) = (letters.await?, asked.say(), asked.ctx.now);
    let row = |one: &store::Listed| {
        let title = say.with(&format!("complaints-about-{}", one.kind.key()), "place", &one.about);
        (format!("/klager/{}", one.id), title, state(&say, one.state, now))
    };
    Reply::page(&ListPage { frame: asked.frame(), rows: letters.iter().map(row).collect(), t: say.clone() })
}

fn letter_id(asked: &Asked) -> Result<PersonId, Error> {
    PersonId::parse(asked.param("letter")).ok_or(Error::Missing)
}

/// One letter.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let id = letter_id(&asked)?;
    let letter = asked.view(&CHARTER, move |tx, desk| {
        let receiver = store::receiver_of(tx, &id)?.ok_or(Error::Missing)?;
        let permit = desk.letter_receiver(tx, &id, &receiver)?;
        store::load(tx, &permit)
    });
    let (letter, say) = (letter.await?, asked.say());
    let page = AnswerPage {
        frame: asked.frame(),
        again,
        action: format!("/klager/{}", letter.id),
        waits: matches!(letter.state, State::Waits { .. }),
        letter: shown(&say, &letter, asked.ctx.now),
        answer: asked.form.get("answer").to_owned(),
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

/// Answers it.
pub async fn answer(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_answer(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_answer(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["answer"])?;
    let id = letter_id(asked)?;
    let words = asked.form.text("answer", MAX_ANSWER).map_err(|error| Error::Invalid(vec![error]))?;
    let settled = asked.change(&CHARTER, "answer-letter", move |tx, desk| {
        work::answer(tx, desk, &id, words.as_str())?;
        Ok(Settled::to(format!("/klager/{id}")))
    });
    settled.await
}
