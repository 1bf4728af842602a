//! Bare SQLite: readers in place, one writer for all who wait.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::Made;
use crate::part::{MAKE, READ, RECORD};

/// Hears whether a commit went well.
pub type Tell = Box<dyn FnOnce(Result<(), String>) + Send>;

struct Job {
    made: Vec<Made>,
    tell: Tell,
}

/// The file and its writer.
pub struct Lite {
    path: String,
    line: SyncSender<Job>,
}

/// One caller.
pub struct Caller {
    reader: Connection,
    line: SyncSender<Job>,
}

impl Lite {
    pub fn open(path: &str) -> Result<Lite, String> {
        let writer = connect(path)?;
        let (line, waiting) = sync_channel(1024);
        std::thread::spawn(move || write(&writer, &waiting));
        Ok(Lite { path: path.to_owned(), line })
    }

    pub fn caller(&self) -> Result<Caller, String> {
        Ok(Caller { reader: connect(&self.path)?, line: self.line.clone() })
    }

    /// Puts these in the writer's line, which tells when they are durable.
    pub fn put_in_line(&self, made: Vec<Made>, tell: Tell) -> Result<(), String> {
        self.line.send(Job { made, tell }).map_err(|_| "the writer stopped".to_owned())
    }
}

fn connect(path: &str) -> Result<Connection, String> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(said_no)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(said_no)?;
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000;").map_err(said_no)?;
    Ok(connection)
}

fn write(connection: &Connection, waiting: &Receiver<Job>) {
    while let Ok(first) = waiting.recv() {
        let mut group = vec![first];
        let mut outcome = connection.execute_batch("BEGIN IMMEDIATE");
        let mut at = 0;
        while let Some(job) = group.get(at) {
            outcome = outcome.and_then(|()| job.made.iter().try_for_each(|made| insert(connection, made)));
            at += 1;
            group.extend(waiting.try_recv().ok().filter(|_| at < 256));
        }
        let outcome = outcome.and_then(|()| connection.execute_batch("COMMIT")).map_err(said_no);
        if outcome.is_err() {
            drop(connection.execute_batch("ROLLBACK"));
        }
        for job in group {
            (job.tell)(outcome.clone());
        }
    }
}

fn insert(connection: &Connection, made: &Made) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(MAKE)?;
    statement.execute((&made.id, &made.person, "2026-11-20T09:00:00Z", &made.content)).map(|_| ())
}

impl Caller {
    pub fn read(&mut self, person: &str, row: &str) -> Result<usize, String> {
        let mut statement = self.reader.prepare_cached(READ).map_err(said_no)?;
        let found: (String, Vec<u8>, String) =
            statement.query_row((person, row), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).map_err(said_no)?;
        Ok(found.1.len())
    }

    pub fn record(&mut self, person: &str) -> Result<usize, String> {
        let mut statement = self.reader.prepare_cached(RECORD).map_err(said_no)?;
        let found: rusqlite::Result<Vec<(String, String, Vec<u8>, String)>> = statement
            .query_map([person], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
            .map_err(said_no)?
            .collect();
        Ok(found.map_err(said_no)?.len())
    }

    /// Inserts these in a commit of the caller's own, waiting for its turn at the file.
    pub fn insert_alone(&mut self, made: &[Made]) -> Result<(), String> {
        let own = &self.reader;
        let done = own
            .execute_batch("BEGIN IMMEDIATE")
            .and_then(|()| made.iter().try_for_each(|made| insert(own, made)).and_then(|()| own.execute_batch("COMMIT")));
        if done.is_err() && !own.is_autocommit() {
            drop(own.execute_batch("ROLLBACK"));
        }
        done.map_err(said_no)
    }

    pub fn insert(&mut self, made: Vec<Made>) -> Result<(), String> {
        let (done, heard) = sync_channel(1);
        let tell: Tell = Box::new(move |outcome| drop(done.send(outcome)));
        self.line.send(Job { made, tell }).map_err(|_| "the writer stopped".to_owned())?;
        heard.recv().map_err(|_| "the writer stopped")?
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to map_err")]
fn said_no(error: rusqlite::Error) -> String {
    error.to_string()
}
