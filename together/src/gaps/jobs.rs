//! What the guard hears, and what it does by the clock.

use platform::access::{Desk, Permit};
use platform::charter::{Heard, Job};
use platform::db::Tx;
use platform::door;
use platform::error::Error;
use platform::jobs::JobRun;

use super::rules::{Cause, How};
use super::store::{lists, signs};
use super::{limits, work};

const fn hears(kind: &'static str, job: &'static str) -> Heard {
    Heard { kind, job }
}

const fn heard(name: &'static str, run: fn(&JobRun<'_>) -> Result<(), Error>) -> Job {
    Job { name, every_minutes: None, run }
}

/// What it hears, and what it does then.
pub const HEARS: &[Heard] = &[
    hears("StayEnded", "gaps-stay-ended"),
    hears("TenancyEnded", "gaps-tenancy-ended"),
    hears("ReferralClosed", "gaps-referral-closed"),
    hears("HandoverRefused", "gaps-refused"),
    hears("HandoverAccepted", "gaps-accepted"),
    hears("HandoverPassed", "gaps-in-touch"),
    hears("DepartureUnplanned", "gaps-departed"),
    hears("MessageSent", "gaps-in-touch"),
    hears("ContactTried", "gaps-in-touch"),
    hears("AppointmentMade", "gaps-in-touch"),
    hears("AppointmentMissed", "gaps-missed"),
    hears("TeamChanged", "gaps-watched"),
];

/// All of them.
pub const JOBS: &[Job] = &[
    heard("gaps-stay-ended", stay_ended),
    heard("gaps-tenancy-ended", tenancy_ended),
    heard("gaps-referral-closed", referral_closed),
    heard("gaps-departed", departed),
    heard("gaps-refused", refused),
    heard("gaps-accepted", accepted),
    heard("gaps-in-touch", in_touch),
    heard("gaps-watched", watched),
    heard("gaps-missed", missed),
    Job { name: "gaps-silence", every_minutes: Some(60), run: silence },
    Job { name: "gaps-owners", every_minutes: Some(10), run: owners },
];

/// Does something about the person of the fact. Whoever is gone in the meantime is left alone.
fn about(
    run: &JobRun<'_>,
    act: &'static str,
    what: impl Fn(&mut Tx<'_>, &Desk<'_>, &Permit, &str) -> Result<(), Error> + Send + 'static,
) -> Result<(), Error> {
    let Some((Some(person), subject)) = run.fact.clone() else { return Ok(()) };
    let done = door::execute_here(run.app, &run.ctx, run.part, act, move |tx, desk| {
        let permit = desk.delivery(tx, &person)?;
        what(tx, desk, &permit, &subject)
    });
    match done {
        Err(Error::Denied(_)) => Ok(()),
        other => other,
    }
}

fn ended(run: &JobRun<'_>, cause: Cause) -> Result<(), Error> {
    about(run, "guard", move |tx, desk, permit, subject| work::open(tx, desk, permit, (cause, subject), None).map(drop))
}

/// A stay ended.
///
/// # Errors
/// A fault.
pub fn stay_ended(run: &JobRun<'_>) -> Result<(), Error> {
    ended(run, Cause::StayEnded)
}

/// A tenancy ended.
///
/// # Errors
/// A fault.
pub fn tenancy_ended(run: &JobRun<'_>) -> Result<(), Error> {
    ended(run, Cause::TenancyEnded)
}

/// A referral was closed.
///
/// # Errors
/// A fault.
pub fn referral_closed(run: &JobRun<'_>) -> Result<(), Error> {
    ended(run, Cause::ReferralClosed)
}

/// Somebody left without it being planned.
///
/// # Errors
/// A fault.
pub fn departed(run: &JobRun<'_>) -> Result<(), Error> {
    ended(run, Cause::Departed)
}

/// A hand-over came back: what counted as a step counts no more.
///
/// # Errors
/// A fault.
pub fn refused(run: &JobRun<'_>) -> Result<(), Error> {
    about(run, "guard", |tx, desk, permit, subject| {
        signs::lost(tx, permit.person(), subject, desk.now())?;
        work::open(tx, desk, permit, (Cause::HandoverRefused, subject), None).map(drop)
    })
}

/// Somebody has said yes to the next step.
///
/// # Errors
/// A fault.
pub fn accepted(run: &JobRun<'_>) -> Result<(), Error> {
    about(run, "guard", |tx, desk, permit, subject| {
        signs::accepted(tx, desk, permit, "handover", subject, None)?;
        work::close_by(tx, desk, permit.person(), How::Step)
    })
}

/// Somebody was in touch.
///
/// # Errors
/// A fault.
pub fn in_touch(run: &JobRun<'_>) -> Result<(), Error> {
    about(run, "guard", |tx, desk, permit, _| {
        let days = limits::load(tx, desk.now())?.silence_days;
        signs::in_touch(tx, permit.person(), desk.now(), days)?;
        work::close_by(tx, desk, permit.person(), How::InTouch)
    })
}

/// Somebody has a duty towards the person: from now on silence is looked for.
///
/// # Errors
/// A fault.
pub fn watched(run: &JobRun<'_>) -> Result<(), Error> {
    about(run, "guard", |tx, desk, permit, _| {
        let days = limits::load(tx, desk.now())?.silence_days;
        signs::watch(tx, permit.person(), desk.now(), days)
    })
}

/// An appointment came to nothing. A series of them is an end.
///
/// # Errors
/// A fault.
pub fn missed(run: &JobRun<'_>) -> Result<(), Error> {
    about(run, "guard", |tx, desk, permit, subject| {
        let limits = limits::load(tx, desk.now())?;
        let since = desk.now().plus_days(-limits.missed_days);
        let times = signs::missed(tx, permit.person(), subject, desk.now(), since)?;
        if times < limits.missed_times {
            return Ok(());
        }
        work::open(tx, desk, permit, (Cause::Missed, "series"), None).map(drop)
    })
}

/// Looks for silence.
///
/// # Errors
/// A fault, after the others have been seen to.
pub fn silence(run: &JobRun<'_>) -> Result<(), Error> {
    let now = run.ctx.now;
    let silent = run.app.db().read_here(|tx| signs::silent(tx, now))?;
    run.each("guard", silent, work::look_for_silence)
}

/// Finds new owners for what nobody owns any more.
///
/// # Errors
/// A fault, after the others have been seen to.
pub fn owners(run: &JobRun<'_>) -> Result<(), Error> {
    let now = run.ctx.now;
    let alone = run.app.db().read_here(|tx| lists::left_alone(tx, now))?;
    run.each("guard", alone, |tx, desk, (person, id)| work::find_owner(tx, desk, person, id))
}
