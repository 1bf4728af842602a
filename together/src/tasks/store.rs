//! Tasks as rows. Those of an area that is not shared are passed over before anything of them is opened.

pub mod lists;

use kernel::area::Area;
use kernel::id::{AccountId, OrganisationId, RowId};
use kernel::time::{Day, Timestamp};
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use super::rules::{By, Standing, State, Status};

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
        (true, true) => By::Both,
        (true, false) => By::Owner,
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
