//! PostgreSQL: a small pool of connections, serializable commands, and another try when two commands met.

use std::collections::HashMap;
use std::error::Error as _;
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use ::postgres::types::{IsNull, ToSql, Type, private::BytesMut};
use ::postgres::{Client, NoTls, Statement};
use tokio::runtime::{Handle, RuntimeFlavor};

use super::{ATTEMPTS, Inner, MAX_ROWS, Row, Tx, Value};
use crate::error::{Error, Fault};

/// Connections one process holds at most.
const CONNECTIONS: usize = 16;
/// The longest a command that met another waits before it is run again.
const LONGEST_WAIT_MS: u64 = 40;
/// Limits on every connection: nothing may hang, and a forgotten transaction may not hold others up.
const LIMITS: &str = "SET statement_timeout = '60s'; SET idle_in_transaction_session_timeout = '60s'";

pub(super) struct Pg {
    url: String,
    pool: Mutex<Pool>,
    freed: Condvar,
}

#[derive(Default)]
struct Pool {
    idle: Vec<Connection>,
    open: usize,
}

/// One connection with the statements it has prepared.
pub(super) struct Connection {
    client: Client,
    prepared: HashMap<&'static str, Statement>,
}

impl Pg {
    pub(super) fn open(url: &str) -> Result<Pg, Fault> {
        let pg = Pg { url: url.to_owned(), pool: Mutex::default(), freed: Condvar::new() };
        let first = apart(|| connect(url))?;
        pg.give_back(first);
        pg.pool.lock().unwrap_or_else(PoisonError::into_inner).open = 1;
        Ok(pg)
    }

    pub(super) fn read<T>(&self, ask: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>) -> Result<T, Error> {
        self.once("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", ask)
    }

    /// One snapshot to read from, and lines with new keys written at its end: nothing that two requests could meet over.
    pub(super) fn read_and_write<T>(&self, ask: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>) -> Result<T, Error> {
        self.once("BEGIN ISOLATION LEVEL REPEATABLE READ", ask)
    }

    fn once<T>(&self, begin: &str, ask: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>) -> Result<T, Error> {
        apart(|| {
            let mut connection = self.begin(begin)?;
            let mut tx = Tx::new(Inner::Pg(&mut connection));
            let answer = ask(&mut tx);
            let answer = tx.settle(answer);
            let ended = connection.plain(if answer.is_ok() { "COMMIT" } else { "ROLLBACK" });
            self.put(connection);
            ended?;
            answer
        })
    }

