//! `/steder/{place}/endre`: hours and the message of the day, for those who work there.

use askama::Template;
use kernel::access::Reason;
use kernel::time::Timestamp;
use platform::access::{Desk, Settled};
use platform::db::Tx;
use platform::error::{Error, FieldError};
use platform::frame::{ErrorItem, Frame, Say, error_items};
use platform::web::{Asked, Reply};

use super::form::{DAYS, FIELDS, Typed};
use super::place::is_theirs;
use super::words;
use crate::places::CHARTER;
use crate::places::rules::{Command, No, decide};
use crate::places::store::{self, Changed, Place};

/// One field of the week.
struct DayField {
    name: &'static str,
    label: String,
    value: String,
}

/// One change in words.
struct PastLine {
    what: String,
    before: String,
    after: String,
    when: String,
    by: String,
}

#[derive(Template)]
#[template(path = "places/pages/edit.html")]
struct EditPage {
    frame: Frame,
    t: Say,
    key: String,
    here: String,
    describe: String,
    name: String,
    confirmed: String,
    typed: Typed,
    week: Vec<DayField>,
    errors: Vec<ErrorItem>,
    refused: Option<(String, String)>,
    since: Vec<PastLine>,
    past: Vec<PastLine>,
}

/// The form as things stand.
///
/// # Errors
/// [`Error::Denied`] for the place of another organisation, [`Error::Missing`] or a fault.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let (place, past) = load(&asked).await?;
    let typed = Typed::of(&place.state, asked.ctx.now.day(), &asked.say());
    Reply::page(&page(&asked, &place, &past, typed, &[]))
}

/// Saves what was typed.
///
/// # Errors
/// As [`show`]; what was typed wrong, or came too late, is the same page again.
pub async fn save(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&FIELDS)?;
    let typed = Typed::read(&asked.form);
    let seen: i64 = typed.version.parse().map_err(|_| Error::field("form", "form-unreadable"))?;
    let (opening, message) = match typed.understand(asked.ctx.now.day()) {
        Ok(understood) => understood,
        Err(errors) => {
            let (place, past) = load(&asked).await?;
            return Ok(Reply::page(&page(&asked, &place, &past, typed, &errors))?.status(422));
        }
    };
    let key = asked.param("place").to_owned();
    let command = move |tx: &mut Tx<'_>, desk: &Desk<'_>| {
        let command = Command::Change { seen, opening: Box::new(opening.clone()), message: message.clone() };
        carry_out(tx, desk, &key, command)
    };
    match asked.change(&CHARTER, "change-place", command).await {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(Error::Refused(why)) => refused(&asked, typed, why).await,
        Err(error) => Err(error),
    }
}

/// Says that what stands there is right today.
///
/// # Errors
/// As [`show`].
pub async fn confirm(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let key = asked.param("place").to_owned();
    let command = move |tx: &mut Tx<'_>, desk: &Desk<'_>| carry_out(tx, desk, &key, Command::Confirm);
    let settled = asked.change(&CHARTER, "confirm-place", command).await?;
    Ok(Reply::to(settled.to))
}

fn carry_out(tx: &mut Tx<'_>, desk: &Desk<'_>, key: &str, command: Command) -> Result<Settled, Error> {
    let place = theirs(tx, desk, key)?;
    let now = desk.now();
    let seen = place.state.version;
    let change = decide(&place.state, command, now).map_err(|no| Error::refused(&no))?;
    if !store::save(tx, key, seen, &change, &desk.ctx().actor.name, now)? {
        return Err(Error::refused(&No::Stale));
    }
    desk.note_nobody();
    Ok(Settled::to(format!("/steder/{key}?lagret=ja")))
}

/// The place, when it is the asker's own organisation that runs it.
///
/// # Errors
/// [`Error::Denied`] when it is not, [`Error::Missing`] when there is none.
pub fn theirs(tx: &mut Tx<'_>, desk: &Desk<'_>, key: &str) -> Result<Place, Error> {
    desk.nobody()?;
    let place = store::one(tx, key, desk.ctx().language, desk.now().day())?.ok_or(Error::Missing)?;
    if is_theirs(desk.ctx(), &place) { Ok(place) } else { Err(Error::Denied(Reason::Silence)) }
}

async fn load(asked: &Asked) -> Result<(Place, Vec<Changed>), Error> {
    let key = asked.param("place").to_owned();
    asked
        .view(&CHARTER, move |tx, desk| {
            let place = theirs(tx, desk, &key)?;
            let past = store::changes(tx, &key)?;
            Ok((place, past))
        })
        .await
}

/// The same page with what was typed. Whoever came second sees what was changed meanwhile, and sends again knowing it.
async fn refused(asked: &Asked, mut typed: Typed, why: &'static str) -> Result<Reply, Error> {
    let (place, past) = load(asked).await?;
    let seen: i64 = typed.version.parse().unwrap_or(0);
    let t = asked.say();
    let since = past.iter().filter(|change| change.version > seen && why == "places-stale");
    let since: Vec<PastLine> = since.map(|change| past_line(&t, change, asked.ctx.now)).collect();
    if why == "places-stale" {
        typed.version = place.state.version.to_string();
    }
    let mut page = page(asked, &place, &past, typed, &[]);
    page.refused = Some((
        t.t(&if why == "form-expired" { why.to_owned() } else { format!("refusal-{why}") }),
        if why == "form-expired" { String::new() } else { t.t(&format!("refusal-{why}-remedy")) },
    ));
    page.since = since;
    Ok(Reply::page(&page)?.status(409))
}

fn page(asked: &Asked, place: &Place, past: &[Changed], typed: Typed, errors: &[FieldError]) -> EditPage {
    let (t, now) = (asked.say(), asked.ctx.now);
    let field = |((weekday, name), value): ((usize, &'static str), &String)| DayField {
        name,
        label: words::capital(&t.t(&format!("date-weekday-{weekday}"))),
        value: value.clone(),
    };
    EditPage {
        frame: asked.frame(),
        key: place.key.clone(),
        here: format!("/steder/{}", place.key),
        describe: format!("/steder/{}/om", place.key),
        name: place.facts.name.to_string(),
        confirmed: words::confirmed(&t, place.confirmed_at, now),
        week: (1..).zip(DAYS).zip(&typed.week).map(field).collect(),
        typed,
        errors: error_items(&t, errors),
        refused: None,
        since: Vec::new(),
        past: past.iter().map(|change| past_line(&t, change, now)).collect(),
        t,
    }
}

fn past_line(t: &Say, change: &Changed, now: Timestamp) -> PastLine {
    PastLine {
        what: words::changed_field(t, &change.field),
        before: words::changed_value(t, &change.field, &change.before),
        after: words::changed_value(t, &change.field, &change.after),
        when: t.when(change.at, now),
        by: change.by.clone(),
    }
}
