//! Lines and tasks between a person and NAV: rows and SQL.
//!
//! Two permits decide what is seen. Records of the office's own are opened by the permit of class `Welfare`, which names the
//! office; everything else is opened by what the person has shared, area by area.

use kernel::area::{Area, Areas};
use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::{Day, Timestamp};
use platform::access::{Desk, Permit};
use platform::args;
use platform::dated::Numbers;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use super::rules::{self, Ending, Task, Typed, Whose};

/// Rows on one page of a list.
pub const PAGE: usize = 40;

/// Who may see which of the lines.
#[derive(Clone, Debug)]
pub struct Eyes {
    /// The person sees all of them.
    pub own: bool,
    /// The office whose own records these are.
    pub office: Option<OrganisationId>,
    /// What the person has shared with the asker.
    pub shared: Areas,
}

impl Eyes {
    fn see(&self, area: Area, office: Option<&OrganisationId>) -> bool {
        let written_here = office.is_some() && office == self.office.as_ref();
        self.own || written_here || self.shared.has(area)
    }
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// Its id.
    pub id: RowId,
    /// The office that wrote it; nothing for the person.
    pub office: Option<OrganisationId>,
    /// What it says.
    pub typed: Typed,
    /// When it was answered.
    pub answered_on: Option<Day>,
    /// When it was changed.
    pub changed_at: Timestamp,
    /// Who changed it, of the office.
    pub changed_by: Option<String>,
    /// Version.
    pub version: i64,
}

/// The lines these eyes see, section by section, the newest first.
///
/// # Errors
/// A fault.
pub fn matters(tx: &mut Tx<'_>, permit: &Permit, eyes: &Eyes) -> Result<Vec<Matter>, Error> {
    let rows = tx.rows(
        "SELECT m.matter_id, m.organisation_id, m.area, m.words, m.status, m.applied_on, m.answer_by, m.answer, m.answered_on,
           m.changed_at, a.name, m.version
         FROM nav_matter m LEFT JOIN account a ON a.account_id = m.changed_by
         WHERE m.person_id = $1 AND m.gone_at IS NULL ORDER BY m.made_at DESC, m.matter_id LIMIT 100",
        args![permit.person()],
    )?;
    let mut found = Vec::new();
    for row in &rows {
        let office: Option<OrganisationId> = row.parsed_or_null(1, OrganisationId::parse)?;
        let area = row.parsed(2, rules::section)?;
        if eyes.see(area, office.as_ref()) {
            found.push(read(permit, row, office, area)?);
        }
    }
    Ok(found)
}

fn read(permit: &Permit, row: &Row, office: Option<OrganisationId>, area: Area) -> Result<Matter, Error> {
    let id: RowId = row.parsed(0, RowId::parse)?;
    let cell = |column| Cell::new("nav_matter", id.as_str(), column);
    Ok(Matter {
        office,
        typed: Typed {
            area,
            words: permit.open(cell("words"), row.blob(3)?)?,
            status: row.parsed(4, rules::status)?,
            applied_on: row.parsed_or_null(5, Day::parse)?,
            answer_by: row.parsed_or_null(6, Day::parse)?,
            answer: permit.open_or_null(cell("answer"), row.blob_or_null(7)?)?,
        },
        answered_on: row.parsed_or_null(8, Day::parse)?,
        changed_at: row.time(9)?,
        changed_by: row.text_or_null(10)?.map(str::to_owned),
        version: row.int(11)?,
        id,
    })
}

fn account<'a>(desk: &'a Desk<'_>) -> Option<&'a str> {
    desk.ctx().actor.account.as_ref().map(AccountId::as_str)
}

fn sealed_answer(permit: &Permit, id: &RowId, typed: &Typed) -> Result<Option<Vec<u8>>, Error> {
    let cell = Cell::new("nav_matter", id.as_str(), "answer");
    typed.answer.as_deref().map(|answer| permit.seal(cell, answer)).transpose()
}

/// Writes a new line. `office` is the one that writes it, nothing for the person.
///
/// # Errors
/// A fault.
pub fn add(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    office: Option<&OrganisationId>,
    typed: &Typed,
) -> Result<RowId, Error> {
    let id = RowId::from_bits(desk.bits());
    let answered_on = typed.answer.as_ref().map(|_| desk.now().day());
    tx.run(
        "INSERT INTO nav_matter (person_id, matter_id, organisation_id, area, words, status, applied_on, answer_by, answer,
           answered_on, made_at, changed_at, changed_by, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)",
        args![
            permit.person(),
            &id,
            office.map(OrganisationId::as_str),
            typed.area.key(),
            permit.seal(Cell::new("nav_matter", id.as_str(), "words"), &typed.words)?,
            typed.status,
            typed.applied_on,
            typed.answer_by,
            sealed_answer(permit, &id, typed)?,
            answered_on,
            desk.now(),
            desk.now(),
            account(desk),
        ],
    )?;
    Ok(id)
}