    pub(super) fn write<T>(&self, command: &impl Fn(&mut Tx<'_>) -> Result<T, Error>) -> Result<T, Error> {
        apart(|| {
            let mut attempt = 0;
            loop {
                attempt += 1;
                match self.once("BEGIN ISOLATION LEVEL SERIALIZABLE", command) {
                    Err(Error::Fault(fault)) if fault.is_retry() && attempt < ATTEMPTS => wait_a_little(attempt),
                    settled => return settled,
                }
            }
        })
    }

    /// A connection with a transaction begun. The server may have ended one that lay idle, so a second is tried.
    fn begin(&self, begin: &str) -> Result<Connection, Fault> {
        loop {
            let mut connection = self.take()?;
            let fresh = connection.prepared.is_empty();
            match connection.plain(begin) {
                Ok(()) => return Ok(connection),
                Err(fault) if fresh => {
                    self.put(connection);
                    return Err(fault);
                }
                Err(_) => {
                    drop(connection);
                    self.lost();
                }
            }
        }
    }

    fn take(&self) -> Result<Connection, Fault> {
        let mut pool = self.pool.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(connection) = pool.idle.pop() {
                return Ok(connection);
            }
            if pool.open < CONNECTIONS {
                pool.open += 1;
                drop(pool);
                return connect(&self.url).inspect_err(|_| self.lost());
            }
            pool = self.freed.wait(pool).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn put(&self, connection: Connection) {
        if connection.client.is_closed() {
            self.lost();
        } else {
            self.give_back(connection);
        }
    }

    fn give_back(&self, connection: Connection) {
        self.pool.lock().unwrap_or_else(PoisonError::into_inner).idle.push(connection);
        self.freed.notify_one();
    }

    fn lost(&self) {
        let mut pool = self.pool.lock().unwrap_or_else(PoisonError::into_inner);
        pool.open = pool.open.saturating_sub(1);
        drop(pool);
        self.freed.notify_one();
    }
}

impl Drop for Pg {
    /// Connections must be closed outside the web's own threads.
    fn drop(&mut self) {
        let idle = std::mem::take(&mut self.pool.lock().unwrap_or_else(PoisonError::into_inner).idle);
        apart(|| drop(idle));
    }
}

/// The client waits by running a small loop of its own, which a web thread must first make room for.
fn apart<T>(work: impl FnOnce() -> T) -> T {
    match Handle::try_current() {
        Ok(handle) if handle.runtime_flavor() == RuntimeFlavor::MultiThread => tokio::task::block_in_place(work),
        _ => work(),
    }
}

/// Two commands that met must not meet again in step: each thread waits its own while, and longer each time.
fn wait_a_little(attempt: u32) {
    let most = (1_u64 << attempt.min(5)).min(LONGEST_WAIT_MS);
    std::thread::sleep(Duration::from_millis(crate::clock::any_up_to(most)));
}

fn connect(url: &str) -> Result<Connection, Fault> {
    let client = apart(|| Client::connect(url, NoTls)).map_err(|_| {
        Fault::new("PostgreSQL cannot be reached; check the database address and that the server is running")
    })?;
    let mut connection = Connection { client, prepared: HashMap::new() };
    connection.plain(LIMITS)?;
    Ok(connection)
}

impl Connection {
    fn plain(&mut self, sql: &str) -> Result<(), Fault> {
        self.client.batch_execute(sql).map_err(|e| fault(&e))
    }

    fn prepare(&mut self, sql: &'static str, args: &[Value]) -> Result<Statement, Fault> {
        let statement = match self.prepared.get(sql) {
            Some(statement) => statement.clone(),
            None => {
                let statement = self.client.prepare(sql).map_err(|e| fault(&e))?;
                self.prepared.insert(sql, statement.clone());
                statement
            }
        };
        if statement.params().len() == args.len() {
            Ok(statement)
        } else {
            Err(Fault::new("the statement and its parameters differ in number"))
        }
    }

    pub(super) fn rows(&mut self, sql: &'static str, args: &[Value]) -> Result<Vec<Row>, Fault> {
        let statement = self.prepare(sql, args)?;
        let args: Vec<&(dyn ToSql + Sync)> = args.iter().map(|value| value as &(dyn ToSql + Sync)).collect();
        let found = self.client.query(&statement, &args).map_err(|e| fault(&e))?;
        read_rows(&found)
    }

    pub(super) fn run(&mut self, sql: &'static str, args: &[Value]) -> Result<u64, Fault> {
        let statement = self.prepare(sql, args)?;
        let args: Vec<&(dyn ToSql + Sync)> = args.iter().map(|value| value as &(dyn ToSql + Sync)).collect();
        self.client.execute(&statement, &args).map_err(|e| fault(&e))
    }

    /// The portable types in PostgreSQL's words; text sorts by code point whatever the server's language.
    pub(super) fn script(&mut self, sql: &str) -> Result<(), Fault> {
        let words: Vec<&str> = sql.split_inclusive(|c: char| !c.is_ascii_alphanumeric() && c != '_').collect();
        let spoken: String = words.into_iter().map(in_postgres_words).collect();
        self.plain(&spoken)
    }

    pub(super) fn tables(&mut self) -> Result<Vec<String>, Fault> {
        let found = self.rows(
            "SELECT CAST(table_name AS TEXT) FROM information_schema.tables WHERE table_schema = current_schema()",
            &[],
        )?;
        found.iter().map(|row| row.text(0).map(str::to_owned)).collect()
    }

    pub(super) fn dump(&mut self, table: &str) -> Result<Vec<Row>, Fault> {
        let found = self.client.query(&format!("SELECT * FROM {table}"), &[]).map_err(|e| fault(&e))?;
        read_rows(&found)
    }
}

fn in_postgres_words(word: &str) -> String {
    let bare = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let tail = word.get(bare.len()..).unwrap_or_default();
    match bare {
        "INTEGER" => format!("BIGINT{tail}"),
        "BLOB" => format!("BYTEA{tail}"),
        "TEXT" => format!("TEXT COLLATE \"C\"{tail}"),
        _ => word.to_owned(),
    }
}

fn read_rows(found: &[::postgres::Row]) -> Result<Vec<Row>, Fault> {
    if found.len() > MAX_ROWS {
        return Err(Fault::new("a statement gave too many rows"));
    }
    found.iter().map(|row| (0..row.len()).map(|at| cell(row, at)).collect::<Result<_, _>>().map(Row)).collect()
}

fn cell(row: &::postgres::Row, at: usize) -> Result<Value, Fault> {
    let kind = row.columns().get(at).map(|column| column.type_().clone());
    let read = match kind {
        Some(Type::INT8) => row.try_get::<_, Option<i64>>(at).map(Value::from),
        Some(Type::INT4) => row.try_get::<_, Option<i32>>(at).map(|value| value.map(i64::from).into()),
        Some(Type::TEXT | Type::VARCHAR | Type::NAME) => row.try_get::<_, Option<String>>(at).map(Value::from),
        Some(Type::BYTEA) => row.try_get::<_, Option<Vec<u8>>>(at).map(Value::from),
        _ => return Err(Fault::new("a column has a type that is not kept; cast it")),
    };
    read.map_err(|e| fault(&e))
}

impl ToSql for Value {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match (self, ty) {
            (Value::Null, _) => Ok(IsNull::Yes),
            (Value::Int(value), &Type::INT4) => i32::try_from(*value)?.to_sql(ty, out),
            (Value::Int(value), _) => value.to_sql(ty, out),
            (Value::Text(text), _) => text.to_sql(ty, out),
            (Value::Blob(bytes), _) => bytes.to_sql(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    ::postgres::types::to_sql_checked!();
}

/// The state code and the server's own short message: details, which could carry a value, are left out.
fn fault(error: &::postgres::Error) -> Fault {
    let Some(answer) = error.as_db_error() else {
        let cause = error.source().is_some_and(|cause| cause.is::<std::io::Error>());
        return Fault::new(if cause { "the connection to PostgreSQL broke" } else { "PostgreSQL gave no answer" });
    };
    match answer.code().code() {
        "40001" | "40P01" => Fault::retry("two commands met"),
        "23505" => Fault::unique("a unique key is there already"),
        code => Fault::new(format!("PostgreSQL said no ({code}): {}", answer.message())),
    }
}
