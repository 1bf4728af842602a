//! `/i-natt`: for whoever needs a place, and the same address for those who work with it.

use askama::Template;
use platform::ctx::Door;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

use super::board;
use super::shown::{PlaceView, Reader, place};
use crate::tonight::CHARTER;
use crate::tonight::store::{desk, places, requests};

#[derive(Template)]
#[template(path = "tonight/pages/open.html")]
struct OpenPage {
    frame: Frame,
    t: Say,
    office: Option<platform::frame::ContactItem>,
    has_own: bool,
    places: Vec<PlaceView>,
    next: Option<String>,
}

/// The page. Staff get the board.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    if asked.ctx.actor.role.is_staff() {
        return board::show(asked).await;
    }
    let after = board::after_place(asked.query.get("etter"));
    let (t, now) = (asked.say(), asked.ctx.now);
    let say = t.clone();
    let known = asked.ctx.actor.person.is_some() && asked.ctx.actor.door == Door::Full;
    let (office, places, next, has_own) = asked
        .view(&CHARTER, move |tx, desk| {
            desk.note_nobody();
            let has_own = known && {
                let own = desk.own(tx)?;
                requests::all(tx, &own)?.iter().any(|one| one.case.state.is_open())
            };
            let municipality = &desk.app().config().municipality;
            let limits = desk::limits(tx, now)?;
            let office = desk::deciding(tx, municipality, now)?;
            let (found, next) = places::page(tx, municipality, after.as_ref())?;
            let open = found.iter().filter(|one| one.open_to_all && !one.closed);
            let drawn: Vec<_> = open.map(|one| place(&say, one, &limits, now, Reader::Anyone)).collect();
            Ok((office.map(|office| (office.name, office.phone)), drawn, next, has_own))
        })
        .await?;
    let office = office.map(|(name, phone)| platform::frame::contact_item(&name, &phone));
    let next = next.as_ref().map(board::place_key);
    Reply::page(&OpenPage { frame: asked.frame(), t, office, has_own, places, next })
}
