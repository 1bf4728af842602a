//! Appointments as rows. Those of an area that is not shared are passed over before anything of them is opened.

pub mod lists;

use kernel::area::Area;
use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use super::rules::{Answer, By, Standing, State};

/// An appointment.
#[derive(Clone, Debug)]
pub struct Appointment {
    /// Its id.
    pub id: RowId,
    /// What it is, neutrally.
    pub title: String,
    /// With whom: «Kari Nes, MO-senteret».
    pub with: String,
    /// Where it was made.
    pub organisation: OrganisationId,
    /// Where to come.
    pub place: String,
    /// How to get there.
    pub way: Option<String>,
    /// The answer.
    pub answer: Answer,
    /// The time before it was moved.
    pub was_at: Option<Timestamp>,
    /// Who moved or cancelled it, and when.
    pub changed: Option<(String, Timestamp)>,
    /// As the rules see it.
    pub state: State,
}

/// An appointment to be made.
#[derive(Clone, Debug)]
pub struct New {
    /// Its area.
    pub area: Option<Area>,
    /// What it is, neutrally.
    pub title: String,
    /// With whom.
    pub with: String,
    /// The employee it is with.
    pub account: Option<AccountId>,
    /// Where to come.
    pub place: String,
    /// How to get there.
    pub way: Option<String>,
    /// When.
    pub at: Timestamp,
}

fn cell<'a>(id: &'a RowId, column: &'static str) -> Cell<'a> {
    Cell::new("appointments_appointment", id.as_str(), column)
}

/// Who asks, as the rules see it.
#[must_use]
pub fn by(desk: &Desk<'_>, permit: &Permit, made_at: &OrganisationId) -> By {
    let employer = desk.ctx().actor.employer.as_ref().map(|employer| &employer.id);
    match (permit.is_own(), employer == Some(made_at)) {
        (true, _) => By::Person,
        (false, true) => By::Maker,
        (false, false) => By::Other,
    }
}

/// Makes one.
///
/// # Errors
/// A fault.
pub fn add(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, organisation: &OrganisationId, new: &New) -> Result<RowId, Error> {
    let id = RowId::from_bits(desk.bits());
    tx.run(
        "INSERT INTO appointments_appointment (person_id, appointment_id, area, title, with_name, account_id, organisation_id,
           place, way, at, made_at, made_by, state, answer, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'planned', 'none', 1)",
        args![
            permit.person(),
            &id,
            new.area.map(Area::key),
            permit.seal(cell(&id, "title"), &new.title)?,
            permit.seal(cell(&id, "with_name"), &new.with)?,
            new.account.as_ref().map(AccountId::as_str),
            organisation,
            permit.seal(cell(&id, "place"), &new.place)?,
            new.way.as_ref().map(|way| permit.seal(cell(&id, "way"), way)).transpose()?,
            new.at,
            desk.now(),
            desk.ctx().actor.account.as_ref().map(AccountId::as_str),
        ],
    )?;
    Ok(id)
}

fn seen(desk: &Desk<'_>, permit: &Permit, row: &Row) -> Result<bool, Error> {
    let (area, organisation) = (row.parsed_or_null(1, Area::parse)?, row.parsed(5, OrganisationId::parse)?);
    Ok(permit.sees(area) || (area.is_none() && by(desk, permit, &organisation) == By::Maker))
}

fn read(permit: &Permit, row: &Row) -> Result<Appointment, Error> {
    let id = row.parsed(0, RowId::parse)?;
    let changed_by = permit.open_or_null(cell(&id, "changed_by"), row.blob_or_null(13)?)?;
    Ok(Appointment {
        title: permit.open(cell(&id, "title"), row.blob(2)?)?,
        with: permit.open(cell(&id, "with_name"), row.blob(3)?)?,
        organisation: row.parsed(5, OrganisationId::parse)?,
        place: permit.open(cell(&id, "place"), row.blob(6)?)?,
        way: permit.open_or_null(cell(&id, "way"), row.blob_or_null(7)?)?,
        answer: row.parsed(10, Answer::parse)?,
        was_at: row.time_or_null(11)?,
        changed: changed_by.zip(row.time_or_null(12)?),
        state: State { at: row.time(8)?, standing: row.parsed(9, Standing::parse)?, version: row.int(14)? },
        id,
    })
}

