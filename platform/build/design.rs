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

    /// The typeface of letters, in one weight: it has the letters of Sámi too.
    pub fn typeface(&self, weight: &str) -> PathBuf {
        let folder = self.folder.join("node_modules/@expo-google-fonts/source-sans-3");
        folder.join(weight).join(format!("SourceSans3_{weight}.ttf"))
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

    if let Err(error) = fs::create_dir_all(folder) {
        crate::fail(&format!("Cannot make {}: {error}. See that the build folder can be written to.", folder.display()));
    }
    // A half-made folder must not pass for a whole one if npm fails below.
    let _ = fs::remove_file(&stamp);
    for name in INPUTS {
        crate::write(&folder.join(name), &crate::read(&web.join(name)));
    }
    run(folder, "npm", "ci --ignore-scripts --no-audit --no-fund");
    let generator = "node_modules/@digdir/designsystemet/dist/bin/designsystemet.js tokens";
    run(folder, "node", &format!("{generator} create --config theme.json"));
    run(folder, "node", &format!("{generator} build -t tokens -o theme --config theme.json"));
    crate::write(&stamp, &wanted);
    design
}

/// Runs a program in `folder` without showing its output, unless it fails.
fn run(folder: &Path, program: &str, arguments: &str) {
    match Command::new(program).args(arguments.split(' ')).current_dir(folder).output() {
        Err(_) => crate::fail(&format!("{program} was not found. Install Node.js 20 or newer with npm, and build again.")),
        Ok(output) if !output.status.success() => {
            eprintln!("{}", String::from_utf8_lossy(&output.stderr));
            crate::fail(&format!(
                "`{program} {arguments}` failed. See that npm can reach its registry and that package-lock.json fits package.json."
            ))
        }
        Ok(_) => {}
    }
}
