//! What somebody who runs Varde alone must be able to rely on: backup, restore, and what a restore must not bring back.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so")]

mod files;
mod load;
mod program;
mod restored;

use std::path::{Path, PathBuf};

use kernel::time::Timestamp;
use platform::app::{App, steps};
use platform::backup::{Content, Restored, Taken, check, passing, restore_data, take_data};
use platform::config::Config;
use platform::db::{Db, Row, Value};
use platform::error::Error;
use platform::keys::{KeyStore, MasterKey};
use platform::leaving;
use testkit::{Folder, Place, START, app_seeded};

/// The house with every part, on this place.
fn house(place: &Place, seed: u64) -> App {
    app_seeded(&app::catalogue(), &place.url, &place.keys_url, seed)
}

/// A house in which a small demo city lives.
fn lived_in(place: &Place) -> App {
    let app = house(place, 1);
    app::demo::fill(&app, 6).unwrap_or_else(|error| panic!("{error:?}"));
    app
}

fn start() -> Timestamp {
    Timestamp::parse(START).expect("START is an instant")
}

fn take(app: &App, to: &Path) -> Taken {
    take_data(app.db(), app.keys(), app.master(), &passing(app.catalogue()), app.source().now(), to)
        .unwrap_or_else(|error| panic!("{error:?}"))
}

/// Restores into a place, with the key store at this address: as the program does it.
fn restore(file: &Path, into: &Place, keys_url: &str) -> Result<Restored, Error> {
    let master = MasterKey::from_bytes([7; 32]);
    let checked = check(file, &master, Content::Data)?;
    let source = platform::clock::Source::held(start(), 9);
    let keys = KeyStore::open(Db::open(keys_url)?, &master, &source)?;
    let db = Db::open(&into.url)?;
    let config = Config { database_url: into.url.clone(), ..Config::default() };
    let again = MasterKey::from_bytes([7; 32]);
    let app = App::new(db.clone(), Db::open(keys_url)?, again, source.clone(), app::catalogue(), config)?;
    let erase = |person: &kernel::id::PersonId| {
        let erased = leaving::erase(&app, &app.machine(), &together::leaving::CHARTER, person)?;
        Ok(erased.gone.iter().map(|gone| gone.rows).sum())
    };
    restore_data(&checked, &db, &keys, &master, &steps(&app::catalogue()), start(), &erase)
}

/// The sentence of a fault.
fn sentence<T: std::fmt::Debug>(outcome: Result<T, Error>) -> String {
    match outcome {
        Err(Error::Fault(fault)) => fault.to_string(),
        other => panic!("not a fault: {other:?}"),
    }
}

/// Every row of every table that a backup keeps, in an order of our own.
fn everything(db: &Db) -> Vec<(String, Vec<Row>)> {
    let all = db.read_here(|tx| {
        let mut all = Vec::new();
        for table in tx.tables()? {
            let mut rows = tx.dump(&table)?;
            rows.sort_by_key(|row| format!("{row:?}"));
            all.push((table, rows));
        }
        Ok(all)
    });
    let mut all = all.unwrap_or_else(|error| panic!("{error:?}"));
    let stays = ["schema_step", "session", "one_time_link", "form_use", "lease"];
    let passing = passing(&app::catalogue());
    all.retain(|(table, _)| !stays.contains(&table.as_str()) && !passing.contains(&table.as_str()));
    all
}

fn differing(one: &[(String, Vec<Row>)], other: &[(String, Vec<Row>)]) -> Vec<String> {
    let names = |all: &[(String, Vec<Row>)]| all.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(one), names(other));
    one.iter().zip(other).filter(|(one, other)| one.1 != other.1).map(|(one, _)| one.0.clone()).collect()
}

fn holds(rows: &[Row], needle: &str) -> bool {
    rows.iter().flat_map(Row::cells).any(|cell| matches!(cell, Value::Text(text) if text.contains(needle)))
}

fn in_folder(folder: &Folder, name: &str) -> PathBuf {
    folder.path().join(name)
}
