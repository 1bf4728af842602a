//! Keeping the board true: how many are free, who came, what the check found, and who is on duty.

use kernel::capacity::Places;
use kernel::id::RowId;
use kernel::role::Role;
use platform::access::Desk;
use platform::db::Tx;
use platform::error::Error;

use crate::tonight::nights::evening_of;
use crate::tonight::rules::{DECIDING, Refusal};
use crate::tonight::store::places::{self, About, Place};
use crate::tonight::store::{desk as office, slips};
use crate::tonight::traits::Quality;

/// Whether the asker says how many are free here: those who run the place, and the office that decides, which calls them.
#[must_use]
pub fn may_confirm(desk: &Desk<'_>, place: &Place) -> bool {
    let actor = &desk.ctx().actor;
    let theirs = actor.employer.as_ref().is_some_and(|employer| employer.id == place.organisation);
    (theirs && meets_people(actor.role)) || DECIDING.contains(&actor.role)
}

/// Whoever runs a place works there; leaders, oversight and administration do not say what is free tonight.
const fn meets_people(role: Role) -> bool {
    role.is_staff() && !matches!(role, Role::Leader | Role::PrivacyContact | Role::Admin | Role::AdvisoryUnit)
}

fn seen_place(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId, seen: i64) -> Result<Place, Error> {
    let place = places::load(tx, id)?;
    if !may_confirm(desk, &place) {
        return Err(Refusal::NotTheirs.into());
    }
    if place.version == seen { Ok(place) } else { Err(Refusal::Changed.into()) }
}

/// «Det stemmer»: the number and who said it, over the page one has seen.
///
/// # Errors
/// A refusal or a fault.
pub fn confirm(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId, free: u16, total: u16, seen: i64) -> Result<(), Error> {
    desk.note_nobody();
    let place = seen_place(tx, desk, id, seen)?;
    let places = Places::new(total, free).map_err(|_| Error::from(Refusal::MoreThanAll))?;
    let actor = &desk.ctx().actor;
    let by = match &actor.employer {
        Some(employer) if employer.id != place.organisation => format!("{}, {}", actor.name, employer.name),
        _ => actor.name.clone(),
    };
    places::confirm(tx, &place, places, &by, desk.now())
}

/// A new place, run by the asker's own organisation.
///
/// # Errors
/// A fault when the database says no.
pub fn make(tx: &mut Tx<'_>, desk: &Desk<'_>, about: &About, total: u16) -> Result<RowId, Error> {
    desk.note_nobody();
    let (id, employer) = (RowId::from_bits(desk.bits()), desk.ctx().actor.employer_id()?.clone());
    places::insert(tx, &id, &desk.app().config().municipality, &employer, about, total, desk.now())?;
    Ok(id)
}

/// The municipality's check of a place.
///
/// # Errors
/// A refusal or a fault.
pub fn mark(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId, quality: Quality, words: Option<&str>, seen: i64) -> Result<(), Error> {
    desk.note_nobody();
    let place = places::load(tx, id)?;
    if place.version != seen {
        return Err(Refusal::Changed.into());
    }
    places::mark(tx, &place, quality, words, desk.now().day())
}

/// Takes nobody for now, or takes people again.
///
/// # Errors
/// A refusal or a fault.
pub fn close(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId, closed: bool, seen: i64) -> Result<(), Error> {
    desk.note_nobody();
    let place = seen_place(tx, desk, id, seen)?;
    places::close(tx, &place, closed.then_some(desk.now()))
}

fn slip_of(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId, number: i64) -> Result<slips::Slip, Error> {
    desk.note_nobody();
    let place = places::load(tx, id)?;
    if !may_confirm(desk, &place) {
        return Err(Refusal::NotTheirs.into());
    }
    slips::find(tx, id, evening_of(desk.now()), number)?.ok_or(Error::Missing)
}

/// Somebody with this number came.
///
/// # Errors
/// A refusal or a fault.
pub fn came(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId, number: i64) -> Result<(), Error> {
    let slip = slip_of(tx, desk, id, number)?;
    if slips::came(tx, id, &slip, desk.now())? { Ok(()) } else { Err(Refusal::Changed.into()) }
}

/// Nobody with this number came: the place is free again, and the office sees it.
///
/// # Errors
/// A refusal or a fault.
pub fn missed(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId, number: i64) -> Result<(), Error> {
    let slip = slip_of(tx, desk, id, number)?;
    if !slips::missed(tx, id, &slip, desk.now())? {
        return Err(Refusal::Changed.into());
    }
    places::give_back(tx, id, desk.now())
}

/// «Jeg har vakta», until the next morning; or nobody has.
///
/// # Errors
/// A denial or a fault.
pub fn duty(tx: &mut Tx<'_>, desk: &Desk<'_>, on: bool) -> Result<(), Error> {
    desk.note_nobody();
    let employer = desk.ctx().actor.employer_id()?.clone();
    if !on {
        return office::go_off_duty(tx, &employer, desk.now());
    }
    let until = evening_of(desk.now()).plus(1).at(kernel::time::Clock::at(9, 0));
    office::go_on_duty(tx, &employer, &super::me(desk)?, desk.now(), until)
}
