//! The rules of passkeys: how many, for how long a try stands, and when a key opens nothing.

use kernel::time::Timestamp;

/// Most passkeys of one somebody: a few devices and a spare.
pub const MOST: usize = 10;
/// How long a try may take from the button to the device's answer.
pub const TRY_MINUTES: i64 = 5;

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The device's answer cannot be used: wrong, late, unknown or void. One sentence for all.
    NotKnown,
    /// It could not be added.
    NotAdded,
    /// There are as many as there may be.
    TooMany,
}

impl Refusal {
    /// All of them, for tests of the wording.
    pub const ALL: [Refusal; 3] = [Refusal::NotKnown, Refusal::NotAdded, Refusal::TooMany];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::NotKnown => "passkeys-not-known",
            Refusal::NotAdded => "passkeys-not-added",
            Refusal::TooMany => "passkeys-too-many",
        }
    }
}

/// An employee's account as far as a passkey of theirs is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// When access ends or ended.
    pub ended_at: Option<Timestamp>,
    /// Keys made before this moment open nothing any more: an administrator has given new doors.
    pub doors_from: Option<Timestamp>,
}

/// Whether a key made then opens this account now.
///
/// # Errors
/// [`Refusal::NotKnown`].
pub fn opens(standing: Standing, made_at: Timestamp, now: Timestamp) -> Result<(), Refusal> {
    let ended = standing.ended_at.is_some_and(|ended| ended <= now);
    let void = standing.doors_from.is_some_and(|from| made_at < from);
    if ended || void { Err(Refusal::NotKnown) } else { Ok(()) }
}

/// Whether one more may be added.
///
/// # Errors
/// [`Refusal::TooMany`].
pub fn one_more(has: usize) -> Result<(), Refusal> {
    if has >= MOST { Err(Refusal::TooMany) } else { Ok(()) }
}
