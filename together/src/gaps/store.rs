//! Open items and who owns them, accepted steps, and when somebody was last in touch.

pub mod lists;
pub mod signs;

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

use super::rules::{Cause, Change, Ground, How, Open, Owner};

/// An item, with the names that go with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Its id.
    pub id: RowId,
    /// Whom it is about.
    pub person: PersonId,
    /// What the rules must know.
    pub open: Open,
    /// The owner's name.
    pub owner_name: String,
    /// Where the owner works.
    pub organisation_name: String,
    /// The owner's phone, or the organisation's.
    pub phone: String,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// How.
    pub how: Option<How>,
    /// Version.
    pub version: i64,
}

/// The items of a person, newest first: all for the person, else those that the asker's organisation owns, and those of a
/// coordinator.
///
/// # Errors
/// A fault.
pub fn all(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<Vec<Gap>, Error> {
    let rows = tx.rows(
        "SELECT i.gap_id, i.person_id, i.cause, i.owner, i.owner_organisation, i.ground, i.leader_organisation, i.opened_at,
           i.closed_at, i.how, i.version, a.name, a.phone, o.name, o.phone, a.ended_at
         FROM gaps_item i JOIN account a ON a.account_id = i.owner
         JOIN organisation o ON o.organisation_id = i.owner_organisation
         WHERE i.person_id = $1 ORDER BY i.opened_at DESC, i.gap_id LIMIT 50",
        args![permit.person()],
    )?;
    let mut found = rows.iter().map(|row| read(row, desk.now())).collect::<Result<Vec<_>, Fault>>()?;
    let actor = &desk.ctx().actor;
    let employer = actor.employer.as_ref().map(|employer| &employer.id);
    let coordinates = actor.role == kernel::role::Role::Coordinator;
    found.retain(|one| permit.is_own() || coordinates || Some(&one.open.owner.organisation) == employer);
    Ok(found)
}

/// One item, for whoever may see it without seeing the person: a leader, or the clock.
///
/// # Errors
/// [`Error::Missing`].
pub fn one(tx: &mut Tx<'_>, id: &RowId, now: Timestamp) -> Result<Gap, Error> {
    let row = tx.row(
        "SELECT i.gap_id, i.person_id, i.cause, i.owner, i.owner_organisation, i.ground, i.leader_organisation, i.opened_at,
           i.closed_at, i.how, i.version, a.name, a.phone, o.name, o.phone, a.ended_at
         FROM gaps_item i JOIN account a ON a.account_id = i.owner
         JOIN organisation o ON o.organisation_id = i.owner_organisation
         WHERE i.gap_id = $1",
        args![id],
    )?;
    Ok(read(&row.ok_or(Error::Missing)?, now)?)
}

pub(super) fn read(row: &Row, now: Timestamp) -> Result<Gap, Fault> {
    let own = row.text(12)?;
    let phone = if own.is_empty() { row.text(14)? } else { own };
    Ok(Gap {
        id: row.parsed(0, RowId::parse)?,
        person: row.parsed(1, PersonId::parse)?,
        open: Open {
            cause: row.parsed(2, Cause::parse)?,
            owner: Owner {
                account: row.parsed(3, AccountId::parse)?,
                organisation: row.parsed(4, OrganisationId::parse)?,
                ground: row.parsed(5, Ground::parse)?,
            },
            owner_left: row.time_or_null(15)?.is_some_and(|ended| ended <= now),
            leader: row.parsed_or_null(6, OrganisationId::parse)?,
            since: row.time(7)?,
        },
        owner_name: row.text(11)?.to_owned(),
        organisation_name: row.text(13)?.to_owned(),
        phone: phone.to_owned(),
        closed_at: row.time_or_null(8)?,
        how: row.parsed_or_null(9, How::parse)?,
        version: row.int(10)?,
    })
}

/// Opens an item. One of the same cause and subject that is open already is enough.
///
/// # Errors
/// A fault.
pub fn open(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    person: &PersonId,
    (cause, subject): (Cause, &str),
    owner: &Owner,
    leader: Option<&OrganisationId>,
) -> Result<Option<RowId>, Error> {
    let there = tx.row(
        "SELECT gap_id FROM gaps_item WHERE person_id = $1 AND cause = $2 AND subject = $3 AND closed_at IS NULL LIMIT 1",
        args![person, cause.key(), subject],
    )?;
    if there.is_some() {
        return Ok(None);
    }
    let id = RowId::from_bits(desk.bits());
    tx.run(
        "INSERT INTO gaps_item (person_id, gap_id, cause, subject, owner, owner_organisation, ground, leader_organisation, opened_at,
           version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)",
        args![
            person,
            &id,
            cause.key(),
            subject,
            &owner.account,
            &owner.organisation,
            owner.ground.key(),
            leader.map(OrganisationId::as_str),
            desk.now(),
        ],
    )?;
    happened(tx, desk, person, &id, 1, "opened", Some(&owner.account))?;
    Ok(Some(id))
}

