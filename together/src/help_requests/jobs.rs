//! What goes away by itself.

use kernel::id::PersonId;
use kernel::time::Timestamp;
use platform::access::provisional;
use platform::app::App;
use platform::door;
use platform::error::Error;
use platform::jobs::JobRun;

use super::CHARTER;
use super::acts::KEPT_DAYS;
use super::store::{codes, lists};

/// Requests in one commit: no commit is long.
const CHUNK: i64 = 50;

/// Deletes requests whose time is over, and whoever asked them without saying who they are.
///
/// A provisional person is closed first, then loses the key, then the rows: whatever stops on the way is taken up again by
/// the next run, and nothing can be read in between.
pub fn delete(run: &JobRun<'_>) -> Result<(), Error> {
    let now = run.ctx.now;
    while chunk(run, now)? {}
    door::execute_here(run.app, &run.ctx, run.part, "forget-tries", move |tx, _| Ok(codes::forget_tries(tx, now)?))
}

fn chunk(run: &JobRun<'_>, now: Timestamp) -> Result<bool, Error> {
    let closed_before = now.plus_days(-KEPT_DAYS);
    let (full, unnamed) = door::execute_here(run.app, &run.ctx, run.part, "delete", move |tx, desk| {
        let over = lists::over(tx, now, closed_before, CHUNK)?;
        let mut unnamed: Vec<PersonId> = Vec::new();
        for (listed, provisional) in &over {
            if !provisional {
                lists::remove(tx, &listed.person, &listed.request)?;
            } else if provisional::close(tx, &listed.person, now)? {
                unnamed.push(listed.person.clone());
            }
        }
        if !over.is_empty() {
            desk.note_nobody();
        }
        Ok((i64::try_from(over.len()).unwrap_or(0) == CHUNK, unnamed))
    })?;
    forget(run.app, run, unnamed)?;
    Ok(full)
}

fn forget(app: &App, run: &JobRun<'_>, persons: Vec<PersonId>) -> Result<(), Error> {
    for person in &persons {
        app.keys().erase_here(person)?;
    }
    door::execute_here(app, &run.ctx, &CHARTER, "delete", move |tx, _| {
        for person in &persons {
            lists::remove_all(tx, person)?;
            provisional::remove(tx, person)?;
        }
        Ok(())
    })
}
