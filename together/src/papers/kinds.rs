//! Kinds of paper: the words people use for what other systems send, as data.

/// A kind: its name in the address and in the wording (`papers-kind-<key>`), and the FHIR types that belong to it.
struct Kind {
    key: &'static str,
    types: &'static [&'static str],
}

/// What none of the others take.
pub const OTHER: &str = "annet";

/// All kinds but the last, in the order in which they are shown.
const KINDS: [Kind; 15] = [
    Kind { key: "diagnoser", types: &["Condition", "ClinicalImpression", "DetectedIssue", "RiskAssessment"] },
    Kind {
        key: "medisiner",
        types: &[
            "MedicationRequest",
            "MedicationStatement",
            "MedicationAdministration",
            "MedicationDispense",
            "Medication",
            "AllergyIntolerance",
        ],
    },
    Kind { key: "malinger", types: &["Observation"] },
    Kind { key: "provesvar", types: &["DiagnosticReport", "Specimen"] },
    Kind { key: "undersokelser", types: &["Procedure"] },
    Kind { key: "bilder", types: &["ImagingStudy", "Media"] },
    Kind { key: "vaksiner", types: &["Immunization", "ImmunizationRecommendation", "ImmunizationEvaluation"] },
    Kind { key: "besok", types: &["Encounter", "EpisodeOfCare", "Appointment", "AppointmentResponse"] },
    Kind { key: "planer", types: &["CarePlan", "NutritionOrder", "RequestGroup"] },
    Kind { key: "mal", types: &["Goal"] },
    Kind { key: "henvisninger", types: &["ServiceRequest", "Task", "DeviceRequest", "SupplyRequest"] },
    Kind {
        key: "dokumenter",
        types: &["DocumentReference", "DocumentManifest", "Composition", "Binary", "QuestionnaireResponse", "Consent"],
    },
    Kind {
        key: "folk",
        types: &[
            "Practitioner",
            "PractitionerRole",
            "Organization",
            "CareTeam",
            "RelatedPerson",
            "Location",
            "HealthcareService",
        ],
    },
    Kind {
        key: "regninger",
        types: &["Claim", "ClaimResponse", "ExplanationOfBenefit", "Coverage", "Account", "Invoice", "ChargeItem"],
    },
    Kind { key: "om-deg", types: &["Patient", "Person"] },
];

/// The kind a FHIR type belongs to.
#[must_use]
pub fn of_type(resource_type: &str) -> &'static str {
    KINDS.iter().find(|kind| kind.types.contains(&resource_type)).map_or(OTHER, |kind| kind.key)
}

/// The kind with this key, as it stands in an address.
#[must_use]
pub fn parse(key: &str) -> Option<&'static str> {
    all().find(|known| *known == key)
}

/// All kinds, in the order in which they are shown.
pub fn all() -> impl Iterator<Item = &'static str> {
    KINDS.iter().map(|kind| kind.key).chain([OTHER])
}
