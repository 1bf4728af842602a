//! How many persons each organisation serves: numbers over relations, about nobody.

use kernel::id::OrganisationId;
use kernel::time::Timestamp;

use crate::args;
use crate::db::Tx;
use crate::error::{Error, Fault};

/// The number of persons that each organisation has a running relation to.
///
/// # Errors
/// A fault when the database says no.
pub fn served(tx: &mut Tx<'_>, now: Timestamp) -> Result<Vec<(OrganisationId, i64)>, Error> {
    let rows = tx.rows(
        "SELECT organisation_id, count(DISTINCT person_id) FROM access_relation
         WHERE from_at <= $1 AND ended_at IS NULL AND (until_at IS NULL OR until_at > $2)
         GROUP BY organisation_id ORDER BY organisation_id",
        args![now, now],
    )?;
    Ok(rows.iter().map(|row| Ok((row.parsed(0, OrganisationId::parse)?, row.int(1)?))).collect::<Result<_, Fault>>()?)
}
