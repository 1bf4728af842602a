//! Attempts to reach the person: how, when, and why it did not come to contact.

use kernel::id::{OrganisationId, RowId};
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::Error;
use platform::keys::Cell;

use crate::messages::rules::{Way, WhyNot};

/// An attempt.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// In which thread it was told, if in any.
    pub thread: Option<RowId>,
    /// Who tried: name and workplace.
    pub name: String,
    /// Their workplace's phone.
    pub phone: String,
    /// How.
    pub way: Way,
    /// Why it did not come to contact.
    pub why: WhyNot,
    /// When it was.
    pub tried_at: Timestamp,
    /// When it was written down.
    pub at: Timestamp,
    /// When the person saw it.
    pub seen_at: Option<Timestamp>,
}

/// An attempt to be written down.
#[derive(Clone, Debug)]
pub struct NewAttempt {
    /// In which thread.
    pub thread: Option<RowId>,
    /// How.
    pub way: Way,
    /// Why it did not come to contact.
    pub why: WhyNot,
    /// When.
    pub tried_at: Timestamp,
}

/// Writes an attempt down.
///
/// # Errors
/// [`Error::Denied`] for somebody without a workplace, or a fault.
pub fn add(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, new: &NewAttempt, name: &str) -> Result<RowId, Error> {
    let actor = &desk.ctx().actor;
    let id = RowId::from_bits(desk.bits());
    let account = actor.account.as_ref().ok_or(Error::SignIn)?;
    tx.run(
        "INSERT INTO messages_attempt (person_id, attempt_id, thread_id, organisation_id, account_id, name, way, why,
           tried_at, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![
            permit.person(),
            &id,
            new.thread.as_ref().map(RowId::as_str),
            actor.employer_id()?,
            account,
            permit.seal(Cell::new("messages_attempt", id.as_str(), "name"), name)?,
            new.way.key(),
            new.why.key(),
            new.tried_at,
            desk.now(),
        ],
    )?;
    Ok(id)
}

/// The newest attempts this permit shows, newest first: all for the person, to others those of their own workplace. Those
/// told in a thread are read there by whoever reads the thread.
///
/// # Errors
/// A fault.
pub fn newest(tx: &mut Tx<'_>, permit: &Permit, employer: Option<&OrganisationId>) -> Result<Vec<Attempt>, Error> {
    let rows = tx.rows(
        "SELECT a.attempt_id, a.thread_id, a.organisation_id, a.name, o.phone, a.way, a.why, a.tried_at, a.at, a.seen_at
         FROM messages_attempt a JOIN organisation o ON o.organisation_id = a.organisation_id
         WHERE a.person_id = $1 ORDER BY a.tried_at DESC, a.attempt_id LIMIT 50",
        args![permit.person()],
    )?;
    let mut found = Vec::new();
    for row in &rows {
        let theirs = row.parsed(2, OrganisationId::parse)?;
        if permit.is_own() || employer == Some(&theirs) {
            found.push(read(permit, row)?);
        }
    }
    Ok(found)
}

/// Those that were told in a thread, oldest first.
///
/// # Errors
/// A fault.
pub fn of_thread(tx: &mut Tx<'_>, permit: &Permit, thread: &RowId) -> Result<Vec<Attempt>, Error> {
    let rows = tx.rows(
        "SELECT a.attempt_id, a.thread_id, a.organisation_id, a.name, o.phone, a.way, a.why, a.tried_at, a.at, a.seen_at
         FROM messages_attempt a JOIN organisation o ON o.organisation_id = a.organisation_id
         WHERE a.person_id = $1 AND a.thread_id = $2 ORDER BY a.at, a.attempt_id LIMIT 50",
        args![permit.person(), thread],
    )?;
    rows.iter().map(|row| read(permit, row)).collect()
}

fn read(permit: &Permit, row: &Row) -> Result<Attempt, Error> {
    let id = row.parsed(0, RowId::parse)?;
    Ok(Attempt {
        name: permit.open(Cell::new("messages_attempt", id.as_str(), "name"), row.blob(3)?)?,
        thread: row.parsed_or_null(1, RowId::parse)?,
        phone: row.text(4)?.to_owned(),
        way: row.parsed(5, Way::parse)?,
        why: row.parsed(6, WhyNot::parse)?,
        tried_at: row.time(7)?,
        at: row.time(8)?,
        seen_at: row.time_or_null(9)?,
    })
}

/// The person has seen them.
///
/// # Errors
/// A fault.
pub fn seen(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit) -> Result<(), Error> {
    tx.run("UPDATE messages_attempt SET seen_at = $1 WHERE person_id = $2 AND seen_at IS NULL", args![desk.now(), own.person()])?;
    Ok(())
}
