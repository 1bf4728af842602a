//! One hand-over, as whoever sends it and whoever is asked see it.

use askama::Template;
use kernel::id::RowId;
use platform::access::{Permit, Settled};
use platform::error::Error;
use platform::frame::{Again, ContactItem, Frame, Say, contact_item};
use platform::web::{Asked, Reply};

use super::fields::{self, Ground, LinesForm};
use crate::handovers::CHARTER;
use crate::handovers::limits::{self, Limits};
use crate::handovers::rules::{Kept, Phase};
use crate::handovers::shown::{self, Sentence, Step, Told};
use crate::handovers::store::lines::{self, Departure, Happened, Lines};
use crate::handovers::store::{self, Handover, lists};
use crate::handovers::work::{self, Chosen};

/// Longest question, answer or reason, in characters.
const MAX_WORDS: usize = 600;

/// What may be done, one field a button.
#[derive(Default)]
struct Acts {
    edit: bool,
    send: bool,
    take_back: bool,
    answer: bool,
    take_on: bool,
    close: bool,
    offered: bool,
    ask: bool,
    met: bool,
    miss: bool,
    give_back: bool,
    left: bool,
}

#[derive(Template)]
#[template(path = "handovers/pages/one.html")]
struct OnePage {
    frame: Frame,
    t: Say,
    again: Again,
    id: String,
    round: i64,
    title: String,
    name: String,
    person: String,
    phone: Option<ContactItem>,
    state: String,
    late: bool,
    holds: String,
    holder: Option<ContactItem>,
    baton: Vec<Step>,
    sheet: Vec<Sentence>,
    departure: Vec<(String, String)>,
    form: LinesForm,
    acts: Acts,
    kept: Vec<(&'static str, String)>,
    words: String,
    history: Vec<Told>,
}

#[derive(Template)]
#[template(path = "handovers/pages/way_back.html")]
struct WayBackPage {
    frame: Frame,
    t: Say,
    again: Again,
    id: String,
    name: String,
    person: String,
    ticked: bool,
    hours: i64,
}

#[derive(Template)]
#[template(path = "handovers/pages/over.html")]
struct OverPage {
    frame: Frame,
    t: Say,
    again: Again,
}

struct Found {
    permit: Permit,
    one: Handover,
    lines: Lines,
    limits: Limits,
    left: Option<Departure>,
    history: Vec<Happened>,
    ground: Ground,
    mine: bool,
}

/// What is found: the hand-over, or the little that a specialist doctor needs to say that there is a way back.
enum Sight {
    Whole(Box<Found>),
    WayBack(Box<(Permit, bool, Limits)>),
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

/// The page once more, after a form that came back.
pub async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let id = RowId::parse(asked.param("handover")).ok_or(Error::Missing)?;
    let doctor = work::may_promise_way_back(asked.ctx.actor.role);
    let found = asked.view(&CHARTER, move |tx, desk| {
        let person = lists::whose(tx, &id)?;
        let permit = desk.person(tx, &person)?;
        let limits = limits::load(tx, desk.now())?;
        let one = match store::find(tx, desk, &permit, &id) {
            Err(Error::Missing) if doctor => {
                let ticked = lines::way_back(tx, &permit, &id)?;
                return Ok(Sight::WayBack(Box::new((permit, ticked, limits))));
            }
            other => other?,
        };
        let employer = desk.ctx().actor.employer_id()?;
        let mine = one.is_sent_by(Some(employer));
        let all = lines::load(tx, &permit, &id)?;
        let history = if mine { lines::history(tx, &permit, &id)? } else { lines::since_offered(tx, &permit, &id)? };
        Ok(Sight::Whole(Box::new(Found {
            lines: if mine { all } else { all.without(one.hidden) },
            left: lines::departure(tx, &permit, &id)?,
            history,
            ground: fields::ground(tx, desk, &permit)?,
            permit,
            limits,
            mine,
            one,
        })))
    });
    let found = match found.await {
        // What was answered too late is shown no more, but whoever answered is told why.
        Err(Error::Missing) if again.refused.is_some() => {
            let page = OverPage { frame: asked.frame(), t: asked.say(), again };
            return Reply::page_again(&page, page.again.status);
        }
        found => found?,
    };
    match found {
        Sight::Whole(found) => {
            let page = page(&asked, *found, again);
            Reply::page_again(&page, page.again.status)
        }
        Sight::WayBack(found) => {
            let (permit, ticked, limits) = *found;
            let say = asked.say();
            let page = WayBackPage {
                frame: asked.frame(),
                id: asked.param("handover").to_owned(),
                name: shown::name_of(&say, &permit),
                person: permit.person().to_string(),
                ticked,
                hours: limits.way_back_hours,
                t: say,
                again,
            };
            Reply::page_again(&page, page.again.status)
        }
    }
}

fn acts(one: &Handover, asked: &Asked, mine: bool) -> Acts {
    let open = !one.state.is_final();
    let held = asked.ctx.actor.account.as_ref() == Some(&one.state.sender.account);
    let phase = &one.state.phase;
    let said_yes = matches!(phase, Phase::Accepted(_) | Phase::Missed(_));
    if mine {
        return Acts {
            edit: open,
            send: matches!(phase, Phase::Planned | Phase::Returned(_) | Phase::Missed(_)),
            take_back: matches!(phase, Phase::Offered(_) | Phase::Asked(_)),
            answer: matches!(phase, Phase::Asked(_)),
            take_on: open && !held,
            close: open,
            left: open && !one.state.departed,
            ..Acts::default()
        };
    }
    Acts {
        offered: matches!(phase, Phase::Offered(_) | Phase::Asked(_)),
        ask: matches!(phase, Phase::Offered(_)),
        met: said_yes,
        miss: matches!(phase, Phase::Accepted(_)),
        give_back: said_yes,
        ..Acts::default()
    }
}

fn page(asked: &Asked, found: Found, again: Again) -> OnePage {
    let Found { permit, one, lines, limits, left, history, ground, mine } = found;
    let (say, now) = (asked.say(), asked.ctx.now);
    let name = shown::name_of(&say, &permit);
    let title = match (mine, one.cause) {
        (false, _) if matches!(one.state.phase, Phase::Accepted(_) | Phase::Missed(_)) => "handovers-title-meeting",
        (false, _) => "handovers-title-offer",
        (true, crate::handovers::rules::Cause::Discharge) => "handovers-title-discharge",
        (true, _) => "handovers-title-other",
    };
    OnePage {
        frame: asked.frame(),
        id: one.id.to_string(),
        round: one.state.round,
        title: say.with(title, "name", &name),
        person: permit.person().to_string(),
        phone: permit.card().phone.as_deref().map(|phone| contact_item(&name, phone)),
        state: shown::state(&say, &one, now),
        late: one.state.step > 0,
        holds: shown::holds(&say, &one),
        holder: shown::holder(&one).filter(|_| !mine),
        baton: shown::baton(&say, &one, asked.ctx.actor.account.as_ref() == Some(&one.state.sender.account), now),
        sheet: shown::sheet(&say, &one, &lines, &limits, now),
        departure: left.map(|left| shown::departure(&say, &left, now)).unwrap_or_default(),
        form: LinesForm::of(&say, &ground, Some(&one), &lines, now).typed_over(&asked.form),
        acts: acts(&one, asked, mine),
        kept: Kept::ALL.map(|why| (why.key(), say.t(&format!("handovers-keep-{}", why.key())))).into(),
        words: asked.form.get("words").to_owned(),
        history: history.iter().map(|happened| shown::told(&say, happened, now)).collect(),
        name,
        t: say,
        again,
    }
}

/// Does what was chosen.
pub async fn act(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_act(&asked).await;
    asked.settled(outcome, draw).await
}

fn chosen(asked: &Asked) -> Result<Chosen, Error> {
    asked.form.only(&["act", "round", "words", "why"])?;
    let round = asked.form.get("round").parse().unwrap_or(-1);
    let words = || match asked.form.text("words", MAX_WORDS) {
        Ok(words) => Ok(words.as_str().to_owned()),
        Err(error) => Err(Error::Invalid(vec![error])),
    };
    Ok(match asked.form.get("act") {
        "accept" => Chosen::Accept(round),
        "refuse" => Chosen::Refuse(round, words()?),
        "ask" => Chosen::Ask(round, words()?),
        "answer" => Chosen::Answer(words()?),
        "take-back" => Chosen::TakeBack,
        "take-on" => Chosen::TakeOn,
        "met" => Chosen::Met,
        "miss" => Chosen::Miss,
        "give-back" => Chosen::GiveBack(words()?),
        "close" if asked.form.get("why") == "died" => Chosen::Die,
        "close" => Chosen::Keep(Kept::parse(asked.form.get("why")).ok_or_else(|| Error::field("why", "form-choose"))?),
        _ => return Err(Error::field("act", "form-half-sent")),
    })
}

async fn try_act(asked: &Asked) -> Result<Settled, Error> {
    let id = RowId::parse(asked.param("handover")).ok_or(Error::Missing)?;
    if let "way-back" | "no-way-back" = asked.form.get("act") {
        let yes = asked.form.get("act") == "way-back";
        let settled = asked.change(&CHARTER, "way-back", move |tx, desk| {
            work::way_back(tx, desk, &id, yes)?;
            Ok(Settled::to(format!("/overtakelser/{id}")))
        });
        return settled.await;
    }
    let chosen = chosen(asked)?;
    // Whoever says no sees nothing of it from then on.
    let stays = !matches!(chosen, Chosen::Refuse(..) | Chosen::GiveBack(_) | Chosen::Die);
    let settled = asked.change(&CHARTER, "hand-over", move |tx, desk| {
        work::act(tx, desk, &id, &chosen)?;
        Ok(Settled::to(if stays { format!("/overtakelser/{id}") } else { "/overtakelser".to_owned() }))
    });
    settled.await
}
