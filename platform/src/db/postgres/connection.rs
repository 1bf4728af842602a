//! One connection. What needs no answer before the next message is sent with it: `BEGIN` and what is added travel with the
//! next statement that must be answered, at last with `COMMIT`, and nobody waits for the end of a transaction that only read.
//! The server runs them in the order in which they were asked for. A trip to it and back is what costs, on both sides.

use std::collections::HashMap;
use std::future::{Future, poll_fn};
use std::net::IpAddr;
use std::pin::{Pin, pin};
use std::task::Poll;

use tokio::runtime::{Builder, Runtime};
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Config, Error, Statement};

use super::super::{Row, Value, apart, tls};
use super::cells::{OF_ANOTHER_TYPE, fault, fits, read_rows};
use crate::error::Fault;

/// Limits on every connection: nothing may hang, a forgotten transaction may not hold others up, and an answer waits for
/// the disk also on a server that is set up not to.
const LIMITS: &str = "SET statement_timeout = '60s'; SET idle_in_transaction_session_timeout = '60s';
    SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";

/// How statements are planned. A page of a list is read in the order of its index: with pages that lie apart reckoned as dear
/// as on a turning disk, PostgreSQL would rather gather and sort all there is, which it takes for little where it is little for
/// most. And a statement is planned once for a connection, not for every set of arguments: ours are small, and planning them
/// was a third of what the server did for a page of many panels (decisions/0006).
const PLANS: &str = "SET random_page_cost = 1; SET plan_cache_mode = force_generic_plan";

/// A message on its way.
type Sent<'a> = Pin<Box<dyn Future<Output = Result<(), Error>> + 'a>>;

/// A connection with the statements it has prepared, and the small runtime that drives it on whatever thread has it.
pub(in crate::db) struct Connection {
    client: Client,
    runtime: Runtime,
    url: String,
    prepared: HashMap<&'static str, Statement>,
    /// How the transaction begins, as long as the server has not been told.
    begin: Option<&'static str>,
    /// What was added and travels with the next message.
    late: Vec<(&'static str, Vec<Value>)>,
    /// Whether it has answered before: then the server may have ended it while it lay idle.
    used: bool,
}

/// What went wrong, and whether the connection itself was gone.
pub(super) struct Trouble {
    fault: Fault,
    gone: bool,
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Trouble {
        Trouble { fault, gone: false }
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Trouble {
        let ended = |code: &str| code.starts_with("57P") || code.starts_with("08");
        let gone = error.as_db_error().map_or_else(|| error.is_closed() || is_broken(&error), |said| ended(said.code().code()));
        Trouble { fault: fault(&error), gone }
    }
}

fn is_broken(error: &Error) -> bool {
    std::error::Error::source(error).is_some_and(|cause| cause.is::<std::io::Error>())
}

/// Opens a connection.
pub(super) fn connect(url: &str) -> Result<Connection, Fault> {
    let mut address: Config =
        url.parse().map_err(|_| Fault::new("the PostgreSQL address cannot be read; it is postgres://user@host/name"))?;
    // Over a network only with TLS and a certificate that holds; on this machine there is nobody in between.
    if !url.contains("sslmode=") {
        let near = address.get_hosts().iter().all(is_near);
        address.ssl_mode(if near { SslMode::Disable } else { SslMode::Require });
    }
    let tls = tls::connector()?;
    let runtime = Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|_| Fault::new("the operating system gives no means to wait for PostgreSQL"))?;
    let opened = apart(|| {
        runtime.block_on(async {
            let (client, driver) = address.connect(tls).await?;
            // The driver ends with the connection; whoever waits for an answer hears why.
            drop(tokio::spawn(async move { drop(driver.await) }));
            client.batch_execute(LIMITS).await?;
            client.batch_execute(PLANS).await?;
            Ok::<Client, Error>(client)
        })
    });
    let client = opened.map_err(|_| {
        Fault::new("PostgreSQL cannot be reached; check the database address, its certificate and that the server is running")
    })?;
    let url = url.to_owned();
    Ok(Connection { client, runtime, url, prepared: HashMap::new(), begin: None, late: Vec::new(), used: false })
}

fn is_near(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => name == "localhost" || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback()),
        Host::Unix(_) => true,
    }
}

