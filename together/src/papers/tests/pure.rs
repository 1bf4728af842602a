//! Rules, readers, areas and owners by table: no database.

use kernel::area::Area;
use kernel::refusal::Refusal as _;
use kernel::time::Timestamp;
use platform::fhir::{Index, read};
use serde_json::{Value, json};

use super::super::areas::of_resource;
use super::super::readers::IMPORTS;
use super::super::rules::{Change, Command, Refusal, State, decide};
use super::super::whose::{self, Refused};
use super::super::{CHARTER, kinds};
use super::bundle;

fn at(minute: i64) -> Timestamp {
    Timestamp::from_unix_s(1_800_000_000).plus_minutes(minute)
}

#[test]
fn a_proposal_is_answered_once_and_undone_within_ten_minutes() {
    let yes = |returnable| State::Accepted { at: at(0), made: "m".into(), returnable };
    let no = State::Declined { at: at(0) };
    let cases = [
        (State::Open, Command::Accept, 0, Ok(Change::HandOver)),
        (State::Open, Command::Decline, 0, Ok(Change::LayAside)),
        (State::Open, Command::Undo, 0, Err(Refusal::NotAnswered)),
        (yes(true), Command::Accept, 1, Err(Refusal::Answered)),
        (yes(true), Command::Decline, 1, Err(Refusal::Answered)),
        (no.clone(), Command::Accept, 1, Err(Refusal::Answered)),
        (no.clone(), Command::Decline, 1, Err(Refusal::Answered)),
        (yes(true), Command::Undo, 9, Ok(Change::TakeBack("m".into()))),
        (yes(false), Command::Undo, 9, Err(Refusal::InPlan)),
        (yes(true), Command::Undo, 10, Err(Refusal::TooLate)),
        (yes(false), Command::Undo, 10, Err(Refusal::TooLate)),
        (no.clone(), Command::Undo, 9, Ok(Change::Reopen)),
        (no, Command::Undo, 10, Err(Refusal::TooLate)),
    ];
    for (state, command, minute, expected) in cases {
        assert_eq!(decide(&state, command, at(minute)), expected, "{state:?} {command:?} after {minute} min");
    }
}

#[test]
fn every_refusal_kind_and_fact_has_words_in_three_languages() {
    let refusals = [Refusal::Answered, Refusal::NotAnswered, Refusal::TooLate, Refusal::InPlan, Refusal::NobodyTakes];
    for (language, text) in CHARTER.wording {
        let known = platform::frame::keys(text);
        for refusal in refusals {
            for ending in ["", "-remedy"] {
                let key = format!("refusal-{}{ending}", refusal.key());
                assert!(known.contains(&key), "{key} in {language:?}");
            }
        }
        for kind in kinds::all() {
            assert!(known.contains(&format!("papers-kind-{kind}")), "{kind} in {language:?}");
        }
    }
}

fn reader(kind: &str, resource: &Value) -> Result<Option<(&'static str, Value)>, String> {
    let import = IMPORTS.iter().find(|import| import.resource_type == kind).expect("a reader");
    (import.read)(resource).map(|found| found.map(|proposal| (proposal.accept, proposal.content)))
}

#[test]
fn goals_are_proposed_while_they_go_on() {
    let goal = |status: &str| json!({"lifecycleStatus": status, "description": {"text": "Sove"}});
    for status in ["proposed", "planned", "accepted", "active", "on-hold"] {
        assert_eq!(reader("Goal", &goal(status)), Ok(Some(("plan-goal", json!({"text": "Sove"})))), "{status}");
    }
    for status in ["completed", "cancelled", "rejected", "entered-in-error"] {
        assert_eq!(reader("Goal", &goal(status)), Ok(None), "{status}");
    }
    let full = json!({
        "lifecycleStatus": "active",
        "category": [{"coding": [{"code": "safety"}]}],
        "description": {"coding": [{"display": "Være trygg"}]},
        "target": [{"dueDate": "2026-12-01"}],
    });
    let content = json!({"text": "Være trygg", "area": "safety", "due": "2026-12-01"});
    assert_eq!(reader("Goal", &full), Ok(Some(("plan-goal", content))));
    assert!(reader("Goal", &json!({"lifecycleStatus": "active"})).is_err());
    assert!(reader("Goal", &json!({"description": {"text": "x".repeat(2001)}})).is_err());
    let half = json!({"description": {"text": "Sove"}, "target": [{"dueDate": "2026-12"}]});
    assert_eq!(reader("Goal", &half), Ok(Some(("plan-goal", json!({"text": "Sove"})))));
}

