//! Meetings and who is in them. What is talked about lies in `items`.

pub mod changes;
pub mod items;
pub mod lists;
mod members;

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

pub use members::{Member, answer, invite, members, take_out};

use super::rules::{By, Phase, State};

/// A meeting.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// Its id.
    pub id: RowId,
    /// Its title, neutral.
    pub title: String,
    /// Where.
    pub place: String,
    /// A number to call in on.
    pub phone: Option<String>,
    /// «Ola Vik, Kommunen».
    pub leader: String,
    /// When.
    pub at: Timestamp,
    /// Where it is.
    pub phase: Phase,
    /// The person did not come.
    pub absent: bool,
    /// When it was read up and found right.
    pub read_at: Option<Timestamp>,
    /// When it ended.
    pub closed_at: Option<Timestamp>,
    /// When the person said of the minutes that they are right: from then on they hold.
    pub seen_at: Option<Timestamp>,
    /// Who cancelled it.
    pub cancelled_by: Option<String>,
    /// What stands in the person's calendar.
    pub appointment: Option<RowId>,
    /// The next one.
    pub next: Option<RowId>,
    /// Which version.
    pub version: i64,
}

impl Meeting {
    /// As the rules see it.
    #[must_use]
    pub fn state(&self, items: usize) -> State {
        State { phase: self.phase, person_absent: self.absent, read: self.read_at.is_some(), seen: self.seen_at.is_some(), items }
    }
}

/// A meeting to be called.
#[derive(Clone, Debug)]
pub struct New {
    /// Its title, neutral.
    pub title: String,
    /// Where.
    pub place: String,
    /// A number to call in on.
    pub phone: Option<String>,
    /// When.
    pub at: Timestamp,
    /// Who is invited.
    pub members: Vec<Member>,
}

pub(super) fn cell<'a>(id: &'a RowId, column: &'static str) -> Cell<'a> {
    Cell::new("meetings_meeting", id.as_str(), column)
}

/// Calls one.
///
/// # Errors
/// A fault.
pub fn call(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    new: &New,
    (leader, appointment): (&str, Option<&str>),
) -> Result<RowId, Error> {
    let id = RowId::from_bits(desk.bits());
    let actor = &desk.ctx().actor;
    tx.run(
        "INSERT INTO meetings_meeting (person_id, meeting_id, title, place, phone, leader, organisation_id, called_by, at, phase,
           made_at, appointment_id, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'called', $10, $11, 1)",
        args![
            permit.person(),
            &id,
            permit.seal(cell(&id, "title"), &new.title)?,
            permit.seal(cell(&id, "place"), &new.place)?,
            new.phone.as_ref().map(|phone| permit.seal(cell(&id, "phone"), phone)).transpose()?,
            permit.seal(cell(&id, "leader"), leader)?,
            actor.employer_id()?,
            actor.account.as_ref().map_or("", AccountId::as_str),
            new.at,
            desk.now(),
            appointment,
        ],
    )?;
    for member in &new.members {
        invite(tx, permit, &id, member)?;
    }
    Ok(id)
}

/// A meeting, who is in it, and what the asker is there.
#[derive(Clone, Debug)]
pub struct Found {
    /// The meeting.
    pub meeting: Meeting,
    /// Everyone who is or was invited.
    pub members: Vec<Member>,
    /// What the asker is there.
    pub by: By,
    /// Which member the asker is, when they are one.
    pub me: Option<String>,
}

/// One meeting, when the asker may see it: the person, the workplace that called it, and those who are invited.
///
/// # Errors
/// [`Error::Missing`] for the person; for everyone else the same denial whether it is closed or was never there.
pub fn find(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId) -> Result<Found, Error> {
    let row = tx.row(
        "SELECT meeting_id, title, place, phone, leader, organisation_id, at, phase, absent_at, read_at, closed_at, seen_at,
           cancelled_by, appointment_id, next_id, version
         FROM meetings_meeting WHERE person_id = $1 AND meeting_id = $2",
        args![permit.person(), id],
    )?;
    let none = if permit.is_own() { Error::Missing } else { Error::Denied(kernel::access::Reason::NotShared) };
    let Some(row) = row else { return Err(none) };
    let organisation = row.parsed(5, OrganisationId::parse)?;
    let members = members(tx, permit, id)?;
    let Some((by, me)) = asker(desk, permit, &organisation, &members) else { return Err(none) };
    Ok(Found { meeting: read(permit, &row)?, members, by, me })
}

/// What somebody is in a meeting; nothing for whoever is not in it.
fn asker(desk: &Desk<'_>, permit: &Permit, organisation: &OrganisationId, members: &[Member]) -> Option<(By, Option<String>)> {
    let actor = &desk.ctx().actor;
    let employer = actor.employer.as_ref().map(|employer| &employer.id);
    let is_me = |member: &&Member| match &member.account {
        Some(account) => Some(account) == actor.account.as_ref(),
        None => member.organisation.is_some() && member.organisation.as_ref() == employer,
    };
    let me = members.iter().filter(|member| !member.out).find(is_me).map(|member| member.key.clone());
    match (permit.is_own(), employer == Some(organisation)) {
        (true, _) => Some((By::Person, None)),
        (false, true) => Some((By::Leader, me)),
        (false, false) => me.map(|key| (By::Member, Some(key))),
    }
}

