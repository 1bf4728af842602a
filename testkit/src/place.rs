//! Databases of a test's own: a file, or a schema on a server; gone when the test is over.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::postgres_schema::Schema;

static NEXT: AtomicU64 = AtomicU64::new(0);

/// A number no other test of this process has.
pub(crate) fn number() -> u64 {
    NEXT.fetch_add(1, Ordering::SeqCst)
}

/// An empty database with an empty key store beside it.
pub struct Place {
    /// `sqlite`, `postgres`, or `postgres-nb` for the one that sorts as Norwegians do.
    pub name: &'static str,
    /// Address of the database.
    pub url: String,
    /// Address of the key store.
    pub keys_url: String,
    held: Held,
}

enum Held {
    Folder(Folder),
    Schema { _gone_at_the_end: Schema },
}

impl Place {
    /// On SQLite.
    #[must_use]
    pub fn sqlite() -> Place {
        let folder = Folder::make();
        let url = |file: &str| format!("sqlite://{}", folder.path().join(file).display());
        Place { name: "sqlite", url: url("varde.db"), keys_url: url("keys.db"), held: Held::Folder(folder) }
    }

    /// On the PostgreSQL of `VARDE_TEST_POSTGRES_URL`.
    ///
    /// # Panics
    /// When the variable is not set: a test that is left out is not a test.
    #[must_use]
    pub fn postgres() -> Place {
        Place::on_server("postgres", "VARDE_TEST_POSTGRES_URL")
    }

    /// On the PostgreSQL of `VARDE_TEST_POSTGRES_NB_URL`, whose own order of text is Norwegian.
    ///
    /// # Panics
    /// When the variable is not set.
    #[must_use]
    pub fn norwegian() -> Place {
        Place::on_server("postgres-nb", "VARDE_TEST_POSTGRES_NB_URL")
    }

    /// All three.
    #[must_use]
    pub fn all() -> [Place; 3] {
        [Place::sqlite(), Place::postgres(), Place::norwegian()]
    }

    /// SQLite and PostgreSQL.
    #[must_use]
    pub fn both() -> [Place; 2] {
        [Place::sqlite(), Place::postgres()]
    }

    /// The folder of the database files, on SQLite.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        match &self.held {
            Held::Folder(folder) => Some(folder.path()),
            Held::Schema { .. } => None,
        }
    }

    fn on_server(name: &'static str, variable: &str) -> Place {
        let server =
            std::env::var(variable).unwrap_or_else(|_| panic!("{variable} is not set; run the tests with cargo xtask test"));
        let schema = Schema::make(&server);
        let (url, keys_url) = (schema.url.clone(), schema.keys_url.clone());
        Place { name, url, keys_url, held: Held::Schema { _gone_at_the_end: schema } }
    }
}

/// A folder of its own for one test.
pub struct Folder(PathBuf);

impl Folder {
    /// Makes it.
    ///
    /// # Panics
    /// When it cannot be made.
    #[must_use]
    pub fn make() -> Folder {
        let path = std::env::temp_dir().join(format!("varde-test-{}-{}", std::process::id(), number()));
        std::fs::create_dir_all(&path).expect("a folder for the test");
        Folder(path)
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}
