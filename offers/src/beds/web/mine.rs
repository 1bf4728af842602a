//! `/plassen`: the person reads where they are in plain words, asks for themself where that is possible, and takes it back.

use askama::Template;
use kernel::id::RowId;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::{ask, row, seen};
use crate::beds::rules::Command;
use crate::beds::shown::{self, OwnStay, ShownUnit};
use crate::beds::store::{stays, units};
use crate::beds::work::{self, Act};
use crate::beds::{CHARTER, limits};

#[derive(Template)]
#[template(path = "beds/pages/mine.html")]
struct MinePage {
    frame: Frame,
    t: Say,
    again: Again,
    open: Vec<OwnStay>,
    over: Vec<OwnStay>,
    units: Vec<ShownUnit>,
    here: String,
    next: Option<String>,
    unit: String,
    words: String,
}

/// The person's own places.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let after = RowId::parse(asked.query.get("etter"));
    let from = |after: &RowId| format!("/plassen?etter={after}");
    let here = after.as_ref().map_or_else(|| "/plassen".to_owned(), from);
    let (own, (page, next), limits) = asked
        .view(&CHARTER, move |tx, desk| {
            let permit = desk.own(tx)?;
            let own = stays::all(tx, desk, &permit)?;
            Ok((own, units::without_referral(tx, after.as_ref())?, limits::load(tx, desk.now())?))
        })
        .await?;
    let (say, now) = (asked.say(), asked.ctx.now);
    let (open, over) = own.iter().map(|stay| shown::own(&say, stay, now)).partition(|stay: &OwnStay| stay.open);
    // The person is told that the number was confirmed and when. Who did it is no business of a page outside the service.
    let nameless = page.into_iter().map(|unit| units::Unit { confirmed_by: None, ..unit });
    let mut frame = asked.frame();
    frame.path = "/plassen".to_owned();
    let page = MinePage {
        frame,
        again,
        open,
        over,
        units: nameless.map(|unit| shown::unit(&say, &unit, &limits, None, now)).collect(),
        here,
        next: next.as_ref().map(from),
        unit: asked.form.get("unit").to_owned(),
        words: asked.form.get("words").to_owned(),
        t: say.clone(),
    };
    Reply::page_again(&page, page.again.status)
}

/// The person asks for themself.
pub async fn ask(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_ask(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_ask(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["unit", "words"])?;
    let question = ask::read(asked)?;
    asked
        .change(&CHARTER, "ask-for-bed", move |tx, desk| {
            let own = desk.own(tx)?;
            work::ask(tx, desk, &own, &question)?;
            Ok(Settled::to("/plassen"))
        })
        .await
}

/// «Jeg kommer»: the ward reads it.
pub async fn coming(asked: Asked) -> Result<Reply, Error> {
    let outcome = change(&asked, "say-coming", Command::SayComing).await;
    asked.settled(outcome, draw).await
}

/// The person takes it back: no reason is asked for.
pub async fn withdraw(asked: Asked) -> Result<Reply, Error> {
    let outcome = change(&asked, "take-back-question", Command::Withdraw).await;
    asked.settled(outcome, draw).await
}

async fn change(asked: &Asked, act: &'static str, command: Command) -> Result<Settled, Error> {
    asked.form.only(&["versjon"])?;
    let (id, seen) = (row(asked, "stay")?, seen(asked));
    asked
        .change(&CHARTER, act, move |tx, desk| {
            let own = desk.own(tx)?;
            work::act(tx, desk, &own, &id, &Act { seen, command, leaving_on: None })?;
            Ok(Settled::to("/plassen"))
        })
        .await
}
