//! An employee's lists, each read by key and in an order of its own: what they are asked for, what is theirs, what others said
//! no to, and what is overdue with others. A person who no longer shares is not there.

use std::collections::HashMap;

use kernel::id::{PersonId, RowId};
use kernel::time::{Day, Timestamp};
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

use super::{NO_DAY, Task, read, seen};

/// Tasks on one page of a list.
pub const PAGE: usize = 30;
/// Pages that are gone through for the first few that are shared with the asker.
const MAX_PAGES: usize = 10;

/// A task on a list of staff's, with the permit it is seen under.
pub type Listed = (Permit, Task);
/// One page of a list, and where the next one begins.
pub type Page = (Vec<Listed>, Option<After>);

/// Where a page of a list begins: after this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// The day or the time that the list goes by, as stored.
    pub key: String,
    /// Its id.
    pub id: String,
}

impl After {
    /// The beginning of a list that goes forward.
    #[must_use]
    pub const fn oldest() -> After {
        After { key: String::new(), id: String::new() }
    }

    /// The beginning of a list that goes backward: after every day and time there is.
    #[must_use]
    pub fn newest() -> After {
        After { key: NO_DAY.to_owned(), id: String::new() }
    }

    /// Reads what stands in an address; anything else is the beginning.
    #[must_use]
    pub fn read(text: &str) -> Option<After> {
        let (key, id) = text.split_once('_')?;
        let day = || if key == "uten" { Some(NO_DAY.to_owned()) } else { Day::parse(key).map(Day::stored) };
        let key = Timestamp::parse(key).map(Timestamp::stored).or_else(day)?;
        RowId::parse(id).map(|id| After { key, id: id.as_str().to_owned() })
    }

    /// As it stands in an address.
    #[must_use]
    pub fn shown(&self) -> String {
        let key = if self.key == NO_DAY { "uten" } else { self.key.as_str() };
        format!("{key}_{}", self.id)
    }
}

/// What the asker is asked for, and what their workplace is asked for and nobody there in particular: the newest first, so that a
/// new question is not behind those that lie.
///
/// # Errors
/// A fault.
pub fn asked(tx: &mut Tx<'_>, desk: &Desk<'_>, after: &After) -> Result<Page, Error> {
    let sql = "SELECT t.task_id, t.area, t.words, t.organisation_id, t.account_id, t.owner, t.made_org, t.maker, t.due_key,
           t.status, t.standing, t.why, t.answered_by, t.answered_at, t.version, t.person_id, t.made_at
         FROM (
           SELECT own.person_id, own.task_id FROM (SELECT person_id, task_id FROM tasks_task
             WHERE organisation_id = $1 AND account_id = $2 AND standing = 'proposed' AND (made_at, task_id) < ($3, $4)
             ORDER BY made_at DESC, task_id DESC LIMIT 31) own
           UNION ALL
           SELECT anybody.person_id, anybody.task_id FROM (SELECT person_id, task_id FROM tasks_task
             WHERE organisation_id = $5 AND account_id IS NULL AND standing = 'proposed' AND (made_at, task_id) < ($6, $7)
             ORDER BY made_at DESC, task_id DESC LIMIT 31) anybody
         ) listed JOIN tasks_task t ON t.person_id = listed.person_id AND t.task_id = listed.task_id
         ORDER BY t.made_at DESC, t.task_id DESC LIMIT 31";
    let rows = of_the_asker(tx, desk, after, sql)?;
    page(tx, desk, &rows, 16)
}

/// What the asker has said yes to, and what their workplace has and nobody there in particular, overdue first.
///
/// # Errors
/// A fault.
pub fn mine(tx: &mut Tx<'_>, desk: &Desk<'_>, after: &After) -> Result<Page, Error> {
    let sql = "SELECT t.task_id, t.area, t.words, t.organisation_id, t.account_id, t.owner, t.made_org, t.maker, t.due_key,
           t.status, t.standing, t.why, t.answered_by, t.answered_at, t.version, t.person_id
         FROM (
           SELECT own.person_id, own.task_id FROM (SELECT person_id, task_id FROM tasks_task
             WHERE organisation_id = $1 AND account_id = $2 AND done_at IS NULL AND standing = 'taken'
               AND (due_key, task_id) > ($3, $4)
             ORDER BY due_key, task_id LIMIT 31) own
           UNION ALL
           SELECT anybody.person_id, anybody.task_id FROM (SELECT person_id, task_id FROM tasks_task
             WHERE organisation_id = $5 AND account_id IS NULL AND done_at IS NULL AND standing = 'taken'
               AND (due_key, task_id) > ($6, $7)
             ORDER BY due_key, task_id LIMIT 31) anybody
         ) listed JOIN tasks_task t ON t.person_id = listed.person_id AND t.task_id = listed.task_id
         ORDER BY t.due_key, t.task_id LIMIT 31";
    let rows = of_the_asker(tx, desk, after, sql)?;
    page(tx, desk, &rows, 8)
}

