//! The person's own page: the plan, the question, and what others have promised.

use askama::Template;
use kernel::id::{OrganisationId, RowId};
use kernel::time::Timestamp;
use platform::access::receivers::Organisation;
use platform::access::relations::{self, Duty};
use platform::access::{Desk, Permit, Settled, receivers};
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::Choice;
use crate::aftercare::asking::{READY, RHYTHMS};
use crate::aftercare::rules::{Command, FOLLOWING, Stage};
use crate::aftercare::shown::{self, Holder, ShownLine, ShownReturn};
use crate::aftercare::store::lines::Said;
use crate::aftercare::store::returns::Return;
use crate::aftercare::store::{self, Plan, calls, lines, returns};
use crate::aftercare::{CHARTER, work};

#[derive(Template)]
#[template(path = "aftercare/pages/plan.html")]
struct PlanPage {
    frame: Frame,
    t: Say,
    again: Again,
    asked: Option<String>,
    running: bool,
    before: String,
    holder: Option<Holder>,
    contact: String,
    calls: Vec<String>,
    question: Option<String>,
    ready: Vec<Choice>,
    lines: Vec<ShownLine>,
    rhythms: Vec<Choice>,
    places: Vec<Choice>,
    answers: Vec<(String, String)>,
    come_back: Option<ShownReturn>,
}

#[derive(Template)]
#[template(path = "aftercare/pages/sheet.html")]
struct SheetPage {
    frame: Frame,
    t: Say,
    name: String,
    come_back: ShownReturn,
    printed: String,
}

struct Found {
    plan: Option<Plan>,
    lines: Vec<Said>,
    questions: Vec<calls::CheckIn>,
    calls: Vec<calls::Call>,
    come_back: Option<Return>,
    places: Vec<Organisation>,
}

/// The plan.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let found = asked.view(&CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        load(tx, desk, &own)
    });
    let page = page(&asked, found.await?, again);
    Reply::page_again(&page, page.again.status)
}

fn load(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit) -> Result<Found, Error> {
    let plan = store::newest(tx, own, desk.now())?;
    let come_back = returns::newest(tx, desk, own)?;
    let open = plan.as_ref().filter(|plan| plan.standing.stage.is_open()).map(|plan| plan.id.clone());
    let Some(id) = open else {
        let places = places(tx, desk, own)?;
        return Ok(Found { plan, lines: Vec::new(), questions: Vec::new(), calls: Vec::new(), come_back, places });
    };
    let mut places = places(tx, desk, own)?;
    places.retain(|place| plan.as_ref().is_none_or(|plan| plan.standing.organisation != place.id));
    Ok(Found {
        plan,
        lines: lines::seen(tx, own, &id)?,
        questions: calls::questions(tx, own, &id)?,
        calls: calls::promised(tx, own, &id)?,
        come_back,
        places,
    })
}

/// Those who serve the person and follow people up: whom the person may ask.
fn places(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit) -> Result<Vec<Organisation>, Error> {
    let serving = relations::running(tx, own, desk.now())?;
    let mut around = receivers::around(tx, own)?;
    around.retain(|place| {
        let serves = |relation: &relations::Relation| relation.duty == Duty::Serving && relation.organisation == place.id;
        serving.iter().any(serves) && place.kind.main_role().is_some_and(|role| FOLLOWING.contains(&role))
    });
    Ok(around)
}

fn page(asked: &Asked, found: Found, again: Again) -> PlanPage {
    let (say, now) = (asked.say(), asked.ctx.now);
    let stage = found.plan.as_ref().map(|plan| plan.standing.stage);
    let plan = found.plan.as_ref();
    let running = plan.filter(|_| stage == Some(Stage::Running));
    let chosen = running.map(|plan| plan.every_days.unwrap_or(0));
    let rhythm = |days: i64| Choice {
        key: days.to_string(),
        word: say.t(&format!("aftercare-rhythm-{days}")),
        detail: String::new(),
        chosen: chosen == Some(days),
    };
    let place = |place: &Organisation| Choice {
        key: place.id.as_str().to_owned(),
        word: place.name.clone(),
        detail: String::new(),
        chosen: asked.form.get("place") == place.id.as_str(),
    };
    PlanPage {
        frame: asked.frame(),
        asked: plan
            .filter(|_| stage == Some(Stage::Asked))
            .map(|plan| say.with("aftercare-asks", "place", &plan.organisation_name)),
        running: running.is_some(),
        before: before(&say, plan, now),
        holder: running.map(|plan| shown::holder(&say, plan)),
        contact: running.map(|plan| shown::first_contact(&say, "own", plan, now)).unwrap_or_default(),
        calls: found.calls.iter().map(|call| shown::call(&say, "own", call, now)).collect(),
        question: calls::open_question(&found.questions).map(|one| one.id.to_string()),
        ready: ready(&say),
        lines: shown::lines(&say, "/ettervern", &found.lines),
        rhythms: RHYTHMS.into_iter().map(rhythm).collect(),
        places: found.places.iter().map(place).collect(),
        answers: found.questions.iter().filter(|one| one.answer.is_some()).map(|one| shown::question(&say, one, now)).collect(),
        come_back: found.come_back.as_ref().map(|one| shown::come_back(&say, "own", one, now)),
        t: say,
        again,
    }
}

