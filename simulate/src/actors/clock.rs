//! The clock: jobs are done, the log is sealed, days go by.

use kernel::time::Clock;
use platform::args;
use platform::jobs;

use crate::city::World;
use crate::trouble::Fails;

/// Longer than a job that was claimed waits for its process.
const CLAIM_IS_OVER_S: i64 = 61;

/// Does what is due; or a process dies in the middle of it, and another does it when the claim has run out.
///
/// # Errors
/// What must not be.
pub fn work(world: &mut World) -> Result<(), String> {
    if world.may_die(25) {
        world.begin("a process dies in the middle of what is due");
        world.arm(Some(Fails::InTheMiddle))?;
        // What it came to nobody hears: the process is gone.
        drop(jobs::run_due(&world.town().app));
        world.arm(None)?;
        world.dies()?;
        world.town().app.source().set(world.now().plus_s(CLAIM_IS_OVER_S));
        return do_due(world);
    }
    if world.may_die(40) {
        world.begin("the sealer has its turn, and a process dies");
        world.seal()?;
        return world.dies();
    }
    world.begin("the clock does what is due");
    do_due(world)
}

fn do_due(world: &mut World) -> Result<(), String> {
    let done = jobs::run_due(&world.town().app).map_err(|error| format!("jobs cannot be done: {error:?}"))?;
    world.log.note(&format!("{done} jobs done"));
    let undone = world
        .rows("SELECT name FROM job WHERE done_at IS NULL AND due_at <= $1 ORDER BY name, job_id LIMIT 1", args![world.now()])?;
    match undone.first() {
        Some(row) => Err(format!("the job {} has not been done", row.text(0).unwrap_or_default())),
        None => {
            world.worked_at = world.now();
            Ok(())
        }
    }
}

/// On to the next morning.
///
/// # Errors
/// What must not be.
pub fn next_day(world: &mut World, opens: Clock) -> Result<(), String> {
    let morning = world.now().day().plus(1).at(opens);
    world.town().app.source().set(morning);
    world.begin("a new day");
    do_due(world)
}
