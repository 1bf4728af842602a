//! In which of the nine areas a paper lies, as data. What no line here names is closed to everyone but the person: when in
//! doubt, closed. A diagnosis of dependence, an HIV test or a label from the sender is never opened by a broader area.

use kernel::area::Area;
use platform::fhir::element::codings;
use serde_json::Value;

/// Types that belong to one area whatever they say.
const BY_TYPE: [(&str, Area); 8] = [
    ("MedicationRequest", Area::Medicines),
    ("MedicationStatement", Area::Medicines),
    ("MedicationAdministration", Area::Medicines),
    ("MedicationDispense", Area::Medicines),
    ("AllergyIntolerance", Area::Medicines),
    ("Immunization", Area::Body),
    ("RelatedPerson", Area::PeopleAround),
    ("Coverage", Area::Money),
];

/// Types whose category (or, for the last, code) decides: type, code, area. HL7's own code lists for categories.
const BY_CATEGORY: [(&str, &str, Area); 9] = [
    ("Observation", "vital-signs", Area::Body),
    ("Observation", "vital-sign", Area::Body),
    ("Observation", "laboratory", Area::Body),
    ("Observation", "imaging", Area::Body),
    ("Observation", "exam", Area::Body),
    ("DiagnosticReport", "LAB", Area::Body),
    ("DiagnosticReport", "RAD", Area::Body),
    ("Procedure", "387713003", Area::Body),
    ("Procedure", "103693007", Area::Body),
];

/// Codes that decide by themselves: LOINC 71802-3 and 75274-1 are housing, 67875-5 work, 76437-3 insurance.
const BY_CODE: [(&str, Area); 4] =
    [("71802-3", Area::Housing), ("75274-1", Area::Housing), ("67875-5", Area::EverydayWork), ("76437-3", Area::Money)];

/// Codes that stay with the person whatever their category: LOINC for HIV, drug screens, alcohol, sexual orientation, abuse
/// and cause of death.
const CLOSED: [&str; 14] = [
    "55277-8", "75622-1", "56888-1", "89365-1", "3426-4", "19295-5", "19659-2", "72479-9", "5640-8", "5643-2", "76690-7",
    "76501-6", "69453-9", "74035-1",
];

/// Where diagnoses are coded as Norway codes them: the beginning of the code, and the area. The first that fits decides.
/// Closed are dependence, poisoning, sexually transmitted infections, HIV, pregnancy and what is not illness.
const BY_DIAGNOSIS: [(&str, &str, Option<Area>); 21] = [
    (ICD10, "F1", None),
    (ICD10, "F", Some(Area::MentalHealth)),
    (ICD10, "K0", Some(Area::Teeth)),
    (ICD10, "A5", None),
    (ICD10, "A6", None),
    (ICD10, "B2", None),
    (ICD10, "O", None),
    (ICD10, "R78", None),
    (ICD10, "T40", None),
    (ICD10, "T42", None),
    (ICD10, "T43", None),
    (ICD10, "T51", None),
    (ICD10, "X", None),
    (ICD10, "Z", None),
    (ICPC2, "B90", None),
    (ICPC2, "P15", None),
    (ICPC2, "P16", None),
    (ICPC2, "P18", None),
    (ICPC2, "P19", None),
    (ICPC2, "P", Some(Area::MentalHealth)),
    (ICPC2, "D82", Some(Area::Teeth)),
];

const ICD10: &str = "urn:oid:2.16.578.1.12.4.1.1.7110";
const ICPC2: &str = "urn:oid:2.16.578.1.12.4.1.1.7170";

/// ICPC-2 chapters about the body. Others (social, pregnancy, the whole person) are closed.
const BODY_CHAPTERS: &str = "BDFHKLNRSTU";

/// The area of a resource, or nothing when it is the person's alone.
#[must_use]
pub fn of_resource(resource_type: &str, resource: &Value) -> Option<Area> {
    let labelled = resource.get("meta").and_then(|meta| meta.get("security")).is_some();
    let codes: Vec<&str> = codings(resource, "code").into_iter().map(|(_, code)| code).collect();
    if labelled || codes.iter().any(|code| CLOSED.contains(code)) {
        return None;
    }
    if resource_type == "Condition" {
        return of_diagnosis(&codings(resource, "code"));
    }
    let by_code = || BY_CODE.iter().find(|(code, _)| resource_type == "Observation" && codes.contains(code));
    let by_type = || BY_TYPE.iter().find(|(of, _)| *of == resource_type);
    by_type().map(|(_, area)| *area).or_else(|| by_code().map(|(_, area)| *area)).or_else(|| of_category(resource_type, resource))
}

fn of_category(resource_type: &str, resource: &Value) -> Option<Area> {
    let categories = codings(resource, "category");
    let fits = |(of, code, _): &&(&str, &str, Area)| *of == resource_type && categories.iter().any(|(_, has)| has == code);
    BY_CATEGORY.iter().find(fits).map(|(_, _, area)| *area)
}

/// Every code must name the same area: a diagnosis that is coded twice is closed as soon as one of the codes is.
fn of_diagnosis(codes: &[(&str, &str)]) -> Option<Area> {
    let mut areas = codes.iter().map(|(system, code)| of_diagnosis_code(system, code));
    let first = areas.next()??;
    areas.all(|area| area == Some(first)).then_some(first)
}

fn of_diagnosis_code(system: &str, code: &str) -> Option<Area> {
    let named = BY_DIAGNOSIS.iter().find(|(of, start, _)| *of == system && code.starts_with(start));
    if let Some((_, _, area)) = named {
        return *area;
    }
    let chapter = code.chars().next()?;
    match system {
        ICD10 => chapter.is_ascii_uppercase().then_some(Area::Body),
        ICPC2 => BODY_CHAPTERS.contains(chapter).then_some(Area::Body),
        _ => None,
    }
}
