//! On whose boards an offer stands, and how many batons are late: ids and numbers, and no word is opened.

use kernel::id::{AccountId, OrganisationId};
use kernel::time::Timestamp;
use platform::args;
use platform::charter::{Concerned, Count, Figure, News, NewsAsk};
use platform::db::Tx;
use platform::error::{Error, Fault};

use super::HANDOVER_OFFERED;

/// For whom an offer is news.
pub const NEWS: &[News] = &[News { kind: HANDOVER_OFFERED, whom }];

/// Hand-overs that are late or have gone up, by whoever holds the baton.
pub const COUNTS: &[Count] = &[Count { figure: Figure::HandoversOverdue, read: overdue }];

/// The person, who is to say yes first, and those who are asked.
fn whom(tx: &mut Tx<'_>, ask: &NewsAsk<'_>) -> Result<Vec<Concerned>, Error> {
    let Some(person) = ask.person else { return Ok(Vec::new()) };
    let row = tx.row(
        "SELECT receiver, receiver_organisation FROM handovers_baton WHERE person_id = $1 AND handover_id = $2 AND done_at IS NULL",
        args![person, ask.subject],
    )?;
    let Some(row) = row else { return Ok(Vec::new()) };
    let asked = match row.parsed_or_null(0, AccountId::parse)? {
        Some(account) => Some(Concerned::Account(account)),
        None => row.parsed_or_null(1, OrganisationId::parse)?.map(Concerned::Organisation),
    };
    Ok([Concerned::Person(person.clone())].into_iter().chain(asked).collect())
}

fn overdue(tx: &mut Tx<'_>, now: Timestamp) -> Result<Vec<(OrganisationId, i64)>, Error> {
    let rows = tx.rows(
        "SELECT sender_organisation, count(*) FROM handovers_baton WHERE done_at IS NULL AND (step > 0 OR due_at < $1)
         GROUP BY sender_organisation ORDER BY sender_organisation",
        args![now],
    )?;
    Ok(rows.iter().map(|row| Ok((row.parsed(0, OrganisationId::parse)?, row.int(1)?))).collect::<Result<_, Fault>>()?)
}
