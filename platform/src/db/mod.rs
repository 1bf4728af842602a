//! One SQL text on two databases.
//!
//! A [`Tx`] is what a part's `store.rs` gets: it runs portable SQL on SQLite or PostgreSQL and gives rows back. It is
//! synchronous on purpose (`decisions/0001`): on SQLite a statement costs microseconds and is run in place; on PostgreSQL
//! the whole command runs on a blocking thread.

mod insert;
mod many;
mod migrate;
mod postgres;
mod shape;
mod sqlite;
mod tls;
mod value;
mod whole;

use std::sync::Arc;

pub use insert::{Insert, Note};
pub use many::ForMany;
pub use migrate::{Migration, migrate, pending, unknown};
pub use shape::{Shape, Which};
pub(crate) use tls::configure as tls_config;
pub use value::{Row, Value};

use kernel::id::PersonId;
use tokio::runtime::{Handle, RuntimeFlavor};

use crate::error::{Error, Fault};

/// Most rows one statement may give back: a list that could be longer is paged.
pub const MAX_ROWS: usize = 20_000;

/// How often a command that met another is run again before it is called a fault.
const ATTEMPTS: u32 = 80;

/// A database: SQLite in a file, or PostgreSQL.
#[derive(Clone)]
pub struct Db(Arc<Kind>);

enum Kind {
    Lite(sqlite::Lite),
    Pg(postgres::Pg),
}

/// A transaction: the only way to run SQL. Once a statement has failed, nothing of it can be kept: PostgreSQL would
/// answer `COMMIT` with success and save nothing, so both databases are held to the stricter rule.
pub struct Tx<'c> {
    inner: Inner<'c>,
    failed: Option<Fault>,
}

