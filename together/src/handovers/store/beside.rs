//! What is said and wished beside a hand-over, and who was asked before.

use kernel::id::{OrganisationId, RowId};
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::Tx;
use platform::error::{Error, Fault};
use platform::keys::Cell;

use super::{Handover, happened};

/// What somebody said with it: a question, an answer, a reason.
///
/// # Errors
/// A fault.
pub fn say(tx: &mut Tx<'_>, permit: &Permit, id: &RowId, number: i64, words: &str) -> Result<(), Error> {
    let row = format!("{id}/{number}");
    tx.run(
        "UPDATE handovers_event SET words = $1 WHERE person_id = $2 AND handover_id = $3 AND number = $4",
        args![permit.seal(Cell::new("handovers_event", &row, "words"), words)?, permit.person(), id, number],
    )?;
    Ok(())
}

/// Something is written beside it that changes nothing: what the person wishes.
///
/// # Errors
/// A fault; two who wrote at the same moment are run again.
pub fn note(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, one: &Handover, (what, words): (&str, &str)) -> Result<(), Error> {
    let touched = tx.run(
        "UPDATE handovers_baton SET version = $1 WHERE person_id = $2 AND handover_id = $3 AND version = $4",
        args![one.version + 1, permit.person(), &one.id, one.version],
    )?;
    if touched != 1 {
        return Err(Fault::retry("a hand-over was changed meanwhile").into());
    }
    happened(tx, desk, permit.person(), &one.id, one.version + 1, what)?;
    say(tx, permit, &one.id, one.version + 1, words)
}

/// Whether this organisation has answered or been asked before: whoever answers too late is told so, and nothing else.
///
/// # Errors
/// A fault.
pub fn was_asked(tx: &mut Tx<'_>, permit: &Permit, id: &RowId, organisation: &OrganisationId) -> Result<bool, Error> {
    let row = tx.row(
        "SELECT 1 FROM handovers_baton b WHERE b.person_id = $1 AND b.handover_id = $2 AND (b.receiver_organisation = $3
           OR EXISTS (SELECT 1 FROM handovers_event e WHERE e.person_id = b.person_id AND e.handover_id = b.handover_id
             AND e.organisation_id = $4))",
        args![permit.person(), id, organisation, organisation],
    )?;
    Ok(row.is_some())
}
