//! By the clock: counts who has looked how often, and takes away what is no longer needed.

use platform::access::log;
use platform::door::execute_here;
use platform::error::Error;
use platform::jobs::JobRun;
use platform::keys::{hex, keyed_hash};

use super::{limits, patterns, store};

/// Letters of a person's number: enough to tell two apart, too few to be anybody's name elsewhere.
const NUMBER: usize = 8;

/// Counts the lines that have been sealed since the last time, two thousand at a time, each in a commit of its own.
///
/// # Errors
/// A fault; what was counted before stays counted, once.
pub fn tally(run: &JobRun<'_>) -> Result<(), Error> {
    let secret = run.app.master().derive("number persons in the access tally");
    loop {
        let secret = secret.clone();
        let more = execute_here(run.app, &run.ctx, run.part, "tally", move |tx, desk| {
            let from = patterns::reached(tx)?;
            let (lines, next) = log::by_place(tx, desk, from)?;
            let limits = limits::load(tx, desk.now())?;
            for ((account, day, subject), counts) in patterns::tally(&lines, &limits) {
                let number: String = hex(&keyed_hash(&secret[..], subject.as_bytes())).chars().take(NUMBER).collect();
                patterns::add(tx, &account, day, &number, counts)?;
            }
            if next > from {
                patterns::reach(tx, next)?;
            }
            Ok(next > from)
        })?;
        if !more {
            return Ok(());
        }
    }
}

/// Takes away counts that are older than they are kept, and questions of persons who are gone.
///
/// # Errors
/// A fault when the database says no.
pub fn forget(run: &JobRun<'_>) -> Result<(), Error> {
    execute_here(run.app, &run.ctx, run.part, "forget", |tx, desk| {
        let kept = limits::load(tx, desk.now())?.tally_kept_days;
        patterns::forget(tx, desk.now().day().plus(-kept))?;
        store::forget_the_gone(tx)
    })
}
