//! For tests only: the product on both databases, a clock that stands still, persons and staff, and a browser without a
//! screen. A test says what happens; this says how.

mod browser;
mod place;
mod postgres_schema;
mod sources;
mod town;

pub use browser::{Browser, Page};
pub use place::{Folder, Place};
pub use sources::rust_sources;
pub use town::Town;

use kernel::time::Timestamp;
use platform::app::{App, steps};
use platform::charter::Charter;
use platform::clock::Source;
use platform::config::Config;
use platform::db::{Db, migrate};
use platform::keys::MasterKey;

/// The moment at which tests begin: Friday 20 November 2026, 10.00 in Norway.
pub const START: &str = "2026-11-20T09:00:00Z";

/// Runs a test on SQLite and on PostgreSQL, each in an empty house of its own.
///
/// # Panics
/// When the test does, and when `VARDE_TEST_POSTGRES_URL` is not set: a test that is left out is not a test.
pub fn both_databases(catalogue: &[&'static Charter], test: impl AsyncFn(Town)) {
    on_sqlite(catalogue, &test);
    on_postgres(catalogue, &test);
}

/// Runs a test on SQLite alone: for what has nothing to do with the database.
///
/// # Panics
/// When the test does.
pub fn on_sqlite(catalogue: &[&'static Charter], test: &impl AsyncFn(Town)) {
    run(catalogue, &Place::sqlite(), test);
}

fn on_postgres(catalogue: &[&'static Charter], test: &impl AsyncFn(Town)) {
    run(catalogue, &Place::postgres(), test);
}

/// As [`both_databases`], with settings of the test's own.
///
/// # Panics
/// As [`both_databases`].
pub fn both_databases_with(catalogue: &[&'static Charter], settings: impl Fn(&mut Config), test: impl AsyncFn(Town)) {
    for place in [Place::sqlite(), Place::postgres()] {
        let app = app_with(catalogue, &place.url, &place.keys_url, 42, &settings);
        runtime().block_on(test(Town::new(app)));
    }
}

fn run(catalogue: &[&'static Charter], place: &Place, test: &impl AsyncFn(Town)) {
    let app = app_on(catalogue, &place.url, &place.keys_url);
    runtime().block_on(test(Town::new(app)));
}

/// A runtime as the product has it, with two threads.
///
/// # Panics
/// When the system gives none.
#[must_use]
pub fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime for the test")
}

/// The product on a database of its own, at [`START`], with a fixed seed.
///
/// # Panics
/// When it cannot be put together.
#[must_use]
pub fn app_on(catalogue: &[&'static Charter], url: &str, keys: &str) -> App {
    app_seeded(catalogue, url, keys, 42)
}

/// As [`app_on`] with a seed of one's own: two processes on one database never draw alike.
///
/// # Panics
/// As [`app_on`].
#[must_use]
pub fn app_seeded(catalogue: &[&'static Charter], url: &str, keys: &str, seed: u64) -> App {
    app_with(catalogue, url, keys, seed, &|_| {})
}

/// Another process on databases that are there already: nothing is shared with the first but the clock and the row of
/// draws, which one imagined world has one of.
///
/// # Panics
/// As [`app_on`].
#[must_use]
pub fn app_beside(catalogue: &[&'static Charter], url: &str, keys: &str, source: Source) -> App {
    let open = |url: &str| Db::open(url).unwrap_or_else(|fault| panic!("{fault}"));
    let config = Config { database_url: url.to_owned(), public_url: "http://localhost".into(), ..Config::default() };
    App::new(open(url), open(keys), MasterKey::from_bytes([7; 32]), source, catalogue.to_vec(), config)
        .unwrap_or_else(|fault| panic!("{fault}"))
}

fn app_with(catalogue: &[&'static Charter], url: &str, keys: &str, seed: u64, settings: &dyn Fn(&mut Config)) -> App {
    let start = Timestamp::parse(START).expect("START is an instant");
    let db = Db::open(url).unwrap_or_else(|fault| panic!("{fault}"));
    migrate(&db, &steps(catalogue), start).unwrap_or_else(|fault| panic!("{fault}"));
    let keys = Db::open(keys).unwrap_or_else(|fault| panic!("{fault}"));
    let master = MasterKey::from_bytes([7; 32]);
    let mut config = Config { database_url: url.to_owned(), public_url: "http://localhost".into(), ..Config::default() };
    settings(&mut config);
    App::new(db, keys, master, Source::held(start, seed), catalogue.to_vec(), config).unwrap_or_else(|fault| panic!("{fault}"))
}

/// Both at once, on one task: each waits for the database while the other goes on.
pub async fn at_once<A, B>(one: impl Future<Output = A>, other: impl Future<Output = B>) -> (A, B) {
    tokio::join!(one, other)
}
