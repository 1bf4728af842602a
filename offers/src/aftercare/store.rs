//! Plans for the time afterwards: rows and SQL, nothing else.

pub mod calls;
pub mod lines;
pub mod pressing;
pub mod returns;

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::{Day, Timestamp};
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

use super::line::Line;
use super::rules::{Stage, Standing};

/// Rows on one page of a list.
pub const PAGE: usize = 40;

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Its id.
    pub id: RowId,
    /// What the rules must know.
    pub standing: Standing,
    /// The organisation's name.
    pub organisation_name: String,
    /// The holder's name; nothing while nobody holds it.
    pub holder_name: Option<String>,
    /// The holder's phone, or the organisation's.
    pub phone: String,
    /// Since when.
    pub begun_at: Timestamp,
    /// Who began it; nothing for the person or the clock.
    pub begun_by: Option<String>,
    /// The day of leaving.
    pub leaves_on: Option<Day>,
    /// By which day somebody has been in touch.
    pub contact_by: Option<Day>,
    /// When they met.
    pub met_at: Option<Timestamp>,
    /// How often to ask; nothing is never.
    pub every_days: Option<i64>,
    /// When the next question comes.
    pub next_at: Option<Timestamp>,
    /// Until when, before they talk about how to go on.
    pub until_on: Option<Day>,
    /// When the person said yes.
    pub yes_at: Option<Timestamp>,
    /// When it was over.
    pub ended_at: Option<Timestamp>,
    /// Version.
    pub version: i64,
}

/// The newest plan of the person, in whatever stage.
///
/// # Errors
/// A fault.
pub fn newest(tx: &mut Tx<'_>, permit: &Permit, now: Timestamp) -> Result<Option<Plan>, Error> {
    let row = tx.row(
        "SELECT p.plan_id, p.stage, p.organisation_id, o.name, o.phone, p.holder, h.name, h.phone, h.ended_at, p.begun_at, b.name,
           p.leaves_on, p.contact_by, p.met_at, p.every_days, p.next_at, p.until_on, p.yes_at, p.ended_at, p.version
         FROM aftercare_plan p
         JOIN organisation o ON o.organisation_id = p.organisation_id
         LEFT JOIN account h ON h.account_id = p.holder
         LEFT JOIN account b ON b.account_id = p.begun_by
         WHERE p.person_id = $1 ORDER BY p.begun_at DESC, p.plan_id LIMIT 1",
        args![permit.person()],
    )?;
    Ok(row.map(|row| read(&row, now)).transpose()?)
}

fn read(row: &Row, now: Timestamp) -> Result<Plan, Fault> {
    let own_phone = row.text_or_null(7)?.filter(|phone| !phone.is_empty());
    let met_at = row.time_or_null(13)?;
    Ok(Plan {
        id: row.parsed(0, RowId::parse)?,
        standing: Standing {
            stage: row.parsed(1, Stage::parse)?,
            organisation: row.parsed(2, OrganisationId::parse)?,
            holder: row.parsed_or_null(5, AccountId::parse)?,
            holder_left: row.time_or_null(8)?.is_some_and(|ended| ended <= now),
            met: met_at.is_some(),
        },
        organisation_name: row.text(3)?.to_owned(),
        holder_name: row.text_or_null(6)?.map(str::to_owned),
        phone: own_phone.map_or_else(|| row.text(4), Ok)?.to_owned(),
        begun_at: row.time(9)?,
        begun_by: row.text_or_null(10)?.map(str::to_owned),
        leaves_on: row.parsed_or_null(11, Day::parse)?,
        contact_by: row.parsed_or_null(12, Day::parse)?,
        met_at,
        every_days: row.int_or_null(14)?,
        next_at: row.time_or_null(15)?,
        until_on: row.parsed_or_null(16, Day::parse)?,
        yes_at: row.time_or_null(17)?,
        ended_at: row.time_or_null(18)?,
        version: row.int(19)?,
    })
}

/// A plan to be begun.
#[derive(Clone, Debug)]
pub struct NewPlan {
    /// Where it begins.
    pub stage: Stage,
    /// Which organisation holds it.
    pub organisation: OrganisationId,
    /// Who in it.
    pub holder: Option<AccountId>,
    /// The stay that called for it.
    pub stay: Option<String>,
    /// The day of leaving, when it is known.
    pub leaves_on: Option<Day>,
    /// By which day somebody has been in touch.
    pub contact_by: Option<Day>,
}

/// Begins a plan, with its five lines empty.
///
/// # Errors
/// A fault.
pub fn begin(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, new: &NewPlan) -> Result<RowId, Error> {
    let id = RowId::from_bits(desk.bits());
    tx.run(
        "INSERT INTO aftercare_plan (person_id, plan_id, stage, organisation_id, holder, begun_at, begun_by, stay_id, leaves_on,
           contact_by, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)",
        args![
            permit.person(),
            &id,
            new.stage.key(),
            &new.organisation,
            new.holder.as_ref().map(AccountId::as_str),
            desk.now(),
            desk.ctx().actor.account.as_ref().map(AccountId::as_str),
            new.stay.as_deref(),
            new.leaves_on,
            new.contact_by,
        ],
    )?;
    for line in Line::ALL {
        lines::make(tx, desk, permit, &id, line)?;
    }
    Ok(id)
}

