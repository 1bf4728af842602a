//! From files to rows, on both databases.

use std::collections::BTreeMap;

use kernel::id::{PersonId, RowId};
use kernel::time::Timestamp;
use platform::ctx::{Actor, Ctx, Door};
use platform::db::Row;
use platform::door::{execute_here, view_here};
use serde_json::{Value, json};
use testkit::{Town, both_databases};

use super::super::store::{self, Paper, stage};
use super::super::{CHARTER, Counts, ImportFault, Refused, Report, import, kinds};
use super::{Given, PARTS, bundle, naive, six};

fn ctx_of(town: &Town, person: &PersonId) -> Ctx {
    let mut actor = Actor::visitor();
    (actor.role, actor.door, actor.person) = (kernel::role::Role::Person, Door::Full, Some(person.clone()));
    Ctx::new(town.now(), kernel::language::Language::Nb, actor, town.app.source().bytes())
}

/// Everything the person sees, page by page.
fn papers_of(town: &Town, person: &PersonId) -> Vec<Paper> {
    let found = view_here(&town.app, &ctx_of(town, person), &CHARTER, |tx, desk| {
        let own = desk.own(tx)?;
        let mut all = Vec::new();
        for kind in kinds::all() {
            let mut after: Option<RowId> = None;
            loop {
                let (page, more) = store::page(tx, &own, kind, after.as_ref())?;
                after = page.last().map(|paper| paper.id.clone());
                all.extend(page);
                if !more {
                    break;
                }
            }
        }
        Ok(all)
    });
    found.expect("the person's papers")
}

/// Every row of every table but the log, the leases and what is used up.
fn everything(town: &Town) -> BTreeMap<String, Vec<String>> {
    let read = town.app.db().read_here(|tx| {
        let mut found = BTreeMap::new();
        for table in tx.tables()? {
            if !table.starts_with("audit_") && table != "lease" && table != "session" {
                let mut rows: Vec<String> = tx.dump(&table)?.iter().map(|row: &Row| format!("{row:?}")).collect();
                rows.sort();
                found.insert(table, rows);
            }
        }
        Ok(found)
    });
    read.expect("the tables")
}

fn counts(report: &Report, kind: &str) -> Counts {
    report.by_type.get(kind).copied().unwrap_or_default()
}

#[test]
fn six_real_bundles_are_imported_with_counts_that_add_up_and_twice_changes_nothing() {
    let (files, (types, proposals)) = (six(), naive(&six()));
    both_databases(&PARTS, async |town| {
        let first = import(&town.app, &files, None).unwrap_or_else(|fault| panic!("{fault}"));
        let found: BTreeMap<String, usize> = first.by_type.iter().map(|(kind, counts)| (kind.clone(), counts.total())).collect();
        assert_eq!(found, types);
        assert_eq!(first.total().total(), types.values().sum::<usize>());
        assert_eq!((first.files, first.proposals, first.persons.len()), (6, proposals, 6));
        assert!(first.persons.values().all(|made| *made));
        assert_eq!(counts(&first, "Patient"), Counts { taken: 6, ..Counts::default() });
        assert_eq!(counts(&first, "Goal").proposed, 26);
        assert_eq!(first.total().refused + first.total().already, 0);
        assert!(first.to_string().lines().any(|line| line.starts_with("total") && line.ends_with("2092")));
        assert_eq!(town.rows("papers_paper").len(), 2092);
        assert_eq!(town.rows("papers_proposal").len(), proposals);

        let (before, lines) = (everything(&town), town.rows("audit_line").len());
        town.wait_days(1);
        let second = import(&town.app, &files, None).unwrap_or_else(|fault| panic!("{fault}"));
        assert_eq!(second.total(), Counts { already: 2092, ..Counts::default() });
        assert_eq!(second.persons.keys().collect::<Vec<_>>(), first.persons.keys().collect::<Vec<_>>());
        assert!(second.persons.values().all(|made| !made) && second.proposals == 0);
        assert_eq!(everything(&town), before, "importing twice changes nothing but the log");
        assert_eq!(town.rows("audit_line").len(), lines + 6);
    });
}

