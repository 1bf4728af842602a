//! Places to sleep: what they are like, how many are free, when that was confirmed, and the mark of the municipality's
//! check. Nothing here is about a person.

use kernel::capacity::Places;
use kernel::id::{OrganisationId, RowId};
use kernel::time::{Day, Timestamp};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

use crate::tonight::rules::Refusal;
use crate::tonight::traits::{Quality, Trait};

/// Places on one page.
pub const PAGE: usize = 50;

/// A place to sleep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its id.
    pub id: RowId,
    /// Who runs it.
    pub organisation: OrganisationId,
    /// Their name.
    pub organisation_name: String,
    /// What it is called.
    pub name: String,
    /// The phone beside the number.
    pub phone: String,
    /// Which part of the town.
    pub part_of_town: String,
    /// What it is like.
    pub traits: Vec<Trait>,
    /// How many places, and how many are free.
    pub places: Places,
    /// When the number was confirmed.
    pub confirmed_at: Option<Timestamp>,
    /// By whom.
    pub confirmed_by: Option<String>,
    /// The mark of the municipality's check, with its day.
    pub quality: Option<(Quality, Day)>,
    /// What the check found.
    pub quality_words: Option<String>,
    /// Whether it stands on the page that everyone can read.
    pub open_to_all: bool,
    /// It takes nobody for now.
    pub closed: bool,
    /// For an optimistic change.
    pub version: i64,
}

/// What is written down about a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// What it is called.
    pub name: String,
    /// The phone.
    pub phone: String,
    /// Which part of the town.
    pub part_of_town: String,
    /// What it is like.
    pub traits: Vec<Trait>,
    /// Whether everyone may read about it.
    pub open_to_all: bool,
}

const PLACES: &str = "SELECT p.place_id, p.organisation_id, o.name, p.name, p.phone, p.part_of_town, p.traits, p.total, p.free,
       p.confirmed_at, p.confirmed_by, p.quality, p.quality_on, p.quality_words, p.open_to_all_at, p.closed_at, p.version
     FROM tonight_place p JOIN organisation o ON o.organisation_id = p.organisation_id
     WHERE p.municipality = $1 AND (p.name, p.place_id) > ($2, $3)
     ORDER BY p.name, p.place_id LIMIT 51";

fn read(row: &Row) -> Result<Place, Fault> {
    let quality = row.parsed_or_null(11, Quality::parse)?;
    let on = row.parsed_or_null(12, Day::parse)?;
    let places = Places::stored(row.int(7)?, row.int(8)?);
    Ok(Place {
        id: row.parsed(0, RowId::parse)?,
        organisation: row.parsed(1, OrganisationId::parse)?,
        organisation_name: row.text(2)?.to_owned(),
        name: row.text(3)?.to_owned(),
        phone: row.text(4)?.to_owned(),
        part_of_town: row.text(5)?.to_owned(),
        traits: Trait::read(row.text(6)?),
        places: places.ok_or_else(|| Fault::new("a place has more free places than places"))?,
        confirmed_at: row.time_or_null(9)?,
        confirmed_by: row.text_or_null(10)?.map(str::to_owned),
        quality: quality.zip(on),
        quality_words: row.text_or_null(13)?.map(str::to_owned),
        open_to_all: row.text_or_null(14)?.is_some(),
        closed: row.text_or_null(15)?.is_some(),
        version: row.int(16)?,
    })
}

/// The places of a municipality by name, a page after this one; and where the next page begins.
///
/// # Errors
/// A fault when the database says no.
pub fn page(
    tx: &mut Tx<'_>,
    municipality: &str,
    after: Option<&(String, RowId)>,
) -> Result<(Vec<Place>, Option<(String, RowId)>), Error> {
    let (name, id) = after.map_or(("", ""), |(name, id)| (name.as_str(), id.as_str()));
    let rows = tx.rows(PLACES, args![municipality, name, id])?;
    let mut found = rows.iter().map(read).collect::<Result<Vec<_>, Fault>>()?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let next = found.last().filter(|_| more).map(|place| (place.name.clone(), place.id.clone()));
    Ok((found, next))
}

