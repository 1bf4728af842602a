//! Tasks as rows. Those of an area that is not shared are passed over before anything of them is opened.

use std::collections::HashMap;

use kernel::area::Area;
use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::{Day, Timestamp};
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use super::rules::{By, Standing, State, Status};

/// Tasks on one page of a list.
pub const PAGE: usize = 30;
/// What stands where no day was set: after every day there is.
const NO_DAY: &str = "9999-12-31";

/// Who is to do it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The person.
    Person,
    /// Somebody at a workplace, or the workplace as a whole.
    Staff {
        /// The workplace.
        organisation: OrganisationId,
        /// Who there.
        account: Option<AccountId>,
        /// What they are called here.
        name: String,
    },
}

/// A task.
#[derive(Clone, Debug)]
pub struct Task {
    /// Its id.
    pub id: RowId,
    /// Its area; one without is the person's alone.
    pub area: Option<Area>,
    /// What is to be done.
    pub words: String,
    /// Who is to do it.
    pub owner: Owner,
    /// The workplace that made it, and who; nothing for the person.
    pub maker: Option<(OrganisationId, String)>,
    /// By which day.
    pub due: Option<Day>,
    /// Why somebody said no.
    pub why: Option<String>,
    /// Who answered, and when.
    pub answered: Option<(String, Timestamp)>,
    /// As the rules see it.
    pub state: State,
}

impl Task {
    /// Whether its day is over and it is not.
    #[must_use]
    pub fn is_overdue(&self, today: Day) -> bool {
        self.state.standing == Standing::Taken && !self.state.status.is_over() && self.due.is_some_and(|due| due < today)
    }
}

/// A task to be made.
#[derive(Clone, Debug)]
pub struct New {
    /// Its area.
    pub area: Option<Area>,
    /// What is to be done.
    pub words: String,
    /// Who is to do it.
    pub owner: Owner,
    /// By which day.
    pub due: Option<Day>,
    /// Whether it is a task already.
    pub standing: Standing,
    /// Who makes it: workplace and name; nothing for the person.
    pub maker: Option<(OrganisationId, String)>,
}

/// Where a page of a list begins: after this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// Its day, as stored.
    pub due: String,
    /// Its id.
    pub id: String,
}

impl After {
    /// The beginning of a list.
    pub const FIRST: After = After { due: String::new(), id: String::new() };

    /// Reads what stands in an address; anything else is the beginning.
    #[must_use]
    pub fn read(text: &str) -> Option<After> {
        let (due, id) = text.split_once('_')?;
        let due = if due == "uten" { NO_DAY.to_owned() } else { Day::parse(due)?.stored() };
        RowId::parse(id).map(|id| After { due, id: id.as_str().to_owned() })
    }

    /// As it stands in an address.
    #[must_use]
    pub fn shown(&self) -> String {
        let due = if self.due == NO_DAY { "uten" } else { self.due.as_str() };
        format!("{due}_{}", self.id)
    }
}

fn cell<'a>(id: &'a RowId, column: &'static str) -> Cell<'a> {
    Cell::new("tasks_task", id.as_str(), column)
}

/// Who asks, as the rules see it.
#[must_use]
pub fn by(desk: &Desk<'_>, permit: &Permit, owner: &Owner, maker: Option<&OrganisationId>) -> By {
    let employer = desk.ctx().actor.employer.as_ref().map(|employer| &employer.id);
    let owns = match owner {
        Owner::Person => permit.is_own(),
        Owner::Staff { organisation, .. } => !permit.is_own() && employer == Some(organisation),
    };
    let made = if permit.is_own() { maker.is_none() } else { maker.is_some() && maker == employer };
    match (owns, made) {
        (true, _) => By::Owner,
        (false, true) => By::Maker,
        (false, false) => By::Other,
    }
}

/// Makes one.
///
/// # Errors
/// A fault.
pub fn add(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, new: &New) -> Result<RowId, Error> {
    let id = RowId::from_bits(desk.bits());
    let (organisation, account, name) = match &new.owner {
        Owner::Person => (None, None, None),
        Owner::Staff { organisation, account, name } => (Some(organisation), account.as_ref(), Some(name)),
    };
    let status = if new.standing == Standing::Taken { Status::NotBegun } else { Status::Waiting };
    tx.run(
        "INSERT INTO tasks_task (person_id, task_id, area, words, organisation_id, account_id, owner, made_org, maker, due_key,
           status, standing, made_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)",
        args![
            permit.person(),
            &id,
            new.area.map(Area::key),
            permit.seal(cell(&id, "words"), &new.words)?,
            organisation.map(OrganisationId::as_str),
            account.map(AccountId::as_str),
            name.map(|name| permit.seal(cell(&id, "owner"), name)).transpose()?,
            new.maker.as_ref().map(|(organisation, _)| organisation.as_str()),
            new.maker.as_ref().map(|(_, name)| permit.seal(cell(&id, "maker"), name)).transpose()?,
            new.due.map_or_else(|| NO_DAY.to_owned(), Day::stored),
            status.key(),
            new.standing.key(),
            desk.now(),
        ],
    )?;
    Ok(id)
}