/// Changes a line over the version it was read with. False when it has changed since.
///
/// # Errors
/// A fault.
pub fn change(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, one: &Matter, seen: i64, typed: &Typed) -> Result<bool, Error> {
    let answered_on = typed.answer.as_ref().map(|_| one.answered_on.unwrap_or(desk.now().day()));
    let touched = tx.run(
        "UPDATE nav_matter SET area = $1, words = $2, status = $3, applied_on = $4, answer_by = $5, answer = $6, answered_on = $7,
           changed_at = $8, changed_by = $9, version = $10
         WHERE person_id = $11 AND matter_id = $12 AND version = $13 AND gone_at IS NULL",
        args![
            typed.area.key(),
            permit.seal(Cell::new("nav_matter", one.id.as_str(), "words"), &typed.words)?,
            typed.status,
            typed.applied_on,
            typed.answer_by,
            sealed_answer(permit, &one.id, typed)?,
            answered_on,
            desk.now(),
            account(desk),
            seen + 1,
            permit.person(),
            &one.id,
            seen,
        ],
    )?;
    Ok(touched == 1)
}

/// Takes a line away. False when it has changed since it was read.
///
/// # Errors
/// A fault.
pub fn remove(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, one: &Matter, seen: i64) -> Result<bool, Error> {
    let touched = tx.run(
        "UPDATE nav_matter SET gone_at = $1, changed_at = $2, changed_by = $3, version = $4
         WHERE person_id = $5 AND matter_id = $6 AND version = $7 AND gone_at IS NULL",
        args![desk.now(), desk.now(), account(desk), seen + 1, permit.person(), &one.id, seen],
    )?;
    Ok(touched == 1)
}

/// A task between the person and an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its id.
    pub id: RowId,
    /// What the rules must know.
    pub task: Task,
    /// What is asked.
    pub words: String,
    /// By when.
    pub due_on: Day,
    /// Who asked, of the office.
    pub made_by: Option<String>,
    /// How it ended, and when.
    pub ending: Option<(Ending, Timestamp)>,
}

/// The tasks between the person and NAV: all for the person, else those of the asker's own office. Those that wait, the first due
/// first; then those that are over, the newest first.
///
/// # Errors
/// A fault.
pub fn tasks(tx: &mut Tx<'_>, permit: &Permit, eyes: &Eyes) -> Result<Vec<Asked>, Error> {
    let office = eyes.office.as_ref().filter(|_| !eyes.own).map(OrganisationId::as_str);
    if office.is_none() && !eyes.own {
        return Ok(Vec::new());
    }
    let waiting = tx.rows(
        "SELECT t.task_id, t.organisation_id, t.whose, t.words, t.due_on, a.name, t.done_at, t.ending
         FROM nav_task t LEFT JOIN account a ON a.account_id = t.made_by
         WHERE t.person_id = $1 AND t.done_at IS NULL AND t.organisation_id = COALESCE($2, t.organisation_id)
         ORDER BY t.done_at NULLS LAST, t.due_on, t.task_id LIMIT 60",
        args![permit.person(), office],
    )?;
    let over = tx.rows(
        "SELECT t.task_id, t.organisation_id, t.whose, t.words, t.due_on, a.name, t.done_at, t.ending
         FROM nav_task t LEFT JOIN account a ON a.account_id = t.made_by
         WHERE t.person_id = $1 AND t.done_at IS NOT NULL AND t.organisation_id = COALESCE($2, t.organisation_id)
         ORDER BY t.done_at DESC, t.due_on DESC, t.task_id DESC LIMIT 60",
        args![permit.person(), office],
    )?;
    waiting.iter().chain(&over).map(|row| task(permit, row)).collect()
}

fn task(permit: &Permit, row: &Row) -> Result<Asked, Error> {
    let id: RowId = row.parsed(0, RowId::parse)?;
    let (organisation, whose) = (row.parsed(1, OrganisationId::parse)?, row.parsed(2, Whose::parse)?);
    let done_at = row.time_or_null(6)?;
    Ok(Asked {
        task: Task { organisation, whose, over: done_at.is_some() },
        words: permit.open(Cell::new("nav_task", id.as_str(), "words"), row.blob(3)?)?,
        due_on: row.parsed(4, Day::parse)?,
        made_by: row.text_or_null(5)?.map(str::to_owned),
        ending: row.parsed_or_null(7, Ending::parse)?.zip(done_at),
        id,
    })
}

