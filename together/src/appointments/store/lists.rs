//! Lists of appointments: one person's, and an employee's.

use std::collections::HashMap;

use kernel::id::{PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

use super::{Appointment, read, seen};

/// Appointments on one page of a list.
pub const PAGE: usize = 30;

/// Where a page of a list begins: after this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// When it is.
    pub at: Timestamp,
    /// Its id.
    pub id: RowId,
}

/// Those from a time on that this permit shows, soonest first, and where the next page begins.
///
/// # Errors
/// A fault.
pub fn coming(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    after: &After,
) -> Result<(Vec<Appointment>, Option<After>), Error> {
    let rows = tx.rows(
        "SELECT appointment_id, area, title, with_name, account_id, organisation_id, place, way, at, state, answer, was_at,
           changed_at, changed_by, version
         FROM appointments_appointment
         WHERE person_id = $1 AND (at > $2 OR (at = $3 AND appointment_id > $4))
         ORDER BY at, appointment_id LIMIT 200",
        args![permit.person(), after.at, after.at, &after.id],
    )?;
    let found = shown(desk, permit, &rows, PAGE + 1)?;
    Ok(page(found))
}

/// The next so many that stand and that this permit shows, soonest first: what is cancelled hides none of them.
///
/// # Errors
/// A fault.
pub fn planned(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, most: usize) -> Result<Vec<Appointment>, Error> {
    let rows = tx.rows(
        "SELECT appointment_id, area, title, with_name, account_id, organisation_id, place, way, at, state, answer, was_at,
           changed_at, changed_by, version
         FROM appointments_appointment
         WHERE person_id = $1 AND state = 'planned' AND at >= $2
         ORDER BY at, appointment_id LIMIT 200",
        args![permit.person(), desk.now()],
    )?;
    shown(desk, permit, &rows, most)
}

