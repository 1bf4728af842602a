//! The master key: 32 bytes in a file that only the service can read. Everything else is derived from it by name.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::rotate::WRAPPING;
use super::{hex, keyed_hash, unhex};
use crate::clock::Source;
use crate::error::Fault;

type Bytes = Zeroizing<[u8; 32]>;

/// The key from which the others are derived.
#[derive(Clone)]
pub struct MasterKey(Arc<Roots>);

struct Roots {
    /// Wraps persons' keys. A rotation replaces it.
    own: Bytes,
    /// Everything that cannot be made anew without knowing what it was made of: look-up hashes, PINs, the log's signatures,
    /// the seal of backups. It follows from the first master key and is handed on at each rotation.
    carried: Option<Bytes>,
}

impl std::fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MasterKey(…)")
    }
}

impl MasterKey {
    /// From 32 bytes: tests and the demo.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> MasterKey {
        MasterKey(Arc::new(Roots { own: Zeroizing::new(bytes), carried: None }))
    }

    /// The master key that takes over from this one.
    #[must_use]
    pub fn successor(&self, source: &Source) -> MasterKey {
        let carried = self.0.carried.clone().unwrap_or_else(|| self.0.own.clone());
        MasterKey(Arc::new(Roots { own: Zeroizing::new(source.bytes()), carried: Some(carried) }))
    }

    /// Reads the file; refuses one that others on the machine may read.
    ///
    /// # Errors
    /// A [`Fault`] with the remedy.
    pub fn read(path: &Path) -> Result<MasterKey, Fault> {
        let meta = fs::metadata(path).map_err(|_| {
            Fault::new(
                "the master key file is not there; name it in varde.toml as master_key_file, or make it with varde make-key",
            )
        })?;
        if meta.permissions().mode() & 0o077 & !handed_over_by_systemd(path) != 0 {
            return Err(Fault::new("others may read the master key file; run chmod 600 on it"));
        }
        let text = fs::read_to_string(path)
            .map(Zeroizing::new)
            .map_err(|_| Fault::new("the master key file cannot be read; run this as the user of the service"))?;
        let mut lines = text.lines().map(str::trim);
        let own = lines.next().and_then(bytes_of);
        let carried = lines.find_map(|line| line.strip_prefix("carried ")).map(bytes_of);
        match (own, carried) {
            (Some(own), None) => Ok(MasterKey(Arc::new(Roots { own, carried: None }))),
            (Some(own), Some(Some(carried))) => Ok(MasterKey(Arc::new(Roots { own, carried: Some(carried) }))),
            _ => Err(Fault::new("the master key file must hold 64 hexadecimal digits")),
        }
    }

    /// Makes the file (readable by its owner only), or reads the one that is there.
    ///
    /// # Errors
    /// A [`Fault`] when it can be neither made nor read.
    pub fn read_or_make(path: &Path, source: &Source) -> Result<MasterKey, Fault> {
        if !path.exists() {
            // Of two that make it at once, one finds it made.
            drop(MasterKey::from_bytes(source.bytes()).write(path));
        }
        MasterKey::read(path)
    }

    /// Writes a new file, readable by its owner only.
    ///
    /// # Errors
    /// A [`Fault`] when there is a file, or it cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), Fault> {
        let carried = self.0.carried.as_ref().map(|carried| format!("\ncarried {}", hex(carried.as_slice())));
        let text = Zeroizing::new(format!("{}{}", hex(self.0.own.as_slice()), carried.unwrap_or_default()));
        let made = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
        let mut file = made.map_err(|error| {
            Fault::new(match error.kind() {
                std::io::ErrorKind::AlreadyExists => "there is a master key file already; it is never written over",
                _ => "the master key file cannot be written; check that its folder exists and may be written",
            })
        })?;
        file.write_all(text.as_bytes())
            .and_then(|()| file.sync_all())
            .and_then(|()| sync_folder_of(path))
            .map_err(|_| Fault::new("the master key file cannot be written"))
    }

    /// Puts the file of the key that takes over in the place of the old one, which stays beside it under the name that is
    /// answered. Either name holds a whole key at every moment.
    ///
    /// # Errors
    /// A [`Fault`] when the folder cannot be written.
    pub fn replace(path: &Path, next: &Path) -> Result<PathBuf, Fault> {
        let aside = beside(path, "before");
        let failed = |_| Fault::new("the new master key file cannot be put in place; check that its folder may be written");
        let owner = fs::metadata(path).map_err(failed)?;
        if fs::metadata(next).map_err(failed)?.uid() != owner.uid() {
            std::os::unix::fs::chown(next, Some(owner.uid()), Some(owner.gid())).map_err(failed)?;
        }
        drop(fs::remove_file(&aside));
        fs::hard_link(path, &aside).map_err(failed)?;
        fs::rename(next, path).map_err(failed)?;
        sync_folder_of(path).map_err(failed)?;
        Ok(aside)
    }

    /// Where the key that takes over is kept until it does.
    #[must_use]
    pub fn next_beside(path: &Path) -> PathBuf {
        beside(path, "next")
    }

    /// By what the key store knows which master key it is under.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        hex(&keyed_hash(self.derive(WRAPPING).as_slice(), b"fingerprint"))
    }

    /// A key for one use, for instance `lookup` or `audit`.
    #[must_use]
    pub fn derive(&self, purpose: &str) -> Zeroizing<[u8; 32]> {
        let root = if purpose == WRAPPING { &self.0.own } else { self.0.carried.as_ref().unwrap_or(&self.0.own) };
        let mut derived = Zeroizing::new([0; 32]);
        // 32 bytes is within what HKDF-SHA-256 gives (8,160), so this cannot fail.
        let _always_fits = Hkdf::<Sha256>::new(None, root.as_slice()).expand(purpose.as_bytes(), derived.as_mut_slice());
        derived
    }
}

fn bytes_of(line: &str) -> Option<Bytes> {
    unhex(line).and_then(|bytes| <[u8; 32]>::try_from(bytes).ok()).map(Zeroizing::new)
}

/// A credential that systemd hands to the service lies in a folder nobody else can enter, and shows the group's read bit
/// because an access list lets the service in: that bit is not somebody else's.
fn handed_over_by_systemd(path: &Path) -> u32 {
    let folder = std::env::var_os("CREDENTIALS_DIRECTORY").map(PathBuf::from);
    if folder.is_some_and(|folder| path.parent() == Some(folder.as_path())) { 0o040 } else { 0 }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(ending);
    path.with_file_name(name)
}

/// The file's name must be as durable as its content: data sealed with a key that is gone after a power cut is gone too.
fn sync_folder_of(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::File::open(folder)?.sync_all()
}
