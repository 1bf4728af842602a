//! The plan as a letter: what the person wants first, then what is done, who has looked, and what stays.

use std::collections::BTreeMap;

use platform::error::Error;
use platform::frame::Say;
use platform::leaving::{Cells, Held, Looked};
use platform::letter::{Block, Letter, pdf};

use super::parcel::Gathered;

/// How far back the letter counts the looks of others.
const LOOKS_DAYS: i64 = 30;

/// Makes the letter.
///
/// # Errors
/// A fault when it cannot be set.
pub fn of_plan(gathered: &Gathered, t: &Say) -> Result<Vec<u8>, Error> {
    let letter = Letter {
        language: t.language.code(),
        title: t.t("leaving-letter-title"),
        sender: vec![t.t("frame-brand")],
        to: gathered.name().into_iter().collect(),
        date: t.date_with_year(gathered.at().day()),
        blocks: blocks(gathered, t),
    };
    let page = |page: usize, pages: usize| t.with2("leaving-letter-page", "page", page, "pages", pages);
    Ok(pdf(&letter, gathered.at(), &page)?)
}

fn blocks(gathered: &Gathered, t: &Say) -> Vec<Block> {
    let mut blocks = vec![Block::Text(t.t("leaving-letter-first"))];
    let goals = points(gathered.rows_of("plan_goal"), |_| Vec::new());
    let measures = points(gathered.rows_of("plan_measure"), |row| details(row, gathered.names(), t));
    if goals.is_empty() && measures.is_empty() {
        blocks.push(Block::Text(t.t("leaving-letter-empty")));
    }
    for (heading, points) in [("leaving-letter-goals", goals), ("leaving-letter-measures", measures)] {
        if !points.is_empty() {
            blocks.push(Block::Heading(t.t(heading)));
            blocks.extend(points);
        }
    }
    blocks.push(Block::Heading(t.t("leaving-letter-seen")));
    blocks.push(Block::Text(looks(gathered, t)));
    blocks.push(Block::Heading(t.t("leaving-letter-stays")));
    blocks.push(Block::Text(t.t("leaving-letter-stays-text")));
    blocks
}

/// What was taken away, or said no to, is not in the plan any more.
fn points(held: Option<&Held>, details: impl Fn(&Cells) -> Vec<String>) -> Vec<Block> {
    let mut rows: Vec<&Cells> = held.map_or(Vec::new(), |held| held.rows.iter().collect());
    rows.retain(|row| !row.contains_key("retracted_at") && row.get("answer").is_none_or(|answer| answer != "no"));
    rows.sort_by_key(|row| row.get("made_at"));
    rows.iter().filter_map(|row| Some(Block::Point(row.get("words")?.clone(), details(row)))).collect()
}

fn details(row: &Cells, names: &BTreeMap<String, String>, t: &Say) -> Vec<String> {
    let who = row.get("who").or_else(|| row.get("who_id").and_then(|id| names.get(id)));
    let who = who.map(|who| t.with("leaving-letter-who", "who", who));
    let day = row.get("due_on").and_then(|day| kernel::time::Day::parse(day)).map(|day| t.date_with_year(day));
    let due = row.get("due_words").cloned().or_else(|| day.map(|day| t.with("leaving-letter-due", "day", day)));
    who.into_iter().chain(due).collect()
}

fn looks(gathered: &Gathered, t: &Say) -> String {
    let since = gathered.at().plus_days(-LOOKS_DAYS);
    let others = |looked: &&Looked| looked.purpose != "own" && looked.name.is_some() && looked.at >= since;
    let count = gathered.log().iter().filter(others).count();
    if count == 0 { t.t("leaving-letter-seen-none") } else { t.with("leaving-letter-seen-count", "n", count) }
}
