//! What each part adds when somebody takes everything along: the same rows once more, as another system can read them.

use std::collections::BTreeMap;

use kernel::id::PersonId;
use kernel::time::Timestamp;
use serde_json::{Value, json};

use super::gather::{Cells, Held, Looked};

/// A part's share of the bundle: FHIR R4 resources made of rows that are opened already. What no part turns into a resource
/// is taken along all the same, row by row.
#[derive(Debug)]
pub struct TakeAlong {
    /// Which part.
    pub part: &'static str,
    /// Its resources.
    pub resources: fn(&Along<'_>) -> Vec<Value>,
}

/// Everything about one person, for those who put it into words.
pub struct Along<'a> {
    /// Who.
    pub person: &'a PersonId,
    /// What each table holds.
    pub held: &'a [Held],
    /// Who has looked.
    pub log: &'a [Looked],
    /// What accounts and organisations are called.
    pub names: &'a BTreeMap<String, String>,
    /// Where the rules can be read.
    pub house: &'a str,
    /// When it was gathered.
    pub at: Timestamp,
}

impl<'a> Along<'a> {
    /// The person's rows in a table.
    #[must_use]
    pub fn rows(&self, table: &str) -> &'a [Cells] {
        self.held.iter().find(|held| held.table == table).map_or(&[], |held| held.rows.as_slice())
    }

    /// The reference to the person.
    #[must_use]
    pub fn subject(&self) -> Value {
        json!({ "reference": format!("Patient/{}", self.person.as_str()) })
    }

    /// Somebody by the id of an account or an organisation: by name only.
    #[must_use]
    pub fn named(&self, id: Option<&String>) -> Option<Value> {
        let name = id.and_then(|id| self.names.get(id)).filter(|name| !name.is_empty())?;
        Some(json!({ "display": name }))
    }
}

/// Makes a resource of what is there: empty values are left out, as FHIR wants it.
#[must_use]
pub fn resource(kind: &str, id: &str, rest: Value) -> Value {
    let mut made = json!({ "resourceType": kind, "id": id });
    if let (Some(made), Value::Object(rest)) = (made.as_object_mut(), rest) {
        made.extend(rest);
    }
    without_nothing(made)
}

fn without_nothing(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields.into_iter().map(|(name, value)| (name, without_nothing(value)));
            Value::Object(kept.filter(|(_, value)| !is_nothing(value)).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(without_nothing).filter(|item| !is_nothing(item)).collect()),
        other => other,
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Object(fields) => fields.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::String(text) => text.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// A coding with its own words.
#[must_use]
pub fn concept(system: &str, code: &str) -> Value {
    json!({ "coding": [{ "system": system, "code": code }] })
}
