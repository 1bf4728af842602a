//! `/ventetid`: what the person waits for, who has it, which days are law and which are advice, and what to do meanwhile.

use askama::Template;
use platform::error::Error;
use platform::frame::{ContactItem, Frame, Say};
use platform::web::{Asked, Reply};

use super::shown::{self, ShownClock};
use crate::waiting::CHARTER;
use crate::waiting::store::clocks::Clock;
use crate::waiting::store::{breaches, clocks, steps};

#[derive(Template)]
#[template(path = "waiting/pages/person.html")]
struct PersonPage {
    frame: Frame,
    t: Say,
    running: Vec<ShownClock>,
    over: Vec<ShownClock>,
    contact: Option<ContactItem>,
    to_ask: bool,
    to_referrals: bool,
    to_complain: bool,
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let say = asked.say();
    let words = say.clone();
    let drawn = asked.view(&CHARTER, move |tx, desk| {
        let own = desk.own(tx)?;
        let today = desk.now().day();
        let (steps, breaches) = (steps::of_person(tx, &own)?, breaches::of_person(tx, &own)?);
        let draw = |clock: &Clock| {
            let steps = steps.get(clock.id.as_str()).map_or(&[][..], Vec::as_slice);
            let breaches = breaches.get(clock.id.as_str()).map_or(&[][..], Vec::as_slice);
            shown::clock(&words, clock, steps, breaches, today, true)
        };
        Ok(clocks::all(tx, desk, &own)?.iter().map(draw).collect::<Vec<ShownClock>>())
    });
    let (over, running): (Vec<ShownClock>, Vec<ShownClock>) = drawn.await?.into_iter().partition(|clock| clock.over);
    let frame = asked.frame();
    let page = PersonPage {
        contact: frame.contact.clone(),
        to_ask: frame.leads_to("/henvisning/ny"),
        to_referrals: frame.leads_to("/henvisning/ny"),
        to_complain: frame.leads_to("/klage"),
        frame,
        running,
        over,
        t: say,
    };
    Reply::page(&page)
}