/// Saves what was decided.
///
/// # Errors
/// A fault; two who changed it at the same moment are run again, one after the other.
pub fn save(tx: &mut Tx<'_>, desk: &Desk<'_>, gap: &Gap, change: &Change, leader: Option<&OrganisationId>) -> Result<(), Error> {
    let (owner, how) = match change {
        Change::Same => return Ok(()),
        Change::Owned(owner) => (owner, None),
        Change::Closed(how) => (&gap.open.owner, Some(*how)),
    };
    let touched = tx.run(
        "UPDATE gaps_item SET owner = $1, owner_organisation = $2, ground = $3, leader_organisation = $4, closed_at = $5, how = $6,
           version = $7
         WHERE person_id = $8 AND gap_id = $9 AND version = $10",
        args![
            &owner.account,
            &owner.organisation,
            owner.ground.key(),
            leader.or(gap.open.leader.as_ref()).map(OrganisationId::as_str),
            how.map(|_| desk.now()),
            how.map(How::key),
            gap.version + 1,
            &gap.person,
            &gap.id,
            gap.version,
        ],
    )?;
    if touched != 1 {
        return Err(Fault::retry("an open item was changed meanwhile").into());
    }
    let (what, who) = match how {
        Some(how) => (how.key(), desk.ctx().actor.account.as_ref()),
        None => ("owned", Some(&owner.account)),
    };
    happened(tx, desk, &gap.person, &gap.id, gap.version + 1, what, who)
}

fn happened(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    person: &PersonId,
    id: &RowId,
    number: i64,
    what: &str,
    who: Option<&AccountId>,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO gaps_event (person_id, gap_id, number, what, account_id, at) VALUES ($1, $2, $3, $4, $5, $6)",
        args![person, id, number, what, who.map(AccountId::as_str), desk.now()],
    )?;
    Ok(())
}

/// The items of a person that are open, by id: those of these causes.
///
/// # Errors
/// A fault.
pub fn still_open(tx: &mut Tx<'_>, person: &PersonId, now: Timestamp) -> Result<Vec<Gap>, Error> {
    let rows = tx.rows(
        "SELECT i.gap_id, i.person_id, i.cause, i.owner, i.owner_organisation, i.ground, i.leader_organisation, i.opened_at,
           i.closed_at, i.how, i.version, a.name, a.phone, o.name, o.phone, a.ended_at
         FROM gaps_item i JOIN account a ON a.account_id = i.owner
         JOIN organisation o ON o.organisation_id = i.owner_organisation
         WHERE i.person_id = $1 AND i.closed_at IS NULL ORDER BY i.opened_at, i.gap_id LIMIT 50",
        args![person],
    )?;
    Ok(rows.iter().map(|row| read(row, now)).collect::<Result<_, Fault>>()?)
}
