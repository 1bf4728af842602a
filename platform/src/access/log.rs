//! The log as the person reads it: who looked, when, at what, and on which ground. Rows only; the words are the part
//! `access_log`'s.
//!
//! The person's own key names their lines and opens what is sealed in them, so nobody else can ask for a person's log: the
//! privacy contact reads the one event a person has asked about, and what employees did, in numbers.

use std::collections::BTreeMap;

use kernel::access::Reason;
use kernel::id::{AccountId, PersonId, RowId};
use kernel::role::Role;
use kernel::time::{Clock, Timestamp};

use super::desk::Desk;
use super::emergency::must_be_privacy_contact;
use super::grants::must_be_own;
use super::permit::Permit;
use crate::args;
use crate::audit::Detail;
use crate::db::{Row, Tx};
use crate::error::{Error, Fault};
use crate::keys::Cell;

/// Lines on one page of the log, however long it is.
const PAGE: usize = 300;
/// Lines the machine counts at a time.
const READING: usize = 2000;

/// One line of the log, opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// Its id, also the address of its page.
    pub id: RowId,
    /// What belongs to the same request.
    pub event: String,
    /// When.
    pub at: Timestamp,
    /// In which role.
    pub role: Role,
    /// The employee's or relative's account; nothing for the person, a visitor and the machine.
    pub account: Option<AccountId>,
    /// Their name; empty for a relative.
    pub name: String,
    /// Their title.
    pub title: String,
    /// Where they worked when they looked.
    pub organisation_name: String,
    /// `look`, or the command's name.
    pub act: String,
    /// By which part.
    pub part: String,
    /// For which purpose.
    pub purpose: String,
    /// `shown`, `changed`, `denied` or `refused`.
    pub outcome: String,
    /// What was open and on which ground.
    pub detail: Detail,
}

/// Where in the log one is: the last line shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// Its time.
    pub at: Timestamp,
    /// Its id, so that two of the same second are not lost.
    pub id: RowId,
}

/// One page of the log, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogPage {
    /// Its lines.
    pub looks: Vec<Look>,
    /// Where the next page begins; nothing on the last.
    pub next: Option<Before>,
}

/// One page of the person's log. It costs the same however long the log is: the index holds subject, time and line.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn page(tx: &mut Tx<'_>, own: &Permit, before: Option<&Before>, now: Timestamp) -> Result<LogPage, Error> {
    must_be_own(own)?;
    let first = Before { at: now.plus_days(1), id: RowId::from_bits(0) };
    let before = before.unwrap_or(&first);
    let rows = tx.rows(
        "SELECT l.line_id, l.event_id, l.at, l.role, l.account_id, COALESCE(a.name, ''), COALESCE(a.title, ''),
           COALESCE(o.name, ''), l.act, l.part, l.purpose, l.outcome, l.detail
         FROM (SELECT line_id, event_id, at, role, account_id, organisation_id, act, part, purpose, outcome, detail
           FROM audit_line WHERE subject = $1 AND (at, line_id) < ($2, $3)
           ORDER BY at DESC, line_id DESC LIMIT 301) l
         LEFT JOIN account a ON a.account_id = l.account_id
         LEFT JOIN organisation o ON o.organisation_id = l.organisation_id
         ORDER BY l.at DESC, l.line_id DESC",
        args![own.key.subject(), before.at, &before.id],
    )?;
    let shown = rows.get(..PAGE).unwrap_or(&rows);
    let looks: Vec<Look> = shown.iter().map(|row| read(own, row)).collect::<Result<_, Error>>()?;
    let next = looks.last().filter(|_| rows.len() > PAGE).map(|last| Before { at: last.at, id: last.id.clone() });
    Ok(LogPage { looks, next })
}

/// What one of the person's lines belongs to: all that the same one did that day, or tried and was denied; the newest first.
///
/// # Errors
/// [`Error::Missing`] when the line is not theirs, a denial for anyone but the person, or a fault.
pub fn day_of(tx: &mut Tx<'_>, own: &Permit, line: &RowId) -> Result<Vec<Look>, Error> {
    must_be_own(own)?;
    around_line(tx, own, line)
}

