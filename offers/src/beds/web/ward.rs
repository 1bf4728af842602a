//! `/inneliggende`: who is here, who comes, who asks, and who has gone without anybody having met them.

use askama::Template;
use kernel::id::RowId;
use kernel::time::Timestamp;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

use crate::beds::shown::{self, ShownStay, ShownUnit};
use crate::beds::store::lists::{self, After, List, Shelf};
use crate::beds::store::units;
use crate::beds::{CHARTER, limits};

#[derive(Template)]
#[template(path = "beds/pages/ward.html")]
struct WardPage {
    frame: Frame,
    t: Say,
    shelf: &'static str,
    shelves: Vec<&'static str>,
    rows: Vec<ShownStay>,
    next: Option<String>,
    units: Vec<ShownUnit>,
}

/// The lists of the ward, one at a time.
pub async fn list(asked: Asked) -> Result<Reply, Error> {
    let (shelf, after) = (Shelf::read(asked.query.get("vis")), read_after(asked.query.get("etter")));
    let here = asked.ctx.actor.employer_id()?.clone();
    let ward = here.clone();
    let (opened, next, own, limits) = asked
        .view(&CHARTER, move |tx, desk| {
            let limits = limits::load(tx, desk.now())?;
            let list = List { ward: ward.clone(), shelf, gone_since: limits.gone_since(desk.now()) };
            let (listed, next) = lists::page(tx, &list, after.as_ref())?;
            let opened = lists::open(tx, desk, &listed)?;
            Ok((opened, next, units::of(tx, &ward)?, limits))
        })
        .await?;
    let (say, now) = (asked.say(), asked.ctx.now);
    let key = |after: After| format!("{}.{}.{}", after.place, after.at.unix_s(), after.id);
    let page = WardPage {
        frame: asked.frame(),
        shelf: shelf.key(),
        shelves: Shelf::ALL.map(Shelf::key).to_vec(),
        rows: opened.iter().map(|(permit, stay)| shown::stay(&say, permit, stay, now)).collect(),
        next: next.map(|next| format!("/inneliggende?vis={}&etter={}", shelf.key(), key(next))),
        units: own.iter().map(|unit| shown::unit(&say, unit, &limits, Some(&here), now)).collect(),
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
