//! Rows as a person reads them: in chapters, own words first, names instead of ids, days in words.

use std::collections::BTreeMap;

use kernel::area::{Area, Areas};
use kernel::language::Language;
use kernel::time::{Day, Timestamp};
use platform::frame::Say;
use platform::leaving::{Cells, Held, Looked};

/// One chapter.
pub struct Chapter {
    /// Its key, which is also its place on the page.
    pub key: &'static str,
    /// What stands over it.
    pub heading: String,
    /// What stands in it.
    pub sheets: Vec<Sheet>,
}

/// The rows of one table.
pub struct Sheet {
    /// What they are, when there is a word for it.
    pub heading: Option<String>,
    /// Each row.
    pub rows: Vec<Shown>,
}

/// One row.
pub struct Shown {
    /// Words, as they were written.
    pub words: Vec<String>,
    /// Everything else.
    pub facts: Vec<Fact>,
}

/// A cell with what it is called.
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What it says.
    pub said: String,
}

/// The looks of one day.
pub struct Looks {
    /// The day.
    pub heading: String,
    /// Who did what.
    pub looks: Vec<String>,
}

/// The chapters in their order, and the beginnings of the tables that belong in each.
const CHAPTERS: [(&str, &[&str]); 11] = [
    ("you", &["person", "people_", "feedback_", "notices_"]),
    ("plan", &["plan_"]),
    ("card", &["crisis_card_"]),
    ("sharing", &["access_grant", "access_consent", "access_block", "consents_"]),
    ("around", &["access_relation", "team_"]),
    ("messages", &["messages_"]),
    ("help", &["help_requests_"]),
    ("papers", &["papers_"]),
    ("looked", &["access_emergency", "access_log_"]),
    ("doors", &["session", "sign_in_", "passkeys_", "guess"]),
    ("other", &[""]),
];

/// Tables that are only the machine's own book-keeping: they are in the file, and say nothing to a reader.
const BOOK_KEEPING: [&str; 8] = [
    "fact",
    "notices_outbox",
    "notices_heard",
    "person_lookup",
    "help_requests_code",
    "help_requests_opened",
    "consents_change",
    "consents_change_grant",
];

/// Sealed columns that hold a name or a number; every other sealed column holds words that stand by themselves.
const SHORT: [&str; 9] = ["name", "phone", "author", "who", "sender", "receiver_name", "subject", "raw", "content"];

/// Rows put into chapters.
pub fn chapters(t: &Say, held: &[Held], names: &BTreeMap<String, String>) -> Vec<Chapter> {
    let reader = Reader { t, names };
    let chapter_of = |table: &str| {
        let fits = |starts: &&(&'static str, &[&str])| starts.1.iter().any(|start| table.starts_with(start));
        CHAPTERS.iter().find(fits).map_or("other", |(key, _)| key)
    };
    let of = |key: &'static str| {
        let sheets = held
            .iter()
            .filter(|held| chapter_of(held.table) == key && !BOOK_KEEPING.contains(&held.table))
            .filter_map(|held| reader.sheet(held));
        Chapter { key, heading: t.t(&format!("leaving-chapter-{key}")), sheets: sheets.collect() }
    };
    CHAPTERS.iter().map(|(key, _)| of(key)).filter(|chapter| !chapter.sheets.is_empty()).collect()
}

/// The log by day, the newest first. What the person did is left out: they know, and it would hide the others.
pub fn days(t: &Say, log: &[Looked], today: Day) -> Vec<Looks> {
    let mut days: Vec<Looks> = Vec::new();
    for looked in log.iter().rev().filter(|looked| looked.purpose != "own") {
        let heading = t.day(looked.at.day(), today);
        if days.last().is_none_or(|day| day.heading != heading) {
            days.push(Looks { heading, looks: Vec::new() });
        }
        if let Some(day) = days.last_mut() {
            day.looks.push(look(t, looked));
        }
    }
    days
}

