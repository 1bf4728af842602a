//! What requests note after they have read: one thread writes the notes of all who wait, with as few statements as can be and
//! one commit. A commit for each would cost five times as much.

use std::sync::OnceLock;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use tokio::sync::oneshot;

use super::super::insert::ROWS;
use super::super::{Inner, Insert, Note, Tx};
use super::connection::{Connection, connect};
use crate::error::Fault;

/// Notes that may wait in line; beyond that a caller waits to get in.
const LINE: usize = 1024;
/// Callers whose notes share a commit at most, so that nobody waits long behind a crowd.
const GROUP: usize = 128;

struct Noted {
    into: &'static Insert,
    rows: Vec<Note>,
    tell: oneshot::Sender<Result<(), Fault>>,
}

/// The line of those who have something to note. Its thread starts with the first of them and ends with the pool.
pub(super) struct Notes {
    url: String,
    line: OnceLock<SyncSender<Noted>>,
}

impl Notes {
    pub(super) fn at(url: &str) -> Notes {
        Notes { url: url.to_owned(), line: OnceLock::new() }
    }

    /// The receiver hears when the rows are durable, or why they are not. May wait for a place in the line.
    pub(super) fn put_in_line(&self, into: &'static Insert, rows: Vec<Note>) -> oneshot::Receiver<Result<(), Fault>> {
        let (tell, heard) = oneshot::channel();
        let line = self.line.get_or_init(|| start(self.url.clone()));
        // A closed line drops the note and with it the sender, so that the caller hears at once.
        drop(line.send(Noted { into, rows, tell }));
        heard
    }
}

fn start(url: String) -> SyncSender<Noted> {
    let (line, waiting) = sync_channel(LINE);
    let started = std::thread::Builder::new().name("database-notes".into()).spawn(move || note_in_groups(&url, &waiting));
    if started.is_err() {
        tracing::error!("the thread that writes the log could not start; nothing will be shown");
    }
    line
}

fn note_in_groups(url: &str, waiting: &Receiver<Noted>) {
    let mut connection = None;
    while let Ok(first) = waiting.recv() {
        let mut group = vec![first];
        while group.len() < GROUP
            && let Ok(next) = waiting.try_recv()
        {
            group.push(next);
        }
        let written = write(&mut connection, url, &group);
        for noted in group {
            // One note that cannot be written must not take the others with it.
            let outcome = written.clone().or_else(|_| write(&mut connection, url, std::slice::from_ref(&noted)));
            // Whoever asked may have gone away.
            drop(noted.tell.send(outcome));
        }
    }
}

fn write(connection: &mut Option<Connection>, url: &str, group: &[Noted]) -> Result<(), Fault> {
    let mut open = match connection.take().filter(|open| !open.is_closed()) {
        Some(open) => open,
        None => connect(url)?,
    };
    let rows: usize = group.iter().map(|noted| noted.rows.len()).sum();
    let alike = group.first().is_some_and(|first| group.iter().all(|noted| std::ptr::eq(noted.into, first.into)));
    // One statement is a transaction by itself.
    let alone = alike && rows <= ROWS;
    if !alone {
        open.begin("BEGIN");
    }
    let mut tx = Tx::new(Inner::Pg(&mut open));
    let mut noted = Ok(());
    for same in group.chunk_by(|one, next| std::ptr::eq(one.into, next.into)) {
        let rows: Vec<Note> = same.iter().flat_map(|noted| noted.rows.iter().cloned()).collect();
        noted = noted.and_then(|()| same.first().map_or(Ok(()), |noted| tx.insert(noted.into, &rows)));
    }
    match noted {
        Ok(()) if alone => open.flush()?,
        Ok(()) => open.commit()?,
        Err(_) => open.end("ROLLBACK"),
    }
    *connection = Some(open);
    noted
}
