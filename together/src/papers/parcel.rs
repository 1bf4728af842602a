//! A file understood: who it is about, and what each entry becomes. Nothing is written here.

use kernel::language::Language;
use platform::charter::{Charter, Import, Proposal, takers};
use platform::fhir::element::{at, day_text, name_of, text};
use platform::fhir::{Broken, Bundle, Index, Resource};
use serde_json::Value;

use super::whose::{self, Owners};
use super::{areas, kinds};

/// Most entries in one file.
const MAX_ENTRIES: usize = 200_000;

/// A file understood.
#[derive(Debug)]
pub struct Parcel<'t> {
    /// The language the words are in (BCP 47).
    pub language: String,
    /// Who sent it, in the sender's own words.
    pub sender: Option<String>,
    /// The patients of the file, by the places that [`Sheet::owners`] names.
    pub patients: Vec<Patient>,
    /// The entries, in order.
    pub sheets: Vec<Sheet<'t>>,
    /// Entries that were meant to become proposals and could not: type and reason.
    pub unread: Vec<(String, String)>,
}

/// Somebody the file is about.
#[derive(Debug)]
pub struct Patient {
    /// Name, when the sender gives one.
    pub name: Option<String>,
    /// Year of birth.
    pub birth_year: Option<i64>,
    /// The language they are met in.
    pub language: Language,
    /// By what they are found again: other systems' names for them, or the resource itself when it has none.
    pub known_as: Vec<String>,
}

/// What one entry becomes.
#[derive(Debug)]
pub struct Sheet<'t> {
    /// FHIR type; empty for an entry without a resource.
    pub resource_type: String,
    /// Its id in the sender's system.
    pub id: Option<String>,
    /// Kind of paper.
    pub kind: &'static str,
    /// The area it lies in.
    pub area: Option<kernel::area::Area>,
    /// The day it is about as far as the sender says: `2013`, `2013-05`, `2013-05-30` or nothing.
    pub happened_on: String,
    /// Exactly as it came.
    pub raw: &'t str,
    /// Whose it is.
    pub owners: Owners,
    /// What it proposes.
    pub proposals: Vec<Proposal>,
}

/// Understands a bundle.
///
/// # Errors
/// [`Broken`] when the file has too many entries, or is about several patients and meant for one person.
pub fn understand<'t>(bundle: &Bundle<'t>, catalogue: &[&'static Charter], to_one: bool) -> Result<Parcel<'t>, Broken> {
    if bundle.entries.len() > MAX_ENTRIES {
        let reason = format!("more than {MAX_ENTRIES} entries: send it in several files");
        return Err(Broken { line: 1, column: 1, reason });
    }
    let (index, patients) = (Index::of(bundle), whose::patients(bundle));
    if to_one {
        whose::check_for_one(bundle, &patients)?;
    }
    let owners = whose::owners(bundle, &index, &patients, to_one);
    let reading = Reading { bundle, index: &index, catalogue };
    let mut unread = Vec::new();
    let each = bundle.entries.iter().zip(owners);
    let sheets = each.map(|(entry, owners)| reading.sheet(entry.resource.as_ref(), owners, &mut unread)).collect();
    let resources = patients.iter().filter_map(|at| bundle.entries.get(*at)?.resource.as_ref());
    Ok(Parcel {
        language: language_of(bundle),
        sender: reading.sender(&patients),
        patients: resources.map(patient).collect(),
        sheets,
        unread,
    })
}

struct Reading<'a, 't> {
    bundle: &'a Bundle<'t>,
    index: &'a Index,
    catalogue: &'a [&'static Charter],
}

