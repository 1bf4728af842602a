//! Everything about one person, packed: a page to read, a bundle for another system, every row, and the papers as they came.

use std::collections::BTreeMap;

use askama::Template;
use kernel::language::Language;
use platform::access::{Desk, Permit};
use platform::db::Tx;
use platform::error::Error;
use platform::frame::Say;
use platform::leaving::{Along, AtErasure, Held, Looked, Rule, TakeAlong, gather, log, names, rules};
use platform::web::html;
use serde_json::{Value, json};

use super::chapters::{Chapter, Looks, chapters, days};
use super::fhir;

/// One file of the parcel. Its name says nothing about anyone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// File name.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What was gathered in one look, to be put into words outside it.
pub struct Gathered {
    permit: Permit,
    held: Vec<Held>,
    log: Vec<Looked>,
    names: BTreeMap<String, String>,
    rules: Vec<Rule>,
    house: String,
    at: kernel::time::Timestamp,
}

#[derive(Template)]
#[template(path = "leaving/pages/along.html")]
struct AlongPage {
    t: Say,
    style: String,
    name: Option<String>,
    made: String,
    chapters: Vec<Chapter>,
    days: Vec<Looks>,
    stays: Vec<String>,
}

/// Gathers everything about the person of the permit, from one snapshot.
///
/// # Errors
/// A denial for anyone but the person and the operator, or a fault.
pub fn gathered(tx: &mut Tx<'_>, desk: &Desk<'_>, permit: Permit) -> Result<Gathered, Error> {
    Ok(Gathered {
        held: gather(tx, desk, &permit)?,
        log: log(tx, desk, &permit)?,
        names: names(tx)?,
        rules: rules(tx, desk.now().day())?.into_values().collect(),
        house: desk.app().config().public_url.trim_end_matches('/').to_owned(),
        at: desk.now(),
        permit,
    })
}

impl Gathered {
    /// The language the person is met in.
    #[must_use]
    pub fn language(&self) -> Language {
        self.own("language").and_then(|code| Language::parse(code)).unwrap_or_default()
    }

    /// What the person wants to be called.
    pub(super) fn name(&self) -> Option<String> {
        self.own("name").cloned()
    }

    /// When everything was gathered.
    pub(super) fn at(&self) -> kernel::time::Timestamp {
        self.at
    }

    /// Who has looked.
    pub(super) fn log(&self) -> &[Looked] {
        &self.log
    }

    /// What accounts and organisations are called.
    pub(super) fn names(&self) -> &BTreeMap<String, String> {
        &self.names
    }

    /// What one table holds.
    pub(super) fn rows_of(&self, table: &str) -> Option<&Held> {
        self.held.iter().find(|held| held.table == table)
    }

    fn own(&self, column: &str) -> Option<&String> {
        self.rows_of("person").and_then(|held| held.rows.first()).and_then(|row| row.get(column))
    }

    /// The page to read.
    ///
    /// # Errors
    /// A fault when it cannot be drawn.
    pub fn readable(&self, t: &Say) -> Result<Vec<u8>, Error> {
        let today = self.at.day();
        let page = AlongPage {
            style: format!("<style>\n{}</style>", include_str!("along.css")),
            name: self.own("name").cloned(),
            made: format!("{}, {}", t.date_with_year(today), t.clock(self.at)),
            chapters: chapters(t, &self.held, &self.names),
            days: days(t, &self.log, today),
            stays: self.rules.iter().filter_map(|rule| stays(t, rule)).collect(),
            t: t.clone(),
        };
        html(&page).map(String::into_bytes)
    }

    /// The bundle for another system.
    #[must_use]
    pub fn bundle(&self, parts: &[TakeAlong]) -> Vec<u8> {
        let along = Along {
            person: self.permit.person(),
            held: &self.held,
            log: &self.log,
            names: &self.names,
            house: &self.house,
            at: self.at,
        };
        written(&fhir::bundle(&along, parts))
    }

    /// Every row of every table, with what was sealed opened.
    #[must_use]
    pub fn rows(&self) -> Vec<u8> {
        let tables = self.held.iter().map(|held| (held.table.to_owned(), json!(held.rows)));
        written(&Value::Object(tables.collect()))
    }

    /// All files, the readable one first, and the papers others have sent exactly as they came.
    ///
    /// # Errors
    /// As [`Gathered::readable`].
    pub fn files(&self, t: &Say, parts: &[TakeAlong]) -> Result<Vec<File>, Error> {
        let file = |name: &str, bytes: Vec<u8>| File { name: name.to_owned(), bytes };
        let mut files =
            vec![file("les.html", self.readable(t)?), file("bundle.json", self.bundle(parts)), file("rader.json", self.rows())];
        let papers = self.held.iter().filter(|held| held.table == "papers_paper").flat_map(|held| &held.rows);
        let papers = papers.filter_map(|row| row.get("raw")).enumerate();
        files.extend(papers.map(|(n, raw)| file(&format!("papir-{:04}.json", n + 1), raw.clone().into_bytes())));
        Ok(files)
    }
}

/// A sentence about rows that an erasure does not take.
pub(super) fn stays(t: &Say, rule: &Rule) -> Option<String> {
    let key = match rule.at_erasure {
        AtErasure::Delete => return None,
        AtErasure::Unreadable => "leaving-stays-unreadable",
        AtErasure::Keep => "leaving-stays-kept",
    };
    let named = format!("leaving-table-{}", rule.table.replace('_', "-"));
    let what = if t.has(&named) { t.t(&named) } else { rule.table.replace('_', " ") };
    Some(t.put(key, &[("what", what), ("source", rule.source.clone())]))
}

fn written(value: &Value) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
