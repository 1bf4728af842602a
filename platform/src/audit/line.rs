//! One line of the log.

use kernel::merkle::leaf_hash;
use kernel::time::Timestamp;
use serde::{Deserialize, Serialize};

use crate::db::{Insert, Note, Row, Tx};
use crate::error::Fault;

/// A line as it is kept. It is never changed; sealing adds its position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Random.
    pub line_id: String,
    /// What belongs together: a list is one event with a line per person shown.
    pub event_id: String,
    /// When.
    pub at: Timestamp,
    /// Which process wrote it.
    pub node: String,
    /// The asker's role.
    pub role: String,
    /// The asker's account; empty for visitors and for the person.
    pub account_id: Option<String>,
    /// The asker's organisation.
    pub organisation_id: Option<String>,
    /// What was done: `look`, or the command's name.
    pub act: String,
    /// By which part.
    pub part: String,
    /// For which purpose.
    pub purpose: String,
    /// `shown`, `changed`, `denied` or `refused`.
    pub outcome: String,
    /// About whom: a keyed name that only the person's own key gives.
    pub subject: Option<String>,
    /// What was open and on which ground, sealed with the person's key.
    pub detail: Option<Vec<u8>>,
}

/// The ground of a look by whoever holds a link that the person has agreed to; the reason beside it is what they are called.
pub const BY_LINK: &str = "by-link";

/// What stands sealed in a line: for the person to read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Detail {
    /// Areas that were open, as bits of [`kernel::area::Areas`].
    pub areas: i64,
    /// The ground: a key of [`kernel::access::Basis`], or of [`kernel::access::Reason`] for a no.
    pub basis: String,
    /// The grant it rested on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grant: Option<String>,
    /// The reason an employee wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The person stood on a list with others: only who they are was shown.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub listed: bool,
    /// What the employee was at that time.
    #[serde(default, skip_serializing_if = "Attested::is_empty")]
    pub attested: Attested,
}

/// What an organisation attests of an employee: the rest of the national set (P-11), beside role, account, organisation and
/// purpose, which each line has in the open. It is copied into the line, because the account's own row changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attested {
    /// Number in the register of health personnel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hpr_number: Option<String>,
    /// For instance «sykepleier».
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authorisation: Option<String>,
    /// The legal entity one works for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_entity: Option<String>,
    /// Where care is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point_of_care: Option<String>,
    /// Department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
}

impl Attested {
    fn is_empty(&self) -> bool {
        *self == Attested::default()
    }
}

pub(super) const COLUMNS: usize = 13;

impl Line {
    /// The bytes that are sealed: each field with its length before it, so that no two lines can read alike.
    #[must_use]
    pub fn leaf(&self) -> [u8; 32] {
        let at = self.at.stored();
        let fields: [Option<&[u8]>; COLUMNS] = [
            Some(self.line_id.as_bytes()),
            Some(self.event_id.as_bytes()),
            Some(at.as_bytes()),
            Some(self.node.as_bytes()),
            Some(self.role.as_bytes()),
            self.account_id.as_deref().map(str::as_bytes),
            self.organisation_id.as_deref().map(str::as_bytes),
            Some(self.act.as_bytes()),
            Some(self.part.as_bytes()),
            Some(self.purpose.as_bytes()),
            Some(self.outcome.as_bytes()),
            self.subject.as_deref().map(str::as_bytes),
            self.detail.as_deref(),
        ];
        let mut bytes = Vec::with_capacity(512);
        for field in fields {
            match field {
                None => bytes.push(0),
                Some(field) => {
                    bytes.push(1);
                    bytes.extend_from_slice(&u64::try_from(field.len()).unwrap_or(u64::MAX).to_le_bytes());
                    bytes.extend_from_slice(field);
                }
            }
        }
        leaf_hash(&bytes)
    }

    /// From the first thirteen cells of a row.
    ///
    /// # Errors
    /// A [`Fault`] when a cell is not what a line holds.
    pub fn from_row(row: &Row) -> Result<Line, Fault> {
        let text = |at: usize| row.text(at).map(str::to_owned);
        let maybe = |at: usize| row.text_or_null(at).map(|found| found.map(str::to_owned));
        Ok(Line {
            line_id: text(0)?,
            event_id: text(1)?,
            at: row.time(2)?,
            node: text(3)?,
            role: text(4)?,
            account_id: maybe(5)?,
            organisation_id: maybe(6)?,
            act: text(7)?,
            part: text(8)?,
            purpose: text(9)?,
            outcome: text(10)?,
            subject: maybe(11)?,
            detail: row.blob_or_null(12)?.map(<[u8]>::to_vec),
        })
    }
}

/// Where lines are written.
pub static LINES: Insert = Insert::new(
    "INSERT INTO audit_line (line_id, event_id, at, node, role, account_id, organisation_id, act, part,
       purpose, outcome, subject, detail, leaf)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
);

impl Line {
    /// The line as it is written.
    #[must_use]
    pub fn into_note(self) -> Note {
        let leaf = self.leaf().to_vec();
        vec![
            self.line_id.into(),
            self.event_id.into(),
            self.at.into(),
            self.node.into(),
            self.role.into(),
            self.account_id.into(),
            self.organisation_id.into(),
            self.act.into(),
            self.part.into(),
            self.purpose.into(),
            self.outcome.into(),
            self.subject.into(),
            self.detail.into(),
            leaf.into(),
        ]
    }
}

/// Writes lines; they are durable when the transaction is.
///
/// # Errors
/// A [`Fault`] when the database says no: then nothing may be shown.
pub fn insert(tx: &mut Tx<'_>, lines: &[Line]) -> Result<(), Fault> {
    let notes: Vec<Note> = lines.iter().cloned().map(Line::into_note).collect();
    tx.insert(&LINES, &notes)
}
