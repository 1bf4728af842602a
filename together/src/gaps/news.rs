//! How many gaps stand open, by the workplace of whoever owns them.

use kernel::id::OrganisationId;
use kernel::time::Timestamp;
use platform::charter::{Count, Figure};
use platform::db::Tx;
use platform::error::{Error, Fault};

/// Open gaps.
pub const COUNTS: &[Count] = &[Count { figure: Figure::GapsOpen, read: open }];

fn open(tx: &mut Tx<'_>, _: Timestamp) -> Result<Vec<(OrganisationId, i64)>, Error> {
    let rows = tx.rows(
        "SELECT owner_organisation, count(*) FROM gaps_item WHERE closed_at IS NULL
         GROUP BY owner_organisation ORDER BY owner_organisation",
        &[],
    )?;
    Ok(rows.iter().map(|row| Ok((row.parsed(0, OrganisationId::parse)?, row.int(1)?))).collect::<Result<_, Fault>>()?)
}