/// The last ones before now that this permit shows, newest first.
///
/// # Errors
/// A fault.
pub fn been(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<Vec<Appointment>, Error> {
    let rows = tx.rows(
        "SELECT appointment_id, area, title, with_name, account_id, organisation_id, place, way, at, state, answer, was_at,
           changed_at, changed_by, version
         FROM appointments_appointment WHERE person_id = $1 AND at <= $2
         ORDER BY at DESC, appointment_id DESC LIMIT 20",
        args![permit.person(), desk.now()],
    )?;
    shown(desk, permit, &rows, rows.len())
}

/// The first so many that this permit shows.
fn shown(desk: &Desk<'_>, permit: &Permit, rows: &[Row], most: usize) -> Result<Vec<Appointment>, Error> {
    let mut found = Vec::new();
    for row in rows {
        if found.len() == most {
            break;
        }
        if seen(desk, permit, row)? {
            found.push(read(permit, row)?);
        }
    }
    Ok(found)
}

fn page(mut found: Vec<Appointment>) -> (Vec<Appointment>, Option<After>) {
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let next = found.last().filter(|_| more).map(|last| After { at: last.state.at, id: last.id.clone() });
    (found, next)
}

/// Between which times a list of staff's is, and where on it one is.
#[derive(Clone, Debug)]
pub struct Span {
    /// After this one.
    pub after: After,
    /// Up to this time.
    pub until: Timestamp,
}

/// What stands on a list of staff's: the person's name, and the appointment.
pub type Listed = (Permit, Appointment);

/// Those with the asker, and those of the asker's workplace that are with nobody named, soonest first. A person who no longer
/// shares is not there.
///
/// # Errors
/// A fault.
pub fn mine(tx: &mut Tx<'_>, desk: &Desk<'_>, span: &Span) -> Result<(Vec<Listed>, Option<After>), Error> {
    let sql = "SELECT a.appointment_id, a.area, a.title, a.with_name, a.account_id, a.organisation_id, a.place, a.way, a.at,
           a.state, a.answer, a.was_at, a.changed_at, a.changed_by, a.version, a.person_id
         FROM (
           SELECT own.person_id, own.appointment_id FROM (SELECT person_id, appointment_id FROM appointments_appointment
             WHERE organisation_id = $1 AND account_id = $2 AND (at, appointment_id) > ($3, $4) AND at < $5
             ORDER BY at, appointment_id LIMIT 31) own
           UNION ALL
           SELECT anybody.person_id, anybody.appointment_id FROM (SELECT person_id, appointment_id FROM appointments_appointment
             WHERE organisation_id = $6 AND account_id IS NULL AND (at, appointment_id) > ($7, $8) AND at < $9
             ORDER BY at, appointment_id LIMIT 31) anybody
         ) listed JOIN appointments_appointment a ON a.person_id = listed.person_id AND a.appointment_id = listed.appointment_id
         ORDER BY a.at, a.appointment_id LIMIT 31";
    let rows = of_the_asker(tx, desk, span, sql)?;
    let last = rows.get(PAGE - 1).filter(|_| rows.len() > PAGE);
    let next = last.map(|row| Ok::<_, Fault>(After { at: row.time(8)?, id: row.parsed(0, RowId::parse)? })).transpose()?;
    Ok((listed(tx, desk, &rows)?, next))
}

/// The same for those that have been and that nobody has told about: the first of them, and the next when these are told.
///
/// # Errors
/// A fault.
pub fn untold(tx: &mut Tx<'_>, desk: &Desk<'_>, span: &Span) -> Result<Vec<Listed>, Error> {
    let sql = "SELECT a.appointment_id, a.area, a.title, a.with_name, a.account_id, a.organisation_id, a.place, a.way, a.at,
           a.state, a.answer, a.was_at, a.changed_at, a.changed_by, a.version, a.person_id
         FROM (
           SELECT own.person_id, own.appointment_id FROM (SELECT person_id, appointment_id FROM appointments_appointment
             WHERE organisation_id = $1 AND account_id = $2 AND state = 'planned' AND (at, appointment_id) > ($3, $4) AND at < $5
             ORDER BY at, appointment_id LIMIT 31) own
           UNION ALL
           SELECT anybody.person_id, anybody.appointment_id FROM (SELECT person_id, appointment_id FROM appointments_appointment
             WHERE organisation_id = $6 AND account_id IS NULL AND state = 'planned' AND (at, appointment_id) > ($7, $8)
               AND at < $9
             ORDER BY at, appointment_id LIMIT 31) anybody
         ) listed JOIN appointments_appointment a ON a.person_id = listed.person_id AND a.appointment_id = listed.appointment_id
         ORDER BY a.at, a.appointment_id LIMIT 31";
    let rows = of_the_asker(tx, desk, span, sql)?;
    listed(tx, desk, &rows)
}

fn of_the_asker(tx: &mut Tx<'_>, desk: &Desk<'_>, span: &Span, sql: &'static str) -> Result<Vec<Row>, Error> {
    let actor = &desk.ctx().actor;
    let (Some(employer), Some(account)) = (&actor.employer, &actor.account) else { return Ok(Vec::new()) };
    let (at, id, until) = (span.after.at, &span.after.id, span.until);
    Ok(tx.rows(sql, args![&employer.id, account, at, id, until, &employer.id, at, id, until])?)
}

/// A page of the rows, as far as their persons share them with the asker.
fn listed(tx: &mut Tx<'_>, desk: &Desk<'_>, rows: &[Row]) -> Result<Vec<Listed>, Error> {
    let rows: Vec<&Row> = rows.iter().take(PAGE).collect();
    let mut persons: Vec<PersonId> = rows.iter().map(|row| row.parsed(15, PersonId::parse)).collect::<Result<_, Fault>>()?;
    persons.sort();
    persons.dedup();
    let permits: HashMap<PersonId, Permit> =
        desk.people(tx, &persons)?.into_iter().map(|permit| (permit.person().clone(), permit)).collect();
    let mut found = Vec::new();
    for row in rows {
        let Some(permit) = permits.get(&row.parsed(15, PersonId::parse)?) else { continue };
        if seen(desk, permit, row)? {
            found.push((permit.clone(), read(permit, row)?));
        }
    }
    Ok(found)
}
