//! Writing lines and what hangs on them. Every change asks for the version it was decided on.

use kernel::area::Area;
use kernel::id::{AccountId, RowId};
use kernel::time::Timestamp;
use platform::access::Permit;
use platform::args;
use platform::db::Tx;
use platform::error::Error;
use platform::keys::Cell;

use super::{Author, Entry, Step, must_touch_one, table};
use crate::plan::rules::{Achievement, Answer, LineKind, Origin};

/// A line to be written.
#[derive(Clone, Debug)]
pub struct NewLine {
    /// Its id, drawn before the first attempt.
    pub id: RowId,
    /// Its area.
    pub area: Option<Area>,
    /// What it says.
    pub words: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Who wrote it.
    pub author: Author,
    /// The person's answer: a yes to what the person writes or accepts.
    pub answer: Answer,
    /// What a measure has more; nothing for a goal.
    pub step: Option<Step>,
}

impl NewLine {
    /// Goal or measure.
    #[must_use]
    pub fn kind(&self) -> LineKind {
        if self.step.is_some() { LineKind::Measure } else { LineKind::Goal }
    }
}

/// How many lines there are, retracted ones too. The number is for the limit and is shown to nobody.
///
/// # Errors
/// A fault.
pub fn count(tx: &mut Tx<'_>, permit: &Permit) -> Result<usize, Error> {
    let row = tx.row(
        "SELECT (SELECT count(*) FROM plan_goal WHERE person_id = $1) + (SELECT count(*) FROM plan_measure WHERE person_id = $2)",
        args![permit.person(), permit.person()],
    )?;
    let lines = row.map_or(Ok(0), |row| row.int(0))?;
    Ok(usize::try_from(lines).unwrap_or(usize::MAX))
}

/// Writes a new line.
///
/// # Errors
/// A fault.
pub fn add(tx: &mut Tx<'_>, permit: &Permit, new: &NewLine, now: Timestamp) -> Result<(), Error> {
    let kind = new.kind();
    let cell = |column| Cell::new(table(kind), new.id.as_str(), column);
    let words = permit.seal(cell("words"), &new.words)?;
    let author = new.author.as_ref().map(|(_, name)| permit.seal(cell("author"), name)).transpose()?;
    let account = new.author.as_ref().map(|(account, _)| account.as_str());
    let answered_at = (new.answer != Answer::None).then_some(now);
    let Some(step) = &new.step else {
        tx.run(
            "INSERT INTO plan_goal (person_id, goal_id, area, words, origin, account_id, author, made_at, answer, answered_at,
               version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)",
            args![
                permit.person(),
                &new.id,
                new.area.map(Area::key),
                words,
                new.origin.key(),
                account,
                author,
                now,
                new.answer.key(),
                answered_at,
            ],
        )?;
        return Ok(());
    };
    tx.run(
        "INSERT INTO plan_measure (person_id, measure_id, area, words, origin, account_id, author, made_at, answer, answered_at,
           version, goal_id, need, who_kind, who_id, who, due_on, due_words, status)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11, $12, $13, $14, $15, $16, $17, $18)",
        args![
            permit.person(),
            &new.id,
            new.area.map(Area::key),
            words,
            new.origin.key(),
            account,
            author,
            now,
            new.answer.key(),
            answered_at,
            step.goal.as_ref().map(RowId::as_str),
            step.need.key(),
            step.who.kind.key(),
            step.who.id.clone(),
            step.who.name.as_deref().map(|name| permit.seal(cell("who"), name)).transpose()?,
            step.due,
            step.due_words.as_deref().map(|words| permit.seal(cell("due_words"), words)).transpose()?,
            step.status.key(),
        ],
    )?;
    Ok(())
}

/// Saves a line that was changed: `entry` as it is from now on, over the version that was decided on.
///
/// # Errors
/// A fault to try again when another was first.
pub fn edit(tx: &mut Tx<'_>, permit: &Permit, entry: &Entry, seen: i64) -> Result<(), Error> {
    let cell = |column| Cell::new(table(entry.kind), entry.id.as_str(), column);
    let words = permit.seal(cell("words"), &entry.words)?;
    let area = entry.area.map(Area::key);
    let answer = entry.line.answer.key();
    let touched = match &entry.step {
        None => tx.run(
            "UPDATE plan_goal SET area = $1, words = $2, answer = $3, answered_at = $4, version = version + 1
             WHERE person_id = $5 AND goal_id = $6 AND version = $7",
            args![area, words, answer, entry.answered_at, permit.person(), &entry.id, seen],
        )?,
        Some(step) => tx.run(
            "UPDATE plan_measure SET area = $1, words = $2, answer = $3, answered_at = $4, need = $5, who_kind = $6,
               who_id = $7, who = $8, due_on = $9, due_words = $10, status = $11, version = version + 1
             WHERE person_id = $12 AND measure_id = $13 AND version = $14",
            args![
                area,
                words,
                answer,
                entry.answered_at,
                step.need.key(),
                step.who.kind.key(),
                step.who.id.clone(),
                step.who.name.as_deref().map(|name| permit.seal(cell("who"), name)).transpose()?,
                step.due,
                step.due_words.as_deref().map(|words| permit.seal(cell("due_words"), words)).transpose()?,
                step.status.key(),
                permit.person(),
                &entry.id,
                seen,
            ],
        )?,
    };
    must_touch_one(touched)
}

