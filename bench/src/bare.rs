//! The same work done bare: the same clients on the same tables, with no door, no decision, no log and no sealing.
//!
//! On SQLite a caller reads in place and hands its writes to one thread that commits for all who wait: the cheapest durable
//! write there is, and a harder measure than a commit for each. On PostgreSQL each caller has a connection of its own.

mod lite;
mod pg;

use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::oneshot;

/// What a bare insert writes: a key, a time and as many bytes as a sealed line.
pub struct Made {
    /// Random key.
    pub id: String,
    /// About whom.
    pub person: String,
    /// Content.
    pub content: Vec<u8>,
}

impl Made {
    /// The n-th thing that is made in a run.
    pub fn nth(person: &str, n: u64, part: u64) -> Made {
        let high = (n ^ (part << 56)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Made { id: format!("{high:016x}{n:012x}{part:04x}"), person: person.to_owned(), content: vec![b'x'; 160] }
    }
}

/// One caller's own connection.
pub enum Caller {
    /// SQLite.
    Lite(lite::Caller),
    /// PostgreSQL.
    Pg(pg::Caller),
}

impl Caller {
    /// One row of a person's, by id; the length of what it holds.
    pub fn read(&mut self, person: &str, row: &str) -> Result<usize, String> {
        match self {
            Caller::Lite(caller) => caller.read(person, row),
            Caller::Pg(caller) => caller.read(person, row),
        }
    }

    /// All rows of a person; how many.
    pub fn record(&mut self, person: &str) -> Result<usize, String> {
        match self {
            Caller::Lite(caller) => caller.record(person),
            Caller::Pg(caller) => caller.record(person),
        }
    }

    /// Inserts these in one commit.
    pub fn insert(&mut self, made: Vec<Made>) -> Result<(), String> {
        match self {
            Caller::Lite(caller) => caller.insert(made),
            Caller::Pg(caller) => caller.insert(&made),
        }
    }
}

impl Caller {
    /// Inserts these in a commit that is shared with nobody: what a service does that does not group its commits.
    pub fn insert_alone(&mut self, made: Vec<Made>) -> Result<(), String> {
        match self {
            Caller::Lite(caller) => caller.insert_alone(&made),
            Caller::Pg(caller) => caller.insert(&made),
        }
    }
}

/// A database as bare callers see it. Connections are kept from one turn to the next.
#[derive(Clone)]
pub struct Bare(Arc<Inner>);

struct Inner {
    lite: Option<lite::Lite>,
    url: String,
    idle: Mutex<Vec<Caller>>,
}

impl Bare {
    /// The database at an address of ours.
    pub fn open(url: &str) -> Result<Bare, String> {
        let lite = url.strip_prefix("sqlite://").map(lite::Lite::open).transpose()?;
        Ok(Bare(Arc::new(Inner { lite, url: url.to_owned(), idle: Mutex::default() })))
    }

    /// Whether a caller may work on the thread it is on.
    pub fn is_in_place(&self) -> bool {
        self.0.lite.is_some()
    }

    /// Hands these to the writer, where there is one, and tells when they are durable without holding a thread.
    pub fn put_in_line(&self, made: Vec<Made>) -> Option<oneshot::Receiver<Result<(), String>>> {
        let (tell, heard) = oneshot::channel();
        let refused = self.0.lite.as_ref()?.put_in_line(made, Box::new(move |outcome| drop(tell.send(outcome))));
        // A writer that is gone has dropped the sender, which the caller hears.
        drop(refused);
        Some(heard)
    }

    fn connect(&self) -> Result<Caller, String> {
        match &self.0.lite {
            Some(lite) => Ok(Caller::Lite(lite.caller()?)),
            None => Ok(Caller::Pg(pg::Caller::open(&self.0.url)?)),
        }
    }

    /// A caller with a connection, given back when it is dropped.
    pub fn caller(&self) -> Result<Lent, String> {
        let idle = self.0.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let caller = idle.map_or_else(|| self.connect(), Ok)?;
        Ok(Lent { caller: Some(caller), home: self.clone() })
    }
}

/// A lent connection.
pub struct Lent {
    caller: Option<Caller>,
    home: Bare,
}

impl std::ops::Deref for Lent {
    type Target = Caller;
    fn deref(&self) -> &Caller {
        self.caller.as_ref().expect("it is taken out only when dropped")
    }
}

impl std::ops::DerefMut for Lent {
    fn deref_mut(&mut self) -> &mut Caller {
        self.caller.as_mut().expect("it is taken out only when dropped")
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        self.home.0.idle.lock().unwrap_or_else(PoisonError::into_inner).extend(self.caller.take());
    }
}
