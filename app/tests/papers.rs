//! The data-protection papers follow the product: what the parts say about themselves is what the record says, and what is
//! taken along holds everything.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so")]

use std::collections::BTreeSet;
use std::path::Path;

use kernel::id::PersonId;
use kernel::language::Language;
use platform::door;
use platform::error::Error;
use serde_json::Value;
use testkit::{Place, app_on};
use together::leaving::{CHARTER, parcel};

#[test]
fn the_record_of_processing_is_what_the_parts_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/processing-record.md");
    let kept = std::fs::read_to_string(path).expect("docs/processing-record.md");
    let made = app::record::processing_record();
    assert!(kept == made, "run `varde processing-record > docs/processing-record.md`");
}

#[test]
fn every_part_states_its_purpose_and_ground() {
    for part in app::catalogue() {
        assert!(part.purpose.len() > 20 && part.legal_basis.len() > 20, "{}", part.key);
        for retention in part.retention {
            assert!(!retention.kept.is_empty() && !retention.ground.is_empty(), "{}", retention.table);
            assert!(
                part.tables.iter().any(|table| table.name == retention.table),
                "{} has no table {}",
                part.key,
                retention.table
            );
        }
    }
}

#[test]
fn what_is_taken_along_holds_everything_and_refers_only_to_itself() {
    for place in Place::both() {
        let app = app_on(&app::catalogue(), &place.url, &place.keys_url);
        app::demo::fill(&app, 40).unwrap_or_else(|error| panic!("{error:?}"));
        let id = app::demo::persona_id(&app, "person").unwrap_or_else(|error: Error| panic!("{error:?}")).expect("a person");
        let person = PersonId::parse(&id).expect("an id");
        let gathered = door::view_here(&app, &app.machine(), &CHARTER, |tx, desk| {
            let permit = desk.delivery(tx, &person)?;
            parcel::gathered(tx, desk, permit)
        });
        let gathered = gathered.unwrap_or_else(|error| panic!("{error:?}"));
        let files = gathered.files(&app.say(Language::Nb), together::TAKEN_ALONG).unwrap_or_else(|error| panic!("{error:?}"));
        let file = |name: &str| {
            let found = files.iter().find(|file| file.name == name).unwrap_or_else(|| panic!("{name}"));
            String::from_utf8(found.bytes.clone()).expect("text")
        };
        let bundle: Value = serde_json::from_str(&file("bundle.json")).expect("a bundle");
        refers_to_itself(&bundle);
        let readable = file("les.html");
        assert!(!readable.contains("src=") && !readable.contains("href=\"http"), "the page loads something from elsewhere");
        let rows: Value = serde_json::from_str(&file("rader.json")).expect("rows");
        for goal in rows["plan_goal"].as_array().expect("goals") {
            let words = goal["words"].as_str().expect("words");
            assert!(readable.contains(words) && file("bundle.json").contains(words), "{words}");
        }
        let papers = rows["papers_paper"].as_array().expect("papers");
        assert_eq!(papers.len(), files.iter().filter(|file| file.name.starts_with("papir-")).count());
        for (n, paper) in papers.iter().enumerate() {
            assert_eq!(paper["raw"].as_str(), Some(file(&format!("papir-{:04}.json", n + 1)).as_str()), "byte for byte");
        }
        assert!(files.iter().all(|file| !file.name.contains(person.as_str()) && !file.name.to_lowercase().contains("jon")));
    }
}

/// Every resource has the type, the id and the fields that R4 asks for, and every reference inside the bundle is in it.
fn refers_to_itself(bundle: &Value) {
    let entries = bundle["entry"].as_array().expect("entries");
    let names: BTreeSet<String> = entries.iter().map(|entry| name(&entry["resource"])).collect();
    assert_eq!(names.len(), entries.len(), "two resources have one name");
    for entry in entries {
        let resource = &entry["resource"];
        let needed: &[&str] = match resource["resourceType"].as_str().expect("a type") {
            "CarePlan" | "Task" => &["status", "intent"],
            "Goal" => &["lifecycleStatus", "description", "subject"],
            "Consent" => &["status", "scope", "category", "patient", "policy"],
            "AuditEvent" => &["type", "recorded", "agent", "source"],
            "Communication" => &["status"],
            "DocumentReference" => &["status", "content"],
            "Patient" | "CareTeam" => &[],
            other => panic!("{other} is not in the mapping"),
        };
        assert!(needed.iter().all(|field| !resource[field].is_null()), "{resource}");
        assert!(entry["fullUrl"].as_str().is_some_and(|url| url.ends_with(&name(resource))));
        references(resource, &mut |reference| assert!(names.contains(reference), "{reference} is not in the bundle"));
    }
    for kind in ["Patient", "CarePlan", "Goal", "Task", "CareTeam", "Consent", "AuditEvent", "Communication", "DocumentReference"]
    {
        assert!(names.iter().any(|name| name.starts_with(&format!("{kind}/"))), "no {kind}");
    }
}

fn name(resource: &Value) -> String {
    format!("{}/{}", resource["resourceType"].as_str().expect("a type"), resource["id"].as_str().expect("an id"))
}

fn references(value: &Value, heed: &mut impl FnMut(&str)) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(reference)) = fields.get("reference") {
                heed(reference);
            }
            fields.values().for_each(|value| references(value, heed));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, heed)),
        _ => {}
    }
}
