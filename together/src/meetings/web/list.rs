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
    later: Option<String>,
    older: Option<String>,
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

fn page_of(which: &str, next: Option<After>) -> Option<String> {
    next.map(|next| format!("/moter?{which}={}-{}", next.at.unix_s(), next.id))
}

async fn mine(asked: Asked) -> Result<Reply, Error> {
    let before = read_after(asked.query.get("eldre"));
    let (first, say, now) = (before.is_none(), asked.say(), asked.ctx.now);
    let words = say.clone();
    let (coming, been, older) = asked
        .view(&CHARTER, move |tx, desk| {
            let own = desk.own(tx)?;
            let newest = After { at: now.plus_days(366), id: RowId::from_bits(0) };
            let coming = if first { lists::coming(tx, &own, now)? } else { Vec::new() };
            let (been, older) = lists::been(tx, &own, &before.unwrap_or(newest))?;
            let draw = |all: &[crate::meetings::store::Meeting]| all.iter().map(|one| meeting(&words, &own, one, now)).collect();
            Ok::<(Vec<Shown>, Vec<Shown>, _), Error>((draw(&coming), draw(&been), older))
        })
        .await?;
    let older = page_of("eldre", older);
    Reply::page(&ListPage { frame: asked.frame(), t: say, own: true, coming, been, first, later: None, older })
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
    let (after, before) = (read_after(asked.query.get("fra")), read_after(asked.query.get("eldre")));
    let (first, say, now) = (after.is_none() && before.is_none(), asked.say(), asked.ctx.now);
    let words = say.clone();
    let (coming, been, later, older) = asked
        .view(&CHARTER, move |tx, desk| {
            let start = After { at: now.plus_minutes(-STILL_COMING_MINUTES), id: RowId::from_bits(0) };
            let wants = |page: &Option<After>| first || page.is_some();
            let (coming, later) =
                if wants(&after) { lists::mine(tx, desk, &after.unwrap_or(start.clone()))? } else { (Vec::new(), None) };
            let now_on = After { at: now.plus_s(1), id: RowId::from_bits(0) };
            let (been, older) =
                if wants(&before) { lists::mine_before(tx, desk, &before.unwrap_or(now_on))? } else { (Vec::new(), None) };
            let still = |one: &&Listed| one.meeting.closed_at.is_none();
            let coming: Vec<Shown> = coming.iter().filter(still).map(|one| row(&words, one, now)).collect();
            // One that is under way stands among those to come until it is long past.
            let over = been.iter().filter(|one| one.meeting.closed_at.is_some() || one.meeting.at <= start.at);
            let been: Vec<Shown> = over.map(|one| meeting(&words, &one.permit, &one.meeting, now)).collect();
            Ok((coming, been, later, older))
        })
        .await?;
    let (later, older) = (page_of("fra", later), page_of("eldre", older));
    Reply::page(&ListPage { frame: asked.frame(), t: say, own: false, coming, been, first, later, older })
}
