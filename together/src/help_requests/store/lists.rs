//! Which requests stand on a list, as ids: who they are about is opened under permits, one by one.

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::Timestamp;
use platform::args;
use platform::db::{Row, Tx};
use platform::error::Fault;

use crate::help_requests::choices::Need;
use crate::help_requests::promise::Promise;

/// A request on a list, unseen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Whose.
    pub person: PersonId,
    /// Which.
    pub request: RowId,
    /// What the list is sorted by.
    pub at: Timestamp,
}

/// Which part of the inbox. What is open is on exactly one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// Owed an answer and marked as urgent, by what was promised.
    Urgent,
    /// Owed an answer, by what was promised.
    Owed,
    /// Answered: the person's turn, newest last.
    Answered,
}

impl Shelf {
    /// Each state is read in the order of its index, no further than the page.
    const fn sql(self) -> &'static str {
        match self {
            Shelf::Urgent => {
                "SELECT person_id, request_id, promised_until FROM (
                   SELECT person_id, request_id, promised_until FROM (
                     SELECT person_id, request_id, promised_until FROM help_requests_request
                     WHERE organisation_id = $1 AND state = 'waiting' AND urgent_at IS NOT NULL
                       AND (promised_until, request_id) > ($2, $3)
                     ORDER BY promised_until, request_id LIMIT $4) AS free
                   UNION ALL
                   SELECT person_id, request_id, promised_until FROM (
                     SELECT person_id, request_id, promised_until FROM help_requests_request
                     WHERE organisation_id = $5 AND state = 'taken' AND urgent_at IS NOT NULL
                       AND (promised_until, request_id) > ($6, $7)
                     ORDER BY promised_until, request_id LIMIT $8) AS taken) AS owed
                 ORDER BY promised_until, request_id LIMIT $9"
            }
            Shelf::Owed => {
                "SELECT person_id, request_id, promised_until FROM (
                   SELECT person_id, request_id, promised_until FROM (
                     SELECT person_id, request_id, promised_until FROM help_requests_request
                     WHERE organisation_id = $1 AND state = 'waiting' AND urgent_at IS NULL
                       AND (promised_until, request_id) > ($2, $3)
                     ORDER BY promised_until, request_id LIMIT $4) AS free
                   UNION ALL
                   SELECT person_id, request_id, promised_until FROM (
                     SELECT person_id, request_id, promised_until FROM help_requests_request
                     WHERE organisation_id = $5 AND state = 'taken' AND urgent_at IS NULL
                       AND (promised_until, request_id) > ($6, $7)
                     ORDER BY promised_until, request_id LIMIT $8) AS taken) AS owed
                 ORDER BY promised_until, request_id LIMIT $9"
            }
            Shelf::Answered => {
                "SELECT person_id, request_id, promised_until FROM help_requests_request
                 WHERE organisation_id = $1 AND state = 'answered' AND (promised_until, request_id) > ($2, $3)
                 ORDER BY promised_until, request_id LIMIT $4"
            }
        }
    }
}

/// A page of a shelf, after this place on it.
///
/// # Errors
/// A fault when the database says no.
pub fn page(
    tx: &mut Tx<'_>,
    organisation: &OrganisationId,
    shelf: Shelf,
    after: Option<&(Timestamp, RowId)>,
    limit: i64,
) -> Result<Vec<Listed>, Fault> {
    let (at, id) = after.map_or((String::new(), ""), |(at, id)| (at.stored(), id.as_str()));
    let at = at.as_str();
    let rows = match shelf {
        Shelf::Urgent | Shelf::Owed => {
            tx.rows(shelf.sql(), args![organisation, at, id, limit, organisation, at, id, limit, limit])
        }
        Shelf::Answered => tx.rows(shelf.sql(), args![organisation, at, id, limit]),
    }?;
    rows.iter().map(read).collect()
}

/// A request that is owed an answer, and who holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    /// Where it stands on the list.
    pub listed: Listed,
    /// Who holds it.
    pub holder: AccountId,
    /// Nobody has taken it yet.
    pub free: bool,
    /// What was promised.
    pub promise: Promise,
}

/// What an organisation owes by this time: for the day's page.
///
/// # Errors
/// A fault when the database says no.
pub fn owed_by(tx: &mut Tx<'_>, organisation: &OrganisationId, until: Timestamp, limit: i64) -> Result<Vec<Owed>, Fault> {
    let rows = tx.rows(
        "SELECT person_id, request_id, promised_until, promised_from, holder_id, state FROM help_requests_request
         WHERE organisation_id = $1 AND state IN ('waiting', 'taken') AND promised_until < $2
         ORDER BY promised_until, request_id LIMIT $3",
        args![organisation, until, limit],
    )?;
    rows.iter().map(read_owed).collect()
}

fn read_owed(row: &Row) -> Result<Owed, Fault> {
    let listed = read(row)?;
    let promise = Promise { from: row.time(3)?, until: listed.at };
    Ok(Owed { listed, holder: row.parsed(4, AccountId::parse)?, free: row.text(5)? == "waiting", promise })
}

