//! Work after a fact and by the clock: once, by whoever takes it, and again when it came to nothing.

use platform::app::App;
use platform::args;
use platform::db::Value;
use platform::door;
use platform::error::Error;
use platform::jobs::{JobRun, run_due};
use testkit::{Place, Town, app_seeded, both_databases};

use crate::meeting::at_once;
use crate::toy::TOY;

/// Tells facts of a kind, each about a subject of its own.
fn tell(app: &App, kind: &'static str, subjects: &[String]) {
    let subjects = subjects.to_vec();
    let told = door::execute_here(app, &app.machine(), &TOY, "tell", move |tx, desk| {
        for subject in &subjects {
            desk.tell(tx, kind, None, subject)?;
        }
        Ok(())
    });
    told.unwrap_or_else(|error| panic!("{error:?}"));
}

fn one(name: &str) -> Vec<String> {
    vec![name.to_owned()]
}

/// How often the job ran for this subject.
fn count(app: &App, name: &str) -> i64 {
    let name = name.to_owned();
    let row = app.db().read_here(|tx| Ok(tx.row("SELECT n FROM toy_count WHERE name = $1", args![name])?));
    row.unwrap_or_else(|error| panic!("{error:?}")).map_or(0, |row| row.int(0).expect("a number"))
}

/// Attempts, and whether it is done.
fn state(app: &App, name: &'static str) -> (i64, bool) {
    let row =
        app.db().read_here(|tx| Ok(tx.row("SELECT attempts, done_at FROM job WHERE name = $1 ORDER BY job_id", args![name])?));
    let row = row.unwrap_or_else(|error| panic!("{error:?}")).expect("the job is lined up");
    (row.int(0).expect("a number"), row.text_or_null(1).expect("a time").is_some())
}

fn wait_s(town: &Town, seconds: i64) {
    town.app.source().set(town.now().plus_s(seconds));
}

#[test]
fn a_fact_and_its_job_come_with_the_command_or_not_at_all() {
    both_databases(&[&TOY], async |town| {
        let taken_back: Result<(), _> = door::execute_here(&town.app, &town.app.machine(), &TOY, "tell", |tx, desk| {
            desk.tell(tx, "toy-written", None, "never")?;
            Err(Error::Refused("toy-no"))
        });
        assert!(taken_back.is_err());
        assert!(town.rows("fact").is_empty() && town.rows("job").is_empty());
        let foreign: Result<(), _> = door::execute_here(&town.app, &town.app.machine(), &TOY, "tell", |tx, desk| {
            desk.tell(tx, "dose-missed", None, "not in the charter")
        });
        assert!(matches!(foreign, Err(Error::Fault(_))));
        tell(&town.app, "toy-written", &one("a"));
        town.run_jobs();
        assert_eq!((count(&town.app, "a"), state(&town.app, "toy-count")), (1, (1, true)));
    });
}

#[test]
fn several_workers_do_each_job_exactly_once() {
    for place in Place::both() {
        let apps = [1, 2, 3, 4].map(|seed| app_seeded(&[&TOY], &place.url, &place.keys_url, seed));
        let subjects: Vec<String> = (0..40).map(|n| format!("s{n:02}")).collect();
        tell(&apps[0], "toy-written", &subjects);
        let workers = apps.clone();
        let done = at_once(4, move |n| run_due(&workers[n]).unwrap_or_else(|error| panic!("{error:?}")));
        assert_eq!(done.iter().sum::<usize>(), 41, "{}: forty and the weekly one", place.name);
        let [app, ..] = &apps;
        assert!(subjects.iter().all(|subject| count(app, subject) == 1), "{}", place.name);
        assert_eq!(count(app, "toy-week"), 1, "{}: four lined it up, one did it", place.name);
        let rows = app.db().read_here(|tx| Ok(tx.rows("SELECT name FROM job WHERE attempts <> 1 OR done_at IS NULL", &[])?));
        assert!(rows.unwrap_or_else(|error| panic!("{error:?}")).is_empty(), "{}", place.name);
    }
}

