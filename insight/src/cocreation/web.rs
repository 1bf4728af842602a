//! `/oversikt`: the page, the file, and the way to it from the day's page.

use askama::Template;
use platform::charter::PanelAsk;
use platform::db::Tx;
use platform::error::Error;
use platform::frame::{Frame, Icons, Say};
use platform::web::{Asked, Reply, html};

use super::figures::{self, Row};
use super::rules::{Cell, Total};
use super::{CHARTER, READERS};

#[derive(Template)]
#[template(path = "cocreation/pages/page.html")]
struct Page {
    frame: Frame,
    t: Say,
    drawn: String,
    figures: Vec<Figure>,
}

/// One figure in words.
struct Figure {
    key: &'static str,
    title: String,
    sentence: String,
    most: Option<String>,
    definition: String,
    numbers: Vec<(String, i64)>,
    few: String,
    hidden: String,
}

/// The page.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let rows = asked.view(&CHARTER, figures::all).await?;
    let (t, now) = (asked.say(), asked.ctx.now);
    let drawn = t.with2("cocreation-drawn", "day", t.date_with_year(now.day()), "clock", t.clock(now));
    let figures = rows.iter().map(|row| in_words(&t, row)).collect();
    Reply::page(&Page { frame: asked.frame(), drawn, figures, t })
}

fn in_words(t: &Say, row: &Row) -> Figure {
    let key = row.figure.key();
    let numbers: Vec<(String, i64)> = row
        .cells
        .iter()
        .filter_map(|(name, cell)| match cell {
            Cell::Number(n) => Some((name.clone(), *n)),
            Cell::Few | Cell::Hidden => None,
        })
        .collect();
    let most = numbers.first().filter(|_| row.cells.len() > 1);
    Figure {
        key,
        title: t.t(&format!("cocreation-title-{key}")),
        sentence: sentence(t, key, row.total),
        most: most.map(|(name, n)| t.with2("cocreation-most", "who", name, "n", n)),
        definition: t.t(&format!("cocreation-definition-{key}")),
        few: few(t, row),
        hidden: named(row, Cell::Hidden),
        numbers,
    }
}

/// Who has fewer than five; where everybody has, there is nobody to name.
fn few(t: &Say, row: &Row) -> String {
    let names = named(row, Cell::Few);
    let everywhere = row.cells.iter().all(|(_, cell)| *cell == Cell::Few);
    match (names.is_empty(), everywhere) {
        (true, _) => String::new(),
        (_, true) => t.t("cocreation-few-everywhere"),
        _ => t.with("cocreation-few-at", "who", names),
    }
}

fn sentence(t: &Say, key: &str, total: Total) -> String {
    let sum = format!("cocreation-sum-{key}");
    match total {
        Total::Exactly(n) => t.with(&sum, "n", n),
        Total::AtLeast(n) => t.with(&sum, "n", t.with("cocreation-at-least", "n", n)),
        Total::Hidden => t.t("cocreation-sum-hidden"),
    }
}

fn named(row: &Row, what: Cell) -> String {
    let names = row.cells.iter().filter(|(_, cell)| *cell == what).map(|(name, _)| name.as_str());
    names.collect::<Vec<_>>().join(", ")
}

/// The same as a file for a spreadsheet: semicolons, a mark that it is UTF-8, and words where a number is hidden.
pub async fn file(asked: Asked) -> Result<Reply, Error> {
    let rows = asked.view(&CHARTER, figures::all).await?;
    let (t, day) = (asked.say(), asked.ctx.now.day());
    let (year, month, of_month) = day.parts();
    let date = format!("{of_month:02}.{month:02}.{year}");
    let head = ["cocreation-file-figure", "cocreation-file-organisation", "cocreation-file-number", "cocreation-file-date"];
    let mut lines = vec![head.map(|key| field(&t.t(key))).join(";")];
    for row in &rows {
        let title = field(&t.t(&format!("cocreation-title-{}", row.figure.key())));
        for (name, cell) in &row.cells {
            lines.push([title.clone(), field(name), in_cell(&t, cell), date.clone()].join(";"));
        }
    }
    let text = lines.iter().fold(String::from('\u{feff}'), |text, line| text + line + "\r\n");
    Ok(Reply::file("text/csv; charset=utf-8", "oversikt.csv", text.into_bytes()))
}

fn in_cell(t: &Say, cell: &Cell) -> String {
    match cell {
        Cell::Number(n) => n.to_string(),
        Cell::Few => field(&t.t("cocreation-few")),
        Cell::Hidden => field(&t.t("cocreation-hidden")),
    }
}

/// A field that no spreadsheet takes for a formula.
fn field(text: &str) -> String {
    let plain = text.trim_start_matches(['=', '+', '-', '@', '\t']);
    format!("\"{}\"", plain.replace('"', "\"\""))
}

#[derive(Template)]
#[template(path = "cocreation/pages/aside.html")]
struct Aside<'a> {
    frame: Icons,
    t: &'a Say,
}

/// Beside the day of those who coordinate.
///
/// # Errors
/// A fault when it cannot be drawn.
pub fn beside_today(_: &mut Tx<'_>, ask: &PanelAsk<'_>) -> Result<Option<String>, Error> {
    if !READERS.contains(&ask.desk.ctx().actor.role) || figures::must_coordinate(ask.desk).is_err() {
        return Ok(None);
    }
    html(&Aside { frame: Icons::HERE, t: ask.say }).map(Some)
}
