//! The person's own doors: what they know by heart, the card, and where they are signed in.

use kernel::id::{PersonId, RowId};
use platform::access::Desk;
use platform::db::Tx;
use platform::error::Error;
use platform::session::{CameBy, Whose, lock, lock_when_quiet};

use super::{Knock, no};
use crate::sign_in::limits::Guessed;
use crate::sign_in::rules::Refusal;
use crate::sign_in::secrets::{Kind, objection};
use crate::sign_in::store::{cards, secrets};
use crate::sign_in::{CARD_VOIDED, card};

/// Whether the old one has to be typed before a new one is chosen. Whoever was vouched for has perhaps forgotten it; for a
/// day they may choose without.
#[must_use]
pub fn asks_for_old(desk: &Desk<'_>, has_one: bool) -> bool {
    let visit = &desk.ctx().actor.visit;
    has_one && !(visit.came_by == CameBy::Vouched && visit.is_new(desk.now()))
}

/// Chooses PIN or own words. `old` is the try at the old one and whether it was right.
///
/// # Errors
/// A field error, [`Refusal::NoMatch`] or a fault.
pub fn choose(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    (kind, typed, kept): (Kind, &str, &str),
    old: Option<&(Knock, bool)>,
) -> Result<(), Error> {
    let own = desk.own(tx)?;
    let before = secrets::find(tx, own.person())?;
    if let Some(before) = before.filter(|_| asks_for_old(desk, true)) {
        let right = old.is_some_and(|(knock, right)| *right && knock.kept.as_ref() == Some(&before.kept));
        if !right {
            return Err(no(Refusal::NoMatch));
        }
        Guessed::person(desk.app(), own.person())?.was_right(tx)?;
    }
    if let Some(key) = objection(kind, typed, own.card().birth_year) {
        return Err(Error::field("hemmelig", key));
    }
    secrets::choose(tx, &own, kind, kept, desk.now())?;
    let here = desk.ctx().actor.session.as_deref();
    Ok(lock_when_quiet(tx, &Whose::Person(own.person().clone()), here, desk.now())?)
}

/// Voids the card, if there is one, and makes a new one: its code is kept nowhere but in the answer.
///
/// # Errors
/// A fault when the database says no.
pub fn new_card(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId) -> Result<String, Error> {
    void(tx, desk, person)?;
    for _ in 0..card::DRAWS {
        let code = card::draw(desk);
        let hash = card::hash(desk.app(), &code);
        if !cards::is_taken(tx, &hash)? {
            cards::make(tx, person, &RowId::from_bits(desk.bits()), &hash, desk.now())?;
            return Ok(code.shown());
        }
    }
    Err(Error::fault("no free code was drawn"))
}

/// The card opens nothing any more, not even with the PIN.
///
/// # Errors
/// A fault when the database says no.
pub fn void(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId) -> Result<(), Error> {
    for id in cards::void(tx, person, desk.now())? {
        desk.tell(tx, CARD_VOIDED, Some(person), id.as_str())?;
    }
    Ok(())
}

/// Locks this screen.
///
/// # Errors
/// [`Refusal::NoPin`] when there would be nothing to open it with, or a fault.
pub fn lock_here(tx: &mut Tx<'_>, desk: &Desk<'_>) -> Result<(), Error> {
    let own = desk.own(tx)?;
    if secrets::find(tx, own.person())?.is_none() {
        return Err(no(Refusal::NoPin));
    }
    let session = desk.ctx().actor.session.clone().ok_or(Error::SignIn)?;
    Ok(lock(tx, &session, desk.now())?)
}