fn around_line(tx: &mut Tx<'_>, permit: &Permit, line: &RowId) -> Result<Vec<Look>, Error> {
    let subject = permit.key.subject();
    let found = tx.row(
        "SELECT at, COALESCE(account_id, ''), role, outcome FROM audit_line WHERE line_id = $1 AND subject = $2",
        args![line, subject.as_str()],
    )?;
    let found = found.ok_or(Error::Missing)?;
    let day = found.time(0)?.day();
    let rows = tx.rows(
        "SELECT l.line_id, l.event_id, l.at, l.role, l.account_id, COALESCE(a.name, ''), COALESCE(a.title, ''),
           COALESCE(o.name, ''), l.act, l.part, l.purpose, l.outcome, l.detail
         FROM audit_line l
         LEFT JOIN account a ON a.account_id = l.account_id
         LEFT JOIN organisation o ON o.organisation_id = l.organisation_id
         WHERE l.subject = $1 AND l.at >= $2 AND l.at < $3 AND COALESCE(l.account_id, '') = $4 AND l.role = $5
         ORDER BY l.at DESC, l.line_id DESC LIMIT 300",
        args![subject, day.at(Clock::MIDNIGHT), day.end(), found.text(1)?, found.text(2)?],
    )?;
    let denied = found.text(3)? == "denied";
    let mut looks: Vec<Look> = rows.iter().map(|row| read(permit, row)).collect::<Result<_, Error>>()?;
    looks.retain(|look| (look.outcome == "denied") == denied);
    Ok(looks)
}

fn read(permit: &Permit, row: &Row) -> Result<Look, Error> {
    let id = row.parsed(0, RowId::parse)?;
    let text = |at: usize| row.text(at).map(str::to_owned);
    let detail = match row.blob_or_null(12)? {
        None => Detail::default(),
        Some(sealed) => {
            let text = permit.open(Cell::new("audit_line", id.as_str(), "detail"), sealed)?;
            serde_json::from_str(&text).map_err(|_| Error::fault("the detail of a log line cannot be read"))?
        }
    };
    Ok(Look {
        event: text(1)?,
        at: row.time(2)?,
        role: row.parsed(3, Role::parse)?,
        account: row.parsed_or_null(4, AccountId::parse)?,
        name: text(5)?,
        title: text(6)?,
        organisation_name: text(7)?,
        act: text(8)?,
        part: text(9)?,
        purpose: text(10)?,
        outcome: text(11)?,
        detail,
        id,
    })
}

/// What others have done since the person last read the log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unread {
    /// Requests by others in which something about the person was shown, changed or tried.
    pub events: usize,
    /// The person has read the log within the time that was asked about.
    pub read_before: bool,
    /// There were more lines than are counted.
    pub more: bool,
}

/// Counts what is new in the log, in the newest three hundred lines at most. `part` is whose page shows the log.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn unread(tx: &mut Tx<'_>, own: &Permit, part: &str, since: Timestamp) -> Result<Unread, Error> {
    must_be_own(own)?;
    let rows = tx.rows(
        "SELECT event_id, role, part, act FROM audit_line
         WHERE subject = $1 AND at >= $2 ORDER BY at DESC, line_id DESC LIMIT 300",
        args![own.key.subject(), since],
    )?;
    let (mut events, mut read_before) = (BTreeMap::new(), false);
    for row in &rows {
        match row.parsed(1, Role::parse)? {
            Role::Person if row.text(2)? == part && row.text(3)? == "look" => {
                read_before = true;
                break;
            }
            Role::Person | Role::Visitor | Role::Admin => {}
            _ => drop(events.insert(row.text(0)?.to_owned(), ())),
        }
    }
    Ok(Unread { events: events.len(), read_before, more: !read_before && rows.len() == PAGE })
}

/// A permit for the privacy contact towards somebody who has asked them about a look, with what it was about.
///
/// No area is open in it and there is no name on it; it opens and seals the question and its answer. It stands in the
/// person's own log like every other look.
///
/// # Errors
/// A denial for anyone but the privacy contact, for one whom the person has blocked, and when the person is gone or has closed the account.
pub fn asked_about(tx: &mut Tx<'_>, desk: &Desk<'_>, person: &PersonId, line: &RowId) -> Result<(Permit, Vec<Look>), Error> {
    must_be_privacy_contact(desk)?;
    let permit = desk.towards_who_asked(tx, person)?;
    let looks = match around_line(tx, &permit, line) {
        Err(Error::Missing) => Vec::new(),
        found => found?,
    };
    Ok((permit, looks))
}

