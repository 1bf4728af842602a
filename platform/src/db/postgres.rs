//! PostgreSQL: a small pool of connections, serializable commands, and another try when two commands met.

use std::collections::HashMap;
use std::error::Error as _;
use std::net::IpAddr;
use std::sync::{Condvar, Mutex, PoisonError};

use ::postgres::types::{IsNull, ToSql, Type, private::BytesMut};
use ::postgres::config::{Host, SslMode};
use ::postgres::{Client, Config, Statement};

use super::{ATTEMPTS, Inner, MAX_ROWS, Row, Tx, Value, apart};
use crate::clock::wait_a_little;
use crate::error::{Error, Fault};

/// Connections one process holds at most.
const CONNECTIONS: usize = 16;
/// Limits on every connection: nothing may hang, a forgotten transaction may not hold others up, and an answer waits for
/// the disk also on a server that is set up not to.
const LIMITS: &str = "SET statement_timeout = '60s'; SET idle_in_transaction_session_timeout = '60s';
    SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";

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
        apart(|| {
            let mut lent = pg.take()?;
            lent.connection()?.make_schema()?;
            lent.give_back();
            Ok(pg)
        })
    }

    pub(super) fn read<T>(&self, ask: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>) -> Result<T, Error> {
        self.once("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", ask)
    }

    /// One snapshot to read from, and lines with new keys written at its end: nothing that two requests could meet over.
    pub(super) fn read_and_write<T>(&self, ask: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>) -> Result<T, Error> {
        self.once("BEGIN ISOLATION LEVEL REPEATABLE READ", ask)
    }

    /// A panic in `ask` drops the lent connection on its way out: the server rolls back, and the pool counts one less.
    fn once<T>(&self, begin: &str, ask: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>) -> Result<T, Error> {
        apart(|| {
            let mut lent = self.begin(begin)?;
            let connection = lent.connection()?;
            let mut tx = Tx::new(Inner::Pg(connection));
            let answer = ask(&mut tx);
            let answer = tx.settle(answer);
            let ended = lent.connection()?.plain(if answer.is_ok() { "COMMIT" } else { "ROLLBACK" });
            // A commit that met another is over too; after any other failure nobody knows where the connection stands.
            if ended.as_ref().map_or_else(Fault::is_retry, |()| true) {
                lent.give_back();
            }
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

    /// A connection with a transaction begun. The server may have ended those that lay idle, so a fresh one is tried last.
    fn begin(&self, begin: &str) -> Result<Lent<'_>, Fault> {
        loop {
            let mut lent = self.take()?;
            match lent.connection()?.plain(begin) {
                Ok(()) => return Ok(lent),
                Err(fault) if lent.fresh => return Err(fault),
                Err(_) => {}
            }
        }
    }

    fn take(&self) -> Result<Lent<'_>, Fault> {
        let mut pool = self.pool.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(connection) = pool.idle.pop() {
                return Ok(Lent { pg: self, connection: Some(connection), fresh: false });
            }
            if pool.open < CONNECTIONS {
                pool.open += 1;
                drop(pool);
                // The place is given back by `Lent`, also when no connection comes.
                let mut lent = Lent { pg: self, connection: None, fresh: true };
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
    fresh: bool,
}

impl Lent<'_> {
    fn connection(&mut self) -> Result<&mut Connection, Fault> {
        self.connection.as_mut().ok_or_else(|| Fault::new("the connection has been given back"))
    }

    fn give_back(mut self) {
        let connection = self.connection.take().filter(|connection| !connection.client.is_closed());
        if let Some(connection) = connection {
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

fn connect(url: &str) -> Result<Connection, Fault> {
    let mut address: Config =
        url.parse().map_err(|_| Fault::new("the PostgreSQL address cannot be read; it is postgres://user@host/name"))?;
    // Over a network only with TLS and a certificate that holds; on this machine there is nobody in between.
    if !url.contains("sslmode=") {
        let near = address.get_hosts().iter().all(is_near);
        address.ssl_mode(if near { SslMode::Disable } else { SslMode::Require });
    }
    let tls = super::tls::connector()?;
    let client = apart(|| address.connect(tls)).map_err(|_| {
        Fault::new("PostgreSQL cannot be reached; check the database address, its certificate and that the server is running")
    })?;
    let mut connection = Connection { client, prepared: HashMap::new() };
    connection.plain(LIMITS)?;
    Ok(connection)
}

fn is_near(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => name == "localhost" || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback()),
        Host::Unix(_) => true,
    }
}

impl Connection {
    fn plain(&mut self, sql: &str) -> Result<(), Fault> {
        self.client.batch_execute(sql).map_err(|e| fault(&e))
    }

    fn prepare(&mut self, sql: &'static str, args: &[Value]) -> Result<Statement, Fault> {
        let statement = match self.prepared.get(sql) {
            Some(statement) => statement.clone(),
            None => {
                in_order(sql)?;
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

    /// The schema that the address names, when it is not there yet: the key store's own, beside the data.
    fn make_schema(&mut self) -> Result<(), Fault> {
        let found = self.rows("SELECT CAST(current_schema() AS TEXT), current_setting('search_path')", &[])?;
        let Some(row) = found.first() else { return Ok(()) };
        let wanted = row.text(1)?;
        if row.text_or_null(0)?.is_some() || wanted.is_empty() {
            return Ok(());
        }
        if !wanted.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_') {
            return Err(Fault::new("the schema in the database address is not there; make it, or check its name"));
        }
        let make = format!("CREATE SCHEMA IF NOT EXISTS {wanted}");
        // Two processes that start together may both try; the loser finds it there.
        self.plain(&make).or_else(|fault| if fault.is_unique() { self.plain(&make) } else { Err(fault) })
    }

    /// What makes an answer durable, as this connection has it.
    pub(super) fn durability(&mut self) -> Result<Vec<(&'static str, String)>, Fault> {
        let rows = self.rows(
            "SELECT current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit')",
            &[],
        )?;
        let Some(row) = rows.first() else { return Ok(Vec::new()) };
        let setting = |at: usize| row.text(at).map(str::to_owned);
        Ok(vec![("fsync", setting(0)?), ("full_page_writes", setting(1)?), ("synchronous_commit", setting(2)?)])
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

/// PostgreSQL would bind `$2 … $1` as numbered, SQLite as they appear: neither may meet such a statement.
fn in_order(sql: &str) -> Result<(), Fault> {
    let mut highest = 0_u32;
    for after in sql.split('$').skip(1) {
        let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
        let Ok(number) = digits.parse::<u32>() else { continue };
        if number > highest + 1 {
            return Err(Fault::new("the statement's parameters are not in order of appearance"));
        }
        highest = highest.max(number);
    }
    Ok(())
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
