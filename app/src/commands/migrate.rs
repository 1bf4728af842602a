//! `varde migrate`.

use platform::clock::Source;
use platform::db::Db;
use platform::keys::{KeyStore, MasterKey};

use super::{Common, Failure, start};
/// Brings the database and the key store up to date and says how far it had to go.
pub(crate) fn run(common: &Common) -> Result<(), Failure> {
    let config = start::config(common)?;
    let source = Source::system();
    let db = Db::open(&config.database_url)?;
    let taken = start::bring_up_to_date(&db, &source)?;
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
