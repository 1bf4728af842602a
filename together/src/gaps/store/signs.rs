//! Signs that something goes on: accepted steps, contact, and appointments that came to nothing. Ids and times; the words of
//! a step are sealed.

use kernel::id::{PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

/// A next step has been accepted.
///
/// # Errors
/// A fault.
pub fn accepted(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    kind: &str,
    subject: &str,
    words: Option<&str>,
) -> Result<(), Error> {
    let id = RowId::from_bits(desk.bits());
    let cell = Cell::new("gaps_step", id.as_str(), "words");
    tx.run(
        "INSERT INTO gaps_step (person_id, step_id, kind, subject, words, accepted_at) VALUES ($1, $2, $3, $4, $5, $6)",
        args![permit.person(), &id, kind, subject, words.map(|words| permit.seal(cell, words)).transpose()?, desk.now()],
    )?;
    Ok(())
}

/// It came to nothing after all.
///
/// # Errors
/// A fault.
pub fn lost(tx: &mut Tx<'_>, person: &PersonId, subject: &str, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "UPDATE gaps_step SET lost_at = $1 WHERE person_id = $2 AND subject = $3 AND lost_at IS NULL",
        args![now, person, subject],
    )?;
    Ok(())
}

/// Whether a step was accepted since this moment, and stands.
///
/// # Errors
/// A fault.
pub fn stands(tx: &mut Tx<'_>, person: &PersonId, since: Timestamp) -> Result<bool, Error> {
    let row = tx.row(
        "SELECT step_id FROM gaps_step WHERE person_id = $1 AND lost_at IS NULL AND accepted_at >= $2 LIMIT 1",
        args![person, since],
    )?;
    Ok(row.is_some())
}

/// The words of the steps, newest first: what the owner wrote when somebody said yes.
///
/// # Errors
/// A fault.
pub fn steps(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<(String, Timestamp)>, Error> {
    let rows = tx.rows(
        "SELECT step_id, words, accepted_at FROM gaps_step WHERE person_id = $1 AND words IS NOT NULL AND lost_at IS NULL
         ORDER BY accepted_at DESC, step_id LIMIT 20",
        args![permit.person()],
    )?;
    let read = |row: &Row| Ok((permit.open(Cell::new("gaps_step", row.text(0)?, "words"), row.blob(1)?)?, row.time(2)?));
    rows.iter().map(read).collect()
}

/// Somebody has been in touch; look again when it has been silent for so many days.
///
/// # Errors
/// A fault.
pub fn in_touch(tx: &mut Tx<'_>, person: &PersonId, now: Timestamp, days: i64) -> Result<(), Error> {
    tx.run(
        "INSERT INTO gaps_contact (person_id, last_at, look_at) VALUES ($1, $2, $3)
         ON CONFLICT (person_id) DO UPDATE SET last_at = EXCLUDED.last_at, look_at = EXCLUDED.look_at",
        args![person, now, now.plus_days(days)],
    )?;
    Ok(())
}

/// Begins to watch over somebody who has a team and nobody has written to yet.
///
/// # Errors
/// A fault.
pub fn watch(tx: &mut Tx<'_>, person: &PersonId, now: Timestamp, days: i64) -> Result<(), Error> {
    tx.run(
        "INSERT INTO gaps_contact (person_id, last_at, look_at) VALUES ($1, $2, $3) ON CONFLICT (person_id) DO NOTHING",
        args![person, now, now.plus_days(days)],
    )?;
    Ok(())
}

/// Those whose silence is to be looked at, the longest first: ids only.
///
/// # Errors
/// A fault.
pub fn silent(tx: &mut Tx<'_>, now: Timestamp) -> Result<Vec<PersonId>, Error> {
    let rows =
        tx.rows("SELECT person_id FROM gaps_contact WHERE look_at <= $1 ORDER BY look_at, person_id LIMIT 200", args![now])?;
    Ok(rows.iter().map(|row| row.parsed(0, PersonId::parse)).collect::<Result<_, Fault>>()?)
}

/// When somebody was last in touch.
///
/// # Errors
/// A fault.
pub fn last(tx: &mut Tx<'_>, person: &PersonId) -> Result<Option<Timestamp>, Error> {
    let row = tx.row("SELECT last_at FROM gaps_contact WHERE person_id = $1", args![person])?;
    Ok(row.map(|row| row.time(0)).transpose()?)
}

/// Look again then.
///
/// # Errors
/// A fault.
pub fn look_at(tx: &mut Tx<'_>, person: &PersonId, at: Timestamp) -> Result<(), Error> {
    tx.run("UPDATE gaps_contact SET look_at = $1 WHERE person_id = $2", args![at, person])?;
    Ok(())
}

/// Nobody is to be watched over any more: the person is gone.
///
/// # Errors
/// A fault.
pub fn forget(tx: &mut Tx<'_>, person: &PersonId) -> Result<(), Error> {
    tx.run("DELETE FROM gaps_contact WHERE person_id = $1", args![person])?;
    Ok(())
}

/// An appointment came to nothing. Tells how many have since this moment.
///
/// # Errors
/// A fault.
pub fn missed(tx: &mut Tx<'_>, person: &PersonId, subject: &str, now: Timestamp, since: Timestamp) -> Result<i64, Error> {
    tx.run(
        "INSERT INTO gaps_miss (person_id, subject, at) VALUES ($1, $2, $3) ON CONFLICT (person_id, subject) DO NOTHING",
        args![person, subject, now],
    )?;
    tx.run("DELETE FROM gaps_miss WHERE person_id = $1 AND at < $2", args![person, since])?;
    let row = tx.row("SELECT CAST(count(*) AS BIGINT) FROM gaps_miss WHERE person_id = $1", args![person])?;
    Ok(row.map_or(Ok(0), |row| row.int(0))?)
}
