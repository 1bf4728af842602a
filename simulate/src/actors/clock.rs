//! The clock: jobs are done, the log is sealed, days go by.

use kernel::time::Clock;
use platform::args;
use platform::{audit, jobs};

use crate::city::World;

/// Seconds between two turns of the sealer.
const TURN_S: i64 = 10;

/// Does what is due.
///
/// # Errors
/// What must not be.
pub fn work(world: &mut World) -> Result<(), String> {
    world.begin("the clock does what is due");
    do_due(world)
}

fn do_due(world: &mut World) -> Result<(), String> {
    let done = jobs::run_due(&world.town.app).map_err(|error| format!("jobs cannot be done: {error:?}"))?;
    world.log.note(&format!("{done} jobs done"));
    let undone = world.rows(
        "SELECT name FROM job WHERE done_at IS NULL AND due_at <= $1 ORDER BY name, job_id LIMIT 1",
        args![world.now()],
    )?;
    match undone.first() {
        Some(row) => Err(format!("the job {} has not been done", row.text(0).unwrap_or_default())),
        None => Ok(()),
    }
}

/// Seals every line that waits.
///
/// # Errors
/// What the database says.
pub fn seal(world: &World) -> Result<(), String> {
    let app = &world.town.app;
    loop {
        let sealed = audit::seal_waiting(app.db(), app.master(), app.node(), world.now());
        match sealed.map_err(|error| format!("the log cannot be sealed: {error:?}"))? {
            sealed if sealed.lines == 0 => return Ok(()),
            _ => app.source().set(world.now().plus_s(TURN_S)),
        }
    }
}

/// On to the next morning.
///
/// # Errors
/// What must not be.
pub fn next_day(world: &mut World, opens: Clock) -> Result<(), String> {
    let morning = world.now().day().plus(1).at(opens);
    world.town.app.source().set(morning);
    world.begin("a new day");
    do_due(world)
}
