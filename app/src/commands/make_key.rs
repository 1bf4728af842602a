//! `varde make-key`.

use platform::clock::Source;
use platform::keys::MasterKey;

use super::{Common, Failure, start};

/// Makes the master key file that the configuration names. One that is there is never written over.
pub(crate) fn run(common: &Common) -> Result<(), Failure> {
    let config = start::config(common)?;
    let path = &config.master_key_file;
    let source = Source::system();
    MasterKey::from_bytes(source.bytes()).write(path)?;
    println!("made {}", path.display());
    println!("copy it to a place apart from every backup: without it nothing that was written can be read again");
    Ok(())
}
