//! One line: writing it, wording it anew, taking it out.

use askama::Template;
use kernel::id::RowId;
use platform::access::Settled;
use platform::error::{Error, FieldError};
use platform::form::Form;
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply};

use crate::crisis_card::rules::{Command, Entry, MAX_PHONE, MAX_WORDS, NewLine, Slot, Zone};
use crate::crisis_card::{CHARTER, shown, store, work};

#[derive(Template)]
#[template(path = "crisis_card/pages/line.html")]
struct LinePage {
    frame: Frame,
    t: Say,
    again: Again,
    zone: String,
    question: String,
    action: String,
    people: bool,
    words: String,
    phone: String,
    seen: Option<i64>,
    reads_now: String,
}

fn place(asked: &Asked) -> Result<(Zone, Slot), Error> {
    let zone = Zone::parse(asked.param("zone")).ok_or(Error::Missing)?;
    let slot = Slot::parse(asked.param("slot")).ok_or(Error::Missing)?;
    if shown::slots_of(zone).contains(&slot) { Ok((zone, slot)) } else { Err(Error::Missing) }
}

/// What was typed for a line, read.
pub struct Typed {
    /// The words, or a name.
    pub words: String,
    /// The number.
    pub phone: Option<String>,
}

/// Reads the fields of a line.
///
/// # Errors
/// What cannot be used as it stands.
pub fn typed(form: &Form, people: bool) -> Result<Typed, Error> {
    let mut errors: Vec<FieldError> = Vec::new();
    let words = form.text("words", MAX_WORDS).map_err(|error| errors.push(error)).ok();
    let phone = form.text_or_none("phone", MAX_PHONE).map_err(|error| errors.push(error)).ok().flatten();
    match words {
        Some(words) if errors.is_empty() => {
            Ok(Typed { words: words.as_str().to_owned(), phone: phone.filter(|_| people).map(|phone| phone.as_str().to_owned()) })
        }
        _ => Err(Error::Invalid(errors)),
    }
}

/// The form of a new line.
pub async fn new(asked: Asked) -> Result<Reply, Error> {
    draw_new(&asked, Again::default())
}

fn draw_new(asked: &Asked, again: Again) -> Result<Reply, Error> {
    let ((zone, slot), say) = (place(asked)?, asked.say());
    let page = LinePage {
        frame: asked.frame(),
        zone: say.t(&format!("crisis-zone-{}", zone.key())),
        question: shown::question(&say, zone, slot),
        action: format!("/krisekort/ny/{}/{}", zone.key(), slot.key()),
        people: slot == Slot::Call,
        words: asked.form.get("words").to_owned(),
        phone: asked.form.get("phone").to_owned(),
        seen: None,
        reads_now: String::new(),
        t: say,
        again,
    };
    Reply::page_again(&page, page.again.status)
}

/// Adds a line.
pub async fn add(asked: Asked) -> Result<Reply, Error> {
    match try_add(&asked).await {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => draw_new(&asked, Again::of(&asked.say(), error)?),
    }
}

async fn try_add(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["words", "phone"])?;
    let (zone, slot) = place(asked)?;
    let Typed { words, phone } = typed(&asked.form, slot == Slot::Call)?;
    let command = Command::Add(vec![NewLine { zone, slot, words, phone }]);
    let settled = asked.change(&CHARTER, "write-on-card", move |tx, desk| {
        work::change_card(tx, desk, &command)?;
        Ok(Settled::to("/krisekort"))
    });
    settled.await
}

fn line_id(asked: &Asked) -> Result<RowId, Error> {
    RowId::parse(asked.param("line")).ok_or(Error::Missing)
}

/// One line, to be worded anew or taken out.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn find(asked: &Asked) -> Result<Entry, Error> {
    let id = line_id(asked)?;
    let found = asked.view(&CHARTER, move |tx, desk| {
        let own = desk.own(tx)?;
        let card = store::load(tx, &own)?;
        let entry = card.standing().find(|entry| entry.id == id).cloned();
        entry.ok_or(Error::Missing)
    });
    found.await
}

/// Draws the line; a form that came back keeps what was typed, and tells what stands there now when that is something else.
async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (entry, say) = (find(&asked).await?, asked.say());
    let back = asked.form.has("words");
    let stood = |typed: &str, stands: &str| if back { typed.to_owned() } else { stands.to_owned() };
    let words = stood(asked.form.get("words"), &entry.said.words);
    let stale = again.refused.is_some() && words != entry.said.words;
    let page = LinePage {
        frame: asked.frame(),
        zone: say.t(&format!("crisis-zone-{}", entry.zone.key())),
        question: shown::question(&say, entry.zone, entry.slot),
        action: format!("/krisekort/linje/{}", entry.id),
        people: entry.slot == Slot::Call,
        phone: stood(asked.form.get("phone"), entry.said.phone.as_deref().unwrap_or_default()),
        seen: Some(entry.version),
        reads_now: if stale { entry.said.words.clone() } else { String::new() },
        words,
        t: say,
        again,
    };
    Reply::page_again(&page, page.again.status)
}

/// Words the line anew.
pub async fn reword(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_reword(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_reword(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["words", "phone", "seen"])?;
    let (entry, seen) = (line_id(asked)?, seen(asked)?);
    // The slot is not the form's to say: a number is kept only where the line is a person to call.
    let people = find(asked).await?.slot == Slot::Call;
    let Typed { words, phone } = typed(&asked.form, people)?;
    let command = Command::Reword { entry, words, phone, seen };
    let settled = asked.change(&CHARTER, "reword-card", move |tx, desk| {
        work::change_card(tx, desk, &command)?;
        Ok(Settled::to("/krisekort"))
    });
    settled.await
}

fn seen(asked: &Asked) -> Result<i64, Error> {
    asked.form.get("seen").parse().map_err(|_| Error::field("words", "form-half-sent"))
}

/// Takes the line out.
pub async fn take_out(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_take_out(&asked).await;
    asked.settled(outcome, draw).await
}

async fn try_take_out(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["seen"])?;
    let command = Command::TakeOut { entry: line_id(asked)?, seen: seen(asked)? };
    let settled = asked.change(&CHARTER, "take-out-of-card", move |tx, desk| {
        work::change_card(tx, desk, &command)?;
        Ok(Settled::to("/krisekort"))
    });
    settled.await
}
