//! Whom a task is news for, and how many are overdue: ids and numbers, and no word is opened.

use kernel::id::{AccountId, OrganisationId};
use kernel::time::Timestamp;
use platform::args;
use platform::charter::{Concerned, Count, Figure, News, NewsAsk};
use platform::db::Tx;
use platform::error::{Error, Fault};

use super::MADE;

/// For whom.
pub const NEWS: &[News] = &[News { kind: MADE, whom }];

/// Tasks past their day, by the workplace that has taken them on.
pub const COUNTS: &[Count] = &[Count { figure: Figure::TasksOverdue, read: overdue }];

/// Those who are asked, unless they asked themselves.
fn whom(tx: &mut Tx<'_>, ask: &NewsAsk<'_>) -> Result<Vec<Concerned>, Error> {
    let Some(person) = ask.person else { return Ok(Vec::new()) };
    let row = tx.row(
        "SELECT account_id, organisation_id, made_org FROM tasks_task WHERE person_id = $1 AND task_id = $2",
        args![person, ask.subject],
    )?;
    let Some(row) = row else { return Ok(Vec::new()) };
    let (account, organisation) = (row.parsed_or_null(0, AccountId::parse)?, row.parsed_or_null(1, OrganisationId::parse)?);
    let own = organisation.as_ref().map(OrganisationId::as_str) == row.text_or_null(2)?;
    Ok(match (account, organisation) {
        _ if own => Vec::new(),
        (Some(account), _) => vec![Concerned::Account(account)],
        (None, Some(organisation)) => vec![Concerned::Organisation(organisation)],
        (None, None) => vec![Concerned::Person(person.clone())],
    })
}

fn overdue(tx: &mut Tx<'_>, now: Timestamp) -> Result<Vec<(OrganisationId, i64)>, Error> {
    let rows = tx.rows(
        "SELECT organisation_id, count(*) FROM tasks_task
         WHERE organisation_id IS NOT NULL AND done_at IS NULL AND standing = 'taken' AND due_key < $1
         GROUP BY organisation_id ORDER BY organisation_id",
        args![now.day()],
    )?;
    Ok(rows.iter().map(|row| Ok((row.parsed(0, OrganisationId::parse)?, row.int(1)?))).collect::<Result<_, Fault>>()?)
}
