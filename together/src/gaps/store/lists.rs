//! Lists: mine, ours, and those of whoever leads. Ids only; names come with the permits, and leaders see none.

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::Timestamp;
use platform::args;
use platform::db::Tx;
use platform::error::{Error, Fault};

use super::{Gap, read};

/// Rows on one page of a list.
pub const PAGE: usize = 25;

/// Which list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Those I own.
    Mine,
    /// Those my organisation owns.
    Ours,
    /// Those that are led from here.
    Led,
}

impl Which {
    /// All three.
    pub const ALL: [Which; 3] = [Which::Mine, Which::Ours, Which::Led];

    /// In addresses and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Which::Mine => "mine",
            Which::Ours => "vare",
            Which::Led => "leder",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Which> {
        Which::ALL.into_iter().find(|which| which.key() == key)
    }

    const fn sql(self) -> &'static str {
        match self {
            Which::Mine => {
                "SELECT i.gap_id, i.person_id, i.cause, i.owner, i.owner_organisation, i.ground, i.leader_organisation, i.opened_at,
                   i.closed_at, i.how, i.version, a.name, a.phone, o.name, o.phone, a.ended_at
                 FROM gaps_item i JOIN account a ON a.account_id = i.owner
                 JOIN organisation o ON o.organisation_id = i.owner_organisation
                 WHERE i.owner = $1 AND i.closed_at IS NULL AND (i.opened_at, i.gap_id) > ($2, $3)
                 ORDER BY i.closed_at NULLS LAST, i.opened_at, i.gap_id LIMIT 26"
            }
            Which::Ours => {
                "SELECT i.gap_id, i.person_id, i.cause, i.owner, i.owner_organisation, i.ground, i.leader_organisation, i.opened_at,
                   i.closed_at, i.how, i.version, a.name, a.phone, o.name, o.phone, a.ended_at
                 FROM gaps_item i JOIN account a ON a.account_id = i.owner
                 JOIN organisation o ON o.organisation_id = i.owner_organisation
                 WHERE i.owner_organisation = $1 AND i.closed_at IS NULL AND (i.opened_at, i.gap_id) > ($2, $3)
                 ORDER BY i.closed_at NULLS LAST, i.opened_at, i.gap_id LIMIT 26"
            }
            Which::Led => {
                "SELECT i.gap_id, i.person_id, i.cause, i.owner, i.owner_organisation, i.ground, i.leader_organisation, i.opened_at,
                   i.closed_at, i.how, i.version, a.name, a.phone, o.name, o.phone, a.ended_at
                 FROM gaps_item i JOIN account a ON a.account_id = i.owner
                 JOIN organisation o ON o.organisation_id = i.owner_organisation
                 WHERE i.leader_organisation = $1 AND i.closed_at IS NULL AND (i.opened_at, i.gap_id) > ($2, $3)
                 ORDER BY i.closed_at NULLS LAST, i.opened_at, i.gap_id LIMIT 26"
            }
        }
    }
}

/// Where on a list one is: the last row shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct After {
    at: String,
    id: String,
}

impl After {
    /// From an address.
    #[must_use]
    pub fn read(text: &str) -> After {
        let (at, id) = text.split_once('.').unwrap_or_default();
        let good = Timestamp::parse(at).is_some() && RowId::parse(id).is_some();
        if good { After { at: at.to_owned(), id: id.to_owned() } } else { After::default() }
    }
}

/// One page of a list, oldest first, and where the next one begins.
///
/// # Errors
/// A fault.
pub fn page(
    tx: &mut Tx<'_>,
    which: Which,
    (me, organisation): (&AccountId, &OrganisationId),
    after: &After,
    now: Timestamp,
) -> Result<(Vec<Gap>, Option<String>), Error> {
    let whose = if which == Which::Mine { me.as_str() } else { organisation.as_str() };
    let rows = tx.rows(which.sql(), args![whose, after.at.as_str(), after.id.as_str()])?;
    let mut found = rows.iter().map(|row| read(row, now)).collect::<Result<Vec<_>, Fault>>()?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let next = found.last().filter(|_| more).map(|last| format!("{}.{}", last.open.since.stored(), last.id));
    Ok((found, next))
}

/// Items whose owner works there no more: a new one is found. A hundred at a time.
///
/// # Errors
/// A fault.
pub fn left_alone(tx: &mut Tx<'_>, now: Timestamp) -> Result<Vec<(PersonId, RowId)>, Error> {
    let rows = tx.rows(
        "SELECT i.person_id, i.gap_id FROM gaps_item i JOIN account a ON a.account_id = i.owner
         WHERE i.closed_at IS NULL AND a.ended_at <= $1 ORDER BY i.opened_at, i.gap_id LIMIT 100",
        args![now],
    )?;
    let read = |row: &platform::db::Row| Ok((row.parsed(0, PersonId::parse)?, row.parsed(1, RowId::parse)?));
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}
