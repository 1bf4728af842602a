//! One place, for those who run it: the number with one tap, who is on the way, and the municipality's check.

use askama::Template;
use kernel::id::RowId;
use kernel::text::Phone;
use platform::access::Settled;
use platform::ctx::Door;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use super::ask::{Ticks, ticks};
use super::shown::{PlaceView, Reader, place, seen};
use crate::tonight::CHARTER;
use crate::tonight::acts;
use crate::tonight::nights::evening_of;
use crate::tonight::rules::WORDS_MAX;
use crate::tonight::store::places::{self, About};
use crate::tonight::store::{desk, slips};
use crate::tonight::traits::{Quality, Trait};

const NAME_MAX: usize = 80;

#[derive(Template)]
#[template(path = "tonight/pages/place.html")]
struct PlacePage {
    frame: Frame,
    t: Say,
    again: Again,
    path: String,
    version: i64,
    place: PlaceView,
    quality_words: Option<String>,
    may_confirm: bool,
    checks: bool,
    free: String,
    total: String,
    same: String,
    slips: Vec<SlipView>,
    marks: Vec<(&'static str, String, bool)>,
    words: String,
}

struct SlipView {
    number: i64,
    words: String,
    waits: bool,
}

fn id_of(asked: &Asked) -> Result<RowId, Error> {
    RowId::parse(asked.param("place")).ok_or(Error::Missing)
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (id, t, now) = (id_of(&asked)?, asked.say(), asked.ctx.now);
    let (say, wanted) = (t.clone(), id.clone());
    let (found, view, may_confirm, expected) = asked
        .view(&CHARTER, move |tx, desk| {
            desk.note_nobody();
            let found = places::load(tx, &wanted)?;
            let limits = desk::limits(tx, now)?;
            let may = acts::may_confirm(desk, &found);
            let expected = if may { slips::expected(tx, &wanted, evening_of(now))? } else { Vec::new() };
            let view = place(&say, &found, &limits, now, Reader::Staff);
            Ok((found, view, may, expected))
        })
        .await?;
    let typed = |name: &str, known: u16| {
        if asked.form.has(name) { asked.form.get(name).to_owned() } else { known.to_string() }
    };
    let slip = |one: &slips::Slip| SlipView {
        number: one.number,
        words: match (one.came_at, one.missed_at) {
            (Some(at), _) => t.with("tonight-came", "when", t.when(at, now)),
            (_, Some(at)) => t.with("tonight-missed-at", "when", t.when(at, now)),
            _ => t.t("tonight-on-the-way"),
        },
        waits: one.came_at.is_none() && one.missed_at.is_none(),
    };
    let chosen = asked.form.get("quality");
    let page = PlacePage {
        path: format!("/i-natt/sted/{id}"),
        version: found.version,
        may_confirm,
        checks: super::CHECKS.admits(asked.ctx.actor.role, Door::Full),
        free: typed("free", found.places.free()),
        total: typed("total", found.places.total()),
        same: t.with("tonight-confirm-same", "n", found.places.free()),
        slips: expected.iter().map(slip).collect(),
        marks: Quality::ALL
            .iter()
            .map(|one| (one.key(), t.t(&format!("tonight-mark-{}", one.key())), one.key() == chosen))
            .collect(),
        words: asked.form.get("words").to_owned(),
        quality_words: found.quality_words,
        place: view,
        frame: asked.frame(),
        again,
        t,
    };
    Reply::page_again(&page, page.again.status)
}

fn number(asked: &Asked, field: &'static str) -> Result<u16, FieldError> {
    asked.form.get(field).trim().parse().map_err(|_| FieldError::new(field, "tonight-number"))
}

/// «Det stemmer», or another number.
pub async fn confirm(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_confirm(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_confirm(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["free", "total", "version"])?;
    let (id, version) = (id_of(asked)?, seen(asked));
    let (free, total) = match (number(asked, "free"), number(asked, "total")) {
        (Ok(free), Ok(total)) => (free, total),
        (free, total) => return Err(Error::Invalid(free.err().into_iter().chain(total.err()).collect())),
    };
    let to = format!("/i-natt/sted/{id}");
    asked
        .change(&CHARTER, "confirm", move |tx, desk| {
            acts::confirm(tx, desk, &id, free, total, version).map(|()| Settled::to(to.clone()))
        })
        .await
}

/// «Kom» or «Kom ikke».
pub async fn slip(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_slip(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_slip(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["came", "missed"])?;
    let id = id_of(asked)?;
    let came = asked.form.has("came");
    let number = asked.form.get(if came { "came" } else { "missed" }).parse::<i64>().map_err(|_| Error::Missing)?;
    asked
        .change(&CHARTER, "slip", move |tx, desk| {
            if came { acts::came(tx, desk, &id, number) } else { acts::missed(tx, desk, &id, number) }?;
            Ok(Settled::to(format!("/i-natt/sted/{id}")))
        })
        .await
}

/// Takes nobody for now, or takes people again.
pub async fn close(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_close(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_close(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["closed", "version"])?;
    let (id, version, closed) = (id_of(asked)?, seen(asked), asked.form.get("closed") == "yes");
    asked
        .change(&CHARTER, "close-place", move |tx, desk| {
            acts::close(tx, desk, &id, closed, version).map(|()| Settled::to(format!("/i-natt/sted/{id}")))
        })
        .await
}

/// What the municipality's check found.
pub async fn mark(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_mark(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_mark(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["quality", "words", "version"])?;
    let (id, version) = (id_of(asked)?, seen(asked));
    let quality = Quality::parse(asked.form.get("quality")).ok_or(FieldError::new("quality", "form-choose"));
    let (quality, words) = match (quality, asked.form.text_or_none("words", WORDS_MAX)) {
        (Ok(quality), Ok(words)) => (quality, words.map(|words| words.as_str().to_owned())),
        (quality, words) => return Err(Error::Invalid(quality.err().into_iter().chain(words.err()).collect())),
    };
    asked
        .change(&CHARTER, "mark-place", move |tx, desk| {
            acts::mark(tx, desk, &id, quality, words.as_deref(), version).map(|()| Settled::to(format!("/i-natt/sted/{id}")))
        })
        .await
}

#[derive(Template)]
#[template(path = "tonight/pages/new_place.html")]
struct NewPage {
    frame: Frame,
    t: Say,
    again: Again,
    name: String,
    phone: String,
    part: String,
    total: String,
    open: bool,
    traits: Ticks,
}

/// A new place.
pub async fn new(asked: Asked) -> Result<Reply, Error> {
    draw_new(asked, Again::default()).await
}

async fn draw_new(asked: Asked, again: Again) -> Result<Reply, Error> {
    let t = asked.say();
    let get = |name| asked.form.get(name).to_owned();
    let page = NewPage {
        frame: asked.frame(),
        again,
        name: get("name"),
        phone: get("phone"),
        part: get("part"),
        total: get("total"),
        open: asked.form.has("open"),
        traits: ticks(&t, &asked),
        t,
    };
    Reply::page_again(&page, page.again.status)
}

/// Writes it down.
pub async fn make(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_make(&asked).await;
    asked.settled(outcome, draw_new).await
}

async fn try_make(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["name", "phone", "part", "total", "open", "wish"])?;
    let form = &asked.form;
    let phone = Phone::parse(form.get("phone")).ok_or(FieldError::new("phone", "form-phone"));
    let (name, part) = (form.text("name", NAME_MAX), form.text("part", NAME_MAX));
    let (name, part, phone, total) = match (name, part, phone, number(asked, "total")) {
        (Ok(name), Ok(part), Ok(phone), Ok(total)) => (name, part, phone, total),
        (name, part, phone, total) => {
            let errors = name.err().into_iter().chain(part.err()).chain(phone.err()).chain(total.err());
            return Err(Error::Invalid(errors.collect()));
        }
    };
    let about = About {
        name: name.as_str().to_owned(),
        phone: phone.stored().to_owned(),
        part_of_town: part.as_str().to_owned(),
        traits: form.all("wish").filter_map(Trait::parse).collect(),
        open_to_all: form.has("open"),
    };
    asked
        .change(&CHARTER, "make-place", move |tx, desk| {
            let id = acts::make(tx, desk, &about, total.min(kernel::capacity::MAX_PLACES))?;
            Ok(Settled::to(format!("/i-natt/sted/{id}")))
        })
        .await
}
