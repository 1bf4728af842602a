//! Where somebody is signed in: listed, locked, unlocked and ended. Rows only; who may do it is the pages' to ask.

use kernel::id::{AccountId, PersonId};
use kernel::time::Timestamp;

use super::{CameBy, Device, OWN_LOCK_S};
use crate::args;
use crate::db::{Row, Tx, Value};
use crate::error::{Error, Fault};
use crate::keys::{hex, keyed_hash};

/// Most sessions on a list: those used last.
const MOST: usize = 20;

/// Whose sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// A person's.
    Person(PersonId),
    /// An employee's or an invited relative's.
    Account(AccountId),
}

impl Whose {
    /// As two parameters of which one is nothing, and nothing is equal to nothing.
    fn args(&self) -> [Value; 2] {
        match self {
            Whose::Person(person) => [Value::from(person), Value::Null],
            Whose::Account(account) => [Value::Null, Value::from(account)],
        }
    }
}

/// One session on a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The row's key.
    pub session: Vec<u8>,
    /// What stands for it in a form.
    pub handle: String,
    /// On what.
    pub device: Device,
    /// Through which door.
    pub came_by: CameBy,
    /// Since when.
    pub since: Timestamp,
    /// Last used, to the hour.
    pub last_used: Timestamp,
    /// On a screen that many use.
    pub kiosk: bool,
    /// Locked by hand.
    pub locked: bool,
}

/// What stands for a session in a form: it says nothing about the cookie, and opens nothing.
#[must_use]
pub fn handle(session: &[u8]) -> String {
    hex(&keyed_hash(b"session handle", session)).chars().take(16).collect()
}

/// The sessions that run now, the one used last first.
///
/// # Errors
/// A fault when the database says no.
pub fn running(tx: &mut Tx<'_>, whose: &Whose, now: Timestamp) -> Result<Vec<Known>, Fault> {
    let [person, account] = whose.args();
    let rows = tx.rows(
        "SELECT session_hash, device, came_by, started_at, last_used_at, kiosk_at, locked_at FROM session
         WHERE (person_id = $1 OR account_id = $2) AND ended_at IS NULL AND ends_at > $3 AND door = 'full'
         ORDER BY started_at DESC, session_hash",
        &[person, account, Value::from(now)],
    )?;
    listed(&rows)
}

/// The sessions that were ended for this reason: what a person is told about.
///
/// # Errors
/// A fault when the database says no.
pub fn ended(tx: &mut Tx<'_>, whose: &Whose, why: &str) -> Result<Vec<Known>, Fault> {
    let [person, account] = whose.args();
    let rows = tx.rows(
        "SELECT session_hash, device, came_by, started_at, last_used_at, kiosk_at, locked_at FROM session
         WHERE (person_id = $1 OR account_id = $2) AND ended_why = $3
         ORDER BY started_at DESC, session_hash",
        &[person, account, Value::from(why)],
    )?;
    listed(&rows)
}

/// The sessions that were ended between two moments: what somebody who has just come in is told about.
///
/// # Errors
/// A fault when the database says no.
pub fn ended_between(tx: &mut Tx<'_>, whose: &Whose, from: Timestamp, until: Timestamp) -> Result<Vec<Known>, Fault> {
    let [person, account] = whose.args();
    let rows = tx.rows(
        "SELECT session_hash, device, came_by, started_at, last_used_at, kiosk_at, locked_at FROM session
         WHERE (person_id = $1 OR account_id = $2) AND ended_at >= $3 AND ended_at <= $4 AND door = 'full'
         ORDER BY started_at DESC, session_hash",
        &[person, account, Value::from(from), Value::from(until)],
    )?;
    listed(&rows)
}

fn listed(rows: &[Row]) -> Result<Vec<Known>, Fault> {
    let mut all = rows.iter().map(read).collect::<Result<Vec<_>, Fault>>()?;
    all.sort_by_key(|known| std::cmp::Reverse(known.last_used));
    all.truncate(MOST);
    Ok(all)
}

fn read(row: &Row) -> Result<Known, Fault> {
    let session = row.blob(0)?.to_vec();
    let since = row.time(3)?;
    Ok(Known {
        handle: handle(&session),
        session,
        device: row.parsed_or_null(1, Device::parse)?.unwrap_or_default(),
        came_by: row.parsed_or_null(2, CameBy::parse)?.unwrap_or_default(),
        since,
        last_used: row.time_or_null(4)?.unwrap_or(since),
        kiosk: row.text_or_null(5)?.is_some(),
        locked: row.text_or_null(6)?.is_some(),
    })
}

