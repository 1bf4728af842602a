//! Links for services without an account. Only a keyed hash is kept.

use kernel::id::{PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::Permit;
use platform::args;
use platform::db::Tx;
use platform::error::{Error, Fault};

/// What a link that is right opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opens {
    /// Whom it is about.
    pub person: PersonId,
    /// Which referral.
    pub referral: RowId,
    /// What the service is called, sealed: the person reads it in the log.
    pub receiver_name: Vec<u8>,
    /// Whether the person has let the phone be shown.
    pub phone_shown: bool,
}

/// What a link opens now; nothing for a wrong, old, used or void one, and for a referral that waits for no answer.
///
/// # Errors
/// A fault.
pub fn opens(tx: &mut Tx<'_>, hash: &[u8], now: Timestamp) -> Result<Option<Opens>, Fault> {
    let row = tx.row(
        "SELECT l.person_id, l.referral_id, r.receiver_name, r.phone_shown FROM referrals_link l
         JOIN referrals_referral r ON r.person_id = l.person_id AND r.referral_id = l.referral_id
         WHERE l.link_hash = $1 AND l.used_at IS NULL AND l.until_at > $2 AND r.state = 'sent'
           AND r.receiver_name IS NOT NULL",
        args![hash.to_vec(), now],
    )?;
    row.map(|row| {
        Ok(Opens {
            person: row.parsed(0, PersonId::parse)?,
            referral: row.parsed(1, RowId::parse)?,
            receiver_name: row.blob(2)?.to_vec(),
            phone_shown: row.text_or_null(3)?.is_some(),
        })
    })
    .transpose()
}

/// Keeps a new link; every older one of the same referral is void.
///
/// # Errors
/// A fault.
pub fn make(
    tx: &mut Tx<'_>,
    permit: &Permit,
    referral: &RowId,
    hash: &[u8],
    now: Timestamp,
    until: Timestamp,
) -> Result<(), Error> {
    void(tx, permit, referral, now)?;
    tx.run(
        "INSERT INTO referrals_link (person_id, referral_id, link_hash, made_at, until_at) VALUES ($1, $2, $3, $4, $5)",
        args![permit.person(), referral, hash.to_vec(), now, until],
    )?;
    Ok(())
}

/// Makes every link of a referral void.
///
/// # Errors
/// A fault.
pub fn void(tx: &mut Tx<'_>, permit: &Permit, referral: &RowId, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "UPDATE referrals_link SET used_at = $1 WHERE person_id = $2 AND referral_id = $3 AND used_at IS NULL",
        args![now, permit.person(), referral],
    )?;
    Ok(())
}

/// Notes that a link was opened for the first time. False when it had been opened before.
///
/// # Errors
/// A fault.
pub fn note_opened(tx: &mut Tx<'_>, permit: &Permit, hash: &[u8], now: Timestamp) -> Result<bool, Error> {
    let touched = tx.run(
        "UPDATE referrals_link SET opened_at = $1 WHERE person_id = $2 AND link_hash = $3 AND opened_at IS NULL",
        args![now, permit.person(), hash.to_vec()],
    )?;
    Ok(touched == 1)
}

/// Until when the newest link of a referral can be used, and whether it has been opened; nothing when none can.
///
/// # Errors
/// A fault.
pub fn running(tx: &mut Tx<'_>, permit: &Permit, referral: &RowId, now: Timestamp) -> Result<Option<(Timestamp, bool)>, Error> {
    let row = tx.row(
        "SELECT until_at, opened_at FROM referrals_link
         WHERE person_id = $1 AND referral_id = $2 AND used_at IS NULL AND until_at > $3
         ORDER BY until_at DESC LIMIT 1",
        args![permit.person(), referral, now],
    )?;
    Ok(row.map(|row| Ok::<_, Fault>((row.time(0)?, row.time_or_null(1)?.is_some()))).transpose()?)
}

/// Removes links that open nothing any more.
///
/// # Errors
/// A fault.
pub fn forget(tx: &mut Tx<'_>, before: Timestamp) -> Result<(), Error> {
    tx.run("DELETE FROM referrals_link WHERE until_at <= $1", args![before])?;
    Ok(())
}
