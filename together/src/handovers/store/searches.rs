//! Looking for somebody who did not come or who left, the same day: only where the person has said yes to it.

use kernel::id::{OrganisationId, PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

/// How it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Found, and talked to.
    Found,
    /// Not found today.
    NotFound,
}

impl Outcome {
    /// Both.
    pub const ALL: [Outcome; 2] = [Outcome::Found, Outcome::NotFound];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Outcome::Found => "found",
            Outcome::NotFound => "not-found",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// Somebody to be looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// Whom.
    pub person: PersonId,
    /// Its id.
    pub id: RowId,
    /// `missed` or `departed`.
    pub why: String,
    /// By when.
    pub due_at: Timestamp,
    /// Who holds the baton meanwhile, with a phone.
    pub holder: (String, String),
}

/// The outreach team: the one that is asked when there is one.
///
/// # Errors
/// A fault.
pub fn team(tx: &mut Tx<'_>) -> Result<Option<(OrganisationId, String)>, Error> {
    let row = tx.row(
        "SELECT organisation_id, name FROM organisation WHERE kind = 'outreach' ORDER BY name, organisation_id LIMIT 1",
        &[],
    )?;
    Ok(row.map(|row| Ok::<_, Fault>((row.parsed(0, OrganisationId::parse)?, row.text(1)?.to_owned()))).transpose()?)
}

/// Asks the team to look, today. One that runs is enough.
///
/// # Errors
/// A fault.
pub fn begin(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    handover: &RowId,
    team: &OrganisationId,
    why: &str,
) -> Result<(), Error> {
    let there = tx.row(
        "SELECT search_id FROM handovers_search WHERE person_id = $1 AND handover_id = $2 AND done_at IS NULL LIMIT 1",
        args![permit.person(), handover],
    )?;
    if there.is_some() {
        return Ok(());
    }
    let id = RowId::from_bits(desk.bits());
    tx.run(
        "INSERT INTO handovers_search (person_id, search_id, handover_id, organisation_id, why, due_at, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![permit.person(), &id, handover, team, why, desk.now().day().end(), desk.now()],
    )?;
    Ok(())
}

/// Whom this organisation is asked to look for, the soonest first.
///
/// # Errors
/// A fault.
pub fn open(tx: &mut Tx<'_>, organisation: &OrganisationId) -> Result<Vec<Search>, Error> {
    let rows = tx.rows(
        "SELECT f.person_id, f.search_id, f.why, f.due_at, a.name, a.phone, o.phone
         FROM handovers_search f
         JOIN handovers_baton b ON b.person_id = f.person_id AND b.handover_id = f.handover_id
         JOIN account a ON a.account_id = b.sender
         JOIN organisation o ON o.organisation_id = b.sender_organisation
         WHERE f.organisation_id = $1 AND f.done_at IS NULL
         ORDER BY f.done_at NULLS LAST, f.due_at NULLS LAST, f.search_id LIMIT 50",
        args![organisation],
    )?;
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}

fn read(row: &Row) -> Result<Search, Fault> {
    let own = row.text(5)?;
    let phone = if own.is_empty() { row.text(6)? } else { own };
    Ok(Search {
        person: row.parsed(0, PersonId::parse)?,
        id: row.parsed(1, RowId::parse)?,
        why: row.text(2)?.to_owned(),
        due_at: row.time(3)?,
        holder: (row.text(4)?.to_owned(), phone.to_owned()),
    })
}

/// Those asked for by this time that nobody has reported: the team knows no longer who it is. A hundred at a time.
///
/// # Errors
/// A fault.
pub fn unreported(tx: &mut Tx<'_>, asked_by: Timestamp) -> Result<Vec<(PersonId, RowId)>, Error> {
    let rows = tx.rows(
        "SELECT person_id, search_id FROM handovers_search WHERE done_at IS NULL AND made_at <= $1
         ORDER BY made_at, search_id LIMIT 100",
        args![asked_by],
    )?;
    let read = |row: &Row| Ok((row.parsed(0, PersonId::parse)?, row.parsed(1, RowId::parse)?));
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}

/// Time ends one that nobody has reported. It has no outcome and nobody who said so: nothing is guessed.
///
/// # Errors
/// A fault.
pub fn lapse(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId) -> Result<(), Error> {
    tx.run(
        "UPDATE handovers_search SET done_at = $1 WHERE person_id = $2 AND search_id = $3 AND done_at IS NULL",
        args![desk.now(), permit.person(), id],
    )?;
    Ok(())
}

/// Nobody is looked for any more: the baton is where it is to be, or the person has taken their yes to it back. What the team has not
/// reported has no outcome.
///
/// # Errors
/// A fault.
pub fn stop(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, handover: &RowId) -> Result<(), Error> {
    tx.run(
        "UPDATE handovers_search SET done_at = $1 WHERE person_id = $2 AND handover_id = $3 AND done_at IS NULL",
        args![desk.now(), permit.person(), handover],
    )?;
    Ok(())
}

/// Whom a search is for.
///
/// # Errors
/// [`Error::Missing`].
pub fn whose(tx: &mut Tx<'_>, id: &RowId, organisation: &OrganisationId) -> Result<PersonId, Error> {
    let row = tx.row(
        "SELECT person_id FROM handovers_search WHERE organisation_id = $1 AND search_id = $2 AND done_at IS NULL",
        args![organisation, id],
    )?;
    Ok(row.ok_or(Error::Missing)?.parsed(0, PersonId::parse)?)
}

/// How it went.
///
/// # Errors
/// [`Error::Missing`] when a colleague has said so already.
pub fn end(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId, outcome: Outcome) -> Result<(), Error> {
    let by = desk.ctx().actor.account.as_ref().ok_or(Error::SignIn)?;
    let touched = tx.run(
        "UPDATE handovers_search SET done_at = $1, done_by = $2, outcome = $3
         WHERE person_id = $4 AND search_id = $5 AND done_at IS NULL",
        args![desk.now(), by, outcome.key(), permit.person(), id],
    )?;
    if touched == 1 { Ok(()) } else { Err(Error::Missing) }
}
