//! What happens by the clock, and after what others tell.

use kernel::id::RowId;
use platform::charter::{Heard, Job};
use platform::door;
use platform::error::Error;
use platform::jobs::JobRun;

use super::choices::Journey;
use super::store::stays;
use super::store::units::{self, Count};

const fn hears(kind: &'static str, job: &'static str) -> Heard {
    Heard { kind, job }
}

/// What it hears of the hand-overs: who has been asked to take over, and whether they have met.
pub const HEARS: &[Heard] = &[
    hears("HandoverOffered", "beds-handover-offered"),
    hears("HandoverAccepted", "beds-handover-accepted"),
    hears("HandoverRefused", "beds-handover-refused"),
    hears("HandoverPassed", "beds-handover-passed"),
];

/// By the clock, and after what the hand-overs tell.
pub const JOBS: &[Job] = &[
    Job { name: "beds-count", every_minutes: Some(60), run: count },
    Job { name: "beds-handover-offered", every_minutes: None, run: offered },
    Job { name: "beds-handover-accepted", every_minutes: None, run: accepted },
    Job { name: "beds-handover-refused", every_minutes: None, run: refused },
    Job { name: "beds-handover-passed", every_minutes: None, run: passed },
];

/// Writes today's row of each unit, so that a day on which nobody asked has its figures too.
///
/// # Errors
/// A fault.
fn count(run: &JobRun<'_>) -> Result<(), Error> {
    let mut after: Option<RowId> = None;
    loop {
        let from = after.clone();
        after = door::execute_here(run.app, &run.ctx, run.part, "count-beds", move |tx, desk| {
            let (page, next) = units::page(tx, from.as_ref())?;
            for unit in &page {
                units::count(tx, &unit.id, unit.board, desk.now().day(), Count::Board)?;
            }
            Ok(next)
        })?;
        if after.is_none() {
            return Ok(());
        }
    }
}

fn heard(run: &JobRun<'_>, journey: Option<Journey>) -> Result<(), Error> {
    let Some((Some(person), handover)) = run.fact.clone() else { return Ok(()) };
    door::execute_here(run.app, &run.ctx, run.part, "hear-of-hand-over", move |tx, _| {
        stays::journey(tx, &person, &handover, journey)
    })
}

/// Somebody was asked to take over.
///
/// # Errors
/// A fault.
fn offered(run: &JobRun<'_>) -> Result<(), Error> {
    heard(run, Some(Journey::Offered))
}

/// They said yes.
///
/// # Errors
/// A fault.
fn accepted(run: &JobRun<'_>) -> Result<(), Error> {
    heard(run, Some(Journey::Accepted))
}

/// They said no: the stay is without a planned journey home again, on top of the list.
///
/// # Errors
/// A fault.
fn refused(run: &JobRun<'_>) -> Result<(), Error> {
    heard(run, None)
}

/// They have met.
///
/// # Errors
/// A fault.
fn passed(run: &JobRun<'_>) -> Result<(), Error> {
    heard(run, Some(Journey::Passed))
}
