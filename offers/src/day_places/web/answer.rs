//! `/dagplasser`: what was asked of one's own offers, by the names people chose, and the answers.

use askama::Template;
use kernel::id::RowId;
use kernel::time::{Day, Timestamp};
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::{row, seen};
use crate::day_places::rules::{Command, Why};
use crate::day_places::shown::{self, ShownAsk, ShownUnit};
use crate::day_places::store::asks::{self, After, Eyes};
use crate::day_places::store::units;
use crate::day_places::{CHARTER, limits, work};

#[derive(Template)]
#[template(path = "day_places/pages/asks.html")]
struct AsksPage {
    frame: Frame,
    t: Say,
    placed: bool,
    rows: Vec<ShownAsk>,
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "day_places/pages/answer.html")]
struct AnswerPage {
    frame: Frame,
    t: Say,
    again: Again,
    ask: ShownAsk,
    unit: ShownUnit,
    reasons: Vec<(&'static str, String)>,
    why: String,
    start: String,
}

/// Those who wait, or those who have a place.
pub async fn list(asked: Asked) -> Result<Reply, Error> {
    let (placed, after) = (asked.query.get("vis") == "plass", read_after(asked.query.get("etter")));
    let (found, next) = asked.view(&CHARTER, move |tx, desk| asks::page(tx, desk, placed, after.as_ref())).await?;
    let (say, now) = (asked.say(), asked.ctx.now);
    let shelf = if placed { "vis=plass&" } else { "" };
    let address = |next: After| format!("/dagplasser?{shelf}etter={}.{}.{}", next.place, next.at.unix_s(), next.id);
    let page = AsksPage {
        frame: asked.frame(),
        placed,
        rows: found.iter().map(|ask| shown::ask(&say, ask, now)).collect(),
        next: next.map(address),
        t: say.clone(),
    };
    Reply::page(&page)
}

/// Where on the list one is: a place, a second and a random id, never a word about anybody.
fn read_after(text: &str) -> Option<After> {
    let mut parts = text.split('.');
    let place = parts.next()?.parse().ok()?;
    let at = Timestamp::from_unix_s(parts.next()?.parse().ok()?);
    Some(After { place, at, id: RowId::parse(parts.next()?)? })
}

/// One question.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let id = row(&asked, "ask")?;
    let (ask, unit, limits) = asked
        .view(&CHARTER, move |tx, desk| {
            let permit = asks::at_the_offer(tx, desk, &id)?;
            let ask = asks::one(tx, desk, &permit, &id, Eyes::Offer)?;
            let unit = units::one(tx, &ask.unit)?;
            Ok((ask, unit, limits::load(tx, desk.now())?))
        })
        .await?;
    let (say, now) = (asked.say(), asked.ctx.now);
    let mut frame = asked.frame();
    frame.path = format!("/dagplasser/{}", ask.id);
    let page = AnswerPage {
        frame,
        again,
        ask: shown::ask(&say, &ask, now),
        unit: shown::unit(&say, &unit, &limits, None, now),
        reasons: Why::ALL.map(|why| (why.key(), say.t(&format!("day-places-why-{}", why.key())))).to_vec(),
        why: asked.form.get("why").to_owned(),
        start: asked.form.get("start").to_owned(),
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

async fn done(asked: Asked, act: &'static str, typed: Result<Command, Error>) -> Result<Reply, Error> {
    let outcome = match typed {
        Ok(command) => change(&asked, act, command).await,
        Err(error) => Err(error),
    };
    asked.settled(outcome, draw).await
}

async fn change(asked: &Asked, act: &'static str, command: Command) -> Result<Settled, Error> {
    let (id, seen) = (row(asked, "ask")?, seen(asked));
    let command = move |tx: &mut platform::db::Tx<'_>, desk: &platform::access::Desk<'_>| {
        let permit = asks::at_the_offer(tx, desk, &id)?;
        work::act(tx, desk, &permit, (&id, Eyes::Offer), (seen, command))?;
        Ok(Settled::to(format!("/dagplasser/{id}")))
    };
    asked.change(&CHARTER, act, command).await
}

/// Yes, from a day.
pub async fn yes(asked: Asked) -> Result<Reply, Error> {
    let typed = asked.form.only(&["versjon", "start"]).and_then(|()| {
        let day = Day::read(asked.form.get("start"), asked.ctx.now.day());
        day.map(Command::SayYes).ok_or_else(|| Error::field("start", "form-date"))
    });
    done(asked, "say-yes-to-day-place", typed).await
}

/// Not now, with a reason; the question stands.
pub async fn no(asked: Asked) -> Result<Reply, Error> {
    let typed = asked.form.only(&["versjon", "why"]).and_then(|()| {
        let why = Why::parse(asked.form.get("why")).ok_or_else(|| Error::field("why", "form-choose"))?;
        Ok(Command::SayNo(why))
    });
    done(asked, "say-no-to-day-place", typed).await
}

/// The place is over.
pub async fn end(asked: Asked) -> Result<Reply, Error> {
    let typed = asked.form.only(&["versjon"]).map(|()| Command::End);
    done(asked, "end-day-place", typed).await
}
