//! What goes away by itself, and what must not stay with somebody who has gone.

use kernel::id::PersonId;
use kernel::time::Timestamp;
use platform::access::provisional;
use platform::app::App;
use platform::door;
use platform::error::Error;
use platform::jobs::JobRun;

use super::CHARTER;
use super::acts::{self, KEPT_DAYS};
use super::store::{codes, lists};

/// Requests in one commit: no commit is long.
const CHUNK: i64 = 50;
/// Requests given on in one turn of the clock; the next turn is a minute away.
const LEFT_BEHIND: i64 = 500;

/// Deletes requests whose time is over, and whoever asked them without saying who they are.
///
/// A provisional person is closed first, then loses the key, then the rows: whatever stops on the way is taken up again by
/// the next run, and nothing can be read in between.
pub fn delete(run: &JobRun<'_>) -> Result<(), Error> {
    let now = run.ctx.now;
    while chunk(run, now)? {}
    door::execute_here(run.app, &run.ctx, run.part, "forget-tries", move |tx, _| Ok(codes::forget_tries(tx, now)?))
}

/// Gives on what is held by somebody whose access has ended. Each request has a commit of its own, so that one that nobody can
/// take does not hold the others up: it stays on the inbox where it is, and is loud in the log.
pub fn pass_on_from_gone(run: &JobRun<'_>) -> Result<(), Error> {
    let now = run.ctx.now;
    let left = run.app.db().read_here(move |tx| Ok(lists::left_behind(tx, now, LEFT_BEHIND)?))?;
    let mut stay = 0_usize;
    for one in left {
        let given = door::execute_here(run.app, &run.ctx, run.part, "pass-on-from-gone", move |tx, desk| {
            acts::holder_is_gone(tx, desk, &one)
        });
        match given {
            Ok(true) => {}
            Ok(false) => stay += 1,
            // Somebody has just done something with it; the next turn sees what it came to.
            Err(Error::Refused(_)) => {}
            Err(error) => return Err(error),
        }
    }
    if stay > 0 {
        tracing::error!(
            requests = stay,
            "requests for help are held by somebody who works here no more, and nobody answers such a need"
        );
    }
    Ok(())
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
