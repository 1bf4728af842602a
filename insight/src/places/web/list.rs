//! `/steder`: the list, open places first.

use askama::Template;
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::web::{Asked, Reply};

use super::words;
use crate::places::CHARTER;
use crate::places::offer::Offer;
use crate::places::rules::{OpenState, open_state};
use crate::places::store::{self, Place};

/// One place in the list.
pub struct Line {
    /// Where it is told of.
    pub href: String,
    /// What people call it.
    pub name: String,
    /// Its door, beside the name.
    pub door: String,
    /// Open or closed.
    pub state: String,
    /// Whether one can come now.
    pub open: bool,
    /// The message of the day.
    pub message: Option<String>,
    /// What one gets, in a line.
    pub gets: String,
}

/// A link that narrows the list, or widens it again.
struct Choice {
    href: String,
    label: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "places/pages/list.html")]
struct ListPage {
    frame: Frame,
    t: Say,
    summary: String,
    time: Vec<Choice>,
    needs: Vec<Choice>,
    narrowed: Option<String>,
    may_make: bool,
    open: Vec<Line>,
    closed: Vec<Line>,
}

/// What the address asks for.
#[derive(Clone, Copy)]
struct Wish {
    only_open: bool,
    need: Option<Offer>,
}

impl Wish {
    fn href(self) -> String {
        let parts = [self.need.map(|need| format!("hva={}", need.key())), self.only_open.then(|| "apent=ja".to_owned())];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() { "/steder".into() } else { format!("/steder?{}", parts.join("&")) }
    }
}

/// The list.
///
/// # Errors
/// A fault when the rows cannot be read.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let wish = Wish { only_open: asked.query.get("apent") == "ja", need: Offer::parse(asked.query.get("hva")) };
    let (language, now) = (asked.ctx.language, asked.ctx.now);
    let places = asked
        .view(&CHARTER, move |tx, desk| {
            desk.nobody()?;
            store::all(tx, language, now.day())
        })
        .await?;
    let t = asked.say();
    let needs: Vec<Choice> = needs(&t, &places, wish);
    let fitting: Vec<&Place> =
        places.iter().filter(|place| wish.need.is_none_or(|need| place.facts.offers.contains(&need))).collect();
    let mut lines = fitting.iter().map(|place| line(&t, place, now)).collect::<Result<Vec<Line>, Error>>()?;
    lines.retain(|line| line.open || !wish.only_open);
    let (open, closed): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(|line| line.open);
    let page = ListPage {
        frame: asked.frame(),
        summary: t.with("places-open-count", "n", open.len()),
        time: time(&t, wish),
        needs,
        narrowed: wish.need.map(|need| t.t(&format!("places-offer-{}", need.key()))),
        may_make: may_edit(asked.ctx.actor.role) && asked.ctx.actor.employer.is_some(),
        open,
        closed,
        t,
    };
    Reply::page(&page)
}

/// A place as one line.
///
/// # Errors
/// A fault when its door cannot be drawn.
pub fn line(t: &Say, place: &Place, now: Timestamp) -> Result<Line, Error> {
    let is: OpenState = open_state(&place.state.opening, now);
    let gets: Vec<String> = place.facts.offers.iter().map(|offer| t.t(&format!("places-offer-{}", offer.key()))).collect();
    Ok(Line {
        href: format!("/steder/{}", place.key),
        name: place.facts.name.to_string(),
        door: place.facts.door.picture(None)?,
        state: words::state(t, is, now),
        open: is.is_open(),
        message: place.state.message.as_ref().map(|message| message.text.as_str().to_owned()),
        gets: gets.join(" · "),
    })
}

fn time(t: &Say, wish: Wish) -> Vec<Choice> {
    [(false, "places-all"), (true, "places-open-now")]
        .into_iter()
        .map(|(only_open, key)| Choice {
            href: Wish { only_open, ..wish }.href(),
            label: t.t(key),
            chosen: wish.only_open == only_open,
        })
        .collect()
}

/// Only what some place has, after the choice of everything.
fn needs(t: &Say, places: &[Place], wish: Wish) -> Vec<Choice> {
    let is_there = |offer: &Offer| places.iter().any(|place| place.facts.offers.contains(offer));
    let choice = |need: Option<Offer>| Choice {
        href: Wish { need, ..wish }.href(),
        label: need.map_or_else(|| t.t("places-everything"), |need| t.t(&format!("places-offer-{}", need.key()))),
        chosen: wish.need == need,
    };
    std::iter::once(None).chain(Offer::ALL.into_iter().filter(is_there).map(Some)).map(choice).collect()
}

/// Whether somebody in this role sets places right.
#[must_use]
pub fn may_edit(role: Role) -> bool {
    super::EDITORS.contains(&role)
}
