//! What was answered is there after the process is killed, on both databases, and the log holds.

use std::collections::BTreeSet;
use std::env;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};
use std::thread;

use platform::app::App;
use platform::args;
use platform::audit::{seal_waiting, verify};
use platform::db::{Db, Row};
use platform::door;
use testkit::{Place, app_seeded};

use crate::toy::TOY;

/// Set for the process that is killed: where its database is.
const DATABASE: &str = "VARDE_TEST_KILLED_DATABASE";
const KEY_STORE: &str = "VARDE_TEST_KILLED_KEY_STORE";
/// Answers to wait for before the kill.
const ANSWERS: usize = 300;
/// Threads that change at the same time, so that commits are shared and several are under way when the end comes.
const WRITERS: usize = 4;

/// Changes and seals until somebody kills it, and says each answer aloud.
fn answer_for_ever(url: &str, keys: &str) {
    let app = app_seeded(&[&TOY], url, keys, 3);
    let sealing = app.clone();
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            let app = &app;
            scope.spawn(move || {
                let mut n = 0_u64;
                loop {
                    answer(app, &format!("w{writer}-{n}"));
                    n += 1;
                }
            });
        }
        scope.spawn(move || {
            loop {
                seal(&sealing, 0);
            }
        });
    });
}

/// One change with its line, and then the answer. When nobody listens any more, it is over.
fn answer(app: &App, name: &str) {
    let row = name.to_owned();
    let done = door::execute_here(app, &app.machine(), &TOY, "count", move |tx, desk| {
        tx.run("INSERT INTO toy_count (name, n) VALUES ($1, 1)", args![row.as_str()])?;
        desk.note_nobody();
        Ok(())
    });
    done.unwrap_or_else(|error| panic!("{error:?}"));
    let mut out = std::io::stdout().lock();
    if writeln!(out, "\nkept {name}").and_then(|()| out.flush()).is_err() {
        std::process::exit(0);
    }
}

fn seal(app: &App, after_s: i64) {
    let now = app.source().now().plus_s(after_s);
    seal_waiting(app.db(), app.master(), app.node(), now).unwrap_or_else(|error| panic!("{error:?}"));
}

/// Ends with the test, whatever the test comes to.
struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// Runs this very test in a process of its own, kills it in the midst of its work, and gives what it had answered.
fn answered_before_the_kill(place: &Place, test: &str) -> BTreeSet<String> {
    let mut command = Command::new(env::current_exe().expect("this program"));
    command.args(["--exact", test, "--nocapture"]).env(DATABASE, &place.url).env(KEY_STORE, &place.keys_url);
    let mut child = Killed(command.stdout(Stdio::piped()).spawn().expect("a process of its own"));
    let lines = BufReader::new(child.0.stdout.take().expect("its output")).lines().map_while(Result::ok);
    let mut names = BTreeSet::new();
    for line in lines {
        if let Some(name) = line.strip_prefix("kept ") {
            names.insert(name.to_owned());
            if names.len() == ANSWERS {
                // SIGKILL: nothing can be tidied up. What it had said until then is still read.
                child.0.kill().expect("killed");
            }
        }
    }
    let ended = child.0.wait().expect("its end");
    assert!(!ended.success(), "it was killed and did not stop by itself");
    names
}

/// The server may still be at a commit of the process that is gone; whoever locks the tables waits for it.
fn let_the_server_finish(app: &App) {
    if app.db().name() == "postgres" {
        let locked = app.db().write_here(|tx| Ok(tx.script("LOCK TABLE toy_count, audit_line")?));
        locked.unwrap_or_else(|error| panic!("{error:?}"));
    }
}

fn column(app: &App, sql: &'static str) -> Vec<String> {
    let rows = app.db().read_here(|tx| Ok(tx.rows(sql, &[])?)).unwrap_or_else(|error| panic!("{error:?}"));
    rows.iter().map(|row: &Row| row.text(0).expect("text").to_owned()).collect()
}

#[test]
fn what_was_answered_survives_a_kill() {
    if let (Ok(url), Ok(keys)) = (env::var(DATABASE), env::var(KEY_STORE)) {
        return answer_for_ever(&url, &keys);
    }
    for place in Place::both() {
        let answered = answered_before_the_kill(&place, "durability::what_was_answered_survives_a_kill");
        assert!(answered.len() >= ANSWERS, "{}: {} answers", place.name, answered.len());
        let app = app_seeded(&[&TOY], &place.url, &place.keys_url, 4);
        let_the_server_finish(&app);
        let kept: BTreeSet<String> = column(&app, "SELECT name FROM toy_count").into_iter().collect();
        let lost: Vec<_> = answered.difference(&kept).collect();
        assert!(lost.is_empty(), "{}: answered and gone: {lost:?}", place.name);
        assert!(kept.len() - answered.len() <= WRITERS, "{}: only what was under way is there besides", place.name);
        let lines = column(&app, "SELECT line_id FROM audit_line").len();
        assert_eq!(lines, kept.len(), "{}: each change has its line, and no line is without", place.name);
        let check = || verify(app.db(), app.master(), app.source().now()).unwrap_or_else(|error| panic!("{error:?}"));
        let report = check().unwrap_or_else(|broken| panic!("{}: {}", place.name, broken.0));
        assert!(report.lines > 0, "{}: it died while it was sealing", place.name);
        while check().is_ok_and(|report| report.waiting > 0) {
            seal(&app, 11);
        }
        let whole = check().map(|report| report.lines);
        assert_eq!(whole, Ok(u64::try_from(lines).expect("small")), "{}: and goes on where it ended", place.name);
    }
}

fn settings(url: &str) -> Vec<(&'static str, String)> {
    let db = Db::open(url).unwrap_or_else(|fault| panic!("{fault}"));
    db.write_here(|tx| Ok(tx.durability()?)).unwrap_or_else(|error| panic!("{error:?}"))
}

fn as_shown(settings: &[(&'static str, String)]) -> Vec<String> {
    settings.iter().map(|(name, value)| format!("{name}={value}")).collect()
}

#[test]
fn the_connection_that_changes_waits_for_the_disk() {
    let [lite, server] = Place::both();
    assert_eq!(as_shown(&settings(&lite.url)), ["journal_mode=wal", "synchronous=2"]);
    let durable = ["fsync=on", "full_page_writes=on", "synchronous_commit=on"];
    assert_eq!(as_shown(&settings(&server.url)), durable);
    let lax = format!("{}%20-csynchronous_commit%3Doff", server.url);
    assert_eq!(as_shown(&settings(&lax)), durable, "also where the server is set up not to wait");
    let stricter = format!("{}%20-csynchronous_commit%3Dremote_apply", server.url);
    assert_eq!(as_shown(&settings(&stricter)).last().expect("three"), "synchronous_commit=remote_apply");
}
