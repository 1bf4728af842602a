//! What is written in a thread, and who has read how far.

use kernel::id::{AccountId, RowId};
use kernel::time::Timestamp;
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::Error;
use platform::keys::Cell;

use super::Thread;
use crate::messages::rules::{By, Kind, Said, State};

/// A message.
#[derive(Clone, Debug)]
pub struct Message {
    /// As the rules know it.
    pub said: Said,
    /// The sender's name; nothing for the person.
    pub name: Option<String>,
    /// The words; none in a ready answer, and none when it was taken back.
    pub words: Option<String>,
    /// Who of the others has read it, and when for the first time. Nothing stands for the person.
    pub read_by: Vec<(Option<String>, Timestamp)>,
}

fn row_of(thread: &RowId, number: i64) -> String {
    format!("{thread}-{number}")
}

/// Fifty messages of a thread, those before `before` or the newest, oldest first.
///
/// # Errors
/// A fault.
pub fn messages(tx: &mut Tx<'_>, permit: &Permit, thread: &RowId, before: Option<i64>) -> Result<Vec<Message>, Error> {
    let rows = tx.rows(
        "SELECT number, account_id, name, kind, words, at, taken_back_at FROM messages_message
         WHERE person_id = $1 AND thread_id = $2 AND number < $3 ORDER BY number DESC LIMIT 50",
        args![permit.person(), thread, before.unwrap_or(i64::MAX)],
    )?;
    let mut found = Vec::new();
    for row in rows.iter().rev() {
        found.push(read(permit, thread, row)?);
    }
    let first = found.first().map_or(0, |message| message.said.number);
    readings(tx, permit, thread, first, &mut found)?;
    Ok(found)
}

fn read(permit: &Permit, thread: &RowId, row: &Row) -> Result<Message, Error> {
    let number = row.int(0)?;
    let id = row_of(thread, number);
    let by = row.parsed_or_null(1, AccountId::parse)?.map_or(By::Person, By::Account);
    Ok(Message {
        name: permit.open_or_null(Cell::new("messages_message", &id, "name"), row.blob_or_null(2)?)?,
        words: permit.open_or_null(Cell::new("messages_message", &id, "words"), row.blob_or_null(4)?)?,
        said: Said {
            number,
            by,
            kind: row.parsed(3, Kind::parse)?,
            at: row.time(5)?,
            taken_back: row.time_or_null(6)?.is_some(),
            read: false,
        },
        read_by: Vec::new(),
    })
}

/// Fills in who has read what. A reading covers everything up to where it went.
fn readings(tx: &mut Tx<'_>, permit: &Permit, thread: &RowId, first: i64, messages: &mut [Message]) -> Result<(), Error> {
    let rows = tx.rows(
        "SELECT reader, seen_to, name, at FROM messages_read
         WHERE person_id = $1 AND thread_id = $2 AND seen_to >= $3 ORDER BY seen_to, reader LIMIT 2000",
        args![permit.person(), thread, first],
    )?;
    for row in &rows {
        let (reader, seen_to) = (row.text(0)?, row.int(1)?);
        let cell = format!("{thread}-{reader}-{seen_to}");
        let name = permit.open_or_null(Cell::new("messages_read", &cell, "name"), row.blob_or_null(2)?)?;
        let at = row.time(3)?;
        for message in messages.iter_mut() {
            // The first reading that reaches it is when it was read; whoever wrote it does not count.
            let there = message.read_by.iter().any(|(read_by, _)| *read_by == name);
            if message.said.number <= seen_to && message.said.by.key() != reader && !there && message.said.at <= at {
                message.said.read = true;
                message.read_by.push((name.clone(), at));
            }
        }
    }
    Ok(())
}

/// What the rules need to know, from the newest messages.
#[must_use]
pub fn state(thread: &Thread, members: usize, messages: &[Message]) -> State {
    State { count: thread.last_number, members, said: messages.iter().map(|message| message.said.clone()).collect() }
}

/// Writes a message at the end of a thread and tells which place it got.
///
/// # Errors
/// [`Error::Missing`] when there is no such thread, or a fault.
pub fn say(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    permit: &Permit,
    thread: &RowId,
    (kind, words): (Kind, Option<&str>),
    name: Option<&str>,
) -> Result<i64, Error> {
    let row = tx.row(
        "UPDATE messages_thread SET last_number = last_number + 1, last_at = $1
         WHERE person_id = $2 AND thread_id = $3 RETURNING last_number",
        args![desk.now(), permit.person(), thread],
    )?;
    let number = row.ok_or(Error::Missing)?.int(0)?;
    let id = row_of(thread, number);
    let seal =
        |column, text: Option<&str>| text.map(|text| permit.seal(Cell::new("messages_message", &id, column), text)).transpose();
    tx.run(
        "INSERT INTO messages_message (person_id, thread_id, number, account_id, name, kind, words, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            permit.person(),
            thread,
            number,
            desk.ctx().actor.account.as_ref().map(AccountId::as_str),
            seal("name", name)?,
            kind.key(),
            seal("words", words)?,
            desk.now(),
        ],
    )?;
    tx.run(
        "UPDATE messages_member SET waits_since = $1 WHERE person_id = $2 AND thread_id = $3 AND waits_since IS NULL",
        args![desk.now(), permit.person(), thread],
    )?;
    Ok(number)
}

/// Takes a message back: its words and its attachment are gone, the place in the thread stays.
///
/// # Errors
/// A fault.
pub fn take_back(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, thread: &RowId, number: i64) -> Result<(), Error> {
    tx.run(
        "UPDATE messages_message SET taken_back_at = $1, words = NULL
         WHERE person_id = $2 AND thread_id = $3 AND number = $4",
        args![desk.now(), permit.person(), thread, number],
    )?;
    super::files::remove(tx, permit, thread, number)
}

/// The reader has seen everything up to here.
///
/// # Errors
/// A fault.
pub fn seen(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, thread: &RowId, reader: &By, to: i64) -> Result<(), Error> {
    let actor = &desk.ctx().actor;
    let cell = format!("{thread}-{}-{to}", reader.key());
    let name = match reader {
        By::Person => None,
        By::Account(_) => {
            let members = super::members(tx, permit, thread)?;
            let known = members.into_iter().find(|member| member.key == reader.key()).map(|member| member.name);
            Some(if actor.name.is_empty() { known.unwrap_or_default() } else { actor.name.clone() })
        }
    };
    tx.run(
        "INSERT INTO messages_read (person_id, thread_id, reader, seen_to, organisation_id, name, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (person_id, thread_id, reader, seen_to) DO NOTHING",
        args![
            permit.person(),
            thread,
            reader.key(),
            to,
            actor.employer.as_ref().map(|employer| employer.id.as_str()),
            name.as_deref().map(|name| permit.seal(Cell::new("messages_read", &cell, "name"), name)).transpose()?,
            desk.now(),
        ],
    )?;
    // Whoever reads to the end reads for their workplace as well.
    tx.run(
        "UPDATE messages_member SET waits_since = NULL
         WHERE person_id = $1 AND thread_id = $2 AND waits_since IS NOT NULL AND (account_id = $3 OR organisation_id = $4)
           AND EXISTS (SELECT 1 FROM messages_thread t
             WHERE t.person_id = messages_member.person_id AND t.thread_id = messages_member.thread_id AND t.last_number <= $5)",
        args![
            permit.person(),
            thread,
            actor.account.as_ref().map(AccountId::as_str),
            actor.employer.as_ref().map(|employer| employer.id.as_str()),
            to,
        ],
    )?;
    Ok(())
}