const ID: &str = "\"id\": \"";

/// Where in a file each id stands.
fn places_of_ids(text: &str) -> BTreeMap<&str, Vec<usize>> {
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, sign) in text.match_indices(ID) {
        if let Some(id) = text.get(at + sign.len()..at + sign.len() + 36) {
            places.entry(id).or_default().push(at);
        }
    }
    places
}

#[test]
fn every_byte_of_every_resource_comes_out_again() {
    let files = six();
    both_databases(&PARTS, async |town| {
        for file in &files {
            let text = std::fs::read_to_string(file).expect("a file");
            let person = town.person("Jon");
            let report = import(&town.app, std::slice::from_ref(file), Some(person.clone())).expect("an import");
            let whole: Value = serde_json::from_str(&text).expect("JSON");
            let mut sent: Vec<Value> =
                whole["entry"].as_array().expect("entries").iter().map(|entry| entry["resource"].clone()).collect();
            let papers = papers_of(&town, &person);
            assert_eq!((papers.len(), report.total().total()), (sent.len(), sent.len()));
            let places = places_of_ids(&text);
            for paper in &papers {
                let (start, id) = paper.raw.split_once(ID).expect("an id");
                let slice = places[&id[..36]].iter().map(|at| text.get(at - start.len()..at - start.len() + paper.raw.len()));
                assert!(slice.flatten().any(|slice| slice == paper.raw), "the bytes stand in the file as they do here");
                let read: Value = serde_json::from_str(&paper.raw).expect("JSON");
                let at = sent.iter().position(|one| *one == read).expect("sent once, kept once");
                sent.swap_remove(at);
            }
            assert!(sent.is_empty());
        }
    });
}

#[test]
fn a_broken_file_is_refused_with_its_line_and_nothing_of_any_file_is_written() {
    let good = std::fs::read_to_string(&six()[4]).expect("a file");
    let given = Given::new();
    let half: String = good.chars().take(good.len() / 2).collect();
    let mut not_utf8 = good.clone().into_bytes();
    let at = not_utf8.len() / 3;
    not_utf8[at] = 0xfe;
    let deep = good.replacen("\"status\"", &format!("\"x\": {}{}, \"status\"", "[".repeat(500), "]".repeat(500)), 1);
    let huge = good.replacen("\"status\"", "\"x\": 1e99999, \"status\"", 1);
    let typeless = good.replacen("\"resourceType\": \"Observation\"", "\"resourceTipe\": \"Observation\"", 1);
    let line_of = |text: &str, sign: &str| 1 + text[..text.find(sign).expect("the sign")].matches('\n').count();
    let cases = [
        (given.file("half.json", &half), half.matches('\n').count() + 1, "ends too early"),
        (given.file("utf8.json", &not_utf8), 1 + not_utf8[..at].iter().filter(|byte| **byte == b'\n').count(), "UTF-8"),
        (given.file("deep.json", &deep), line_of(&deep, "[[["), "recursion limit"),
        (given.file("huge.json", &huge), line_of(&huge, "1e99999"), "number out of range"),
        (given.file("type.json", &typeless), line_of(&typeless, "\"resourceTipe\"") - 1, "no resourceType"),
        (given.file("one.json", "{\"resourceType\": \"Patient\"}"), 1, "single resource"),
    ];
    let fine = given.file("fine.json", &good);
    both_databases(&PARTS, async |town| {
        let before = everything(&town);
        for (file, line, reason) in &cases {
            match import(&town.app, &[fine.clone(), file.clone()], None) {
                Err(ImportFault::Broken(named, broken)) => {
                    assert_eq!((&named, broken.line), (file, *line), "{broken}");
                    assert!(broken.reason.contains(reason), "{broken}");
                }
                other => panic!("{}: {other:?}", file.display()),
            }
            assert_eq!(everything(&town), before, "{}", file.display());
        }
        let missing = given.0.path().join("nowhere.json");
        assert!(matches!(import(&town.app, &[missing], None), Err(ImportFault::Unreadable(_))));
        assert!(matches!(import(&town.app, &[], None), Err(ImportFault::NoFile)));
        let nobody = PersonId::from_bits(7);
        assert!(matches!(import(&town.app, std::slice::from_ref(&fine), Some(nobody)), Err(ImportFault::NoSuchPerson)));
        assert_eq!(everything(&town), before);
    });
}

