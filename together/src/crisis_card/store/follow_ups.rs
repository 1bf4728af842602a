//! Who follows up whom, and by when.

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

use crate::crisis_card::following::{Cause, Change, Open, Outcome};

/// A follow-up, with the names that go with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// Its id.
    pub id: RowId,
    /// What the rules must know.
    pub open: Open,
    /// Since when.
    pub begun_at: Timestamp,
    /// Who began it.
    pub begun_by: String,
    /// Who has it.
    pub holder_name: String,
    /// The holder's phone, or the organisation's.
    pub phone: String,
    /// The organisation's name.
    pub organisation_name: String,
    /// The name of whoever has been asked to take it.
    pub offered_name: Option<String>,
    /// When somebody last tried and did not reach the person.
    pub tried_at: Option<Timestamp>,
    /// When it was over.
    pub done_at: Option<Timestamp>,
    /// How.
    pub outcome: Option<Outcome>,
    /// Version.
    pub version: i64,
}

/// What happened to a follow-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// As a wording key: `crisis-happened-<what>`.
    pub what: String,
    /// Who did it, or was asked.
    pub name: String,
    /// When.
    pub at: Timestamp,
}

/// The follow-ups this permit shows, newest first: all for the person, else those of the asker's own organisation.
///
/// # Errors
/// A fault.
pub fn all(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<Vec<FollowUp>, Error> {
    let rows = tx.rows(
        "SELECT f.follow_up_id, f.cause, f.organisation_id, f.begun_at, b.name, f.holder, h.name, h.phone, h.ended_at,
           o.name, o.phone, f.offered_to, t.name, f.due_at, f.tried_at, f.done_at, f.outcome, f.version
         FROM crisis_card_follow_up f
         JOIN organisation o ON o.organisation_id = f.organisation_id
         JOIN account h ON h.account_id = f.holder
         JOIN account b ON b.account_id = f.begun_by
         LEFT JOIN account t ON t.account_id = f.offered_to
         WHERE f.person_id = $1 ORDER BY f.begun_at DESC, f.follow_up_id LIMIT 50",
        args![permit.person()],
    )?;
    let mut found: Vec<FollowUp> = rows.iter().map(|row| read(row, desk.now())).collect::<Result<_, Fault>>()?;
    let employer = desk.ctx().actor.employer.as_ref().map(|employer| &employer.id);
    found.retain(|one| permit.is_own() || Some(&one.open.organisation) == employer);
    Ok(found)
}

fn read(row: &Row, now: Timestamp) -> Result<FollowUp, Fault> {
    let own_phone = row.text_or_null(7)?.filter(|phone| !phone.is_empty());
    Ok(FollowUp {
        id: row.parsed(0, RowId::parse)?,
        open: Open {
            cause: row.parsed(1, Cause::parse)?,
            organisation: row.parsed(2, OrganisationId::parse)?,
            holder: row.parsed(5, AccountId::parse)?,
            holder_left: row.time_or_null(8)?.is_some_and(|ended| ended <= now),
            offered_to: row.parsed_or_null(11, AccountId::parse)?,
            due_at: row.time(13)?,
        },
        begun_at: row.time(3)?,
        begun_by: row.text(4)?.to_owned(),
        holder_name: row.text(6)?.to_owned(),
        phone: own_phone.map_or_else(|| row.text(10), Ok)?.to_owned(),
        organisation_name: row.text(9)?.to_owned(),
        offered_name: row.text_or_null(12)?.map(str::to_owned),
        tried_at: row.time_or_null(14)?,
        done_at: row.time_or_null(15)?,
        outcome: row.parsed_or_null(16, Outcome::parse)?,
        version: row.int(17)?,
    })
}

/// Those that run.
///
/// # Errors
/// A fault.
pub fn running(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<Vec<FollowUp>, Error> {
    let mut found = all(tx, desk, permit)?;
    found.retain(|one| one.done_at.is_none());
    Ok(found)
}

/// Begins one; whoever begins it holds it.
///
/// # Errors
/// A denial for somebody without an employer, or a fault.
pub fn begin(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, cause: Cause, due_at: Timestamp) -> Result<RowId, Error> {
    let id = RowId::from_bits(desk.bits());
    let actor = &desk.ctx().actor;
    let me = actor.account.as_ref().ok_or(Error::SignIn)?;
    tx.run(
        "INSERT INTO crisis_card_follow_up (person_id, follow_up_id, cause, organisation_id, begun_by, begun_at, due_at,
           holder, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)",
        args![permit.person(), &id, cause.key(), actor.employer_id()?, me, desk.now(), due_at, me],
    )?;
    happened(tx, desk, permit, &id, 1, ("began", me))?;
    Ok(id)
}

/// Saves what was decided about one.
///
/// # Errors
/// A fault; two who changed it at the same moment are run again, one after the other.
pub fn save(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, one: &FollowUp, change: &Change) -> Result<(), Error> {
    let now = desk.now();
    let me = desk.ctx().actor.account.clone().ok_or(Error::SignIn)?;
    let (holder, offered, who) = match change {
        Change::Offered(to) => (one.open.holder.clone(), Some(to.clone()), to.clone()),
        Change::Held(by) => (by.clone(), None, by.clone()),
        Change::Declined => (one.open.holder.clone(), None, me),
        Change::Tried | Change::Ended(_) => (one.open.holder.clone(), one.open.offered_to.clone(), me),
    };
    let ended = if let Change::Ended(outcome) = change { Some(outcome.key()) } else { None };
    let tried = if matches!(change, Change::Tried) { Some(now) } else { one.tried_at };
    let touched = tx.run(
        "UPDATE crisis_card_follow_up SET holder = $1, offered_to = $2, tried_at = $3, done_at = $4, outcome = $5,
           version = $6
         WHERE person_id = $7 AND follow_up_id = $8 AND version = $9 AND done_at IS NULL",
        args![
            &holder,
            offered.as_ref().map(AccountId::as_str),
            tried,
            ended.map(|_| now),
            ended,
            one.version + 1,
            permit.person(),
            &one.id,
            one.version,
        ],
    )?;
    if touched != 1 {
        return Err(Fault::retry("a follow-up was changed meanwhile").into());
    }
    happened(tx, desk, permit, &one.id, one.version + 1, (change.key(), &who))
}

fn happened(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    id: &RowId,
    number: i64,
    (what, who): (&str, &AccountId),
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO crisis_card_hand_over (person_id, follow_up_id, number, what, account_id, at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        args![permit.person(), id, number, what, who, desk.now()],
    )?;
    Ok(())
}

/// What has happened to one, oldest first.
///
/// # Errors
/// A fault.
pub fn history(tx: &mut Tx<'_>, permit: &Permit, id: &RowId) -> Result<Vec<Happened>, Error> {
    let rows = tx.rows(
        "SELECT h.what, a.name, h.at FROM crisis_card_hand_over h JOIN account a ON a.account_id = h.account_id
         WHERE h.person_id = $1 AND h.follow_up_id = $2 ORDER BY h.number LIMIT 200",
        args![permit.person(), id],
    )?;
    let read = |row: &Row| Ok(Happened { what: row.text(0)?.to_owned(), name: row.text(1)?.to_owned(), at: row.time(2)? });
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}

/// A follow-up on somebody's list. Ids only: the name comes with the permit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Whom it is about.
    pub person: PersonId,
    /// Its id.
    pub id: RowId,
    /// Why.
    pub cause: Cause,
    /// By when.
    pub due_at: Timestamp,
    /// The asker holds it.
    pub mine: bool,
    /// The asker has been asked to take it.
    pub asked: bool,
}

