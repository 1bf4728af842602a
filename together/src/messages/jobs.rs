//! What goes away by itself.

use platform::door;
use platform::error::Error;
use platform::jobs::JobRun;

use super::store::files;

/// Minutes until a file that never came with a message is forgotten: longer than anyone's page waits for an answer.
const LEFT_MINUTES: i64 = 60;

/// Forgets files that were sent and never came with a message: the form was sent twice, or the rules said no after all.
///
/// # Errors
/// A fault.
pub fn forget_left_behind(run: &JobRun<'_>) -> Result<(), Error> {
    let before = run.ctx.now.plus_minutes(-LEFT_MINUTES);
    loop {
        let left = run.app.db().read_here(|tx| files::left_behind(tx, before))?;
        if left.is_empty() {
            return Ok(());
        }
        // One file in a commit: none is long.
        for (person, file) in left {
            door::execute_here(run.app, &run.ctx, run.part, "forget-file", move |tx, _| files::forget(tx, &person, &file))?;
        }
    }
}
