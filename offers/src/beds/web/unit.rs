//! The board: units with their number, one tap to confirm, one tap up or down, and a unit's figures.

use askama::Template;
use kernel::id::RowId;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::{row, seen};
use crate::beds::rules::Step;
use crate::beds::shown::{self, ShownDay, ShownUnit};
use crate::beds::store::units;
use crate::beds::{CHARTER, WARD, limits, work};

#[derive(Template)]
#[template(path = "beds/pages/list.html")]
struct ListPage {
    frame: Frame,
    t: Say,
    units: Vec<ShownUnit>,
    next: Option<String>,
    may_make: bool,
}

#[derive(Template)]
#[template(path = "beds/pages/unit.html")]
struct UnitPage {
    frame: Frame,
    t: Say,
    again: Again,
    unit: ShownUnit,
    days: Vec<ShownDay>,
}

/// All units by name, page by page.
pub async fn list(asked: Asked) -> Result<Reply, Error> {
    let after = RowId::parse(asked.query.get("etter"));
    let (page, next, limits) = asked
        .view(&CHARTER, move |tx, desk| {
            desk.note_nobody();
            let (page, next) = units::page(tx, after.as_ref())?;
            Ok((page, next, limits::load(tx, desk.now())?))
        })
        .await?;
    let (say, now, here) = (asked.say(), asked.ctx.now, asked.ctx.actor.employer.as_ref().map(|employer| &employer.id));
    let page = ListPage {
        frame: asked.frame(),
        units: page.iter().map(|unit| shown::unit(&say, unit, &limits, here, now)).collect(),
        next: next.map(|next| format!("/plasser/senger?etter={next}")),
        may_make: WARD.contains(&asked.ctx.actor.role),
        t: say.clone(),
    };
    Reply::page(&page)
}

/// One unit.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let id = row(&asked, "unit")?;
    let (unit, days, limits) = asked
        .view(&CHARTER, move |tx, desk| {
            desk.note_nobody();
            let limits = limits::load(tx, desk.now())?;
            let since = desk.now().day().plus(-limits.figures_days);
            Ok((units::one(tx, &id)?, units::figures(tx, &id, since)?, limits))
        })
        .await?;
    let (say, now) = (asked.say(), asked.ctx.now);
    let here = asked.ctx.actor.employer.as_ref().map(|employer| &employer.id);
    let mut frame = asked.frame();
    frame.path = format!("/plasser/senger/{}", unit.id);
    let page = UnitPage {
        frame,
        again,
        unit: shown::unit(&say, &unit, &limits, here, now),
        days: shown::figures(&say, &days, now),
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

/// One tap: the number is right, one more is free, one less.
pub async fn count(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_count(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_count(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["versjon", "hva", "til"])?;
    let (id, seen) = (row(asked, "unit")?, seen(asked));
    let step = match asked.form.get("hva") {
        "stemmer" => None,
        "opp" => Some(Step::Up),
        "ned" => Some(Step::Down),
        _ => return Err(Error::field("hva", "form-choose")),
    };
    // Back to where the button stood, and to no other address.
    let to = match asked.form.get("til") {
        "plasser" => "/plasser".to_owned(),
        "senger" => "/plasser/senger".to_owned(),
        "inneliggende" => "/inneliggende".to_owned(),
        _ => format!("/plasser/senger/{id}"),
    };
    asked
        .change(&CHARTER, "count-beds", move |tx, desk| {
            match step {
                None => work::confirm(tx, desk, &id, seen)?,
                Some(step) => work::step(tx, desk, &id, seen, step)?,
            }
            Ok(Settled::to(to.clone()))
        })
        .await
}