/// One of them, when the asker may see it.
///
/// # Errors
/// [`Error::Missing`] for the person; for everyone else the same denial whether it is closed or was never there.
pub fn find(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId) -> Result<Appointment, Error> {
    let row = tx.row(
        "SELECT appointment_id, area, title, with_name, account_id, organisation_id, place, way, at, state, answer, was_at,
           changed_at, changed_by, version
         FROM appointments_appointment WHERE person_id = $1 AND appointment_id = $2",
        args![permit.person(), id],
    )?;
    match row {
        Some(row) if seen(desk, permit, &row)? => read(permit, &row),
        _ if permit.is_own() => Err(Error::Missing),
        _ => Err(Error::Denied(kernel::access::Reason::NotShared)),
    }
}

/// The fault of a change that met another: the same command is run again and then sees the new version.
fn must_touch_one(touched: u64) -> Result<(), Error> {
    if touched == 1 { Ok(()) } else { Err(Fault::retry("an appointment was changed meanwhile").into()) }
}

/// Saves the person's answer.
///
/// # Errors
/// A fault.
pub fn answer(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, one: &Appointment, answer: Answer) -> Result<(), Error> {
    must_touch_one(tx.run(
        "UPDATE appointments_appointment SET answer = $1, answered_at = $2
         WHERE person_id = $3 AND appointment_id = $4 AND version = $5",
        args![answer.key(), desk.now(), own.person(), &one.id, one.state.version],
    )?)
}

/// Saves a new time: the person is asked anew, and reminded anew.
///
/// # Errors
/// A fault.
pub fn moved(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    one: &Appointment,
    (to, place): (Timestamp, &str),
    who: &str,
) -> Result<(), Error> {
    must_touch_one(tx.run(
        "UPDATE appointments_appointment SET at = $1, was_at = $2, place = $3, changed_at = $4, changed_by = $5, answer = 'none',
           answered_at = NULL, soon_at = NULL, version = version + 1
         WHERE person_id = $6 AND appointment_id = $7 AND version = $8",
        args![
            to,
            one.state.at,
            permit.seal(cell(&one.id, "place"), place)?,
            desk.now(),
            permit.seal(cell(&one.id, "changed_by"), who)?,
            permit.person(),
            &one.id,
            one.state.version,
        ],
    )?)
}

/// Saves where it stands from now on; with a name when somebody cancelled it.
///
/// # Errors
/// A fault.
pub fn stands(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    one: &Appointment,
    (standing, who): (Standing, Option<&str>),
) -> Result<(), Error> {
    must_touch_one(tx.run(
        "UPDATE appointments_appointment SET state = $1, changed_at = $2, changed_by = $3, version = version + 1
         WHERE person_id = $4 AND appointment_id = $5 AND version = $6",
        args![
            standing.key(),
            desk.now(),
            who.map(|who| permit.seal(cell(&one.id, "changed_by"), who)).transpose()?,
            permit.person(),
            &one.id,
            one.state.version,
        ],
    )?)
}

/// Those that come within a time and that nobody has been reminded of: person and appointment, a hundred at a time.
///
/// # Errors
/// A fault.
pub fn soon(tx: &mut Tx<'_>, now: Timestamp, until: Timestamp) -> Result<Vec<(PersonId, RowId)>, Error> {
    let rows = tx.rows(
        "SELECT person_id, appointment_id FROM appointments_appointment
         WHERE state = 'planned' AND at > $1 AND at <= $2 AND soon_at IS NULL ORDER BY at, appointment_id LIMIT 100",
        args![now, until],
    )?;
    let read = |row: &Row| Ok((row.parsed(0, PersonId::parse)?, row.parsed(1, RowId::parse)?));
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}

/// Notes that it has been told that one is soon. False when it was told already.
///
/// # Errors
/// A fault.
pub fn told_soon(tx: &mut Tx<'_>, person: &PersonId, id: &RowId, now: Timestamp) -> Result<bool, Error> {
    let touched = tx.run(
        "UPDATE appointments_appointment SET soon_at = $1 WHERE person_id = $2 AND appointment_id = $3 AND soon_at IS NULL",
        args![now, person, id],
    )?;
    Ok(touched == 1)
}
