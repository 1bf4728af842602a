//! Topics and decisions as rows. Topics of an area that is not shared, and those a member is
//! kept out of, are passed over before anything of them is opened.

use std::collections::HashSet;

use kernel::area::Area;
use kernel::id::RowId;
use kernel::time::Day;
use platform::access::{Desk, Permit};
use platform::args;
use platform::db::{Row, Tx};
use platform::error::{Error, Fault};
use platform::keys::Cell;
use serde_json::{Value, json};

use super::{Found, must_touch_one};
use crate::meetings::rules::{Origin, STATUSES};

/// A decision: one line, who, and by when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its place under its topic, from 1.
    pub number: i64,
    /// What was decided.
    pub words: String,
    /// `person`, or the key of a member.
    pub owner: Option<String>,
    /// By which day.
    pub due: Option<Day>,
    /// «Jon er ikke enig: …»
    pub disagrees: Option<String>,
}

/// A topic with what was decided.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its id.
    pub id: RowId,
    /// Its area.
    pub area: Area,
    /// What it is about.
    pub words: String,
    /// Whose words.
    pub origin: Origin,
    /// What it came from: `task:` and an id.
    pub source: Option<String>,
    /// One of the six status words.
    pub status: Option<String>,
    /// What was decided.
    pub decisions: Vec<Decision>,
    /// Members the person has kept out of it.
    pub without: Vec<String>,
    /// Which version.
    pub version: i64,
}

/// A topic to be put on the list.
#[derive(Clone, Debug)]
pub struct New {
    /// Its area.
    pub area: Area,
    /// What it is about.
    pub words: String,
    /// Whose words.
    pub origin: Origin,
    /// What it came from.
    pub source: Option<String>,
}

fn cell<'a>(id: &'a RowId, column: &'static str) -> Cell<'a> {
    Cell::new("meetings_item", id.as_str(), column)
}

fn decision_cell<'a>(row: &'a str, column: &'static str) -> Cell<'a> {
    Cell::new("meetings_decision", row, column)
}

/// Puts a topic on the list.
///
/// # Errors
/// A fault.
pub fn add(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, meeting: &RowId, new: &New) -> Result<RowId, Error> {
    let id = RowId::from_bits(desk.bits());
    tx.run(
        "INSERT INTO meetings_item (person_id, meeting_id, item_id, area, words, origin, source, made_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)",
        args![
            permit.person(),
            meeting,
            &id,
            new.area.key(),
            permit.seal(cell(&id, "words"), &new.words)?,
            new.origin.key(),
            new.source.as_deref(),
            desk.now(),
        ],
    )?;
    Ok(id)
}

/// How many topics stand on the list, in every area.
///
/// # Errors
/// A fault.
pub fn count(tx: &mut Tx<'_>, permit: &Permit, meeting: &RowId) -> Result<usize, Error> {
    let row = tx.row(
        "SELECT COUNT(*) FROM meetings_item WHERE person_id = $1 AND meeting_id = $2 AND dropped_at IS NULL",
        args![permit.person(), meeting],
    )?;
    Ok(row.map_or(Ok(0), |row| row.int(0)).map(|n| usize::try_from(n).unwrap_or(usize::MAX))?)
}

/// The topics this permit shows, the person's own first, then in the order they came.
///
/// # Errors
/// A fault.
pub fn items(tx: &mut Tx<'_>, permit: &Permit, found: &Found) -> Result<Vec<Item>, Error> {
    let meeting = &found.meeting.id;
    let rows = tx.rows(
        "SELECT item_id, area, words, origin, source, status, version FROM meetings_item
         WHERE person_id = $1 AND meeting_id = $2 AND dropped_at IS NULL ORDER BY origin, made_at, item_id LIMIT 100",
        args![permit.person(), meeting],
    )?;
    let kept_out = exclusions(tx, permit, meeting)?;
    let me = found.me.as_deref();
    let mut all = Vec::new();
    for row in &rows {
        let (id, area) = (row.parsed(0, RowId::parse)?, row.parsed(1, Area::parse)?);
        let without: Vec<String> = kept_out.iter().filter(|(item, _)| *item == id).map(|(_, member)| member.clone()).collect();
        let is_out = me.is_some_and(|me| without.iter().any(|out| out == me));
        if permit.sees(Some(area)) && !is_out {
            all.push(read(permit, row, (id, area), without)?);
        }
    }
    decisions(tx, permit, meeting, &mut all)?;
    Ok(all)
}

