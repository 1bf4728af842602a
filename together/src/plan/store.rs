//! The plan's rows. Everything here filters by area after asking the permit, so that what is not shared is not even read
//! into a page: neither its words nor its number.

mod history;
mod lines;
mod whole;

use std::collections::BTreeSet;

use kernel::area::Area;
use kernel::id::{AccountId, RowId};
use kernel::time::{Day, Timestamp};
use platform::access::Permit;
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

pub use history::{Revision, note, revisions, revisions_of};
pub use lines::{NewLine, add, add_comment, add_evaluation, answer, comment_author, count, edit, retract, retract_comment};
pub use whole::{facts, head, part_rule, parts, save_head, save_part};

use super::rules::{Achievement, Answer, Line, LineKind, Need, Origin, Status, WhoKind};

/// Who writes: nothing for the person, else the account and «Kari Nes, MO-senteret».
pub type Author = Option<(AccountId, String)>;

/// Who does a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// What kind of somebody.
    pub kind: WhoKind,
    /// The account or organisation.
    pub id: Option<String>,
    /// The name to show.
    pub name: Option<String>,
}

impl Who {
    /// Nobody yet.
    pub const NOBODY: Who = Who { kind: WhoKind::Nobody, id: None, name: None };
}

/// What a measure has beside its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The goal it serves.
    pub goal: Option<RowId>,
    /// Which side it serves.
    pub need: Need,
    /// Who does it.
    pub who: Who,
    /// By which day.
    pub due: Option<Day>,
    /// When, in words: «torsdager kl. 10.30».
    pub due_words: Option<String>,
    /// Where it stands.
    pub status: Status,
}

/// A goal or a measure as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: RowId,
    /// Goal or measure.
    pub kind: LineKind,
    /// Its area; a line without one is the person's alone.
    pub area: Option<Area>,
    /// What it says.
    pub words: String,
    /// As the rules see it.
    pub line: Line,
    /// «Kari Nes, MO-senteret», when somebody else wrote it.
    pub author: Option<String>,
    /// When it was written.
    pub made_at: Timestamp,
    /// When it was last answered, or the answer was taken back.
    pub answered_at: Option<Timestamp>,
    /// When it was retracted.
    pub retracted_at: Option<Timestamp>,
    /// What a measure has more.
    pub step: Option<Step>,
}

impl Entry {
    /// Waits for the person's first answer.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.line.answer == Answer::None && self.answered_at.is_none() && !self.line.retracted
    }

    /// Stands in the plan: agreed to and not retracted.
    #[must_use]
    pub fn stands(&self) -> bool {
        self.line.answer == Answer::Yes && !self.line.retracted
    }
}

/// How far a goal had come on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// Which goal.
    pub goal: RowId,
    /// In a word.
    pub achievement: Achievement,
    /// In a sentence.
    pub words: String,
    /// Who said it; nothing for the person.
    pub author: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// What somebody said about a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Its id.
    pub id: RowId,
    /// Which line.
    pub line: RowId,
    /// What it says.
    pub words: String,
    /// The account of whoever wrote it; nothing for the person.
    pub account: Option<AccountId>,
    /// Their name.
    pub author: Option<String>,
    /// When.
    pub at: Timestamp,
    /// When it was taken back.
    pub retracted_at: Option<Timestamp>,
}

/// What this permit shows of the plan.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Goals and measures, oldest first.
    pub entries: Vec<Entry>,
    /// Evaluations of these goals, oldest first.
    pub evaluations: Vec<Evaluation>,
    /// Comments on these lines, oldest first.
    pub comments: Vec<Comment>,
}

impl Plan {
    /// The line with this id.
    #[must_use]
    pub fn entry(&self, id: &RowId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == *id)
    }
}

/// Loads what this permit shows: lines of its areas, and what hangs on them.
///
/// # Errors
/// A fault.
pub fn load(tx: &mut Tx<'_>, permit: &Permit) -> Result<Plan, Error> {
    let mut entries = goals(tx, permit)?;
    entries.extend(measures(tx, permit)?);
    entries.sort_by(|a, b| (a.made_at, &a.id).cmp(&(b.made_at, &b.id)));
    let seen: BTreeSet<RowId> = entries.iter().map(|entry| entry.id.clone()).collect();
    let evaluations = evaluations(tx, permit, &seen)?;
    let comments = comments(tx, permit, &seen)?;
    Ok(Plan { entries, evaluations, comments })
}