#[test]
fn a_job_that_fails_or_panics_does_not_stop_the_others() {
    both_databases(&[&TOY], async |town| {
        tell(&town.app, "toy-broken", &one("a"));
        tell(&town.app, "toy-panics", &one("b"));
        tell(&town.app, "toy-written", &one("c"));
        town.run_jobs();
        assert_eq!(count(&town.app, "c"), 1);
        assert_eq!((state(&town.app, "toy-fail"), state(&town.app, "toy-panic")), ((1, false), (1, false)));
        town.run_jobs();
        assert_eq!(state(&town.app, "toy-fail"), (1, false), "held for a minute");
        wait_s(&town, 61);
        town.run_jobs();
        assert_eq!((state(&town.app, "toy-fail"), state(&town.app, "toy-panic")), ((2, false), (2, false)));
        assert_eq!(count(&town.app, "c"), 1, "what is done stays done");
    });
}

#[test]
fn a_job_whose_worker_died_is_done_by_the_next() {
    both_databases(&[&TOY], async |town| {
        tell(&town.app, "toy-written", &one("a"));
        // What a process leaves behind that dies between its claim and the end.
        let until = town.now().plus_s(60);
        let claimed = town
            .app
            .db()
            .write_here(move |tx| Ok(tx.run("UPDATE job SET holder = 'gone', held_until = $1, attempts = 1", args![until])?));
        assert_eq!(claimed.unwrap_or_else(|error| panic!("{error:?}")), 1);
        town.run_jobs();
        assert_eq!(count(&town.app, "a"), 0, "it may still be at it");
        wait_s(&town, 61);
        town.run_jobs();
        assert_eq!((count(&town.app, "a"), state(&town.app, "toy-count")), (1, (2, true)));
    });
}

#[test]
fn a_job_that_fails_eight_times_waits_a_day_and_is_not_forgotten() {
    both_databases(&[&TOY], async |town| {
        tell(&town.app, "toy-broken", &one("a"));
        for _ in 0..10 {
            town.run_jobs();
            wait_s(&town, 61);
        }
        assert_eq!(state(&town.app, "toy-fail"), (8, false));
        town.wait_days(1);
        town.run_jobs();
        assert_eq!(state(&town.app, "toy-fail"), (9, false));
    });
}

#[test]
fn a_weekly_job_is_done_once_a_week_also_when_old_rows_are_cleared() {
    both_databases(&[&TOY], async |town| {
        let week_s = 7 * 86_400;
        let into_the_week = town.now().unix_s().rem_euclid(week_s);
        wait_s(&town, week_s - into_the_week);
        for day in 0..21 {
            tell(&town.app, "toy-written", &one(&format!("day{day}")));
            town.run_jobs();
            assert_eq!(count(&town.app, "toy-week"), day / 7 + 1, "day {day}");
            town.wait_days(1);
        }
        assert!(town.rows("job").len() < 21, "and what is long done is cleared away");
    });
}

#[test]
fn a_job_carries_ids_alone() {
    both_databases(&[&TOY], async |town| {
        let kari = town.person("Kari Nes");
        let mut own = town.as_person(&kari);
        own.get("/lapper").await;
        own.post_only("/lapper", &[("text", "Et hjertesukk")]).await;
        let rows: Vec<Value> =
            ["fact", "job"].into_iter().flat_map(|table| town.rows(table)).flat_map(|row| row.cells().to_vec()).collect();
        assert!(!rows.is_empty());
        for cell in rows {
            assert!(!format!("{cell:?}").contains("hjertesukk") && !format!("{cell:?}").contains("Kari"));
        }
    });
}

#[test]
fn one_that_fails_holds_up_nobody_else_and_the_fault_is_told() {
    both_databases(&[&TOY], async |town| {
        let run = JobRun { app: &town.app, ctx: town.app.machine(), part: &TOY, fact: None };
        let told = run.each("count", vec!["first", "faulty", "last"], |tx, _, name| {
            if *name == "faulty" {
                return Err(Error::fault("it always fails"));
            }
            tx.run("INSERT INTO toy_count (name, n) VALUES ($1, 1)", args![*name])?;
            Ok(())
        });
        assert!(told.is_err(), "the machine's log hears of it");
        assert_eq!((count(&town.app, "first"), count(&town.app, "faulty"), count(&town.app, "last")), (1, 0, 1));
        let gone = run.each("count", vec!["gone"], |_, _, _| Err(Error::Denied(kernel::access::Reason::Erased)));
        assert!(gone.is_ok(), "whoever is gone is left alone");
    });
}