/// A task to be asked.
#[derive(Clone, Debug)]
pub struct NewTask {
    /// Whose it is to do.
    pub whose: Whose,
    /// In which section.
    pub area: Area,
    /// What is asked.
    pub words: String,
    /// By when, when it was said.
    pub due_on: Option<Day>,
}

/// Asks. A task without a day gets one from the rule of the day.
///
/// # Errors
/// A fault.
pub fn ask(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, office: &OrganisationId, new: &NewTask) -> Result<RowId, Error> {
    let id = RowId::from_bits(desk.bits());
    let due_on = new.due_on.unwrap_or(desk.now().day().plus(task_days(tx, desk.now())?));
    tx.run(
        "INSERT INTO nav_task (person_id, task_id, organisation_id, whose, area, words, due_on, made_by, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![
            permit.person(),
            &id,
            office,
            new.whose.key(),
            new.area.key(),
            permit.seal(Cell::new("nav_task", id.as_str(), "words"), &new.words)?,
            due_on,
            account(desk),
            desk.now(),
        ],
    )?;
    Ok(id)
}

fn task_days(tx: &mut Tx<'_>, now: Timestamp) -> Result<i32, Error> {
    let numbers = Numbers::read(
        tx,
        "SELECT rule, amount FROM nav_rule
         WHERE jurisdiction = 'NO' AND valid_from <= $1 AND (valid_until IS NULL OR valid_until > $2)
         ORDER BY valid_from DESC, rule",
        now,
    )?;
    numbers.find("task-days")
}

/// Ends a task. False when it was ended already.
///
/// # Errors
/// A fault.
pub fn end(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, id: &RowId, ending: Ending) -> Result<bool, Error> {
    let touched = tx.run(
        "UPDATE nav_task SET done_at = $1, ending = $2 WHERE person_id = $3 AND task_id = $4 AND done_at IS NULL",
        args![desk.now(), ending.key(), permit.person(), id],
    )?;
    Ok(touched == 1)
}

/// Where on a list one is: the last row shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// Its day.
    pub day: Day,
    /// Its id.
    pub id: RowId,
}

/// Something an office must see to. Ids only: the name comes with the permit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Whom it is about.
    pub person: PersonId,
    /// Its id.
    pub id: RowId,
    /// By when.
    pub day: Day,
}

fn listed(row: &Row) -> Result<Listed, Fault> {
    Ok(Listed { person: row.parsed(0, PersonId::parse)?, id: row.parsed(1, RowId::parse)?, day: row.parsed(2, Day::parse)? })
}

/// What persons have asked an office to do, the first due first. One more than a page holds, when there are more.
///
/// # Errors
/// A fault.
pub fn asked_of(tx: &mut Tx<'_>, office: &OrganisationId, after: Option<&After>) -> Result<Vec<Listed>, Error> {
    let (day, id) = after.map_or((String::new(), ""), |after| (after.day.stored(), after.id.as_str()));
    let rows = tx.rows(
        "SELECT person_id, task_id, due_on FROM nav_task
         WHERE organisation_id = $1 AND whose = 'nav' AND done_at IS NULL AND (due_on, task_id) > ($2, $3)
         ORDER BY done_at NULLS LAST, due_on, task_id LIMIT 41",
        args![office, day, id],
    )?;
    Ok(rows.iter().map(listed).collect::<Result<_, Fault>>()?)
}

/// What an office has promised an answer to, the first due first. One more than a page holds, when there are more.
///
/// # Errors
/// A fault.
pub fn promised(tx: &mut Tx<'_>, office: &OrganisationId, after: Option<&After>) -> Result<Vec<Listed>, Error> {
    let (day, id) = after.map_or((String::new(), ""), |after| (after.day.stored(), after.id.as_str()));
    let rows = tx.rows(
        "SELECT person_id, matter_id, answer_by FROM nav_matter
         WHERE organisation_id = $1 AND answered_on IS NULL AND answer_by IS NOT NULL AND gone_at IS NULL
           AND (answer_by, matter_id) > ($2, $3)
         ORDER BY answered_on NULLS LAST, answer_by NULLS LAST, matter_id LIMIT 41",
        args![office, day, id],
    )?;
    Ok(rows.iter().map(listed).collect::<Result<_, Fault>>()?)
}
