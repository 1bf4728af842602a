//! Giving feedback: one question a page, three answers, one tap each. No sign-in, no name, no free text.

use askama::Template;
use kernel::id::OrganisationId;
use platform::access::Settled;
use platform::access::receivers::{self, Organisation};
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::guess::Limit;
use platform::web::{Asked, Reply};

use super::months::{ShownMonth, places as all_places, shown_month};
use crate::feedback::rules::{Month, Question, Refusal, shown_months};
use crate::feedback::{CHARTER, store};

/// More answers about one place in an hour than this come from somebody who plays with it.
const AN_HOUR: Limit = Limit { what: "feedback", tries: 200, window_s: 3600 };

#[derive(Template)]
#[template(path = "feedback/pages/places.html")]
struct PlacesPage {
    frame: Frame,
    t: Say,
    places: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "feedback/pages/question.html")]
struct QuestionPage {
    frame: Frame,
    t: Say,
    again: Again,
    place: String,
    action: String,
    step: String,
    question: String,
    field: &'static str,
    answers: Vec<(&'static str, String)>,
    given: Vec<(&'static str, &'static str)>,
    months: Vec<ShownMonth>,
    may_complain: bool,
}

#[derive(Template)]
#[template(path = "feedback/pages/thanks.html")]
struct ThanksPage {
    frame: Frame,
    t: Say,
    place: String,
    complain: Option<String>,
    back: String,
}

/// Where one can give feedback.
pub async fn places(asked: Asked) -> Result<Reply, Error> {
    let places = asked.view(&CHARTER, |tx, _| all_places(tx)).await?;
    let row = |place: Organisation| (format!("/tilbakemelding/{}", place.id), place.name);
    Reply::page(&PlacesPage { frame: asked.frame(), t: asked.say(), places: places.into_iter().map(row).collect() })
}

fn organisation_id(asked: &Asked) -> Result<OrganisationId, Error> {
    OrganisationId::parse(asked.param("organisation")).ok_or(Error::Missing)
}

/// The first question, and below it what others have said and what was done.
pub async fn first(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Vec::new(), Again::default()).await
}

/// Draws the question that comes after those that have been answered.
async fn draw(asked: Asked, given: Vec<(&'static str, &'static str)>, again: Again) -> Result<Reply, Error> {
    let (id, say, with_months) = (organisation_id(&asked)?, asked.say(), given.is_empty());
    let words = say.clone();
    let found = asked.view(&CHARTER, move |tx, desk| {
        let place = all_places(tx)?.into_iter().find(|place| place.id == id).ok_or(Error::Missing)?;
        let mut months = Vec::new();
        if with_months {
            let replies = store::replies(tx, &place.id)?;
            for month in shown_months(desk.now().day()) {
                months.push(shown_month(tx, &words, &place, &month, &replies)?);
            }
        }
        months.retain(|month| !month.rows.is_empty() || month.reply.is_some());
        Ok((place, months))
    });
    let (place, months) = found.await?;
    let question = Question::ALL.get(given.len()).copied().unwrap_or(Question::Heard);
    let frame = asked.frame();
    let page = QuestionPage {
        place: place.name,
        action: format!("/tilbakemelding/{}", place.id),
        step: say.with("feedback-step", "n", given.len() + 1),
        question: say.t(&format!("feedback-{}", question.key())),
        field: question.key(),
        answers: question.answers().map(|answer| (answer, say.t(&format!("feedback-{}-{answer}", question.key())))).into(),
        given,
        months,
        may_complain: frame.leads_to("/klage"),
        t: say,
        frame,
        again,
    };
    Reply::page_again(&page, page.again.status)
}

/// The answers so far, in order; the first one that is missing or unknown ends them.
fn given(asked: &Asked) -> Vec<(&'static str, &'static str)> {
    let answer = |question: Question| Some((question.key(), question.answer(asked.form.get(question.key()))?));
    Question::ALL.into_iter().map_while(answer).collect()
}

/// The next question, or the end. Nothing is kept before all three are answered.
pub async fn next(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&Question::ALL.map(Question::key))?;
    let given = given(&asked);
    let answers: Option<[&'static str; 3]> = given.iter().map(|(_, answer)| *answer).collect::<Vec<_>>().try_into().ok();
    let Some(answers) = answers else { return draw(asked, given, Again::default()).await };
    match save(&asked, answers).await {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => {
            let again = Again::of(&asked.say(), error)?;
            let before = given.into_iter().take(2).collect();
            draw(asked, before, again).await
        }
    }
}

/// Adds the answers to the sums. The log is told nothing: not who, and not that anybody did.
async fn save(asked: &Asked, answers: [&'static str; 3]) -> Result<Settled, Error> {
    let id = organisation_id(asked)?;
    let settled = asked.change(&CHARTER, "give-feedback", move |tx, desk| {
        if !all_places(tx)?.iter().any(|place| place.id == id) {
            return Err(Error::Missing);
        }
        if AN_HOUR.must_wait_s(tx, id.as_str().as_bytes(), desk.now())?.is_some() {
            return Err(Error::refused(&Refusal::Busy));
        }
        AN_HOUR.count_wrong(tx, id.as_str().as_bytes(), desk.now())?;
        store::count(tx, &id, &Month::of(desk.now().day()), answers)?;
        Ok(Settled::to(format!("/tilbakemelding/{id}/takk")))
    });
    settled.await
}

/// Thanks, and the way on for whoever wants an answer.
pub async fn thanks(asked: Asked) -> Result<Reply, Error> {
    let id = organisation_id(&asked)?;
    let place = asked.view(&CHARTER, move |tx, _| receivers::organisation(tx, &id)?.ok_or(Error::Missing));
    let (place, frame) = (place.await?, asked.frame());
    let complain = frame.leads_to("/klage").then(|| format!("/klage/{}", place.id));
    let back = frame.home.to_owned();
    Reply::page(&ThanksPage { frame, t: asked.say(), place: place.name, complain, back })
}

/// From the home page: on to the questions, or not now. Either way the person is not asked again.
pub async fn asked(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["answer"])?;
    let to = if asked.form.get("answer") == "yes" { "/tilbakemelding" } else { "/hjem" };
    let settled = asked.change(&CHARTER, "stop-asking", move |tx, desk| {
        let own = desk.own(tx)?;
        store::stop(tx, &own)?;
        Ok(Settled::to(to))
    });
    Ok(Reply::to(settled.await?.to))
}
