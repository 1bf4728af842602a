//! How long a retention rule that falls due keeps others from writing: requests for help whose time is over are deleted in
//! chunks, while somebody else writes one row after the other and takes the time.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use platform::app::App;
use platform::args;
use platform::error::Error;
use platform::jobs::JobRun;
use together::help_requests::CHARTER;
use together::help_requests::acts::Draft;
use together::help_requests::choices::{Need, Reach};
use together::help_requests::demo::ask_unnamed;

use crate::report::figure;
use crate::town::Town;

/// Requests that fall due at once: more than a large town has in a day.
const REQUESTS: usize = 2_000;
/// How long a chunk may hold a writer, in milliseconds.
const MOST_MS: f64 = 50.0;
/// The deleting job of the part.
const JOB: &str = "help-requests-delete";
/// How long afterwards everything asked today is due, in days.
const LATER_DAYS: i64 = 40;
/// Without anything beside it, for comparison.
const ALONE: Duration = Duration::from_secs(1);

/// Fills the town with requests nobody has put a name to, lets them fall due, and measures those who write meanwhile.
pub fn measure(town: &Town) -> Result<String, String> {
    let app = &town.app;
    for _ in 0..REQUESTS {
        let draft = Draft { need: Need::Talk, words: Some("Noen å snakke med, helst i dag.".into()), reach: Reach::Code };
        ask_unnamed(app, app.source().now(), draft).map_err(|error| format!("{error:?}"))?;
    }
    let began = Instant::now();
    let alone = longest_wait(app, || began.elapsed() < ALONE)?;
    let over = AtomicBool::new(false);
    let (deleted, waited, seconds) = std::thread::scope(|scope| {
        let began = Instant::now();
        let deleting = scope.spawn(|| {
            let done = delete(app);
            over.store(true, Ordering::Release);
            done
        });
        let waited = longest_wait(app, || !over.load(Ordering::Acquire));
        (deleting.join(), waited, began.elapsed().as_secs_f64())
    });
    deleted.map_err(|_| "the job stopped".to_owned())?.map_err(|error| format!("{error:?}"))?;
    Ok(figure("longest wait of a small write, alone", alone, "ms", None)
        + &figure(&format!("the same while {REQUESTS} requests are deleted"), waited?, "ms", Some(MOST_MS))
        + &figure("time it takes to delete them", seconds, "s", None))
}

fn delete(app: &App) -> Result<(), Error> {
    let job = CHARTER.jobs.iter().find(|job| job.name == JOB).ok_or_else(|| Error::fault("the deleting job has another name"))?;
    let mut ctx = app.machine();
    ctx.now = ctx.now.plus_days(LATER_DAYS);
    (job.run)(&JobRun { app, ctx, part: &CHARTER, fact: None })
}

/// The longest that one small durable write took, in milliseconds.
fn longest_wait(app: &App, mut more: impl FnMut() -> bool) -> Result<f64, String> {
    let mut longest = Duration::ZERO;
    while more() {
        let began = Instant::now();
        let written = app.db().write_here(|tx| Ok(tx.run("UPDATE bench_row SET at = at WHERE row_id = $1", args!["none"])?));
        written.map_err(|error| format!("{error:?}"))?;
        longest = longest.max(began.elapsed());
    }
    Ok(longest.as_secs_f64() * 1000.0)
}
