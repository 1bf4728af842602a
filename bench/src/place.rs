//! Where it is measured: a temporary folder for SQLite, schemas of their own on the PostgreSQL that is named. Both are gone
//! afterwards.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use postgres::{Client, NoTls};

use crate::cpu::Meter;
use crate::wish::Wish;

/// The variable that names the server, as in the tests.
const SERVER: &str = "VARDE_TEST_POSTGRES_URL";

/// A folder of its own.
pub struct Place {
    folder: PathBuf,
}

/// One of the two.
pub enum Database {
    /// Files in a folder.
    Sqlite(PathBuf),
    /// Schemas on a server.
    Postgres(Schemas),
}

/// Schemas that are dropped at the end.
pub struct Schemas {
    server: String,
    made: RefCell<Vec<String>>,
}

impl Place {
    /// Makes the folder. It lies on a real disk where the system's temporary folder does.
    pub fn make() -> Result<Place, String> {
        let folder = std::env::temp_dir().join(format!("varde-bench-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(|why| format!("{} cannot be made: {why}", folder.display()))?;
        Ok(Place { folder })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Those that are wished for; PostgreSQL must be named unless only SQLite is.
    pub fn databases(&self, wish: &Wish) -> Result<Vec<Database>, String> {
        let wanted = |name: &str| wish.database.as_deref().is_none_or(|only| only == name);
        let mut all = Vec::new();
        if wanted("sqlite") {
            all.push(Database::Sqlite(self.folder.clone()));
        }
        if wanted("postgres") {
            let server = std::env::var(SERVER).map_err(|_| format!("{SERVER} is not set; run cargo xtask bench"))?;
            all.push(Database::Postgres(Schemas { server, made: RefCell::default() }));
        }
        if all.is_empty() { Err("there is no such database: sqlite or postgres".into()) } else { Ok(all) }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

impl Database {
    /// Its name and version.
    pub fn name(&self) -> Result<String, String> {
        match self {
            Database::Sqlite(_) => Ok("SQLite".into()),
            Database::Postgres(schemas) => {
                let row = schemas.client()?.query_one("SHOW server_version", &[]).map_err(|why| why.to_string())?;
                Ok(format!("PostgreSQL {}", row.get::<_, String>(0)))
            }
        }
    }

    /// Whose CPU time counts.
    pub fn meter(&self) -> Result<Meter, String> {
        match self {
            Database::Sqlite(_) => Ok(Meter::alone()),
            Database::Postgres(schemas) => {
                let mut client = schemas.client()?;
                let row = client.query_one("SELECT pg_backend_pid()", &[]).map_err(|why| why.to_string())?;
                let backend = u32::try_from(row.get::<_, i32>(0)).map_err(|why| why.to_string())?;
                // The backend ends with its client, so its parent is looked up while both live.
                let meter = Meter::with_cluster(backend);
                drop(client);
                meter
            }
        }
    }

    /// An empty database for a town of this size, and one for its keys.
    pub fn urls(&self, size: usize) -> Result<(String, String), String> {
        match self {
            Database::Sqlite(folder) => {
                let at = |name: &str| format!("sqlite://{}", folder.join(format!("{name}-{size}.db")).display());
                Ok((at("town"), at("keys")))
            }
            Database::Postgres(schemas) => schemas.urls(size),
        }
    }
}

impl Schemas {
    fn client(&self) -> Result<Client, String> {
        Client::connect(&self.server, NoTls).map_err(|why| format!("PostgreSQL cannot be reached: {why}"))
    }

    fn urls(&self, size: usize) -> Result<(String, String), String> {
        let name = format!("bench{}_{size}", std::process::id());
        let make = format!("CREATE SCHEMA {name}; CREATE SCHEMA {name}_keys");
        self.client()?.batch_execute(&make).map_err(|why| why.to_string())?;
        self.made.borrow_mut().push(name.clone());
        let joint = if self.server.contains('?') { '&' } else { '?' };
        let at = |schema: &str| format!("{}{joint}options=-csearch_path%3D{schema}", self.server);
        Ok((at(&name), at(&format!("{name}_keys"))))
    }
}

impl Drop for Schemas {
    fn drop(&mut self) {
        let Ok(mut client) = self.client() else { return };
        for name in self.made.borrow().iter() {
            drop(client.batch_execute(&format!("DROP SCHEMA {name} CASCADE; DROP SCHEMA {name}_keys CASCADE")));
        }
    }
}
