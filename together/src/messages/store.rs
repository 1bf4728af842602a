//! Threads and who is in them. What is written in them lies in `said`, attempts to reach somebody in `attempts`.

pub mod attempts;
pub mod files;
pub mod said;

use std::collections::{HashMap, HashSet};

use kernel::access::{Basis, Reason};
use kernel::area::Area;
use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use super::rules::By;

/// Threads on one page of a list.
pub const PAGE: usize = 20;
/// Threads of one person that are looked through for a page.
const LOOKED_THROUGH: usize = 500;

/// A thread.
#[derive(Clone, Debug)]
pub struct Thread {
    /// Its id.
    pub id: RowId,
    /// The area the starter chose.
    pub area: Area,
    /// What it is about.
    pub subject: String,
    /// How many messages were ever written.
    pub last_number: i64,
    /// When the last was written.
    pub last_at: Timestamp,
}

/// Somebody who was taken in by name. The person is always in and has no row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Account or organisation, as text.
    pub key: String,
    /// The account; nothing for an organisation as a whole.
    pub account: Option<AccountId>,
    /// The organisation as a whole.
    pub organisation: Option<OrganisationId>,
    /// What they are called here.
    pub name: String,
}

/// Who asks, as one who writes.
///
/// # Errors
/// [`Error::SignIn`] for nobody.
pub fn by(desk: &Desk<'_>) -> Result<By, Error> {
    let actor = &desk.ctx().actor;
    match (&actor.person, &actor.account) {
        (Some(_), _) if actor.role == Role::Person => Ok(By::Person),
        (_, Some(account)) => Ok(By::Account(account.clone())),
        _ => Err(Error::SignIn),
    }
}

/// Whether a permit shows what is written in an area. An emergency opens what keeps somebody alive; messages are not that.
#[must_use]
pub fn sees(permit: &Permit, area: Area) -> bool {
    permit.is_own() || (permit.basis() != Basis::Emergency && permit.sees(Some(area)))
}

/// What an asker may see of one person's threads: the areas decide. A relative sees, of these, only the threads the person
/// has taken them into: to share how one lives is not to hand over one's letters.
struct Sight<'a> {
    permit: &'a Permit,
    only: Option<HashSet<String>>,
}

impl Sight<'_> {
    fn of<'a>(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &'a Permit) -> Result<Sight<'a>, Error> {
        let actor = &desk.ctx().actor;
        let only = if !permit.is_own() && !actor.role.is_staff() {
            let account = actor.account.as_ref().map(AccountId::as_str).unwrap_or_default();
            let rows = tx.rows(
                "SELECT thread_id FROM messages_member WHERE person_id = $1 AND account_id = $2 ORDER BY thread_id",
                args![permit.person(), account],
            )?;
            Some(rows.iter().map(|row| row.text(0).map(str::to_owned)).collect::<Result<_, Fault>>()?)
        } else {
            None
        };
        Ok(Sight { permit, only })
    }

    fn shows(&self, thread: &Thread) -> bool {
        sees(self.permit, thread.area) && self.only.as_ref().is_none_or(|only| only.contains(thread.id.as_str()))
    }
}

fn read(permit: &Permit, row: &Row) -> Result<Thread, Error> {
    let id = row.parsed(0, RowId::parse)?;
    let subject = permit.open(Cell::new("messages_thread", id.as_str(), "subject"), row.blob(2)?)?;
    Ok(Thread { area: row.parsed(1, Area::parse)?, subject, last_number: row.int(3)?, last_at: row.time(4)?, id })
}

/// One thread, when the asker may see it now.
///
/// # Errors
/// [`Error::Missing`] for the person, and for everyone else the same denial whether it is closed or was never there.
pub fn thread(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId) -> Result<Thread, Error> {
    let row = tx.row(
        "SELECT thread_id, area, subject, last_number, last_at FROM messages_thread
         WHERE person_id = $1 AND thread_id = $2",
        args![permit.person(), id],
    )?;
    let found = row.map(|row| read(permit, &row)).transpose()?;
    let sight = Sight::of(tx, desk, permit)?;
    match found.filter(|thread| sight.shows(thread)) {
        Some(thread) => Ok(thread),
        None if permit.is_own() => Err(Error::Missing),
        None => Err(Error::Denied(Reason::NotShared)),
    }
}

