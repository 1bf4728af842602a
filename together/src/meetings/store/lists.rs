//! Lists of meetings: one person's, and an employee's.

use std::collections::{HashMap, HashSet};

use kernel::area::Area;
use kernel::id::{PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{ForMany, Row, Tx};
use platform::error::{Error, Fault};

use super::{Meeting, read};

/// Meetings on one page of a list.
pub const PAGE: usize = 20;

/// Where a page of a list begins: after this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// When it is.
    pub at: Timestamp,
    /// Its id.
    pub id: RowId,
}

/// A meeting on a list, with the permit it is seen under.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The permit.
    pub permit: Permit,
    /// The meeting.
    pub meeting: Meeting,
    /// Topics of the person's own, as far as this permit shows them.
    pub own: usize,
    /// Other topics.
    pub others: usize,
}

/// Those of the person from a time on, soonest first.
///
/// # Errors
/// A fault.
pub fn coming(tx: &mut Tx<'_>, own: &Permit, now: Timestamp) -> Result<Vec<Meeting>, Error> {
    let rows = tx.rows(
        "SELECT meeting_id, title, place, phone, leader, organisation_id, at, phase, absent_at, read_at, closed_at, seen_at,
           cancelled_by, appointment_id, next_id, version
         FROM meetings_meeting
         WHERE person_id = $1 AND (phase = 'running' OR (at > $2 AND phase IN ('called', 'cancelled')))
         ORDER BY at, meeting_id LIMIT 50",
        args![own.person(), now.plus_minutes(-240)],
    )?;
    rows.iter().map(|row| read(own, row)).collect()
}

/// Those of the person that are over, newest first, and where the next page begins.
///
/// # Errors
/// A fault.
pub fn been(tx: &mut Tx<'_>, own: &Permit, before: &After) -> Result<(Vec<Meeting>, Option<After>), Error> {
    let rows = tx.rows(
        "SELECT meeting_id, title, place, phone, leader, organisation_id, at, phase, absent_at, read_at, closed_at, seen_at,
           cancelled_by, appointment_id, next_id, version
         FROM meetings_meeting
         WHERE person_id = $1 AND phase = 'closed' AND (at < $2 OR (at = $3 AND meeting_id < $4))
         ORDER BY at DESC, meeting_id DESC LIMIT 21",
        args![own.person(), before.at, before.at, &before.id],
    )?;
    let next = next(&rows)?;
    let found = rows.iter().take(PAGE).map(|row| read(own, row)).collect::<Result<_, Error>>()?;
    Ok((found, next))
}

fn next(rows: &[Row]) -> Result<Option<After>, Error> {
    let last = rows.get(PAGE - 1).filter(|_| rows.len() > PAGE);
    Ok(last.map(|row| Ok::<_, Fault>(After { at: row.time(6)?, id: row.parsed(0, RowId::parse)? })).transpose()?)
}

/// Those an employee called or is invited to, from a time on, soonest first. A person who no longer shares is not there.
///
/// # Errors
/// A fault.
pub fn mine(tx: &mut Tx<'_>, desk: &Desk<'_>, after: &After) -> Result<(Vec<Listed>, Option<After>), Error> {
    let actor = &desk.ctx().actor;
    let (Some(employer), Some(account)) = (&actor.employer, &actor.account) else { return Ok((Vec::new(), None)) };
    let rows = tx.rows(
        "SELECT g.meeting_id, g.title, g.place, g.phone, g.leader, g.organisation_id, g.at, g.phase, g.absent_at, g.read_at,
           g.closed_at, g.seen_at, g.cancelled_by, g.appointment_id, g.next_id, g.version, g.person_id
         FROM (
           SELECT person_id, meeting_id FROM (SELECT person_id, meeting_id FROM meetings_meeting
             WHERE called_by = $1 AND (at, meeting_id) > ($2, $3) AND phase <> 'cancelled'
             ORDER BY at, meeting_id LIMIT 21) AS called
           UNION
           SELECT person_id, meeting_id FROM (SELECT m.person_id, m.meeting_id FROM meetings_member m
             JOIN meetings_meeting i ON i.person_id = m.person_id AND i.meeting_id = m.meeting_id
             WHERE m.account_id = $4 AND (m.at, m.meeting_id) > ($5, $6) AND m.out_at IS NULL AND i.phase <> 'cancelled'
             ORDER BY m.at, m.meeting_id LIMIT 21) AS asked
           UNION
           SELECT person_id, meeting_id FROM (SELECT m.person_id, m.meeting_id FROM meetings_member m
             JOIN meetings_meeting i ON i.person_id = m.person_id AND i.meeting_id = m.meeting_id
             WHERE m.organisation_id = $7 AND m.account_id IS NULL AND (m.at, m.meeting_id) > ($8, $9) AND m.out_at IS NULL
               AND i.phase <> 'cancelled'
             ORDER BY m.at, m.meeting_id LIMIT 21) AS workplace
         ) AS mine
         JOIN meetings_meeting g ON g.person_id = mine.person_id AND g.meeting_id = mine.meeting_id
         ORDER BY g.at, g.meeting_id LIMIT 21",
        args![account, after.at, &after.id, account, after.at, &after.id, &employer.id, after.at, &after.id],
    )?;
    let next = next(&rows)?;
    Ok((listed(tx, desk, &rows)?, next))
}

