//! Somebody whom every part of the demo city has filled leaves: afterwards no column of any table holds a word of theirs, a
//! hash of theirs or their id, but in rows that a printed rule keeps; and an old copy of the database is silent about them.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so")]

use std::collections::{BTreeMap, BTreeSet};

use kernel::id::PersonId;
use platform::app::App;
use platform::args;
use platform::audit;
use platform::ctx::Ctx;
use platform::db::{Shape, Tx, Value, Which};
use platform::door;
use platform::error::Error;
use platform::leaving::{self, AtErasure, Erased, Held};
use testkit::{Place, Town, app_on};

const PERSONS: usize = 40;
/// Shorter texts are words that anybody may have written: a state, a month, a first name.
const SHORTEST_MARKER: usize = 16;

/// What would tell that somebody has been here.
struct Traces {
    words: Vec<String>,
    hashes: Vec<Vec<u8>>,
    ids: Vec<String>,
}

/// A place where one was found.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Hit {
    table: &'static str,
    column: &'static str,
    what: &'static str,
}

fn read<T>(app: &App, ask: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>) -> T {
    app.db().read_here(ask).unwrap_or_else(|error| panic!("{error:?}"))
}

fn write(app: &App, command: impl Fn(&mut Tx<'_>) -> Result<(), Error> + Send + 'static) {
    app.db().write_here(command).unwrap_or_else(|error| panic!("{error:?}"));
}

fn as_person(app: &App, person: &PersonId) -> Ctx {
    platform::demo::City::default().as_person(app, person, app.source().now())
}

fn everything(app: &App, person: &PersonId) -> Result<Vec<Held>, Error> {
    door::view_here(app, &as_person(app, person), &together::leaving::CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        leaving::gather(tx, desk, &own)
    })
}

fn city(place: &Place) -> (App, PersonId) {
    let app = app_on(&app::catalogue(), &place.url, &place.keys_url);
    app::demo::fill(&app, PERSONS).unwrap_or_else(|error| panic!("{error:?}"));
    let id = app::demo::persona_id(&app, "person").unwrap_or_else(|error| panic!("{error:?}")).expect("the city has a person");
    (app, PersonId::parse(&id).expect("an id"))
}

/// Fills the tables that the demo leaves empty, or nearly: each table that names persons gets one row of this one's.
fn fill_every_table(app: &App, person: &PersonId) {
    let shapes = read(app, |tx| Ok(tx.shapes()?));
    let about_persons = shapes.iter().filter(|shape| shape.persons().next().is_some());
    let about_persons = about_persons.filter(|shape| !["person", "erasure"].contains(&shape.table));
    for shape in about_persons {
        let value = |(column, kind): (&&'static str, &Value)| match kind {
            _ if shape.persons().any(|person| person == *column) => Value::from(person),
            Value::Int(_) => Value::Int(4_711),
            Value::Blob(_) => Value::Blob(format!("planted-bytes-{}-{column}", shape.table).into_bytes()),
            _ if column.ends_with("_at") || *column == "at" => Value::from(app.source().now()),
            _ => Value::Text("planted".into()),
        };
        let row: Vec<Value> = shape.columns.iter().zip(&shape.kinds).map(value).collect();
        let (sql, id) = (insert(shape), person.clone());
        let (shape, table) = (shape.clone(), shape.table);
        write(app, move |tx| tx.run(sql, &row).map(drop).map_err(Error::from));
        let there = read(app, |tx| Ok(tx.count_of(&shape, &Which::Is("person_id", Value::from(&id)))?));
        assert!(there > 0, "nothing of the person stands in {table}");
    }
}

fn insert(shape: &Shape) -> &'static str {
    let numbers: Vec<String> = (1..=shape.columns.len()).map(|n| format!("${n}")).collect();
    let (table, columns) = (shape.table, shape.columns.join(", "));
    let sql = format!("INSERT INTO {table} ({columns}) VALUES ({}) ON CONFLICT DO NOTHING", numbers.join(", "));
    Box::leak(sql.into_boxed_str())
}

