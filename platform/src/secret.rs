//! What somebody knows by heart: a PIN or a phrase of their own. Kept as Argon2id, mixed with the master key, so that a
//! stolen database alone cannot be searched even for four digits.
//!
//! Hashing takes memory and time on purpose. It never runs inside a transaction, and only two run at once.

use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

use crate::app::App;
use crate::error::{Error, Fault};
use crate::keys::{hex, unhex};

/// Memory in KiB, passes and lanes: OWASP's first choice for Argon2id (Password Storage Cheat Sheet, read 2026-11).
const COST: (u32, u32, u32) = (19_456, 2, 1);
const FORM: &str = "argon2id-1";
const SALT: usize = 16;

static SEATS: Semaphore = Semaphore::const_new(2);

/// What is kept of a PIN or phrase: the form, the salt and the hash. It cannot be read back.
///
/// # Errors
/// A fault when it cannot be computed.
pub async fn keep(app: &App, typed: &str) -> Result<String, Error> {
    let drawn = app.source().bytes();
    let salt: Vec<u8> = drawn.into_iter().take(SALT).collect();
    let hash = stretch(app, typed, salt.clone()).await?;
    Ok(format!("{FORM}${}${}", hex(&salt), hex(&hash)))
}

/// As [`keep`], on this thread: for the demo city and commands, never inside a transaction.
///
/// # Errors
/// As [`keep`].
pub fn keep_here(app: &App, typed: &str) -> Result<String, Error> {
    let salt: Vec<u8> = app.source().bytes().into_iter().take(SALT).collect();
    let hash = stretched(&plain(typed), &salt, &app.keys().pepper())?;
    Ok(format!("{FORM}${}${}", hex(&salt), hex(&hash)))
}

/// Whether this was typed when `kept` was made. Where nothing is kept the same work is done and the answer is no, so that
/// the time taken does not tell whether somebody has a PIN.
///
/// # Errors
/// A fault when it cannot be computed, or what is kept is not of a form we know.
pub async fn is_right(app: &App, typed: &str, kept: Option<&str>) -> Result<bool, Error> {
    let parts = kept.map(|kept| read(kept).ok_or_else(|| Fault::new("a kept secret has an unknown form"))).transpose()?;
    let salt = parts.as_ref().map_or_else(|| vec![0; SALT], |(salt, _)| salt.clone());
    let hash = stretch(app, typed, salt).await?;
    Ok(parts.is_some_and(|(_, expected)| same(&hash, &expected)))
}

/// As it is compared: without blanks at the ends, inner blanks as one, and small letters, because phones write the first
/// one large.
fn plain(typed: &str) -> Zeroizing<String> {
    let words: Vec<&str> = typed.split_whitespace().collect();
    Zeroizing::new(words.join(" ").to_lowercase())
}

async fn stretch(app: &App, typed: &str, salt: Vec<u8>) -> Result<Vec<u8>, Error> {
    let (typed, pepper) = (plain(typed), app.keys().pepper());
    let seat = SEATS.acquire().await.map_err(|_| Error::fault("nothing hashes secrets any more"))?;
    let made = tokio::task::spawn_blocking(move || stretched(&typed, &salt, &pepper));
    let made = made.await.map_err(|_| Error::fault("the thread that hashes a secret has stopped"))?;
    drop(seat);
    Ok(made?)
}

fn stretched(typed: &str, salt: &[u8], pepper: &[u8; 32]) -> Result<Vec<u8>, Fault> {
    let (memory, passes, lanes) = COST;
    let params = Params::new(memory, passes, lanes, None).map_err(|_| Fault::new("the cost of hashing is wrong"))?;
    let hasher = Argon2::new_with_secret(pepper.as_slice(), Algorithm::Argon2id, Version::V0x13, params)
        .map_err(|_| Fault::new("the pepper has a wrong length"))?;
    let mut hash = vec![0; 32];
    let done = hasher.hash_password_into(typed.as_bytes(), salt, &mut hash);
    done.map_err(|_| Fault::new("a secret could not be hashed"))?;
    Ok(hash)
}

fn read(kept: &str) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut parts = kept.split('$');
    (parts.next()? == FORM).then_some(())?;
    let (salt, hash) = (unhex(parts.next()?)?, unhex(parts.next()?)?);
    parts.next().is_none().then_some((salt, hash))
}

/// Compares without telling by its time how much was right.
fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |seen, (a, b)| seen | (a ^ b)) == 0
}
