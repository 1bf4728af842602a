//! What is done by the clock: erasing those whose time to change their mind is over, and deleting what has fallen due.

use platform::error::Error;
use platform::jobs::JobRun;
use platform::leaving;

/// Erases whoever is due, and takes up what was begun and not finished. One who cannot be erased now stays due, and does
/// not stop the others.
pub fn erase(run: &JobRun<'_>) -> Result<(), Error> {
    let now = run.ctx.now;
    let mut failed = None;
    for person in run.app.db().read_here(|tx| leaving::due(tx, now))? {
        match leaving::erase(run.app, &run.ctx, run.part, &person) {
            // The person has changed their mind in the last second.
            Ok(_) | Err(Error::Missing) => {}
            Err(error) => failed = Some(error),
        }
    }
    failed.map_or(Ok(()), Err)
}

/// Deletes what has fallen due by the rules of today.
pub fn clear(run: &JobRun<'_>) -> Result<(), Error> {
    leaving::clear(run.app, &run.ctx, run.part).map(drop)
}
