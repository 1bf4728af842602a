//! How many wait past a limit, by the service they wait for; by the one that asked where the other has no account.

use kernel::id::OrganisationId;
use kernel::time::Timestamp;
use platform::args;
use platform::charter::{Count, Figure};
use platform::db::Tx;
use platform::error::{Error, Fault};

/// Waits past their limit.
pub const COUNTS: &[Count] = &[Count { figure: Figure::ReferralsOverLimit, read: over_limit }];

fn over_limit(tx: &mut Tx<'_>, now: Timestamp) -> Result<Vec<(OrganisationId, i64)>, Error> {
    let rows = tx.rows(
        "SELECT COALESCE(receiver_id, sender_id), count(*) FROM waiting_clock
         WHERE ended_on IS NULL AND due_on < $1 AND COALESCE(receiver_id, sender_id) IS NOT NULL
         GROUP BY COALESCE(receiver_id, sender_id) ORDER BY 1",
        args![now.day()],
    )?;
    Ok(rows.iter().map(|row| Ok((row.parsed(0, OrganisationId::parse)?, row.int(1)?))).collect::<Result<_, Fault>>()?)
}