/// Sends all in this order, then waits for all; the first failure counts.
async fn together(mut sent: Vec<Option<Sent<'_>>>) -> Result<(), Error> {
    let mut first = Ok(());
    poll_fn(|context| {
        for waiting in &mut sent {
            if let Some(one) = waiting
                && let Poll::Ready(done) = one.as_mut().poll(context)
            {
                *waiting = None;
                first = std::mem::replace(&mut first, Ok(())).and(done);
            }
        }
        if sent.iter().all(Option::is_none) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    first
}

pub(super) fn as_parameters(args: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    args.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

impl Connection {
    pub(super) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    /// Begins a transaction, which the server hears of with the first statement.
    pub(super) fn begin(&mut self, how: &'static str) {
        self.begin = Some(how);
        self.late.clear();
    }

    /// Makes everything durable. Afterwards the transaction is over, whatever the answer.
    pub(super) fn commit(&mut self) -> Result<(), Fault> {
        if self.begin.is_some() && self.late.is_empty() {
            self.begin = None;
            return Ok(());
        }
        if self.begin.is_some() {
            // On a connection that turns out to be gone this much may be sent again; a commit may not.
            self.run_first(|own| own.send(async |_| Ok(())))?;
        }
        let done = self.send(async |client| client.batch_execute("COMMIT").await);
        self.late.clear();
        done.map_err(|trouble| trouble.fault)
    }

    /// Sends what waits to be sent, and waits until it is done: without a transaction around it, until it is durable.
    pub(super) fn flush(&mut self) -> Result<(), Fault> {
        let done = self.send(async |_| Ok(()));
        self.late.clear();
        done.map_err(|trouble| trouble.fault)
    }

    /// Ends a transaction of which nothing is kept or nothing was changed. The server is told, and nobody waits for it.
    pub(super) fn end(&mut self, how: &'static str) {
        self.late.clear();
        if self.begin.take().is_some() {
            return;
        }
        let client = &self.client;
        self.runtime.block_on(async {
            let mut ending = pin!(client.batch_execute(how));
            poll_fn(|context| {
                drop(ending.as_mut().poll(context));
                Poll::Ready(())
            })
            .await;
            // The driver gets its turn to write.
            tokio::task::yield_now().await;
        });
    }

    /// Runs this; `BEGIN` goes first when the server has not heard it. A connection that was ended while it lay idle is
    /// made anew, as long as nothing of the transaction has been done.
    pub(super) fn run_first<T>(&mut self, work: impl Fn(&mut Connection) -> Result<T, Trouble>) -> Result<T, Fault> {
        let begin = self.begin;
        let mut done = work(self);
        if done.as_ref().is_err_and(|trouble| trouble.gone) && begin.is_some() && self.used {
            let late = std::mem::take(&mut self.late);
            *self = Connection { begin, late, ..connect(&self.url)? };
            done = work(self);
        }
        self.used = true;
        done.map_err(|trouble| trouble.fault)
    }

    /// Sends this after all that waits to be sent, and waits for every answer.
    pub(super) fn send<T>(&mut self, message: impl AsyncFnOnce(&Client) -> Result<T, Error>) -> Result<T, Trouble> {
        let late: Result<Vec<_>, Trouble> =
            std::mem::take(&mut self.late).into_iter().map(|(sql, args)| Ok((self.statement(sql)?, sql, args))).collect();
        let late = late?;
        let (client, begin) = (&self.client, self.begin.take());
        let done = self.runtime.block_on(async {
            let args: Vec<_> = late.iter().map(|(statement, _, args)| (statement, as_parameters(args))).collect();
            let mut before: Vec<Option<Sent<'_>>> = Vec::with_capacity(args.len() + 1);
            if let Some(begin) = begin {
                before.push(Some(Box::pin(client.batch_execute(begin))));
            }
            for (statement, args) in &args {
                before.push(Some(Box::pin(async move { client.execute(*statement, args).await.map(|_| ()) })));
            }
            let (before, done) = tokio::join!(biased; together(before), message(client));
            before.and(done)
        });
        done.map_err(|error| {
            // They are sent once more if the connection was gone before anything was done.
            self.late = late.into_iter().map(|(_, sql, args)| (sql, args)).collect();
            error.into()
        })
    }

    /// Several statements without parameters or rows.
    pub(super) fn plain(&mut self, sql: &str) -> Result<(), Fault> {
        self.run_first(|own| own.send(async |client| client.batch_execute(sql).await))
    }

    fn statement(&mut self, sql: &'static str) -> Result<Statement, Trouble> {
        if let Some(statement) = self.prepared.get(sql) {
            return Ok(statement.clone());
        }
        in_order(sql)?;
        let statement = self.runtime.block_on(self.client.prepare(sql))?;
        self.prepared.insert(sql, statement.clone());
        Ok(statement)
    }

    fn prepare(&mut self, sql: &'static str, args: &[Value]) -> Result<Statement, Trouble> {
        let statement = self.statement(sql)?;
        if statement.params().len() != args.len() {
            return Err(Fault::new("the statement and its parameters differ in number").into());
        }
        let fit = args.iter().zip(statement.params()).all(|(value, ty)| fits(value, ty));
        if fit { Ok(statement) } else { Err(Fault::new(OF_ANOTHER_TYPE).into()) }
    }

    pub(in crate::db) fn rows(&mut self, sql: &'static str, args: &[Value]) -> Result<Vec<Row>, Fault> {
        let found = self.run_first(|own| {
            let statement = own.prepare(sql, args)?;
            own.send(async |client| client.query(&statement, &as_parameters(args)).await)
        })?;
        read_rows(&found)
    }

    pub(in crate::db) fn run(&mut self, sql: &'static str, args: &[Value]) -> Result<u64, Fault> {
        self.run_first(|own| {
            let statement = own.prepare(sql, args)?;
            own.send(async |client| client.execute(&statement, &as_parameters(args)).await)
        })
    }

    /// Runs a change whose count nobody needs, with the next message.
    pub(in crate::db) fn add(&mut self, sql: &'static str, args: Vec<Value>) -> Result<(), Fault> {
        self.run_first(|own| own.prepare(sql, &args).map(drop))?;
        self.late.push((sql, args));
        Ok(())
    }

    /// The schema that the address names, when it is not there yet: the key store's own, beside the data.
    pub(super) fn make_schema(&mut self) -> Result<(), Fault> {
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
    pub(in crate::db) fn durability(&mut self) -> Result<Vec<(&'static str, String)>, Fault> {
        let rows = self.rows(
            "SELECT current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit')",
            &[],
        )?;
        let Some(row) = rows.first() else { return Ok(Vec::new()) };
        let setting = |at: usize| row.text(at).map(str::to_owned);
        Ok(vec![("fsync", setting(0)?), ("full_page_writes", setting(1)?), ("synchronous_commit", setting(2)?)])
    }

    /// The portable types in PostgreSQL's words; text sorts by code point whatever the server's language.
    pub(in crate::db) fn script(&mut self, sql: &str) -> Result<(), Fault> {
        let words: Vec<&str> = sql.split_inclusive(|c: char| !c.is_ascii_alphanumeric() && c != '_').collect();
        let spoken: String = words.into_iter().map(in_postgres_words).collect();
        self.plain(&spoken)
    }

    pub(in crate::db) fn tables(&mut self) -> Result<Vec<String>, Fault> {
        let found = self.rows(
            "SELECT CAST(table_name AS TEXT) FROM information_schema.tables
             WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'",
            &[],
        )?;
        found.iter().map(|row| row.text(0).map(str::to_owned)).collect()
    }

    /// Every column of every table, its place in the key or nought, and its type.
    pub(in crate::db) fn columns(&mut self) -> Result<Vec<Row>, Fault> {
        self.rows(
            "SELECT CAST(c.table_name AS TEXT), CAST(c.column_name AS TEXT), CAST(COALESCE(k.ordinal_position, 0) AS BIGINT),
               CAST(c.data_type AS TEXT)
             FROM information_schema.columns c
             LEFT JOIN (
               SELECT u.table_name, u.column_name, u.ordinal_position
               FROM information_schema.key_column_usage u
               JOIN information_schema.table_constraints t ON t.constraint_name = u.constraint_name
                 AND t.table_schema = u.table_schema AND t.table_name = u.table_name
               WHERE t.constraint_type = 'PRIMARY KEY' AND u.table_schema = current_schema()
             ) k ON k.table_name = c.table_name AND k.column_name = c.column_name
             WHERE c.table_schema = current_schema() ORDER BY c.table_name COLLATE \"C\", c.ordinal_position",
            &[],
        )
    }

    pub(in crate::db) fn dump(&mut self, table: &str) -> Result<Vec<Row>, Fault> {
        let sql = format!("SELECT * FROM {table}");
        let found = self.run_first(|own| own.send(async |client| client.query(&sql, &[]).await))?;
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
