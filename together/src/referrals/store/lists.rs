//! Lists over many persons: ids only, page by page; what they say comes with the permits.

use kernel::id::{AccountId, OrganisationId, PersonId, RowId};
use kernel::time::Timestamp;
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

use crate::referrals::rules::Able;

/// Referrals on one page.
pub const PAGE: usize = 40;

/// Where on a list one is: the last referral shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// Since when it is open.
    pub at: Timestamp,
    /// Its id.
    pub id: RowId,
}

/// A referral on a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Whom it is about.
    pub person: PersonId,
    /// Its id.
    pub id: RowId,
    /// Since when it is open.
    pub at: Timestamp,
}

/// One page: the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The referrals.
    pub referrals: Vec<Listed>,
    /// Where the next page begins.
    pub next: Option<After>,
}

fn start(after: Option<&After>) -> (String, String) {
    after.map_or_else(|| (String::new(), String::new()), |after| (after.at.stored(), after.id.to_string()))
}

fn listed(rows: &[Row]) -> Result<Vec<Listed>, Error> {
    let read =
        |row: &Row| Ok(Listed { person: row.parsed(0, PersonId::parse)?, id: row.parsed(1, RowId::parse)?, at: row.time(2)? });
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}

fn page(rows: &[Row]) -> Result<Page, Error> {
    let mut referrals = listed(rows)?;
    let more = referrals.len() > PAGE;
    referrals.truncate(PAGE);
    let next = referrals.last().filter(|_| more).map(|last| After { at: last.at, id: last.id.clone() });
    Ok(Page { referrals, next })
}

/// What others have asked a service for, and is not over.
///
/// # Errors
/// A fault.
pub fn to_us(tx: &mut Tx<'_>, us: &OrganisationId, after: Option<&After>) -> Result<Page, Error> {
    let (at, id) = start(after);
    let rows = tx.rows(
        "SELECT person_id, referral_id, open_since FROM referrals_referral
         WHERE receiver_id = $1 AND open_since IS NOT NULL AND sent_at IS NOT NULL AND (open_since, referral_id) > ($2, $3)
         ORDER BY open_since, referral_id LIMIT 41",
        args![us, at, id],
    )?;
    page(&rows)
}

/// What a service has asked others for, and is not over.
///
/// # Errors
/// A fault.
pub fn from_us(tx: &mut Tx<'_>, us: &OrganisationId, after: Option<&After>) -> Result<Page, Error> {
    let (at, id) = start(after);
    let rows = tx.rows(
        "SELECT person_id, referral_id, open_since FROM referrals_referral
         WHERE sender_id = $1 AND open_since IS NOT NULL AND (open_since, referral_id) > ($2, $3)
         ORDER BY open_since, referral_id LIMIT 41",
        args![us, at, id],
    )?;
    page(&rows)
}

/// What somebody must see to: what they hold and have not answered, what lies because its holder has left, and the questions
/// to what they have sent.
///
/// # Errors
/// A fault.
pub fn for_me(tx: &mut Tx<'_>, me: &AccountId, us: &OrganisationId, now: Timestamp) -> Result<Vec<Listed>, Error> {
    let rows = tx.rows(
        "SELECT r.person_id, r.referral_id, r.open_since FROM referrals_referral r
         LEFT JOIN account h ON h.account_id = r.holder
         WHERE r.receiver_id = $1 AND r.open_since IS NOT NULL AND r.state = 'sent' AND (r.holder = $2 OR h.ended_at <= $3)
         UNION
         SELECT q.person_id, q.referral_id, q.open_since FROM referrals_referral q
         WHERE q.sender_id = $4 AND q.open_since IS NOT NULL AND q.state = 'questioned'
         ORDER BY open_since, referral_id LIMIT 10",
        args![us, me, now, us],
    )?;
    listed(&rows)
}

/// How many open referrals each of these holds.
///
/// # Errors
/// A fault.
pub fn with_what_they_hold(tx: &mut Tx<'_>, organisation: &OrganisationId, able: &mut [Able]) -> Result<(), Error> {
    let rows = tx.rows(
        "SELECT holder, CAST(count(referral_id) AS BIGINT) FROM referrals_referral
         WHERE receiver_id = $1 AND open_since IS NOT NULL AND holder IS NOT NULL GROUP BY holder",
        args![organisation],
    )?;
    for row in &rows {
        let (account, holds) = (row.parsed(0, AccountId::parse)?, row.int(1)?);
        able.iter_mut().filter(|one| one.account == account).for_each(|one| one.holds = holds);
    }
    Ok(())
}

/// Referrals whose holder has left, for the machine: all of them, since one that nobody can take stays, and may not stand in the
/// way of those that somebody can.
///
/// # Errors
/// A fault.
pub fn left_behind(tx: &mut Tx<'_>, now: Timestamp) -> Result<Vec<(PersonId, RowId)>, Error> {
    let rows = tx.rows(
        "SELECT r.person_id, r.referral_id FROM account h
         JOIN referrals_referral r ON r.holder = h.account_id
         WHERE h.ended_at <= $1 AND r.open_since IS NOT NULL ORDER BY r.open_since, r.referral_id",
        args![now],
    )?;
    let read = |row: &Row| Ok((row.parsed(0, PersonId::parse)?, row.parsed(1, RowId::parse)?));
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}