/// A row without an area is the person's alone.
fn seen(permit: &Permit, row: &Row) -> Result<bool, Error> {
    Ok(permit.sees(row.parsed_or_null(1, Area::parse)?))
}

fn read(permit: &Permit, row: &Row) -> Result<Task, Error> {
    let id = row.parsed(0, RowId::parse)?;
    let name = permit.open_or_null(cell(&id, "owner"), row.blob_or_null(5)?)?;
    let owner = match row.parsed_or_null(3, OrganisationId::parse)? {
        None => Owner::Person,
        Some(organisation) => {
            Owner::Staff { organisation, account: row.parsed_or_null(4, AccountId::parse)?, name: name.unwrap_or_default() }
        }
    };
    let maker = permit.open_or_null(cell(&id, "maker"), row.blob_or_null(7)?)?;
    let answered = permit.open_or_null(cell(&id, "answered_by"), row.blob_or_null(12)?)?;
    let due = row.text(8)?;
    Ok(Task {
        area: row.parsed_or_null(1, Area::parse)?,
        words: permit.open(cell(&id, "words"), row.blob(2)?)?,
        owner,
        maker: row.parsed_or_null(6, OrganisationId::parse)?.zip(maker),
        due: if due == NO_DAY { None } else { Day::parse(due) },
        why: permit.open_or_null(cell(&id, "why"), row.blob_or_null(11)?)?,
        answered: answered.zip(row.time_or_null(13)?),
        state: State { status: row.parsed(9, Status::parse)?, standing: row.parsed(10, Standing::parse)?, version: row.int(14)? },
        id,
    })
}

fn shown(permit: &Permit, rows: &[Row]) -> Result<Vec<Task>, Error> {
    let mut found = Vec::new();
    for row in rows {
        if seen(permit, row)? {
            found.push(read(permit, row)?);
        }
    }
    Ok(found)
}

/// One of them, when the asker may see it.
///
/// # Errors
/// [`Error::Missing`] for the person; for everyone else the same denial whether it is closed or was never there.
pub fn find(tx: &mut Tx<'_>, permit: &Permit, id: &RowId) -> Result<Task, Error> {
    let row = tx.row(
        "SELECT task_id, area, words, organisation_id, account_id, owner, made_org, maker, due_key, status, standing, why,
           answered_by, answered_at, version
         FROM tasks_task WHERE person_id = $1 AND task_id = $2",
        args![permit.person(), id],
    )?;
    match row {
        Some(row) if seen(permit, &row)? => read(permit, &row),
        _ if permit.is_own() => Err(Error::Missing),
        _ => Err(Error::Denied(kernel::access::Reason::NotShared)),
    }
}

/// How many open tasks there are about the person, in every area.
///
/// # Errors
/// A fault.
pub fn open_ones(tx: &mut Tx<'_>, permit: &Permit) -> Result<usize, Error> {
    let row = tx.row("SELECT COUNT(*) FROM tasks_task WHERE person_id = $1 AND done_at IS NULL", args![permit.person()])?;
    Ok(row.map_or(Ok(0), |row| row.int(0)).map(|n| usize::try_from(n).unwrap_or(usize::MAX))?)
}

