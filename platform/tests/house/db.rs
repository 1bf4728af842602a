//! One SQL text on SQLite, on PostgreSQL and on a PostgreSQL that sorts as Norwegians do.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::channel;

use kernel::time::Timestamp;
use platform::args;
use platform::config::Config;
use platform::db::{Db, Migration, Row, Tx, Value, migrate, pending};
use platform::error::{Error, Fault};
use proptest::prelude::*;
use proptest::test_runner::{Config as Cases, TestRunner};
use testkit::{Place, START, runtime};

use crate::meeting::{at_once, begin};

const TABLES: &str = "CREATE TABLE cell (
  id INTEGER NOT NULL PRIMARY KEY,
  n INTEGER,
  t TEXT,
  b BLOB
);
CREATE TABLE counter (
  name TEXT NOT NULL PRIMARY KEY,
  n INTEGER NOT NULL,
  version INTEGER NOT NULL
);";

fn start() -> Timestamp {
    Timestamp::parse(START).expect("START is an instant")
}

/// An open database with the two tables, for each place.
fn on_all(test: impl Fn(&Place, &Db)) {
    for place in Place::all() {
        let db = open(&place.url);
        write(&db, |tx| Ok(tx.script(TABLES)?));
        test(&place, &db);
    }
}

fn open(url: &str) -> Db {
    Db::open(url).unwrap_or_else(|fault| panic!("{fault}"))
}

fn write<T: Send + 'static>(db: &Db, command: impl Fn(&mut Tx<'_>) -> Result<T, Error> + Send + 'static) -> T {
    db.write_here(command).unwrap_or_else(|error| panic!("{error:?}"))
}

fn read<T>(db: &Db, ask: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>) -> T {
    db.read_here(ask).unwrap_or_else(|error| panic!("{error:?}"))
}

fn put(db: &Db, id: i64, n: Option<i64>, t: Option<&str>, b: Option<&[u8]>) {
    let (t, b) = (t.map(str::to_owned), b.map(<[u8]>::to_vec));
    write(db, move |tx| {
        let cells = args![id, n, t.clone(), b.clone()];
        Ok(tx.run("INSERT INTO cell (id, n, t, b) VALUES ($1, $2, $3, $4)", cells)?)
    });
}

fn fault<T>(answer: Result<T, Error>) -> Fault {
    match answer {
        Err(Error::Fault(fault)) => fault,
        Err(other) => panic!("another error: {other:?}"),
        Ok(_) => panic!("it should not have gone well"),
    }
}

#[test]
fn every_cell_comes_back_as_it_was_saved() {
    on_all(|place, db| {
        let every_byte: Vec<u8> = (0..=255).collect();
        put(db, 1, Some(i64::MIN), Some(""), Some(&[]));
        put(db, 2, Some(i64::MAX), Some("Ærlig talt, «så» blåbær 🫐 čđŋšŧž"), Some(&every_byte));
        put(db, 3, Some(3_000_000_000), Some("'; DROP TABLE cell; --\n\t"), Some(&[0, 0]));
        put(db, 4, None, None, None);
        let rows = read(db, |tx| Ok(tx.rows("SELECT n, t, b FROM cell ORDER BY id", &[])?));
        let expected = [
            vec![Value::Int(i64::MIN), Value::from(""), Value::Blob(Vec::new())],
            vec![Value::Int(i64::MAX), Value::from("Ærlig talt, «så» blåbær 🫐 čđŋšŧž"), Value::Blob(every_byte)],
            vec![Value::Int(3_000_000_000), Value::from("'; DROP TABLE cell; --\n\t"), Value::Blob(vec![0, 0])],
            vec![Value::Null, Value::Null, Value::Null],
        ];
        let found: Vec<_> = rows.iter().map(|row| row.cells().to_vec()).collect();
        assert_eq!(found, expected, "{}", place.name);
    });
}