fn read(permit: &Permit, row: &Row, (id, area): (RowId, Area), without: Vec<String>) -> Result<Item, Error> {
    Ok(Item {
        area,
        words: permit.open(cell(&id, "words"), row.blob(2)?)?,
        origin: row.parsed(3, Origin::parse)?,
        source: row.text_or_null(4)?.map(str::to_owned),
        status: row.text_or_null(5)?.map(str::to_owned),
        decisions: Vec::new(),
        without,
        version: row.int(6)?,
        id,
    })
}

fn exclusions(tx: &mut Tx<'_>, permit: &Permit, meeting: &RowId) -> Result<Vec<(RowId, String)>, Error> {
    let rows = tx.rows(
        "SELECT item_id, member FROM meetings_exclusion WHERE person_id = $1 AND meeting_id = $2 ORDER BY item_id, member LIMIT 600",
        args![permit.person(), meeting],
    )?;
    let read = |row: &Row| Ok((row.parsed(0, RowId::parse)?, row.text(1)?.to_owned()));
    Ok(rows.iter().map(read).collect::<Result<_, Fault>>()?)
}

fn decisions(tx: &mut Tx<'_>, permit: &Permit, meeting: &RowId, items: &mut [Item]) -> Result<(), Error> {
    let rows = tx.rows(
        "SELECT item_id, number, words, owner, due_on, disagrees FROM meetings_decision
         WHERE person_id = $1 AND meeting_id = $2 ORDER BY item_id, number LIMIT 500",
        args![permit.person(), meeting],
    )?;
    for row in &rows {
        let (id, number) = (row.parsed(0, RowId::parse)?, row.int(1)?);
        let Some(item) = items.iter_mut().find(|item| item.id == id) else { continue };
        let place = decision_row(meeting, &id, number);
        item.decisions.push(Decision {
            number,
            words: permit.open(decision_cell(&place, "words"), row.blob(2)?)?,
            owner: row.text_or_null(3)?.map(str::to_owned),
            due: row.parsed_or_null(4, Day::parse)?,
            disagrees: permit.open_or_null(decision_cell(&place, "disagrees"), row.blob_or_null(5)?)?,
        });
    }
    Ok(())
}

fn decision_row(meeting: &RowId, item: &RowId, number: i64) -> String {
    format!("{meeting}-{item}-{number}")
}

/// Takes a topic off the list.
///
/// # Errors
/// A fault.
pub fn drop_item(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit, meeting: &RowId, item: &RowId) -> Result<(), Error> {
    tx.run(
        "UPDATE meetings_item SET dropped_at = $1 WHERE person_id = $2 AND meeting_id = $3 AND item_id = $4",
        args![desk.now(), permit.person(), meeting, item],
    )?;
    Ok(())
}

/// Keeps a member out of a topic, or lets them in again.
///
/// # Errors
/// A fault.
pub fn keep_out(tx: &mut Tx<'_>, own: &Permit, meeting: &RowId, (item, member): (&RowId, &str), out: bool) -> Result<(), Error> {
    let (person, member) = (own.person(), member);
    if out {
        tx.run(
            "INSERT INTO meetings_exclusion (person_id, meeting_id, item_id, member) VALUES ($1, $2, $3, $4)
             ON CONFLICT (person_id, meeting_id, item_id, member) DO NOTHING",
            args![person, meeting, item, member],
        )?;
    } else {
        tx.run(
            "DELETE FROM meetings_exclusion WHERE person_id = $1 AND meeting_id = $2 AND item_id = $3 AND member = $4",
            args![person, meeting, item, member],
        )?;
    }
    Ok(())
}

/// What was written about a topic.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// One of the six status words.
    pub status: Option<String>,
    /// What was decided.
    pub decisions: Vec<Decision>,
}

impl Written {
    /// What stands there.
    #[must_use]
    pub fn of(item: &Item) -> Written {
        Written { status: item.status.clone(), decisions: item.decisions.clone() }
    }

