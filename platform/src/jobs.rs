//! Work done by the clock or after a fact: lined up in the same commit, done once by whoever claims it, harmless twice.

use std::panic::{AssertUnwindSafe, catch_unwind};

use kernel::fact::FactKind;
use kernel::id::PersonId;
use kernel::time::Timestamp;

use crate::access::Desk;
use crate::app::App;
use crate::args;
use crate::charter::{Charter, Job};
use crate::ctx::Ctx;
use crate::db::Tx;
use crate::door;
use crate::error::{Error, Fault};

/// How long a claim holds before another process may try.
const CLAIM_S: i64 = 60;
/// After so many tries a job waits a day before the next one and is loud in the log.
const TRIES: i64 = 8;
/// How long a job that is done stays, so that the same turn is not lined up again.
const KEPT_S: i64 = 2 * DAY_S;
const DAY_S: i64 = 86_400;

/// What a job works with.
pub struct JobRun<'a> {
    /// The product.
    pub app: &'a App,
    /// The machine's context. After a fact its request number is the job's own: the same when the job is run again.
    pub ctx: Ctx,
    /// The part whose job it is.
    pub part: &'static Charter,
    /// The fact that called for it: its person and its subject.
    pub fact: Option<(Option<PersonId>, String)>,
}

impl JobRun<'_> {
    /// Does the same for each of them, in a commit each: one that cannot be helped holds up nobody else, and whoever is gone in
    /// the meantime is left alone.
    ///
    /// # Errors
    /// The last fault, after the others have been seen to.
    pub fn each<X: Send + 'static>(
        &self,
        act: &'static str,
        all: Vec<X>,
        what: impl Fn(&mut Tx<'_>, &Desk<'_>, &X) -> Result<(), Error> + Clone + Send + 'static,
    ) -> Result<(), Error> {
        let mut failed = None;
        for one in all {
            let what = what.clone();
            match door::execute_here(self.app, &self.ctx, self.part, act, move |tx, desk| what(tx, desk, &one)) {
                Ok(()) | Err(Error::Denied(_)) => {}
                Err(error) => failed = Some(error),
            }
        }
        failed.map_or(Ok(()), Err)
    }
}

/// Writes a fact and lines up the jobs of those who hear it.
pub(crate) fn tell(
    tx: &mut Tx<'_>,
    app: &App,
    kind: &'static str,
    person: Option<&PersonId>,
    subject: &str,
    bits: u128,
    now: Timestamp,
) -> Result<(), Fault> {
    let (fact, kind) = (kernel::id::hex(bits), FactKind(kind));
    tx.add(
        "INSERT INTO fact (fact_id, kind, person_id, subject, at) VALUES ($1, $2, $3, $4, $5)",
        args![fact.as_str(), kind.0, person.map(PersonId::as_str), subject, now],
    )?;
    let heard = app.catalogue().iter().flat_map(|part| part.hears.iter()).filter(|heard| heard.kind == kind.0);
    for (n, heard) in heard.enumerate() {
        let id = kernel::id::hex(bits.wrapping_add(1 + u128::try_from(n).unwrap_or(0)));
        tx.add(
            "INSERT INTO job (job_id, name, fact_id, due_at, attempts) VALUES ($1, $2, $3, $4, 0)",
            args![id, heard.job, fact.as_str(), now],
        )?;
    }
    Ok(())
}

/// Does what is due, one job at a time, until nothing is. Tells how many it did.
///
/// # Errors
/// A fault when jobs cannot be claimed; a job that fails is tried again later and does not stop the others.
pub fn run_due(app: &App) -> Result<usize, Error> {
    line_up_clockwork(app)?;
    let mut done = 0;
    while let Some(Claim { id, name, fact, attempts }) = claim(app)? {
        let Some((part, job)) = find(app, &name) else {
            finish(app, &id)?;
            continue;
        };
        let fact = fact.map(|fact| load_fact(app, &fact)).transpose()?.flatten();
        let mut ctx = app.machine();
        if fact.is_some() {
            // Run again it is the same event: what it keeps under this number it keeps once.
            ctx.request.clone_from(&id);
        }
        let run = JobRun { app, ctx, part, fact };
        // A job that panics has failed like any other: those behind it in the line have done nothing wrong.
        let ran = catch_unwind(AssertUnwindSafe(|| (job.run)(&run)));
        match ran {
            Ok(Ok(())) => finish(app, &id)?,
            _ if attempts >= TRIES => {
                tracing::error!(job = job.name, part = part.key, attempts, "a job fails again and again; next try in a day");
            }
            _ => tracing::error!(job = job.name, part = part.key, attempts, "a job failed and will be tried again"),
        }
        done += 1;
    }
    Ok(done)
}