#[test]
fn whatever_is_saved_is_loaded() {
    on_all(|place, db| {
        let cells = (any::<Option<i64>>(), proptest::option::of("[^\u{0}]{0,60}"), any::<Option<Vec<u8>>>());
        let mut runner = TestRunner::new(Cases { cases: 64, failure_persistence: None, ..Cases::default() });
        let checked = runner.run(&cells, |(n, t, b)| {
            let given = (n, t.clone(), b.clone());
            let row = write(db, move |tx| {
                tx.run("DELETE FROM cell WHERE id = $1", args![1])?;
                let cells = args![1, given.0, given.1.clone(), given.2.clone()];
                tx.run("INSERT INTO cell (id, n, t, b) VALUES ($1, $2, $3, $4)", cells)?;
                Ok(tx.row("SELECT n, t, b FROM cell WHERE id = $1", args![1])?)
            });
            let row = row.expect("the row is there");
            prop_assert_eq!(row.int_or_null(0).expect("a number"), n);
            prop_assert_eq!(row.text_or_null(1).expect("text"), t.as_deref());
            prop_assert_eq!(row.blob_or_null(2).expect("bytes"), b.as_deref());
            Ok(())
        });
        assert!(checked.is_ok(), "{}: {checked:?}", place.name);
    });
}

#[test]
fn text_sorts_by_code_point_whatever_the_server_speaks() {
    on_all(|place, db| {
        let words = ["Ås", "aa", "Zoo", "a", "å", "æ", "B", "b", "ø", "AA", "-", "Ærlig", "Öl", "aå", "z", "10", "9"];
        for (id, word) in (0..).zip(words) {
            put(db, id, None, Some(word), None);
        }
        let mut expected = words.to_vec();
        expected.sort_unstable();
        let rows = read(db, |tx| Ok(tx.rows("SELECT t FROM cell ORDER BY t", &[])?));
        let found: Vec<_> = rows.iter().map(|row| row.text(0).expect("text")).collect();
        assert_eq!(found, expected, "{}", place.name);
        let after = read(db, |tx| Ok(tx.rows("SELECT t FROM cell WHERE t > $1 ORDER BY t", args!["z"])?));
        let after: Vec<_> = after.iter().map(|row| row.text(0).expect("text")).collect();
        let beyond: Vec<_> = expected.into_iter().filter(|word| *word > "z").collect();
        assert_eq!(after, beyond, "{}", place.name);
    });
}

#[test]
fn the_norwegian_server_would_have_sorted_otherwise() {
    let place = Place::norwegian();
    let db = open(&place.url);
    let sorted = "SELECT CAST(w AS TEXT) FROM (SELECT 'b' AS w UNION ALL SELECT 'B' UNION ALL SELECT 'a') AS words ORDER BY 1";
    let rows = read(&db, |tx| Ok(tx.rows(sorted, &[])?));
    let found: Vec<_> = rows.iter().map(|row| row.text(0).expect("text")).collect();
    assert_eq!(found, ["a", "b", "B"], "without a collation of ours; by code point B comes first");
}

#[test]
fn parameters_must_fit_in_number_and_order() {
    on_all(|place, db| {
        put(db, 1, Some(1), Some("one"), None);
        let too_few = db.read_here(|tx| Ok(tx.rows("SELECT t FROM cell WHERE id = $1 AND n = $2", args![1])?));
        let too_many = db.read_here(|tx| Ok(tx.rows("SELECT t FROM cell WHERE id = $1", args![1, 2])?));
        let none = db.write_here(|tx| Ok(tx.run("UPDATE cell SET n = $1", &[])?));
        let swapped = db.read_here(|tx| Ok(tx.rows("SELECT t FROM cell WHERE n = $2 AND id = $1", args![1, 1])?));
        for answer in [fault(too_few), fault(too_many), fault(none)] {
            assert!(answer.to_string().contains("differ in number"), "{}: {answer}", place.name);
        }
        let swapped = fault(swapped).to_string();
        assert!(swapped.contains("not in order"), "{}: {swapped}", place.name);
    });
}

