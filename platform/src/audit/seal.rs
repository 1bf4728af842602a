//! The sealer: puts waiting lines in order, adds them to the Merkle tree and signs the new head.

use ed25519_dalek::{Signer as _, SigningKey};
use kernel::merkle::{Frontier, hex as hash_hex};
use kernel::time::Timestamp;

use crate::args;
use crate::db::{Db, Tx};
use crate::error::{Error, Fault};
use crate::keys::{MasterKey, hex};

/// How long one process is the sealer before another may take over.
const LEASE_S: i64 = 5;

/// What one round did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// Lines sealed.
    pub lines: usize,
    /// Whether this process is the sealer now.
    pub holder: bool,
}

/// The key that signs checkpoints.
#[must_use]
pub fn signing_key(master: &MasterKey) -> SigningKey {
    SigningKey::from_bytes(&master.derive("sign audit checkpoints"))
}

/// The public half, as hexadecimal: what someone who checks from outside needs.
#[must_use]
pub fn public_key(master: &MasterKey) -> String {
    hex(signing_key(master).verifying_key().as_bytes())
}

/// Seals up to 250 waiting lines in one commit, short enough that nobody waits 50 ms for it, when this process holds or can take the lease.
///
/// # Errors
/// A [`Fault`] when the database says no; nothing is lost, the next round tries again.
pub fn seal_waiting(db: &Db, master: &MasterKey, node: &str, now: Timestamp) -> Result<Sealed, Error> {
    let (key, node) = (signing_key(master), node.to_owned());
    db.write_here(move |tx| {
        if !take_lease(tx, &node, now)? {
            return Ok(Sealed { lines: 0, holder: false });
        }
        Ok(Sealed { lines: seal_batch(tx, &key, now)?, holder: true })
    })
}

fn take_lease(tx: &mut Tx<'_>, node: &str, now: Timestamp) -> Result<bool, Fault> {
    let until = now.plus_s(LEASE_S);
    let taken = tx.row(
        "INSERT INTO lease (name, holder, until_at) VALUES ('sealer', $1, $2)
         ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until_at = excluded.until_at
         WHERE lease.holder = excluded.holder OR lease.until_at < $3
         RETURNING holder",
        args![node, until, now],
    )?;
    Ok(taken.is_some())
}

/// Gives the lease back when a process ends, so that the next need not wait for it to run out.
///
/// # Errors
/// A [`Fault`] when the database says no.
pub fn release_lease(db: &Db, node: &str) -> Result<(), Error> {
    let node = node.to_owned();
    db.write_here(move |tx| {
        tx.run("DELETE FROM lease WHERE name = 'sealer' AND holder = $1", args![node.as_str()])?;
        Ok(())
    })
}

fn seal_batch(tx: &mut Tx<'_>, key: &SigningKey, now: Timestamp) -> Result<usize, Fault> {
    let waiting = tx.rows("SELECT line_id, leaf FROM audit_line WHERE position IS NULL ORDER BY at, line_id LIMIT 250", &[])?;
    if waiting.is_empty() {
        return Ok(0);
    }
    let mut frontier = head(tx)?;
    place(tx, &frontier, waiting.len())?;
    for row in &waiting {
        let leaf = <[u8; 32]>::try_from(row.blob(1)?).map_err(|_| Fault::new("a line's leaf has the wrong length"))?;
        frontier.push(leaf);
    }
    let size = i64::try_from(frontier.size()).map_err(|_| Fault::new("the log is full"))?;
    tx.add(
        "INSERT INTO audit_checkpoint (size, at, frontier, root, note) VALUES ($1, $2, $3, $4, $5)",
        args![size, now, frontier.encode(), hash_hex(&frontier.root()), note(key, &frontier)],
    )?;
    Ok(waiting.len())
}

/// Gives the waiting lines their positions in one statement, in the same order and from the same snapshot as they were read.
fn place(tx: &mut Tx<'_>, frontier: &Frontier, lines: usize) -> Result<(), Fault> {
    let first = i64::try_from(frontier.size()).map_err(|_| Fault::new("the log is full"))?;
    let placed = tx.run(
        "UPDATE audit_line SET position = CAST($1 AS BIGINT) + waiting.place
         FROM (SELECT line_id, row_number() OVER (ORDER BY at, line_id) - 1 AS place FROM audit_line
           WHERE position IS NULL ORDER BY at, line_id LIMIT 250) AS waiting
         WHERE audit_line.line_id = waiting.line_id",
        args![first],
    )?;
    if usize::try_from(placed).ok() == Some(lines) {
        Ok(())
    } else {
        Err(Fault::new("lines came in between while they were sealed"))
    }
}

fn head(tx: &mut Tx<'_>) -> Result<Frontier, Fault> {
    let last = tx.row("SELECT frontier FROM audit_checkpoint ORDER BY size DESC LIMIT 1", &[])?;
    match last {
        None => Ok(Frontier::empty()),
        Some(row) => row.parsed(0, Frontier::decode),
    }
}

/// A checkpoint in the shape of a signed note: origin, size, root, an empty line, and the signature.
fn note(key: &SigningKey, frontier: &Frontier) -> String {
    let body = body(frontier.size(), &hash_hex(&frontier.root()));
    let signature = key.sign(body.as_bytes());
    format!("{body}\n— varde {}\n", hex(&signature.to_bytes()))
}

/// The signed part of a note.
pub(super) fn body(size: u64, root: &str) -> String {
    format!("varde audit log\n{size}\n{root}\n")
}
