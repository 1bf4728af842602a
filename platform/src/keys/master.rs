//! The master key: 32 bytes in a file that only the service can read. Everything else is derived from it by name.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;
use std::sync::Arc;

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{hex, unhex};
use crate::clock::Source;
use crate::error::Fault;

/// The key from which the others are derived.
#[derive(Clone)]
pub struct MasterKey(Arc<Zeroizing<[u8; 32]>>);

impl std::fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MasterKey(…)")
    }
}

impl MasterKey {
    /// From 32 bytes: tests and the demo.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> MasterKey {
        MasterKey(Arc::new(Zeroizing::new(bytes)))
    }

    /// Reads the file; refuses one that others on the machine may read.
    ///
    /// # Errors
    /// A [`Fault`] with the remedy.
    pub fn read(path: &Path) -> Result<MasterKey, Fault> {
        let meta = fs::metadata(path)
            .map_err(|_| Fault::new("the master key file is not there; name it in varde.toml as master_key_file"))?;
        if meta.permissions().mode() & 0o077 != 0 {
            return Err(Fault::new("others may read the master key file; run chmod 600 on it"));
        }
        let text = fs::read_to_string(path).map_err(|_| Fault::new("the master key file cannot be read"))?;
        let bytes = unhex(text.trim()).and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
        bytes.map(MasterKey::from_bytes).ok_or_else(|| Fault::new("the master key file must hold 64 hexadecimal digits"))
    }

    /// Makes the file (readable by its owner only), or reads the one that is there.
    ///
    /// # Errors
    /// A [`Fault`] when it can be neither made nor read.
    pub fn read_or_make(path: &Path, source: &Source) -> Result<MasterKey, Fault> {
        let made = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
        if let Ok(mut file) = made {
            let bytes = source.bytes();
            file.write_all(hex(&bytes).as_bytes())
                .and_then(|()| file.sync_all())
                .and_then(|()| sync_folder_of(path))
                .map_err(|_| Fault::new("the master key file cannot be written"))?;
        }
        MasterKey::read(path)
    }

    /// A key for one use, for instance `lookup` or `audit`.
    #[must_use]
    pub fn derive(&self, purpose: &str) -> Zeroizing<[u8; 32]> {
        let mut derived = Zeroizing::new([0; 32]);
        // 32 bytes is within what HKDF-SHA-256 gives (8,160), so this cannot fail.
        let _always_fits = Hkdf::<Sha256>::new(None, self.0.as_slice()).expand(purpose.as_bytes(), derived.as_mut_slice());
        derived
    }
}

/// The file's name must be as durable as its content: data sealed with a key that is gone after a power cut is gone too.
fn sync_folder_of(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::File::open(folder)?.sync_all()
}
