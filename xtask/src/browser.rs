//! The pages in a real browser: installs the driver, builds the program, hands both to Node.

use crate::{
    machine::{self, Machine},
    steps,
};
use std::{env, fs, path::Path, process::Command};

/// Runs every browser test against the program as just built.
pub fn run(root: &Path, machine: &Machine, full: bool) -> Result<(), String> {
    let folder = root.join("browser");
    driver(&folder)?;
    steps::step("the program, for the browser");
    // The same choice of packages as the Rust tests, so that nothing is built twice.
    steps::run(Command::new(machine::cargo()).args(["build", "--workspace", "--locked", "--bins", "--tests"]).current_dir(root))?;
    let program = env::current_exe().ok().and_then(|own| Some(own.parent()?.join("varde"))).filter(|program| program.exists());
    let program = program.ok_or("cannot find the program varde beside xtask: build both into the same folder")?;
    steps::step("pages in a browser");
    let mut command = Command::new("node");
    let most_ms = if full { 4 * 3600 * 1000 } else { 25 * 60 * 1000 };
    command
        .args(["--test", &format!("--test-timeout={most_ms}")])
        .current_dir(&folder)
        .env("VARDE_BIN", program)
        .env("VARDE_CHROMIUM", &machine.chromium);
    if full {
        command.env("VARDE_BROWSER", "full");
    }
    steps::run(&mut command)
}

/// Installs what the lock file names, when it has changed since the last time.
fn driver(folder: &Path) -> Result<(), String> {
    let lock =
        fs::read(folder.join("package-lock.json")).map_err(|why| format!("cannot read browser/package-lock.json: {why}"))?;
    let installed = folder.join("node_modules").join("installed-lock.json");
    if fs::read(&installed).is_ok_and(|had| had == lock) {
        return Ok(());
    }
    steps::step("the browser's driver, from npm");
    steps::run(Command::new("npm").args(["ci", "--ignore-scripts", "--no-fund", "--no-audit"]).current_dir(folder))?;
    fs::write(&installed, lock).map_err(|why| format!("cannot write {}: {why}", installed.display()))
}
