//! `varde doctor`.

use platform::app::steps;
use platform::clock::Source;
use platform::db::{Db, pending};
use platform::keys::MasterKey;
use platform::leaving::rules;

use super::{Common, Failure, start};
use crate::catalogue;

/// Says what is configured, what is missing and what is unsafe; exit 1 when something is.
pub(crate) fn run(common: &Common) -> Result<(), Failure> {
    let config = start::config(common)?;
    let mut problems = config.unsafe_settings();
    println!("public address: {}", config.public_url);
    println!("listens on: {}", config.listen);
    match Db::open(&config.database_url) {
        Err(fault) => problems.push(fault.to_string()),
        Ok(db) => {
            println!("database: {}", db.name());
            match pending(&db, &steps(&catalogue())) {
                Ok(0) => {
                    println!("database steps: all taken");
                    for rule in unsettled_rules(&db)? {
                        println!("awaiting sign-off: how long {rule}");
                    }
                }
                Ok(missing) => problems.push(format!("{missing} database steps are missing; run varde migrate")),
                Err(fault) => problems.push(fault.to_string()),
            }
        }
    }
    match MasterKey::read(&config.master_key_file) {
        Ok(master) => println!("audit checkpoints are signed with: {}", platform::audit::public_key(&master)),
        Err(fault) => problems.push(fault.to_string()),
    }
    for part in catalogue() {
        for line in waiting_for_sign_off(part.wording.iter().map(|(_, text)| *text)) {
            println!("awaiting sign-off: {} {line}", part.key);
        }
    }
    if problems.is_empty() {
        println!("nothing is missing");
        return Ok(());
    }
    Err(Failure::new(problems.join("; ")))
}

/// Rules for keeping that no source settles: somebody who may has to.
fn unsettled_rules(db: &Db) -> Result<Vec<String>, Failure> {
    let today = Source::system().now().day();
    let rules = db.read_here(|tx| rules(tx, today))?;
    let unsure = rules.into_values().filter(|rule| !rule.sure);
    Ok(unsure.map(|rule| format!("{} is kept: {}", rule.table, rule.source)).collect())
}

/// Clinical and legal texts are marked in their wording files until somebody who may has approved them.
fn waiting_for_sign_off<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut keys = Vec::new();
    for text in texts {
        let mut marked = false;
        for line in text.lines() {
            if line.starts_with("# awaiting-signoff") {
                marked = true;
            } else if let Some((key, _)) = line.split_once(" =").filter(|_| marked) {
                keys.push(key);
                marked = false;
            }
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}
