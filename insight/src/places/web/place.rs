//! `/steder/{place}`: how to find it, when to come, what one gets.

use askama::Template;
use platform::ctx::{Ctx, Door as WayIn};
use platform::error::Error;
use platform::frame::{ContactItem, Frame, Say, contact_item};
use platform::web::{Asked, Reply};

use super::list::may_edit;
use super::words::{self, HoursLine};
use crate::places::CHARTER;
use crate::places::rules::open_state;
use crate::places::store::{self, Place};

/// Directions, and the language they are in when it is not the page's.
struct Directions {
    lines: Vec<String>,
    lang: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "places/pages/place.html")]
struct PlacePage {
    frame: Frame,
    t: Say,
    name: String,
    run_by: String,
    state: String,
    message: Option<String>,
    door: String,
    door_words: String,
    directions: Option<Directions>,
    gets: Vec<String>,
    phone: Option<ContactItem>,
    week: Vec<HoursLine>,
    other: Vec<HoursLine>,
    confirmed: String,
    edit: Option<String>,
    saved: bool,
}

/// One place.
///
/// # Errors
/// [`Error::Missing`] for a word that no place has, or a fault.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let place = load(&asked).await?;
    Reply::page(&page(&asked, &place)?)
}

/// The place in the address.
///
/// # Errors
/// As [`show`].
pub async fn load(asked: &Asked) -> Result<Place, Error> {
    let (key, language, today) = (asked.param("place").to_owned(), asked.ctx.language, asked.ctx.now.day());
    asked
        .view(&CHARTER, move |tx, desk| {
            desk.nobody()?;
            store::one(tx, &key, language, today)?.ok_or(Error::Missing)
        })
        .await
}

fn page(asked: &Asked, place: &Place) -> Result<PlacePage, Error> {
    let (t, now) = (asked.say(), asked.ctx.now);
    let opening = &place.state.opening;
    let facts = &place.facts;
    let title = t.with("places-door-title", "place", &facts.name);
    let door_words = facts.door.in_words(&t);
    Ok(PlacePage {
        frame: asked.frame(),
        name: facts.name.to_string(),
        run_by: place.run_by.clone(),
        state: words::state(&t, open_state(opening, now), now),
        message: place.state.message.as_ref().map(|message| message.text.as_str().to_owned()),
        door: facts.door.picture(Some(format!("{title} {door_words}")))?,
        door_words,
        directions: facts.directions.first().map(|(language, words)| Directions {
            lines: words.as_str().lines().map(str::to_owned).collect(),
            lang: (*language != asked.ctx.language).then(|| language.code()),
        }),
        gets: facts.offers.iter().map(|offer| t.t(&format!("places-offer-{}", offer.key()))).collect(),
        phone: facts.phone.as_ref().map(|phone| contact_item(facts.name.as_str(), phone.stored())),
        week: words::week(&t, opening),
        other: words::other(&t, opening, now.day()),
        confirmed: words::confirmed(&t, place.confirmed_at, now),
        edit: is_theirs(&asked.ctx, place).then(|| format!("/steder/{}/endre", place.key)),
        saved: asked.query.has("lagret"),
        t,
    })
}

/// Whether the asker may set this place right: one of the roles that do, in the organisation that runs it.
#[must_use]
pub fn is_theirs(ctx: &Ctx, place: &Place) -> bool {
    let employer = ctx.actor.employer.as_ref();
    ctx.actor.door == WayIn::Full
        && may_edit(ctx.actor.role)
        && employer.is_some_and(|employer| employer.id == place.organisation)
}
