//! Numbers that are set by somebody: dated rows with a source.

use kernel::time::Timestamp;
use platform::dated::Numbers;
use platform::db::Tx;
use platform::error::Error;
use platform::guess::Limit;

/// The numbers of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Days a link can be used.
    pub link_days: i64,
    /// Days what is shared for a referral stays shared.
    pub share_days: i64,
    /// Wrong tries of one link.
    pub of_a_link: Limit,
    /// Wrong tries of any link, over the whole house: an alarm, since nobody can guess one and a flood must not shut out
    /// whoever holds the right one.
    pub of_all: Limit,
}

/// Loads them. A number without a row for the day is our own failure: nothing is guessed.
///
/// # Errors
/// A fault that names the rule.
pub fn load(tx: &mut Tx<'_>, now: Timestamp) -> Result<Limits, Error> {
    let numbers = Numbers::read(
        tx,
        "SELECT rule, amount FROM referrals_rule
         WHERE jurisdiction = 'NO' AND valid_from <= $1 AND (valid_until IS NULL OR valid_until > $2)
         ORDER BY valid_from DESC, rule",
        now,
    )?;
    let window_s = numbers.find::<i64>("link-window-minutes")? * 60;
    Ok(Limits {
        link_days: numbers.find("link-days")?,
        share_days: numbers.find("share-days")?,
        of_a_link: Limit { what: "referral-link", tries: numbers.find("link-tries")?, window_s },
        of_all: Limit { what: "referral-link-all", tries: numbers.find("link-alarm")?, window_s },
    })
}