/// Those an employee called or was at that are over, newest first, and where the next page begins. One that was begun and never
/// ended is there too.
///
/// # Errors
/// A fault.
pub fn mine_before(tx: &mut Tx<'_>, desk: &Desk<'_>, before: &After) -> Result<(Vec<Listed>, Option<After>), Error> {
    let actor = &desk.ctx().actor;
    let (Some(employer), Some(account)) = (&actor.employer, &actor.account) else { return Ok((Vec::new(), None)) };
    let rows = tx.rows(
        "SELECT g.meeting_id, g.title, g.place, g.phone, g.leader, g.organisation_id, g.at, g.phase, g.absent_at, g.read_at,
           g.closed_at, g.seen_at, g.cancelled_by, g.appointment_id, g.next_id, g.version, g.person_id
         FROM (
           SELECT person_id, meeting_id FROM (SELECT person_id, meeting_id FROM meetings_meeting
             WHERE called_by = $1 AND (at, meeting_id) < ($2, $3) AND phase IN ('closed', 'running')
             ORDER BY at DESC, meeting_id DESC LIMIT 21) AS called
           UNION
           SELECT person_id, meeting_id FROM (SELECT m.person_id, m.meeting_id FROM meetings_member m
             JOIN meetings_meeting i ON i.person_id = m.person_id AND i.meeting_id = m.meeting_id
             WHERE m.account_id = $4 AND (m.at, m.meeting_id) < ($5, $6) AND m.out_at IS NULL
               AND i.phase IN ('closed', 'running')
             ORDER BY m.at DESC, m.meeting_id DESC LIMIT 21) AS asked
           UNION
           SELECT person_id, meeting_id FROM (SELECT m.person_id, m.meeting_id FROM meetings_member m
             JOIN meetings_meeting i ON i.person_id = m.person_id AND i.meeting_id = m.meeting_id
             WHERE m.organisation_id = $7 AND m.account_id IS NULL AND (m.at, m.meeting_id) < ($8, $9) AND m.out_at IS NULL
               AND i.phase IN ('closed', 'running')
             ORDER BY m.at DESC, m.meeting_id DESC LIMIT 21) AS workplace
         ) AS mine
         JOIN meetings_meeting g ON g.person_id = mine.person_id AND g.meeting_id = mine.meeting_id
         ORDER BY g.at DESC, g.meeting_id DESC LIMIT 21",
        args![account, before.at, &before.id, account, before.at, &before.id, &employer.id, before.at, &before.id],
    )?;
    let next = next(&rows)?;
    Ok((listed(tx, desk, &rows)?, next))
}

static TOPICS: ForMany =
    ForMany::new("SELECT person_id, meeting_id, area, origin FROM meetings_item WHERE person_id = $1 AND dropped_at IS NULL");

fn listed(tx: &mut Tx<'_>, desk: &Desk<'_>, rows: &[Row]) -> Result<Vec<Listed>, Error> {
    let rows: Vec<&Row> = rows.iter().take(PAGE).collect();
    let persons: HashSet<PersonId> = rows.iter().map(|row| row.parsed(16, PersonId::parse)).collect::<Result<_, Fault>>()?;
    let mut persons: Vec<PersonId> = persons.into_iter().collect();
    persons.sort();
    let permits: HashMap<PersonId, Permit> =
        desk.people(tx, &persons)?.into_iter().map(|permit| (permit.person().clone(), permit)).collect();
    let topics = topics(tx, &permits)?;
    let mut found = Vec::new();
    for row in rows {
        let Some(permit) = permits.get(&row.parsed(16, PersonId::parse)?) else { continue };
        let meeting = read(permit, row)?;
        let (own, others) = topics.get(meeting.id.as_str()).copied().unwrap_or_default();
        found.push(Listed { permit: permit.clone(), meeting, own, others });
    }
    Ok(found)
}

/// Topics by meeting: the person's own and others, as far as each permit shows them.
fn topics(tx: &mut Tx<'_>, permits: &HashMap<PersonId, Permit>) -> Result<HashMap<String, (usize, usize)>, Error> {
    let persons: Vec<PersonId> = permits.keys().cloned().collect();
    let mut found: HashMap<String, (usize, usize)> = HashMap::new();
    for row in &tx.rows_for(&TOPICS, &persons, &[])? {
        let permit = permits.get(&row.parsed(0, PersonId::parse)?);
        let area = row.parsed(2, Area::parse)?;
        if permit.is_some_and(|permit| permit.sees(Some(area))) {
            let count = found.entry(row.text(1)?.to_owned()).or_default();
            if row.text(3)? == "person" { count.0 += 1 } else { count.1 += 1 }
        }
    }
    Ok(found)
}
