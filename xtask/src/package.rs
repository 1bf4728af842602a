//! Makes the Debian package: a release build, the units and scripts of `packaging/`, and the papers an operator needs. The
//! same source on the same machine gives the same bytes.

use crate::{machine, steps};
use std::{
    env, fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Command,
};

#[cfg(test)]
mod tests;

/// What goes where, and with which rights: a file of the project, its place in the package.
const FILES: [(&str, &str, u32); 8] = [
    ("packaging/nightly-backup", "usr/lib/varde/nightly-backup", 0o755),
    ("packaging/systemd/varde.service", "usr/lib/systemd/system/varde.service", 0o644),
    ("packaging/systemd/varde-backup.service", "usr/lib/systemd/system/varde-backup.service", 0o644),
    ("packaging/systemd/varde-backup.timer", "usr/lib/systemd/system/varde-backup.timer", 0o644),
    ("packaging/varde.toml", "etc/varde/varde.toml", 0o644),
    ("packaging/debian/copyright", "usr/share/doc/varde/copyright", 0o644),
    ("docs/operating.md", "usr/share/doc/varde/operating.md", 0o644),
    ("SECURITY.md", "usr/share/doc/varde/SECURITY.md", 0o644),
];

/// What the package manager itself reads and runs.
const CONTROL: [(&str, u32); 4] = [("conffiles", 0o644), ("postinst", 0o755), ("prerm", 0o755), ("postrm", 0o755)];

/// How a package is made.
pub struct Wishes {
    /// A program that is there already; otherwise it is built.
    pub binary: Option<PathBuf>,
    /// Where the package goes.
    pub out: PathBuf,
    /// How `dpkg-deb` packs: `xz`, or `none` where only the layout is looked at.
    pub packing: &'static str,
}

/// Reads the call and makes the package.
pub fn run(root: &Path, words: &[&str]) -> Result<(), String> {
    let mut wishes = Wishes { binary: None, out: root.join("target/package"), packing: "xz" };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let value = words.next().ok_or_else(|| format!("{word} needs a value"))?;
        match *word {
            "--binary" => wishes.binary = Some(PathBuf::from(value)),
            "--out" => wishes.out = PathBuf::from(value),
            other => return Err(format!("{other} is not a wish of package: --binary FILE --out FOLDER")),
        }
    }
    let made = make(root, &wishes)?;
    println!("{}", made.display());
    Ok(())
}

/// Makes the package and tells where it lies.
pub fn make(root: &Path, wishes: &Wishes) -> Result<PathBuf, String> {
    let binary = match &wishes.binary {
        Some(binary) => binary.clone(),
        None => build(root)?,
    };
    let program = fs::read(&binary).map_err(|why| format!("cannot read {}: {why}", binary.display()))?;
    let (version, architecture) = (version(root)?, steps::output(Command::new("dpkg").arg("--print-architecture"))?);
    let name = format!("varde_{version}_{}", architecture.trim());
    let stage = wishes.out.join(&name);
    drop(fs::remove_dir_all(&stage));
    put(&stage, "usr/bin/varde", &program, 0o755)?;
    for (from, to, mode) in FILES {
        put(&stage, to, &read(root, from)?, mode)?;
    }
    for (name, mode) in CONTROL {
        put(&stage, &format!("DEBIAN/{name}"), &read(root, &format!("packaging/debian/{name}"))?, mode)?;
    }
    put(&stage, "DEBIAN/md5sums", sums(&stage)?.as_bytes(), 0o644)?;
    let size = program.len().div_ceil(1024) + 64;
    let control = String::from_utf8_lossy(&read(root, "packaging/debian/control")?)
        .replace("@VERSION@", &version)
        .replace("@ARCHITECTURE@", architecture.trim())
        .replace("@SIZE@", &size.to_string())
        .replace("@LIBC@", &libc(&program));
    put(&stage, "DEBIAN/control", control.as_bytes(), 0o644)?;
    let package = wishes.out.join(format!("{name}.deb"));
    let mut pack = Command::new("dpkg-deb");
    pack.args(["--root-owner-group", &format!("-Z{}", wishes.packing), "--build"]).arg(&stage).arg(&package);
    steps::output(pack.env("SOURCE_DATE_EPOCH", moment(root)))?;
    Ok(package)
}

/// A release build in a folder of its own, that does not tell in which folder it was made.
fn build(root: &Path) -> Result<PathBuf, String> {
    steps::step("release build");
    let target = root.join("target/package/build");
    let registry = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let mut flags = format!("--remap-path-prefix={}=varde", root.display());
    if let Some(registry) = registry {
        flags += &format!(" --remap-path-prefix={}=registry", registry.display());
    }
    let mut command = Command::new(machine::cargo());
    command.args(["build", "--release", "--locked", "--package", "varde", "--target-dir"]).arg(&target).current_dir(root);
    steps::run(command.env("RUSTFLAGS", flags).env("CARGO_PROFILE_RELEASE_STRIP", "symbols"))?;
    Ok(target.join("release/varde"))
}

/// The moment that stands in the package: of the commit, unless the caller names one.
fn moment(root: &Path) -> String {
    let named = env::var("SOURCE_DATE_EPOCH").ok();
    let committed = || steps::output(Command::new("git").args(["log", "-1", "--format=%ct"]).current_dir(root)).ok();
    named.or_else(committed).map_or_else(|| "0".to_owned(), |text| text.trim().to_owned())
}

fn version(root: &Path) -> Result<String, String> {
    let manifest = String::from_utf8_lossy(&read(root, "Cargo.toml")?).into_owned();
    let line = manifest.lines().find_map(|line| line.strip_prefix("version = \""));
    line.and_then(|rest| rest.split('"').next()).map(str::to_owned).ok_or_else(|| "Cargo.toml names no version".to_owned())
}

/// The newest C library whose functions the program calls by version.
fn libc(program: &[u8]) -> String {
    let marks = program.windows(8).enumerate().filter(|(_, window)| *window == b"GLIBC_2.");
    let minors = marks.filter_map(|(at, _)| {
        let digits = program[at + 8..].iter().take_while(|byte| byte.is_ascii_digit());
        String::from_utf8_lossy(&digits.copied().collect::<Vec<u8>>()).parse::<u32>().ok()
    });
    format!("2.{}", minors.max().unwrap_or(31))
}

/// What the package holds, each file with its sum, for `debsums`.
fn sums(stage: &Path) -> Result<String, String> {
    let mut names: Vec<&str> = FILES.iter().map(|(_, to, _)| *to).chain(["usr/bin/varde"]).collect();
    names.sort_unstable();
    steps::output(Command::new("md5sum").args(names).current_dir(stage))
}

fn read(root: &Path, name: &str) -> Result<Vec<u8>, String> {
    fs::read(root.join(name)).map_err(|why| format!("cannot read {name}: {why}"))
}

/// Writes a file with exactly these rights, and folders that everyone may enter, whatever the caller's own mask.
fn put(stage: &Path, name: &str, bytes: &[u8], mode: u32) -> Result<(), String> {
    let failed = |why: std::io::Error| format!("cannot write {name}: {why}");
    let mut folder = stage.to_path_buf();
    fs::create_dir_all(&folder).map_err(failed)?;
    for part in Path::new(name).parent().into_iter().flat_map(Path::components) {
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).map_err(failed)?;
        folder.push(part);
        fs::create_dir_all(&folder).map_err(failed)?;
    }
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).map_err(failed)?;
    let path = stage.join(name);
    fs::write(&path, bytes).map_err(failed)?;
    fs::set_permissions(&path, fs::Permissions::from_mode(mode)).map_err(failed)
}
