//! Slips: what a place knows of who is on the way. A number for the night and nothing else, so that the place can expect
//! somebody without being told who.

use kernel::id::RowId;
use kernel::time::{Day, Timestamp};
use platform::args;
use platform::db::Tx;
use platform::error::{Error, Fault};

/// One slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slip {
    /// The number one says in the door.
    pub number: i64,
    /// For which night.
    pub night: Day,
    /// When they came.
    pub came_at: Option<Timestamp>,
    /// When it was said that they had not.
    pub missed_at: Option<Timestamp>,
}

/// Gives the next number of the night.
///
/// # Errors
/// A fault when the database says no.
pub fn give(tx: &mut Tx<'_>, place: &RowId, night: Day) -> Result<i64, Error> {
    let row = tx.row(
        "SELECT CAST(COALESCE(max(slip), 0) AS BIGINT) FROM tonight_slip WHERE place_id = $1 AND night = $2",
        args![place, night],
    )?;
    let number = row.ok_or(Fault::new("a count gave no row"))?.int(0)? + 1;
    tx.run("INSERT INTO tonight_slip (place_id, night, slip) VALUES ($1, $2, $3)", args![place, night, number])?;
    Ok(number)
}

/// Those a place expects, from this night on. A slip that was freed is not expected.
///
/// # Errors
/// A fault when the database says no.
pub fn expected(tx: &mut Tx<'_>, place: &RowId, from: Day) -> Result<Vec<Slip>, Error> {
    let rows = tx.rows(
        "SELECT slip, night, came_at, missed_at FROM tonight_slip
         WHERE place_id = $1 AND night >= $2 AND freed_at IS NULL ORDER BY night, slip LIMIT 100",
        args![place, from],
    )?;
    let read = rows.iter().map(|row| {
        Ok(Slip {
            number: row.int(0)?,
            night: row.parsed(1, Day::parse)?,
            came_at: row.time_or_null(2)?,
            missed_at: row.time_or_null(3)?,
        })
    });
    Ok(read.collect::<Result<_, Fault>>()?)
}

/// They came. False when that, or the other, was said before.
///
/// # Errors
/// A fault when the database says no.
pub fn came(tx: &mut Tx<'_>, place: &RowId, slip: &Slip, now: Timestamp) -> Result<bool, Error> {
    let touched = tx.run(
        "UPDATE tonight_slip SET came_at = $1
         WHERE place_id = $2 AND night = $3 AND slip = $4 AND came_at IS NULL AND missed_at IS NULL AND freed_at IS NULL",
        args![now, place, slip.night, slip.number],
    )?;
    Ok(touched == 1)
}

/// They did not come. False when that, or the other, was said before.
///
/// # Errors
/// A fault when the database says no.
pub fn missed(tx: &mut Tx<'_>, place: &RowId, slip: &Slip, now: Timestamp) -> Result<bool, Error> {
    let touched = tx.run(
        "UPDATE tonight_slip SET missed_at = $1
         WHERE place_id = $2 AND night = $3 AND slip = $4 AND came_at IS NULL AND missed_at IS NULL AND freed_at IS NULL",
        args![now, place, slip.night, slip.number],
    )?;
    Ok(touched == 1)
}

/// The person does not come here after all: the place need not wait.
///
/// # Errors
/// A fault when the database says no.
pub fn free(tx: &mut Tx<'_>, place: &RowId, night: Day, number: i64, now: Timestamp) -> Result<bool, Error> {
    let touched = tx.run(
        "UPDATE tonight_slip SET freed_at = $1
         WHERE place_id = $2 AND night = $3 AND slip = $4 AND missed_at IS NULL AND freed_at IS NULL",
        args![now, place, night, number],
    )?;
    Ok(touched == 1)
}

/// One slip as it stands.
///
/// # Errors
/// A fault when the database says no.
pub fn find(tx: &mut Tx<'_>, place: &RowId, night: Day, number: i64) -> Result<Option<Slip>, Error> {
    let row = tx.row(
        "SELECT came_at, missed_at FROM tonight_slip WHERE place_id = $1 AND night = $2 AND slip = $3",
        args![place, night, number],
    )?;
    let read =
        row.map(|row| Ok::<_, Fault>(Slip { number, night, came_at: row.time_or_null(0)?, missed_at: row.time_or_null(1)? }));
    Ok(read.transpose()?)
}
