//! Rows of places. They are about nobody, so no permit is asked for; who may change them is `web`'s and the desk's.

mod write;

use std::collections::BTreeMap;

use kernel::id::OrganisationId;
use kernel::language::Language;
use kernel::text::{Phone, Text};
use kernel::time::{Day, Timestamp};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

pub use write::{NewPlace, describe, insert, last_position, save};

use super::door::Door;
use super::facts::Facts;
use super::hours::{DayRule, Hours};
use super::offer::Offer;
use super::rules::{Message, Opening, State, WEEKDAYS};

/// Longest message, in characters: one line on a phone, two with large letters.
pub const MESSAGE_CHARS: usize = 120;
/// Longest directions, in characters: what one remembers while walking.
pub const DIRECTIONS_CHARS: usize = 400;
/// Longest name, in characters.
pub const NAME_CHARS: usize = 60;

/// A place as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The word in its address.
    pub key: String,
    /// Who runs it.
    pub organisation: OrganisationId,
    /// Their name.
    pub run_by: String,
    /// What it is; its directions have the wanted language first.
    pub facts: Facts,
    /// Hours, message, version.
    pub state: State,
    /// When somebody who works there last said that it is right.
    pub confirmed_at: Timestamp,
}

/// One change, for the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The version it made.
    pub version: i64,
    /// Which field, as [`super::rules::ChangeLine::field`].
    pub field: String,
    /// Before, as stored.
    pub before: String,
    /// After, as stored.
    pub after: String,
    /// When.
    pub at: Timestamp,
    /// The employee's name.
    pub by: String,
}

/// Every place, in the order of the list.
///
/// # Errors
/// A fault when a row cannot be read.
pub fn all(tx: &mut Tx<'_>, language: Language, today: Day) -> Result<Vec<Place>, Error> {
    let rows = tx.rows(
        "SELECT p.place_key, p.organisation_id, o.name, p.name, p.phone, p.offers, p.door, p.holiday_hours, p.eve_hours,
           p.message, p.message_until, p.confirmed_at, p.version
         FROM places_place p JOIN organisation o ON o.organisation_id = p.organisation_id
         ORDER BY p.position, p.place_key",
        &[],
    )?;
    let weeks = tx.rows("SELECT place_key, weekday, hours FROM places_week", &[])?;
    let days = tx.rows(
        "SELECT place_key, day, hours FROM places_exception WHERE day >= $1",
        // Hours of last night may still be running.
        args![today.plus(-1)],
    )?;
    let words = tx.rows("SELECT place_key, language, words FROM places_directions", &[])?;
    let belong = |rows: &[Row], key: &str| -> Vec<Row> {
        rows.iter().filter(|row| row.text(0).is_ok_and(|of| of == key)).cloned().collect()
    };
    let mut places = Vec::new();
    for row in &rows {
        let key = row.text(0)?;
        let (week, days, words) = (belong(&weeks, key), belong(&days, key), belong(&words, key));
        places.push(place(row, &week, &days, &words, language, today)?);
    }
    Ok(places)
}

/// One place, or nothing under this key.
///
/// # Errors
/// As [`all`].
pub fn one(tx: &mut Tx<'_>, key: &str, language: Language, today: Day) -> Result<Option<Place>, Error> {
    let found = tx.row(
        "SELECT p.place_key, p.organisation_id, o.name, p.name, p.phone, p.offers, p.door, p.holiday_hours, p.eve_hours,
           p.message, p.message_until, p.confirmed_at, p.version
         FROM places_place p JOIN organisation o ON o.organisation_id = p.organisation_id
         WHERE p.place_key = $1",
        args![key],
    )?;
    let Some(row) = found else { return Ok(None) };
    let week = tx.rows("SELECT place_key, weekday, hours FROM places_week WHERE place_key = $1", args![key])?;
    let days = tx.rows(
        "SELECT place_key, day, hours FROM places_exception WHERE place_key = $1 AND day >= $2",
        args![key, today.plus(-1)],
    )?;
    let words = tx.rows("SELECT place_key, language, words FROM places_directions WHERE place_key = $1", args![key])?;
    place(&row, &week, &days, &words, language, today).map(Some)
}

