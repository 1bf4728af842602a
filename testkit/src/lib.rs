//! For tests only: the product on both databases, a clock that stands still, persons and staff, and a browser without a
//! screen. A test says what happens; this says how.

mod browser;
mod postgres_schema;
mod town;

pub use browser::{Browser, Page};
pub use town::Town;

use platform::app::{App, steps};
use platform::charter::Charter;
use platform::clock::Source;
use platform::config::Config;
use platform::db::{Db, migrate};
use platform::keys::MasterKey;
use kernel::time::Timestamp;

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
    let folder = Folder::make();
    let url = format!("sqlite://{}", folder.0.join("varde.db").display());
    let keys = format!("sqlite://{}", folder.0.join("keys.db").display());
    run(catalogue, &url, &keys, test);
}

fn on_postgres(catalogue: &[&'static Charter], test: &impl AsyncFn(Town)) {
    let server = std::env::var("VARDE_TEST_POSTGRES_URL")
        .expect("VARDE_TEST_POSTGRES_URL is not set; run the tests with cargo xtask test");
    let schema = postgres_schema::Schema::make(&server);
    run(catalogue, &schema.url, &schema.keys_url, test);
}

fn run(catalogue: &[&'static Charter], url: &str, keys: &str, test: &impl AsyncFn(Town)) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime for the test");
    let app = app_on(catalogue, url, keys);
    runtime.block_on(test(Town::new(app)));
}

/// The product on a database of its own, at [`START`], with a fixed seed.
///
/// # Panics
/// When it cannot be put together.
#[must_use]
pub fn app_on(catalogue: &[&'static Charter], url: &str, keys: &str) -> App {
    let start = Timestamp::parse(START).expect("START is an instant");
    let db = Db::open(url).unwrap_or_else(|fault| panic!("{fault}"));
    migrate(&db, &steps(catalogue), start).unwrap_or_else(|fault| panic!("{fault}"));
    let keys = Db::open(keys).unwrap_or_else(|fault| panic!("{fault}"));
    let master = MasterKey::from_bytes([7; 32]);
    let config = Config { database_url: url.to_owned(), public_url: "http://localhost".into(), ..Config::default() };
    App::new(db, keys, master, Source::held(start, 42), catalogue.to_vec(), config)
        .unwrap_or_else(|fault| panic!("{fault}"))
}

struct Folder(std::path::PathBuf);

impl Folder {
    fn make() -> Folder {
        let name = format!("varde-test-{}-{}", std::process::id(), postgres_schema::number());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).expect("a folder for the test");
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}