/// One place.
///
/// # Errors
/// [`Error::Missing`] or a fault.
pub fn load(tx: &mut Tx<'_>, id: &RowId) -> Result<Place, Error> {
    let row = tx.row(
        "SELECT p.place_id, p.organisation_id, o.name, p.name, p.phone, p.part_of_town, p.traits, p.total, p.free,
           p.confirmed_at, p.confirmed_by, p.quality, p.quality_on, p.quality_words, p.open_to_all_at, p.closed_at, p.version
         FROM tonight_place p JOIN organisation o ON o.organisation_id = p.organisation_id
         WHERE p.place_id = $1",
        args![id],
    )?;
    Ok(read(&row.ok_or(Error::Missing)?)?)
}

/// Writes a new place, with nobody's word for how many are free.
///
/// # Errors
/// A fault when the database says no.
pub fn insert(
    tx: &mut Tx<'_>,
    id: &RowId,
    municipality: &str,
    organisation: &OrganisationId,
    about: &About,
    total: u16,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO tonight_place (place_id, organisation_id, municipality, name, phone, part_of_town, traits, total, free,
           open_to_all_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, 1)",
        args![
            id,
            organisation,
            municipality,
            about.name.as_str(),
            about.phone.as_str(),
            about.part_of_town.as_str(),
            Trait::stored(&about.traits),
            i64::from(total),
            about.open_to_all.then_some(now),
        ],
    )?;
    Ok(())
}

/// Says how many are free, over the page one has seen: a place that was given meanwhile is not given twice.
///
/// # Errors
/// [`Refusal::Changed`] or a fault.
pub fn confirm(tx: &mut Tx<'_>, seen: &Place, places: Places, by: &str, now: Timestamp) -> Result<(), Error> {
    let touched = tx.run(
        "UPDATE tonight_place SET total = $1, free = $2, confirmed_at = $3, confirmed_by = $4, version = version + 1
         WHERE place_id = $5 AND version = $6",
        args![i64::from(places.total()), i64::from(places.free()), now, by, &seen.id, seen.version],
    )?;
    if touched == 1 { Ok(()) } else { Err(Refusal::Changed.into()) }
}

/// Takes one place. The number in the database decides, so that the last one is given once.
///
/// # Errors
/// [`Refusal::Full`] or a fault.
pub fn take(tx: &mut Tx<'_>, id: &RowId) -> Result<(), Error> {
    let touched = tx.run(
        "UPDATE tonight_place SET free = free - 1, version = version + 1
         WHERE place_id = $1 AND free > 0 AND closed_at IS NULL",
        args![id],
    )?;
    if touched == 1 { Ok(()) } else { Err(Refusal::Full.into()) }
}

/// Gives one place back, where there is one to give: whoever confirmed the number meanwhile has counted it already.
///
/// # Errors
/// A fault when the database says no.
pub fn give_back(tx: &mut Tx<'_>, id: &RowId, taken_at: Timestamp) -> Result<(), Error> {
    tx.run(
        "UPDATE tonight_place SET free = free + 1, version = version + 1
         WHERE place_id = $1 AND free < total AND (confirmed_at IS NULL OR confirmed_at <= $2)",
        args![id, taken_at],
    )?;
    Ok(())
}

/// The municipality's check.
///
/// # Errors
/// [`Refusal::Changed`] or a fault.
pub fn mark(tx: &mut Tx<'_>, seen: &Place, quality: Quality, words: Option<&str>, on: Day) -> Result<(), Error> {
    let touched = tx.run(
        "UPDATE tonight_place SET quality = $1, quality_on = $2, quality_words = $3, version = version + 1
         WHERE place_id = $4 AND version = $5",
        args![quality.key(), on, words, &seen.id, seen.version],
    )?;
    if touched == 1 { Ok(()) } else { Err(Refusal::Changed.into()) }
}

/// Takes nobody for now, or takes people again.
///
/// # Errors
/// [`Refusal::Changed`] or a fault.
pub fn close(tx: &mut Tx<'_>, seen: &Place, at: Option<Timestamp>) -> Result<(), Error> {
    let touched = tx.run(
        "UPDATE tonight_place SET closed_at = $1, version = version + 1 WHERE place_id = $2 AND version = $3",
        args![at, &seen.id, seen.version],
    )?;
    if touched == 1 { Ok(()) } else { Err(Refusal::Changed.into()) }
}
