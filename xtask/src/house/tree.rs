//! The files of the project, as the checks read them.

use super::rust::Rust;
use std::{fs, io, path::Path};

/// Folders that hold what tools made, not what we wrote.
const SKIPPED: [&str; 3] = [".git", "target", "node_modules"];

/// One text file.
pub struct File {
    /// Path from the project's root, with forward slashes.
    pub path: String,
    /// Its whole text.
    pub text: String,
    rust: Option<Rust>,
}

impl File {
    /// A file with this path and text.
    pub fn new(path: &str, text: &str) -> File {
        let rust = path.ends_with(".rs").then(|| Rust::read(text));
        File { path: path.to_owned(), text: text.to_owned(), rust }
    }

    /// The crate's folder: the first part of the path.
    pub fn home(&self) -> &str {
        self.path.split('/').next().unwrap_or_default()
    }

    /// The file's name without folder.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// What follows the last dot of the name.
    pub fn extension(&self) -> &str {
        self.name().rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// The file taken apart, when it is Rust.
    pub fn rust(&self) -> Option<&Rust> {
        self.rust.as_ref()
    }

    /// Whether the whole file exists only for tests or for building.
    pub fn is_for_tests(&self) -> bool {
        matches!(self.home(), "testkit" | "xtask" | "bench" | "simulate")
            || matches!(self.name(), "tests.rs" | "build.rs")
            || self.path.contains("/tests/")
            || self.path.contains("/benches/")
            || self.path.contains("/build/")
    }
}

/// Every text file of the project.
pub struct Tree {
    /// The files, sorted by path.
    pub files: Vec<File>,
}

impl Tree {
    /// Reads the project in this folder. Files that are not text (pictures) are left out.
    pub fn read(root: &Path) -> io::Result<Tree> {
        let mut files = Vec::new();
        walk(root, "", &mut files)?;
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Tree { files })
    }

    /// A made-up project, for the tests of the checks.
    #[cfg(test)]
    pub fn planted(files: &[(&str, &str)]) -> Tree {
        Tree { files: files.iter().map(|(path, text)| File::new(path, text)).collect() }
    }

    /// The Rust files together with what they hold.
    pub fn rust(&self) -> impl Iterator<Item = (&File, &Rust)> {
        self.files.iter().filter_map(|file| Some((file, file.rust()?)))
    }

    /// Rust files that are part of the product.
    pub fn product(&self) -> impl Iterator<Item = (&File, &Rust)> {
        self.rust().filter(|(file, _)| !file.is_for_tests())
    }

    /// Files whose names end like this.
    pub fn with_extension<'a>(&'a self, extension: &'a str) -> impl Iterator<Item = &'a File> {
        self.files.iter().filter(move |file| file.extension() == extension)
    }
}

fn walk(folder: &Path, prefix: &str, files: &mut Vec<File>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let made_by_a_tool = SKIPPED.contains(&name.as_str()) || name.starts_with("varde-demo");
        if made_by_a_tool {
            continue;
        }
        let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}/{name}") };
        let kind = entry.file_type()?;
        if kind.is_dir() {
            walk(&entry.path(), &path, files)?;
        } else if kind.is_file()
            && let Ok(text) = fs::read_to_string(entry.path())
        {
            files.push(File::new(&path, &text));
        }
    }
    Ok(())
}
