//! The code of one answer: only its keyed hash is kept. And how often somebody may guess.

use kernel::id::{PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::Permit;
use platform::args;
use platform::db::Tx;
use platform::error::Fault;
use platform::guess::Limit;

/// Wrong tries of the same code (ux.md, J9).
pub const OF_A_CODE: Limit = Limit { what: "answer-code", tries: 5, window_s: 600 };
/// Wrong tries of any code, over the whole house: loud, because somebody is searching.
pub const OF_ALL: Limit = Limit { what: "answer-code-all", tries: 300, window_s: 600 };

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
    let row = tx.row("SELECT person_id, request_id FROM help_requests_code WHERE code_hash = $1", args![hash.to_vec()])?;
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
    let of_code = OF_A_CODE.must_wait_s(tx, hash, now)?;
    let of_all = OF_ALL.must_wait_s(tx, b"all", now)?;
    Ok(of_code.or(of_all))
}

/// Counts a wrong try. True when the ceiling over all codes has just been reached.
///
/// # Errors
/// A fault when the database says no.
pub fn count_wrong(tx: &mut Tx<'_>, hash: &[u8], now: Timestamp) -> Result<bool, Fault> {
    OF_A_CODE.count_wrong(tx, hash, now)?;
    Ok(OF_ALL.count_wrong(tx, b"all", now)? == OF_ALL.tries)
}

/// Removes tries whose window is over.
///
/// # Errors
/// A fault when the database says no.
pub fn forget_tries(tx: &mut Tx<'_>, now: Timestamp) -> Result<(), Fault> {
    OF_A_CODE.forget_old(tx, now)?;
    OF_ALL.forget_old(tx, now)
}
