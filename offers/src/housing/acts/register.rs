//! Keeping the register true.

use kernel::id::RowId;
use kernel::time::Day;
use platform::access::Desk;
use platform::db::Tx;
use platform::error::Error;

use crate::housing::rules::Refusal;
use crate::housing::store::units::{self, About};

/// Writes a home down.
///
/// # Errors
/// A fault when the database says no.
pub fn make(tx: &mut Tx<'_>, desk: &Desk<'_>, about: &About) -> Result<RowId, Error> {
    desk.note_nobody();
    let (id, mine) = (RowId::from_bits(desk.bits()), desk.ctx().actor.employer_id()?.clone());
    units::insert(tx, &id, &mine, about, &desk.ctx().actor.name, desk.now())?;
    Ok(id)
}

/// Says from which day a home is free, or that it is no longer let. A home somebody lives in, or has on the table, is freed by
/// what happens there.
///
/// # Errors
/// [`Refusal::UnitTaken`], [`Refusal::Changed`] or a fault.
pub fn confirm(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    id: &RowId,
    free_from: Option<Day>,
    closed: bool,
    seen: i64,
) -> Result<(), Error> {
    desk.note_nobody();
    let mine = desk.ctx().actor.employer_id()?.clone();
    let unit = units::load(tx, &mine, id)?;
    if unit.version != seen {
        return Err(Refusal::Changed.into());
    }
    if unit.held && (closed || free_from != unit.free_from) {
        return Err(Refusal::UnitTaken.into());
    }
    units::confirm(tx, &unit, free_from, closed, &desk.ctx().actor.name, desk.now())
}