enum Inner<'c> {
    Lite(&'c rusqlite::Connection),
    Pg(&'c mut postgres::Connection),
}

impl<'c> Tx<'c> {
    fn new(inner: Inner<'c>) -> Tx<'c> {
        Tx { inner, failed: None }
    }

    fn heed<T>(&mut self, answer: Result<T, Fault>) -> Result<T, Fault> {
        if let Err(fault) = &answer {
            self.failed.get_or_insert_with(|| fault.clone());
        }
        answer
    }

    /// What the command came to, unless a statement failed on the way and the command went on all the same.
    fn settle<T>(self, outcome: Result<T, Error>) -> Result<T, Error> {
        match (outcome, self.failed) {
            (Ok(_), Some(fault)) => Err(Error::Fault(fault)),
            (outcome, _) => outcome,
        }
    }

    /// Rows of a query. Parameters are `$1…$n` in order of first appearance.
    ///
    /// # Errors
    /// A [`Fault`] when the database says no, the parameters do not fit, or more than [`MAX_ROWS`] rows come.
    pub fn rows(&mut self, sql: &'static str, args: &[Value]) -> Result<Vec<Row>, Fault> {
        let found = match &mut self.inner {
            Inner::Lite(connection) => sqlite::rows(connection, sql, args),
            Inner::Pg(connection) => connection.rows(sql, args),
        };
        self.heed(found)
    }

    /// The first row, or nothing.
    ///
    /// # Errors
    /// As [`Tx::rows`].
    pub fn row(&mut self, sql: &'static str, args: &[Value]) -> Result<Option<Row>, Fault> {
        Ok(self.rows(sql, args)?.into_iter().next())
    }

    /// Rows of a query about each of these persons, in no order. `others` are the parameters that are not the person.
    ///
    /// # Errors
    /// As [`Tx::rows`].
    pub fn rows_for(&mut self, ask: &'static ForMany, persons: &[PersonId], others: &[Value]) -> Result<Vec<Row>, Fault> {
        let persons: Vec<Value> = persons.iter().map(Value::from).collect();
        let mut found = Vec::new();
        for (sql, args) in ask.asked(&persons, others) {
            found.extend(self.rows(sql, &args)?);
        }
        Ok(found)
    }

    /// Runs a change and tells how many rows it touched.
    ///
    /// # Errors
    /// As [`Tx::rows`]; a unique key that is there already is [`Fault::is_unique`].
    pub fn run(&mut self, sql: &'static str, args: &[Value]) -> Result<u64, Fault> {
        let done = match &mut self.inner {
            Inner::Lite(connection) => sqlite::run(connection, sql, args),
            Inner::Pg(connection) => connection.run(sql, args),
        };
        self.heed(done)
    }

    /// Runs a change whose count nobody needs: an insert. On PostgreSQL it travels to the server with the command's next
    /// statement or its commit, which saves a trip, and only that one says when it could not be done.
    ///
    /// # Errors
    /// As [`Tx::run`], here or from what follows.
    pub fn add(&mut self, sql: &'static str, args: &[Value]) -> Result<(), Fault> {
        let done = match &mut self.inner {
            Inner::Lite(connection) => sqlite::run(connection, sql, args).map(|_| ()),
            Inner::Pg(connection) => connection.add(sql, args.to_vec()),
        };
        self.heed(done)
    }

    /// As [`Tx::add`] for many rows, on PostgreSQL with few statements.
    ///
    /// # Errors
    /// As [`Tx::add`].
    pub fn insert(&mut self, into: &'static Insert, rows: &[Note]) -> Result<(), Fault> {
        let done = match &mut self.inner {
            Inner::Lite(connection) => rows.iter().try_for_each(|row| sqlite::run(connection, into.one(), row).map(|_| ())),
            Inner::Pg(connection) => rows.chunks(insert::ROWS).try_for_each(|rows| match into.of(rows.len()) {
                Some(sql) => connection.add(sql, rows.concat()),
                None => Err(Fault::new("an insert has too many rows")),
            }),
        };
        self.heed(done)
    }

    /// Statements without parameters or rows, for migrations: portable types are put into the database's own words.
    ///
    /// # Errors
    /// A [`Fault`] that names the failure.
    pub fn script(&mut self, sql: &str) -> Result<(), Fault> {
        let done = match &mut self.inner {
            Inner::Lite(connection) => sqlite::script(connection, sql),
            Inner::Pg(connection) => connection.script(sql),
        };
        self.heed(done)
    }

    /// Every cell of every column of a table as bytes, for the erasure test and `doctor`; the name is checked.
    ///
    /// # Errors
    /// A [`Fault`] for a name that is not a plain table name, or when the database says no.
    pub fn dump(&mut self, table: &str) -> Result<Vec<Row>, Fault> {
        if !table.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') {
            return Err(Fault::new("a table name is lower-case letters and underscores"));
        }
        match &mut self.inner {
            Inner::Lite(connection) => sqlite::dump(connection, table),
            Inner::Pg(connection) => connection.dump(table),
        }
    }

    /// The database's own settings that decide whether a commit survives a power cut, as this connection has them.
    ///
    /// # Errors
    /// A [`Fault`] when the database says no.
    pub fn durability(&mut self) -> Result<Vec<(&'static str, String)>, Fault> {
        match &mut self.inner {
            Inner::Lite(connection) => sqlite::durability(connection),
            Inner::Pg(connection) => connection.durability(),
        }
    }

    /// The names of all tables, sorted.
    ///
    /// # Errors
    /// A [`Fault`] when the database says no.
    pub fn tables(&mut self) -> Result<Vec<String>, Fault> {
        let mut names = match &mut self.inner {
            Inner::Lite(connection) => sqlite::tables(connection)?,
            Inner::Pg(connection) => connection.tables()?,
        };
        names.sort();
        Ok(names)
    }
}

impl Db {
    /// Opens `sqlite://PATH` (made when missing) or `postgres://…`.
    ///
    /// # Errors
    /// A [`Fault`] with the remedy, when the address is neither or the database cannot be reached.
    pub fn open(url: &str) -> Result<Db, Fault> {
        let kind = if let Some(path) = url.strip_prefix("sqlite://") {
            Kind::Lite(sqlite::Lite::open(path)?)
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Kind::Pg(postgres::Pg::open(url)?)
        } else {
            return Err(Fault::new("the database address must begin with sqlite:// or postgres://"));
        };
        Ok(Db(Arc::new(kind)))
    }

    /// `sqlite` or `postgres`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match &*self.0 {
            Kind::Lite(_) => "sqlite",
            Kind::Pg(_) => "postgres",
        }
    }

    /// Reads on this thread, from one consistent snapshot.
    ///
    /// # Errors
    /// What `ask` answers, or a [`Fault`].
    pub fn read_here<T>(&self, ask: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>) -> Result<T, Error> {
        match &*self.0 {
            Kind::Lite(lite) => lite.read(ask),
            Kind::Pg(pg) => pg.read(ask),
        }
    }

    /// Reads for a request: in place on SQLite, on a blocking thread on PostgreSQL.
    ///
    /// # Errors
    /// As [`Db::read_here`].
    pub async fn read<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        match &*self.0 {
            Kind::Lite(lite) => lite.read(ask),
            Kind::Pg(_) => {
                let db = self.clone();
                on_blocking_thread(move || db.read_here(ask)).await
            }
        }
    }

    /// Changes and waits on this thread until it is durable. A command that met another is run again.
    ///
    /// # Errors
    /// What `command` answers (then nothing of it is kept), or a [`Fault`].
    pub fn write_here<T: Send + 'static>(
        &self,
        command: impl Fn(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        match &*self.0 {
            Kind::Lite(lite) => {
                let heard = lite.write(command);
                apart(|| heard.blocking_recv()).unwrap_or_else(|_| Err(writer_gone()))
            }
            Kind::Pg(pg) => pg.write(&command),
        }
    }

    /// Changes for a request; the answer comes when it is durable.
    ///
    /// # Errors
    /// As [`Db::write_here`].
    pub async fn write<T: Send + 'static>(
        &self,
        command: impl Fn(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        match &*self.0 {
            Kind::Lite(lite) => lite.write(command).await.unwrap_or_else(|_| Err(writer_gone())),
            Kind::Pg(_) => {
                let db = self.clone();
                on_blocking_thread(move || db.write_here(command)).await
            }
        }
    }

    /// Reads, then makes what the reading noted durable, and only then answers. The notes of all who wait share a commit.
    ///
    /// # Errors
    /// What `ask` answers once its note is durable, or a [`Fault`]: then nothing may be shown.
    pub async fn read_then_note<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&mut Tx<'_>) -> (Result<T, Error>, Vec<Note>) + Send + 'static,
        into: &'static Insert,
    ) -> Result<T, Error> {
        let (answer, notes) = match &*self.0 {
            Kind::Lite(_) => self.read(move |tx| Ok(ask(tx))).await?,
            Kind::Pg(_) => {
                let db = self.clone();
                on_blocking_thread(move || db.read_here(|tx| Ok(ask(tx)))).await?
            }
        };
        if !notes.is_empty() {
            self.note(into, notes).await?;
        }
        answer
    }

    async fn note(&self, into: &'static Insert, notes: Vec<Note>) -> Result<(), Error> {
        match &*self.0 {
            Kind::Lite(lite) => {
                let written = lite.write(move |tx| Ok(tx.insert(into, &notes)?));
                written.await.unwrap_or_else(|_| Err(writer_gone()))
            }
            Kind::Pg(pg) => {
                let written = pg.note(into, notes).await;
                Ok(written.unwrap_or_else(|_| Err(Fault::new("the thread that writes the log has stopped")))?)
            }
        }
    }

    /// Makes sure that what was deleted stands in none of the database's own files any more (SQLite). PostgreSQL keeps it
    /// until its own cleaning has run and its write-ahead files are gone.
    ///
    /// # Errors
    /// A [`Fault`] when somebody reads for so long that it cannot be done now.
    pub fn forget_deleted(&self) -> Result<(), Fault> {
        match &*self.0 {
            Kind::Lite(lite) => lite.forget_deleted(),
            Kind::Pg(_) => Ok(()),
        }
    }

    /// Copies the whole database into a file while it is in use (SQLite only).
    ///
    /// # Errors
    /// A [`Fault`] when it is PostgreSQL, or the file cannot be written.
    pub fn copy_to(&self, path: &std::path::Path) -> Result<(), Fault> {
        match &*self.0 {
            Kind::Lite(lite) => lite.copy_to(path),
            Kind::Pg(_) => Err(Fault::new("use pg_dump for a copy of PostgreSQL")),
        }
    }
}

/// Waiting on one of the web's own threads: it must first make room for the others.
fn apart<T>(work: impl FnOnce() -> T) -> T {
    match Handle::try_current() {
        Ok(handle) if handle.runtime_flavor() == RuntimeFlavor::MultiThread => tokio::task::block_in_place(work),
        _ => work(),
    }
}

async fn on_blocking_thread<T: Send + 'static>(work: impl FnOnce() -> Result<T, Error> + Send + 'static) -> Result<T, Error> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|_| Err(Error::fault("a database thread stopped")))
}

fn writer_gone() -> Error {
    Error::fault("the database writer has stopped")
}
