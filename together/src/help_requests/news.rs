//! On whose boards a request for help stands, and how many have not been answered: ids and numbers, and no word is opened.

use kernel::id::OrganisationId;
use kernel::time::Timestamp;
use platform::args;
use platform::charter::{Concerned, Count, Figure, News, NewsAsk};
use platform::db::Tx;
use platform::error::{Error, Fault};

use super::HELP_ASKED;

/// For whom.
pub const NEWS: &[News] = &[News { kind: HELP_ASKED, whom }];

/// Requests that wait, by the organisation that answers.
pub const COUNTS: &[Count] = &[Count { figure: Figure::RequestsUnanswered, read: unanswered }];

fn whom(tx: &mut Tx<'_>, ask: &NewsAsk<'_>) -> Result<Vec<Concerned>, Error> {
    let row = tx.row("SELECT organisation_id FROM help_requests_request WHERE request_id = $1", args![ask.subject])?;
    let organisation = row.map(|row| row.parsed(0, OrganisationId::parse)).transpose()?;
    Ok(organisation.map(Concerned::Organisation).into_iter().collect())
}

fn unanswered(tx: &mut Tx<'_>, _: Timestamp) -> Result<Vec<(OrganisationId, i64)>, Error> {
    let rows = tx.rows(
        "SELECT organisation_id, count(*) FROM help_requests_request WHERE closed_at IS NULL AND state <> 'answered'
         GROUP BY organisation_id ORDER BY organisation_id",
        &[],
    )?;
    Ok(rows.iter().map(|row| Ok((row.parsed(0, OrganisationId::parse)?, row.int(1)?))).collect::<Result<_, Fault>>()?)
}
