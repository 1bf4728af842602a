//! The first PIN and card of somebody who was registered at the door: typed by the person, on the screen an employee turned.

use kernel::id::PersonId;
use platform::access::{Desk, Permit, people, relations};
use platform::db::Tx;
use platform::error::Error;

use super::{no, own};
use crate::sign_in::rules::may_give_first;
use crate::sign_in::secrets::{Kind, objection};
use crate::sign_in::store::{cards, secrets};

/// Whether this employee may help this person to their first doors.
///
/// # Errors
/// A refusal, a denial for whoever may not see the person, or a fault.
pub fn may_give(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId) -> Result<Permit, Error> {
    let permit = desk.person(tx, person)?;
    may_give_first(has_doors(tx, person)?, is_serving(tx, desk, &permit)?).map_err(no)?;
    Ok(permit)
}

/// Whether somebody has a door of their own, or has had one: a passkey too, because nobody has one without having been in.
///
/// # Errors
/// A fault when the database says no.
pub fn has_doors(tx: &mut Tx<'_>, person: &PersonId) -> Result<bool, Error> {
    let knows = secrets::find(tx, person)?.is_some() || cards::current(tx, person)?.is_some();
    Ok(knows || people::has_come_in(tx, person)?)
}

/// Whether the person is served where the employee works.
///
/// # Errors
/// A denial for somebody who works nowhere, or a fault.
pub fn is_serving(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<bool, Error> {
    let here = desk.ctx().actor.employer_id()?;
    Ok(relations::running(tx, permit, desk.now())?.iter().any(|relation| relation.organisation == *here))
}

/// Keeps what the person chose and makes the card, whose code is kept nowhere but in the answer.
///
/// # Errors
/// A field error, a refusal or a fault.
pub fn give(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    person: &PersonId,
    (kind, typed, kept): (Kind, &str, &str),
) -> Result<String, Error> {
    let permit = may_give(tx, desk, person)?;
    if let Some(key) = objection(kind, typed, permit.card().birth_year) {
        return Err(Error::field("hemmelig", key));
    }
    secrets::choose(tx, &permit, kind, kept, desk.now())?;
    own::new_card(tx, desk, person)
}
