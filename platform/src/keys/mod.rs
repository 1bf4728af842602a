//! Keys: one per person, in a store of their own, wrapped by a master key that is a file.
//!
//! Erasing a person's key makes everything sealed with it unreadable, in old backups too, because the store is never part
//! of a backup. Sealing is deterministic (AES-256-GCM-SIV is made to stand a repeated nonce): the same text in the same
//! cell gives the same bytes, so no chance has to be drawn inside a command that may be run again.

mod erasures;
mod master;
mod rotate;
mod store;

use std::sync::Arc;

use aes_gcm_siv::aead::{Aead, KeyInit, Payload};
use aes_gcm_siv::{Aes256GcmSiv, Nonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

pub use erasures::Erasure;
pub use master::MasterKey;
pub use rotate::{Fit, rotate};
pub use store::KeyStore;

use crate::error::Fault;

/// Which cell something is sealed into: bytes moved to another cell do not open.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'a> {
    /// The table's name.
    pub table: &'static str,
    /// The row's own id.
    pub row: &'a str,
    /// The column's name.
    pub column: &'static str,
}

impl<'a> Cell<'a> {
    /// A cell.
    #[must_use]
    pub const fn new(table: &'static str, row: &'a str, column: &'static str) -> Cell<'a> {
        Cell { table, row, column }
    }

    fn bytes(&self) -> Vec<u8> {
        [self.table, self.row, self.column].join("\u{1f}").into_bytes()
    }
}

/// One person's key. It is wiped from memory when the last holder lets go.
#[derive(Clone)]
pub struct PersonKey(Arc<Zeroizing<[u8; 32]>>);

impl PersonKey {
    pub(crate) fn from_bytes(bytes: [u8; 32]) -> PersonKey {
        PersonKey(Arc::new(Zeroizing::new(bytes)))
    }

    /// Seals text into a cell.
    ///
    /// # Errors
    /// A [`Fault`] for text longer than the cipher takes (64 GiB), which a limit stops long before.
    pub fn seal(&self, cell: Cell<'_>, text: &str) -> Result<Vec<u8>, Fault> {
        seal(&self.0, &cell.bytes(), text.as_bytes())
    }

    /// Opens what was sealed into the same cell.
    ///
    /// # Errors
    /// A [`Fault`] when the bytes were made with another key, for another cell, or were changed.
    pub fn open(&self, cell: Cell<'_>, sealed: &[u8]) -> Result<String, Fault> {
        let bytes = open(&self.0, &cell.bytes(), sealed)?;
        String::from_utf8(bytes).map_err(|_| Fault::new("a sealed cell does not hold text"))
    }

    /// As [`PersonKey::seal`], for a piece of a file.
    ///
    /// # Errors
    /// As [`PersonKey::seal`].
    pub fn seal_bytes(&self, cell: Cell<'_>, bytes: &[u8]) -> Result<Vec<u8>, Fault> {
        seal(&self.0, &cell.bytes(), bytes)
    }

    /// Opens what [`PersonKey::seal_bytes`] sealed into the same cell.
    ///
    /// # Errors
    /// As [`PersonKey::open`].
    pub fn open_bytes(&self, cell: Cell<'_>, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        open(&self.0, &cell.bytes(), sealed)
    }

    /// Opens a cell whose table and column are known only while running, or says nothing: for taking everything along.
    pub(crate) fn open_named(&self, table: &str, row: &str, column: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        open(&self.0, [table, row, column].join("\u{1f}").as_bytes(), sealed).ok()
    }

    /// The person's name in the audit log: it says nothing once the key is gone.
    #[must_use]
    pub fn subject(&self) -> String {
        hex(&keyed_hash(self.0.as_slice(), b"audit subject"))
    }
}

impl std::fmt::Debug for PersonKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PersonKey(…)")
    }
}

/// Seals bytes under a key, bound to a context.
///
/// # Errors
/// A [`Fault`] when the cipher does not take the length.
pub fn seal(key: &[u8; 32], context: &[u8], plain: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut told = context.to_vec();
    told.push(0x1f);
    told.extend_from_slice(plain);
    let nonce = first_12(&keyed_hash(key, &told));
    let cipher = Aes256GcmSiv::new(&(*key).into());
    let sealed = cipher
        .encrypt(&Nonce::from(nonce), Payload { msg: plain, aad: context })
        .map_err(|_| Fault::new("a text could not be sealed"))?;
    Ok([&[1_u8][..], &nonce[..], &sealed[..]].concat())
}

/// Opens what [`seal`] made under the same key and context.
///
/// # Errors
/// A [`Fault`] when it was not.
pub fn open(key: &[u8; 32], context: &[u8], sealed: &[u8]) -> Result<Vec<u8>, Fault> {
    let refused = || Fault::new("a sealed cell does not open with this key");
    let (version, rest) = sealed.split_first().ok_or_else(refused)?;
    if *version != 1 {
        return Err(refused());
    }
    let (nonce, body) = rest.split_first_chunk::<12>().ok_or_else(refused)?;
    let cipher = Aes256GcmSiv::new(&(*key).into());
    cipher.decrypt(&Nonce::from(*nonce), Payload { msg: body, aad: context }).map_err(|_| refused())
}

/// HMAC-SHA-256.
#[must_use]
pub fn keyed_hash(key: &[u8], message: &[u8]) -> [u8; 32] {
    // HMAC takes a key of any length, so the error arm is never reached; an all-zero answer would match nothing stored.
    Hmac::<Sha256>::new_from_slice(key).map_or([0; 32], |mut mac| {
        mac.update(message);
        mac.finalize().into_bytes().into()
    })
}

/// Bytes as lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        for half in [byte >> 4, byte & 15] {
            text.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
        }
        text
    })
}

/// Hexadecimal as bytes, or nothing.
#[must_use]
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u32>> = text.chars().map(|digit| digit.to_digit(16)).collect();
    let (pairs, rest) = digits.as_deref()?.as_chunks::<2>();
    rest.is_empty().then(|| pairs.iter().map(|[high, low]| u8::try_from(high * 16 + low).unwrap_or(0)).collect())
}

fn first_12(bytes: &[u8; 32]) -> [u8; 12] {
    let mut nonce = [0; 12];
    nonce.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
    nonce
}
