//! `/i-natt/vakt`: who holds what comes in.

use askama::Template;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use crate::tonight::CHARTER;
use crate::tonight::acts;
use crate::tonight::store::desk;

#[derive(Template)]
#[template(path = "tonight/pages/duty.html")]
struct DutyPage {
    frame: Frame,
    t: Say,
    again: Again,
    now: String,
    on_duty: bool,
    mine: bool,
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (t, now) = (asked.say(), asked.ctx.now);
    let me = asked.ctx.actor.account.clone();
    let deciding = asked
        .view(&CHARTER, move |tx, desk| {
            desk.note_nobody();
            desk::deciding(tx, &desk.app().config().municipality, now)
        })
        .await?;
    let on_duty = deciding.as_ref().is_some_and(|deciding| deciding.on_duty);
    let mine = deciding.as_ref().is_some_and(|deciding| me.as_ref() == Some(&deciding.holder.account));
    let now = match &deciding {
        Some(deciding) if on_duty => t.with("tonight-duty-now", "name", &deciding.holder.name),
        Some(deciding) => t.with("tonight-duty-default", "name", &deciding.holder.name),
        None => t.t("tonight-duty-nobody"),
    };
    let page = DutyPage { frame: asked.frame(), t, again, now, on_duty, mine };
    Reply::page_again(&page, page.again.status)
}

/// «Jeg har vakta», or «Jeg er ferdig».
pub async fn change(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_change(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_change(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["on"])?;
    let on = asked.form.get("on") == "yes";
    asked.change(&CHARTER, "duty", move |tx, desk| acts::duty(tx, desk, on).map(|()| Settled::to("/i-natt/vakt"))).await
}