/// The words that were sealed, every sealed or hashed cell as it stands, the id, and the name in the log.
fn traces(app: &App, person: &PersonId) -> Traces {
    let held = everything(app, person).unwrap_or_else(|error| panic!("{error:?}"));
    let unopened: Vec<&str> = held.iter().filter(|held| held.unopened > 0).map(|held| held.table).collect();
    assert!(unopened.is_empty(), "cells sealed under a row nobody can tell: {unopened:?}");
    fill_every_table(app, person);
    let (hashes, plain) = read(app, |tx| {
        let (mut hashes, mut plain) = (Vec::new(), BTreeSet::new());
        for shape in tx.shapes()? {
            for row in tx.dump(shape.table)? {
                let hers = shape
                    .columns
                    .iter()
                    .zip(row.cells())
                    .any(|(column, cell)| shape.persons().any(|person| person == *column) && *cell == Value::from(person));
                for cell in row.cells() {
                    match cell {
                        Value::Blob(bytes) if hers && bytes.len() >= SHORTEST_MARKER => hashes.push(bytes.clone()),
                        Value::Text(text) => drop(plain.insert(text.clone())),
                        _ => {}
                    }
                }
            }
        }
        Ok((hashes, plain))
    });
    // What stands in the clear in a row of hers is no sealed word: a state, a day, an account.
    let opened = held.iter().flat_map(|held| held.rows.iter().flat_map(|row| row.values()));
    let words: BTreeSet<String> =
        opened.filter(|text| text.chars().count() >= SHORTEST_MARKER && !plain.contains(*text)).cloned().collect();
    assert!(words.len() > 20, "too little was written about the person to try anything: {}", words.len());
    assert!(hashes.len() > 20);
    let subject = app.keys().find(person).expect("the key store").expect("a key").subject();
    Traces { words: words.into_iter().collect(), hashes, ids: vec![person.as_str().to_owned(), subject] }
}

fn search(app: &App, traces: &Traces) -> BTreeMap<Hit, usize> {
    let holds = |cell: &Value, needle: &[u8]| match cell {
        Value::Text(text) => contains(text.as_bytes(), needle),
        Value::Blob(bytes) => contains(bytes, needle),
        Value::Int(_) | Value::Null => false,
    };
    let find = |cell: &Value| -> Option<&'static str> {
        if traces.words.iter().any(|word| holds(cell, word.as_bytes())) {
            Some("words")
        } else if traces.hashes.iter().any(|hash| holds(cell, hash)) {
            Some("hash")
        } else if traces.ids.iter().any(|id| holds(cell, id.as_bytes())) {
            Some("id")
        } else {
            None
        }
    };
    read(app, |tx| {
        let mut hits = BTreeMap::new();
        for shape in tx.shapes()? {
            for row in tx.dump(shape.table)? {
                for (column, cell) in shape.columns.iter().zip(row.cells()) {
                    if let Some(what) = find(cell) {
                        *hits.entry(Hit { table: shape.table, column, what }).or_default() += 1;
                    }
                }
            }
        }
        Ok(hits)
    })
}

fn contains(hay: &[u8], needle: &[u8]) -> bool {
    let first = needle.first().copied().unwrap_or_default();
    hay.len() >= needle.len() && hay.windows(needle.len()).any(|window| window[0] == first && window == needle)
}

/// Only rows that a rule keeps, and that the erasure has printed, may hold anything.
fn not_kept(app: &App, traces: &Traces, erased: &Erased) -> Vec<Hit> {
    let kept = |hit: &Hit, rows: usize| {
        erased.kept.iter().any(|kept| {
            let readable = kept.rule.at_erasure == AtErasure::Keep || hit.what == "id";
            kept.table == hit.table && usize::try_from(kept.rows) == Ok(rows) && readable
        })
    };
    search(app, traces).into_iter().filter(|(hit, rows)| !kept(hit, *rows)).map(|(hit, _)| hit).collect()
}

fn erase(app: &App, person: &PersonId) -> Erased {
    let erased = leaving::erase(app, &app.machine(), &together::leaving::CHARTER, person);
    erased.unwrap_or_else(|error| panic!("{error:?}"))
}

fn seal_and_verify(app: &App) -> u64 {
    loop {
        let sealed = audit::seal_waiting(app.db(), app.master(), app.node(), app.source().now());
        if sealed.unwrap_or_else(|error| panic!("{error:?}")).lines == 0 {
            break;
        }
    }
    let report = audit::verify(app.db(), app.master(), app.source().now());
    let report = report.unwrap_or_else(|error| panic!("{error:?}"));
    report.unwrap_or_else(|broken| panic!("{broken:?}")).lines
}

