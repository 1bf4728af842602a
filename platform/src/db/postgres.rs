//! PostgreSQL: a small pool of connections, serializable commands, and another try when two commands met.

mod cells;
mod connection;
mod notes;
mod whole;

use std::sync::{Condvar, Mutex, PoisonError};

pub(super) use connection::Connection;
use connection::connect;
use notes::Notes;
use tokio::sync::oneshot;

use super::{ATTEMPTS, Inner, Insert, Note, Tx, apart};
use crate::clock::wait_a_little;
use crate::error::{Error, Fault};

/// Connections one process holds at most, beside the one that notes.
const CONNECTIONS: usize = 16;

pub(super) struct Pg {
    url: String,
    pool: Mutex<Pool>,
    freed: Condvar,
    notes: Notes,
}

#[derive(Default)]
struct Pool {
    idle: Vec<Connection>,
    open: usize,
}

impl Pg {
    pub(super) fn open(url: &str) -> Result<Pg, Fault> {
        let notes = Notes::at(url);
        let pg = Pg { url: url.to_owned(), pool: Mutex::default(), freed: Condvar::new(), notes };
        apart(|| {
            let mut lent = pg.take()?;
            lent.connection()?.make_schema()?;
            lent.give_back();
            Ok(pg)
        })
    }

    /// Reads from one snapshot.
    pub(super) fn read<T>(&self, ask: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>) -> Result<T, Error> {
        apart(|| {
            let mut lent = self.take()?;
            let connection = lent.connection()?;
            connection.begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
            let mut tx = Tx::new(Inner::Pg(connection));
            let answer = ask(&mut tx);
            let answer = tx.settle(answer);
            lent.connection()?.end("COMMIT");
            lent.give_back();
            answer
        })
    }

    /// Writes these rows, many callers' at once; the receiver hears when they are durable.
    pub(super) fn note(&self, into: &'static Insert, rows: Vec<Note>) -> oneshot::Receiver<Result<(), Fault>> {
        self.notes.put_in_line(into, rows)
    }

    pub(super) fn write<T>(&self, command: &impl Fn(&mut Tx<'_>) -> Result<T, Error>) -> Result<T, Error> {
        apart(|| {
            let mut attempt = 0;
            loop {
                attempt += 1;
                match self.write_once(command) {
                    Err(Error::Fault(fault)) if fault.is_retry() && attempt < ATTEMPTS => wait_a_little(attempt),
                    settled => return settled,
                }
            }
        })
    }

    /// A panic in the command drops the lent connection on its way out: the server rolls back, and the pool counts one less.
    fn write_once<T>(&self, command: &impl Fn(&mut Tx<'_>) -> Result<T, Error>) -> Result<T, Error> {
        let mut lent = self.take()?;
        let connection = lent.connection()?;
        connection.begin("BEGIN ISOLATION LEVEL SERIALIZABLE");
        let mut tx = Tx::new(Inner::Pg(connection));
        let answer = command(&mut tx);
        let answer = tx.settle(answer);
        let connection = lent.connection()?;
        let committed = match &answer {
            Ok(_) => connection.commit(),
            Err(_) => {
                connection.end("ROLLBACK");
                Ok(())
            }
        };
        // A commit that met another is over too; after any other failure nobody knows where the connection stands.
        if committed.as_ref().map_or_else(|fault| fault.is_retry() || fault.is_unique(), |()| true) {
            lent.give_back();
        }
        committed?;
        answer
    }

    fn take(&self) -> Result<Lent<'_>, Fault> {
        let mut pool = self.pool.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(connection) = pool.idle.pop() {
                return Ok(Lent { pg: self, connection: Some(connection) });
            }
            if pool.open < CONNECTIONS {
                pool.open += 1;
                drop(pool);
                // The place is given back by `Lent`, also when no connection comes.
                let mut lent = Lent { pg: self, connection: None };
                lent.connection = Some(connect(&self.url)?);
                return Ok(lent);
            }
            pool = self.freed.wait(pool).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// A connection out of the pool. It goes back only when whoever had it says that it is as it was; otherwise it is closed.
struct Lent<'p> {
    pg: &'p Pg,
    connection: Option<Connection>,
}

impl Lent<'_> {
    fn connection(&mut self) -> Result<&mut Connection, Fault> {
        self.connection.as_mut().ok_or_else(|| Fault::new("the connection has been given back"))
    }

    fn give_back(mut self) {
        if let Some(connection) = self.connection.take().filter(|connection| !connection.is_closed()) {
            let mut pool = self.pg.pool.lock().unwrap_or_else(PoisonError::into_inner);
            pool.idle.push(connection);
            // `Lent` takes one from the count as it goes.
            pool.open += 1;
        }
    }
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        drop(self.connection.take());
        let mut pool = self.pg.pool.lock().unwrap_or_else(PoisonError::into_inner);
        pool.open = pool.open.saturating_sub(1);
        drop(pool);
        self.pg.freed.notify_one();
    }
}

impl Drop for Pg {
    /// Connections must be closed outside the web's own threads.
    fn drop(&mut self) {
        let idle = std::mem::take(&mut self.pool.lock().unwrap_or_else(PoisonError::into_inner).idle);
        apart(|| drop(idle));
    }
}
