//! Through the door alone: with card and PIN, with six digits, and back into a locked screen.

use kernel::code::Code;
use kernel::id::PersonId;
use kernel::time::Timestamp;
use platform::access::Desk;
use platform::app::App;
use platform::db::Tx;
use platform::error::Error;
use platform::session::{self, CameBy, Whose, end_all, end_in, open_as};

use super::{Knock, came_by, no, opening};
use crate::sign_in::limits::{self, Guessed};
use crate::sign_in::rules::Refusal;
use crate::sign_in::store::{cards, cases, digits, secrets};
use crate::sign_in::{CAME_IN_AGAIN, card};

/// Why sessions were ended by their holder, from a list or by losing a phone.
pub const LOST: &str = "lost";
/// Why a session was ended because another was opened in the same browser.
pub const REPLACED: &str = "replaced";

/// Counts a try with a card, and finds whose it is and what is kept for them.
///
/// # Errors
/// A fault when the database says no.
pub fn knock(tx: &mut Tx<'_>, app: &App, code: &Code, now: Timestamp) -> Result<Knock, Error> {
    let person = cards::holder(tx, &card::hash(app, code))?;
    let wait_s = Guessed::card(app, code, person.as_ref())?.begin(tx, now)?;
    let kept = person.as_ref().map(|person| secrets::find(tx, person)).transpose()?.flatten().map(|secret| secret.kept);
    Ok(Knock { wait_s, person, kept })
}

/// In with card and PIN. Whatever does not fit is answered alike.
///
/// # Errors
/// [`Refusal::NoMatch`] or a fault.
pub fn with_card(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    code: &Code,
    knock: &Knock,
    right: bool,
    (lost, opener): (bool, &str),
) -> Result<(), Error> {
    let now = desk.now();
    let holder = cards::holder(tx, &card::hash(desk.app(), code))?.filter(|found| knock.person.as_ref() == Some(found));
    let Some(person) = holder else {
        desk.note_nobody();
        return Err(no(Refusal::NoMatch));
    };
    // The line comes before the answer, so that the person can read of wrong tries too.
    let known = desk.at_the_door(tx, &person, None)?.is_some();
    let kept = secrets::find(tx, &person)?.map(|secret| secret.kept);
    if !(known && right && kept.is_some() && kept == knock.kept) {
        return Err(no(Refusal::NoMatch));
    }
    Guessed::card(desk.app(), code, Some(&person))?.was_right(tx)?;
    if lost {
        end_all(tx, &Whose::Person(person.clone()), None, LOST, now)?;
        desk.tell(tx, CAME_IN_AGAIN, Some(&person), "card")?;
    }
    replace(tx, desk)?;
    Ok(open_as(tx, opener, &opening(desk, &person, CameBy::Card, true), now)?)
}

/// One browser, one session: what was open before is ended, not only forgotten.
fn replace(tx: &mut Tx<'_>, desk: &Desk<'_>) -> Result<(), Error> {
    match &desk.ctx().actor.session {
        Some(before) => Ok(end_in(tx, before, REPLACED, desk.now())?),
        None => Ok(()),
    }
}

/// The only thing that is kept of six digits.
#[must_use]
pub fn digits_hash(app: &App, digits: &str) -> Vec<u8> {
    app.keys().lookup("six-digits", digits)
}

/// In with six digits that an employee's screen has shown.
///
/// # Errors
/// [`Refusal::NoMatch`] or a fault.
pub fn with_digits(tx: &mut Tx<'_>, desk: &Desk<'_>, typed: &str, opener: &str) -> Result<(), Error> {
    let now = desk.now();
    let found = digits::use_up(tx, &digits_hash(desk.app(), typed), now)?;
    let Some((person, case, proof)) = found else {
        desk.note_nobody();
        return Err(no(Refusal::NoMatch));
    };
    if desk.at_the_door(tx, &person, None)?.is_none() {
        return Err(no(Refusal::NoMatch));
    }
    limits::digits_were_right(tx)?;
    cases::finish(tx, &person, &case, now)?;
    replace(tx, desk)?;
    let locks = secrets::find(tx, &person)?.is_some();
    open_as(tx, opener, &opening(desk, &person, came_by(proof), locks), now)?;
    desk.tell(tx, CAME_IN_AGAIN, Some(&person), case.as_str())
}

/// Counts a try at somebody who is known already: a locked screen, or a PIN to be changed.
///
/// # Errors
/// A fault when the database says no.
pub fn knock_at(tx: &mut Tx<'_>, app: &App, person: &PersonId, now: Timestamp) -> Result<Knock, Error> {
    let wait_s = Guessed::person(app, person)?.begin(tx, now)?;
    let kept = secrets::find(tx, person)?.map(|secret| secret.kept);
    Ok(Knock { wait_s, person: Some(person.clone()), kept })
}

/// Opens a locked screen.
///
/// # Errors
/// [`Refusal::NoMatch`] or a fault.
pub fn unlock(tx: &mut Tx<'_>, desk: &Desk<'_>, knock: &Knock, right: bool) -> Result<(), Error> {
    let session = desk.ctx().actor.session.clone().ok_or(Error::SignIn)?;
    let person = knock.person.clone().ok_or(Error::SignIn)?;
    let known = desk.at_the_door(tx, &person, None)?.is_some();
    let kept = secrets::find(tx, &person)?.map(|secret| secret.kept);
    if !(known && right && kept == knock.kept) {
        return Err(no(Refusal::NoMatch));
    }
    Guessed::person(desk.app(), &person)?.was_right(tx)?;
    Ok(session::unlock(tx, &session, desk.now())?)
}
