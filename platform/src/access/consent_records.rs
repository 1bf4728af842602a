//! Consents that open nothing by themselves but must be on record: to have a plan, and to let confidential information be
//! shared (R-02, P-18). Two records, never one. Rows only; the rules are the part `consents`'.

use kernel::id::RowId;
use kernel::language::Language;
use kernel::time::Timestamp;

use super::grants::must_be_own;
use super::permit::Permit;
use crate::args;
use crate::db::{Row, Tx};
use crate::error::{Error, Fault};

/// What was said yes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordKind {
    /// That a plan is made.
    Plan,
    /// That information under the duty of confidentiality may be shared by those who have it.
    Confidential,
}

impl RecordKind {
    /// Both.
    pub const ALL: [RecordKind; 2] = [RecordKind::Plan, RecordKind::Confidential];

    /// As stored.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            RecordKind::Plan => "plan",
            RecordKind::Confidential => "confidential",
        }
    }

    /// The kind with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<RecordKind> {
        RecordKind::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// One record: who gave it is the person whose permit reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its id.
    pub id: RowId,
    /// To what.
    pub kind: RecordKind,
    /// Which version of the text.
    pub text_version: String,
    /// In which language.
    pub language: Language,
    /// How it was given.
    pub form: String,
    /// When.
    pub given_at: Timestamp,
    /// When it was taken back.
    pub withdrawn_at: Option<Timestamp>,
}

/// Every record this person has given, newest first.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn all(tx: &mut Tx<'_>, own: &Permit) -> Result<Vec<Record>, Error> {
    must_be_own(own)?;
    let rows = tx.rows(
        "SELECT consent_id, kind, text_version, language, form, given_at, withdrawn_at
         FROM access_consent WHERE person_id = $1 ORDER BY given_at DESC, consent_id",
        args![own.person()],
    )?;
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}

fn read(row: &Row) -> Result<Record, Fault> {
    Ok(Record {
        id: row.parsed(0, RowId::parse)?,
        kind: row.parsed(1, RecordKind::parse)?,
        text_version: row.text(2)?.to_owned(),
        language: row.parsed(3, Language::parse)?,
        form: row.text(4)?.to_owned(),
        given_at: row.time(5)?,
        withdrawn_at: row.time_or_null(6)?,
    })
}

/// Since when this consent holds, or nothing: what the plan asks about itself before it may call itself complete.
///
/// # Errors
/// A fault when the database says no.
pub fn since(tx: &mut Tx<'_>, permit: &Permit, kind: RecordKind) -> Result<Option<Timestamp>, Error> {
    let row = tx.row(
        "SELECT given_at FROM access_consent WHERE person_id = $1 AND kind = $2 AND withdrawn_at IS NULL
         ORDER BY given_at DESC LIMIT 1",
        args![permit.person(), kind.key()],
    )?;
    Ok(row.map(|row| row.time(0)).transpose()?)
}

/// Writes a record.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn give(tx: &mut Tx<'_>, own: &Permit, record: &Record) -> Result<(), Error> {
    must_be_own(own)?;
    tx.add(
        "INSERT INTO access_consent (person_id, consent_id, kind, text_version, language, form, given_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![
            own.person(),
            &record.id,
            record.kind.key(),
            record.text_version.as_str(),
            record.language.code(),
            record.form.as_str(),
            record.given_at,
        ],
    )?;
    Ok(())
}

/// Takes the consent back now. False when none held.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn withdraw(tx: &mut Tx<'_>, own: &Permit, kind: RecordKind, now: Timestamp) -> Result<bool, Error> {
    must_be_own(own)?;
    let ended = tx.run(
        "UPDATE access_consent SET withdrawn_at = $1 WHERE person_id = $2 AND kind = $3 AND withdrawn_at IS NULL",
        args![now, own.person(), kind.key()],
    )?;
    Ok(ended > 0)
}