#[test]
fn what_cannot_be_kept_is_refused_with_the_reason_and_unknown_content_is_kept() {
    let given = Given::new();
    let patient = json!({"resourceType": "Patient", "id": "a", "identifier": [{"system": "s", "value": "1"}]});
    let file = given.file(
        "mixed.json",
        json!({"resourceType": "Bundle", "type": "batch", "entry": [
            {"resource": patient},
            {"resource": {"resourceType": "Observation", "subject": {"reference": "Patient/b"}}},
            {"resource": {"resourceType": "Observation", "subject": {"reference": "urn:uuid:nowhere"}, "own": [1, null]}},
            {"resource": {"resourceType": "FromTomorrow", "id": "x", "_extra": {"deep": {"er": 1}}}},
            {"resource": {"resourceType": "Goal", "lifecycleStatus": "active"}},
            {"request": {"method": "DELETE", "url": "Observation/1"}},
            {"resource": {"resourceType": "FromTomorrow", "id": "x", "_extra": {"deep": {"er": 1}}}},
        ]})
        .to_string(),
    );
    both_databases(&PARTS, async |town| {
        let report = import(&town.app, std::slice::from_ref(&file), None).expect("an import");
        assert_eq!(report.total().total(), 7);
        assert_eq!(counts(&report, "Observation"), Counts { kept: 1, refused: 1, ..Counts::default() });
        assert_eq!(counts(&report, "FromTomorrow"), Counts { kept: 1, already: 1, ..Counts::default() });
        assert_eq!(counts(&report, "Goal"), Counts { kept: 1, ..Counts::default() });
        assert_eq!(report.refused[&("Observation".into(), Refused::OtherPatient)], 1);
        assert_eq!(report.refused[&(String::new(), Refused::NoResource)], 1);
        assert_eq!(report.unread[&("Goal".into(), "the goal has no description".into())], 1);
        let told = report.to_string();
        assert!(told.contains("refused: 1 Observation: it is about a patient who is not in the file"), "{told}");
        let person = report.persons.keys().next().expect("a person").clone();
        let raws: Vec<String> = papers_of(&town, &person).into_iter().map(|paper| paper.raw).collect();
        assert!(raws.iter().any(|raw| raw.contains("\"_extra\":{\"deep\":{\"er\":1}}")));
    });
}

#[test]
fn a_patient_is_found_again_by_any_of_their_numbers_and_never_mistaken_for_another() {
    let given = Given::new();
    let with = |numbers: &[(&str, &str)]| {
        let numbers: Vec<Value> = numbers.iter().map(|(of, value)| json!({"system": of, "value": value})).collect();
        bundle(&[json!({"resourceType": "Patient", "id": "1", "identifier": numbers})])
    };
    let one = given.file("one.json", with(&[("a", "1")]));
    let same = given.file("same.json", with(&[("a", "1"), ("b", "2")]));
    let later = given.file("later.json", with(&[("b", "2")]));
    let other = given.file("other.json", with(&[("c", "1")]));
    let both = given.file("both.json", with(&[("a", "1"), ("c", "1")]));
    let bare = given.file("bare.json", bundle(&[json!({"resourceType": "Patient", "id": "1"})]));
    both_databases(&PARTS, async |town| {
        let person = |file: &std::path::PathBuf| {
            let report = import(&town.app, std::slice::from_ref(file), None).unwrap_or_else(|fault| panic!("{fault}"));
            report.persons.into_keys().next().expect("a person")
        };
        let first = person(&one);
        assert_eq!([person(&same), person(&later)], [first.clone(), first.clone()]);
        let second = person(&other);
        assert_ne!(second, first);
        assert!(matches!(import(&town.app, std::slice::from_ref(&both), None), Err(ImportFault::TwoPersons(_))));
        let third = person(&bare);
        assert_eq!(person(&bare), third);
        assert!(third != first && third != second);
    });
}

