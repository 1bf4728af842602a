//! SQLite: readers in place, and one writer that runs all waiting commands and makes them durable with one `fsync`.

use std::fs;
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};

use rusqlite::config::DbConfig;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, OpenFlags, params_from_iter};
use tokio::sync::oneshot;

use super::{ATTEMPTS, Inner, MAX_ROWS, Row, Tx, Value};
use crate::error::{Error, Fault};

/// Commands that may wait in line; beyond that a caller waits to get in.
const LINE: usize = 1024;
/// Commands that share one commit at most, so that nobody waits long behind a crowd.
const GROUP: usize = 256;
/// Idle readers kept open.
const READERS: usize = 16;

/// Told whether the shared commit went well.
type Answer = Box<dyn FnOnce(Result<(), Fault>) + Send>;
/// Handed the connection with a transaction begun, or why none could be: then it must change nothing.
type Work = Box<dyn FnOnce(Result<&Connection, Fault>) -> Answer + Send>;

pub(super) struct Lite {
    path: String,
    readers: Mutex<Vec<Connection>>,
    line: SyncSender<Work>,
}

impl Lite {
    pub(super) fn open(path: &str) -> Result<Lite, Fault> {
        private_file(Path::new(path))?;
        let writer = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        write_ahead(&writer)?;
        // One connection writes everything, and the log's indexes are large: what it has to read again costs every caller.
        writer.execute_batch("PRAGMA cache_size = -32000").map_err(|e| fault(&e))?;
        let (line, waiting) = sync_channel(LINE);
        std::thread::Builder::new()
            .name("database-writer".into())
            .spawn(move || write_in_groups(&writer, &waiting))
            .map_err(|_| Fault::new("the writer thread could not start"))?;
        Ok(Lite { path: path.to_owned(), readers: Mutex::new(Vec::new()), line })
    }

    pub(super) fn read<T>(&self, ask: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>) -> Result<T, Error> {
        let reader = self.reader()?;
        run_plain(&reader, "BEGIN DEFERRED")?;
        let mut tx = Tx::new(Inner::Lite(&reader));
        let answer = ask(&mut tx);
        let answer = tx.settle(answer);
        run_plain(&reader, "COMMIT")?;
        let mut idle = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < READERS {
            idle.push(reader);
        }
        answer
    }

    fn reader(&self) -> Result<Connection, Fault> {
        let idle = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        idle.map_or_else(|| connect(&self.path, OpenFlags::SQLITE_OPEN_READ_WRITE), Ok)
    }

    /// Puts the command in line. The receiver hears when it is durable, or why it is not.
    pub(super) fn write<T: Send + 'static>(
        &self,
        command: impl Fn(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    ) -> oneshot::Receiver<Result<T, Error>> {
        let (tell, heard) = oneshot::channel();
        let work: Work = Box::new(move |begun| {
            let outcome = begun.map_err(Error::Fault).and_then(|connection| in_savepoint(connection, &command));
            Box::new(move |committed| {
                let answer = match committed {
                    Ok(()) => outcome,
                    Err(fault) => Err(Error::Fault(fault)),
                };
                // The caller may have gone away; the command stands all the same.
                drop(tell.send(answer));
            })
        });
        // A closed line drops the work and with it the sender, so that the caller hears at once.
        drop(self.line.send(work));
        heard
    }

    pub(super) fn copy_to(&self, path: &Path) -> Result<(), Fault> {
        let reader = self.reader()?;
        reader.backup("main", path, None::<fn(rusqlite::backup::Progress)>).map_err(|e| fault(&e))
    }

    /// The write-ahead file still holds deleted rows: it is folded into the database, where they are written over, and emptied.
    pub(super) fn forget_deleted(&self) -> Result<(), Fault> {
        let reader = self.reader()?;
        let busy: i64 = reader.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0)).map_err(|e| fault(&e))?;
        if busy == 0 { Ok(()) } else { Err(Fault::new("the write-ahead file could not be emptied; try again")) }
    }
}

/// A new database is for the service alone, and so are the files SQLite makes beside it, which follow its mode. Made by root in
/// the service's folder it is the service's: otherwise the first restore would leave a file that the service cannot open.
fn private_file(path: &Path) -> Result<(), Fault> {
    let Ok(made) = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) else { return Ok(()) };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (Ok(made), Ok(folder)) = (made.metadata(), fs::metadata(folder)) else { return Ok(()) };
    if made.uid() == 0 && folder.uid() != 0 {
        std::os::unix::fs::chown(path, Some(folder.uid()), Some(folder.gid()))
            .map_err(|_| Fault::new("the new database file cannot be given to the owner of its folder"))?;
    }
    Ok(())
}

