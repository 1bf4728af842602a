//! A paper made readable: its main fields in words. What is not shown here stands below, exactly as it came.

use platform::fhir::element::{at, concept, concept_at, name_of, text, value_of};
use platform::frame::Say;
use serde_json::Value;

use kernel::language::Language;
use kernel::time::Day;

use super::store::Paper;

/// Something said about a paper: by us, or in the sender's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub label: String,
    /// The language of what is said, for whoever reads it aloud.
    pub lang: String,
    /// What is said.
    pub said: Vec<String>,
}

/// A paper as drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its id.
    pub id: String,
    /// What it is about, in the sender's words.
    pub title: String,
    /// The language of the title.
    pub lang: String,
    /// The day, in words; empty when the sender gave none.
    pub day: String,
    /// Year, for headings; empty when there is none.
    pub year: String,
    /// The one value that stands in a list; empty when there is none.
    pub value: String,
    /// Everything readable.
    pub facts: Vec<Fact>,
}

/// Where the name of a paper stands, by order of what says most.
const TITLES: [&str; 10] = [
    "code",
    "medicationCodeableConcept",
    "vaccineCode",
    "item.0.productOrService",
    "description",
    "type",
    "procedureCode",
    "category",
    "specialty",
    "class",
];

/// Where a paper carries its name as plain words.
const NAMES: [&str; 4] = ["title", "description", "medicationReference.display", "payload.0.contentString"];

/// Makes a paper readable.
#[must_use]
pub fn read(paper: &Paper, say: &Say) -> Sheet {
    // What was read when it came can be read again; a paper that cannot still shows its day and its bytes.
    let resource: Value = serde_json::from_str(&paper.raw).unwrap_or(Value::Null);
    let title = title(&resource);
    let comma = if say.language == Language::En { '.' } else { ',' };
    let values = values(&resource, comma);
    Sheet {
        id: paper.id.to_string(),
        lang: title.as_ref().map_or(say.language.code(), |_| &paper.language).to_owned(),
        title: title.unwrap_or_else(|| say.t("papers-untitled")),
        day: day(say, &paper.happened_on),
        year: paper.happened_on.get(..4).unwrap_or_default().to_owned(),
        value: values.first().filter(|_| values.len() == 1).cloned().unwrap_or_default(),
        facts: facts(paper, &resource, say, values),
    }
}

fn title(resource: &Value) -> Option<String> {
    let coded = || TITLES.iter().find_map(|path| concept_at(resource, path)).map(str::to_owned);
    let plain = || NAMES.iter().find_map(|path| text(resource, path)).map(str::to_owned);
    name_of(resource).or_else(coded).or_else(plain)
}

/// A day as far as it is known: `30. mai 2013`, `mai 2013`, `2013`.
#[must_use]
pub fn day(say: &Say, written: &str) -> String {
    if let Some(day) = Day::parse(written) {
        return say.date_with_year(day);
    }
    let (year, month) = written.split_once('-').unwrap_or((written, ""));
    match month.parse::<u8>() {
        Ok(month @ 1..=12) => format!("{} {year}", say.t(&format!("date-month-{month}"))),
        _ => year.to_owned(),
    }
}

fn values(resource: &Value, comma: char) -> Vec<String> {
    if let Some(value) = value_of(resource, comma) {
        return vec![value];
    }
    let parts = resource.get("component").and_then(Value::as_array).into_iter().flatten();
    let part = |part: &Value| {
        let value = value_of(part, comma)?;
        Some(part.get("code").and_then(concept).map_or_else(|| value.clone(), |name| format!("{name}: {value}")))
    };
    parts.filter_map(part).collect()
}

