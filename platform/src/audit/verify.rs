//! Checking the log: every line against its leaf, every leaf against the tree, every head against its signature.

use ed25519_dalek::{Signature, Verifier as _, VerifyingKey};
use kernel::merkle::{Frontier, hex as hash_hex};
use kernel::time::Timestamp;

use super::line::{COLUMNS, Line};
use super::seal::{body, signing_key};
use crate::args;
use crate::db::{Db, Row, Tx};
use crate::error::{Error, Fault};
use crate::keys::{MasterKey, unhex};

/// Lines read at a time.
const PAGE: i64 = 5000;
/// A line that waits longer than this for its seal is reported.
const WAIT_S: i64 = 10;

/// A log that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Sealed lines, all checked.
    pub lines: u64,
    /// Checkpoints, all checked.
    pub checkpoints: u64,
    /// Lines that have not been sealed although they are more than ten seconds old.
    pub late: u64,
    /// Lines that are waiting for their seal.
    pub waiting: u64,
    /// The newest signed head: to be kept elsewhere.
    pub note: String,
}

/// The first place where the log does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken(pub String);

/// Walks the whole log.
///
/// # Errors
/// A [`Fault`] when the log cannot be read. A log that can be read and does not hold is `Ok(Err(Broken))`.
pub fn verify(db: &Db, master: &MasterKey, now: Timestamp) -> Result<Result<Report, Broken>, Error> {
    let key = signing_key(master).verifying_key();
    db.read_here(move |tx| Ok(walk(tx, &key, now)?))
}

/// Compares with a checkpoint that was kept elsewhere: finds that the newest lines were cut off with their checkpoints.
///
/// # Errors
/// A [`Fault`] when the log cannot be read.
pub fn against(db: &Db, master: &MasterKey, kept: &str) -> Result<Result<(), Broken>, Error> {
    let key = signing_key(master).verifying_key();
    let Some((size, root)) = read_note(&key, kept) else {
        return Ok(Err(Broken("the kept checkpoint does not carry our signature".into())));
    };
    db.read_here(move |tx| {
        let stored = i64::try_from(size).map_err(|_| Fault::new("the kept checkpoint is too large"))?;
        let found = tx.row("SELECT root FROM audit_checkpoint WHERE size = $1", args![stored])?;
        let newest = tx.row("SELECT size FROM audit_checkpoint ORDER BY size DESC LIMIT 1", &[])?;
        let newest = newest.map_or(Ok(0), |row| row.int(0))?;
        Ok(match found {
            Some(row) if row.text(0)? == root => Ok(()),
            Some(_) => Err(Broken(format!("the head at {size} lines differs from the kept one"))),
            None if newest < stored => Err(Broken(format!(
                "lines {} to {} are gone: the kept checkpoint counts {size} lines, the log {newest}",
                newest + 1,
                size
            ))),
            None => Err(Broken(format!("the checkpoint at {size} lines is gone"))),
        })
    })
}

struct Walk {
    frontier: Frontier,
    heads: Vec<(u64, String, String)>,
    next_head: usize,
    /// Time and id of the lines since the last good head. The sealer sorts by them, so a line that was moved gives itself away.
    batch: Vec<(String, String)>,
}

fn walk(tx: &mut Tx<'_>, key: &VerifyingKey, now: Timestamp) -> Result<Result<Report, Broken>, Fault> {
    let mut walk = Walk { frontier: Frontier::empty(), heads: heads(tx)?, next_head: 0, batch: Vec::new() };
    loop {
        let from = i64::try_from(walk.frontier.size()).map_err(|_| Fault::new("the log is too large"))?;
        let page = tx.rows(
            "SELECT line_id, event_id, at, node, role, account_id, organisation_id, act, part, purpose, outcome,
               subject, detail, leaf, position
             FROM audit_line WHERE position >= $1 ORDER BY position LIMIT $2",
            args![from, PAGE],
        )?;
        if page.is_empty() {
            break;
        }
        for row in &page {
            if let Err(broken) = walk.step(row, key)? {
                return Ok(Err(broken));
            }
        }
    }
    if let Some((size, ..)) = walk.heads.get(walk.next_head) {
        let have = walk.frontier.size();
        return Ok(Err(Broken(format!("lines {} to {size} are gone", have + 1))));
    }
    if let Some(from) = walk.unsigned_from() {
        let have = walk.frontier.size();
        return Ok(Err(Broken(format!("lines {from} to {have} stand in the log without a signed checkpoint"))));
    }
    Ok(Ok(report(tx, &walk, now)?))
}

