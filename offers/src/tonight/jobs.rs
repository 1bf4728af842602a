//! What goes away by itself.

use platform::access::provisional;
use platform::door;
use platform::error::Error;
use platform::jobs::JobRun;

use super::acts;
use super::store::requests;

/// Forgets those who asked without saying who they were, when their time is over: closed first, then the key, then the rows,
/// so that nothing can be read in between. Whatever stops on the way is taken up again by the next run.
///
/// # Errors
/// A fault.
pub fn forget(run: &JobRun<'_>) -> Result<(), Error> {
    let now = run.ctx.now;
    let over = door::execute_here(run.app, &run.ctx, run.part, "forget", move |tx, desk| {
        let mut over = Vec::new();
        for (person, there) in requests::unnamed_and_over(tx, now)? {
            if !there || provisional::close(tx, &person, now)? {
                over.push((person, there));
            }
        }
        if !over.is_empty() {
            desk.note_nobody();
        }
        Ok(over)
    })?;
    for (person, _) in over.iter().filter(|(_, there)| *there) {
        run.app.keys().erase_here(person)?;
    }
    door::execute_here(run.app, &run.ctx, run.part, "forget", move |tx, _| {
        for (person, _) in &over {
            requests::remove_all(tx, person)?;
            provisional::remove(tx, person)?;
        }
        acts::forget_tries(tx, now)
    })
}
