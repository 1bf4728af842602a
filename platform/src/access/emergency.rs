//! Emergency openings: health personnel open for themselves, the person is told, the privacy contact reviews. Rows only; the
//! rules are the part `consents`', and what an opening opens is the access decision's.

use kernel::access::Reason;
use kernel::id::{AccountId, PersonId, RowId};
use kernel::role::Role;
use kernel::time::Timestamp;

use super::desk::Desk;
use super::facts::subject_and_bond;
use super::grants::must_be_own;
use super::permit::Permit;
use crate::args;
use crate::db::{Row, Tx};
use crate::error::{Error, Fault};
use crate::keys::Cell;

/// What the rules must know before somebody opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// There is such a person, and their record is not erased.
    pub exists: bool,
    /// The person has blocked this employee.
    pub blocked: bool,
    /// This employee has opened already, and it is open until then.
    pub open_until: Option<Timestamp>,
}

/// An opening to be made.
#[derive(Clone, Debug)]
pub struct NewOpening {
    /// Random id.
    pub id: RowId,
    /// What the employee writes; the person can read it.
    pub reason: String,
    /// When it closes by itself.
    pub until: Timestamp,
    /// When the privacy contact must have looked at it.
    pub review_due: Timestamp,
}

/// An opening as the person reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Its id.
    pub id: RowId,
    /// Who opened.
    pub account: AccountId,
    /// Their name.
    pub name: String,
    /// Where they work.
    pub organisation_name: String,
    /// Why.
    pub reason: String,
    /// When.
    pub opened_at: Timestamp,
    /// Until when.
    pub until_at: Timestamp,
    /// When the person said they had seen it.
    pub seen_at: Option<Timestamp>,
    /// When the privacy contact had looked at it.
    pub reviewed_at: Option<Timestamp>,
}

/// An opening as the privacy contact reads it: who opened and when, not whom it is about and not what was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Its id, also the number of the case.
    pub id: RowId,
    /// Who opened.
    pub name: String,
    /// Their phone.
    pub phone: String,
    /// In which role.
    pub role: Role,
    /// Where they work.
    pub organisation_name: String,
    /// When.
    pub opened_at: Timestamp,
    /// Until when.
    pub until_at: Timestamp,
    /// When it must have been looked at.
    pub due_at: Timestamp,
    /// When it was.
    pub reviewed_at: Option<Timestamp>,
    /// What it came to.
    pub verdict: Option<String>,
}

/// How things stand between this employee and this person.
///
/// # Errors
/// A fault when the database says no.
pub fn standing(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId) -> Result<Standing, Error> {
    let found = subject_and_bond(tx, person, &desk.receiver(), desk.now())?;
    Ok(found.map_or(Standing { exists: false, blocked: false, open_until: None }, |(found, tied)| Standing {
        exists: !found.is_gone(),
        blocked: tied.blocked,
        open_until: tied.emergency_until,
    }))
}

/// Opens, and gives the permit that the access decision then gives. Where it gives none, nothing has been opened.
///
/// # Errors
/// [`Error::Denied`], the same for somebody who has blocked this employee and for somebody who does not exist.
pub fn open(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId, new: &NewOpening) -> Result<Permit, Error> {
    let account = desk.ctx().actor.account.clone().filter(|_| desk.ctx().actor.role.is_health_personnel());
    let account = account.ok_or(Error::Denied(Reason::RoleNever))?;
    let key = desk.app().keys().find(person)?.ok_or(Error::Denied(Reason::Silence))?;
    let reason = key.seal(Cell::new("access_emergency", new.id.as_str(), "reason"), &new.reason)?;
    tx.add(
        "INSERT INTO access_emergency (person_id, emergency_id, account_id, reason, opened_at, until_at, review_due_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![person, &new.id, &account, reason, desk.now(), new.until, new.review_due],
    )?;
    desk.person(tx, person)
}

