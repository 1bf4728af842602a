//! `/moter`: the person's meetings and minutes; an employee's, with what has been made ready.

use askama::Template;
use kernel::id::RowId;
use kernel::time::Timestamp;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

use crate::meetings::CHARTER;
use crate::meetings::shown::{Shown, meeting};
use crate::meetings::store::lists::{self, After, Listed};

#[derive(Template)]
#[template(path = "meetings/pages/list.html")]
struct ListPage {
    frame: Frame,
    t: Say,
    own: bool,
    coming: Vec<Shown>,
    been: Vec<Shown>,
    first: bool,
    next: Option<String>,
}

/// The list of whoever asks.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    if asked.ctx.actor.person.is_some() { mine(asked).await } else { staff(asked).await }
}

/// A meeting that has begun late is still one that comes.
const STILL_COMING_MINUTES: i64 = 240;

fn read_after(text: &str) -> Option<After> {
    let (at, id) = text.split_once('-')?;
    Some(After { at: Timestamp::from_unix_s(at.parse().ok()?), id: RowId::parse(id)? })
}

fn next_page(next: Option<After>) -> Option<String> {
    next.map(|next| format!("/moter?fra={}-{}", next.at.unix_s(), next.id))
}

async fn mine(asked: Asked) -> Result<Reply, Error> {
    let after = read_after(asked.query.get("fra"));
    let (first, say, now) = (after.is_none(), asked.say(), asked.ctx.now);
    let words = say.clone();
    let (coming, been, next) = asked
        .view(&CHARTER, move |tx, desk| {
            let own = desk.own(tx)?;
            let start = After { at: now.plus_days(366), id: RowId::from_bits(0) };
            let coming = if first { lists::coming(tx, &own, now)? } else { Vec::new() };
            let (been, next) = lists::been(tx, &own, &after.unwrap_or(start))?;
            let draw = |all: &[crate::meetings::store::Meeting]| all.iter().map(|one| meeting(&words, &own, one, now)).collect();
            Ok::<(Vec<Shown>, Vec<Shown>, _), Error>((draw(&coming), draw(&been), next))
        })
        .await?;
    Reply::page(&ListPage { frame: asked.frame(), t: say, own: true, coming, been, first, next: next_page(next) })
}

/// A meeting on a list of staff's, with what has been made ready.
pub(super) fn row(say: &Say, one: &Listed, now: Timestamp) -> Shown {
    let shown = meeting(say, &one.permit, &one.meeting, now);
    let ready = match (one.own, one.others) {
        (0, 0) => say.with("meetings-ready-nothing", "name", &shown.name),
        (0, others) => say.with2("meetings-ready-others", "name", &shown.name, "n", others),
        (own, others) => {
            say.put("meetings-ready", &[("name", shown.name.clone()), ("own", own.to_string()), ("n", others.to_string())])
        }
    };
    Shown { ready, ..shown }
}

async fn staff(asked: Asked) -> Result<Reply, Error> {
    let after = read_after(asked.query.get("fra"));
    let (first, say, now) = (after.is_none(), asked.say(), asked.ctx.now);
    let words = say.clone();
    let (coming, been, next) = asked
        .view(&CHARTER, move |tx, desk| {
            let start = After { at: now.plus_minutes(-STILL_COMING_MINUTES), id: RowId::from_bits(0) };
            let (coming, next) = lists::mine(tx, desk, &after.unwrap_or(start))?;
            let been = if first { lists::mine_before(tx, desk, now)? } else { Vec::new() };
            let coming: Vec<Shown> =
                coming.iter().filter(|one| one.meeting.closed_at.is_none()).map(|one| row(&words, one, now)).collect();
            let been: Vec<Shown> = been.iter().map(|one| meeting(&words, &one.permit, &one.meeting, now)).collect();
            Ok((coming, been, next))
        })
        .await?;
    Reply::page(&ListPage { frame: asked.frame(), t: say, own: false, coming, been, first, next: next_page(next) })
}
