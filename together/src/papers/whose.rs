//! Whose is each entry of a bundle? A paper in the wrong hands is the worst that can happen here, so what cannot be told is
//! refused, with the reason.

use std::collections::BTreeSet;

use platform::fhir::{Broken, Bundle, Index, patient_named, references};
use serde_json::Value;

/// Largest single resource, in bytes.
const MAX_BYTES: usize = 8 * 1024 * 1024;

/// Where a resource says whom it is about.
const SUBJECTS: [&str; 6] = ["subject", "patient", "beneficiary", "for", "candidate", "individual"];

/// Types that are about nobody in particular: they follow the papers that name them.
const FOLLOWERS: [&str; 8] =
    ["Practitioner", "PractitionerRole", "Organization", "Location", "HealthcareService", "Medication", "Device", "Substance"];

/// Why an entry is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refused {
    /// The entry asks for something and carries nothing.
    NoResource,
    /// Larger than what is kept.
    TooLarge,
    /// The file has no patient.
    NoPatient,
    /// It is about a patient who is not in the file.
    OtherPatient,
    /// It is about more than one patient.
    SeveralPatients,
    /// Nothing in the file tells whose it is.
    Unattributed,
}

impl Refused {
    /// For the operator.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Refused::NoResource => "the entry carries no resource",
            Refused::TooLarge => "the resource is larger than 8 MB",
            Refused::NoPatient => "the file has no Patient; say whose it is with --person",
            Refused::OtherPatient => "it is about a patient who is not in the file",
            Refused::SeveralPatients => "it is about several patients",
            Refused::Unattributed => "the file does not tell whose it is",
        }
    }
}

/// The places, among the patients of the file, that an entry belongs to.
pub type Owners = Result<BTreeSet<usize>, Refused>;

/// The entries that are patients.
#[must_use]
pub fn patients(bundle: &Bundle<'_>) -> Vec<usize> {
    let is_patient = |at: &usize| {
        bundle.entries.get(*at).and_then(|entry| entry.resource.as_ref()).is_some_and(|found| found.kind == "Patient")
    };
    (0..bundle.entries.len()).filter(is_patient).collect()
}

/// Refuses to hand a file to one person when it holds more than one patient.
///
/// # Errors
/// [`Broken`] with the line of the second.
pub fn check_for_one(bundle: &Bundle<'_>, patients: &[usize]) -> Result<(), Broken> {
    let refuse = |line| {
        let reason = "the file is about several patients and cannot be handed to one person".to_owned();
        Err(Broken { line, column: 1, reason })
    };
    if let Some(second) = patients.get(1).and_then(|at| bundle.entries.get(*at)) {
        return refuse(second.line);
    }
    let mut named = BTreeSet::new();
    for entry in bundle.entries.iter().filter(|_| patients.is_empty()) {
        let Some(resource) = &entry.resource else { continue };
        named.extend(subjects(&resource.value).into_iter().filter_map(patient_named));
        if named.len() > 1 {
            return refuse(entry.line);
        }
    }
    Ok(())
}

/// The owners of every entry. `to_one` when the operator has said that everything is one person's.
#[must_use]
pub fn owners(bundle: &Bundle<'_>, index: &Index, patients: &[usize], to_one: bool) -> Vec<Owners> {
    let file = File { bundle, index, patients, single: to_one || patients.len() == 1 };
    let mut found: Vec<Owners> = (0..bundle.entries.len()).map(|at| file.owner(at)).collect();
    if !file.single {
        file.follow(&mut found);
    }
    found
}

struct File<'a, 't> {
    bundle: &'a Bundle<'t>,
    index: &'a Index,
    patients: &'a [usize],
    single: bool,
}

impl File<'_, '_> {
    fn owner(&self, at: usize) -> Owners {
        let resource = self.bundle.entries.get(at).and_then(|entry| entry.resource.as_ref());
        let resource = resource.ok_or(Refused::NoResource)?;
        if resource.raw.len() > MAX_BYTES {
            return Err(Refused::TooLarge);
        }
        if let Some(place) = self.patients.iter().position(|patient| *patient == at) {
            return Ok(BTreeSet::from([place]));
        }
        let about = subjects(&resource.value);
        let named = self.places(&about);
        match (named.len(), self.single) {
            (0, _) => self.unnamed(&about, &resource.value),
            (1, _) => Ok(named),
            _ => Err(Refused::SeveralPatients),
        }
    }

    /// An entry that names none of the file's patients as its subject.
    fn unnamed(&self, about: &[&str], resource: &Value) -> Owners {
        let elsewhere = about.iter().any(|reference| patient_named(reference).is_some());
        if self.single {
            // A name that only the sender can explain points nowhere and is kept; another patient's id is another patient.
            return if elsewhere && !self.patients.is_empty() { Err(Refused::OtherPatient) } else { Ok(BTreeSet::from([0])) };
        }
        if self.patients.is_empty() {
            return Err(Refused::NoPatient);
        }
        if about.iter().any(|reference| self.index.find(reference).is_none()) {
            return Err(Refused::OtherPatient);
        }
        let mentioned = self.places(&references(resource));
        match mentioned.len() {
            0 => Err(Refused::Unattributed),
            1 => Ok(mentioned),
            _ => Err(Refused::SeveralPatients),
        }
    }

    fn places(&self, names: &[&str]) -> BTreeSet<usize> {
        let entries = names.iter().filter_map(|reference| self.index.find(reference));
        entries.filter_map(|at| self.patients.iter().position(|patient| *patient == at)).collect()
    }

    /// In a file about several patients, a practitioner belongs with each whose papers name them. One step of naming a
    /// turn; as many turns as something changes, and no more than there are kinds of followers.
    fn follow(&self, found: &mut [Owners]) {
        for _ in FOLLOWERS {
            let mut given: Vec<(usize, BTreeSet<usize>)> = Vec::new();
            for (at, entry) in self.bundle.entries.iter().enumerate() {
                let (Some(resource), Some(Ok(owners))) = (&entry.resource, found.get(at)) else { continue };
                let named = references(&resource.value).into_iter().filter_map(|name| self.index.find(name));
                given.extend(named.filter(|to| self.is_follower(*to)).map(|to| (to, owners.clone())));
            }
            let mut changed = false;
            for (to, owners) in given {
                let Some(place) = found.get_mut(to) else { continue };
                let mut all = place.clone().unwrap_or_default();
                let before = all.len();
                all.extend(owners);
                changed |= all.len() != before;
                *place = Ok(all);
            }
            if !changed {
                return;
            }
        }
    }

    fn is_follower(&self, at: usize) -> bool {
        let resource = self.bundle.entries.get(at).and_then(|entry| entry.resource.as_ref());
        resource.is_some_and(|resource| FOLLOWERS.contains(&resource.kind.as_str()))
    }
}

/// What a resource says it is about.
fn subjects(resource: &Value) -> Vec<&str> {
    let named = SUBJECTS.iter().filter_map(|field| resource.get(field));
    let all = named.flat_map(|subject| match subject {
        Value::Array(many) => many.iter().collect::<Vec<_>>(),
        one => vec![one],
    });
    all.filter_map(|subject| subject.get("reference").and_then(Value::as_str)).collect()
}
