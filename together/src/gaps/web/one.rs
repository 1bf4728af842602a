//! One open item: take it, give it to somebody, or write the next step that somebody has said yes to.

use askama::Template;
use kernel::id::{AccountId, RowId};
use platform::access::duties::{self, Candidate};
use platform::access::{Permit, Settled, led};
use platform::error::Error;
use platform::frame::{Again, ContactItem, Frame, Say};
use platform::web::{Asked, Reply};

use super::list;
use crate::gaps::CHARTER;
use crate::gaps::rules::{Cause, How};
use crate::gaps::store::{Gap, signs};
use crate::gaps::work::{self, Chosen};

/// Longest note on the next step, in characters.
const MAX_WORDS: usize = 300;

/// A colleague to give it to.
struct Choice {
    key: String,
    word: String,
}

#[derive(Template)]
#[template(path = "gaps/pages/one.html")]
struct OnePage {
    frame: Frame,
    t: Say,
    again: Again,
    id: String,
    title: String,
    person: Option<String>,
    cause: String,
    since: String,
    owner: String,
    phone: ContactItem,
    ground: String,
    open: bool,
    mine: bool,
    leads: bool,
    hows: Vec<(&'static str, String)>,
    colleagues: Vec<Choice>,
    words: String,
    closed: String,
    steps: Vec<(String, String)>,
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let id = RowId::parse(asked.param("gap")).ok_or(Error::Missing)?;
    let found = asked.view(&CHARTER, move |tx, desk| {
        let (gap, permit) = work::find(tx, desk, &id)?;
        let mut places = vec![gap.open.owner.organisation.clone()];
        if permit.is_none() {
            let led = led::led_by(tx, desk.ctx().actor.employer_id()?, desk.now())?;
            places = led.into_iter().map(|house| house.id).collect();
        }
        let mut colleagues = Vec::new();
        for place in places.iter().take(20) {
            colleagues.extend(duties::colleagues(tx, place, desk.now())?);
        }
        let steps = permit.as_ref().map_or(Ok(Vec::new()), |permit| signs::steps(tx, permit))?;
        Ok((gap, permit, colleagues, steps))
    });
    let (gap, permit, colleagues, steps) = found.await?;
    let (say, now) = (asked.say(), asked.ctx.now);
    let mut page = page(&asked, &gap, permit.as_ref(), colleagues, again);
    page.steps = steps.into_iter().map(|(words, at)| (words, say.when(at, now))).collect();
    Reply::page_again(&page, page.again.status)
}

fn page(asked: &Asked, gap: &Gap, permit: Option<&Permit>, colleagues: Vec<Candidate>, again: Again) -> OnePage {
    let (say, now) = (asked.say(), asked.ctx.now);
    let name = permit.map(|permit| permit.card().name.clone().unwrap_or_else(|| say.t("gaps-the-person")));
    let meets = |one: &Candidate| kernel::access::role_may_ever(one.role, CHARTER.class);
    let others = colleagues.into_iter().filter(|one| meets(one) && one.account != gap.open.owner.account);
    let choice =
        |one: Candidate| Choice { key: one.account.to_string(), word: format!("{}, {}", one.name, one.organisation_name) };
    let hows = How::ALL.into_iter().filter(|how| *how != How::InTouch || gap.open.cause == Cause::Silence);
    OnePage {
        frame: asked.frame(),
        id: gap.id.to_string(),
        title: name.map_or_else(
            || say.with("gaps-row-at", "where", &gap.organisation_name),
            |name| say.with("gaps-title", "name", name),
        ),
        person: permit.map(|permit| format!("/folk/{}", permit.person())),
        cause: say.t(&format!("gaps-cause-{}", gap.open.cause.key())),
        since: say.with("gaps-since", "when", say.when(gap.open.since, now)),
        owner: list::owner(&say, gap),
        phone: list::phone(gap),
        ground: say.t(&format!("gaps-ground-{}", gap.open.owner.ground.key())),
        open: gap.closed_at.is_none(),
        mine: asked.ctx.actor.account.as_ref() == Some(&gap.open.owner.account),
        leads: permit.is_none(),
        hows: hows.map(|how| (how.key(), say.t(&format!("gaps-how-{}", how.key())))).collect(),
        colleagues: others.map(choice).collect(),
        words: asked.form.get("words").to_owned(),
        closed: gap.how.map(|how| say.t(&format!("gaps-done-{}", how.key()))).unwrap_or_default(),
        steps: Vec::new(),
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
    asked.form.only(&["act", "how", "words", "who"])?;
    Ok(match asked.form.get("act") {
        "take" => Chosen::Take,
        "give" => Chosen::Give(AccountId::parse(asked.form.get("who")).ok_or_else(|| Error::field("who", "form-choose"))?),
        "close" => {
            let how = How::parse(asked.form.get("how")).ok_or_else(|| Error::field("how", "form-choose"))?;
            let invalid = |error| Error::Invalid(vec![error]);
            // A step without a word about who said yes to what is no step.
            let words = match how {
                How::Step => Some(asked.form.text("words", MAX_WORDS).map_err(invalid)?),
                _ => asked.form.text_or_none("words", MAX_WORDS).map_err(invalid)?,
            };
            Chosen::Close(how, words.map(|words| words.as_str().to_owned()))
        }
        _ => return Err(Error::field("act", "form-half-sent")),
    })
}

async fn try_act(asked: &Asked) -> Result<Settled, Error> {
    let id = RowId::parse(asked.param("gap")).ok_or(Error::Missing)?;
    let chosen = chosen(asked)?;
    let to = if matches!(chosen, Chosen::Close(..)) { "/brudd".to_owned() } else { format!("/brudd/{id}") };
    let settled = asked.change(&CHARTER, "next-step", move |tx, desk| {
        work::act(tx, desk, &id, &chosen)?;
        Ok(Settled::to(to.clone()))
    });
    settled.await
}