/// The open tasks about one person that this permit shows, overdue first.
///
/// # Errors
/// A fault.
pub fn of_person(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<Task>, Error> {
    let rows = tx.rows(
        "SELECT task_id, area, words, organisation_id, account_id, owner, made_org, maker, due_key, status, standing, why,
           answered_by, answered_at, version
         FROM tasks_task WHERE person_id = $1 AND done_at IS NULL ORDER BY due_key, task_id LIMIT 300",
        args![permit.person()],
    )?;
    shown(permit, &rows)
}

/// The last ones that are over, newest first.
///
/// # Errors
/// A fault.
pub fn over(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<Task>, Error> {
    let rows = tx.rows(
        "SELECT task_id, area, words, organisation_id, account_id, owner, made_org, maker, due_key, status, standing, why,
           answered_by, answered_at, version
         FROM tasks_task WHERE person_id = $1 AND done_at IS NOT NULL AND standing = 'taken'
         ORDER BY done_at DESC, task_id LIMIT 20",
        args![permit.person()],
    )?;
    shown(permit, &rows)
}

/// A task on a list of staff's, with the permit it is seen under.
pub type Listed = (Permit, Task);

/// The asker's open tasks and those of the workplace that are nobody's in particular, overdue first, and where the next page
/// begins. A person who no longer shares is not there.
///
/// # Errors
/// A fault.
pub fn mine(tx: &mut Tx<'_>, desk: &Desk<'_>, after: &After) -> Result<(Vec<Listed>, Option<After>), Error> {
    let actor = &desk.ctx().actor;
    let (Some(employer), Some(account)) = (&actor.employer, &actor.account) else { return Ok((Vec::new(), None)) };
    let (due, id) = (after.due.as_str(), after.id.as_str());
    let rows = tx.rows(
        "SELECT t.task_id, t.area, t.words, t.organisation_id, t.account_id, t.owner, t.made_org, t.maker, t.due_key, t.status,
           t.standing, t.why, t.answered_by, t.answered_at, t.version, t.person_id
         FROM (
           SELECT own.person_id, own.task_id FROM (SELECT person_id, task_id FROM tasks_task
             WHERE organisation_id = $1 AND account_id = $2 AND done_at IS NULL
               AND standing IN ('proposed', 'taken') AND (due_key, task_id) > ($3, $4)
             ORDER BY due_key, task_id LIMIT 31) own
           UNION ALL
           SELECT anybody.person_id, anybody.task_id FROM (SELECT person_id, task_id FROM tasks_task
             WHERE organisation_id = $5 AND account_id IS NULL AND done_at IS NULL
               AND standing IN ('proposed', 'taken') AND (due_key, task_id) > ($6, $7)
             ORDER BY due_key, task_id LIMIT 31) anybody
         ) listed JOIN tasks_task t ON t.person_id = listed.person_id AND t.task_id = listed.task_id
         ORDER BY t.due_key, t.task_id LIMIT 31",
        args![&employer.id, account, due, id, &employer.id, due, id],
    )?;
    let more = rows.len() > PAGE;
    let rows: Vec<Row> = rows.into_iter().take(PAGE).collect();
    let last = rows.last().filter(|_| more);
    let next = last.map(|row| Ok::<_, Fault>(After { due: row.text(8)?.to_owned(), id: row.text(0)?.to_owned() })).transpose()?;
    Ok((listed(tx, desk, &rows)?, next))
}

/// What the asker's workplace has asked others for: what is overdue, and what they said no to. At most fifty.
///
/// # Errors
/// A fault.
pub fn asked_of_others(tx: &mut Tx<'_>, desk: &Desk<'_>) -> Result<Vec<Listed>, Error> {
    let Some(employer) = &desk.ctx().actor.employer else { return Ok(Vec::new()) };
    let rows = tx.rows(
        "SELECT task_id, area, words, organisation_id, account_id, owner, made_org, maker, due_key, status, standing, why,
           answered_by, answered_at, version, person_id
         FROM tasks_task
         WHERE made_org = $1 AND (organisation_id IS NULL OR organisation_id <> made_org) AND done_at IS NULL
           AND (standing = 'declined' OR (standing IN ('proposed', 'taken') AND due_key < $2))
         ORDER BY due_key, task_id LIMIT 50",
        args![&employer.id, desk.now().day().stored()],
    )?;
    listed(tx, desk, &rows)
}

fn listed(tx: &mut Tx<'_>, desk: &Desk<'_>, rows: &[Row]) -> Result<Vec<Listed>, Error> {
    let mut persons: Vec<PersonId> = rows.iter().map(|row| row.parsed(15, PersonId::parse)).collect::<Result<_, Fault>>()?;
    persons.sort();
    persons.dedup();
    let permits: HashMap<PersonId, Permit> =
        desk.people(tx, &persons)?.into_iter().map(|permit| (permit.person().clone(), permit)).collect();
    let mut found = Vec::new();
    for row in rows {
        let Some(permit) = permits.get(&row.parsed(15, PersonId::parse)?) else { continue };
        if seen(permit, row)? {
            found.push((permit.clone(), read(permit, row)?));
        }
    }
    Ok(found)
}

/// Saves an answer: how it stands, by whom, and why not.
///
/// # Errors
/// A fault.
pub fn stands(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    task: &Task,
    standing: Standing,
    (who, why): (&str, Option<&str>),
) -> Result<(), Error> {
    let status = if standing == Standing::Taken { Status::NotBegun } else { task.state.status };
    let done = (standing == Standing::Withdrawn).then_some(desk.now());
    must_touch_one(tx.run(
        "UPDATE tasks_task SET standing = $1, status = $2, answered_by = $3, answered_at = $4, why = $5, done_at = $6,
           version = version + 1
         WHERE person_id = $7 AND task_id = $8 AND version = $9",
        args![
            standing.key(),
            status.key(),
            permit.seal(cell(&task.id, "answered_by"), who)?,
            desk.now(),
            why.map(|why| permit.seal(cell(&task.id, "why"), why)).transpose()?,
            done,
            permit.person(),
            &task.id,
            task.state.version,
        ],
    )?)
}

/// Saves where it stands.
///
/// # Errors
/// A fault.
pub fn status(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, task: &Task, status: Status) -> Result<(), Error> {
    let done = status.is_over().then_some(desk.now());
    must_touch_one(tx.run(
        "UPDATE tasks_task SET status = $1, done_at = $2, version = version + 1
         WHERE person_id = $3 AND task_id = $4 AND version = $5",
        args![status.key(), done, permit.person(), &task.id, task.state.version],
    )?)
}

/// The fault of a change that met another: the same command is run again and then sees the new version.
fn must_touch_one(touched: u64) -> Result<(), Error> {
    if touched == 1 { Ok(()) } else { Err(Fault::retry("a task was changed meanwhile").into()) }
}
