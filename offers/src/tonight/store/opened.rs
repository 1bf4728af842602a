//! Which sessions were opened with the code of a night. A code opens one answer: another part's code does not open this one.

use kernel::id::PersonId;
use platform::access::Permit;
use platform::args;
use platform::db::Tx;
use platform::error::Error;

/// Notes that this session was opened here.
///
/// # Errors
/// A fault when the database says no.
pub fn note(tx: &mut Tx<'_>, person: &PersonId, session: &[u8]) -> Result<(), Error> {
    tx.run("INSERT INTO tonight_opened (person_id, session_hash) VALUES ($1, $2)", args![person, session.to_vec()])?;
    Ok(())
}

/// Whether this session was opened here.
///
/// # Errors
/// A fault when the database says no.
pub fn here(tx: &mut Tx<'_>, own: &Permit, session: &[u8]) -> Result<bool, Error> {
    let row = tx.row(
        "SELECT person_id FROM tonight_opened WHERE person_id = $1 AND session_hash = $2",
        args![own.person(), session.to_vec()],
    )?;
    Ok(row.is_some())
}
