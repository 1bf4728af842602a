//! The product's own source, for tests that hold all of it to a rule.

use std::path::{Path, PathBuf};

/// Every file of Rust below these folders of the workspace, tests apart, each with its path from the workspace.
///
/// # Panics
/// When a folder cannot be read.
#[must_use]
pub fn rust_sources(homes: &[&str]) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    let mut files: Vec<PathBuf> = homes.iter().flat_map(|home| rust_files(&root.join(home))).collect();
    files.sort();
    let read = |file: PathBuf| {
        let path = file.strip_prefix(root).expect("a file of the workspace").to_string_lossy().into_owned();
        (path, std::fs::read_to_string(&file).expect("a source file"))
    };
    files.into_iter().map(read).collect()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() && name != "tests" {
            found.extend(rust_files(&path));
        } else if name.ends_with(".rs") && name != "tests.rs" {
            found.push(path);
        }
    }
    found
}