impl<'t> Reading<'_, 't> {
    fn sheet(&self, resource: Option<&Resource<'t>>, owners: Owners, unread: &mut Vec<(String, String)>) -> Sheet<'t> {
        let Some(resource) = resource else {
            return Sheet {
                resource_type: String::new(),
                id: None,
                kind: kinds::OTHER,
                area: None,
                happened_on: String::new(),
                raw: "",
                owners,
                proposals: Vec::new(),
            };
        };
        let proposals = if owners.is_ok() { self.proposals(resource, unread) } else { Vec::new() };
        Sheet {
            resource_type: resource.kind.clone(),
            id: resource.id.clone(),
            kind: kinds::of_type(&resource.kind),
            area: areas::of_resource(&resource.kind, &resource.value),
            happened_on: happened_on(&resource.value).unwrap_or_default(),
            raw: resource.raw,
            owners,
            proposals,
        }
    }

    /// What the charters' readers make of it, as far as some part takes such a proposal.
    fn proposals(&self, resource: &Resource<'t>, unread: &mut Vec<(String, String)>) -> Vec<Proposal> {
        let mut found = Vec::new();
        for import in self.catalogue.iter().flat_map(|part| part.imports.iter()) {
            for read in self.ask(import, resource) {
                match read {
                    Ok(proposal) => found.extend(proposal.filter(|proposal| self.is_taken(proposal.accept))),
                    Err(reason) => unread.push((resource.kind.clone(), reason)),
                }
            }
        }
        found
    }

    fn ask(&self, import: &Import, resource: &Resource<'t>) -> Vec<Result<Option<Proposal>, String>> {
        let (kind, list) = import.resource_type.split_once('.').unwrap_or((import.resource_type, ""));
        if kind != resource.kind {
            return Vec::new();
        }
        if list.is_empty() {
            return vec![(import.read)(&resource.value)];
        }
        let elements = resource.value.get(list).and_then(Value::as_array).into_iter().flatten();
        let narrowed = elements.map(|element| self.narrowed(&resource.value, list, element));
        narrowed.map(|resource| (import.read)(&resource)).collect()
    }

    /// The resource with one element of the list, in which what it refers to stands read.
    fn narrowed(&self, resource: &Value, list: &str, element: &Value) -> Value {
        let Value::Object(fields) = resource else { return resource.clone() };
        let others = fields.iter().filter(|(name, _)| name.as_str() != list);
        let mut narrowed: serde_json::Map<_, _> = others.map(|(name, value)| (name.clone(), value.clone())).collect();
        narrowed.insert(list.to_owned(), Value::Array(vec![self.resolved(resource, element)]));
        Value::Object(narrowed)
    }

    fn resolved(&self, resource: &Value, element: &Value) -> Value {
        match element {
            Value::Array(items) => items.iter().map(|item| self.resolved(resource, item)).collect(),
            Value::Object(fields) => {
                let inner = |(name, value): (&String, &Value)| (name.clone(), self.resolved(resource, value));
                let mut read: serde_json::Map<_, _> = fields.iter().map(inner).collect();
                let named = text(element, "reference").and_then(|name| self.named(resource, name)).cloned();
                read.extend(named.map(|found| ("resolved".to_owned(), found)));
                Value::Object(read)
            }
            plain => plain.clone(),
        }
    }

    fn named<'v>(&'v self, resource: &'v Value, reference: &str) -> Option<&'v Value> {
        if let Some(id) = reference.strip_prefix('#') {
            let contained = resource.get("contained").and_then(Value::as_array)?;
            return contained.iter().find(|inner| text(inner, "id") == Some(id));
        }
        let entry = self.bundle.entries.get(self.index.find(reference)?)?;
        entry.resource.as_ref().map(|found| &found.value)
    }

    fn is_taken(&self, kind: &str) -> bool {
        takers(self.catalogue, kind).next().is_some()
    }

    /// Who sent it: the organisation the patient belongs to, else the first organisation of the file, else its address.
    fn sender(&self, patients: &[usize]) -> Option<String> {
        let resource = |at: usize| self.bundle.entries.get(at)?.resource.as_ref();
        let first = patients.first().and_then(|at| resource(*at));
        let keeper = first.and_then(|patient| {
            let reference = text(&patient.value, "managingOrganization.reference")?;
            name_of(self.named(&patient.value, reference)?)
        });
        let organisation = || {
            let mut all = (0..self.bundle.entries.len()).filter_map(resource);
            all.find(|found| found.kind == "Organization").and_then(|found| name_of(&found.value))
        };
        keeper.or_else(organisation).or_else(|| self.bundle.source.clone())
    }
}

fn patient(resource: &Resource<'_>) -> Patient {
    let value = &resource.value;
    let identifiers = value.get("identifier").and_then(Value::as_array).into_iter().flatten();
    // A number without a system could be anybody's.
    let names = identifiers.filter_map(|one| Some(format!("{}|{}", text(one, "system")?, text(one, "value")?)));
    let mut known_as: Vec<String> = names.collect();
    if known_as.is_empty() {
        known_as.push(format!("as received|{}", resource.raw));
    }
    let languages = value.get("communication").and_then(Value::as_array).into_iter().flatten();
    let spoken = languages.filter_map(|one| text(one, "language.coding.0.code"));
    Patient {
        name: name_of(value),
        birth_year: text(value, "birthDate").and_then(|date| date.get(..4)?.parse().ok()),
        language: spoken.filter_map(|code| Language::parse(code.get(..2)?)).next().unwrap_or_default(),
        known_as,
    }
}

/// Where the day of a resource stands, by order of what says most.
const DAYS: [&str; 20] = [
    "effectiveDateTime",
    "effectivePeriod.start",
    "onsetDateTime",
    "onsetPeriod.start",
    "performedDateTime",
    "performedPeriod.start",
    "occurrenceDateTime",
    "occurrencePeriod.start",
    "authoredOn",
    "period.start",
    "started",
    "startDate",
    "billablePeriod.start",
    "start",
    "sent",
    "date",
    "created",
    "issued",
    "recordedDate",
    "dateAsserted",
];

/// The day a resource is about.
#[must_use]
pub fn happened_on(resource: &Value) -> Option<String> {
    DAYS.iter().find_map(|path| at(resource, path).and_then(Value::as_str).and_then(day_text)).map(str::to_owned)
}

/// What the sender says; else Norwegian when a Norwegian letter stands anywhere in the file, else English, in which FHIR's
/// own words are.
fn language_of(bundle: &Bundle<'_>) -> String {
    let resources = || bundle.entries.iter().filter_map(|entry| entry.resource.as_ref());
    let said = bundle.language.as_deref().or_else(|| resources().find_map(|one| text(&one.value, "language")));
    let is_tag = |tag: &str| tag.len() <= 35 && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if let Some(tag) = said.filter(|tag| is_tag(tag)) {
        return tag.to_owned();
    }
    let norwegian = |raw: &str| raw.contains(['æ', 'ø', 'å', 'Æ', 'Ø', 'Å']);
    if resources().any(|one| norwegian(one.raw)) { "nb".into() } else { "en".into() }
}