/// What became of the last one, where none is open.
fn before(say: &Say, plan: Option<&Plan>, now: Timestamp) -> String {
    match plan.map(|plan| (plan.standing.stage, plan)) {
        Some((Stage::Declined | Stage::Ended, plan)) => {
            let day = say.near_day(plan.ended_at.unwrap_or(plan.begun_at).day(), now.day());
            say.with(&format!("aftercare-own-{}", plan.standing.stage.key()), "day", day)
        }
        _ => String::new(),
    }
}

/// The ready answers.
pub fn ready(say: &Say) -> Vec<Choice> {
    let answer = |key: &str| Choice {
        key: key.to_owned(),
        word: say.t(&format!("aftercare-answer-{key}")),
        detail: String::new(),
        chosen: false,
    };
    READY.into_iter().map(answer).collect()
}

/// Does what was chosen.
pub async fn act(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_act(&asked).await;
    asked.settled(outcome, draw).await
}

fn own_command(asked: &Asked) -> Result<Option<Command>, Error> {
    Ok(Some(match asked.form.get("act") {
        "yes" => Command::Yes,
        "no" => Command::No,
        "stop" => Command::Stop,
        "rhythm" => {
            let days = asked.form.get("days").parse().ok().filter(|days| RHYTHMS.contains(days));
            let days: i64 = days.ok_or_else(|| Error::field("days", "form-choose"))?;
            Command::Rhythm(Some(days).filter(|days| *days > 0))
        }
        _ => return Ok(None),
    }))
}

async fn try_act(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["act", "days", "place"])?;
    let (command, act) = (own_command(asked)?, asked.form.get("act").to_owned());
    let place = match act.as_str() {
        "begin" | "move" => {
            Some(OrganisationId::parse(asked.form.get("place")).ok_or_else(|| Error::field("place", "form-choose"))?)
        }
        _ => None,
    };
    let settled = asked.change(&CHARTER, "change", move |tx, desk| {
        let own = desk.own(tx)?;
        match (act.as_str(), &command, &place) {
            (_, Some(command), _) => work::change(tx, desk, &own, command)?,
            (what, _, Some(place)) => {
                let there = places(tx, desk, &own)?.iter().any(|one| one.id == *place);
                if !there {
                    return Err(Error::field("place", "form-choose"));
                }
                if what == "begin" {
                    work::begin(tx, desk, &own, place, None)?;
                } else {
                    work::change(tx, desk, &own, &Command::Move(place.clone()))?;
                }
            }
            ("call-me", ..) => work::call_me(tx, desk, &own)?,
            ("return-yes", ..) => work::answer_return(tx, desk, &own, true)?,
            ("return-no", ..) => work::answer_return(tx, desk, &own, false)?,
            _ => return Err(Error::field("act", "form-half-sent")),
        }
        Ok(Settled::to("/ettervern"))
    });
    settled.await
}

/// Answers «how is it going»: one tap, and back to where one was.
pub async fn answer(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_answer(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_answer(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["question", "answer"])?;
    let id = RowId::parse(asked.form.get("question")).ok_or(Error::Missing)?;
    let answer = READY.into_iter().find(|ready| *ready == asked.form.get("answer"));
    let answer = answer.ok_or_else(|| Error::field("answer", "form-choose"))?;
    let settled = asked.change(&CHARTER, "answer", move |tx, desk| {
        let own = desk.own(tx)?;
        work::answer(tx, desk, &own, &id, answer)?;
        Ok(Settled::to("/ettervern"))
    });
    settled.await
}

/// The agreement to come back, on one sheet.
pub async fn sheet(asked: Asked) -> Result<Reply, Error> {
    let found = asked.view(&CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        let one = returns::newest(tx, desk, &own)?.ok_or(Error::Missing)?;
        Ok((own.card().name.clone(), one))
    });
    let ((name, one), say, now) = (found.await?, asked.say(), asked.ctx.now);
    let page = SheetPage {
        frame: asked.frame(),
        name: name.unwrap_or_default(),
        come_back: shown::come_back(&say, "own", &one, now),
        printed: say.with("aftercare-printed", "day", say.date_with_year(now.day())),
        t: say,
    };
    Reply::page(&page)
}
