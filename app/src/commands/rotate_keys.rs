//! `varde rotate-keys`.

use platform::args;
use platform::clock::Source;
use platform::db::Db;
use platform::error::Error;
use platform::keys::{Fit, MasterKey, rotate};

use super::{Common, Failure, start};

/// Takes a new master key into use. Wherever it is stopped, running it again finishes it.
pub(crate) fn run(common: &Common) -> Result<(), Failure> {
    let config = start::config(common)?;
    let source = Source::system();
    let (db, keys, old) = start::open_what_is_there(&config, &source)?;
    if is_served(&db, source.now())? {
        return Err(Failure::new("a server is running; stop every one of them and try again in ten seconds"));
    }
    let path = &config.master_key_file;
    let next = MasterKey::next_beside(path);
    if !next.exists() {
        keys.settle(&old)?;
        old.successor(&source).write(&next)?;
    }
    let new = MasterKey::read(&next)?;
    // The commit of the last try may have gone through, and only the file was not moved.
    if !matches!(keys.fit(&new)?, Fit::Since(_)) {
        keys.settle(&old)?;
        let count = rotate(&Db::open(&config.key_store())?, &old, &new, source.now())?;
        println!("{count} keys wrapped anew");
    }
    let aside = MasterKey::replace(path, &next)?;
    println!("{} holds the new master key; the old one lies in {}", path.display(), aside.display());
    println!("take a backup of the key store now, copy the new file to where you keep the old one, then destroy the old one");
    Ok(())
}

/// Every server that runs wants to seal the log, and one of them holds the lease.
fn is_served(db: &Db, now: kernel::time::Timestamp) -> Result<bool, Error> {
    db.read_here(|tx| Ok(tx.row("SELECT name FROM lease WHERE until_at > $1", args![now])?.is_some()))
}