/// What an organisation was asked between two times: for somebody who has lost the code.
///
/// # Errors
/// A fault when the database says no.
pub fn asked_between(
    tx: &mut Tx<'_>,
    organisation: &OrganisationId,
    from: Timestamp,
    until: Timestamp,
    limit: i64,
) -> Result<Vec<Listed>, Fault> {
    let rows = tx.rows(
        "SELECT person_id, request_id, asked_at FROM help_requests_request
         WHERE organisation_id = $1 AND asked_at >= $2 AND asked_at <= $3 ORDER BY asked_at, request_id LIMIT $4",
        args![organisation, from, until, limit],
    )?;
    rows.iter().map(read).collect()
}

/// Who asked this, when it is a request of this organisation's.
///
/// # Errors
/// A fault when the database says no.
pub fn whose(tx: &mut Tx<'_>, organisation: &OrganisationId, request: &RowId) -> Result<Option<PersonId>, Fault> {
    let row = tx.row(
        "SELECT person_id FROM help_requests_request WHERE request_id = $1 AND organisation_id = $2",
        args![request, organisation],
    )?;
    row.map(|row| row.parsed(0, PersonId::parse)).transpose()
}

/// Requests whose time is over, and whether whoever asked is provisional. A known person's stays until it has been closed
/// for as long.
///
/// # Errors
/// A fault when the database says no.
pub fn over(tx: &mut Tx<'_>, now: Timestamp, closed_before: Timestamp, limit: i64) -> Result<Vec<(Listed, bool)>, Fault> {
    let rows = tx.rows(
        "SELECT r.person_id, r.request_id, r.delete_at, p.provisional_until
         FROM help_requests_request r JOIN person p ON p.person_id = r.person_id
         WHERE r.delete_at <= $1
           AND ((p.provisional_until IS NOT NULL AND p.provisional_until <= $2)
             OR (p.provisional_until IS NULL AND r.closed_at IS NOT NULL AND r.closed_at <= $3))
         ORDER BY r.delete_at, r.request_id LIMIT $4",
        args![now, now, closed_before, limit],
    )?;
    rows.iter().map(|row| Ok((read(row)?, row.text_or_null(3)?.is_some()))).collect()
}

/// An open request whose holder works here no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftBehind {
    /// Which.
    pub listed: Listed,
    /// Where it lies.
    pub organisation: OrganisationId,
    /// What was needed.
    pub need: Need,
}

/// Open requests whose holder works here no more, the oldest first.
///
/// # Errors
/// A fault when the database says no.
pub fn left_behind(tx: &mut Tx<'_>, now: Timestamp, limit: i64) -> Result<Vec<LeftBehind>, Fault> {
    let rows = tx.rows(
        "SELECT r.person_id, r.request_id, r.asked_at, r.organisation_id, r.need
         FROM help_requests_request r JOIN account a ON a.account_id = r.holder_id
         WHERE r.state IN ('waiting', 'taken', 'answered') AND a.ended_at <= $1
         ORDER BY r.asked_at, r.request_id LIMIT $2",
        args![now, limit],
    )?;
    let left = rows.iter().map(|row| {
        Ok(LeftBehind {
            listed: read(row)?,
            organisation: row.parsed(3, OrganisationId::parse)?,
            need: row.parsed(4, Need::parse)?,
        })
    });
    left.collect()
}

/// Removes one request with everything that hangs on it.
///
/// # Errors
/// A fault when the database says no.
pub fn remove(tx: &mut Tx<'_>, person: &PersonId, request: &RowId) -> Result<(), Fault> {
    for sql in [
        "DELETE FROM help_requests_code WHERE person_id = $1 AND request_id = $2",
        "DELETE FROM help_requests_opened WHERE person_id = $1 AND request_id = $2",
        "DELETE FROM help_requests_line WHERE person_id = $1 AND request_id = $2",
        "DELETE FROM help_requests_holder WHERE person_id = $1 AND request_id = $2",
        "DELETE FROM help_requests_request WHERE person_id = $1 AND request_id = $2",
    ] {
        tx.run(sql, args![person, request])?;
    }
    Ok(())
}

/// Removes everything this part keeps about somebody.
///
/// # Errors
/// A fault when the database says no.
pub fn remove_all(tx: &mut Tx<'_>, person: &PersonId) -> Result<(), Fault> {
    for sql in [
        "DELETE FROM help_requests_code WHERE person_id = $1",
        "DELETE FROM help_requests_opened WHERE person_id = $1",
        "DELETE FROM help_requests_line WHERE person_id = $1",
        "DELETE FROM help_requests_holder WHERE person_id = $1",
        "DELETE FROM help_requests_request WHERE person_id = $1",
    ] {
        tx.run(sql, args![person])?;
    }
    Ok(())
}

fn read(row: &Row) -> Result<Listed, Fault> {
    Ok(Listed { person: row.parsed(0, PersonId::parse)?, request: row.parsed(1, RowId::parse)?, at: row.time(2)? })
}
