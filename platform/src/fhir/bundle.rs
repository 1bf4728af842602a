//! A bundle from bytes: each resource as a slice of the file, and the line of whatever cannot be read.

use serde::Deserialize;
use serde_json::Value;
use serde_json::error::Category;
use serde_json::value::RawValue;

/// Kinds of bundle that carry resources to keep. Histories, messages and answers are conversations between systems.
const KINDS: [&str; 4] = ["transaction", "batch", "collection", "searchset"];

/// A bundle, read but not yet understood.
#[derive(Debug)]
pub struct Bundle<'t> {
    /// The language its sender says it is in (BCP 47).
    pub language: Option<String>,
    /// The sender's own address, when it gives one.
    pub source: Option<String>,
    /// Its entries, in order.
    pub entries: Vec<Entry<'t>>,
}

/// One entry of a bundle.
#[derive(Debug)]
pub struct Entry<'t> {
    /// The line it begins on, from 1.
    pub line: usize,
    /// The name by which other entries refer to it.
    pub full_url: Option<String>,
    /// What it carries; nothing when it only asks for a deletion or a search.
    pub resource: Option<Resource<'t>>,
}

/// One resource.
#[derive(Debug)]
pub struct Resource<'t> {
    /// For instance `Observation`.
    pub kind: String,
    /// Its id in the sender's system.
    pub id: Option<String>,
    /// Exactly the bytes of the file.
    pub raw: &'t str,
    /// The same, read.
    pub value: Value,
}

/// Why a file cannot be taken. It never repeats what stands in the file, which is about somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, counted in bytes.
    pub column: usize,
    /// One sentence.
    pub reason: String,
}

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}, column {}: {}", self.line, self.column, self.reason)
    }
}

#[derive(Deserialize)]
struct Envelope<'t> {
    #[serde(rename = "resourceType")]
    resource_type: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    language: Option<String>,
    meta: Option<Meta>,
    #[serde(borrow, default)]
    entry: Vec<&'t RawValue>,
}

#[derive(Deserialize)]
struct Meta {
    source: Option<String>,
}

#[derive(Deserialize)]
struct Carried<'t> {
    #[serde(rename = "fullUrl")]
    full_url: Option<String>,
    #[serde(borrow)]
    resource: Option<&'t RawValue>,
}

/// Reads a whole bundle, or says where it breaks.
///
/// # Errors
/// [`Broken`] when it is not UTF-8, not JSON, nested too deeply, not a bundle of a kind that carries resources, or when an
/// entry's resource has no type.
pub fn read(bytes: &[u8]) -> Result<Bundle<'_>, Broken> {
    // Some systems put a byte order mark first; it is no part of the JSON.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|fault| not_utf8(bytes, fault.valid_up_to()))?;
    let mut places = Places::new(text);
    let envelope: Envelope<'_> = serde_json::from_str(text).map_err(|fault| broken(&fault, (1, 1)))?;
    check_kind(&envelope)?;
    let entries = envelope.entry.iter().map(|raw| entry(raw, &mut places)).collect::<Result<_, _>>()?;
    Ok(Bundle { language: envelope.language, source: envelope.meta.and_then(|meta| meta.source), entries })
}

fn check_kind(envelope: &Envelope<'_>) -> Result<(), Broken> {
    let refuse = |reason: &str| Err(Broken { line: 1, column: 1, reason: reason.to_owned() });
    match (envelope.resource_type.as_deref(), envelope.kind.as_deref()) {
        (None, _) => refuse("this is not a FHIR resource: resourceType is missing"),
        (Some("Bundle"), Some(kind)) if KINDS.contains(&kind) => Ok(()),
        (Some("Bundle"), _) => refuse("only bundles of type transaction, batch, collection or searchset are taken"),
        (Some(_), _) => refuse("this is a single resource: send it in a Bundle"),
    }
}

fn entry<'t>(raw: &'t RawValue, places: &mut Places<'t>) -> Result<Entry<'t>, Broken> {
    let at = places.of(raw.get());
    let carried: Carried<'_> = serde_json::from_str(raw.get()).map_err(|fault| broken(&fault, at))?;
    let resource = carried.resource.map(|raw| resource(raw.get(), places)).transpose()?;
    Ok(Entry { line: at.0, full_url: carried.full_url, resource })
}

fn resource<'t>(raw: &'t str, places: &mut Places<'t>) -> Result<Resource<'t>, Broken> {
    let at = places.of(raw);
    let value: Value = serde_json::from_str(raw).map_err(|fault| broken(&fault, at))?;
    let Some(kind) = value.get("resourceType").and_then(Value::as_str).filter(|kind| is_type_name(kind)) else {
        return Err(Broken { line: at.0, column: at.1, reason: "this entry's resource has no resourceType".into() });
    };
    let id = value.get("id").and_then(Value::as_str).map(str::to_owned);
    Ok(Resource { kind: kind.to_owned(), id, raw, value })
}

/// A type's name is printed in reports, so it must be a name and nothing else.
fn is_type_name(kind: &str) -> bool {
    (1..=64).contains(&kind.len()) && kind.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn broken(fault: &serde_json::Error, (line, column): (usize, usize)) -> Broken {
    let place = if fault.line() <= 1 {
        (line, column + fault.column().saturating_sub(1))
    } else {
        (line + fault.line() - 1, fault.column())
    };
    Broken { line: place.0, column: place.1, reason: reason(fault) }
}

/// Only the fixed sentences about signs are repeated: the others could carry a value from the file.
fn reason(fault: &serde_json::Error) -> String {
    match fault.classify() {
        Category::Eof => "the file ends too early: ask for it once more".into(),
        Category::Syntax => {
            let told = fault.to_string();
            let what = told.split(" at line ").next().unwrap_or("unknown");
            format!("this is not JSON that can be read: {what}")
        }
        Category::Data | Category::Io => "this is not shaped like a FHIR bundle".into(),
    }
}

fn not_utf8(bytes: &[u8], at: usize) -> Broken {
    let before = bytes.get(..at).unwrap_or_default();
    let line = 1 + newlines(before);
    let column = 1 + before.iter().rev().take_while(|byte| **byte != b'\n').count();
    Broken { line, column, reason: "this is not UTF-8 text: ask for the file in UTF-8".into() }
}

fn newlines(bytes: &[u8]) -> usize {
    bytes.iter().map(|byte| usize::from(*byte == b'\n')).sum()
}

/// Where slices of a text stand. Slices are asked for in the order they come, so that nothing is counted twice.
struct Places<'t> {
    text: &'t str,
    offset: usize,
    line: usize,
    line_start: usize,
}

impl<'t> Places<'t> {
    fn new(text: &'t str) -> Places<'t> {
        Places { text, offset: 0, line: 1, line_start: 0 }
    }

    /// Line and column of a slice of the text.
    fn of(&mut self, slice: &'t str) -> (usize, usize) {
        let offset = (slice.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        let passed = self.text.as_bytes().get(self.offset..offset).unwrap_or_default();
        if let Some(last) = passed.iter().rposition(|byte| *byte == b'\n') {
            self.line += newlines(passed);
            self.line_start = self.offset + last + 1;
        }
        self.offset = offset.max(self.offset);
        (self.line, 1 + offset.saturating_sub(self.line_start))
    }
}
