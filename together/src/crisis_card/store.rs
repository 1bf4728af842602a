//! The card: rows to lines and back. Every save writes the line and one more version of it; no version is ever changed.

pub mod follow_ups;

use kernel::access::{Basis, Reason};
use kernel::area::Area;
use kernel::id::RowId;
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use super::rules::{Card, Entry, Said, Save, Slot, Version, What, Zone};

/// The area the card belongs to: what helps when it is bad.
pub const AREA: Area = Area::Safety;

/// Most versions that are read: a card that has seen more shows the newest.
const VERSIONS: usize = 200;

fn must_be_own(own: &Permit) -> Result<(), Error> {
    if own.is_own() { Ok(()) } else { Err(Error::Denied(Reason::NotShared)) }
}

/// The person's card with its history.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn load(tx: &mut Tx<'_>, own: &Permit) -> Result<Card, Error> {
    must_be_own(own)?;
    let looked = tx.row("SELECT looked_at FROM crisis_card_card WHERE person_id = $1", args![own.person()])?;
    Ok(Card { entries: entries(tx, own)?, versions: versions(tx, own)?, looked_at: looked.map(|row| row.time(0)).transpose()? })
}

/// The lines somebody else may see: those the person shows, where the area is open; all of them in danger to life, when the
/// law opens the area without being asked.
///
/// # Errors
/// A fault.
pub fn seen_by(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<Entry>, Error> {
    if !permit.sees(Some(AREA)) {
        return Ok(Vec::new());
    }
    let mut lines = entries(tx, permit)?;
    let all = matches!(permit.basis(), Basis::Own | Basis::Emergency);
    lines.retain(|entry| !entry.said.gone && (all || entry.said.shown));
    Ok(lines)
}

fn entries(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<Entry>, Error> {
    let rows = tx.rows(
        "SELECT entry_id, zone, slot, version, words, phone, shown_at, gone_at FROM crisis_card_entry
         WHERE person_id = $1 ORDER BY made_at, entry_id",
        args![permit.person()],
    )?;
    let read = |row: &Row| {
        let id = row.parsed(0, RowId::parse)?;
        let version = row.int(3)?;
        Ok(Entry {
            zone: row.parsed(1, Zone::parse)?,
            slot: row.parsed(2, Slot::parse)?,
            said: said(permit, "crisis_card_entry", &id, version, row, 4)?,
            version,
            id,
        })
    };
    rows.iter().map(read).collect()
}

fn versions(tx: &mut Tx<'_>, own: &Permit) -> Result<Vec<Version>, Error> {
    let rows = tx.rows(
        "SELECT entry_id, number, change_id, what, words, phone, shown_at, gone_at, at FROM crisis_card_version
         WHERE person_id = $1 ORDER BY at DESC, entry_id, number DESC LIMIT 200",
        args![own.person()],
    )?;
    let read = |row: &Row| {
        let (entry, number) = (row.parsed(0, RowId::parse)?, row.int(1)?);
        Ok(Version {
            change: row.parsed(2, RowId::parse)?,
            what: row.parsed(3, What::parse)?,
            said: said(own, "crisis_card_version", &entry, number, row, 4)?,
            at: row.time(8)?,
            number,
            entry,
        })
    };
    rows.iter().take(VERSIONS).map(read).collect()
}

/// Words, number, shown and gone stand beside each other in both tables. Each version has cells of its own.
fn said(permit: &Permit, table: &'static str, entry: &RowId, number: i64, row: &Row, first: usize) -> Result<Said, Error> {
    let place = place(table, entry, number);
    Ok(Said {
        words: permit.open(Cell::new(table, &place, "words"), row.blob(first)?)?,
        phone: permit.open_or_null(Cell::new(table, &place, "phone"), row.blob_or_null(first + 1)?)?,
        shown: row.text_or_null(first + 2)?.is_some(),
        gone: row.text_or_null(first + 3)?.is_some(),
    })
}

fn place(table: &str, entry: &RowId, number: i64) -> String {
    if table == "crisis_card_entry" { entry.to_string() } else { format!("{entry}/{number}") }
}

/// Saves what was decided as one change, and answers with its id; nothing when there was nothing to save.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn save(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, card: &Card, saves: &[Save]) -> Result<Option<RowId>, Error> {
    must_be_own(own)?;
    if saves.is_empty() {
        return Ok(None);
    }
    let change = RowId::from_bits(desk.bits());
    for save in saves {
        let (entry, number) = match &save.entry {
            None => (make(tx, desk, own, save)?, 1),
            Some(id) => (id.clone(), change_one(tx, desk, own, card, id, &save.said)?),
        };
        note(tx, desk, own, (&change, &entry, number), save)?;
    }
    Ok(Some(change))
}

fn make(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, save: &Save) -> Result<RowId, Error> {
    let id = RowId::from_bits(desk.bits());
    let (words, phone) = sealed(own, "crisis_card_entry", &id, 1, &save.said)?;
    tx.run(
        "INSERT INTO crisis_card_entry (person_id, entry_id, zone, slot, words, phone, shown_at, gone_at, made_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)",
        args![
            own.person(),
            &id,
            save.zone.key(),
            save.slot.key(),
            words,
            phone,
            since(save.said.shown, desk.now()),
            since(save.said.gone, desk.now()),
            desk.now(),
        ],
    )?;
    Ok(id)
}

fn change_one(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, card: &Card, id: &RowId, said: &Said) -> Result<i64, Error> {
    let entry = card.entries.iter().find(|entry| entry.id == *id).ok_or(Error::Missing)?;
    let next = entry.version + 1;
    let (words, phone) = sealed(own, "crisis_card_entry", id, next, said)?;
    let touched = tx.run(
        "UPDATE crisis_card_entry SET words = $1, phone = $2, shown_at = $3, gone_at = $4, version = $5
         WHERE person_id = $6 AND entry_id = $7 AND version = $8",
        args![words, phone, since(said.shown, desk.now()), since(said.gone, desk.now()), next, own.person(), id, entry.version,],
    )?;
    if touched == 1 { Ok(next) } else { Err(Fault::retry("a line of the card was changed meanwhile").into()) }
}

fn note(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    own: &Permit,
    (change, entry, number): (&RowId, &RowId, i64),
    save: &Save,
) -> Result<(), Error> {
    let (words, phone) = sealed(own, "crisis_card_version", entry, number, &save.said)?;
    tx.run(
        "INSERT INTO crisis_card_version (person_id, entry_id, number, change_id, what, words, phone, shown_at, gone_at, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![
            own.person(),
            entry,
            number,
            change,
            save.what.key(),
            words,
            phone,
            since(save.said.shown, desk.now()),
            since(save.said.gone, desk.now()),
            desk.now(),
        ],
    )?;
    Ok(())
}

type Sealed = (Vec<u8>, Option<Vec<u8>>);

fn sealed(own: &Permit, table: &'static str, entry: &RowId, number: i64, said: &Said) -> Result<Sealed, Error> {
    let place = place(table, entry, number);
    let words = own.seal(Cell::new(table, &place, "words"), &said.words)?;
    let phone = said.phone.as_deref().map(|phone| own.seal(Cell::new(table, &place, "phone"), phone)).transpose()?;
    Ok((words, phone))
}

fn since(is: bool, now: Timestamp) -> Option<Timestamp> {
    is.then_some(now)
}

/// The person says that the card fits.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn look_at(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit) -> Result<(), Error> {
    must_be_own(own)?;
    tx.run(
        "INSERT INTO crisis_card_card (person_id, looked_at) VALUES ($1, $2)
         ON CONFLICT (person_id) DO UPDATE SET looked_at = excluded.looked_at",
        args![own.person(), desk.now()],
    )?;
    Ok(())
}
