//! Day offers and their number. They are about nobody.

use kernel::capacity::Places;
use kernel::id::{AccountId, OrganisationId, RowId};
use kernel::time::Timestamp;
use platform::access::Desk;
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

use crate::day_places::rules::UnitKind;

/// Offers on one page of a list.
pub const PAGE: usize = 20;

/// What an offer is, apart from its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Which kind.
    pub kind: UnitKind,
    /// What people call it.
    pub name: String,
    /// What one does there.
    pub what: String,
    /// Which days.
    pub days: String,
    /// Where to call.
    pub phone: String,
    /// One is asked not to be under the influence while one is there. The default is that nothing is asked.
    pub clear_headed: bool,
    /// Takes nobody now.
    pub closed: bool,
}

/// A day offer.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its id.
    pub id: RowId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// Its name.
    pub organisation_name: String,
    /// What it is.
    pub about: About,
    /// Its number.
    pub board: Places,
    /// When the number was confirmed.
    pub confirmed_at: Option<Timestamp>,
    /// By whom.
    pub confirmed_by: Option<String>,
    /// How many times it was changed.
    pub version: i64,
}

fn read(row: &Row) -> Result<Unit, Fault> {
    let board = Places::stored(row.int(8)?, row.int(9)?);
    Ok(Unit {
        id: row.parsed(0, RowId::parse)?,
        organisation: row.parsed(1, OrganisationId::parse)?,
        organisation_name: row.text(2)?.to_owned(),
        about: About {
            kind: row.parsed(3, UnitKind::parse)?,
            name: row.text(4)?.to_owned(),
            what: row.text(5)?.to_owned(),
            days: row.text(6)?.to_owned(),
            phone: row.text(7)?.to_owned(),
            clear_headed: row.text_or_null(12)?.is_some(),
            closed: row.text_or_null(13)?.is_some(),
        },
        board: board.ok_or_else(|| Fault::new("a day offer has a number nobody can mean"))?,
        confirmed_at: row.time_or_null(10)?,
        confirmed_by: row.text_or_null(11)?.map(str::to_owned),
        version: row.int(14)?,
    })
}

/// One offer.
///
/// # Errors
/// [`Error::Missing`] or a fault.
pub fn one(tx: &mut Tx<'_>, id: &RowId) -> Result<Unit, Error> {
    let row = tx.row(
        "SELECT u.unit_id, u.organisation_id, o.name, u.kind, u.name, u.what, u.days, u.phone, u.total, u.free, u.confirmed_at,
           a.name, u.clear_headed_since, u.closed_at, u.version
         FROM day_places_unit u
         JOIN organisation o ON o.organisation_id = u.organisation_id
         LEFT JOIN account a ON a.account_id = u.confirmed_by WHERE u.unit_id = $1",
        args![id],
    )?;
    Ok(read(&row.ok_or(Error::Missing)?)?)
}

/// A page of offers by name after the one with this id, and the id after which the next page begins.
///
/// # Errors
/// A fault.
pub fn page(tx: &mut Tx<'_>, after: Option<&RowId>) -> Result<(Vec<Unit>, Option<RowId>), Error> {
    let id = after.map_or("", RowId::as_str);
    let rows = tx.rows(
        "SELECT u.unit_id, u.organisation_id, o.name, u.kind, u.name, u.what, u.days, u.phone, u.total, u.free, u.confirmed_at,
           a.name, u.clear_headed_since, u.closed_at, u.version
         FROM day_places_unit u
         JOIN organisation o ON o.organisation_id = u.organisation_id
         LEFT JOIN account a ON a.account_id = u.confirmed_by
         WHERE (u.name, u.unit_id) > (COALESCE((SELECT l.name FROM day_places_unit l WHERE l.unit_id = $1), ''), $2)
         ORDER BY u.name, u.unit_id LIMIT 21",
        args![id, id],
    )?;
    let shown = rows.get(..PAGE).unwrap_or(&rows);
    let units = shown.iter().map(read).collect::<Result<Vec<Unit>, Fault>>()?;
    let next = units.last().filter(|_| rows.len() > PAGE).map(|last| last.id.clone());
    Ok((units, next))
}

/// Writes a number, when nobody was there in between. A tap by hand confirms it; a place given or left does not.
///
/// # Errors
/// A fault. False when the version is another: nothing was written.
pub fn set(tx: &mut Tx<'_>, desk: &Desk<'_>, unit: &Unit, board: Places, confirms: bool) -> Result<bool, Error> {
    let account = desk.ctx().actor.account.as_ref().map(AccountId::as_str).filter(|_| confirms);
    let touched = tx.run(
        "UPDATE day_places_unit SET total = $1, free = $2, confirmed_at = COALESCE($3, confirmed_at),
           confirmed_by = COALESCE($4, confirmed_by), version = version + 1
         WHERE unit_id = $5 AND version = $6",
        args![i64::from(board.total()), i64::from(board.free()), confirms.then(|| desk.now()), account, &unit.id, unit.version,],
    )?;
    Ok(touched == 1)
}

/// Writes a new offer; whoever makes it confirms its number.
///
/// # Errors
/// A fault.
pub fn insert(tx: &mut Tx<'_>, desk: &Desk<'_>, about: &About, board: Places) -> Result<RowId, Error> {
    let id = RowId::from_bits(desk.bits());
    tx.run(
        "INSERT INTO day_places_unit (unit_id, organisation_id, kind, name, what, days, phone, total, free, confirmed_at,
           confirmed_by, clear_headed_since, closed_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)",
        args![
            &id,
            desk.ctx().actor.employer_id()?,
            about.kind.key(),
            about.name.as_str(),
            about.what.as_str(),
            about.days.as_str(),
            about.phone.as_str(),
            i64::from(board.total()),
            i64::from(board.free()),
            desk.now(),
            desk.ctx().actor.account.as_ref().map(AccountId::as_str),
            about.clear_headed.then(|| desk.now()),
            about.closed.then(|| desk.now()),
        ],
    )?;
    Ok(id)
}

/// Writes what an offer is. The number goes through [`set`], which has looked at the version.
///
/// # Errors
/// A fault.
pub fn describe(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId, about: &About) -> Result<(), Error> {
    tx.run(
        "UPDATE day_places_unit SET kind = $1, name = $2, what = $3, days = $4, phone = $5, clear_headed_since = $6,
           closed_at = $7
         WHERE unit_id = $8",
        args![
            about.kind.key(),
            about.name.as_str(),
            about.what.as_str(),
            about.days.as_str(),
            about.phone.as_str(),
            about.clear_headed.then(|| desk.now()),
            about.closed.then(|| desk.now()),
            id,
        ],
    )?;
    Ok(())
}