    pub(super) fn to_text(&self) -> String {
        let line = |one: &Decision| json!({ "n": one.number, "w": one.words, "o": one.owner, "d": one.due.map(Day::stored), "x": one.disagrees });
        json!({ "s": self.status, "l": self.decisions.iter().map(line).collect::<Vec<Value>>() }).to_string()
    }

    pub(super) fn from_text(text: &str) -> Option<Written> {
        let value: Value = serde_json::from_str(text).ok()?;
        let said = |from: &Value, key: &str| from.get(key).and_then(Value::as_str).map(str::to_owned);
        let line = |one: &Value| {
            Some(Decision {
                number: one.get("n")?.as_i64()?,
                words: said(one, "w")?,
                owner: said(one, "o"),
                due: said(one, "d").as_deref().and_then(Day::parse),
                disagrees: said(one, "x"),
            })
        };
        let decisions = value.get("l")?.as_array()?.iter().map(line).collect::<Option<Vec<_>>>()?;
        Some(Written { status: said(&value, "s").filter(|key| STATUSES.contains(&key.as_str())), decisions })
    }
}

/// Writes what was decided about a topic. Tells the new version.
///
/// # Errors
/// A fault.
pub fn write(tx: &mut Tx<'_>, permit: &Permit, meeting: &RowId, item: &Item, new: &Written) -> Result<i64, Error> {
    must_touch_one(tx.run(
        "UPDATE meetings_item SET status = $1, version = version + 1
         WHERE person_id = $2 AND meeting_id = $3 AND item_id = $4 AND version = $5",
        args![new.status.as_deref(), permit.person(), meeting, &item.id, item.version],
    )?)?;
    let kept: HashSet<i64> = new.decisions.iter().map(|one| one.number).collect();
    for gone in item.decisions.iter().filter(|one| !kept.contains(&one.number)) {
        tx.run(
            "DELETE FROM meetings_decision WHERE person_id = $1 AND meeting_id = $2 AND item_id = $3 AND number = $4",
            args![permit.person(), meeting, &item.id, gone.number],
        )?;
    }
    for one in new.decisions.iter().filter(|one| !item.decisions.contains(one)) {
        let place = decision_row(meeting, &item.id, one.number);
        tx.run(
            "INSERT INTO meetings_decision (person_id, meeting_id, item_id, number, words, owner, due_on, disagrees)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (person_id, meeting_id, item_id, number) DO UPDATE SET
               words = excluded.words, owner = excluded.owner, due_on = excluded.due_on, disagrees = excluded.disagrees",
            args![
                permit.person(),
                meeting,
                &item.id,
                one.number,
                permit.seal(decision_cell(&place, "words"), &one.words)?,
                one.owner.as_deref(),
                one.due,
                one.disagrees.as_ref().map(|words| permit.seal(decision_cell(&place, "disagrees"), words)).transpose()?,
            ],
        )?;
    }
    Ok(item.version + 1)
}

/// Notes what a decision became: a task, and a line in the plan.
///
/// # Errors
/// A fault.
pub fn became(
    tx: &mut Tx<'_>,
    permit: &Permit,
    meeting: &RowId,
    (item, number): (&RowId, i64),
    (task, line): (Option<&str>, Option<&str>),
) -> Result<(), Error> {
    tx.run(
        "UPDATE meetings_decision SET task_id = $1, line_id = $2
         WHERE person_id = $3 AND meeting_id = $4 AND item_id = $5 AND number = $6",
        args![task, line, permit.person(), meeting, item, number],
    )?;
    Ok(())
}

/// The lines in the plan that came of a meeting.
///
/// # Errors
/// A fault.
pub fn lines(tx: &mut Tx<'_>, own: &Permit, meeting: &RowId) -> Result<Vec<String>, Error> {
    let rows = tx.rows(
        "SELECT line_id FROM meetings_decision
         WHERE person_id = $1 AND meeting_id = $2 AND line_id IS NOT NULL AND disagrees IS NULL
         ORDER BY item_id, number LIMIT 200",
        args![own.person(), meeting],
    )?;
    Ok(rows.iter().map(|row| row.text(0).map(str::to_owned)).collect::<Result<_, Fault>>()?)
}