/// What an employee must see to: what they hold, what they are asked to take, and what lies in their organisation. The
/// first due first.
///
/// # Errors
/// A fault.
pub fn for_me(tx: &mut Tx<'_>, me: &AccountId, organisation: &OrganisationId, now: Timestamp) -> Result<Vec<Listed>, Error> {
    let rows = tx.rows(
        "SELECT f.person_id, f.follow_up_id, f.cause, f.due_at, f.holder, f.offered_to
         FROM crisis_card_follow_up f JOIN account h ON h.account_id = f.holder
         WHERE f.organisation_id = $1 AND f.done_at IS NULL
           AND (f.holder = $2 OR f.offered_to = $3 OR f.due_at <= $4 OR h.ended_at <= $5)
         ORDER BY f.done_at NULLS LAST, f.due_at, f.follow_up_id LIMIT 50",
        args![organisation, me, me, now, now],
    )?;
    let read = |row: &Row| {
        Ok(Listed {
            person: row.parsed(0, PersonId::parse)?,
            id: row.parsed(1, RowId::parse)?,
            cause: row.parsed(2, Cause::parse)?,
            due_at: row.time(3)?,
            mine: row.text(4)? == me.as_str(),
            asked: row.text_or_null(5)? == Some(me.as_str()),
        })
    };
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}