pub(super) fn read(permit: &Permit, row: &Row) -> Result<Meeting, Error> {
    let id = row.parsed(0, RowId::parse)?;
    Ok(Meeting {
        title: permit.open(cell(&id, "title"), row.blob(1)?)?,
        place: permit.open(cell(&id, "place"), row.blob(2)?)?,
        phone: permit.open_or_null(cell(&id, "phone"), row.blob_or_null(3)?)?,
        leader: permit.open(cell(&id, "leader"), row.blob(4)?)?,
        at: row.time(6)?,
        phase: row.parsed(7, Phase::parse)?,
        absent: row.time_or_null(8)?.is_some(),
        read_at: row.time_or_null(9)?,
        closed_at: row.time_or_null(10)?,
        seen_at: row.time_or_null(11)?,
        cancelled_by: permit.open_or_null(cell(&id, "cancelled_by"), row.blob_or_null(12)?)?,
        appointment: row.parsed_or_null(13, RowId::parse)?,
        next: row.parsed_or_null(14, RowId::parse)?,
        version: row.int(15)?,
        id,
    })
}

/// The fault of a change that met another: the same command is run again and then sees the new version.
pub(super) fn must_touch_one(touched: u64) -> Result<(), Error> {
    if touched == 1 { Ok(()) } else { Err(Fault::retry("a meeting was changed meanwhile").into()) }
}

/// Saves that it begins, and who is there.
///
/// # Errors
/// A fault.
pub fn begin(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    found: &Found,
    here: &[String],
    person: bool,
) -> Result<(), Error> {
    let (meeting, absent) = (&found.meeting, (!person).then_some(desk.now()));
    must_touch_one(tx.run(
        "UPDATE meetings_meeting SET phase = 'running', began_at = $1, absent_at = $2, version = version + 1
         WHERE person_id = $3 AND meeting_id = $4 AND version = $5",
        args![desk.now(), absent, permit.person(), &meeting.id, meeting.version],
    )?)?;
    for member in found.members.iter().filter(|member| !member.out && here.contains(&member.key)) {
        tx.run(
            "UPDATE meetings_member SET here_at = $1 WHERE person_id = $2 AND meeting_id = $3 AND member = $4",
            args![desk.now(), permit.person(), &meeting.id, member.key.as_str()],
        )?;
    }
    Ok(())
}

/// Saves that it was read up and found right.
///
/// # Errors
/// A fault.
pub fn read_up(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, meeting: &RowId) -> Result<(), Error> {
    tx.run(
        "UPDATE meetings_meeting SET read_at = $1 WHERE person_id = $2 AND meeting_id = $3",
        args![desk.now(), permit.person(), meeting],
    )?;
    Ok(())
}

/// What was read up is no longer what stands there.
///
/// # Errors
/// A fault.
pub fn unread(tx: &mut Tx<'_>, permit: &Permit, meeting: &RowId) -> Result<(), Error> {
    tx.run(
        "UPDATE meetings_meeting SET read_at = NULL WHERE person_id = $1 AND meeting_id = $2",
        args![permit.person(), meeting],
    )?;
    Ok(())
}

/// Saves that it is over, and which is the next.
///
/// # Errors
/// A fault.
pub fn close(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, meeting: &Meeting, next: Option<&RowId>) -> Result<(), Error> {
    must_touch_one(tx.run(
        "UPDATE meetings_meeting SET phase = 'closed', closed_at = $1, next_id = $2, version = version + 1
         WHERE person_id = $3 AND meeting_id = $4 AND version = $5",
        args![desk.now(), next.map(RowId::as_str), permit.person(), &meeting.id, meeting.version],
    )?)
}

/// Saves that it is off, and who said so.
///
/// # Errors
/// A fault.
pub fn cancel(tx: &mut Tx<'_>, permit: &Permit, meeting: &Meeting, who: &str) -> Result<(), Error> {
    must_touch_one(tx.run(
        "UPDATE meetings_meeting SET phase = 'cancelled', cancelled_by = $1, version = version + 1
         WHERE person_id = $2 AND meeting_id = $3 AND version = $4",
        args![permit.seal(cell(&meeting.id, "cancelled_by"), who)?, permit.person(), &meeting.id, meeting.version],
    )?)
}

/// The person has seen the minutes: from now on they hold. The first time counts.
///
/// # Errors
/// A fault.
pub fn seen(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, meeting: &RowId) -> Result<(), Error> {
    tx.run(
        "UPDATE meetings_meeting SET seen_at = $1 WHERE person_id = $2 AND meeting_id = $3 AND seen_at IS NULL",
        args![desk.now(), own.person(), meeting],
    )?;
    Ok(())
}

/// Those that come within a time and that nobody has been reminded of, a hundred at a time.
///
/// # Errors
/// A fault.
pub fn soon(tx: &mut Tx<'_>, now: Timestamp, until: Timestamp) -> Result<Vec<(PersonId, RowId)>, Error> {
    let rows = tx.rows(
        "SELECT person_id, meeting_id FROM meetings_meeting
         WHERE phase = 'called' AND at > $1 AND at <= $2 AND soon_at IS NULL ORDER BY at, meeting_id LIMIT 100",
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
        "UPDATE meetings_meeting SET soon_at = $1 WHERE person_id = $2 AND meeting_id = $3 AND soon_at IS NULL",
        args![now, person, id],
    )?;
    Ok(touched == 1)
}