fn look(t: &Say, looked: &Looked) -> String {
    let did = match looked.outcome.as_str() {
        "changed" => "leaving-look-changed",
        "denied" | "refused" => "leaving-look-refused",
        _ => "leaving-look-shown",
    };
    let who = looked.name.clone().unwrap_or_else(|| t.t("leaving-look-system"));
    let who = looked.organisation.as_ref().map_or_else(|| who.clone(), |organisation| format!("{who}, {organisation}"));
    let line = t.put(did, &[("clock", t.clock(looked.at)), ("who", who)]);
    let areas = areas(t, looked.detail.areas);
    let line = if areas.is_empty() { line } else { format!("{line} {}", t.with("leaving-look-areas", "areas", areas)) };
    match &looked.detail.reason {
        Some(reason) => format!("{line} «{reason}»"),
        None => line,
    }
}

fn areas(t: &Say, bits: i64) -> String {
    let open = Areas::from_bits(bits);
    let names: Vec<String> =
        Area::ALL.into_iter().filter(|area| open.has(*area)).map(|area| t.t(&format!("area-{}", area.key()))).collect();
    names.join(", ")
}

/// A column whose row says the same in better words.
fn is_said_better(column: &str, row: &Cells) -> bool {
    match column {
        "account_id" => row.contains_key("author"),
        "who_id" => row.contains_key("who"),
        "who_kind" => row.get("who_kind").is_none_or(|kind| kind != "me"),
        "answered_at" => row.get("made_at") == row.get("answered_at"),
        "language" => !row.contains_key("birth_year") && !row.contains_key("closed_areas"),
        "accept" => true,
        _ => false,
    }
}

struct Reader<'a> {
    t: &'a Say,
    names: &'a BTreeMap<String, String>,
}

impl Reader<'_> {
    fn sheet(&self, held: &Held) -> Option<Sheet> {
        let rows: Vec<Shown> = held.rows.iter().filter_map(|row| self.row(held, row)).collect();
        let key = format!("leaving-table-{}", held.table.replace('_', "-"));
        let heading = self.t.has(&key).then(|| self.t.t(&key));
        (!rows.is_empty()).then_some(Sheet { heading, rows })
    }

    fn row(&self, held: &Held, row: &Cells) -> Option<Shown> {
        let own = |column: &str| held.sealed.contains(column) && !SHORT.contains(&column);
        let words = row.iter().filter(|(column, _)| own(column)).map(|(_, cell)| cell.clone());
        let rest = row.iter().filter(|(column, _)| !own(column) && !is_said_better(column, row));
        let facts = rest.filter_map(|(column, cell)| Some(Fact { label: self.label(column), said: self.said(column, cell)? }));
        let shown = Shown { words: words.collect(), facts: facts.collect() };
        (!shown.words.is_empty() || !shown.facts.is_empty()).then_some(shown)
    }

    fn label(&self, column: &str) -> String {
        let key = format!("leaving-column-{}", column.replace('_', "-"));
        if self.t.has(&key) { self.t.t(&key) } else { column.replace('_', " ") }
    }

    /// What a cell says to a person; nothing when it is only the machine's.
    fn said(&self, column: &str, cell: &str) -> Option<String> {
        if let Some(name) = self.names.get(cell) {
            return Some(name.clone()).filter(|name| !name.is_empty());
        }
        let machines = ["version", "number", "step", "position", "text_version", "seen_to", "last_number", "chunk", "tries"];
        if column.ends_with("_id") || column.ends_with("hash") || machines.contains(&column) || cell.is_empty() {
            return None;
        }
        if let Some(at) = Timestamp::parse(cell) {
            return Some(format!("{}, {}", self.t.date_with_year(at.day()), self.t.clock(at)));
        }
        if let Some(day) = Day::parse(cell) {
            return Some(self.t.date_with_year(day));
        }
        if cell.starts_with('{') || cell.starts_with('[') {
            return Some(self.t.t("leaving-see-file"));
        }
        match column {
            "areas" | "closed_areas" => Some(areas(self.t, cell.parse().ok()?)).filter(|areas| !areas.is_empty()),
            "area" => Area::parse(cell).map(|area| self.t.t(&format!("area-{}", area.key()))),
            "language" => Language::parse(cell).map(|language| language.name().to_owned()),
            _ => Some(self.word(cell)),
        }
    }

    /// A word of the product's in the reader's language; anything else as it stands.
    fn word(&self, cell: &str) -> String {
        let key = format!("leaving-said-{cell}");
        [key.as_str(), cell].into_iter().find(|key| self.t.has(key)).map_or_else(|| cell.to_owned(), |key| self.t.t(key))
    }
}
