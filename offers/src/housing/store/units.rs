//! Homes: what they are like, the follow-up that comes with them, and whether they are free. Nothing here is about a person.

use kernel::id::{OrganisationId, RowId};
use kernel::time::{Day, Timestamp};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

use crate::housing::fit::{Facts, Support, Trait};
use crate::housing::rules::Refusal;

/// Homes on one page.
pub const PAGE: usize = 50;

/// A home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its id.
    pub id: RowId,
    /// What it is called, with the address.
    pub name: String,
    /// Which part of the town: what is told before anybody has said yes.
    pub part_of_town: String,
    /// What it is like.
    pub traits: Vec<Trait>,
    /// The follow-up that comes with it.
    pub support: Support,
    /// Hours of it in a week.
    pub support_hours: i64,
    /// The rules of the house in plain words.
    pub house_rules: String,
    /// Who owns it.
    pub landlord: String,
    /// From which day it is free; nothing when somebody lives there.
    pub free_from: Option<Day>,
    /// Somebody has it on the table, or lives there.
    pub held: bool,
    /// When somebody said that it stands free.
    pub confirmed_at: Option<Timestamp>,
    /// Who.
    pub confirmed_by: Option<String>,
    /// It is no longer let.
    pub closed: bool,
    /// For an optimistic change.
    pub version: i64,
}

impl Unit {
    /// Whether it can be offered: free now or from a day, let, and on nobody's table.
    #[must_use]
    pub fn can_be_offered(&self) -> bool {
        self.free_from.is_some() && !self.held && !self.closed
    }

    /// As facts beside somebody's wishes.
    #[must_use]
    pub fn facts(&self, mine: bool, declined_on: Option<Day>) -> Facts {
        Facts {
            traits: self.traits.clone(),
            support: self.support,
            free_from: self.free_from,
            held: self.held && !mine && self.free_from.is_some(),
            declined_on,
        }
    }
}

/// A home to be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// What it is called, with the address.
    pub name: String,
    /// Which part of the town.
    pub part_of_town: String,
    /// What it is like.
    pub traits: Vec<Trait>,
    /// The follow-up that comes with it.
    pub support: Support,
    /// Hours of it in a week.
    pub support_hours: i64,
    /// The rules of the house.
    pub house_rules: String,
    /// Who owns it.
    pub landlord: String,
    /// From which day it is free.
    pub free_from: Option<Day>,
}

fn read(row: &Row) -> Result<Unit, Fault> {
    Ok(Unit {
        id: row.parsed(0, RowId::parse)?,
        name: row.text(1)?.to_owned(),
        part_of_town: row.text(2)?.to_owned(),
        traits: Trait::read(row.text(3)?),
        support: row.parsed(4, Support::parse)?,
        support_hours: row.int(5)?,
        house_rules: row.text(6)?.to_owned(),
        landlord: row.text(7)?.to_owned(),
        free_from: row.parsed_or_null(8, Day::parse)?,
        held: row.text_or_null(9)?.is_some(),
        confirmed_at: row.time_or_null(10)?,
        confirmed_by: row.text_or_null(11)?.map(str::to_owned),
        closed: row.text_or_null(12)?.is_some(),
        version: row.int(13)?,
    })
}

/// The homes of a service by name, a page after this one; and where the next page begins.
///
/// # Errors
/// A fault when the database says no.
pub fn page(
    tx: &mut Tx<'_>,
    organisation: &OrganisationId,
    after: Option<&(String, RowId)>,
) -> Result<(Vec<Unit>, Option<(String, RowId)>), Error> {
    let (name, id) = after.map_or(("", ""), |(name, id)| (name.as_str(), id.as_str()));
    let rows = tx.rows(
        "SELECT unit_id, name, part_of_town, traits, support, support_hours, house_rules, landlord, free_from, held_by,
           confirmed_at, confirmed_by, closed_at, version
         FROM housing_unit WHERE organisation_id = $1 AND (name, unit_id) > ($2, $3) ORDER BY name, unit_id LIMIT 51",
        args![organisation, name, id],
    )?;
    let mut found = rows.iter().map(read).collect::<Result<Vec<_>, Fault>>()?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let next = found.last().filter(|_| more).map(|unit| (unit.name.clone(), unit.id.clone()));
    Ok((found, next))
}

/// The homes of a service that are free now or from a day, the first free first: at most a hundred.
///
/// # Errors
/// A fault when the database says no.
pub fn free(tx: &mut Tx<'_>, organisation: &OrganisationId) -> Result<Vec<Unit>, Error> {
    let rows = tx.rows(
        "SELECT unit_id, name, part_of_town, traits, support, support_hours, house_rules, landlord, free_from, held_by,
           confirmed_at, confirmed_by, closed_at, version
         FROM housing_unit WHERE organisation_id = $1 AND free_from IS NOT NULL AND closed_at IS NULL
         ORDER BY free_from, unit_id LIMIT 100",
        args![organisation],
    )?;
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}

/// How many homes of a service can be offered.
///
/// # Errors
/// A fault when the database says no.
pub fn can_be_offered(tx: &mut Tx<'_>, organisation: &OrganisationId) -> Result<i64, Error> {
    let row = tx.row(
        "SELECT count(*) FROM housing_unit
         WHERE organisation_id = $1 AND free_from IS NOT NULL AND closed_at IS NULL AND held_by IS NULL",
        args![organisation],
    )?;
    Ok(row.ok_or(Fault::new("a count gave no row"))?.int(0)?)
}