#[test]
fn activities_of_plans_that_go_on_are_proposed_one_by_one() {
    let plan = |status: &str, activity: Value| json!({"status": status, "activity": [activity]});
    let detail = json!({"detail": {"status": "in-progress", "code": {"text": "Gå tur"}}});
    let measure = |content| Ok(Some(("plan-measure", content)));
    let ask = |plan: &Value| reader("CarePlan.activity", plan);
    assert_eq!(ask(&plan("active", detail.clone())), measure(json!({"text": "Gå tur"})));
    for status in ["completed", "revoked", "entered-in-error"] {
        assert_eq!(ask(&plan(status, detail.clone())), Ok(None), "{status}");
    }
    for status in ["completed", "cancelled", "stopped", "entered-in-error"] {
        let over = json!({"detail": {"status": status, "code": {"text": "Gå tur"}}});
        assert_eq!(ask(&plan("active", over)), Ok(None), "{status}");
    }
    let ordered = json!({"reference": {"reference": "x", "resolved": {"status": "active", "code": {"text": "Fysio"}}}});
    assert_eq!(ask(&plan("active", ordered)), measure(json!({"text": "Fysio"})));
    let done = json!({"reference": {"reference": "x", "resolved": {"status": "completed", "code": {"text": "Fysio"}}}});
    assert_eq!(ask(&plan("active", done)), Ok(None));
    let mut full = plan(
        "active",
        json!({"detail": {
            "description": "Snakke sammen",
            "performer": [{"resolved": {"name": [{"given": ["Kari"], "family": "Nes"}]}}],
            "scheduledPeriod": {"end": "2026-12-24T10:00:00Z"},
        }}),
    );
    full["category"] = json!([{"coding": [{"code": "736254008"}]}]);
    let content = json!({
        "text": "Snakke sammen", "area": "mental-health", "need": "mental",
        "due": "2026-12-24", "responsible": "Kari Nes",
    });
    assert_eq!(ask(&full), measure(content));
    assert_eq!(ask(&plan("active", json!({"progress": []}))), Ok(None));
}

#[test]
fn a_paper_lies_in_an_area_only_when_a_line_says_so() {
    let coded = |kind: &str, field: &str, system: &str, code: &str| {
        let mut resource = json!({"resourceType": kind});
        resource[field] = json!({"coding": [{"system": system, "code": code}]});
        of_resource(kind, &resource)
    };
    let (icd, icpc) = ("urn:oid:2.16.578.1.12.4.1.1.7110", "urn:oid:2.16.578.1.12.4.1.1.7170");
    let cases = [
        (coded("Observation", "category", "", "vital-signs"), Some(Area::Body)),
        (coded("Observation", "category", "", "social-history"), None),
        (coded("Observation", "code", "http://loinc.org", "71802-3"), Some(Area::Housing)),
        (coded("MedicationRequest", "code", "", "x"), Some(Area::Medicines)),
        (coded("Condition", "code", icd, "I10"), Some(Area::Body)),
        (coded("Condition", "code", icd, "F32"), Some(Area::MentalHealth)),
        (coded("Condition", "code", icd, "F11"), None),
        (coded("Condition", "code", icd, "T40"), None),
        (coded("Condition", "code", icd, "K04"), Some(Area::Teeth)),
        (coded("Condition", "code", icpc, "P76"), Some(Area::MentalHealth)),
        (coded("Condition", "code", icpc, "P19"), None),
        (coded("Condition", "code", icpc, "Z03"), None),
        (coded("Condition", "code", icpc, "K86"), Some(Area::Body)),
        (coded("Condition", "code", "http://snomed.info/sct", "5602001"), None),
        (coded("Patient", "code", "", "x"), None),
        (coded("SomethingNew", "category", "", "vital-signs"), None),
    ];
    for (n, (found, expected)) in cases.into_iter().enumerate() {
        assert_eq!(found, expected, "case {n}");
    }
    let vital = |extra: Value| {
        let mut resource = json!({"category": [{"coding": [{"code": "laboratory"}]}]});
        resource.as_object_mut().expect("an object").extend(extra.as_object().expect("an object").clone());
        of_resource("Observation", &resource)
    };
    assert_eq!(vital(json!({})), Some(Area::Body));
    assert_eq!(vital(json!({"code": {"coding": [{"code": "55277-8"}]}})), None, "an HIV test");
    assert_eq!(vital(json!({"meta": {"security": [{"code": "R"}]}})), None, "a label from the sender");
    let twice = json!({"code": {"coding": [{"system": icd, "code": "I10"}, {"system": icd, "code": "F10"}]}});
    assert_eq!(of_resource("Condition", &twice), None, "one of two codes is closed");
}

