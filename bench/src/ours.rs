//! Our own operations: through the door, with permit, sealed cells and a durable line.

use std::sync::Arc;

use kernel::id::{PersonId, RowId};
use platform::access::{Permit, Settled};
use platform::args;
use platform::ctx::Ctx;
use platform::db::Tx;
use platform::door;
use platform::error::Error;
use platform::form::{Token, make};
use platform::keys::Cell;

use crate::load::Done;
use crate::part::{CHARTER, MAKE_OURS, READ, RECORD, REMEMBER, ROWS};
use crate::town::{Town, cell};

fn done<T>(answer: Result<T, Error>) -> Done {
    answer.map(|_| ()).map_err(|error| format!("{error:?}"))
}

fn load_one(tx: &mut Tx<'_>, permit: &Permit, row: &str) -> Result<String, Error> {
    let found = tx.row(READ, args![permit.person(), row])?.ok_or(Error::Missing)?;
    permit.open(cell(row), found.blob(1)?)
}

/// One row, read by an employee with a grant.
pub async fn read_by_staff(town: Arc<Town>, n: u64) -> Done {
    let ctx = town.asks(&town.employee);
    read(&town, ctx, n).await
}

/// One row, read by the person.
pub async fn read_by_the_person(town: Arc<Town>, n: u64) -> Done {
    let ctx = town.asks_for_themselves(town.person(n));
    read(&town, ctx, n).await
}

async fn read(town: &Town, ctx: Ctx, n: u64) -> Done {
    let (person, row) = (town.person(n).clone(), town.row(n));
    done(
        door::view(&town.app, &ctx, &CHARTER, move |tx, desk| {
            let permit = desk.person(tx, &person)?;
            load_one(tx, &permit, &row)
        })
        .await,
    )
}

/// The checks with nothing to log: subject, key, ties and decision for an employee who may see nothing, and one row.
pub async fn checks(town: Arc<Town>, n: u64) -> Done {
    let ctx = town.asks(&town.stranger);
    let (person, row) = (town.person(n).clone(), town.row(n));
    done(
        door::view(&town.app, &ctx, &CHARTER, move |tx, desk| {
            if !desk.people(tx, std::slice::from_ref(&person))?.is_empty() {
                return Err(Error::fault("a stranger was let in"));
            }
            Ok(tx.row(READ, args![&person, row.as_str()])?)
        })
        .await,
    )
}

/// A person's record, read by an employee: every row opened.
pub async fn record(town: Arc<Town>, n: u64) -> Done {
    let ctx = town.asks(&town.employee);
    let person = town.person(n).clone();
    done(
        door::view(&town.app, &ctx, &CHARTER, move |tx, desk| {
            let permit = desk.person(tx, &person)?;
            let rows = tx.rows(RECORD, args![permit.person()])?;
            let opened: Result<Vec<String>, Error> =
                rows.iter().map(|row| permit.open(cell(row.text(0)?), row.blob(2)?)).collect();
            let opened = opened?;
            if opened.len() == ROWS { Ok(opened) } else { Err(Error::fault("the record is not whole")) }
        })
        .await,
    )
}

/// Creates so many rows in one command: each sealed and with its history, one token, one line.
pub async fn create(town: Arc<Town>, n: u64, rows: usize) -> Done {
    let person = town.person(n).clone();
    let ctx = town.asks_for_themselves(&person);
    let token = token(&town, &ctx);
    done(
        door::execute(&town.app, &ctx, &CHARTER, "make", token, move |tx, desk| {
            let permit = desk.person(tx, &person)?;
            for _ in 0..rows {
                let id = RowId::from_bits(desk.bits());
                insert(tx, &permit, &person, &id, desk.now())?;
            }
            Ok(Settled::to("/hjem"))
        })
        .await,
    )
}

fn insert(tx: &mut Tx<'_>, permit: &Permit, person: &PersonId, id: &RowId, now: kernel::time::Timestamp) -> Result<(), Error> {
    let text = "Jeg vil ha et sted å bo, og noen å ringe når det er tungt. En linje i planen min.";
    let sealed = permit.seal(Cell::new("bench_made", id.as_str(), "text"), text)?;
    tx.add(MAKE_OURS, args![person, id, "housing", sealed, now])?;
    let kept = permit.seal(Cell::new("bench_history", id.as_str(), "text"), text)?;
    tx.add(REMEMBER, args![person, id, kept, now])?;
    Ok(())
}

fn token(town: &Town, ctx: &Ctx) -> Token {
    let secret = town.app.form_secret();
    let sent = make(&secret, ctx, town.app.source().id_bits());
    Token::read(&secret, ctx, &sent)
}