/// One home, of this service or, for the person, of any.
///
/// # Errors
/// [`Error::Missing`] or a fault.
pub fn load(tx: &mut Tx<'_>, organisation: &OrganisationId, id: &RowId) -> Result<Unit, Error> {
    let row = tx.row(
        "SELECT unit_id, name, part_of_town, traits, support, support_hours, house_rules, landlord, free_from, held_by,
           confirmed_at, confirmed_by, closed_at, version
         FROM housing_unit WHERE organisation_id = $1 AND unit_id = $2",
        args![organisation, id],
    )?;
    Ok(read(&row.ok_or(Error::Missing)?)?)
}

/// Writes a home down.
///
/// # Errors
/// A fault when the database says no.
pub fn insert(
    tx: &mut Tx<'_>,
    id: &RowId,
    organisation: &OrganisationId,
    about: &About,
    by: &str,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO housing_unit (unit_id, organisation_id, name, part_of_town, traits, support, support_hours, house_rules,
           landlord, free_from, confirmed_at, confirmed_by, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)",
        args![
            id,
            organisation,
            about.name.as_str(),
            about.part_of_town.as_str(),
            Trait::stored(&about.traits),
            about.support.key(),
            about.support_hours,
            about.house_rules.as_str(),
            about.landlord.as_str(),
            about.free_from,
            now,
            by,
        ],
    )?;
    Ok(())
}

/// Says from which day a home is free, or that nobody can move in, over the page one has seen.
///
/// # Errors
/// [`Refusal::Changed`] or a fault.
pub fn confirm(
    tx: &mut Tx<'_>,
    seen: &Unit,
    free_from: Option<Day>,
    closed: bool,
    by: &str,
    now: Timestamp,
) -> Result<(), Error> {
    let touched = tx.run(
        "UPDATE housing_unit SET free_from = $1, closed_at = $2, confirmed_at = $3, confirmed_by = $4, version = version + 1
         WHERE unit_id = $5 AND version = $6",
        args![free_from, closed.then_some(now), now, by, &seen.id, seen.version],
    )?;
    if touched == 1 { Ok(()) } else { Err(Refusal::Changed.into()) }
}

/// Puts a home on one person's table. Two who offer it at once meet here, and one of them is told.
///
/// # Errors
/// [`Refusal::UnitTaken`] or a fault.
pub fn hold(tx: &mut Tx<'_>, id: &RowId, by: &RowId) -> Result<(), Error> {
    let touched = tx.run(
        "UPDATE housing_unit SET held_by = $1, version = version + 1
         WHERE unit_id = $2 AND held_by IS NULL AND free_from IS NOT NULL AND closed_at IS NULL",
        args![by, id],
    )?;
    if touched == 1 { Ok(()) } else { Err(Refusal::UnitTaken.into()) }
}

/// The home is free for the next one again.
///
/// # Errors
/// A fault when the database says no.
pub fn let_go(tx: &mut Tx<'_>, id: &RowId, by: &RowId) -> Result<(), Error> {
    tx.run("UPDATE housing_unit SET held_by = NULL, version = version + 1 WHERE unit_id = $1 AND held_by = $2", args![id, by])?;
    Ok(())
}

/// Somebody has moved in: it is theirs by this tenancy.
///
/// # Errors
/// [`Refusal::UnitTaken`] or a fault.
pub fn move_in(tx: &mut Tx<'_>, id: &RowId, offer: &RowId, tenancy: &RowId) -> Result<(), Error> {
    let touched = tx.run(
        "UPDATE housing_unit SET held_by = $1, free_from = NULL, version = version + 1 WHERE unit_id = $2 AND held_by = $3",
        args![tenancy, id, offer],
    )?;
    if touched == 1 { Ok(()) } else { Err(Refusal::UnitTaken.into()) }
}

/// Somebody has moved out: it is free from that day.
///
/// # Errors
/// A fault when the database says no.
pub fn move_out(tx: &mut Tx<'_>, id: &RowId, tenancy: &RowId, day: Day) -> Result<(), Error> {
    tx.run(
        "UPDATE housing_unit SET held_by = NULL, free_from = $1, confirmed_at = NULL, confirmed_by = NULL,
           version = version + 1
         WHERE unit_id = $2 AND held_by = $3",
        args![day, id, tenancy],
    )?;
    Ok(())
}

/// How many are free, of how many, and when the oldest word about one of them was given: for the board.
///
/// # Errors
/// A fault when the database says no.
pub fn counted(tx: &mut Tx<'_>, organisation: &OrganisationId, today: Day) -> Result<(i64, i64, Option<Timestamp>), Error> {
    let row = tx.row(
        "SELECT CAST(count(unit_id) AS BIGINT),
           COALESCE(CAST(sum(CASE WHEN free_from <= $1 AND held_by IS NULL THEN 1 ELSE 0 END) AS BIGINT), 0),
           min(CASE WHEN free_from <= $2 AND held_by IS NULL THEN confirmed_at END)
         FROM housing_unit WHERE organisation_id = $3 AND closed_at IS NULL",
        args![today, today, organisation],
    )?;
    let row = row.ok_or(Fault::new("a count gave no row"))?;
    Ok((row.int(0)?, row.int(1)?, row.time_or_null(2)?))
}
