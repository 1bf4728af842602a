//! `varde backup`.

use std::path::PathBuf;

use clap::Args;
use platform::app::steps;
use platform::backup::{LAST_DATA, LAST_KEYS, Taken, note_taken, passing, take_data, take_keys};
use platform::clock::Source;
use platform::db::pending;

use super::{Common, Failure, start};
use crate::catalogue;

/// The call.
#[derive(Args, Clone, Debug)]
pub(crate) struct BackupArgs {
    #[command(flatten)]
    common: Common,
    /// Where to write the data. Persons' keys are not in it.
    #[arg(required_unless_present = "keys")]
    file: Option<PathBuf>,
    /// Where to write the key store. Keep it apart from the data, and no longer than 30 days.
    #[arg(long)]
    keys: Option<PathBuf>,
    /// Folder of a demo city.
    #[arg(long)]
    data: Option<PathBuf>,
}

/// Takes a backup while the product serves, and says what is in it.
pub(crate) fn run(args: &BackupArgs) -> Result<(), Failure> {
    let config = start::config_of(&args.common, args.data.as_deref())?;
    let source = Source::system();
    let (db, keys, master) = start::open_what_is_there(&config, &source)?;
    pending(&db, &steps(&catalogue()))?;
    let now = source.now();
    if let Some(file) = &args.file {
        let taken = take_data(&db, &keys, &master, &passing(&catalogue()), now, file)?;
        println!("the data as of {}: {}", now.stored(), said(taken));
        note_taken(&db, LAST_DATA, now)?;
    }
    // The keys come second: whoever is in the data then has a key in the copy, unless they were erased in between.
    if let Some(file) = &args.keys {
        let taken = take_keys(&keys, &master, now, file)?;
        println!("the key store: {}", said(taken));
        println!("keep it apart from the data, and destroy it within 30 days");
        note_taken(&db, LAST_KEYS, now)?;
    }
    Ok(())
}

fn said(taken: Taken) -> String {
    format!("{} tables, {} rows, {} bytes", taken.tables, taken.rows, taken.bytes)
}
