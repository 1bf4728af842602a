//! What a backup file is made of.
//!
//! A first line says what it is. Then come frames: a letter, a length, and so many bytes. The head can be read by anyone and
//! carries a keyed hash; every other frame is sealed, and bound to the head and to its place in the file, so that frames
//! cannot be swapped, left out or taken from another backup. The last frame counts the others and carries the hash of all
//! bytes before it: without it a file is not whole.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::db::Value;
use crate::error::Fault;
use crate::keys::{MasterKey, keyed_hash};

/// How every backup begins; the number is the version of the format.
pub(super) const FIRST_LINE: &[u8] = b"VARDE BACKUP 1\n";
/// What is the same in every version.
pub(super) const ANY_VERSION: &[u8] = b"VARDE BACKUP ";

/// The head, in the clear.
pub(super) const HEAD: u8 = b'H';
/// A table begins: its name and columns.
pub(super) const TABLE: u8 = b'T';
/// Rows of it.
pub(super) const ROWS: u8 = b'R';
/// It ends: how many rows it had, and their hash.
pub(super) const END: u8 = b'E';
/// The file ends.
pub(super) const SEAL: u8 = b'S';

/// Bytes of rows after which a frame is closed.
pub(super) const FRAME_BYTES: usize = 256 * 1024;
/// Rows after which a frame is closed: one frame is one commit when it is restored.
pub(super) const FRAME_ROWS: u32 = 500;
/// No frame is longer: the largest single row, with room to spare.
pub(super) const LONGEST: u32 = 256 << 20;

/// What a backup holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Content {
    /// Everything but the keys.
    Data,
    /// The key store.
    Keys,
}

/// What a backup says about itself before it is opened. Nothing in it is about a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// What it holds.
    pub content: Content,
    /// As of when.
    pub taken_at: String,
    /// The version of the program that made it.
    pub program: String,
    /// `sqlite` or `postgres`.
    pub database: String,
    /// The fingerprint of the master key that the key store was under.
    pub master: String,
    /// Steps the database had taken: part and number.
    pub steps: Vec<(String, i64)>,
}

/// The key that seals and opens.
pub(super) fn key(master: &MasterKey) -> Zeroizing<[u8; 32]> {
    master.derive("backup files")
}

/// What binds a frame to its file, its place and its kind.
pub(super) fn context(head_mac: &[u8; 32], number: u64, kind: u8) -> Vec<u8> {
    [&head_mac[..], &number.to_be_bytes(), &[kind]].concat()
}

/// The keyed hash of a head.
pub(super) fn mac(key: &[u8; 32], head: &[u8]) -> [u8; 32] {
    keyed_hash(key, head)
}

/// Writes one cell: a letter for its kind, then the value.
pub(super) fn put_cell(out: &mut Vec<u8>, cell: &Value) -> Result<(), Fault> {
    match cell {
        Value::Null => out.push(b'n'),
        Value::Int(value) => {
            out.push(b'i');
            out.extend_from_slice(&value.to_be_bytes());
        }
        Value::Text(text) => {
            out.push(b't');
            put_bytes(out, text.as_bytes())?;
        }
        Value::Blob(bytes) => {
            out.push(b'b');
            put_bytes(out, bytes)?;
        }
    }
    Ok(())
}

/// Writes a length and so many bytes.
pub(super) fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) -> Result<(), Fault> {
    let length = u32::try_from(bytes.len()).map_err(|_| Fault::new("a cell is too large for a backup"))?;
    out.extend_from_slice(&length.to_be_bytes());
    out.extend_from_slice(bytes);
    Ok(())
}

/// Reads what [`put_cell`] and [`put_bytes`] wrote. Whatever does not fit is nothing.
pub(super) struct Parse<'b>(pub(super) &'b [u8]);

impl<'b> Parse<'b> {
    pub(super) fn bytes(&mut self) -> Option<&'b [u8]> {
        let length = u32::from_be_bytes(self.fixed()?);
        let (taken, rest) = self.0.split_at_checked(usize::try_from(length).ok()?)?;
        self.0 = rest;
        Some(taken)
    }

    pub(super) fn text(&mut self) -> Option<String> {
        String::from_utf8(self.bytes()?.to_vec()).ok()
    }

    pub(super) fn fixed<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*taken)
    }

    pub(super) fn number(&mut self) -> Option<u64> {
        self.fixed().map(u64::from_be_bytes)
    }

    pub(super) fn cell(&mut self) -> Option<Value> {
        let [kind] = self.fixed()?;
        match kind {
            b'n' => Some(Value::Null),
            b'i' => self.fixed().map(|bytes| Value::Int(i64::from_be_bytes(bytes))),
            b't' => self.text().map(Value::Text),
            b'b' => self.bytes().map(|bytes| Value::Blob(bytes.to_vec())),
            _ => None,
        }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.0.is_empty()
    }
}
