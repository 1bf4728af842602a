//! Fetches the design system from npm and generates the theme, once for each version of the lock file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The three files that decide what npm and the theme generator make.
const INPUTS: [&str; 3] = ["package.json", "package-lock.json", "theme.json"];

/// A folder with the installed packages and the generated theme.
pub struct Design {
    folder: PathBuf,
}

impl Design {
    /// The generated theme: every colour in light and dark, sizes and type.
    pub fn theme(&self) -> PathBuf {
        self.folder.join("theme/varde.css")
    }

    /// One component file of Designsystemet.
    pub fn component(&self, name: &str) -> PathBuf {
        let source = "node_modules/@digdir/designsystemet-css/dist/src";
        self.folder.join(source).join(name).with_extension("css")
    }

    /// The folder with one SVG file for each Aksel icon.
    pub fn icons(&self) -> PathBuf {
        self.folder.join("node_modules/@navikt/aksel-icons/dist/svg")
    }
}

/// Installs and generates when an input has changed since the last success; else answers at once.
pub fn prepare(web: &Path, folder: &Path) -> Design {
    let design = Design { folder: folder.to_owned() };
    let wanted: String = INPUTS.iter().map(|name| crate::read(&web.join(name))).collect();
    let stamp = folder.join("made-from.stamp");
    if fs::read_to_string(&stamp).is_ok_and(|made_from| made_from == wanted) && design.theme().exists() {
        return design;
    }

    must(fs::create_dir_all(folder), "make the folder for the design system");
    // A half-made folder must not pass for a whole one if npm fails below.
    let _ = fs::remove_file(&stamp);
    for name in INPUTS {
        must(fs::copy(web.join(name), folder.join(name)), "copy the npm files");
    }
    run(folder, "npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    let generator = "node_modules/@digdir/designsystemet/dist/bin/designsystemet.js";
    run(folder, "node", &[generator, "tokens", "create", "--config", "theme.json"]);
    run(folder, "node", &[generator, "tokens", "build", "-t", "tokens", "-o", "theme", "--config", "theme.json"]);
    must(fs::write(&stamp, wanted), "note what the design system was made from");
    design
}

/// Runs a program in `folder` without showing its output, unless it fails.
fn run(folder: &Path, program: &str, arguments: &[&str]) {
    let call = format!("{program} {}", arguments.join(" "));
    match Command::new(program).args(arguments).current_dir(folder).output() {
        Err(_) => panic!("{program} was not found. Install Node.js 20 or newer with npm, and build again."),
        Ok(output) if !output.status.success() => {
            eprintln!("{}", String::from_utf8_lossy(&output.stderr));
            panic!("`{call}` failed. Check that the npm registry can be reached and that the lock file fits package.json, and build again.")
        }
        Ok(_) => {}
    }
}

/// Ends the build when a file cannot be handled.
fn must<T>(result: std::io::Result<T>, what: &str) {
    if let Err(error) = result {
        panic!("Cannot {what}: {error}. Check that the build folder can be written to and has room.");
    }
}
