//! A copy of the project that lies in the build folder from one run to the next. A file that is the same is left alone, so
//! that what was built from it need not be built again.
//!
//! The copy shares the build folder with the project, so that nothing foreign is built twice. Cargo names what it builds by
//! package and version, not by folder: the copy has a version of its own, or each would be taken for the other.

use super::Snapshot;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// What is not ours to copy: what tools made.
const SKIPPED: [&str; 3] = [".git", "target", "node_modules"];

/// The version of the project, and of the copy.
const VERSIONS: [&str; 2] = ["version = \"0.1.0\"", "version = \"0.1.0-toy\""];

/// The copy.
pub struct Mirror(PathBuf);

impl Mirror {
    /// Makes the folder like the project, file by file.
    pub fn of(root: &Path, folder: &Path) -> Result<Mirror, String> {
        let copied = fs::create_dir_all(folder).and_then(|()| mirror(root, folder));
        copied.map_err(|why| format!("cannot copy the project to {}: {why}", folder.display()))?;
        Ok(Mirror(folder.to_owned()))
    }

    /// Where it is.
    pub fn root(&self) -> &Path {
        &self.0
    }

    /// Every file with what is in it.
    pub fn snapshot(&self) -> Result<Snapshot, String> {
        let mut files = Snapshot::new();
        gather(&self.0, "", &mut files).map_err(|why| format!("cannot read {}: {why}", self.0.display()))?;
        Ok(files)
    }
}

fn is_ours(name: &str) -> bool {
    !SKIPPED.contains(&name) && !name.starts_with("varde-demo")
}

fn mirror(from: &Path, to: &Path) -> io::Result<()> {
    for entry in fs::read_dir(to)? {
        let entry = entry?;
        let original = from.join(entry.file_name());
        let (here, there) = (entry.file_type()?, original.symlink_metadata());
        if there.is_ok_and(|there| there.is_dir() == here.is_dir()) {
            continue;
        }
        if here.is_dir() { fs::remove_dir_all(entry.path())? } else { fs::remove_file(entry.path())? }
    }
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (kind, target) = (entry.file_type()?, to.join(entry.file_name()));
        if !is_ours(&entry.file_name().to_string_lossy()) {
            continue;
        }
        if kind.is_dir() {
            fs::create_dir_all(&target)?;
            mirror(&entry.path(), &target)?;
        } else if kind.is_file() {
            let bytes = renamed(&entry.file_name().to_string_lossy(), fs::read(entry.path())?);
            if fs::read(&target).ok().as_ref() != Some(&bytes) {
                fs::write(&target, bytes)?;
            }
        }
    }
    Ok(())
}

/// The file as the copy has it: the manifest and the lock file carry the copy's version for our own packages.
fn renamed(name: &str, bytes: Vec<u8>) -> Vec<u8> {
    let [own, copys] = VERSIONS;
    match (name, String::from_utf8(bytes)) {
        ("Cargo.toml", Ok(text)) => text.replace(&format!("\n{own}\n"), &format!("\n{copys}\n")).into_bytes(),
        ("Cargo.lock", Ok(text)) => {
            let packages = text.split("\n\n").map(|package| {
                let ours = ["varde", "varde-", "xtask"].iter().any(|start| {
                    let end = if start.ends_with('-') { "" } else { "\"\n" };
                    package.contains(&format!("name = \"{start}{end}"))
                });
                if ours { package.replace(own, copys) } else { package.to_owned() }
            });
            packages.collect::<Vec<_>>().join("\n\n").into_bytes()
        }
        (_, Ok(text)) => text.into_bytes(),
        (_, Err(not_text)) => not_text.into_bytes(),
    }
}

fn gather(folder: &Path, prefix: &str, files: &mut Snapshot) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        match entry.file_type()? {
            kind if kind.is_dir() => gather(&entry.path(), &format!("{path}/"), files)?,
            kind if kind.is_file() => {
                files.insert(path, fs::read(entry.path())?);
            }
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_copy_has_a_version_of_its_own_and_others_keep_theirs() {
        let lock =
            "[[package]]\nname = \"varde-kernel\"\nversion = \"0.1.0\"\n\n[[package]]\nname = \"vardex\"\nversion = \"0.1.0\"\n";
        let renamed_lock = String::from_utf8(renamed("Cargo.lock", lock.into())).expect("text");
        assert_eq!(renamed_lock, lock.replacen("0.1.0", "0.1.0-toy", 1));
        let manifest = "[workspace.package]\nversion = \"0.1.0\"\nedition = \"2024\"\n";
        assert!(String::from_utf8(renamed("Cargo.toml", manifest.into())).expect("text").contains("0.1.0-toy"));
        assert_eq!(renamed("a.rs", vec![0xff]), [0xff]);
    }

    #[test]
    fn the_copy_is_like_the_project_and_leaves_alone_what_is_the_same() {
        let folder = std::env::temp_dir().join(format!("varde-copy-{}", std::process::id()));
        let (from, to) = (folder.join("from"), folder.join("to"));
        for (path, text) in [("a/b.rs", "one"), ("c.rs", "two"), ("target/d", "made"), ("a/.git/e", "made")] {
            fs::create_dir_all(from.join(path).parent().expect("a folder")).expect("made");
            fs::write(from.join(path), text).expect("written");
        }
        let copy = Mirror::of(&from, &to).expect("copied");
        let first = copy.snapshot().expect("read");
        assert_eq!(first.keys().map(String::as_str).collect::<Vec<_>>(), ["a/b.rs", "c.rs"]);
        let changed = || fs::metadata(to.join("c.rs")).and_then(|file| file.modified()).expect("a time");
        let at = changed();
        fs::write(to.join("a/new.rs"), "left from last time").expect("written");
        fs::write(to.join("a/b.rs"), "changed").expect("written");
        assert_eq!(Mirror::of(&from, &to).and_then(|copy| copy.snapshot()), Ok(first));
        assert_eq!(changed(), at, "a file that is the same is not written again");
        fs::remove_dir_all(folder).expect("cleared away");
    }
}