#[test]
fn numbers_that_are_not_whole_are_refused() {
    on_all(|place, db| {
        put(db, 1, Some(1), None, None);
        let asked = db.read_here(|tx| Ok(tx.rows("SELECT avg(n) FROM cell", &[])?));
        let said = fault(asked).to_string();
        assert!(said.contains("decimals") || said.contains("cast it"), "{}: {said}", place.name);
    });
    let sum = |db: &Db| db.read_here(|tx| Ok(tx.rows("SELECT sum(n) FROM cell", &[])?));
    let place = Place::postgres();
    let db = open(&place.url);
    write(&db, |tx| Ok(tx.script(TABLES)?));
    assert!(fault(sum(&db)).to_string().contains("cast it"), "NUMERIC is never half understood");
}

#[test]
fn a_parameter_is_read_as_what_it_is_or_not_at_all() {
    on_all(|place, db| {
        for (id, n) in [(1, 3), (2, 4), (3, 30)] {
            put(db, id, Some(n), Some(if n < 10 { "few" } else { "many" }), None);
        }
        let cast = "SELECT t FROM cell GROUP BY t HAVING CAST(sum(n) AS BIGINT) > $1 ORDER BY t";
        let rows = read(db, |tx| Ok(tx.rows(cast, args![20])?));
        let found: Vec<_> = rows.iter().map(|row| row.text(0).expect("text")).collect();
        assert_eq!(found, ["many"], "{}", place.name);
        let changed = write(db, |tx| Ok(tx.run("UPDATE cell SET n = n + $1 WHERE t = $2", args![1, "few"])?));
        assert_eq!(changed, 2, "{}", place.name);
    });
    // A sum is NUMERIC there, and the eight bytes of a whole number would be read as nought.
    let place = Place::postgres();
    let db = open(&place.url);
    write(&db, |tx| Ok(tx.script(TABLES)?));
    put(&db, 1, Some(3), Some("few"), None);
    for args in [args![20], args!["20"]] {
        let bare = db.read_here(|tx| Ok(tx.rows("SELECT t FROM cell GROUP BY t HAVING sum(n) > $1", args)?));
        assert!(fault(bare).to_string().contains("another type"));
    }
    let text = db.write_here(|tx| Ok(tx.run("UPDATE cell SET n = $1", args!["3"])?));
    assert!(fault(text).to_string().contains("another type"));
}

#[test]
fn a_failed_statement_ends_its_command() {
    on_all(|place, db| {
        put(db, 1, Some(1), None, None);
        let went_on = db.write_here(|tx| {
            tx.run("UPDATE cell SET n = 2 WHERE id = $1", args![1])?;
            let twice = tx.run("INSERT INTO cell (id) VALUES ($1)", args![1]);
            assert!(twice.is_err(), "the key is taken");
            Ok(())
        });
        assert!(fault(went_on).is_unique(), "{}", place.name);
        let row = read(db, |tx| Ok(tx.row("SELECT n FROM cell WHERE id = $1", args![1])?));
        assert_eq!(row.expect("a row").int(0).expect("a number"), 1, "{}: nothing of it is kept", place.name);
        let read_on = db.read_here(|tx| {
            drop(tx.rows("SELECT nothing FROM cell", &[]));
            Ok(())
        });
        assert!(read_on.is_err(), "{}: what was read after a failure is not shown either", place.name);
    });
}

/// A server that is started anew ends every connection that lies idle. What was only added goes with the commit, so the commit is
/// the first to hear of it: then all of it is sent once more on a new connection, or the answer would be a promise of nothing.
#[test]
fn what_was_only_added_is_kept_though_the_connection_was_ended_while_it_lay_idle() {
    let place = Place::postgres();
    let (db, other) = (open(&place.url), open(&place.url));
    write(&db, |tx| Ok(tx.script(TABLES)?));
    let add = |name: &'static str| {
        write(&db, move |tx| Ok(tx.add("INSERT INTO counter (name, n, version) VALUES ($1, 1, 1)", args![name])?));
    };
    add("before");
    let backend = write(&db, |tx| {
        let row = tx.row("SELECT CAST(pg_backend_pid() AS BIGINT)", &[])?;
        Ok(row.expect("a row").int(0)?)
    });
    let ended = write(&other, move |tx| {
        Ok(tx.rows("SELECT 1 WHERE pg_terminate_backend(CAST(CAST($1 AS BIGINT) AS INTEGER))", args![backend])?)
    });
    assert_eq!(ended.len(), 1, "its connection is ended");
    add("after");
    let kept = read(&other, |tx| tx.rows("SELECT name FROM counter ORDER BY name", &[]).map_err(Error::from));
    let kept: Vec<&str> = kept.iter().map(|row| row.text(0).expect("a name")).collect();
    assert_eq!(kept, ["after", "before"]);
}

