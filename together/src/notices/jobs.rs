//! What is done after a fact, and by the clock.

use platform::charter::Job;
use platform::door;
use platform::error::Error;
use platform::jobs::JobRun;

use super::{outbox, store};

/// One job for each fact that may be news, because a job knows the fact's subject and not its kind.
pub const JOBS: &[Job] = &[
    heard("notices-message-sent", |run| outbox::hear(run, "MessageSent")),
    heard("notices-help-answered", |run| outbox::hear(run, "HelpAnswered")),
    heard("notices-appointment-made", |run| outbox::hear(run, "AppointmentMade")),
    heard("notices-handover-offered", |run| outbox::hear(run, "HandoverOffered")),
    heard("notices-referral-sent", |run| outbox::hear(run, "ReferralSent")),
    heard("notices-task-made", |run| outbox::hear(run, "TaskMade")),
    heard("notices-meeting-called", |run| outbox::hear(run, "MeetingCalled")),
    heard("notices-minutes-ready", |run| outbox::hear(run, "MinutesReady")),
    Job { name: "notices-send", every_minutes: Some(1), run: outbox::send_due },
    Job { name: "notices-forget", every_minutes: Some(60), run: forget },
];

const fn heard(name: &'static str, run: fn(&JobRun<'_>) -> Result<(), Error>) -> Job {
    Job { name, every_minutes: None, run }
}

fn forget(run: &JobRun<'_>) -> Result<(), Error> {
    door::execute_here(run.app, &run.ctx, run.part, "forget", |tx, desk| {
        let limits = store::limits(tx, desk.now())?;
        store::outbox::forget(tx, desk.now().plus_days(-limits.kept_days))
    })
}