fn owners_of(resources: &[Value], to_one: bool) -> Vec<Result<Vec<usize>, Refused>> {
    let text = bundle(resources);
    let found = read(text.as_bytes()).expect("a bundle");
    let patients = whose::patients(&found);
    let owners = whose::owners(&found, &Index::of(&found), &patients, to_one);
    owners.into_iter().map(|one| one.map(|places| places.into_iter().collect())).collect()
}

fn of(kind: &str, id: &str, subject: &str) -> Value {
    json!({"resourceType": kind, "id": id, "subject": {"reference": subject}})
}

#[test]
fn a_file_about_one_patient_is_theirs_but_for_what_names_another() {
    let resources = [
        json!({"resourceType": "Patient", "id": "a"}),
        of("Observation", "1", "Patient/a"),
        of("Observation", "2", "Patient/b"),
        of("Observation", "3", "urn:uuid:nowhere"),
        of("Observation", "4", "https://elsewhere.example/Patient/b"),
        json!({"resourceType": "Organization", "id": "o"}),
    ];
    let mine = Ok(vec![0]);
    let other = Err(Refused::OtherPatient);
    let expected = vec![mine.clone(), mine.clone(), other.clone(), mine.clone(), other, mine];
    assert_eq!(owners_of(&resources, false), expected);
    assert_eq!(owners_of(&resources, true), expected);
}

#[test]
fn a_file_about_several_patients_gives_each_what_names_them() {
    let resources = [
        json!({"resourceType": "Patient", "id": "a"}),
        json!({"resourceType": "Patient", "id": "b"}),
        json!({"resourceType": "Observation", "id": "1", "subject": {"reference": "Patient/b"},
               "performer": [{"reference": "PractitionerRole/r"}]}),
        json!({"resourceType": "PractitionerRole", "id": "r", "practitioner": {"reference": "Practitioner/p"}}),
        json!({"resourceType": "Practitioner", "id": "p"}),
        json!({"resourceType": "Organization", "id": "unnamed"}),
        of("Observation", "2", "urn:uuid:nowhere"),
        json!({"resourceType": "Provenance", "target": [{"reference": "Patient/a"}, {"reference": "Patient/b"}]}),
        json!({"resourceType": "Provenance", "target": [{"reference": "Patient/a"}]}),
    ];
    let expected = vec![
        Ok(vec![0]),
        Ok(vec![1]),
        Ok(vec![1]),
        Ok(vec![1]),
        Ok(vec![1]),
        Err(Refused::Unattributed),
        Err(Refused::OtherPatient),
        Err(Refused::SeveralPatients),
        Ok(vec![0]),
    ];
    assert_eq!(owners_of(&resources, false), expected);
}

#[test]
fn a_file_without_a_patient_is_nobodys_until_the_operator_says_whose() {
    let resources = [of("Observation", "1", "Patient/a"), json!({"resourceType": "Basic"})];
    assert_eq!(owners_of(&resources, false), vec![Err(Refused::NoPatient); 2]);
    assert_eq!(owners_of(&resources, true), vec![Ok(vec![0]); 2]);
    let two = bundle(&[of("Observation", "1", "Patient/a"), of("Observation", "2", "Patient/b")]);
    let found = read(two.as_bytes()).expect("a bundle");
    assert!(whose::check_for_one(&found, &[]).is_err());
}