/// Only with a write-ahead log do readers and the writer leave each other in peace. Two processes that open a new file at
/// the same moment meet here, and SQLite then answers at once instead of waiting.
fn write_ahead(writer: &Connection) -> Result<(), Fault> {
    let mut attempt = 0;
    let mode = loop {
        attempt += 1;
        let asked = writer.query_row("PRAGMA journal_mode = WAL", [], |row| row.get::<_, String>(0));
        match asked.map_err(|e| fault(&e)) {
            Err(fault) if fault.is_retry() && attempt < ATTEMPTS => crate::clock::wait_a_little(attempt),
            settled => break settled?,
        }
    };
    if mode != "wal" {
        return Err(Fault::new("the database file cannot keep a write-ahead log; put it on a local disk"));
    }
    writer.execute_batch("PRAGMA synchronous = FULL").map_err(|e| fault(&e))
}

fn connect(path: &str, flags: OpenFlags) -> Result<Connection, Fault> {
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)
        .map_err(|_| Fault::new("the database file cannot be opened; check that its folder exists and may be written"))?;
    connection.set_prepared_statement_cache_capacity(256);
    // Otherwise SQLite reads a prepared statement anew whenever a parameter differs from the last time, in case another
    // plan should fit that value better: a third of a page's work, for plans that must not change with a value anyway.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(|e| fault(&e))?;
    connection
        .execute_batch(
            "PRAGMA busy_timeout = 10000; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;
             PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -4000;",
        )
        .map_err(|e| fault(&e))?;
    Ok(connection)
}

fn write_in_groups(connection: &Connection, waiting: &Receiver<Work>) {
    while let Ok(first) = waiting.recv() {
        let mut answers = Vec::new();
        let mut group = run_plain(connection, "BEGIN IMMEDIATE");
        let mut next = Some(first);
        while let Some(work) = next.take() {
            answers.push(work(group.clone().map(|()| connection)));
            // A full disk ends the whole transaction, not only the savepoint: then nobody's command is kept.
            if group.is_ok() && connection.is_autocommit() {
                group = Err(Fault::new("the database ended the transaction; is the disk full?"));
            }
            if group.is_ok() && answers.len() < GROUP {
                next = waiting.try_recv().ok();
            }
        }
        let committed = group.and_then(|()| run_plain(connection, "COMMIT"));
        if committed.is_err() && !connection.is_autocommit() {
            drop(run_plain(connection, "ROLLBACK"));
        }
        for answer in answers {
            answer(committed.clone());
        }
    }
}

/// A command that says no takes back its own changes and nobody else's. One that panics is a fault of its own: the
/// thread that everybody's changes go through lives on.
fn in_savepoint<T>(connection: &Connection, command: &impl Fn(&mut Tx<'_>) -> Result<T, Error>) -> Result<T, Error> {
    let mut attempt = 0;
    loop {
        attempt += 1;
        run_plain(connection, "SAVEPOINT command")?;
        let ran = catch_unwind(AssertUnwindSafe(|| {
            let mut tx = Tx::new(Inner::Lite(connection));
            let outcome = command(&mut tx);
            tx.settle(outcome)
        }));
        let outcome = ran.unwrap_or_else(|_| Err(Error::fault("a command stopped in the middle")));
        if outcome.is_err() {
            run_plain(connection, "ROLLBACK TO command")?;
        }
        run_plain(connection, "RELEASE command")?;
        match outcome {
            Err(Error::Fault(fault)) if fault.is_retry() && attempt < ATTEMPTS => {}
            settled => return settled,
        }
    }
}

fn run_plain(connection: &Connection, sql: &str) -> Result<(), Fault> {
    let mut statement = connection.prepare_cached(sql).map_err(|e| fault(&e))?;
    statement.raw_execute().map(|_| ()).map_err(|e| fault(&e))
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        use rusqlite::types::ToSqlOutput;
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Int(value) => ValueRef::Integer(*value),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Blob(bytes) => ValueRef::Blob(bytes),
            Value::Null => ValueRef::Null,
        }))
    }
}

fn prepare<'c>(connection: &'c Connection, sql: &str, args: &[Value]) -> Result<rusqlite::CachedStatement<'c>, Fault> {
    let statement = connection.prepare_cached(sql).map_err(|e| fault(&e))?;
    // SQLite binds nothing in silence for a parameter that is left out.
    if statement.parameter_count() != args.len() {
        return Err(Fault::new("the statement and its parameters differ in number"));
    }
    // It also numbers `$n` by first appearance, so a statement out of order would bind the wrong values.
    let number = |n: usize| statement.parameter_name(n)?.strip_prefix('$')?.parse::<usize>().ok();
    if (1..=args.len()).any(|n| number(n) != Some(n)) {
        return Err(Fault::new("the statement's parameters are not in order of appearance"));
    }
    Ok(statement)
}