/// Ends all sessions but one, if one is named, and notes why. Tells how many.
///
/// # Errors
/// A fault when the database says no.
pub fn end_all(tx: &mut Tx<'_>, whose: &Whose, but: Option<&[u8]>, why: &str, now: Timestamp) -> Result<u64, Fault> {
    let [person, account] = whose.args();
    tx.run(
        "UPDATE session SET ended_at = $1, ended_why = $2
         WHERE (person_id = $3 OR account_id = $4) AND ended_at IS NULL AND ends_at > $5 AND session_hash <> $6",
        &[Value::from(now), Value::from(why), person, account, Value::from(now), Value::from(but.unwrap_or_default().to_vec())],
    )
}

/// Ends one session that is somebody's own, by what stands for it in a form. False when there is none.
///
/// # Errors
/// A fault when the database says no.
pub fn end_one(tx: &mut Tx<'_>, whose: &Whose, of: &str, why: &str, now: Timestamp) -> Result<bool, Fault> {
    let Some(found) = running(tx, whose, now)?.into_iter().find(|known| known.handle == of) else { return Ok(false) };
    let ended = tx.run(
        "UPDATE session SET ended_at = $1, ended_why = $2 WHERE session_hash = $3 AND ended_at IS NULL",
        args![now, why, found.session],
    )?;
    Ok(ended > 0)
}

/// Ends a session inside a command.
///
/// # Errors
/// A fault when the database says no.
pub fn end_in(tx: &mut Tx<'_>, session: &[u8], why: &str, now: Timestamp) -> Result<(), Fault> {
    tx.run(
        "UPDATE session SET ended_at = $1, ended_why = $2 WHERE session_hash = $3 AND ended_at IS NULL",
        args![now, why, session.to_vec()],
    )?;
    Ok(())
}

/// Locks a session: from the next request on nothing but unlocking and ending is possible in it.
///
/// # Errors
/// A fault when the database says no.
pub fn lock(tx: &mut Tx<'_>, session: &[u8], now: Timestamp) -> Result<(), Fault> {
    tx.run("UPDATE session SET locked_at = $1 WHERE session_hash = $2 AND ended_at IS NULL", args![now, session.to_vec()])?;
    Ok(())
}

/// Opens a locked session again. Whoever calls has seen that the holder knows their PIN.
///
/// # Errors
/// A fault when the database says no.
pub fn unlock(tx: &mut Tx<'_>, session: &[u8], now: Timestamp) -> Result<(), Fault> {
    tx.run(
        "UPDATE session SET locked_at = NULL, last_used_at = $1
         WHERE session_hash = $2 AND ended_at IS NULL AND ends_at > $3",
        args![now, session.to_vec(), now],
    )?;
    Ok(())
}

/// Whose a session is that runs, locked or not: what the page that unlocks has to know.
///
/// # Errors
/// A fault when the database says no.
pub fn whose(tx: &mut Tx<'_>, session: &[u8], now: Timestamp) -> Result<Option<Whose>, Error> {
    let row = tx.row(
        "SELECT person_id, account_id FROM session WHERE session_hash = $1 AND ended_at IS NULL AND ends_at > $2",
        args![session.to_vec(), now],
    )?;
    let Some(row) = row else { return Ok(None) };
    let person = row.parsed_or_null(0, PersonId::parse)?.map(Whose::Person);
    let account = row.parsed_or_null(1, AccountId::parse)?.map(Whose::Account);
    Ok(person.or(account))
}

/// From now on this holder's sessions lock themselves when they have been quiet, because there is a PIN to open them with. The
/// one in which it was chosen is in use now: without a lock its use was seldom noted.
///
/// # Errors
/// A fault when the database says no.
pub fn lock_when_quiet(tx: &mut Tx<'_>, whose: &Whose, here: Option<&[u8]>, now: Timestamp) -> Result<(), Fault> {
    let [person, account] = whose.args();
    tx.run(
        "UPDATE session SET lock_after_s = $1 WHERE (person_id = $2 OR account_id = $3) AND ended_at IS NULL",
        &[Value::from(OWN_LOCK_S), person, account],
    )?;
    if let Some(here) = here {
        used(tx, here, now)?;
    }
    Ok(())
}

/// A session was used just now.
pub(super) fn used(tx: &mut Tx<'_>, session: &[u8], now: Timestamp) -> Result<(), Fault> {
    let sql = "UPDATE session SET last_used_at = $1 WHERE session_hash = $2 AND ended_at IS NULL";
    tx.run(sql, args![now, session.to_vec()])?;
    Ok(())
}