struct Claim {
    id: String,
    name: String,
    fact: Option<String>,
    attempts: i64,
}

fn find(app: &App, name: &str) -> Option<(&'static Charter, &'static Job)> {
    app.catalogue().iter().find_map(|part| part.jobs.iter().find(|job| job.name == name).map(|job| (*part, job)))
}

/// One row per clockwork job and turn: the turn's number is part of the key, so two processes line up the same row.
fn line_up_clockwork(app: &App) -> Result<(), Error> {
    let now = app.source().now();
    let jobs: Vec<(&'static str, i64)> = app
        .catalogue()
        .iter()
        .flat_map(|part| part.jobs.iter())
        .filter_map(|job| job.every_minutes.map(|minutes| (job.name, minutes.max(1) * 60)))
        .collect();
    app.db().write_here(move |tx| {
        for (name, every) in &jobs {
            let turn = now.unix_s().div_euclid(*every);
            tx.run(
                "INSERT INTO job (job_id, name, due_at, attempts) VALUES ($1, $2, $3, 0) ON CONFLICT (job_id) DO NOTHING",
                args![format!("{name}@{turn}"), *name, now],
            )?;
        }
        Ok(())
    })
}

/// A job that has been tried often is claimed again only a day after its last claim ran out.
fn claim(app: &App) -> Result<Option<Claim>, Error> {
    let (now, node) = (app.source().now(), app.node().to_owned());
    app.db().write_here(move |tx| {
        let row = tx.row(
            "UPDATE job SET holder = $1, held_until = $2, attempts = attempts + 1
             WHERE job_id = (SELECT job_id FROM job
               WHERE done_at IS NULL AND due_at <= $3 AND (held_until IS NULL OR held_until < $4)
                 AND (attempts < $5 OR held_until < $6)
               ORDER BY due_at, job_id LIMIT 1)
             RETURNING job_id, name, fact_id, attempts",
            args![node.as_str(), now.plus_s(CLAIM_S), now, now, TRIES, now.plus_s(-DAY_S)],
        )?;
        let Some(row) = row else { return Ok(None) };
        Ok(Some(Claim {
            id: row.text(0)?.to_owned(),
            name: row.text(1)?.to_owned(),
            fact: row.text_or_null(2)?.map(str::to_owned),
            attempts: row.int(3)?,
        }))
    })
}

fn finish(app: &App, id: &str) -> Result<(), Error> {
    let (now, id) = (app.source().now(), id.to_owned());
    let longest_turn = app.catalogue().iter().flat_map(|part| part.jobs).filter_map(|job| job.every_minutes).max();
    let before = now.plus_s(-KEPT_S.max(longest_turn.unwrap_or(0) * 120));
    app.db().write_here(move |tx| {
        tx.run("UPDATE job SET done_at = $1 WHERE job_id = $2", args![now, id.as_str()])?;
        tx.run("DELETE FROM job WHERE done_at < $1 AND due_at < $2", args![before, before])?;
        Ok(())
    })
}

fn load_fact(app: &App, fact: &str) -> Result<Option<(Option<PersonId>, String)>, Error> {
    let fact = fact.to_owned();
    app.db().read_here(move |tx| {
        let row = tx.row("SELECT person_id, subject FROM fact WHERE fact_id = $1", args![fact])?;
        let Some(row) = row else { return Ok(None) };
        Ok(Some((row.parsed_or_null(0, PersonId::parse)?, row.text(1)?.to_owned())))
    })
}