/// The first so many of [`mine`] whose day is over.
///
/// # Errors
/// A fault.
pub fn late(tx: &mut Tx<'_>, desk: &Desk<'_>, most: usize) -> Result<Vec<Listed>, Error> {
    let today = desk.now().day();
    let key = today.stored();
    first(most, After::oldest(), |after| {
        let (mut found, next) = mine(tx, desk, after)?;
        found.retain(|(_, task)| task.is_overdue(today));
        Ok((found, next.filter(|next| next.key < key)))
    })
}

/// What the asker's workplace has asked for and was said no to, also by one of their own: the newest answer first.
///
/// # Errors
/// A fault.
pub fn declined(tx: &mut Tx<'_>, desk: &Desk<'_>, after: &After) -> Result<Page, Error> {
    let Some(employer) = &desk.ctx().actor.employer else { return Ok((Vec::new(), None)) };
    let rows = tx.rows(
        "SELECT task_id, area, words, organisation_id, account_id, owner, made_org, maker, due_key, status, standing, why,
           answered_by, answered_at, version, person_id
         FROM tasks_task
         WHERE made_org = $1 AND standing = 'declined' AND answered_at IS NOT NULL AND (answered_at, task_id) < ($2, $3)
         ORDER BY answered_at DESC, task_id DESC LIMIT 31",
        args![&employer.id, after.key.as_str(), after.id.as_str()],
    )?;
    page(tx, desk, &rows, 13)
}

/// What the asker's workplace has asked others for, and that is past its day: the last day to pass first.
///
/// # Errors
/// A fault.
pub fn overdue(tx: &mut Tx<'_>, desk: &Desk<'_>, after: &After) -> Result<Page, Error> {
    let Some(employer) = &desk.ctx().actor.employer else { return Ok((Vec::new(), None)) };
    let today = desk.now().day().stored();
    let (due, id) = if after.key < today { (after.key.as_str(), after.id.as_str()) } else { (today.as_str(), "") };
    let rows = tx.rows(
        "SELECT task_id, area, words, organisation_id, account_id, owner, made_org, maker, due_key, status, standing, why,
           answered_by, answered_at, version, person_id
         FROM tasks_task
         WHERE made_org = $1 AND (organisation_id IS NULL OR organisation_id <> made_org) AND done_at IS NULL
           AND standing <> 'declined' AND (due_key, task_id) < ($2, $3)
         ORDER BY due_key DESC, task_id DESC LIMIT 31",
        args![&employer.id, due, id],
    )?;
    page(tx, desk, &rows, 8)
}

/// The first so many of a list that are shared with the asker. Rows that are not are passed over, so that they hide nothing.
///
/// # Errors
/// A fault.
pub fn first(most: usize, from: After, mut page: impl FnMut(&After) -> Result<Page, Error>) -> Result<Vec<Listed>, Error> {
    let (mut found, mut from) = (Vec::new(), Some(from));
    for _ in 0..MAX_PAGES {
        let Some(after) = from.filter(|_| found.len() < most) else { break };
        let (more, next) = page(&after)?;
        found.extend(more);
        from = next;
    }
    found.truncate(most);
    Ok(found)
}

fn of_the_asker(tx: &mut Tx<'_>, desk: &Desk<'_>, after: &After, sql: &'static str) -> Result<Vec<Row>, Error> {
    let actor = &desk.ctx().actor;
    let (Some(employer), Some(account)) = (&actor.employer, &actor.account) else { return Ok(Vec::new()) };
    let (key, id) = (after.key.as_str(), after.id.as_str());
    Ok(tx.rows(sql, args![&employer.id, account, key, id, &employer.id, key, id])?)
}

/// A page of the rows, as far as their persons share them with the asker. `key` is the column that the list goes by.
fn page(tx: &mut Tx<'_>, desk: &Desk<'_>, rows: &[Row], key: usize) -> Result<Page, Error> {
    let last = rows.get(PAGE - 1).filter(|_| rows.len() > PAGE);
    let next =
        last.map(|row| Ok::<_, Fault>(After { key: row.text(key)?.to_owned(), id: row.text(0)?.to_owned() })).transpose()?;
    let rows: Vec<&Row> = rows.iter().take(PAGE).collect();
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
    Ok((found, next))
}
