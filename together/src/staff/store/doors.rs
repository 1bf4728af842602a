//! What opens a door for staff without a script: a PIN of their own and a code that a colleague made.

use kernel::id::AccountId;
use kernel::time::Timestamp;
use platform::args;
use platform::db::Tx;
use platform::error::Fault;

/// What is kept of somebody's PIN.
///
/// # Errors
/// A fault when the database says no.
pub fn pin(tx: &mut Tx<'_>, account: &AccountId) -> Result<Option<String>, Fault> {
    let row = tx.row("SELECT kept FROM staff_pin WHERE account_id = $1", args![account])?;
    row.map(|row| row.text(0).map(str::to_owned)).transpose()
}

/// Keeps a PIN in place of the old one.
///
/// # Errors
/// A fault when the database says no.
pub fn keep_pin(tx: &mut Tx<'_>, account: &AccountId, kept: &str, now: Timestamp) -> Result<(), Fault> {
    tx.run(
        "INSERT INTO staff_pin (account_id, kept, chosen_at) VALUES ($1, $2, $3)
         ON CONFLICT (account_id) DO UPDATE SET kept = excluded.kept, chosen_at = excluded.chosen_at",
        args![account, kept, now],
    )?;
    Ok(())
}

/// When the PIN was chosen.
///
/// # Errors
/// A fault when the database says no.
pub fn pin_chosen_at(tx: &mut Tx<'_>, account: &AccountId) -> Result<Option<Timestamp>, Fault> {
    let row = tx.row("SELECT chosen_at FROM staff_pin WHERE account_id = $1", args![account])?;
    row.map(|row| row.time(0)).transpose()
}

/// A code for one account; older ones of the same account open nothing any more.
///
/// # Errors
/// A fault when the database says no.
pub fn make_code(
    tx: &mut Tx<'_>,
    hash: Vec<u8>,
    account: &AccountId,
    by: &AccountId,
    now: Timestamp,
    until: Timestamp,
) -> Result<(), Fault> {
    tx.run("DELETE FROM staff_code WHERE account_id = $1 AND used_at IS NULL", args![account])?;
    tx.run(
        "INSERT INTO staff_code (code_hash, account_id, made_by, made_at, until_at) VALUES ($1, $2, $3, $4, $5)",
        args![hash, account, by, now, until],
    )?;
    Ok(())
}

/// Whose this code is, while it opens something.
///
/// # Errors
/// A fault when the database says no.
pub fn whose_code(tx: &mut Tx<'_>, hash: Vec<u8>, now: Timestamp) -> Result<Option<AccountId>, Fault> {
    let row =
        tx.row("SELECT account_id FROM staff_code WHERE code_hash = $1 AND used_at IS NULL AND until_at > $2", args![hash, now])?;
    row.map(|row| row.parsed(0, AccountId::parse)).transpose()
}

/// Uses a code up: whether it was there to use.
///
/// # Errors
/// A fault when the database says no.
pub fn use_code(tx: &mut Tx<'_>, hash: Vec<u8>, account: &AccountId, now: Timestamp) -> Result<bool, Fault> {
    let used = tx.run(
        "UPDATE staff_code SET used_at = $1 WHERE code_hash = $2 AND account_id = $3 AND used_at IS NULL AND until_at > $4",
        args![now, hash, account, now],
    )?;
    Ok(used == 1)
}

/// Removes codes that are over, and the PINs of accounts that have ended.
///
/// # Errors
/// A fault when the database says no.
pub fn forget_old(tx: &mut Tx<'_>, now: Timestamp) -> Result<(), Fault> {
    tx.run("DELETE FROM staff_code WHERE until_at <= $1", args![now.plus_days(-1)])?;
    tx.run("DELETE FROM staff_pin WHERE account_id IN (SELECT account_id FROM account WHERE ended_at <= $1)", args![now])?;
    Ok(())
}