/// Saves a plan over the version it was read with.
///
/// # Errors
/// A fault; two who changed it at the same moment are run again, one after the other.
pub fn save(tx: &mut Tx<'_>, permit: &Permit, plan: &Plan) -> Result<(), Error> {
    let touched = tx.run(
        "UPDATE aftercare_plan SET stage = $1, holder = $2, leaves_on = $3, contact_by = $4, met_at = $5, every_days = $6,
           next_at = $7, until_on = $8, yes_at = $9, ended_at = $10, organisation_id = $11, version = $12
         WHERE person_id = $13 AND plan_id = $14 AND version = $15",
        args![
            plan.standing.stage.key(),
            plan.standing.holder.as_ref().map(AccountId::as_str),
            plan.leaves_on,
            plan.contact_by,
            plan.met_at,
            plan.every_days,
            plan.next_at,
            plan.until_on,
            plan.yes_at,
            plan.ended_at,
            &plan.standing.organisation,
            plan.version + 1,
            permit.person(),
            &plan.id,
            plan.version,
        ],
    )?;
    if touched == 1 { Ok(()) } else { Err(Fault::retry("a plan was changed meanwhile").into()) }
}

/// Where on a list one is: the last row shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// What the list is ordered by.
    pub at: String,
    /// Which row, so that two of the same moment are not lost.
    pub id: String,
}

/// A plan on an employee's list. Ids only: the name comes with the permit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Whom it is about.
    pub person: PersonId,
    /// Its id.
    pub id: RowId,
    /// Where it stands.
    pub stage: Stage,
    /// Since when.
    pub begun_at: Timestamp,
    /// The asker holds it.
    pub mine: bool,
    /// By which day somebody has been in touch, where nobody has.
    pub contact_by: Option<Day>,
}

impl Listed {
    /// Whether it waits for somebody without having a day of its own: nobody holds it, or the person has not answered and a day
    /// of leaving is set. A first contact that nobody has made stands by its day instead.
    #[must_use]
    pub fn waits(&self) -> bool {
        let is_due = self.stage == Stage::Running && self.contact_by.is_some();
        !is_due && (!self.mine || self.contact_by.is_some())
    }
}

/// The plans an employee must see to: those they hold and those nobody holds in their organisation, the newest first. One more
/// than a page holds, when there are more.
///
/// # Errors
/// A fault.
pub fn for_me(
    tx: &mut Tx<'_>,
    me: &AccountId,
    organisation: &OrganisationId,
    now: Timestamp,
    after: Option<&After>,
) -> Result<Vec<Listed>, Error> {
    let (at, id) = after.map_or(("9999", ""), |after| (after.at.as_str(), after.id.as_str()));
    let rows = tx.rows(
        "SELECT person_id, plan_id, stage, begun_at, holder, contact_by, met_at FROM (
           SELECT person_id, plan_id, stage, begun_at, holder, contact_by, met_at FROM (
             SELECT p.person_id, p.plan_id, p.stage, p.begun_at, p.holder, p.contact_by, p.met_at
             FROM aftercare_plan p LEFT JOIN account h ON h.account_id = p.holder
             WHERE p.organisation_id = $1 AND p.stage = 'asked' AND (p.begun_at, p.plan_id) < ($2, $3)
               AND (p.holder = $4 OR p.holder IS NULL OR h.ended_at <= $5)
             ORDER BY p.begun_at DESC, p.plan_id DESC LIMIT 41) AS asked
           UNION ALL
           SELECT person_id, plan_id, stage, begun_at, holder, contact_by, met_at FROM (
             SELECT q.person_id, q.plan_id, q.stage, q.begun_at, q.holder, q.contact_by, q.met_at
             FROM aftercare_plan q LEFT JOIN account g ON g.account_id = q.holder
             WHERE q.organisation_id = $6 AND q.stage = 'running' AND (q.begun_at, q.plan_id) < ($7, $8)
               AND (q.holder = $9 OR q.holder IS NULL OR g.ended_at <= $10)
             ORDER BY q.begun_at DESC, q.plan_id DESC LIMIT 41) AS running) AS both_stages
         ORDER BY begun_at DESC, plan_id DESC LIMIT 41",
        args![organisation, at, id, me, now, organisation, at, id, me, now],
    )?;
    let read = |row: &Row| {
        let met = row.time_or_null(6)?.is_some();
        Ok(Listed {
            person: row.parsed(0, PersonId::parse)?,
            id: row.parsed(1, RowId::parse)?,
            stage: row.parsed(2, Stage::parse)?,
            begun_at: row.time(3)?,
            mine: row.text_or_null(4)? == Some(me.as_str()),
            contact_by: row.parsed_or_null(5, Day::parse)?.filter(|_| !met),
        })
    };
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}

/// Persons whose plans have come to the clock: a question to ask, or the time that was agreed is over. Ids only.
///
/// # Errors
/// A fault.
pub fn due(tx: &mut Tx<'_>, now: Timestamp) -> Result<Vec<PersonId>, Error> {
    let rows = tx.rows(
        "SELECT DISTINCT a.person_id FROM aftercare_plan a JOIN person p ON p.person_id = a.person_id
         WHERE a.stage = 'running' AND p.closed_at IS NULL AND p.erased_at IS NULL
           AND (a.next_at <= $1 OR (a.until_on <= $2 AND NOT EXISTS (SELECT 1 FROM aftercare_call c
             WHERE c.person_id = a.person_id AND c.plan_id = a.plan_id AND c.cause = 'ahead' AND c.done_at IS NULL)))
         ORDER BY a.person_id LIMIT 200",
        args![now, now.day()],
    )?;
    Ok(rows.iter().map(|row| row.parsed(0, PersonId::parse)).collect::<Result<_, Fault>>()?)
}
