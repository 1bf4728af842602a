//! Attachments: sealed in pieces under the person's key. The pieces are written first, each in a commit of its own, so that
//! nobody waits for a large file; the message that carries it is written last, and without it nobody can reach them.

use kernel::id::{PersonId, RowId};
use kernel::time::Timestamp;
use platform::access::Permit;
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use crate::messages::filetype::FileType;

/// Bytes of a piece.
pub const CHUNK_BYTES: usize = 256 * 1024;

/// An attachment.
#[derive(Clone, Debug)]
pub struct Attached {
    /// Its id.
    pub id: RowId,
    /// With which message it came.
    pub number: i64,
    /// What kind it is.
    pub kind: FileType,
    /// Its name as it came.
    pub name: String,
    /// How large it is, in bytes.
    pub bytes: i64,
}

/// How large a file may be today, in megabytes: a dated row.
///
/// # Errors
/// A fault when there is no row for the day.
pub fn limit_megabytes(tx: &mut Tx<'_>, now: Timestamp) -> Result<i64, Error> {
    let today = now.day();
    let row = tx.row(
        "SELECT value FROM messages_rule
         WHERE name = 'file-megabytes' AND from_day <= $1 AND (until_day IS NULL OR until_day > $2)
         ORDER BY from_day DESC LIMIT 1",
        args![today, today],
    )?;
    let row = row.ok_or_else(|| Error::fault("there is no rule for file-megabytes today"))?;
    Ok(row.int(0)?)
}

fn piece_cell(row: &str) -> Cell<'_> {
    Cell::new("messages_chunk", row, "content")
}

/// Seals a file in pieces. Outside any transaction: it takes as long as it takes.
///
/// # Errors
/// A fault.
pub fn seal(permit: &Permit, id: &RowId, bytes: &[u8]) -> Result<Vec<Vec<u8>>, Error> {
    let piece = |(n, piece): (usize, &[u8])| permit.seal_bytes(piece_cell(&format!("{id}-{n}")), piece);
    bytes.chunks(CHUNK_BYTES).enumerate().map(piece).collect()
}

/// Writes one sealed piece.
///
/// # Errors
/// A fault.
pub fn stage(tx: &mut Tx<'_>, permit: &Permit, id: &RowId, n: i64, sealed: &[u8], now: Timestamp) -> Result<(), Error> {
    tx.run(
        "INSERT INTO messages_chunk (person_id, file_id, chunk, staged_at, content) VALUES ($1, $2, $3, $4, $5)",
        args![permit.person(), id, n, now, sealed.to_vec()],
    )?;
    Ok(())
}

/// Ties a staged file to its message.
///
/// # Errors
/// A fault.
pub fn attach(tx: &mut Tx<'_>, permit: &Permit, thread: &RowId, file: &Attached, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "INSERT INTO messages_file (person_id, thread_id, number, file_id, kind, name, bytes, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            permit.person(),
            thread,
            file.number,
            &file.id,
            file.kind.key(),
            permit.seal(Cell::new("messages_file", file.id.as_str(), "name"), &file.name)?,
            file.bytes,
            now,
        ],
    )?;
    Ok(())
}

/// The attachments of a thread the asker may see.
///
/// # Errors
/// A fault.
pub fn of_thread(tx: &mut Tx<'_>, permit: &Permit, thread: &RowId) -> Result<Vec<Attached>, Error> {
    let rows = tx.rows(
        "SELECT file_id, number, kind, name, bytes FROM messages_file
         WHERE person_id = $1 AND thread_id = $2 ORDER BY number LIMIT 500",
        args![permit.person(), thread],
    )?;
    rows.iter().map(|row| read(permit, row)).collect()
}

fn read(permit: &Permit, row: &Row) -> Result<Attached, Error> {
    let id = row.parsed(0, RowId::parse)?;
    Ok(Attached {
        number: row.int(1)?,
        kind: row.parsed(2, FileType::parse)?,
        name: permit.open(Cell::new("messages_file", id.as_str(), "name"), row.blob(3)?)?,
        bytes: row.int(4)?,
        id,
    })
}

/// What is in a file, put together again.
///
/// # Errors
/// A fault, also when a piece is not there.
pub fn content(tx: &mut Tx<'_>, permit: &Permit, file: &Attached) -> Result<Vec<u8>, Error> {
    let rows = tx.rows(
        "SELECT chunk, content FROM messages_chunk WHERE person_id = $1 AND file_id = $2 ORDER BY chunk LIMIT 200",
        args![permit.person(), &file.id],
    )?;
    let mut bytes = Vec::new();
    for row in &rows {
        bytes.extend(permit.open_bytes(piece_cell(&format!("{}-{}", file.id, row.int(0)?)), row.blob(1)?)?);
    }
    if i64::try_from(bytes.len()) == Ok(file.bytes) {
        Ok(bytes)
    } else {
        Err(Error::fault("a piece of an attachment is not there"))
    }
}

/// Removes the attachment of a message that is taken back.
///
/// # Errors
/// A fault.
pub fn remove(tx: &mut Tx<'_>, permit: &Permit, thread: &RowId, number: i64) -> Result<(), Error> {
    tx.run(
        "DELETE FROM messages_chunk WHERE person_id = $1 AND file_id IN
           (SELECT file_id FROM messages_file WHERE person_id = $2 AND thread_id = $3 AND number = $4)",
        args![permit.person(), permit.person(), thread, number],
    )?;
    tx.run(
        "DELETE FROM messages_file WHERE person_id = $1 AND thread_id = $2 AND number = $3",
        args![permit.person(), thread, number],
    )?;
    Ok(())
}

/// Files that were staged before this moment and never came with a message. Ids only, twenty at most.
///
/// # Errors
/// A fault.
pub fn left_behind(tx: &mut Tx<'_>, before: Timestamp) -> Result<Vec<(PersonId, RowId)>, Error> {
    let rows = tx.rows(
        "SELECT c.person_id, c.file_id FROM messages_chunk c
         WHERE c.chunk = 0 AND c.staged_at < $1 AND NOT EXISTS
           (SELECT 1 FROM messages_file f WHERE f.person_id = c.person_id AND f.file_id = c.file_id)
         ORDER BY c.staged_at, c.file_id LIMIT 20",
        args![before],
    )?;
    let pair = |row: &Row| Ok((row.parsed(0, PersonId::parse)?, row.parsed(1, RowId::parse)?));
    Ok(rows.iter().map(pair).collect::<Result<_, Fault>>()?)
}

/// Removes the pieces of a file that was left behind.
///
/// # Errors
/// A fault.
pub fn forget(tx: &mut Tx<'_>, person: &PersonId, file: &RowId) -> Result<(), Error> {
    tx.run("DELETE FROM messages_chunk WHERE person_id = $1 AND file_id = $2", args![person, file])?;
    Ok(())
}