/// Where a page of a list begins: after this thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// When its last message was written.
    pub at: Timestamp,
    /// Its id.
    pub id: RowId,
}

/// The threads the asker may see, newest first, and where the next page begins.
///
/// # Errors
/// A fault.
pub fn threads(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    after: Option<&After>,
) -> Result<(Vec<Thread>, Option<After>), Error> {
    let first = After { at: desk.now().plus_days(1), id: RowId::from_bits(u128::MAX) };
    let After { at, id } = after.unwrap_or(&first).clone();
    let rows = tx.rows(
        "SELECT thread_id, area, subject, last_number, last_at FROM messages_thread
         WHERE person_id = $1 AND (last_at < $2 OR (last_at = $3 AND thread_id < $4))
         ORDER BY last_at DESC, thread_id DESC LIMIT 500",
        args![permit.person(), at, at, id.as_str()],
    )?;
    let sight = Sight::of(tx, desk, permit)?;
    let mut found = Vec::new();
    for row in rows.iter().take(LOOKED_THROUGH) {
        // Nothing is opened that is not shown: the area stands beside the sealed words.
        let seen = sees(permit, row.parsed(1, Area::parse)?);
        if !seen {
            continue;
        }
        let thread = read(permit, row)?;
        if sight.shows(&thread) {
            found.push(thread);
        }
        if found.len() > PAGE {
            break;
        }
    }
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let next = found.last().filter(|_| more).map(|last| After { at: last.last_at, id: last.id.clone() });
    Ok((found, next))
}

/// A thread to be begun.
#[derive(Clone, Debug)]
pub struct NewThread<'a> {
    /// The area.
    pub area: Area,
    /// What it is about.
    pub subject: &'a str,
    /// Who is in it beside the person.
    pub members: &'a [Member],
}

/// Begins a thread. Its first message is written by [`said::say`].
///
/// # Errors
/// A fault.
pub fn begin(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, new: &NewThread<'_>) -> Result<Thread, Error> {
    let id = RowId::from_bits(desk.bits());
    let started_by = desk.ctx().actor.account.as_ref().map(AccountId::as_str);
    tx.run(
        "INSERT INTO messages_thread (person_id, thread_id, area, subject, started_by, at, last_number, last_at)
         VALUES ($1, $2, $3, $4, $5, $6, 0, $7)",
        args![
            permit.person(),
            &id,
            new.area.key(),
            permit.seal(Cell::new("messages_thread", id.as_str(), "subject"), new.subject)?,
            started_by,
            desk.now(),
            desk.now(),
        ],
    )?;
    for member in new.members {
        take_in(tx, desk, permit, &id, member)?;
    }
    Ok(Thread { id, area: new.area, subject: new.subject.to_owned(), last_number: 0, last_at: desk.now() })
}

fn member_cell(row: &str) -> Cell<'_> {
    Cell::new("messages_member", row, "name")
}

/// Takes somebody in. Nothing happens when they are in already.
///
/// # Errors
/// A fault.
pub fn take_in(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, thread: &RowId, member: &Member) -> Result<(), Error> {
    let row = format!("{thread}-{}", member.key);
    tx.run(
        "INSERT INTO messages_member (person_id, thread_id, member, account_id, organisation_id, name, at, waits_since)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (person_id, thread_id, member) DO NOTHING",
        args![
            permit.person(),
            thread,
            member.key.as_str(),
            member.account.as_ref().map(AccountId::as_str),
            member.organisation.as_ref().map(OrganisationId::as_str),
            permit.seal(member_cell(&row), &member.name)?,
            desk.now(),
            desk.now(),
        ],
    )?;
    Ok(())
}