fn place(row: &Row, week: &[Row], days: &[Row], words: &[Row], language: Language, today: Day) -> Result<Place, Error> {
    let mut opening = Opening {
        week: [const { Hours::CLOSED }; 7],
        holiday: row.parsed(7, DayRule::from_stored)?,
        eve: row.parsed(8, DayRule::from_stored)?,
        exceptions: BTreeMap::new(),
    };
    for of in week {
        let at = usize::try_from(of.int(1)?).unwrap_or(0).wrapping_sub(1);
        if let Some(hours) = opening.week.get_mut(at) {
            *hours = of.parsed(2, Hours::from_stored)?;
        }
    }
    for of in days {
        opening.exceptions.insert(of.parsed(1, Day::parse)?, of.parsed(2, Hours::from_stored)?);
    }
    Ok(Place {
        key: row.text(0)?.to_owned(),
        organisation: row.parsed(1, OrganisationId::parse)?,
        run_by: row.text(2)?.to_owned(),
        facts: Facts {
            name: row.parsed(3, |name| Text::parse(name, NAME_CHARS).ok())?,
            phone: row.parsed_or_null(4, Phone::parse)?,
            offers: row.parsed(5, Offer::list)?,
            door: row.parsed(6, Door::from_stored)?,
            directions: directions(words, language)?,
        },
        state: State { opening, message: message(row, today)?, version: row.int(12)? },
        confirmed_at: row.time(11)?,
    })
}

/// A message that is over is not there any more, whether or not anybody has tidied up.
fn message(row: &Row, today: Day) -> Result<Option<Message>, Fault> {
    let text = row.parsed_or_null(9, |text| Text::parse(text, MESSAGE_CHARS).ok())?;
    let until = row.parsed_or_null(10, Day::parse)?;
    Ok(text.zip(until).map(|(text, until)| Message { text, until }).filter(|message| message.until >= today))
}

/// In the wanted language first, then in Bokmål, then in the others there are.
fn directions(rows: &[Row], wanted: Language) -> Result<Vec<(Language, Text)>, Fault> {
    let mut found = Vec::new();
    for row in rows {
        let words = row.parsed(2, |words| Text::parse(words, DIRECTIONS_CHARS).ok())?;
        found.push((row.parsed(1, Language::parse)?, words));
    }
    found.sort_by_key(|(language, _)| (*language != wanted, *language));
    Ok(found)
}

/// The latest changes, newest first.
///
/// # Errors
/// A fault when a row cannot be read.
pub fn changes(tx: &mut Tx<'_>, key: &str) -> Result<Vec<Changed>, Error> {
    let rows = tx.rows(
        "SELECT version, field, before_text, after_text, changed_at, changed_by FROM places_change
         WHERE place_key = $1 ORDER BY version DESC, field LIMIT 60",
        args![key],
    )?;
    let mut found = Vec::new();
    for row in &rows {
        found.push(Changed {
            version: row.int(0)?,
            field: row.text(1)?.to_owned(),
            before: row.text(2)?.to_owned(),
            after: row.text(3)?.to_owned(),
            at: row.time(4)?,
            by: row.text(5)?.to_owned(),
        });
    }
    found.sort_by_key(|change| (-change.version, place_of(&change.field)));
    Ok(found)
}

/// Message first, then the week in its order, then the rest.
fn place_of(field: &str) -> (usize, String) {
    let facts = ["name", "phone", "offers", "door", "way-nb", "way-nn", "way-en"];
    let order = ["message", "message-until"].into_iter().chain(WEEKDAYS).chain(["holiday", "eve"]).chain(facts);
    let at = order.into_iter().position(|known| known == field).unwrap_or(usize::MAX);
    (at, field.to_owned())
}
