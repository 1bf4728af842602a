//! The plan as a whole: its kind, its period, its nine parts, and the row that says which parts the law asks for.

use kernel::time::{Day, Timestamp};
use platform::access::Permit;
use platform::access::relations::{Duty, running};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;

use super::{Plan, must_touch_one};
use crate::plan::rules::{Head, IpPart, Kind, LineKind, PartFacts, Period, WhoKind, is_active};

/// The jurisdiction whose rules are used.
const JURISDICTION: &str = "NO";

/// One written part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which.
    pub part: IpPart,
    /// What it says.
    pub words: String,
    /// When it was last written.
    pub changed_at: Timestamp,
    /// Which version.
    pub version: i64,
}

/// Which parts the law asks for, since when, and where that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The parts, in order.
    pub parts: Vec<IpPart>,
    /// Since when.
    pub since: Day,
    /// Where it stands.
    pub source: String,
    /// What a lawyer still has to look at.
    pub to_be_checked: Option<String>,
}

/// The rule that holds on a day.
///
/// # Errors
/// A fault when there is none, or it names a part that is not known.
pub fn part_rule(tx: &mut Tx<'_>, day: Day) -> Result<Rule, Error> {
    let row = tx.row(
        "SELECT setting, valid_from, source, to_be_checked FROM plan_rule
         WHERE rule = 'individual-plan-parts' AND jurisdiction = $1 AND valid_from <= $2
           AND (valid_until IS NULL OR valid_until >= $3)
         ORDER BY valid_from DESC LIMIT 1",
        args![JURISDICTION, day, day],
    )?;
    let row = row.ok_or_else(|| Fault::new("no rule says which parts an individual plan has on this day"))?;
    let parts: Option<Vec<IpPart>> = row.text(0)?.split_whitespace().map(IpPart::parse).collect();
    Ok(Rule {
        parts: parts.ok_or_else(|| Fault::new("the rule for individual plans names a part that is not known"))?,
        since: row.parsed(1, Day::parse)?,
        source: row.text(2)?.to_owned(),
        to_be_checked: row.text_or_null(3)?.map(str::to_owned),
    })
}

/// The plan as a whole. Before the first change it is light and has version nought.
///
/// # Errors
/// A fault.
pub fn head(tx: &mut Tx<'_>, own: &Permit, now: Timestamp) -> Result<Head, Error> {
    let row = tx.row(
        "SELECT kind, started_at, period_from, period_until, revise_on, declined_at, completed_at, version
         FROM plan_plan WHERE person_id = $1",
        args![own.person()],
    )?;
    let none = Head { kind: Kind::Light, started_at: now, period: None, declined_at: None, completed_at: None, version: 0 };
    Ok(row.map_or(Ok(none), |row| read_head(&row))?)
}

fn read_head(row: &Row) -> Result<Head, Fault> {
    let days = (row.parsed_or_null(2, Day::parse)?, row.parsed_or_null(3, Day::parse)?, row.parsed_or_null(4, Day::parse)?);
    let period = match days {
        (Some(from), Some(until), Some(revise)) => Some(Period { from, until, revise }),
        _ => None,
    };
    Ok(Head {
        kind: row.parsed(0, Kind::parse)?,
        started_at: row.time(1)?,
        period,
        declined_at: row.time_or_null(5)?,
        completed_at: row.time_or_null(6)?,
        version: row.int(7)?,
    })
}

/// Saves the plan as a whole over the version it was decided on.
///
/// # Errors
/// A fault to try again when another was first.
pub fn save_head(tx: &mut Tx<'_>, own: &Permit, head: &Head) -> Result<(), Error> {
    let period = head.period;
    let touched = tx.run(
        "INSERT INTO plan_plan (person_id, kind, started_at, period_from, period_until, revise_on, declined_at, completed_at,
           version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)
         ON CONFLICT (person_id) DO UPDATE SET kind = excluded.kind, period_from = excluded.period_from,
           period_until = excluded.period_until, revise_on = excluded.revise_on, declined_at = excluded.declined_at,
           completed_at = excluded.completed_at, version = plan_plan.version + 1
         WHERE plan_plan.version = $9",
        args![
            own.person(),
            head.kind.key(),
            head.started_at,
            period.map(|period| period.from),
            period.map(|period| period.until),
            period.map(|period| period.revise),
            head.declined_at,
            head.completed_at,
            head.version,
        ],
    )?;
    must_touch_one(touched)
}

/// The parts that have been written.
///
/// # Errors
/// A denial for anyone but the person: the parts have no area.
pub fn parts(tx: &mut Tx<'_>, own: &Permit) -> Result<Vec<Part>, Error> {
    if !own.sees(None) {
        return Ok(Vec::new());
    }
    let rows = tx
        .rows("SELECT part, words, changed_at, version FROM plan_part WHERE person_id = $1 ORDER BY part", args![own.person()])?;
    rows.iter().map(|row| read_part(row, own)).collect()
}

fn read_part(row: &Row, own: &Permit) -> Result<Part, Error> {
    let part = row.parsed(0, IpPart::parse)?;
    let words = own.open(Cell::new("plan_part", part.key(), "words"), row.blob(1)?)?;
    Ok(Part { part, words, changed_at: row.time(2)?, version: row.int(3)? })
}

/// Writes a part over the version that was on the screen; nought when there was none.
///
/// # Errors
/// A fault to try again when another was first.
pub fn save_part(tx: &mut Tx<'_>, own: &Permit, part: IpPart, words: &str, seen: i64, now: Timestamp) -> Result<(), Error> {
    let touched = tx.run(
        "INSERT INTO plan_part (person_id, part, words, changed_at, version) VALUES ($1, $2, $3, $4, 1)
         ON CONFLICT (person_id, part) DO UPDATE SET words = excluded.words, changed_at = excluded.changed_at,
           version = plan_part.version + 1
         WHERE plan_part.version = $5",
        args![own.person(), part.key(), own.seal(Cell::new("plan_part", part.key(), "words"), words)?, now, seen,],
    )?;
    must_touch_one(touched)
}

/// What the plan already holds of the parts.
///
/// # Errors
/// A fault.
pub fn facts(tx: &mut Tx<'_>, own: &Permit, plan: &Plan, head: &Head, now: Timestamp) -> Result<PartFacts, Error> {
    let has_someone = |kind: WhoKind| kind != WhoKind::Nobody;
    let measure = plan
        .entries
        .iter()
        .any(|entry| is_active(&entry.line) && entry.step.as_ref().is_some_and(|step| has_someone(step.who.kind)));
    let relations = running(tx, own, now)?;
    Ok(PartFacts {
        written: parts(tx, own)?.iter().map(|part| part.part).collect(),
        goal: plan.entries.iter().any(|entry| entry.kind == LineKind::Goal && entry.stands()),
        measure,
        coordinator: relations.iter().any(|held| held.duty == Duty::Coordinator && !held.account_ended),
        period: head.period.is_some(),
    })
}
