//! References inside a bundle. One that points nowhere is no fault: other systems hold the rest.

use std::collections::HashMap;

use serde_json::Value;

use super::bundle::Bundle;

/// Which entry each name in a bundle stands for.
#[derive(Debug, Default)]
pub struct Index {
    by_url: HashMap<String, usize>,
    by_id: HashMap<String, usize>,
}

impl Index {
    /// Reads the names off a bundle.
    #[must_use]
    pub fn of(bundle: &Bundle<'_>) -> Index {
        let mut index = Index::default();
        for (at, entry) in bundle.entries.iter().enumerate() {
            let Some(resource) = &entry.resource else { continue };
            if let Some(url) = &entry.full_url {
                index.by_url.entry(url.clone()).or_insert(at);
            }
            if let Some(id) = &resource.id {
                index.by_id.entry(format!("{}/{id}", resource.kind)).or_insert(at);
            }
        }
        index
    }

    /// The entry a reference points at: by its full name, or as `Type/id`. An address on some server is not the same as an
    /// id here, so it counts only when an entry has just that address.
    #[must_use]
    pub fn find(&self, reference: &str) -> Option<usize> {
        let bare = without_version(reference);
        let by_id = || if bare.contains("://") { None } else { self.by_id.get(bare) };
        self.by_url.get(reference).or_else(|| self.by_url.get(bare)).or_else(by_id).copied()
    }
}

fn without_version(reference: &str) -> &str {
    reference.split_once("/_history/").map_or(reference, |(bare, _)| bare)
}

/// The id of the patient whom a reference names outright, as `Patient/id` or at the end of an address. Names that only the
/// bundle itself can explain (`urn:uuid:…`), and searches, say nothing.
#[must_use]
pub fn patient_named(reference: &str) -> Option<&str> {
    let bare = without_version(reference);
    let (before, id) = bare.rsplit_once('/')?;
    let names_patient = before == "Patient" || before.ends_with("/Patient");
    (names_patient && !id.is_empty() && !id.contains('?')).then_some(id)
}

/// Every reference in a value, however deep.
#[must_use]
pub fn references(value: &Value) -> Vec<&str> {
    let mut found = Vec::new();
    collect(value, &mut found);
    found
}

fn collect<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.get("reference").and_then(Value::as_str));
            fields.values().for_each(|inner| collect(inner, found));
        }
        Value::Array(items) => items.iter().for_each(|inner| collect(inner, found)),
        _ => {}
    }
}
