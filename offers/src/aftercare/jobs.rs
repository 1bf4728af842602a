//! What happens by the clock, and when a stay begins.

use platform::door;
use platform::error::Error;
use platform::jobs::JobRun;

use super::store::{self, calls};
use super::{numbers, work};

/// After a stay has begun: the person is asked whether they want a plan for afterwards.
///
/// # Errors
/// A fault.
pub fn stay_began(run: &JobRun<'_>) -> Result<(), Error> {
    let Some((Some(person), stay)) = run.fact.clone() else { return Ok(()) };
    let begun = door::execute_here(run.app, &run.ctx, run.part, "begin-for-stay", move |tx, desk| {
        let permit = desk.delivery(tx, &person)?;
        work::begin_for_stay(tx, desk, &permit, &stay)
    });
    match begun {
        // Somebody who is gone in the meantime is not asked.
        Err(Error::Denied(_)) => Ok(()),
        other => other,
    }
}

/// Asks those whose day it is, and lets somebody call those who have not answered.
///
/// # Errors
/// A fault.
pub fn clock(run: &JobRun<'_>) -> Result<(), Error> {
    let now = run.ctx.now;
    let mut persons = run.app.db().read_here(|tx| {
        let mut persons = store::due(tx, now)?;
        let before = now.plus_days(-numbers::load(tx, now)?.answer);
        persons.extend(calls::silent(tx, before)?);
        Ok(persons)
    })?;
    persons.sort();
    persons.dedup();
    run.each("turn", persons, work::turn)
}
