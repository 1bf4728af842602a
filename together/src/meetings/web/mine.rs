//! The person's own page of a meeting: who comes, «Dette vil jeg snakke om», and afterwards the minutes.

use askama::Template;
use kernel::area::Area;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::end::read_disagreement;
use super::run::{load, own_minutes};
use super::topics::{read_topic, try_drop};
use super::{Which, item_id};
use crate::meetings::around::around;
use crate::meetings::closing;
use crate::meetings::rules::{Command, Phase};
use crate::meetings::shown::{Choice, Shown, ShownItem, ShownMember};
use crate::meetings::{CHARTER, store, work};

#[derive(Template)]
#[template(path = "meetings/pages/mine.html")]
struct MinePage {
    frame: Frame,
    t: Say,
    again: Again,
    one: Shown,
    open: bool,
    own: Vec<ShownItem>,
    others: Vec<ShownItem>,
    members: Vec<ShownMember>,
    more: Vec<Choice>,
    areas: Vec<(&'static str, String, bool)>,
    words: String,
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let loaded = load(&asked).await?;
    if loaded.one.phase == Phase::Closed {
        return own_minutes(&asked, loaded, again);
    }
    let around = asked.view(&CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        around(tx, desk, &own)
    });
    let there = |key: &str| loaded.members.iter().any(|member| member.key == key);
    let more = around.await?.into_iter().filter(|one| !there(&one.key));
    let more = more.map(|one| Choice { key: one.key, word: one.name, chosen: false }).collect();
    let (own, others): (Vec<ShownItem>, Vec<ShownItem>) = loaded.items.into_iter().partition(|item| item.own);
    let say = asked.say();
    let area = |area: &Area| (area.key(), say.t(&format!("area-{}", area.key())), asked.form.get("omrade") == area.key());
    let page = MinePage {
        frame: asked.frame(),
        open: matches!(loaded.one.phase, Phase::Called | Phase::Running),
        own,
        others,
        members: loaded.members,
        more,
        areas: Area::ALL.iter().map(area).collect(),
        words: asked.form.get("sak").to_owned(),
        one: loaded.one,
        again,
        t: say,
    };
    Reply::page_again(&page, page.again.status)
}

/// The person puts something on the list: it stands first.
pub async fn propose(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_propose(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_propose(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["sak", "omrade"])?;
    let (which, new) = (Which::of(asked)?, read_topic(asked)?);
    let settled = asked.change(&CHARTER, "propose", move |tx, desk| {
        let own = desk.own(tx)?;
        work::propose(tx, desk, &own, &which.meeting, &new)?;
        Ok(Settled::to(which.path()))
    });
    settled.await
}

/// The person takes something off the list.
pub async fn drop_item(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_drop(&asked).await;
    asked.settled(outcome, draw).await
}

/// The person keeps somebody out of one topic, or lets them in again.
pub async fn keep_out(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_keep_out(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_keep_out(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["hvilken", "uten", "med"])?;
    let (which, item) = (Which::of(asked)?, item_id(asked.form.get("hvilken"))?);
    let out = asked.form.has("uten");
    let member = asked.form.get(if out { "uten" } else { "med" }).to_owned();
    let settled = asked.change(&CHARTER, "keep-out", move |tx, desk| {
        let own = desk.own(tx)?;
        let found = store::find(tx, desk, &own, &which.meeting)?;
        work::allow(tx, &own, &found, Command::Choose)?;
        work::item(tx, &own, &found, &item)?;
        if !found.members.iter().any(|one| one.key == member) {
            return Err(Error::Missing);
        }
        store::items::keep_out(tx, &own, &which.meeting, (&item, &member), out)?;
        Ok(Settled::to(which.path()))
    });
    settled.await
}

/// The person takes somebody in, or does not want them there.
pub async fn choose(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_choose(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_choose(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["ikke", "med"])?;
    let which = Which::of(asked)?;
    let (out, wanted) = (asked.form.get("ikke").to_owned(), asked.form.get("med").to_owned());
    let settled = asked.change(&CHARTER, "choose", move |tx, desk| {
        let own = desk.own(tx)?;
        let found = store::find(tx, desk, &own, &which.meeting)?;
        work::allow(tx, &own, &found, Command::Choose)?;
        if !out.is_empty() {
            store::take_out(tx, desk, &own, &which.meeting, &out)?;
        }
        if let Some(member) = around(tx, desk, &own)?.into_iter().find(|one| one.key == wanted) {
            store::invite(tx, &own, &which.meeting, &member)?;
        }
        Ok(Settled::to(which.path()))
    });
    settled.await
}

/// The person has seen the minutes and says that they are right.
pub async fn confirm(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_confirm(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_confirm(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&[])?;
    let which = Which::of(asked)?;
    let settled = asked.change(&CHARTER, "confirm", move |tx, desk| {
        let own = desk.own(tx)?;
        closing::confirm(tx, desk, &own, &which.meeting)?;
        Ok(Settled::to(which.path()))
    });
    settled.await
}

/// The person disagrees with a line of the minutes: it stands there as a line like any other.
pub async fn disagree(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_disagree(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_disagree(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["hvilken", "nummer", "uenig"])?;
    let which = Which::of(asked)?;
    let (item, number, words) = read_disagreement(asked)?;
    let settled = asked.change(&CHARTER, "disagree", move |tx, desk| {
        let own = desk.own(tx)?;
        work::disagree(tx, desk, &own, (&which.meeting, &item, number), words.as_deref())?;
        Ok(Settled::to(which.path()))
    });
    settled.await
}