pub(super) fn rows(connection: &Connection, sql: &str, args: &[Value]) -> Result<Vec<Row>, Fault> {
    let mut statement = prepare(connection, sql, args)?;
    let columns = statement.column_count();
    let mut found = statement.query(params_from_iter(args)).map_err(|e| fault(&e))?;
    let mut rows = Vec::new();
    while let Some(row) = found.next().map_err(|e| fault(&e))? {
        if rows.len() == MAX_ROWS {
            return Err(Fault::new("a statement gave too many rows"));
        }
        let cells: Result<Vec<Value>, Fault> = (0..columns).map(|at| cell(row, at)).collect();
        rows.push(Row(cells?));
    }
    Ok(rows)
}

fn cell(row: &rusqlite::Row<'_>, at: usize) -> Result<Value, Fault> {
    Ok(match row.get_ref(at).map_err(|e| fault(&e))? {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(value) => Value::Int(value),
        ValueRef::Text(bytes) => Value::Text(String::from_utf8_lossy(bytes).into_owned()),
        ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
        ValueRef::Real(_) => return Err(Fault::new("a number with decimals came where none is kept")),
    })
}

pub(super) fn run(connection: &Connection, sql: &str, args: &[Value]) -> Result<u64, Fault> {
    let mut statement = prepare(connection, sql, args)?;
    let changed = statement.execute(params_from_iter(args)).map_err(|e| fault(&e))?;
    Ok(u64::try_from(changed).unwrap_or(u64::MAX))
}

/// `STRICT` makes SQLite as particular about types as PostgreSQL is.
pub(super) fn script(connection: &Connection, sql: &str) -> Result<(), Fault> {
    let strict = sql.replace("\n);", "\n) STRICT;");
    connection.execute_batch(&strict).map_err(|e| fault(&e))
}

pub(super) fn tables(connection: &Connection) -> Result<Vec<String>, Fault> {
    let found = rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'", &[])?;
    found.iter().map(|row| row.text(0).map(str::to_owned)).collect()
}

/// Every column of every table, its place in the key or nought, and its type.
pub(super) fn columns(connection: &Connection) -> Result<Vec<Row>, Fault> {
    rows(
        connection,
        "SELECT t.name, c.name, c.pk, c.type FROM sqlite_schema t JOIN pragma_table_info(t.name) c
         WHERE t.type = 'table' AND substr(t.name, 1, 7) <> 'sqlite_' ORDER BY t.name, c.cid",
        &[],
    )
}

/// What makes an answer durable, as this connection has it.
pub(super) fn durability(connection: &Connection) -> Result<Vec<(&'static str, String)>, Fault> {
    let journal: String = connection.query_row("PRAGMA journal_mode", [], |row| row.get(0)).map_err(|e| fault(&e))?;
    let synchronous: i64 = connection.query_row("PRAGMA synchronous", [], |row| row.get(0)).map_err(|e| fault(&e))?;
    Ok(vec![("journal_mode", journal), ("synchronous", synchronous.to_string())])
}

/// The columns of a table; the name has been checked.
pub(super) fn columns_of(connection: &Connection, table: &str) -> Result<Vec<String>, Fault> {
    let found = rows(connection, "SELECT name FROM pragma_table_info($1) ORDER BY cid", &[Value::from(table)])?;
    found.iter().map(|row| row.text(0).map(str::to_owned)).collect()
}

/// Hands over the rows of a query one by one.
pub(super) fn walk(connection: &Connection, sql: &str, each: &mut dyn FnMut(&Row) -> Result<(), Fault>) -> Result<(), Fault> {
    let mut statement = connection.prepare(sql).map_err(|e| fault(&e))?;
    let columns = statement.column_count();
    let mut found = statement.query([]).map_err(|e| fault(&e))?;
    while let Some(row) = found.next().map_err(|e| fault(&e))? {
        let cells: Result<Vec<Value>, Fault> = (0..columns).map(|at| cell(row, at)).collect();
        each(&Row(cells?))?;
    }
    Ok(())
}

pub(super) fn dump(connection: &Connection, table: &str) -> Result<Vec<Row>, Fault> {
    rows(connection, &format!("SELECT * FROM {table}"), &[])
}

fn fault(error: &rusqlite::Error) -> Fault {
    match error {
        rusqlite::Error::SqliteFailure(code, _) => match code.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Fault::retry("the database file is busy"),
            ErrorCode::ConstraintViolation if matches!(code.extended_code, 1555 | 2067) => {
                Fault::unique("a unique key is there already")
            }
            _ => Fault::new(format!("SQLite said no (code {})", code.extended_code)),
        },
        rusqlite::Error::SqlInputError { msg, .. } => Fault::new(format!("SQLite cannot read a statement: {msg}")),
        other => Fault::new(format!("SQLite said no: {}", kind_of(other))),
    }
}

/// Only the kind: a message could carry a value.
fn kind_of(error: &rusqlite::Error) -> String {
    let shown = format!("{error:?}");
    shown.chars().take_while(char::is_ascii_alphanumeric).collect()
}
