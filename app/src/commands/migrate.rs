//! `varde migrate`.

use platform::app::steps;
use platform::backup::is_half_restored;
use platform::clock::Source;
use platform::db::{Db, migrate};
use platform::keys::{KeyStore, MasterKey};

use super::{Common, Failure, start};
use crate::catalogue;

/// Brings the database and the key store up to date and says how far it had to go.
pub(crate) fn run(common: &Common) -> Result<(), Failure> {
    let config = start::config(common)?;
    let source = Source::system();
    let db = Db::open(&config.database_url)?;
    if is_half_restored(&db)? {
        return Err(Failure::new("a restore into this database was not finished; run varde restore again"));
    }
    let taken = migrate(&db, &steps(&catalogue()), source.now())?;
    println!("{taken} steps taken; the database is up to date");
    if !config.master_key_file.exists() {
        println!("the key store waits for its master key; varde make-key makes it");
        return Ok(());
    }
    let master = MasterKey::read(&config.master_key_file)?;
    let keys = KeyStore::open(Db::open(&config.key_store())?, &master, &source)?;
    keys.settle(&master)?;
    println!("the key store is up to date");
    Ok(())
}