fn goals(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<Entry>, Error> {
    let rows = tx.rows(
        "SELECT goal_id, area, words, origin, account_id, author, made_at, answer, answered_at, retracted_at, version
         FROM plan_goal WHERE person_id = $1 ORDER BY made_at, goal_id",
        args![permit.person()],
    )?;
    shown(&rows, permit, |row, area| read_entry(row, permit, LineKind::Goal, area))
}

fn measures(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<Entry>, Error> {
    let rows = tx.rows(
        "SELECT measure_id, area, words, origin, account_id, author, made_at, answer, answered_at, retracted_at, version,
           goal_id, need, who_kind, who_id, who, due_on, due_words, status
         FROM plan_measure WHERE person_id = $1 ORDER BY made_at, measure_id",
        args![permit.person()],
    )?;
    shown(&rows, permit, |row, area| {
        let mut entry = read_entry(row, permit, LineKind::Measure, area)?;
        let step = read_step(row, permit, &entry.id)?;
        entry.line.status = Some(step.status);
        entry.step = Some(step);
        Ok(entry)
    })
}

/// Rows of the areas this permit sees; the others are passed over before anything of them is opened.
fn shown<T>(rows: &[Row], permit: &Permit, read: impl Fn(&Row, Option<Area>) -> Result<T, Error>) -> Result<Vec<T>, Error> {
    let mut found = Vec::new();
    for row in rows {
        let area = row.parsed_or_null(1, Area::parse)?;
        if permit.sees(area) {
            found.push(read(row, area)?);
        }
    }
    Ok(found)
}

const fn table(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Goal => "plan_goal",
        LineKind::Measure => "plan_measure",
    }
}

fn read_entry(row: &Row, permit: &Permit, kind: LineKind, area: Option<Area>) -> Result<Entry, Error> {
    let id = row.parsed(0, RowId::parse)?;
    let cell = |column| Cell::new(table(kind), id.as_str(), column);
    let retracted_at = row.time_or_null(9)?;
    let line = Line {
        origin: row.parsed(3, Origin::parse)?,
        account: row.parsed_or_null(4, AccountId::parse)?,
        answer: row.parsed(7, Answer::parse)?,
        retracted: retracted_at.is_some(),
        status: None,
        version: row.int(10)?,
    };
    Ok(Entry {
        kind,
        area,
        words: permit.open(cell("words"), row.blob(2)?)?,
        line,
        author: permit.open_or_null(cell("author"), row.blob_or_null(5)?)?,
        made_at: row.time(6)?,
        answered_at: row.time_or_null(8)?,
        retracted_at,
        step: None,
        id: id.clone(),
    })
}

fn read_step(row: &Row, permit: &Permit, id: &RowId) -> Result<Step, Error> {
    let cell = |column| Cell::new("plan_measure", id.as_str(), column);
    let who = Who {
        kind: row.parsed(13, WhoKind::parse)?,
        id: row.text_or_null(14)?.map(str::to_owned),
        name: permit.open_or_null(cell("who"), row.blob_or_null(15)?)?,
    };
    Ok(Step {
        goal: row.parsed_or_null(11, RowId::parse)?,
        need: row.parsed(12, Need::parse)?,
        who,
        due: row.parsed_or_null(16, Day::parse)?,
        due_words: permit.open_or_null(cell("due_words"), row.blob_or_null(17)?)?,
        status: row.parsed(18, Status::parse)?,
    })
}

fn evaluations(tx: &mut Tx<'_>, permit: &Permit, seen: &BTreeSet<RowId>) -> Result<Vec<Evaluation>, Error> {
    let rows = tx.rows(
        "SELECT evaluation_id, goal_id, achievement, words, author, at
         FROM plan_evaluation WHERE person_id = $1 ORDER BY at, evaluation_id",
        args![permit.person()],
    )?;
    let mut found = Vec::new();
    for row in &rows {
        let (id, goal) = (row.parsed(0, RowId::parse)?, row.parsed(1, RowId::parse)?);
        if !seen.contains(&goal) {
            continue;
        }
        let cell = |column| Cell::new("plan_evaluation", id.as_str(), column);
        found.push(Evaluation {
            goal,
            achievement: row.parsed(2, Achievement::parse)?,
            words: permit.open(cell("words"), row.blob(3)?)?,
            author: permit.open_or_null(cell("author"), row.blob_or_null(4)?)?,
            at: row.time(5)?,
        });
    }
    Ok(found)
}

fn comments(tx: &mut Tx<'_>, permit: &Permit, seen: &BTreeSet<RowId>) -> Result<Vec<Comment>, Error> {
    let rows = tx.rows(
        "SELECT comment_id, line_id, words, account_id, author, at, retracted_at
         FROM plan_comment WHERE person_id = $1 ORDER BY at, comment_id",
        args![permit.person()],
    )?;
    let mut found = Vec::new();
    for row in &rows {
        let (id, line) = (row.parsed(0, RowId::parse)?, row.parsed(1, RowId::parse)?);
        if !seen.contains(&line) {
            continue;
        }
        let cell = |column| Cell::new("plan_comment", id.as_str(), column);
        found.push(Comment {
            line,
            words: permit.open(cell("words"), row.blob(2)?)?,
            account: row.parsed_or_null(3, AccountId::parse)?,
            author: permit.open_or_null(cell("author"), row.blob_or_null(4)?)?,
            at: row.time(5)?,
            retracted_at: row.time_or_null(6)?,
            id: id.clone(),
        });
    }
    Ok(found)
}

/// The fault of an update that met another: the same command is run again and then sees the new version.
fn must_touch_one(touched: u64) -> Result<(), Error> {
    if touched == 1 { Ok(()) } else { Err(Fault::retry("a line was changed meanwhile").into()) }
}
