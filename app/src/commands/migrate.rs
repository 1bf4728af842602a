//! `varde migrate`.

use platform::app::steps;
use platform::clock::Source;
use platform::db::{Db, migrate};

use super::{Common, Failure, start};
use crate::catalogue;

/// Brings the database up to date and says how far it had to go.
pub(crate) fn run(common: &Common) -> Result<(), Failure> {
    let config = start::config(common)?;
    let db = Db::open(&config.database_url)?;
    let taken = migrate(&db, &steps(&catalogue()), Source::system().now())?;
    println!("{taken} steps taken; the database is up to date");
    Ok(())
}