/// The person's answer, at once.
///
/// # Errors
/// A fault to try again when another was first.
pub fn answer(tx: &mut Tx<'_>, permit: &Permit, entry: &Entry, answer: Answer, now: Timestamp) -> Result<(), Error> {
    let args = args![answer.key(), now, permit.person(), &entry.id, entry.line.version];
    let touched = match entry.kind {
        LineKind::Goal => tx.run(
            "UPDATE plan_goal SET answer = $1, answered_at = $2, version = version + 1
             WHERE person_id = $3 AND goal_id = $4 AND version = $5",
            args,
        )?,
        LineKind::Measure => tx.run(
            "UPDATE plan_measure SET answer = $1, answered_at = $2, version = version + 1
             WHERE person_id = $3 AND measure_id = $4 AND version = $5",
            args,
        )?,
    };
    must_touch_one(touched)
}

/// Takes a line back. Its words stay, shown as taken back.
///
/// # Errors
/// A fault to try again when another was first.
pub fn retract(tx: &mut Tx<'_>, permit: &Permit, entry: &Entry, now: Timestamp) -> Result<(), Error> {
    let args = args![now, permit.person(), &entry.id, entry.line.version];
    let touched = match entry.kind {
        LineKind::Goal => tx.run(
            "UPDATE plan_goal SET retracted_at = $1, version = version + 1
             WHERE person_id = $2 AND goal_id = $3 AND version = $4",
            args,
        )?,
        LineKind::Measure => tx.run(
            "UPDATE plan_measure SET retracted_at = $1, version = version + 1
             WHERE person_id = $2 AND measure_id = $3 AND version = $4",
            args,
        )?,
    };
    must_touch_one(touched)
}

/// Writes how far a goal has come: a new line each time, none is ever changed.
///
/// # Errors
/// A fault.
pub fn add_evaluation(
    tx: &mut Tx<'_>,
    permit: &Permit,
    (id, goal): (&RowId, &RowId),
    (achievement, words): (Achievement, &str),
    author: &Author,
    now: Timestamp,
) -> Result<(), Error> {
    let cell = |column| Cell::new("plan_evaluation", id.as_str(), column);
    tx.run(
        "INSERT INTO plan_evaluation (person_id, evaluation_id, goal_id, achievement, words, account_id, author, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            permit.person(),
            id,
            goal,
            achievement.key(),
            permit.seal(cell("words"), words)?,
            author.as_ref().map(|(account, _)| account.as_str()),
            author.as_ref().map(|(_, name)| permit.seal(cell("author"), name)).transpose()?,
            now,
        ],
    )?;
    Ok(())
}

/// Writes a comment.
///
/// # Errors
/// A fault.
pub fn add_comment(
    tx: &mut Tx<'_>,
    permit: &Permit,
    (id, line): (&RowId, &RowId),
    words: &str,
    author: &Author,
    now: Timestamp,
) -> Result<(), Error> {
    let cell = |column| Cell::new("plan_comment", id.as_str(), column);
    tx.run(
        "INSERT INTO plan_comment (person_id, comment_id, line_id, words, account_id, author, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![
            permit.person(),
            id,
            line,
            permit.seal(cell("words"), words)?,
            author.as_ref().map(|(account, _)| account.as_str()),
            author.as_ref().map(|(_, name)| permit.seal(cell("author"), name)).transpose()?,
            now,
        ],
    )?;
    Ok(())
}

/// On which line a comment stands and who wrote it; nothing when there is none or it was taken back.
///
/// # Errors
/// A fault.
pub fn comment_author(tx: &mut Tx<'_>, permit: &Permit, id: &RowId) -> Result<Option<(RowId, Option<AccountId>)>, Error> {
    let row = tx.row(
        "SELECT line_id, account_id FROM plan_comment WHERE person_id = $1 AND comment_id = $2 AND retracted_at IS NULL",
        args![permit.person(), id],
    )?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some((row.parsed(0, RowId::parse)?, row.parsed_or_null(1, AccountId::parse)?)))
}

/// Takes a comment back.
///
/// # Errors
/// A fault.
pub fn retract_comment(tx: &mut Tx<'_>, permit: &Permit, id: &RowId, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "UPDATE plan_comment SET retracted_at = $1 WHERE person_id = $2 AND comment_id = $3 AND retracted_at IS NULL",
        args![now, permit.person(), id],
    )?;
    Ok(())
}
