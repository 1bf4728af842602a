//! PIN and colleague's code: counted before they are looked at, so that many tries at once are no better than few.

use kernel::id::AccountId;
use platform::app::App;
use platform::error::Error;
use platform::guess::Limit;
use platform::secret;

use super::rules::{CODE_DIGITS, Refusal};
use super::store::doors;

/// Wrong PINs of one account.
pub const PIN_LIMIT: Limit = Limit { what: "staff-pin", tries: 5, window_s: 15 * 60 };
/// Wrong codes of everyone together: eight digits, of which few open anything, are not found in three hundred tries an hour.
pub const CODE_LIMIT: Limit = Limit { what: "staff-code", tries: 50, window_s: 10 * 60 };
/// All codes are counted under one key.
pub const EVERYONE: &[u8] = b"all";

/// What a try at a PIN came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tried {
    /// It is right.
    Right,
    /// It is not, or there is none.
    Wrong,
    /// It was not looked at: so many seconds to wait.
    Wait(i64),
}

/// Tries a PIN of an account. The count is written before the answer is known and taken away when it is right.
///
/// # Errors
/// A fault when the database says no.
pub async fn try_pin(app: &App, account: &AccountId, typed: &str) -> Result<Tried, Error> {
    let (now, id) = (app.source().now(), account.clone());
    let begun = app.db().write(move |tx| {
        let key = id.as_str().as_bytes();
        if let Some(seconds) = PIN_LIMIT.must_wait_s(tx, key, now)? {
            return Ok(Err(seconds));
        }
        PIN_LIMIT.count_wrong(tx, key, now)?;
        Ok(Ok(doors::pin(tx, &id)?))
    });
    let kept = match begun.await? {
        Err(seconds) => return Ok(Tried::Wait(seconds)),
        Ok(kept) => kept,
    };
    if !secret::is_right(app, typed, kept.as_deref()).await? {
        return Ok(Tried::Wrong);
    }
    let id = account.clone();
    app.db().write(move |tx| Ok(PIN_LIMIT.forget(tx, id.as_str().as_bytes())?)).await?;
    Ok(Tried::Right)
}

/// As [`try_pin`] for an account that nobody has: takes as long and is never right.
///
/// # Errors
/// A fault when it cannot be computed.
pub async fn try_nobody(app: &App, typed: &str) -> Result<Tried, Error> {
    secret::is_right(app, typed, None).await?;
    Ok(Tried::Wrong)
}

/// A code from 128 random bits: eight digits.
#[must_use]
pub fn code_of(bits: u128) -> String {
    let most = 10_u128.pow(u32::try_from(CODE_DIGITS).unwrap_or(8));
    format!("{:0width$}", bits % most, width = CODE_DIGITS)
}

/// A code as typed, blanks left out; nothing when it cannot be one.
#[must_use]
pub fn read_code(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(|sign| !sign.is_whitespace()).collect();
    (digits.len() == CODE_DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

/// A code as shown: two groups.
#[must_use]
pub fn shown_code(code: &str) -> String {
    let (first, second) = code.split_at_checked(CODE_DIGITS / 2).unwrap_or((code, ""));
    format!("{first} {second}")
}

/// The hash under which a code is kept: nobody who reads the database can go through all of them without the key.
#[must_use]
pub fn code_hash(app: &App, code: &str) -> Vec<u8> {
    app.keys().lookup("staff-code", code)
}

/// The refusal for a try that came too early.
#[must_use]
pub fn too_many() -> Error {
    Error::refused(&Refusal::TooMany)
}
