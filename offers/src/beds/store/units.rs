//! Units and their number: rows to boards and back. They are about nobody.

use kernel::capacity::{Expected, Places};
use kernel::id::{AccountId, OrganisationId, RowId};
use kernel::time::{Day, Timestamp};
use platform::access::Desk;
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

use crate::beds::choices::UnitKind;

/// Units on one page of a list.
pub const PAGE: usize = 20;

/// What a unit is, apart from its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Which kind.
    pub kind: UnitKind,
    /// What people call it.
    pub name: String,
    /// Whom it is for.
    pub target: String,
    /// Where to call.
    pub phone: String,
    /// Takes people without a referral.
    pub without_referral: bool,
    /// Takes nobody now.
    pub closed: bool,
}

/// A unit.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its id.
    pub id: RowId,
    /// Whose it is.
    pub organisation: OrganisationId,
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
    let board = Places::stored(row.int(6)?, row.int(7)?).ok_or_else(|| Fault::new("a unit has a number nobody can mean"))?;
    let expected = match (row.int_or_null(8)?, row.time_or_null(9)?) {
        (Some(free), Some(at)) => u16::try_from(free).ok().map(|free| Expected { free, at }),
        _ => None,
    };
    Ok(Unit {
        id: row.parsed(0, RowId::parse)?,
        organisation: row.parsed(1, OrganisationId::parse)?,
        about: About {
            kind: row.parsed(2, UnitKind::parse)?,
            name: row.text(3)?.to_owned(),
            target: row.text(4)?.to_owned(),
            phone: row.text(5)?.to_owned(),
            without_referral: row.text_or_null(12)?.is_some(),
            closed: row.text_or_null(13)?.is_some(),
        },
        board: board.with_stored(expected),
        confirmed_at: row.time_or_null(10)?,
        confirmed_by: row.text_or_null(11)?.map(str::to_owned),
        version: row.int(14)?,
    })
}

/// One unit.
///
/// # Errors
/// [`Error::Missing`] or a fault.
pub fn one(tx: &mut Tx<'_>, id: &RowId) -> Result<Unit, Error> {
    let row = tx.row(
        "SELECT u.unit_id, u.organisation_id, u.kind, u.name, u.target, u.phone, u.total, u.free, u.expected_free,
           u.expected_at, u.confirmed_at, a.name, u.without_referral_since, u.closed_at, u.version
         FROM beds_unit u LEFT JOIN account a ON a.account_id = u.confirmed_by WHERE u.unit_id = $1",
        args![id],
    )?;
    Ok(read(&row.ok_or(Error::Missing)?)?)
}

/// A page of units by name after the unit with this id, and the id after which the next page begins.
///
/// # Errors
/// A fault.
pub fn page(tx: &mut Tx<'_>, after: Option<&RowId>) -> Result<(Vec<Unit>, Option<RowId>), Error> {
    let id = after.map_or("", RowId::as_str);
    let rows = tx.rows(
        "SELECT u.unit_id, u.organisation_id, u.kind, u.name, u.target, u.phone, u.total, u.free, u.expected_free,
           u.expected_at, u.confirmed_at, a.name, u.without_referral_since, u.closed_at, u.version
         FROM beds_unit u LEFT JOIN account a ON a.account_id = u.confirmed_by
         WHERE (u.name, u.unit_id) > (COALESCE((SELECT l.name FROM beds_unit l WHERE l.unit_id = $1), ''), $2)
         ORDER BY u.name, u.unit_id LIMIT 21",
        args![id, id],
    )?;
    paged(&rows)
}

fn paged(rows: &[Row]) -> Result<(Vec<Unit>, Option<RowId>), Error> {
    let shown = rows.get(..PAGE).unwrap_or(rows);
    let units = shown.iter().map(read).collect::<Result<Vec<Unit>, Fault>>()?;
    let next = units.last().filter(|_| rows.len() > PAGE).map(|last| last.id.clone());
    Ok((units, next))
}

/// As [`page`], of those that take people without a referral now.
///
/// # Errors
/// A fault.
pub fn without_referral(tx: &mut Tx<'_>, after: Option<&RowId>) -> Result<(Vec<Unit>, Option<RowId>), Error> {
    let id = after.map_or("", RowId::as_str);
    let rows = tx.rows(
        "SELECT u.unit_id, u.organisation_id, u.kind, u.name, u.target, u.phone, u.total, u.free, u.expected_free,
           u.expected_at, u.confirmed_at, a.name, u.without_referral_since, u.closed_at, u.version
         FROM beds_unit u LEFT JOIN account a ON a.account_id = u.confirmed_by
         WHERE (u.name, u.unit_id) > (COALESCE((SELECT l.name FROM beds_unit l WHERE l.unit_id = $1), ''), $2)
           AND u.without_referral_since IS NOT NULL AND u.closed_at IS NULL
         ORDER BY u.name, u.unit_id LIMIT 21",
        args![id, id],
    )?;
    paged(&rows)
}

/// The first units by name that have a place free and take people now. Every name comes after the empty one: it lets the index
/// be read from its first name on.
///
/// # Errors
/// A fault.
pub fn with_free(tx: &mut Tx<'_>) -> Result<Vec<Unit>, Error> {
    let rows = tx.rows(
        "SELECT u.unit_id, u.organisation_id, u.kind, u.name, u.target, u.phone, u.total, u.free, u.expected_free,
           u.expected_at, u.confirmed_at, a.name, u.without_referral_since, u.closed_at, u.version
         FROM beds_unit u LEFT JOIN account a ON a.account_id = u.confirmed_by
         WHERE u.name > '' AND u.free > 0 AND u.closed_at IS NULL ORDER BY u.name, u.unit_id LIMIT 5",
        args![],
    )?;
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}

