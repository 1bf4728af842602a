//! `/plasser/dag`: day offers, what one does there, who may come, and how old the number is.

use askama::Template;
use kernel::id::RowId;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::{RUNNING, row, seen};
use crate::day_places::rules::Tap;
use crate::day_places::shown::{self, ShownUnit};
use crate::day_places::store::units;
use crate::day_places::{CHARTER, limits, work};

#[derive(Template)]
#[template(path = "day_places/pages/list.html")]
struct ListPage {
    frame: Frame,
    t: Say,
    again: Again,
    units: Vec<ShownUnit>,
    next: Option<String>,
    runs: bool,
}

/// The offers by name, page by page.
pub async fn list(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let after = RowId::parse(asked.query.get("etter"));
    // A tap that came too late shows the offer it was about, with the number as it is now.
    let only = RowId::parse(asked.param("unit"));
    let (page, next, limits) = asked
        .view(&CHARTER, move |tx, desk| {
            desk.note_nobody();
            let limits = limits::load(tx, desk.now())?;
            let (page, next) = match &only {
                Some(id) => (vec![units::one(tx, id)?], None),
                None => units::page(tx, after.as_ref())?,
            };
            Ok((page, next, limits))
        })
        .await?;
    let (say, now) = (asked.say(), asked.ctx.now);
    let here = asked.ctx.actor.employer.as_ref().map(|employer| &employer.id);
    let runs = RUNNING.contains(&asked.ctx.actor.role);
    let here = here.filter(|_| runs);
    let mut frame = asked.frame();
    frame.path = "/plasser/dag".to_owned();
    let page = ListPage {
        frame,
        again,
        units: page.iter().map(|unit| shown::unit(&say, unit, &limits, here, now)).collect(),
        next: next.map(|next| format!("/plasser/dag?etter={next}")),
        runs,
        t: say.clone(),
    };
    Reply::page_again(&page, page.again.status)
}

/// One tap on a number.
pub async fn tap(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_tap(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_tap(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["versjon", "hva", "til"])?;
    let (id, seen) = (row(asked, "unit")?, seen(asked));
    let tap = match asked.form.get("hva") {
        "stemmer" => Tap::Right,
        "opp" => Tap::Up,
        "ned" => Tap::Down,
        _ => return Err(Error::field("hva", "form-choose")),
    };
    let to = if asked.form.get("til") == "plasser" { "/plasser" } else { "/plasser/dag" };
    asked
        .change(&CHARTER, "count-day-places", move |tx, desk| {
            work::tap(tx, desk, &id, seen, tap)?;
            Ok(Settled::to(to))
        })
        .await
}