#[test]
fn nothing_of_an_erased_person_is_left_but_what_a_printed_rule_keeps() {
    for place in Place::both() {
        let (app, person) = city(&place);
        let traces = traces(&app, &person);
        assert!(search(&app, &traces).keys().any(|hit| hit.what == "hash"), "the search must be able to find something");
        let before = seal_and_verify(&app);
        let erased = erase(&app, &person);
        assert!(erased.key_gone, "{erased:?}");
        assert_eq!(not_kept(&app, &traces, &erased), [], "on {}", place.name);
        let tables: Vec<&str> = erased.kept.iter().map(|kept| kept.table).collect();
        assert_eq!(tables, ["audit_line"], "what stays is the log, and whom its lines are about nobody can tell");
        assert!(seal_and_verify(&app) > before, "the erasure has left its own lines, and the log holds");
    }
}

#[test]
fn what_was_planted_elsewhere_is_found() {
    let place = Place::sqlite();
    let (app, person) = city(&place);
    let traces = traces(&app, &person);
    let (id, word, hash) = (person.clone(), traces.words[0].clone(), traces.hashes[0].clone());
    write(&app, move |tx| {
        let address = format!("/folk/{}", id.as_str());
        tx.run("INSERT INTO setting (name, value) VALUES ('leak', $1)", args![address])?;
        let note = format!("Lest: {word}.");
        tx.run("INSERT INTO fact (fact_id, kind, subject, at) VALUES ('leak', 'Leak', $1, '2026-11-20T09:00:00Z')", args![note])?;
        tx.run(
            "INSERT INTO one_time_link (link_hash, account_id, made_at, until_at) VALUES ($1, 'leak', '', '')",
            args![hash.clone()],
        )?;
        Ok(())
    });
    let erased = erase(&app, &person);
    let hits = not_kept(&app, &traces, &erased);
    let hit = |table, column, what| Hit { table, column, what };
    assert_eq!(hits, [hit("fact", "subject", "words"), hit("one_time_link", "link_hash", "hash"), hit("setting", "value", "id")]);
}

/// Puts every row of one database into an empty one: what restoring last week's backup does.
fn restore(from: &App, place: &Place, keys_url: &str) -> App {
    let app = app_on(&app::catalogue(), &place.url, keys_url);
    let (shapes, rows) = read(from, |tx| {
        let shapes = tx.shapes()?;
        let rows = shapes.iter().map(|shape| tx.dump(shape.table)).collect::<Result<Vec<_>, _>>()?;
        Ok((shapes, rows))
    });
    for (shape, rows) in shapes.into_iter().zip(rows) {
        let sql = insert(&shape);
        write(&app, move |tx| {
            for row in &rows {
                tx.run(sql, row.cells())?;
            }
            Ok(())
        });
    }
    app
}

#[test]
fn an_old_copy_with_todays_key_store_is_silent_about_the_one_who_left() {
    for (place, copy) in Place::both().into_iter().zip(Place::both()) {
        let (app, person) = city(&place);
        let held = everything(&app, &person).unwrap_or_else(|error| panic!("{error:?}"));
        let maria = app::demo::persona_id(&app, "person-new").ok().flatten().and_then(|id| PersonId::parse(&id)).expect("an id");
        let old = restore(&app, &copy, &place.keys_url);
        let again = everything(&old, &person).unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!(again.len(), held.len(), "before, the copy tells all");
        drop(old);
        erase(&app, &person);
        let old = app_on(&app::catalogue(), &copy.url, &place.keys_url);
        assert!(everything(&old, &person).is_err(), "on {}", place.name);
        assert!(everything(&old, &maria).is_ok(), "everybody else is read as before");
        let words: Vec<&String> = held.iter().flat_map(|held| held.rows.iter().filter_map(|row| row.get("words"))).collect();
        assert!(!words.is_empty());
        let town = Town::new(old);
        for word in words.iter().filter(|word| word.chars().count() >= SHORTEST_MARKER) {
            assert!(town.tables_with(word).is_empty(), "on {}", place.name);
        }
        let page = testkit::runtime().block_on(async { town.as_person(&person).get("/hjem").await });
        assert!(!page.says("Jon"), "the page of somebody who is gone shows a name");
    }
}
