//! `varde restore`.

use std::path::PathBuf;

use clap::Args;
use kernel::id::PersonId;
use platform::app::{App, steps};
use platform::backup::{Checked, Content, Restored, check, must_be_unused, restore_data, restore_keys};
use platform::clock::Source;
use platform::db::Db;
use platform::error::Error;
use platform::keys::{KeyStore, MasterKey};
use platform::leaving;

use super::{Common, Failure, start};
use crate::catalogue;

/// The call.
#[derive(Args, Clone, Debug)]
pub(crate) struct RestoreArgs {
    #[command(flatten)]
    common: Common,
    /// A backup of the data; the database must be empty.
    #[arg(required_unless_present = "keys")]
    file: Option<PathBuf>,
    /// A backup of the key store, only when the key store itself is lost.
    #[arg(long)]
    keys: Option<PathBuf>,
    /// Folder of a demo city.
    #[arg(long)]
    data: Option<PathBuf>,
}

/// Checks the files from end to end, then brings them back and says what was done.
pub(crate) fn run(args: &RestoreArgs) -> Result<(), Failure> {
    let config = start::config_of(&args.common, args.data.as_deref())?;
    let source = Source::system();
    let master = MasterKey::read(&config.master_key_file)?;
    let data = args.file.as_ref().map(|file| check(file, &master, Content::Data)).transpose()?;
    let kept = args.keys.as_ref().map(|file| check(file, &master, Content::Keys)).transpose()?;
    let keys = KeyStore::open(Db::open(&config.key_store())?, &master, &source)?;
    keys.settle(&master)?;
    let db = data.is_some().then(|| Db::open(&config.database_url)).transpose()?;
    if let Some(db) = &db {
        must_be_unused(db, source.now())?;
    }
    if let Some(kept) = &kept {
        let count = restore_keys(kept, &keys, &master)?;
        println!("the key store as of {}: {count} keys", kept.head.taken_at);
        println!("whoever was erased after that can be read again: erase them once more, from your own list");
    }
    let (Some(data), Some(db)) = (data, db) else { return Ok(()) };
    let again = MasterKey::read(&config.master_key_file)?;
    let app = App::new(db.clone(), Db::open(&config.key_store())?, again, source.clone(), catalogue(), config)?;
    let erase = |person: &PersonId| erase_again(&app, person);
    let restored = restore_data(&data, &db, &keys, &master, &steps(&catalogue()), source.now(), &erase)?;
    say(&data, &restored);
    match restored.audit {
        Ok(report) => {
            println!("the log holds: {} lines, {} checkpoints", report.lines, report.checkpoints);
            Ok(())
        }
        Err(broken) => Err(Failure::new(format!(
            "everything was brought back, but the audit log did not hold when the backup was taken: {}; find out why before you serve",
            broken.0
        ))),
    }
}

/// Erases somebody who was erased after the backup was taken, by the same rules as then. Tells how many rows went.
///
/// # Errors
/// A fault when the database says no.
fn erase_again(app: &App, person: &PersonId) -> Result<u64, Error> {
    let erased = leaving::erase(app, &app.machine(), &together::leaving::CHARTER, person)?;
    Ok(erased.gone.iter().map(|gone| gone.rows).sum())
}

fn say(data: &Checked, restored: &Restored) {
    let head = &data.head;
    println!("the data as of {}, made by Varde {} on {}", head.taken_at, head.program, head.database);
    println!("{} rows in {} tables; every count agrees", restored.rows, restored.tables);
    if restored.steps > 0 {
        println!("{} database steps taken, as this version is newer", restored.steps);
    }
    let replayed = restored.replayed;
    println!("{} persons had been erased since; {} of their rows are gone again", replayed.persons, replayed.rows);
    if replayed.without_key > 0 {
        println!("{} persons have no key in the key store and cannot be read; is it the right key store?", replayed.without_key);
    }
    println!("everyone must sign in again, and invitations must be sent again");
    println!(
        "what was changed after {} is lost: sharing that was stopped since then is open again, so tell those it concerns",
        head.taken_at
    );
}