impl Walk {
    fn step(&mut self, row: &Row, key: &VerifyingKey) -> Result<Result<(), Broken>, Fault> {
        let number = self.frontier.size() + 1;
        let position = row.int(COLUMNS + 1)?;
        if u64::try_from(position).ok() != Some(self.frontier.size()) {
            return Ok(Err(Broken(format!("line {number} is gone"))));
        }
        let line = match Line::from_row(row) {
            Ok(line) => line,
            Err(_) => return Ok(Err(Broken(format!("line {number} cannot be read")))),
        };
        let leaf = line.leaf();
        if row.blob(COLUMNS)? != leaf {
            return Ok(Err(Broken(format!("line {number} ({}) was changed", line.line_id))));
        }
        self.frontier.push(leaf);
        if self.next_head < self.heads.len() {
            self.batch.push((line.at.stored(), line.line_id));
        }
        self.check_head(key)
    }

    /// The first line of the batch that does not stand where the sealer would have put it.
    fn moved(&self, from: u64) -> Option<String> {
        let mut sorted = self.batch.clone();
        sorted.sort();
        let found = (from..).zip(self.batch.iter().zip(&sorted)).find(|(_, (is, should))| is != should);
        found.map(|(number, ((_, id), _))| format!("line {number} ({id}) was moved"))
    }

    /// The first line after the last signed head, when there is one.
    fn unsigned_from(&self) -> Option<u64> {
        let signed = self.heads.last().map_or(0, |head| head.0);
        (self.frontier.size() > signed).then_some(signed + 1)
    }

    fn check_head(&mut self, key: &VerifyingKey) -> Result<Result<(), Broken>, Fault> {
        let size = self.frontier.size();
        let Some((at, root, note)) = self.heads.get(self.next_head) else {
            return Ok(Ok(()));
        };
        if *at != size {
            return Ok(Ok(()));
        }
        let mine = hash_hex(&self.frontier.root());
        let from = self.next_head.checked_sub(1).and_then(|before| self.heads.get(before)).map_or(1, |head| head.0 + 1);
        self.next_head += 1;
        if mine != *root {
            let range = || format!("a line between {from} and {size} was changed, moved or put in");
            return Ok(Err(Broken(self.moved(from).unwrap_or_else(range))));
        }
        self.batch.clear();
        match read_note(key, note) {
            Some((noted, signed)) if noted == size && signed == mine => Ok(Ok(())),
            _ => Ok(Err(Broken(format!("the checkpoint at {size} lines does not carry our signature")))),
        }
    }
}

fn heads(tx: &mut Tx<'_>) -> Result<Vec<(u64, String, String)>, Fault> {
    let mut heads = Vec::new();
    let mut after = -1_i64;
    loop {
        let page =
            tx.rows("SELECT size, root, note FROM audit_checkpoint WHERE size > $1 ORDER BY size LIMIT $2", args![after, PAGE])?;
        let Some(last) = page.last() else { return Ok(heads) };
        after = last.int(0)?;
        for row in &page {
            heads.push((u64::try_from(row.int(0)?).unwrap_or(0), row.text(1)?.to_owned(), row.text(2)?.to_owned()));
        }
    }
}

fn report(tx: &mut Tx<'_>, walk: &Walk, now: Timestamp) -> Result<Report, Fault> {
    let count = |row: Option<Row>| row.map_or(Ok(0), |row| row.int(0)).map(|n| u64::try_from(n).unwrap_or(0));
    let waiting = tx.row("SELECT count(*) FROM audit_line WHERE position IS NULL", &[])?;
    let late = tx.row("SELECT count(*) FROM audit_line WHERE position IS NULL AND at < $1", args![now.plus_s(-WAIT_S)])?;
    Ok(Report {
        lines: walk.frontier.size(),
        checkpoints: u64::try_from(walk.heads.len()).unwrap_or(u64::MAX),
        late: count(late)?,
        waiting: count(waiting)?,
        note: walk.heads.last().map_or_else(String::new, |head| head.2.clone()),
    })
}

/// Size and root of a note that carries our signature; text around the note is allowed.
fn read_note(key: &VerifyingKey, text: &str) -> Option<(u64, String)> {
    let start = text.find("varde audit log\n")?;
    let mut lines = text.get(start..)?.lines();
    let (_, size, root) = (lines.next()?, lines.next()?.parse::<u64>().ok()?, lines.next()?.to_owned());
    let signature = lines.find_map(|line| line.strip_prefix("— varde "))?;
    let bytes = <[u8; 64]>::try_from(unhex(signature.trim())?).ok()?;
    key.verify(body(size, &root).as_bytes(), &Signature::from_bytes(&bytes)).ok()?;
    Some((size, root))
}