/// Lists whose elements each say one thing: label, list, and where in an element the words stand.
const LISTS: [(&str, &str, &[&str]); 9] = [
    ("papers-fact-contents", "activity", &["detail.code", "detail.description", "reference.display"]),
    ("papers-fact-contents", "result", &["display"]),
    ("papers-fact-dose", "dosageInstruction", &["text"]),
    ("papers-fact-reason", "reasonCode", &[""]),
    ("papers-fact-reason", "reasonReference", &["display"]),
    ("papers-fact-who", "performer", &["display", "actor.display"]),
    ("papers-fact-who", "participant", &["individual.display", "member.display", "actor.display"]),
    ("papers-fact-note", "note", &["text"]),
    ("papers-fact-target", "target", &["detailString", "dueDate"]),
];

/// Single fields that say one thing.
const FIELDS: [(&str, &[&str]); 3] = [
    ("papers-fact-note", &["conclusion", "comment"]),
    ("papers-fact-who", &["requester.display", "recorder.display", "author.display"]),
    ("papers-fact-expires", &["period.end", "abatementDateTime"]),
];

fn facts(paper: &Paper, resource: &Value, say: &Say, values: Vec<String>) -> Vec<Fact> {
    let own = say.language.code();
    let mut facts = vec![
        fact(say, "papers-fact-value", &paper.language, values),
        fact(say, "papers-fact-day", own, vec![day(say, &paper.happened_on)]),
    ];
    for (label, list, paths) in LISTS {
        facts.push(fact(say, label, &paper.language, said_in(resource, list, paths)));
    }
    for (label, paths) in FIELDS {
        let said = paths.iter().find_map(|path| text(resource, path));
        let said =
            said.map(|said| platform::fhir::element::day_text(said).map_or_else(|| said.to_owned(), |date| day(say, date)));
        facts.push(fact(say, label, &paper.language, said.into_iter().collect()));
    }
    facts.push(fact(say, "papers-fact-amount", own, amount(resource).into_iter().collect()));
    facts.push(status(resource, say, &paper.language));
    facts.push(fact(say, "papers-fact-from", &paper.language, paper.sender.iter().cloned().collect()));
    facts.push(fact(say, "papers-fact-received", own, vec![say.date_with_year(paper.received_at.day())]));
    facts.push(fact(say, "papers-fact-sees", own, vec![sees(paper, say)]));
    facts.retain(|fact| !fact.said.is_empty());
    facts
}

fn fact(say: &Say, label: &str, lang: &str, said: Vec<String>) -> Fact {
    let said = said.into_iter().filter(|words| !words.is_empty()).collect();
    Fact { label: say.t(label), lang: lang.to_owned(), said }
}

fn said_in(resource: &Value, list: &str, paths: &[&str]) -> Vec<String> {
    let elements = resource.get(list).and_then(Value::as_array).into_iter().flatten();
    let words = |element: &Value| {
        let at_path = |path: &&str| match *path {
            "" => concept(element).map(str::to_owned),
            path => text(element, path).or_else(|| concept_at(element, path)).map(str::to_owned),
        };
        paths.iter().find_map(at_path)
    };
    elements.filter_map(words).collect()
}

fn amount(resource: &Value) -> Option<String> {
    let total = match resource.get("total")? {
        Value::Array(all) => at(all.first()?, "amount")?,
        one => one,
    };
    let Value::Number(value) = total.get("value")? else { return None };
    Some(format!("{value} {}", text(total, "currency").unwrap_or("")).trim().to_owned())
}

/// The status in our words where we have them, else the code as it came.
fn status(resource: &Value, say: &Say, lang: &str) -> Fact {
    let code = text(resource, "clinicalStatus.coding.0.code")
        .or_else(|| text(resource, "lifecycleStatus"))
        .or_else(|| text(resource, "status"));
    let Some(code) = code else { return fact(say, "papers-fact-status", lang, Vec::new()) };
    let key = format!("papers-status-{code}");
    if say.has(&key) {
        fact(say, "papers-fact-status", say.language.code(), vec![say.t(&key)])
    } else {
        fact(say, "papers-fact-status", lang, vec![code.to_owned()])
    }
}

fn sees(paper: &Paper, say: &Say) -> String {
    match paper.area {
        None => say.t("papers-only-you"),
        Some(area) => say.with("papers-you-and", "area", say.t(&format!("area-{}", area.key()))),
    }
}
