//! Reads a backup, and says in a sentence why it cannot be used.

use std::fs::File;
use std::io::{BufReader, ErrorKind, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::frames::{self, ANY_VERSION, Content, END, FIRST_LINE, HEAD, Head, LONGEST, Parse, ROWS, SEAL, TABLE};
use crate::db::Value;
use crate::error::Fault;
use crate::keys::{MasterKey, open};

const FOREIGN: &str = "this file is not a backup of Varde";
const NEWER: &str = "this backup has a format this version does not know; restore it with the newest Varde";
const OTHER_KEY: &str = "this backup was made with another master key, or its beginning was changed; restore it with the master key file of the house that made it";
const CUT: &str = "this backup is cut off before its end; use another copy";
const CHANGED: &str = "this backup was changed after it was made; use another copy";

/// What comes next in a backup.
pub(super) enum Piece {
    Table { name: String, columns: Vec<String> },
    Rows(Vec<Vec<Value>>),
    End { rows: u64 },
}

/// A backup that has been read from end to end and holds: nothing is written before that.
#[derive(Debug)]
pub struct Checked {
    path: PathBuf,
    /// What it says about itself.
    pub head: Head,
    /// Tables in it.
    pub tables: u64,
    /// Rows in it.
    pub rows: u64,
}

/// Reads a whole backup and checks every seal in it.
///
/// # Errors
/// A [`Fault`] that says in one sentence what is wrong with the file.
pub fn check(path: &Path, master: &MasterKey, wanted: Content) -> Result<Checked, Fault> {
    let (mut reader, head) = Reader::open(path, master)?;
    if head.content != wanted {
        return Err(Fault::new(match wanted {
            Content::Data => "this file holds the key store and not the data; give it with --keys",
            Content::Keys => "this file holds the data and not the key store; give it without --keys",
        }));
    }
    while reader.next()?.is_some() {}
    Ok(Checked { path: path.to_owned(), head, tables: reader.tables, rows: reader.rows })
}

impl Checked {
    /// Reads it once more, now to be used.
    pub(super) fn again(&self, master: &MasterKey) -> Result<Reader<BufReader<File>>, Fault> {
        let (reader, head) = Reader::open(&self.path, master)?;
        if head == self.head { Ok(reader) } else { Err(Fault::new(CHANGED)) }
    }
}

/// A backup being read.
pub(super) struct Reader<R> {
    input: R,
    key: Zeroizing<[u8; 32]>,
    head_mac: [u8; 32],
    hash: Sha256,
    number: u64,
    tables: u64,
    rows: u64,
    open: Option<Open>,
}

struct Open {
    columns: usize,
    rows: u64,
    hash: Sha256,
}

impl Reader<BufReader<File>> {
    fn open(path: &Path, master: &MasterKey) -> Result<(Reader<BufReader<File>>, Head), Fault> {
        let file =
            File::open(path).map_err(|_| Fault::new("the backup cannot be opened; check its path and that you may read it"))?;
        Reader::begin(BufReader::with_capacity(1 << 18, file), master)
    }
}

impl<R: Read> Reader<R> {
    pub(super) fn begin(mut input: R, master: &MasterKey) -> Result<(Reader<R>, Head), Fault> {
        let mut first = [0; FIRST_LINE.len()];
        let read = fill(&mut input, &mut first)?;
        if first != *FIRST_LINE {
            let ours = first.starts_with(ANY_VERSION);
            let beginning = read < first.len() && read > 0 && FIRST_LINE.starts_with(first.get(..read).unwrap_or_default());
            return Err(Fault::new(if beginning {
                CUT
            } else if ours {
                NEWER
            } else {
                FOREIGN
            }));
        }
        let mut hash = Sha256::new();
        hash.update(first);
        let key = frames::key(master);
        let mut reader = Reader { input, key, head_mac: [0; 32], hash, number: 0, tables: 0, rows: 0, open: None };
        let (kind, body) = reader.frame()?;
        let (mac, text) = body.split_first_chunk::<32>().filter(|_| kind == HEAD).ok_or_else(|| Fault::new(CHANGED))?;
        if frames::mac(&reader.key, text) != *mac {
            return Err(Fault::new(OTHER_KEY));
        }
        reader.head_mac = *mac;
        let head = serde_json::from_slice(text).map_err(|_| Fault::new(NEWER))?;
        Ok((reader, head))
    }

    /// The next piece; nothing once the seal has been read and holds.
    pub(super) fn next(&mut self) -> Result<Option<Piece>, Fault> {
        let before = self.hash.clone();
        let number = self.number;
        let (kind, body) = self.frame()?;
        let plain = open(&self.key, &frames::context(&self.head_mac, number, kind), &body).map_err(|_| Fault::new(CHANGED))?;
        let mut parse = Parse(&plain);
        let piece = match kind {
            TABLE => self.table(&mut parse).map(Some),
            ROWS => self.rows_of(&plain).map(Some),
            END => self.end_of(&mut parse).map(Some),
            SEAL => self.sealed(&mut parse, before).map(|()| None),
            _ => None,
        };
        let piece = piece.ok_or_else(|| Fault::new(CHANGED))?;
        if piece.is_none() && fill(&mut self.input, &mut [0])? != 0 {
            return Err(Fault::new(CHANGED));
        }
        Ok(piece)
    }

    fn table(&mut self, parse: &mut Parse<'_>) -> Option<Piece> {
        let name = parse.text()?;
        let mut columns = Vec::new();
        while !parse.is_at_end() {
            columns.push(parse.text()?);
        }
        let fresh = Open { columns: columns.len(), rows: 0, hash: Sha256::new() };
        self.tables += 1;
        let still_open = self.open.replace(fresh).is_some();
        (!still_open && !columns.is_empty()).then_some(Piece::Table { name, columns })
    }

    fn rows_of(&mut self, plain: &[u8]) -> Option<Piece> {
        let open = self.open.as_mut()?;
        open.hash.update(plain);
        let mut parse = Parse(plain);
        let mut rows = Vec::new();
        while !parse.is_at_end() {
            rows.push((0..open.columns).map(|_| parse.cell()).collect::<Option<Vec<Value>>>()?);
        }
        open.rows += u64::try_from(rows.len()).ok()?;
        Some(Piece::Rows(rows))
    }

    fn end_of(&mut self, parse: &mut Parse<'_>) -> Option<Piece> {
        let open = self.open.take()?;
        let (rows, hash) = (parse.number()?, parse.fixed::<32>()?);
        self.rows += rows;
        (rows == open.rows && hash[..] == open.hash.finalize()[..] && parse.is_at_end()).then_some(Piece::End { rows })
    }

    fn sealed(&mut self, parse: &mut Parse<'_>, before: Sha256) -> Option<()> {
        let (tables, rows, hash) = (parse.number()?, parse.number()?, parse.fixed::<32>()?);
        let counted = tables == self.tables && rows == self.rows && self.open.is_none();
        (counted && hash[..] == before.finalize()[..] && parse.is_at_end()).then_some(())
    }

    fn frame(&mut self) -> Result<(u8, Vec<u8>), Fault> {
        let mut start = [0; 5];
        self.exactly(&mut start)?;
        let [kind, length @ ..] = start;
        let length = u32::from_be_bytes(length);
        if length > LONGEST {
            return Err(Fault::new(CHANGED));
        }
        let mut body = Vec::new();
        let read = (&mut self.input).take(u64::from(length)).read_to_end(&mut body).map_err(|_| unreadable())?;
        if u32::try_from(read) != Ok(length) {
            return Err(Fault::new(CUT));
        }
        self.hash.update(start);
        self.hash.update(&body);
        self.number += 1;
        Ok((kind, body))
    }

    fn exactly(&mut self, into: &mut [u8]) -> Result<(), Fault> {
        let wanted = into.len();
        if fill(&mut self.input, into)? == wanted { Ok(()) } else { Err(Fault::new(CUT)) }
    }
}

fn unreadable() -> Fault {
    Fault::new("the disk the backup lies on cannot be read; use another copy")
}

/// Reads until the buffer is full or the file is at its end, and tells how far it came.
fn fill(input: &mut impl Read, into: &mut [u8]) -> Result<usize, Fault> {
    let mut read = 0;
    while let Some(rest) = into.get_mut(read..).filter(|rest| !rest.is_empty()) {
        match input.read(rest) {
            Ok(0) => break,
            Ok(more) => read += more,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => return Err(unreadable()),
        }
    }
    Ok(read)
}
