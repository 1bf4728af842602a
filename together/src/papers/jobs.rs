//! What goes away by itself: unclaimed persons after thirty days, with everything that was sent about them.

use kernel::id::PersonId;
use platform::access::{lookups, provisional};
use platform::charter::Job;
use platform::door;
use platform::error::Error;
use platform::jobs::JobRun;

use super::import::KNOWN_AS;
use super::store::stage;

/// The part's jobs.
pub const JOBS: &[Job] = &[Job { name: "papers-forget", every_minutes: Some(60), run: forget }];

const ACT: &str = "papers-forget";

/// A person is closed first, then loses the key, then the rows: whatever stops on the way is taken up again by the next
/// run, and nothing can be read in between.
fn forget(run: &JobRun<'_>) -> Result<(), Error> {
    loop {
        let over = close(run)?;
        if over.is_empty() {
            break;
        }
        for person in over {
            run.app.keys().erase_here(&person)?;
            remove_papers(run, &person)?;
            door::execute_here(run.app, &run.ctx, run.part, ACT, move |tx, _| Ok(provisional::remove(tx, &person)?))?;
        }
    }
    left_behind(run)
}

fn close(run: &JobRun<'_>) -> Result<Vec<PersonId>, Error> {
    door::execute_here(run.app, &run.ctx, run.part, ACT, |tx, desk| {
        let over = lookups::unclaimed(tx, KNOWN_AS, desk.now())?;
        for person in &over {
            provisional::close(tx, person, desk.now())?;
        }
        if !over.is_empty() {
            desk.note_nobody();
        }
        Ok(over)
    })
}

/// Papers of persons whom another part has let go.
fn left_behind(run: &JobRun<'_>) -> Result<(), Error> {
    loop {
        let gone = door::execute_here(run.app, &run.ctx, run.part, ACT, |tx, _| Ok(stage::without_person(tx)?))?;
        let Some(person) = gone else { return Ok(()) };
        remove_papers(run, &person)?;
    }
}

fn remove_papers(run: &JobRun<'_>, person: &PersonId) -> Result<(), Error> {
    loop {
        let id = person.clone();
        if !door::execute_here(run.app, &run.ctx, run.part, ACT, move |tx, _| Ok(stage::forget_some(tx, &id)?))? {
            return Ok(());
        }
    }
}