#[test]
fn a_stale_version_changes_nothing() {
    on_all(|place, db| {
        write(db, |tx| Ok(tx.run("INSERT INTO counter (name, n, version) VALUES ('a', 0, 1)", &[])?));
        let update = |seen: i64| {
            write(
                db,
                move |tx| Ok(tx.run("UPDATE counter SET n = n + 1, version = version + 1 WHERE version = $1", args![seen])?),
            )
        };
        assert_eq!([update(1), update(1), update(2)], [1, 0, 1], "{}", place.name);
    });
}

#[test]
fn thirty_two_who_add_one_at_the_same_moment_add_thirty_two() {
    on_all(|place, db| {
        write(db, |tx| Ok(tx.run("INSERT INTO counter (name, n, version) VALUES ('a', 0, 1)", &[])?));
        let shared = db.clone();
        at_once(32, move |_| {
            write(&shared, |tx| {
                let row = tx.row("SELECT n FROM counter WHERE name = 'a'", &[])?.expect("the row is there");
                tx.run("UPDATE counter SET n = $1 WHERE name = 'a'", args![row.int(0)? + 1])?;
                Ok(())
            });
        });
        let row = read(db, |tx| Ok(tx.row("SELECT n FROM counter", &[])?)).expect("the row is there");
        assert_eq!(row.int(0).expect("a number"), 32, "{}", place.name);
    });
}

#[test]
fn a_unique_key_is_given_once() {
    on_all(|place, db| {
        let shared = db.clone();
        let tries = at_once(8, move |_| {
            shared.write_here(|tx| Ok(tx.run("INSERT INTO counter (name, n, version) VALUES ('a', 0, 1)", &[])?))
        });
        let (given, refused): (Vec<_>, Vec<_>) = tries.into_iter().partition(Result::is_ok);
        assert_eq!(given.len(), 1, "{}", place.name);
        assert!(refused.into_iter().all(|answer| fault(answer).is_unique()), "{}", place.name);
    });
}

/// What the n-th of the crowd below does after its insert.
fn ending(n: i64) -> Result<i64, Error> {
    match n % 5 {
        0 => Err(Error::Refused("no")),
        1 if n == 11 => panic!("one of them panics"),
        _ => Ok(n),
    }
}

#[test]
fn a_command_that_says_no_or_panics_leaves_its_neighbours_alone() {
    on_all(|place, db| {
        let runtime = runtime();
        let (open_the_gate, gate) = channel::<()>();
        let (inside, entered) = channel();
        let gate = std::sync::Mutex::new(gate);
        let first = db.clone();
        let holding = std::thread::spawn(move || {
            write(&first, move |tx| {
                inside.send(()).expect("somebody waits for it");
                // The other end is dropped when the gate is to open.
                gate.lock().expect("the gate").recv().expect_err("nothing is ever sent");
                Ok(tx.run("INSERT INTO cell (id) VALUES (-1)", &[])?)
            });
        });
        entered.recv().expect("the first command runs");
        // All of these stand in line behind the first one, so that on SQLite they share one commit.
        let answers: Vec<Result<i64, Error>> = runtime.block_on(async {
            let crowd: Vec<_> = (0..30_i64)
                .map(|n| {
                    begin(db.write(move |tx| {
                        tx.run("INSERT INTO cell (id) VALUES ($1)", args![n])?;
                        ending(n)
                    }))
                })
                .collect();
            drop(open_the_gate);
            let mut answers = Vec::new();
            for one in crowd {
                answers.push(one.await);
            }
            answers
        });
        holding.join().expect("the first command ends");
        let expected: Vec<i64> = (0..30).filter(|n| n % 5 != 0 && *n != 11).collect();
        let kept: Vec<i64> = answers.into_iter().filter_map(Result::ok).collect();
        assert_eq!(kept, expected, "{}: everyone has the answer of their own command", place.name);
        let rows = read(db, |tx| Ok(tx.rows("SELECT id FROM cell WHERE id >= 0 ORDER BY id", &[])?));
        let rows: Vec<i64> = rows.iter().map(|row| row.int(0).expect("a number")).collect();
        assert_eq!(rows, expected, "{}: exactly what was answered is kept", place.name);
    });
}