/// Those who were taken into a thread, in the order they came.
///
/// # Errors
/// A fault.
pub fn members(tx: &mut Tx<'_>, permit: &Permit, thread: &RowId) -> Result<Vec<Member>, Error> {
    let rows = tx.rows(
        "SELECT member, account_id, organisation_id, name FROM messages_member
         WHERE person_id = $1 AND thread_id = $2 ORDER BY at, member LIMIT 100",
        args![permit.person(), thread],
    )?;
    let mut found = Vec::new();
    for row in &rows {
        let key = row.text(0)?.to_owned();
        let name = permit.open(member_cell(&format!("{thread}-{key}")), row.blob(3)?)?;
        found.push(Member {
            account: row.parsed_or_null(1, AccountId::parse)?,
            organisation: row.parsed_or_null(2, OrganisationId::parse)?,
            key,
            name,
        });
    }
    Ok(found)
}

/// How many messages of others the reader has not read, thread by thread.
///
/// # Errors
/// A fault.
pub fn unread(tx: &mut Tx<'_>, permit: &Permit, reader: &By) -> Result<HashMap<String, i64>, Error> {
    let rows = tx.rows(
        "SELECT m.thread_id, COUNT(m.number) FROM messages_message m
         WHERE m.person_id = $1 AND m.taken_back_at IS NULL AND COALESCE(m.account_id, 'person') <> $2
           AND m.number > COALESCE((SELECT MAX(r.seen_to) FROM messages_read r
             WHERE r.person_id = m.person_id AND r.thread_id = m.thread_id AND r.reader = $3), 0)
         GROUP BY m.thread_id ORDER BY m.thread_id LIMIT 500",
        args![permit.person(), reader.key(), reader.key()],
    )?;
    Ok(rows.iter().map(|row| Ok((row.text(0)?.to_owned(), row.int(1)?))).collect::<Result<_, Fault>>()?)
}

/// Threads in which a question waits for the person: ids as text.
///
/// # Errors
/// A fault.
pub fn waiting(tx: &mut Tx<'_>, permit: &Permit) -> Result<HashSet<String>, Error> {
    let rows = tx.rows(
        "SELECT q.thread_id FROM messages_message q
         WHERE q.person_id = $1 AND q.kind = 'question' AND q.taken_back_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM messages_message a
             WHERE a.person_id = q.person_id AND a.thread_id = q.thread_id AND a.account_id IS NULL
               AND a.taken_back_at IS NULL AND a.number > q.number)
         GROUP BY q.thread_id ORDER BY q.thread_id LIMIT 500",
        args![permit.person()],
    )?;
    Ok(rows.iter().map(|row| row.text(0).map(str::to_owned)).collect::<Result<_, Fault>>()?)
}

/// Persons in whose threads something new waits for the asker or for their workplace. Ids only; to be handed to
/// [`Desk::people`], and each thread to be asked for again.
///
/// # Errors
/// A fault.
pub fn who_has_written(tx: &mut Tx<'_>, desk: &Desk<'_>) -> Result<Vec<PersonId>, Error> {
    let actor = &desk.ctx().actor;
    let account = actor.account.as_ref().map(AccountId::as_str).unwrap_or_default();
    let organisation = actor.employer.as_ref().map(|employer| employer.id.as_str()).unwrap_or_default();
    let rows = tx.rows(
        "SELECT b.person_id FROM messages_member b
         WHERE ((b.account_id = $1 AND b.waits_since IS NOT NULL) OR (b.organisation_id = $2 AND b.waits_since IS NOT NULL))
           AND EXISTS (SELECT 1 FROM messages_message m
             WHERE m.person_id = b.person_id AND m.thread_id = b.thread_id AND m.taken_back_at IS NULL
               AND COALESCE(m.account_id, 'person') <> $3
               AND m.number > COALESCE((SELECT MAX(r.seen_to) FROM messages_read r
                 WHERE r.person_id = b.person_id AND r.thread_id = b.thread_id
                   AND (r.reader = $4 OR (b.organisation_id IS NOT NULL AND r.organisation_id = b.organisation_id))), 0))
         GROUP BY b.person_id ORDER BY b.person_id LIMIT 100",
        args![account, organisation, account, account],
    )?;
    Ok(rows.iter().map(|row| row.parsed(0, PersonId::parse)).collect::<Result<_, Fault>>()?)
}
