//! Papers, from the file to the person's yes.

mod pages;
mod pure;
mod whole;

use std::collections::BTreeMap;
use std::path::PathBuf;

use kernel::class::Class;
use kernel::id::RowId;
use kernel::language::Language;
use platform::access::{Desk, Permit};
use platform::args;
use platform::charter::{Accept, Charter, Table};
use platform::db::{Migration, Tx};
use platform::error::Error;
use platform::keys::Cell;
use serde_json::Value;

/// A part that takes goals and measures, and can give goals back.
static TOY: Charter = Charter {
    key: "toy",
    class: Class::Own,
    purpose: "Takes proposals in tests.",
    legal_basis: "None: it exists in tests only.",
    tells: &["toy-taken"],
    accepts: &[
        Accept { kind: "plan-goal", take },
        Accept { kind: "plan-measure", take },
        Accept { kind: "plan-goal-undo", take: give_back },
    ],
    tables: &[Table { name: "toy_line", personal: true }],
    migrations: &[Migration {
        part: "toy",
        number: 1,
        sql: "CREATE TABLE toy_line (
  person_id TEXT NOT NULL,
  line_id TEXT NOT NULL,
  words BLOB NOT NULL,
  PRIMARY KEY (person_id, line_id)
);",
    }],
    wording: [(Language::Nb, ""), (Language::Nn, ""), (Language::En, "")],
    ..Charter::BLANK
};

static PARTS: [&Charter; 2] = [&super::CHARTER, &TOY];

fn take(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, content: &Value) -> Result<String, Error> {
    let words = content["text"].as_str().expect("a proposal has words");
    if words.contains("full") {
        return Err(Error::Refused("papers-nobody-takes"));
    }
    let id = RowId::from_bits(desk.bits());
    let sealed = own.seal(Cell::new("toy_line", id.as_str(), "words"), words)?;
    tx.run("INSERT INTO toy_line (person_id, line_id, words) VALUES ($1, $2, $3)", args![own.person(), &id, sealed])?;
    desk.tell(tx, "toy-taken", Some(own.person()), id.as_str())?;
    Ok(id.to_string())
}

fn give_back(tx: &mut Tx<'_>, _: &Desk<'_>, own: &Permit, content: &Value) -> Result<String, Error> {
    let id = content["id"].as_str().expect("the id that was given");
    let gone = tx.run("DELETE FROM toy_line WHERE person_id = $1 AND line_id = $2", args![own.person(), id])?;
    assert_eq!(gone, 1);
    Ok(id.to_owned())
}

/// The six real bundles that lie beside the project.
fn six() -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/fhir");
    let listed = std::fs::read_dir(folder).expect("the shared bundles lie beside the project");
    let mut files: Vec<PathBuf> = listed.map(|file| file.expect("a file").path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    assert_eq!(files.len(), 6);
    files
}

/// What a plain reading of a file finds: entries by type, and how many goals and activities are still going on.
fn naive(files: &[PathBuf]) -> (BTreeMap<String, usize>, usize) {
    let (mut types, mut proposals) = (BTreeMap::new(), 0);
    for file in files {
        let bundle: Value = serde_json::from_slice(&std::fs::read(file).expect("a file")).expect("JSON");
        for entry in bundle["entry"].as_array().expect("entries") {
            let resource = &entry["resource"];
            let kind = resource["resourceType"].as_str().expect("a type");
            *types.entry(kind.to_owned()).or_default() += 1;
            proposals += usize::from(kind == "Goal" && resource["lifecycleStatus"] == "accepted");
            if kind == "CarePlan" && resource["status"] == "active" {
                let activities = resource["activity"].as_array().expect("activities").iter();
                proposals += activities.filter(|one| one["detail"]["status"] == "in-progress").count();
            }
        }
    }
    (types, proposals)
}

/// A file for one test, gone afterwards.
struct Given(testkit::Folder);

impl Given {
    fn new() -> Given {
        Given(testkit::Folder::make())
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, content).expect("a file for the test");
        path
    }
}

/// A bundle of these resources.
fn bundle(resources: &[Value]) -> String {
    let entries: Vec<Value> = resources.iter().map(|resource| serde_json::json!({ "resource": resource })).collect();
    serde_json::json!({ "resourceType": "Bundle", "type": "collection", "entry": entries }).to_string()
}