/// The openings of this person's record, newest first.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn all(tx: &mut Tx<'_>, own: &Permit) -> Result<Vec<Opening>, Error> {
    must_be_own(own)?;
    let rows = tx.rows(
        "SELECT e.emergency_id, e.account_id, a.name, COALESCE(o.name, ''), e.reason, e.opened_at, e.until_at,
           e.seen_by_person_at, e.reviewed_at
         FROM access_emergency e
         JOIN account a ON a.account_id = e.account_id
         LEFT JOIN organisation o ON o.organisation_id = a.organisation_id
         WHERE e.person_id = $1 ORDER BY e.opened_at DESC, e.emergency_id",
        args![own.person()],
    )?;
    rows.iter().map(|row| read(own, row)).collect()
}

fn read(own: &Permit, row: &Row) -> Result<Opening, Error> {
    let id = row.parsed(0, RowId::parse)?;
    Ok(Opening {
        account: row.parsed(1, AccountId::parse)?,
        name: row.text(2)?.to_owned(),
        organisation_name: row.text(3)?.to_owned(),
        reason: own.open(Cell::new("access_emergency", id.as_str(), "reason"), row.blob(4)?)?,
        opened_at: row.time(5)?,
        until_at: row.time(6)?,
        seen_at: row.time_or_null(7)?,
        reviewed_at: row.time_or_null(8)?,
        id,
    })
}

/// The person has seen it. False when they had before, or when it is not theirs.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn seen(tx: &mut Tx<'_>, own: &Permit, id: &RowId, now: Timestamp) -> Result<bool, Error> {
    must_be_own(own)?;
    let seen = tx.run(
        "UPDATE access_emergency SET seen_by_person_at = $1
         WHERE person_id = $2 AND emergency_id = $3 AND seen_by_person_at IS NULL",
        args![now, own.person(), id],
    )?;
    Ok(seen > 0)
}

/// The openings since a day, and those that still wait, however old: first due first.
///
/// # Errors
/// A denial for anyone but the privacy contact, or a fault.
pub fn to_review(tx: &mut Tx<'_>, desk: &Desk<'_>, since: Timestamp) -> Result<Vec<Review>, Error> {
    must_be_privacy_contact(desk)?;
    let rows = tx.rows(
        "SELECT e.emergency_id, a.name, a.phone, a.role, COALESCE(o.name, ''), e.opened_at, e.until_at, e.review_due_at,
           e.reviewed_at, e.verdict
         FROM access_emergency e
         JOIN account a ON a.account_id = e.account_id
         LEFT JOIN organisation o ON o.organisation_id = a.organisation_id
         WHERE e.reviewed_at IS NULL OR e.opened_at >= $1
         ORDER BY e.review_due_at, e.emergency_id LIMIT 500",
        args![since],
    )?;
    let read = |row: &Row| -> Result<Review, Fault> {
        Ok(Review {
            id: row.parsed(0, RowId::parse)?,
            name: row.text(1)?.to_owned(),
            phone: row.text(2)?.to_owned(),
            role: row.parsed(3, Role::parse)?,
            organisation_name: row.text(4)?.to_owned(),
            opened_at: row.time(5)?,
            until_at: row.time(6)?,
            due_at: row.time(7)?,
            reviewed_at: row.time_or_null(8)?,
            verdict: row.text_or_null(9)?.map(str::to_owned),
        })
    };
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}

/// Writes what the review came to. False when somebody else had reviewed it.
///
/// # Errors
/// A denial for anyone but the privacy contact, or a fault.
pub fn review(tx: &mut Tx<'_>, desk: &Desk<'_>, id: &RowId, verdict: &'static str) -> Result<bool, Error> {
    must_be_privacy_contact(desk)?;
    let by = desk.ctx().actor.account.as_ref().map(AccountId::as_str);
    let reviewed = tx.run(
        "UPDATE access_emergency SET reviewed_at = $1, reviewed_by = $2, verdict = $3
         WHERE emergency_id = $4 AND reviewed_at IS NULL",
        args![desk.now(), by, verdict, id],
    )?;
    desk.note_nobody();
    Ok(reviewed > 0)
}

pub(super) fn must_be_privacy_contact(desk: &Desk<'_>) -> Result<(), Error> {
    if desk.ctx().actor.role == Role::PrivacyContact { Ok(()) } else { Err(Error::Denied(Reason::RoleNever)) }
}
