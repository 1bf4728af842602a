//! Twenty sealed rows for everyone: millions of rows, so they go in past the door, in the database's fastest way.

use std::io::Write as _;

use kernel::area::Area;
use kernel::id::PersonId;
use platform::app::App;

use crate::part::{ROWS, row_id};
use crate::town::cell;

struct Row {
    person: String,
    id: String,
    area: &'static str,
    text: Vec<u8>,
}

const AT: &str = "2026-11-20T09:00:00Z";

/// Fills `bench_row`, and lets the database take stock.
pub fn rows(app: &App, url: &str, persons: &[PersonId]) -> Result<(), String> {
    let all = persons.iter().map(|person| rows_of(app, person));
    match url.strip_prefix("sqlite://") {
        Some(path) => into_sqlite(path, all),
        None => into_postgres(url, all),
    }
}

fn rows_of(app: &App, person: &PersonId) -> Result<Vec<Row>, String> {
    let key = app.keys().find(person).map_err(|error| format!("{error:?}"))?.ok_or("a person has no key")?;
    (0..ROWS)
        .map(|n| {
            let id = row_id(person.as_str(), n);
            let text = format!("Jeg vil ha et sted å bo, og noen å ringe når det er tungt. Linje {n} av planen min.");
            let text = key.seal(cell(&id), &text).map_err(|fault| fault.to_string())?;
            let area = Area::ALL.iter().cycle().nth(n).map_or("", |area| area.key());
            Ok(Row { person: person.as_str().to_owned(), id, area, text })
        })
        .collect()
}

fn into_sqlite(path: &str, all: impl Iterator<Item = Result<Vec<Row>, String>>) -> Result<(), String> {
    let fill = |connection: &mut rusqlite::Connection| -> Result<(), String> {
        let said_no = |error: rusqlite::Error| error.to_string();
        let together = connection.transaction().map_err(said_no)?;
        let mut insert = together
            .prepare("INSERT INTO bench_row (person_id, row_id, area, text, at) VALUES ($1, $2, $3, $4, $5)")
            .map_err(said_no)?;
        for rows in all {
            for row in rows? {
                insert.execute((&row.person, &row.id, row.area, &row.text, AT)).map_err(said_no)?;
            }
        }
        drop(insert);
        together.commit().map_err(said_no)?;
        connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").map_err(said_no)
    };
    let mut connection = rusqlite::Connection::open(path).map_err(|error| error.to_string())?;
    fill(&mut connection)
}

fn into_postgres(url: &str, all: impl Iterator<Item = Result<Vec<Row>, String>>) -> Result<(), String> {
    let said_no = |error: postgres::Error| error.to_string();
    let mut client = postgres::Client::connect(url, postgres::NoTls).map_err(said_no)?;
    let mut copy = client.copy_in("COPY bench_row (person_id, row_id, area, text, at) FROM STDIN").map_err(said_no)?;
    for rows in all {
        for row in rows? {
            let text = platform::keys::hex(&row.text);
            writeln!(copy, "{}\t{}\t{}\t\\\\x{text}\t{AT}", row.person, row.id, row.area).map_err(|why| why.to_string())?;
        }
    }
    copy.finish().map_err(said_no)?;
    client.batch_execute("VACUUM (ANALYZE)").map_err(said_no)?;
    client.batch_execute("CHECKPOINT").map_err(said_no)
}