#[test]
fn somebody_nobody_claims_is_gone_after_thirty_days_with_everything_about_them() {
    let file = six()[5].clone();
    both_databases(&PARTS, async |town| {
        let jon = town.person("Jon");
        import(&town.app, std::slice::from_ref(&file), Some(jon.clone())).expect("an import");
        let report = import(&town.app, std::slice::from_ref(&file), None).expect("an import");
        let unclaimed = report.persons.into_keys().next().expect("a person");
        assert!(town.tables_with("Turner").is_empty() && town.tables_with("Encounter for").is_empty(), "all is sealed");
        town.wait_days(29);
        town.run_jobs();
        assert_eq!(papers_of(&town, &unclaimed).len(), 173);
        town.wait_days(2);
        town.run_jobs();
        assert!(town.app.keys().find(&unclaimed).expect("the key store").is_none(), "the key is gone");
        assert!(town.tables_with(unclaimed.as_str()).is_empty(), "and so is every row");
        assert_eq!(papers_of(&town, &jon).len(), 173, "what was handed to somebody is theirs");
        let again = import(&town.app, std::slice::from_ref(&file), None).expect("an import");
        assert!(again.persons.values().all(|made| *made) && again.total().already == 0);
    });
}

#[test]
fn half_an_import_is_never_seen_and_what_a_dead_one_left_is_cleaned_away() {
    let file = six()[5].clone();
    both_databases(&PARTS, async |town| {
        let person = town.person("Jon");
        let id = person.clone();
        let now: Timestamp = town.now();
        let machine = town.app.machine();
        // An import that died after a chunk: its lease, a delivery that is not shown, and a paper.
        let (dead, import_id) = ("dead".to_owned(), RowId::from_bits(1));
        let run = dead.clone();
        let staged = execute_here(&town.app, &machine, &CHARTER, "papers-import", move |tx, desk| {
            let permit = desk.delivery(tx, &id)?;
            assert!(stage::take_lease(tx, &run, now)?);
            let text = bundle(&[json!({"resourceType": "Basic", "id": "left over"})]);
            let read = platform::fhir::read(text.as_bytes()).expect("a bundle");
            let parcel = super::super::parcel::understand(&read, desk.app().catalogue(), true).expect("a parcel");
            let paper = stage::Staged::seal(&permit, 0, RowId::from_bits(2), &parcel.sheets[0], Vec::new())?;
            let delivery = stage::Delivery::seal(&permit, &import_id, &run, None, "nb")?;
            Ok(stage::insert(tx, &[delivery], &[paper], now)?)
        });
        assert_eq!(staged.expect("staged"), [true]);
        assert!(papers_of(&town, &person).is_empty(), "what is staged is not seen");

        let again = || import(&town.app, std::slice::from_ref(&file), Some(person.clone()));
        assert!(matches!(again(), Err(ImportFault::Busy)), "the dead one may still be alive");
        town.wait_minutes(3);
        assert_eq!(again().expect("an import").total().total(), 173);
        assert_eq!(town.rows("papers_paper").len(), 173, "what was left over is gone");
        assert_eq!(town.rows("papers_import").len(), 1);
        assert_eq!(papers_of(&town, &person).len(), 173);
        assert!(town.rows("lease").is_empty(), "the lease is given back");
    });
}