#[test]
fn panics_cost_neither_the_writer_nor_a_connection() {
    on_all(|place, db| {
        for n in 0..40_i64 {
            let asked = catch_unwind(AssertUnwindSafe(|| {
                db.read_here(|tx| -> Result<(), Error> {
                    tx.rows("SELECT id FROM cell", &[])?;
                    panic!("in the middle of a read")
                })
            }));
            assert!(asked.is_err());
            let changed = catch_unwind(AssertUnwindSafe(|| {
                db.write_here(move |tx| -> Result<(), Error> {
                    tx.run("INSERT INTO cell (id) VALUES ($1)", args![n])?;
                    panic!("in the middle of a change")
                })
            }));
            assert!(changed.map_or(true, |answer| answer.is_err()));
        }
        put(db, 100, None, None, None);
        let rows = read(db, |tx| Ok(tx.rows("SELECT id FROM cell", &[])?));
        assert_eq!(rows.iter().map(Row::cells).collect::<Vec<_>>(), [&[Value::Int(100)]], "{}", place.name);
    });
}

static STEPS: [Migration; 3] = [
    Migration { part: "house", number: 1, sql: TABLES },
    Migration { part: "house", number: 2, sql: "INSERT INTO counter (name, n, version) VALUES ('steps', 0, 1)" },
    Migration { part: "house", number: 3, sql: "UPDATE counter SET n = n + 1" },
];

#[test]
fn eight_who_start_together_take_each_step_once() {
    for place in Place::all() {
        let url = place.url.clone();
        let taken = at_once(8, move |_| migrate(&open(&url), &STEPS, start()).unwrap_or_else(|fault| panic!("{fault}")));
        assert_eq!(taken.into_iter().sum::<usize>(), STEPS.len(), "{}", place.name);
        let db = open(&place.url);
        assert_eq!(pending(&db, &STEPS).unwrap_or_else(|fault| panic!("{fault}")), 0);
        let row = read(&db, |tx| Ok(tx.row("SELECT n FROM counter", &[])?)).expect("a row");
        assert_eq!(row.int(0).expect("a number"), 1, "{}", place.name);
        assert_eq!(migrate(&db, &STEPS, start()).unwrap_or_else(|fault| panic!("{fault}")), 0);
    }
}

#[test]
fn a_step_that_breaks_a_unique_key_is_not_taken_for_done() {
    static BROKEN: [Migration; 2] = [
        Migration { part: "house", number: 1, sql: TABLES },
        Migration { part: "house", number: 2, sql: "INSERT INTO cell (id) VALUES (1), (1)" },
    ];
    for place in Place::all() {
        let db = open(&place.url);
        let said = migrate(&db, &BROKEN, start()).map_err(|fault| fault.to_string());
        assert!(said.as_ref().is_err_and(|fault| fault.contains("step 2 of house")), "{}: {said:?}", place.name);
        assert_eq!(pending(&db, &BROKEN).unwrap_or_else(|fault| panic!("{fault}")), 1, "{}", place.name);
    }
}

#[test]
fn pages_of_a_long_list_meet_every_row_once_while_rows_come_in() {
    on_all(|place, db| {
        for id in 0..50 {
            put(db, id, Some(id / 7), None, None);
        }
        let (mut seen, mut last) = (Vec::new(), (i64::MIN, i64::MIN));
        loop {
            let (n, id) = last;
            let page = read(db, |tx| {
                Ok(tx.rows("SELECT n, id FROM cell WHERE (n, id) > ($1, $2) ORDER BY n, id LIMIT 7", args![n, id])?)
            });
            let Some(end) = page.last() else { break };
            last = (end.int(0).expect("a number"), end.int(1).expect("a number"));
            seen.extend(page.iter().map(|row| row.int(1).expect("a number")));
            put(db, -1 - i64::try_from(seen.len()).expect("small"), Some(-1), None, None);
        }
        assert_eq!(seen, (0..50).collect::<Vec<_>>(), "{}", place.name);
    });
}

