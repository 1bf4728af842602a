//! Writing places: making one, setting its hours right, describing it anew. Every change leaves its lines in the history.

use kernel::id::OrganisationId;
use kernel::text::Phone;
use kernel::time::Timestamp;
use platform::args;
use platform::db::Tx;
use platform::error::Error;

use crate::places::facts::Facts;
use crate::places::offer::Offer;
use crate::places::rules::{Change, ChangeLine, Opening, State};

/// A place to be made.
#[derive(Clone, Debug)]
pub struct NewPlace {
    /// The word in its address.
    pub key: String,
    /// Who runs it.
    pub organisation: OrganisationId,
    /// Its place in the list.
    pub position: i64,
    /// What it is.
    pub facts: Facts,
    /// Hours and message.
    pub state: State,
}

/// Makes a place.
///
/// # Errors
/// A fault, also when the key is taken.
pub fn insert(tx: &mut Tx<'_>, new: &NewPlace, now: Timestamp) -> Result<(), Error> {
    let message = new.state.message.as_ref();
    tx.run(
        "INSERT INTO places_place (place_key, organisation_id, position, name, phone, offers, door, holiday_hours,
           eve_hours, message, message_until, confirmed_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        args![
            new.key.as_str(),
            &new.organisation,
            new.position,
            new.facts.name.as_str(),
            new.facts.phone.as_ref().map(Phone::stored),
            Offer::stored(&new.facts.offers),
            new.facts.door.stored(),
            new.state.opening.holiday.stored(),
            new.state.opening.eve.stored(),
            message.map(|message| message.text.as_str()),
            message.map(|message| message.until),
            now,
            new.state.version,
        ],
    )?;
    write_directions(tx, &new.key, &new.facts)?;
    write_hours(tx, &new.key, &new.state.opening)
}

/// Saves a change made while looking at version `seen`. False when somebody else was first.
///
/// # Errors
/// A fault when the database says no.
pub fn save(tx: &mut Tx<'_>, key: &str, seen: i64, change: &Change, by: &str, now: Timestamp) -> Result<bool, Error> {
    let (opening, message) = (&change.state.opening, change.state.message.as_ref());
    let touched = tx.run(
        "UPDATE places_place SET holiday_hours = $1, eve_hours = $2, message = $3, message_until = $4, confirmed_at = $5,
           version = $6
         WHERE place_key = $7 AND version = $8",
        args![
            opening.holiday.stored(),
            opening.eve.stored(),
            message.map(|message| message.text.as_str()),
            message.map(|message| message.until),
            now,
            change.state.version,
            key,
            seen,
        ],
    )?;
    if touched == 0 {
        return Ok(false);
    }
    write_hours(tx, key, opening)?;
    note(tx, key, change.state.version, &change.lines, by, now)?;
    Ok(true)
}

/// Describes a place anew, from version `seen` to the next. False when somebody else was first.
///
/// # Errors
/// A fault when the database says no.
pub fn describe(
    tx: &mut Tx<'_>,
    key: &str,
    seen: i64,
    facts: &Facts,
    lines: &[ChangeLine],
    by: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    let version = seen + i64::from(!lines.is_empty());
    let touched = tx.run(
        "UPDATE places_place SET name = $1, phone = $2, offers = $3, door = $4, version = $5
         WHERE place_key = $6 AND version = $7",
        args![
            facts.name.as_str(),
            facts.phone.as_ref().map(Phone::stored),
            Offer::stored(&facts.offers),
            facts.door.stored(),
            version,
            key,
            seen,
        ],
    )?;
    if touched == 0 {
        return Ok(false);
    }
    write_directions(tx, key, facts)?;
    note(tx, key, version, lines, by, now)?;
    Ok(true)
}

/// The place that a new one comes after.
///
/// # Errors
/// A fault when the database says no.
pub fn last_position(tx: &mut Tx<'_>) -> Result<i64, Error> {
    let row = tx.row("SELECT COALESCE(MAX(position), 0) FROM places_place", &[])?;
    Ok(row.map(|row| row.int(0)).transpose()?.unwrap_or(0))
}

fn note(tx: &mut Tx<'_>, key: &str, version: i64, lines: &[ChangeLine], by: &str, now: Timestamp) -> Result<(), Error> {
    for line in lines {
        tx.run(
            "INSERT INTO places_change (place_key, version, field, before_text, after_text, changed_at, changed_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            args![key, version, line.field.as_str(), line.before.as_str(), line.after.as_str(), now, by],
        )?;
    }
    Ok(())
}

fn write_directions(tx: &mut Tx<'_>, key: &str, facts: &Facts) -> Result<(), Error> {
    tx.run("DELETE FROM places_directions WHERE place_key = $1", args![key])?;
    for (language, words) in &facts.directions {
        tx.run(
            "INSERT INTO places_directions (place_key, language, words) VALUES ($1, $2, $3)",
            args![key, language.code(), words.as_str()],
        )?;
    }
    Ok(())
}

/// The week and the single days, written anew: rows of days that are over go away here.
fn write_hours(tx: &mut Tx<'_>, key: &str, opening: &Opening) -> Result<(), Error> {
    tx.run("DELETE FROM places_week WHERE place_key = $1", args![key])?;
    for (weekday, hours) in (1_i64..).zip(&opening.week) {
        tx.run("INSERT INTO places_week (place_key, weekday, hours) VALUES ($1, $2, $3)", args![key, weekday, hours.stored()])?;
    }
    tx.run("DELETE FROM places_exception WHERE place_key = $1", args![key])?;
    for (day, hours) in &opening.exceptions {
        tx.run("INSERT INTO places_exception (place_key, day, hours) VALUES ($1, $2, $3)", args![key, *day, hours.stored()])?;
    }
    Ok(())
}
