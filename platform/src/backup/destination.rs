//! Where a backup is written: beside its name until it is whole, readable by its owner alone.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use crate::error::Fault;

/// A file in the making. Dropped before [`Destination::finish`], nothing of it is left.
pub(super) struct Destination {
    path: PathBuf,
    part: PathBuf,
    out: Option<BufWriter<File>>,
}

impl Destination {
    pub(super) fn make(path: &Path) -> Result<Destination, Fault> {
        if path.exists() {
            return Err(Fault::new("there is a file of that name already; a backup is never written over"));
        }
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".part");
        let part = path.with_file_name(name);
        // What a process that was killed had begun.
        drop(fs::remove_file(&part));
        let file = fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&part)
            .map_err(|_| Fault::new("the backup cannot be written there; check that the folder exists and may be written"))?;
        Ok(Destination { path: path.to_owned(), part, out: Some(BufWriter::with_capacity(1 << 18, file)) })
    }

    /// Makes it durable and gives it its name.
    pub(super) fn finish(mut self) -> Result<(), Fault> {
        let full = |_| Fault::new(FULL);
        let Some(out) = self.out.take() else { return Ok(()) };
        let file = out.into_inner().map_err(|_| Fault::new(FULL))?;
        file.sync_all().map_err(full)?;
        fs::rename(&self.part, &self.path).map_err(full)?;
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(full)
    }
}

/// What is said when a write fails.
pub(super) const FULL: &str = "the backup could not be written to its end; is the disk full?";

impl Write for Destination {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.out.as_mut().map_or(Ok(0), |out| out.write(bytes))
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.out.as_mut().map_or(Ok(()), Write::flush)
    }
}

impl Drop for Destination {
    fn drop(&mut self) {
        // After a rename there is nothing under this name any more.
        drop(fs::remove_file(&self.part));
    }
}