/// The units of one organisation.
///
/// # Errors
/// A fault.
pub fn of(tx: &mut Tx<'_>, organisation: &OrganisationId) -> Result<Vec<Unit>, Error> {
    let rows = tx.rows(
        "SELECT u.unit_id, u.organisation_id, u.kind, u.name, u.target, u.phone, u.total, u.free, u.expected_free,
           u.expected_at, u.confirmed_at, a.name, u.without_referral_since, u.closed_at, u.version
         FROM beds_unit u LEFT JOIN account a ON a.account_id = u.confirmed_by
         WHERE u.organisation_id = $1 ORDER BY u.name, u.unit_id LIMIT 50",
        args![organisation],
    )?;
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}

/// What a unit's number becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touch {
    /// Somebody has looked at the board: the number is confirmed as it is now.
    Confirms,
    /// A stay moved it: nobody has looked at the board.
    Moves,
}

/// Writes a unit's number, when nobody was there in between.
///
/// # Errors
/// A fault. False when the version is another: nothing was written.
pub fn set(tx: &mut Tx<'_>, desk: &Desk<'_>, unit: &Unit, board: Places, touch: Touch) -> Result<bool, Error> {
    let expected = board.expected_as_written();
    let (confirmed_at, confirmed_by) = match touch {
        Touch::Confirms => (Some(desk.now()), desk.ctx().actor.account.as_ref().map(AccountId::as_str)),
        Touch::Moves => (None, None),
    };
    let touched = tx.run(
        "UPDATE beds_unit SET total = $1, free = $2, expected_free = $3, expected_at = $4,
           confirmed_at = COALESCE($5, confirmed_at), confirmed_by = COALESCE($6, confirmed_by), version = version + 1
         WHERE unit_id = $7 AND version = $8",
        args![
            i64::from(board.total()),
            i64::from(board.free()),
            expected.map(|expected| i64::from(expected.free)),
            expected.map(|expected| expected.at),
            confirmed_at,
            confirmed_by,
            &unit.id,
            unit.version,
        ],
    )?;
    Ok(touched == 1)
}

/// Writes a new unit, without a number anybody has confirmed but whoever makes it.
///
/// # Errors
/// A fault.
pub fn insert(tx: &mut Tx<'_>, desk: &Desk<'_>, owner: &OrganisationId, about: &About, board: Places) -> Result<RowId, Error> {
    let id = RowId::from_bits(desk.bits());
    let expected = board.expected_as_written();
    tx.run(
        "INSERT INTO beds_unit (unit_id, organisation_id, kind, name, target, phone, total, free, expected_free, expected_at,
           confirmed_at, confirmed_by, without_referral_since, closed_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1)",
        args![
            &id,
            owner,
            about.kind.key(),
            about.name.as_str(),
            about.target.as_str(),
            about.phone.as_str(),
            i64::from(board.total()),
            i64::from(board.free()),
            expected.map(|expected| i64::from(expected.free)),
            expected.map(|expected| expected.at),
            desk.now(),
            desk.ctx().actor.account.as_ref().map(AccountId::as_str),
            about.without_referral.then(|| desk.now()),
            about.closed.then(|| desk.now()),
        ],
    )?;
    Ok(id)
}

/// Writes what a unit is. The number goes through [`set`], which has looked at the version.
///
/// # Errors
/// A fault.
pub fn describe(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId, about: &About) -> Result<(), Error> {
    tx.run(
        "UPDATE beds_unit SET kind = $1, name = $2, target = $3, phone = $4, without_referral_since = $5, closed_at = $6
         WHERE unit_id = $7",
        args![
            about.kind.key(),
            about.name.as_str(),
            about.target.as_str(),
            about.phone.as_str(),
            about.without_referral.then(|| desk.now()),
            about.closed.then(|| desk.now()),
            id,
        ],
    )?;
    Ok(())
}

/// One day of a unit in figures. About nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayFigures {
    /// Which day.
    pub day: Day,
    /// Places.
    pub total: i64,
    /// Free at the end of it, or now.
    pub free: i64,
    /// Questions that came.
    pub asked: i64,
    /// Times the ward said no.
    pub refused: i64,
}

/// What is counted besides the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// A question came.
    Asked,
    /// The ward said no.
    Refused,
    /// Only the board.
    Board,
}

/// Writes the day's row with the number as it is, and counts one more.
///
/// # Errors
/// A fault.
pub fn count(tx: &mut Tx<'_>, unit: &RowId, board: Places, day: Day, count: Count) -> Result<(), Error> {
    let (asked, refused) = match count {
        Count::Asked => (1_i64, 0_i64),
        Count::Refused => (0, 1),
        Count::Board => (0, 0),
    };
    tx.run(
        "INSERT INTO beds_day (unit_id, day, total, free, asked, refused) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (unit_id, day) DO UPDATE SET total = excluded.total, free = excluded.free,
           asked = beds_day.asked + excluded.asked, refused = beds_day.refused + excluded.refused",
        args![unit, day, i64::from(board.total()), i64::from(board.free()), asked, refused],
    )?;
    Ok(())
}

/// The figures of a unit since a day, the newest first.
///
/// # Errors
/// A fault.
pub fn figures(tx: &mut Tx<'_>, unit: &RowId, since: Day) -> Result<Vec<DayFigures>, Error> {
    let rows = tx.rows(
        "SELECT day, total, free, asked, refused FROM beds_day WHERE unit_id = $1 AND day >= $2 ORDER BY day DESC LIMIT 100",
        args![unit, since],
    )?;
    let read = |row: &Row| {
        Ok(DayFigures {
            day: row.parsed(0, Day::parse)?,
            total: row.int(1)?,
            free: row.int(2)?,
            asked: row.int(3)?,
            refused: row.int(4)?,
        })
    };
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}
