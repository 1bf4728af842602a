//! The code of one answer: only its keyed hash is kept. And how often somebody may guess.

use kernel::id::{PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::Permit;
use platform::args;
use platform::db::Tx;
use platform::error::Fault;

/// The window in which wrong tries are counted (ux.md, J9).
pub const WINDOW_S: i64 = 600;
/// Wrong tries of the same code in that window.
pub const TRIES_OF_A_CODE: i64 = 5;
/// Wrong tries of any code in that window, over the whole house: loud, because somebody is searching.
pub const TRIES_OF_ALL: i64 = 300;

/// What kind of guess the rows of the house's table count.
const A_CODE: &str = "answer-code";
const ALL_CODES: &str = "answer-code-all";

/// Whether a live request has this code.
///
/// # Errors
/// A fault when the database says no.
pub fn is_taken(tx: &mut Tx<'_>, hash: &[u8]) -> Result<bool, Fault> {
    Ok(whose(tx, hash)?.is_some())
}

/// Which request a code opens.
///
/// # Errors
/// A fault when the database says no.
pub fn whose(tx: &mut Tx<'_>, hash: &[u8]) -> Result<Option<(PersonId, RowId)>, Fault> {
    let row =
        tx.row("SELECT person_id, request_id FROM help_requests_code WHERE code_hash = $1", args![hash.to_vec()])?;
    row.map(|row| Ok((row.parsed(0, PersonId::parse)?, row.parsed(1, RowId::parse)?))).transpose()
}

/// Gives a request its code; an earlier one opens nothing any more.
///
/// # Errors
/// A fault when the database says no.
pub fn give(tx: &mut Tx<'_>, permit: &Permit, request: &RowId, hash: &[u8]) -> Result<(), Fault> {
    tx.run(
        "INSERT INTO help_requests_code (person_id, request_id, code_hash) VALUES ($1, $2, $3)
         ON CONFLICT (person_id, request_id) DO UPDATE SET code_hash = excluded.code_hash",
        args![permit.person(), request, hash.to_vec()],
    )?;
    Ok(())
}

/// Notes which answer a session was opened for.
///
/// # Errors
/// A fault when the database says no.
pub fn opened(tx: &mut Tx<'_>, person: &PersonId, session: &[u8], request: &RowId) -> Result<(), Fault> {
    tx.run(
        "INSERT INTO help_requests_opened (person_id, session_hash, request_id) VALUES ($1, $2, $3)",
        args![person, session.to_vec(), request],
    )?;
    Ok(())
}

/// Which answer this session was opened for.
///
/// # Errors
/// A fault when the database says no.
pub fn opened_by(tx: &mut Tx<'_>, person: &PersonId, session: &[u8]) -> Result<Option<RowId>, Fault> {
    let row = tx.row(
        "SELECT request_id FROM help_requests_opened WHERE person_id = $1 AND session_hash = $2",
        args![person, session.to_vec()],
    )?;
    row.map(|row| row.parsed(0, RowId::parse)).transpose()
}

/// Seconds to wait before codes are looked at again; nothing when they are looked at now.
///
/// # Errors
/// A fault when the database says no.
pub fn must_wait_s(tx: &mut Tx<'_>, hash: &[u8], now: Timestamp) -> Result<Option<i64>, Fault> {
    let of_code = tries(tx, A_CODE, hash, now)?;
    let of_all = tries(tx, ALL_CODES, b"all", now)?;
    let over = |found: Option<(i64, Timestamp)>, limit: i64| found.filter(|(tries, _)| *tries >= limit);
    let held = over(of_code, TRIES_OF_A_CODE).or(over(of_all, TRIES_OF_ALL));
    Ok(held.map(|(_, opened)| WINDOW_S - now.since_s(opened)))
}

/// Counts a wrong try. True when the ceiling over all codes has just been reached.
///
/// # Errors
/// A fault when the database says no.
pub fn count_wrong(tx: &mut Tx<'_>, hash: &[u8], now: Timestamp) -> Result<bool, Fault> {
    count(tx, A_CODE, hash, now)?;
    Ok(count(tx, ALL_CODES, b"all", now)? == TRIES_OF_ALL)
}

fn tries(tx: &mut Tx<'_>, what: &str, key: &[u8], now: Timestamp) -> Result<Option<(i64, Timestamp)>, Fault> {
    let row = tx.row(
        "SELECT tries, opened_at FROM guess WHERE what = $1 AND key = $2 AND opened_at > $3",
        args![what, key.to_vec(), now.plus_s(-WINDOW_S)],
    )?;
    row.map(|row| Ok((row.int(0)?, row.time(1)?))).transpose()
}

fn count(tx: &mut Tx<'_>, what: &str, key: &[u8], now: Timestamp) -> Result<i64, Fault> {
    let (so_far, opened) = tries(tx, what, key, now)?.unwrap_or((0, now));
    tx.run(
        "INSERT INTO guess (what, key, opened_at, tries) VALUES ($1, $2, $3, $4)
         ON CONFLICT (what, key) DO UPDATE SET opened_at = excluded.opened_at, tries = excluded.tries",
        args![what, key.to_vec(), opened, so_far + 1],
    )?;
    Ok(so_far + 1)
}

/// Removes tries whose window is over.
///
/// # Errors
/// A fault when the database says no.
pub fn forget_tries(tx: &mut Tx<'_>, now: Timestamp) -> Result<(), Fault> {
    tx.run(
        "DELETE FROM guess WHERE what IN ('answer-code', 'answer-code-all') AND opened_at <= $1",
        args![now.plus_s(-WINDOW_S)],
    )?;
    Ok(())
}
