//! Two records of one person: proven, put together, taken apart. And the code by which one record proves itself to another.

use kernel::id::{PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::Permit;
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};

use crate::people::rules;

/// How the other record was proven to be the same person's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The person was signed in there and made a code.
    Record,
    /// The person had the code of an answer given to somebody who had not said who they were.
    Answer,
}

impl How {
    /// As stored and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            How::Record => "record",
            How::Answer => "answer",
        }
    }

    fn parse(key: &str) -> Option<How> {
        [How::Record, How::Answer].into_iter().find(|how| how.key() == key)
    }
}

/// Two records, as either of them sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its id.
    pub id: RowId,
    /// The record that goes on.
    pub kept: PersonId,
    /// The one that was put with it.
    pub other: PersonId,
    /// How it was proven.
    pub how: How,
    /// Where it stands.
    pub state: rules::Link,
}

/// Keeps the code by which this record proves itself, in place of an earlier one.
///
/// # Errors
/// A fault when the database says no.
pub fn offer(tx: &mut Tx<'_>, own: &Permit, hash: &[u8], until: Timestamp) -> Result<(), Error> {
    tx.run(
        "INSERT INTO people_link_offer (person_id, code_hash, until_at) VALUES ($1, $2, $3)
         ON CONFLICT (person_id) DO UPDATE SET code_hash = excluded.code_hash, until_at = excluded.until_at",
        args![own.person(), hash.to_vec(), until],
    )?;
    Ok(())
}

/// Whether some record has made this code.
///
/// # Errors
/// A fault when the database says no.
pub fn is_offered(tx: &mut Tx<'_>, hash: &[u8]) -> Result<bool, Error> {
    Ok(tx.row("SELECT 1 FROM people_link_offer WHERE code_hash = $1 LIMIT 1", args![hash.to_vec()])?.is_some())
}

/// Which record made this code, while it holds. It is used up by being found.
///
/// # Errors
/// A fault when the database says no.
pub fn take_offer(tx: &mut Tx<'_>, hash: &[u8], now: Timestamp) -> Result<Option<PersonId>, Error> {
    let row = tx.row(
        "DELETE FROM people_link_offer WHERE code_hash = $1 AND until_at > $2 RETURNING person_id",
        args![hash.to_vec(), now],
    )?;
    Ok(row.map(|row| row.parsed(0, PersonId::parse)).transpose()?)
}

/// The person has shown that the other record is theirs too.
///
/// # Errors
/// A fault when the database says no.
pub fn proven(tx: &mut Tx<'_>, own: &Permit, id: &RowId, other: &PersonId, how: How, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "INSERT INTO people_link (person_id, link_id, other_id, how, proven_at) VALUES ($1, $2, $3, $4, $5)",
        args![own.person(), id, other, how.key(), now],
    )?;
    Ok(())
}

fn read(row: &Row) -> Result<Link, Fault> {
    let (linked, undone) = (row.time_or_null(5)?, row.time_or_null(6)?);
    let state = match (linked, undone) {
        (_, Some(_)) => rules::Link::Undone,
        (Some(at), None) => rules::Link::Linked { at },
        (None, None) => rules::Link::Proven { at: row.time(4)? },
    };
    Ok(Link {
        id: row.parsed(0, RowId::parse)?,
        kept: row.parsed(1, PersonId::parse)?,
        other: row.parsed(2, PersonId::parse)?,
        how: row.parsed(3, How::parse)?,
        state,
    })
}

/// One link of this person's, from either side.
///
/// # Errors
/// [`Error::Missing`] when there is none, or a fault.
pub fn load(tx: &mut Tx<'_>, own: &Permit, id: &RowId) -> Result<Link, Error> {
    let row = tx.row(
        "SELECT link_id, person_id, other_id, how, proven_at, linked_at, undone_at FROM people_link
         WHERE link_id = $1 AND (person_id = $2 OR other_id = $3)",
        args![id, own.person(), own.person()],
    )?;
    Ok(row.map(|row| read(&row)).transpose()?.ok_or(Error::Missing)?)
}

/// The links that hold for this record, from either side.
///
/// # Errors
/// A fault when the database says no.
pub fn running(tx: &mut Tx<'_>, person: &PersonId) -> Result<Vec<Link>, Error> {
    let rows = tx.rows(
        "SELECT link_id, person_id, other_id, how, proven_at, linked_at, undone_at FROM people_link
         WHERE (person_id = $1 OR other_id = $2) AND linked_at IS NOT NULL AND undone_at IS NULL
         ORDER BY linked_at, link_id LIMIT 50",
        args![person, person],
    )?;
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}

/// They belong together from now on; these relations were begun for it.
///
/// # Errors
/// A fault when the database says no.
pub fn join(tx: &mut Tx<'_>, own: &Permit, id: &RowId, begun: &[String], now: Timestamp) -> Result<(), Error> {
    tx.run("UPDATE people_link SET linked_at = $1 WHERE person_id = $2 AND link_id = $3", args![now, own.person(), id])?;
    for relation in begun {
        tx.run(
            "INSERT INTO people_link_relation (person_id, link_id, relation_id) VALUES ($1, $2, $3)",
            args![own.person(), id, relation.as_str()],
        )?;
    }
    Ok(())
}

/// They are taken apart; tells which relations were begun for it.
///
/// # Errors
/// A fault when the database says no.
pub fn undo(tx: &mut Tx<'_>, own: &Permit, id: &RowId, now: Timestamp) -> Result<Vec<String>, Error> {
    tx.run("UPDATE people_link SET undone_at = $1 WHERE person_id = $2 AND link_id = $3", args![now, own.person(), id])?;
    let rows = tx.rows(
        "SELECT relation_id FROM people_link_relation WHERE person_id = $1 AND link_id = $2 ORDER BY relation_id",
        args![own.person(), id],
    )?;
    Ok(rows.iter().map(|row| row.text(0).map(str::to_owned)).collect::<Result<_, Fault>>()?)
}
