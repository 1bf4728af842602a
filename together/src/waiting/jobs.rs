//! The machine looks for limits of law that have passed, and tells of each once.

use platform::error::Error;
use platform::jobs::JobRun;

use super::limits::Kind;
use super::store::{breaches, clocks};
use super::work;

/// Writes the breaches nobody has written yet.
pub fn find_breaches(run: &JobRun<'_>) -> Result<(), Error> {
    let today = run.ctx.now.day();
    let late = run.app.db().read_here(|tx| breaches::unfound(tx, today))?;
    run.each("find-breach", late, move |tx, desk, (person, id)| {
        let permit = desk.delivery(tx, person)?;
        let clock = clocks::by_id(tx, &permit, id)?;
        let due = clock.and_then(|clock| clock.due).filter(|due| due.kind == Kind::Law && due.on < today);
        due.map_or(Ok(()), |due| work::tell_breach(tx, desk, &permit, id, due))
    })
}