#[test]
fn a_page_reads_from_one_moment() {
    on_all(|place, db| {
        put(db, 1, Some(1), None, None);
        let sum = "SELECT CAST(sum(n) AS BIGINT) FROM cell";
        let (before, after) = read(db, |tx| {
            let before = tx.row(sum, &[])?.expect("a row").int(0)?;
            std::thread::scope(|scope| scope.spawn(|| put(db, 2, Some(10), None, None)).join()).expect("written");
            Ok((before, tx.row(sum, &[])?.expect("a row").int(0)?))
        });
        assert_eq!((before, after), (1, 1), "{}", place.name);
        let now = read(db, |tx| Ok(tx.row(sum, &[])?)).expect("a row");
        assert_eq!(now.int(0).expect("a number"), 11, "{}", place.name);
    });
}

#[test]
fn the_key_store_makes_its_schema_the_first_time() {
    let config = Config { database_url: "postgres://db.example/varde".into(), ..Config::default() };
    assert_eq!(config.key_store(), "postgres://db.example/varde?options=-csearch_path%3Dvarde_keys");
    let place = Place::postgres();
    let schema = place.keys_url.rsplit("%3D").next().expect("the address names its schema").to_owned();
    write(&open(&place.url), move |tx| Ok(tx.script(&format!("DROP SCHEMA {schema}"))?));
    let url = place.keys_url.clone();
    at_once(6, move |_| open(&url));
    let db = open(&place.keys_url);
    write(&db, |tx| Ok(tx.script(TABLES)?));
    assert_eq!(read(&db, |tx| Ok(tx.tables()?)), ["cell", "counter"]);
    assert!(read(&open(&place.url), |tx| Ok(tx.tables()?)).is_empty(), "and nothing lies among the data");
}

#[test]
fn an_address_that_is_no_database_says_what_to_do() {
    let said = |url: &str| Db::open(url).map(drop).map_err(|fault| fault.to_string());
    assert!(said("mysql://x").is_err_and(|fault| fault.contains("sqlite:// or postgres://")));
    assert!(said("sqlite:///no/such/folder/varde.db").is_err_and(|fault| fault.contains("check that its folder")));
    assert!(said("postgres://127.0.0.1:1/varde").is_err_and(|fault| fault.contains("server is running")));
    assert!(said("postgres://varde:hemmelig@127.0.0.1:1/varde").is_err_and(|fault| !fault.contains("hemmelig")));
}

/// Whoever has much where others have little: the database reckons with little, and must not gather all of it for one page.
#[test]
fn a_page_of_a_long_list_is_read_in_the_order_of_its_index() {
    const FILL: &str = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
        INSERT INTO seen (who, at, id, words) SELECT $1 || CAST(i % CAST($2 AS BIGINT) AS TEXT), CAST(i AS TEXT), $3 || CAST(i AS TEXT),
          'Ord som noen har skrevet, og som tar plass på en side i databasen.' FROM n";
    let place = Place::postgres();
    let db = open(&place.url);
    let plan = write(&db, |tx| {
        tx.script(
            "CREATE TABLE seen (who TEXT NOT NULL, at TEXT NOT NULL, id TEXT NOT NULL PRIMARY KEY, words TEXT NOT NULL);
             CREATE INDEX seen_by_who ON seen (who, at, id);",
        )?;
        tx.run(FILL, args!["few", 300, "a"])?;
        tx.script("ANALYZE seen")?;
        tx.run(FILL, args!["long", 1, "b"])?;
        let plan = tx.rows(
            "EXPLAIN SELECT at, id, words FROM seen WHERE who = 'long0' AND (at, id) < ('9', '') ORDER BY at DESC, id DESC LIMIT 301",
            &[],
        )?;
        Ok(plan.iter().map(|row| row.text(0).map(str::to_owned)).collect::<Result<Vec<_>, _>>()?.join("\n"))
    });
    assert!(plan.contains("Index Scan Backward") && !plan.contains("Sort"), "{plan}");
}
