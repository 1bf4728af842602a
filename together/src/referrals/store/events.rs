//! What happened to a referral: one row an act, and none is ever changed.

use kernel::id::{AccountId, RowId};
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::Tx;
use platform::error::Error;
use platform::keys::Cell;

use crate::referrals::rules::By;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// As a wording key: `referrals-happened-<what>`.
    pub what: String,
    /// By whom: `person`, `sender`, `receiver`, `link`, `machine`.
    pub by: String,
    /// The employee's name.
    pub name: String,
    /// What they wrote.
    pub words: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// The key of whoever acts.
#[must_use]
pub const fn by_key(by: Option<By>) -> &'static str {
    match by {
        Some(By::Person) => "person",
        Some(By::Sender) => "sender",
        Some(By::Receiver) => "receiver",
        Some(By::Link) => "link",
        None => "machine",
    }
}

fn place(referral: &RowId, number: i64) -> String {
    format!("{referral}-{number}")
}

/// Writes one.
///
/// # Errors
/// A fault.
pub fn note(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    referral: &RowId,
    what: (&str, Option<By>),
    words: Option<&str>,
) -> Result<(), Error> {
    let last = tx.row(
        "SELECT max(number) FROM referrals_event WHERE person_id = $1 AND referral_id = $2",
        args![permit.person(), referral],
    )?;
    let number = 1 + last.map(|row| row.int_or_null(0)).transpose()?.flatten().unwrap_or(0);
    let row = place(referral, number);
    let words = words.map(|words| permit.seal(Cell::new("referrals_event", &row, "words"), words)).transpose()?;
    tx.run(
        "INSERT INTO referrals_event (person_id, referral_id, number, what, by_whom, account_id, words, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            permit.person(),
            referral,
            number,
            what.0,
            by_key(what.1),
            desk.ctx().actor.account.as_ref().map(AccountId::as_str),
            words,
            desk.now(),
        ],
    )?;
    Ok(())
}

/// What happened to one referral, oldest first.
///
/// # Errors
/// A fault.
pub fn of(tx: &mut Tx<'_>, permit: &Permit, referral: &RowId) -> Result<Vec<Event>, Error> {
    let rows = tx.rows(
        "SELECT e.number, e.what, e.by_whom, a.name, e.words, e.at
         FROM referrals_event e LEFT JOIN account a ON a.account_id = e.account_id
         WHERE e.person_id = $1 AND e.referral_id = $2 ORDER BY e.number LIMIT 200",
        args![permit.person(), referral],
    )?;
    let mut found = Vec::new();
    for row in &rows {
        let place = place(referral, row.int(0)?);
        found.push(Event {
            what: row.text(1)?.to_owned(),
            by: row.text(2)?.to_owned(),
            name: row.text_or_null(3)?.unwrap_or_default().to_owned(),
            words: permit.open_or_null(Cell::new("referrals_event", &place, "words"), row.blob_or_null(4)?)?,
            at: row.time(5)?,
        });
    }
    Ok(found)
}
