//! A backup that is taken while others write.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use kernel::id::PersonId;
use kernel::language::Language;
use kernel::role::Role;
use platform::app::App;
use platform::args;
use platform::ctx::{Actor, Ctx, Door};
use platform::db::Db;
use platform::door;
use platform::error::Error;
use testkit::{Folder, Place, Town};

use super::{house, in_folder, restore, take};

const WRITERS: usize = 4;
/// Commands each writer has had acknowledged before the backup begins.
const BEFORE: u64 = 40;

fn as_person(app: &App, person: &PersonId) -> Ctx {
    let mut actor = Actor::visitor();
    actor.role = Role::Person;
    actor.door = Door::Full;
    actor.person = Some(person.clone());
    Ctx::new(app.source().now(), Language::Nb, actor, app.source().bytes())
}

/// One command: a row, the count of rows and a line of the log, in one commit.
fn write_once(app: &App, person: &PersonId, writer: usize, turn: u64) -> Result<(), Error> {
    door::execute_here(app, &as_person(app, person), &app::house::CHARTER, "test-write", move |tx, desk| {
        desk.own(tx)?;
        let name = format!("writer-{writer}");
        tx.run(
            "INSERT INTO organisation (organisation_id, name, kind, phone, municipality) VALUES ($1, $2, 'nav', '', '')",
            args![format!("{name}-{turn:06}"), name.as_str()],
        )?;
        tx.run(
            "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            args![name.as_str(), turn.to_string()],
        )?;
        Ok(())
    })
}

fn restored_turns(db: &Db, writer: usize) -> (u64, u64, u64) {
    let read = db.read_here(move |tx| {
        let name = format!("writer-{writer}");
        let rows =
            tx.rows("SELECT organisation_id FROM organisation WHERE name = $1 ORDER BY organisation_id", args![name.as_str()])?;
        let last = rows.last().map_or(Ok(""), |row| row.text(0))?.rsplit('-').next().unwrap_or_default().parse().unwrap_or(0);
        let noted = tx.row("SELECT value FROM setting WHERE name = $1", args![name.as_str()])?;
        let noted = noted.map_or(Ok(0), |row| row.text(0).map(|text| text.parse().unwrap_or(0)))?;
        Ok((u64::try_from(rows.len()).unwrap_or(0), last, noted))
    });
    read.unwrap_or_else(|error| panic!("{error:?}"))
}

#[test]
fn taken_while_others_write_it_holds_whole_commands_and_all_that_were_acknowledged_before() {
    for (place, into) in [(Place::sqlite(), Place::postgres()), (Place::postgres(), Place::sqlite())] {
        let (app, folder) = (house(&place, 1), Folder::make());
        let person = Town::new(app.clone()).person("Kari Nes");
        let (over, done) = (AtomicBool::new(false), std::array::from_fn::<AtomicU64, WRITERS, _>(|_| AtomicU64::new(0)));
        let file = in_folder(&folder, "b.varde");
        let acknowledged = std::thread::scope(|scope| {
            for (writer, done) in done.iter().enumerate() {
                let (app, person, over) = (&app, &person, &over);
                scope.spawn(move || {
                    for turn in 1.. {
                        if over.load(Ordering::SeqCst) {
                            break;
                        }
                        write_once(app, person, writer, turn).unwrap_or_else(|error| panic!("{error:?}"));
                        done.store(turn, Ordering::SeqCst);
                    }
                });
            }
            // The log is sealed at the same time, as it always is.
            scope.spawn(|| {
                while !over.load(Ordering::SeqCst) {
                    let sealed = platform::audit::seal_waiting(app.db(), app.master(), app.node(), app.source().now());
                    sealed.unwrap_or_else(|error| panic!("{error:?}"));
                }
            });
            while done.iter().any(|done| done.load(Ordering::SeqCst) < BEFORE) {
                std::thread::yield_now();
            }
            let acknowledged = done.each_ref().map(|done| done.load(Ordering::SeqCst));
            take(&app, &file);
            over.store(true, Ordering::SeqCst);
            acknowledged
        });
        let restored = restore(&file, &into, &place.keys_url).unwrap_or_else(|error| panic!("{error:?}"));
        let report = restored.audit.unwrap_or_else(|broken| panic!("{}: {broken:?}", place.name));
        let there = Db::open(&into.url).expect("the restored database");
        let mut commands = 0;
        for (writer, acknowledged) in acknowledged.into_iter().enumerate() {
            let (rows, last, noted) = restored_turns(&there, writer);
            assert!(rows >= acknowledged, "{}: {rows} rows, {acknowledged} were acknowledged", place.name);
            assert_eq!((rows, rows), (last, noted), "{}: whole commands, none missing in between", place.name);
            commands += rows;
        }
        assert_eq!(report.lines + report.waiting, commands, "{}: each with its line in the log", place.name);
    }
}