/// Who answers questions about the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrivacyContact {
    /// Name.
    pub name: String,
    /// Where they work.
    pub organisation_name: String,
}

/// The privacy contact who has been there longest; nothing while there is none.
///
/// # Errors
/// A fault when the database says no.
pub fn privacy_contact(tx: &mut Tx<'_>, now: Timestamp) -> Result<Option<PrivacyContact>, Error> {
    let row = tx.row(
        "SELECT a.name, COALESCE(o.name, '')
         FROM account a LEFT JOIN organisation o ON o.organisation_id = a.organisation_id
         WHERE a.role = 'privacy-contact' AND (a.ended_at IS NULL OR a.ended_at > $1)
         ORDER BY a.started_at, a.account_id LIMIT 1",
        args![now],
    )?;
    let read = |row: Row| -> Result<PrivacyContact, Fault> {
        Ok(PrivacyContact { name: row.text(0)?.to_owned(), organisation_name: row.text(1)?.to_owned() })
    };
    Ok(row.map(read).transpose()?)
}

/// A sealed line as the machine counts it: it knows who did something, not about whom and not what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// What belongs to the same request.
    pub event: String,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub account: AccountId,
    /// `shown`, `changed`, `denied` or `refused`.
    pub outcome: String,
    /// A keyed name that only the person's own key gives.
    pub subject: String,
}

/// Lines by employees about persons, from a place in the log on, in order: at most two thousand places. Answers with the
/// place after the last one read, which is where the next reading begins.
///
/// # Errors
/// A denial for anyone but the machine, or a fault.
pub fn by_place(tx: &mut Tx<'_>, desk: &Desk<'_>, from: i64) -> Result<(Vec<Counted>, i64), Error> {
    if !desk.ctx().is_machine() {
        return Err(Error::Denied(Reason::Wall));
    }
    let rows = tx.rows(
        "SELECT position, event_id, at, account_id, outcome, subject FROM audit_line
         WHERE position >= $1 ORDER BY position LIMIT 2000",
        args![from],
    )?;
    // An event's lines carry one time. Where some of that time still wait for their seal, all of it waits for the next count.
    let waiting = tx.row("SELECT min(at) FROM audit_line WHERE position IS NULL", &[])?;
    let waiting = waiting.map(|row| row.time_or_null(0)).transpose()?.flatten();
    let mut found = Vec::new();
    let mut next = from;
    for row in rows.get(..whole_events(&rows)?).unwrap_or(&rows) {
        if waiting.is_some_and(|waiting| row.time(2).is_ok_and(|at| at >= waiting)) {
            break;
        }
        next = row.int(0)? + 1;
        let (account, subject) = (row.parsed_or_null(3, AccountId::parse)?, row.text_or_null(5)?);
        if let (Some(account), Some(subject)) = (account, subject) {
            found.push(Counted {
                event: row.text(1)?.to_owned(),
                at: row.time(2)?,
                account,
                outcome: row.text(4)?.to_owned(),
                subject: subject.to_owned(),
            });
        }
    }
    Ok((found, next))
}

/// A full reading ends before its last moment, so that no event is cut in two: its lines carry one time and stand together.
fn whole_events(rows: &[Row]) -> Result<usize, Fault> {
    let Some(last) = rows.last().filter(|_| rows.len() == READING) else { return Ok(rows.len()) };
    let last = last.time(2)?;
    let mut whole = rows.len();
    for row in rows.iter().rev() {
        if row.time(2)? != last {
            return Ok(whole);
        }
        whole -= 1;
    }
    Ok(rows.len())
}

/// The line an employee left at a moment: the page of an emergency opening.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn line_at(tx: &mut Tx<'_>, own: &Permit, account: &AccountId, at: Timestamp) -> Result<Option<RowId>, Error> {
    must_be_own(own)?;
    let row = tx.row(
        "SELECT line_id FROM audit_line WHERE subject = $1 AND at = $2 AND account_id = $3 ORDER BY line_id LIMIT 1",
        args![own.key.subject(), at, account],
    )?;
    Ok(row.map(|row| row.parsed(0, RowId::parse)).transpose()?)
}
