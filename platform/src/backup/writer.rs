//! Writes a backup, frame by frame.

use std::io::Write;

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::destination::FULL;
use super::frames::{self, END, FIRST_LINE, FRAME_BYTES, FRAME_ROWS, HEAD, Head, ROWS, SEAL, TABLE};
use crate::db::{Row, Value};
use crate::error::Fault;
use crate::keys::{MasterKey, seal};

/// A backup being written.
pub(super) struct Writer<W> {
    out: W,
    key: Zeroizing<[u8; 32]>,
    head_mac: [u8; 32],
    /// Of every byte written so far.
    hash: Sha256,
    number: u64,
    pub(super) tables: u64,
    pub(super) rows: u64,
    pub(super) bytes: u64,
    open: Open,
}

/// The table being written.
#[derive(Default)]
struct Open {
    rows: u64,
    hash: Sha256,
    waiting: Vec<u8>,
    in_frame: u32,
}

impl<W: Write> Writer<W> {
    pub(super) fn begin(out: W, master: &MasterKey, head: &Head) -> Result<Writer<W>, Fault> {
        let key = frames::key(master);
        let text = serde_json::to_vec(head).map_err(|_| Fault::new("the head of the backup cannot be written"))?;
        let head_mac = frames::mac(&key, &text);
        let (hash, open) = (Sha256::new(), Open::default());
        let mut writer = Writer { out, key, head_mac, hash, number: 0, tables: 0, rows: 0, bytes: 0, open };
        writer.raw(FIRST_LINE)?;
        writer.frame(HEAD, &[&head_mac[..], &text[..]].concat())?;
        Ok(writer)
    }

    pub(super) fn table(&mut self, name: &str, columns: &[String]) -> Result<(), Fault> {
        let mut told = Vec::new();
        frames::put_bytes(&mut told, name.as_bytes())?;
        for column in columns {
            frames::put_bytes(&mut told, column.as_bytes())?;
        }
        self.open = Open::default();
        self.tables += 1;
        self.sealed(TABLE, &told)
    }

    pub(super) fn row(&mut self, row: &Row) -> Result<(), Fault> {
        self.cells(row.cells())
    }

    pub(super) fn cells(&mut self, cells: &[Value]) -> Result<(), Fault> {
        for cell in cells {
            frames::put_cell(&mut self.open.waiting, cell)?;
        }
        self.open.in_frame += 1;
        if self.open.in_frame >= FRAME_ROWS || self.open.waiting.len() >= FRAME_BYTES {
            self.flush_rows()?;
        }
        Ok(())
    }

    pub(super) fn end_table(&mut self) -> Result<(), Fault> {
        self.flush_rows()?;
        let open = std::mem::take(&mut self.open);
        self.rows += open.rows;
        let told = [&open.rows.to_be_bytes()[..], &open.hash.finalize()[..]].concat();
        self.sealed(END, &told)
    }

    pub(super) fn finish(mut self) -> Result<(W, u64, u64, u64), Fault> {
        let so_far = self.hash.clone().finalize();
        let told = [&self.tables.to_be_bytes()[..], &self.rows.to_be_bytes(), &so_far[..]].concat();
        self.sealed(SEAL, &told)?;
        self.out.flush().map_err(|_| Fault::new(FULL))?;
        Ok((self.out, self.tables, self.rows, self.bytes))
    }

    fn flush_rows(&mut self) -> Result<(), Fault> {
        if self.open.in_frame == 0 {
            return Ok(());
        }
        let waiting = std::mem::take(&mut self.open.waiting);
        self.open.hash.update(&waiting);
        self.open.rows += u64::from(std::mem::take(&mut self.open.in_frame));
        self.sealed(ROWS, &waiting)
    }

    fn sealed(&mut self, kind: u8, plain: &[u8]) -> Result<(), Fault> {
        let sealed = seal(&self.key, &frames::context(&self.head_mac, self.number, kind), plain)?;
        self.frame(kind, &sealed)
    }

    fn frame(&mut self, kind: u8, body: &[u8]) -> Result<(), Fault> {
        let length = u32::try_from(body.len()).ok().filter(|length| *length <= frames::LONGEST);
        let length = length.ok_or_else(|| Fault::new("a row is too large for a backup"))?;
        self.number += 1;
        self.raw(&[kind])?;
        self.raw(&length.to_be_bytes())?;
        self.raw(body)
    }

    fn raw(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        self.hash.update(bytes);
        self.bytes += u64::try_from(bytes.len()).unwrap_or(0);
        self.out.write_all(bytes).map_err(|_| Fault::new(FULL))
    }
}
