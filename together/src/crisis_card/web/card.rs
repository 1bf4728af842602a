//! The card on one page, the small question it begins with, «does this still fit», and what has changed.

use askama::Template;
use kernel::id::RowId;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use crate::crisis_card::rules::{self, Command, Entry, Slot, Zone};
use crate::crisis_card::shown::{self, ShownChange, ShownFollowUp, ShownZone};
use crate::crisis_card::store::follow_ups;
use crate::crisis_card::{CHARTER, limits, store, work};

#[derive(Template)]
#[template(path = "crisis_card/pages/card.html")]
struct CardPage {
    frame: Frame,
    t: Say,
    again: Again,
    empty: bool,
    zones: Vec<ShownZone>,
    followed: Vec<ShownFollowUp>,
    undo: Option<ShownChange>,
    looked: String,
    old: bool,
    showing: String,
    first_action: String,
    first_question: String,
}

#[derive(Template)]
#[template(path = "crisis_card/pages/changes.html")]
struct ChangesPage {
    frame: Frame,
    t: Say,
    again: Again,
    changes: Vec<ShownChange>,
}

/// The card.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let found = asked.view(&CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        let card = store::load(tx, &own)?;
        Ok((card, limits::load(tx, desk.now())?, follow_ups::running(tx, desk, &own)?))
    });
    let (card, limits, running) = found.await?;
    let (say, now) = (asked.say(), asked.ctx.now);
    let standing: Vec<Entry> = card.standing().cloned().collect();
    let hidden = standing.iter().filter(|entry| !entry.said.shown).count();
    let showing = match (standing.len(), hidden) {
        (all, hidden) if all == hidden => say.t("crisis-shown-none"),
        (_, 0) => say.t("crisis-shown-all"),
        (all, hidden) => say.with2("crisis-shown-some", "n", all - hidden, "all", all),
    };
    let touched = card.versions.first().map(|version| version.at).max(card.looked_at);
    let page = CardPage {
        frame: asked.frame(),
        again,
        empty: standing.is_empty(),
        zones: shown::zones(&say, &standing),
        followed: running.iter().map(|one| shown::followed(&say, one, now)).collect(),
        undo: rules::undoable(&card, limits.undo_minutes, now).map(|newest| shown::change(&say, newest, true, now)),
        looked: touched.map(|at| say.with("crisis-looked", "day", say.near_day(at.day(), now.day()))).unwrap_or_default(),
        old: rules::is_old(&card, limits.look_again_days, now),
        showing,
        first_action: format!("/krisekort/ny/{}/{}", Zone::Hard.key(), Slot::Helps.key()),
        first_question: shown::question(&say, Zone::Hard, Slot::Helps),
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

/// «Yes, it fits.»
pub async fn fits(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let settled = asked.change(&CHARTER, "look-at-card", |tx, desk| {
        let own = desk.own(tx)?;
        store::look_at(tx, desk, &own)?;
        Ok(Settled::to("/krisekort"))
    });
    match settled.await {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => {
            let again = Again::of(&asked.say(), error)?;
            draw(asked, again).await
        }
    }
}

/// Takes a change back.
pub async fn undo(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_undo(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_undo(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["change"])?;
    let change = RowId::parse(asked.form.get("change")).ok_or(Error::Missing)?;
    let settled = asked.change(&CHARTER, "undo-card", move |tx, desk| {
        work::change_card(tx, desk, &Command::Undo(change.clone()))?;
        Ok(Settled::to("/krisekort"))
    });
    settled.await
}

/// What has changed, newest first.
pub async fn changes(asked: Asked) -> Result<Reply, Error> {
    let found = asked.view(&CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        Ok((store::load(tx, &own)?, limits::load(tx, desk.now())?))
    });
    let (card, limits) = found.await?;
    let (say, now) = (asked.say(), asked.ctx.now);
    let can = |change: &RowId| rules::decide(&card, &Command::Undo(change.clone()), limits.undo_minutes, now).is_ok();
    let changes = card.versions.iter().map(|version| shown::change(&say, version, can(&version.change), now)).collect();
    Reply::page(&ChangesPage { frame: asked.frame(), again: Again::default(), changes, t: say })
}
