//! What must be on the machine to run the tests, and how it gets there.

use crate::steps;
use std::{
    env,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// The oldest PostgreSQL whose behaviour is tested.
const OLDEST_POSTGRES: u32 = 15;
/// The oldest Node the browser tests run on.
const OLDEST_NODE: u32 = 20;

/// Programs the tests use.
pub struct Machine {
    /// The folder with `initdb`, `postgres` and `pg_ctl`.
    pub postgres: PathBuf,
    /// The browser.
    pub chromium: PathBuf,
    /// User and group to run PostgreSQL as, when we are root: it refuses to run as root.
    pub postgres_user: Option<(u32, u32)>,
}

impl Machine {
    /// Finds everything, and installs what is missing where that is allowed.
    pub fn prepare() -> Result<Machine, String> {
        let mut missing = Vec::new();
        if postgres().is_none() {
            missing.push(("PostgreSQL 15 or newer", "postgresql"));
        }
        if chromium().is_none() {
            missing.push(("Chromium", "chromium"));
        }
        if in_path("openssl").is_none() {
            missing.push(("OpenSSL", "openssl"));
        }
        if !missing.is_empty() {
            install(&missing)?;
        }
        node()?;
        let gone = |what: &str| format!("{what} is still missing after installing it: install it by hand and run this again");
        Ok(Machine {
            postgres: postgres().ok_or_else(|| gone("PostgreSQL 15 or newer"))?,
            chromium: chromium().ok_or_else(|| gone("Chromium"))?,
            postgres_user: if is_root() { Some(postgres_user()?) } else { None },
        })
    }
}

/// The cargo that runs us.
pub fn cargo() -> String {
    env::var("CARGO").unwrap_or_else(|_| "cargo".into())
}

/// The newest PostgreSQL: Debian and Red Hat keep the server's programs outside the search path.
fn postgres() -> Option<PathBuf> {
    let installed = ["/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt", "/usr/local/opt"]
        .iter()
        .filter_map(|folder| Path::new(folder).read_dir().ok());
    let folders = installed.flatten().flatten().map(|entry| entry.path().join("bin"));
    let named = in_path("initdb").and_then(|found| found.canonicalize().ok()?.parent().map(Path::to_path_buf));
    let versions = folders.chain(named).filter_map(|folder| Some((postgres_version(&folder)?, folder)));
    versions.filter(|(version, _)| *version >= OLDEST_POSTGRES).max().map(|(_, folder)| folder)
}

fn postgres_version(folder: &Path) -> Option<u32> {
    if ["initdb", "postgres", "pg_ctl", "psql"].iter().any(|program| !folder.join(program).exists()) {
        return None;
    }
    let says = output(Command::new(folder.join("postgres")).arg("--version"))?;
    first_number(says.split(')').nth(1)?)
}

fn chromium() -> Option<PathBuf> {
    let chosen = env::var_os("VARDE_CHROMIUM").map(PathBuf::from).filter(|path| path.exists());
    chosen.or_else(|| {
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].iter().find_map(|name| in_path(name))
    })
}

fn node() -> Result<(), String> {
    let says = output(Command::new("node").arg("--version")).unwrap_or_default();
    let version = first_number(&says).unwrap_or(0);
    if version < OLDEST_NODE || in_path("npm").is_none() {
        return Err(format!(
            "the pages are built and tested with Node: install Node {OLDEST_NODE} or newer with npm, and run this again"
        ));
    }
    Ok(())
}

fn install(missing: &[(&str, &str)]) -> Result<(), String> {
    let names = missing.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(" and ");
    let packages: Vec<&str> = missing.iter().map(|(_, package)| *package).collect();
    let by_hand = format!(
        "the tests need {names}: run \"apt-get install {}\" (or your system's like), and run this again",
        packages.join(" ")
    );
    if in_path("apt-get").is_none() {
        return Err(by_hand);
    }
    let prefix: &[&str] = match (is_root(), may_sudo()) {
        (true, _) => &["env"],
        (false, true) => &["sudo", "-n", "env"],
        (false, false) => return Err(by_hand),
    };
    steps::step(&format!("installing {names} from the system's packages"));
    for step in [vec!["update"], [vec!["install", "--yes", "--no-install-recommends"], packages].concat()] {
        let mut command = Command::new(prefix[0]);
        command.args(&prefix[1..]).args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]).args(step);
        steps::run(&mut command).map_err(|why| format!("{why}; {by_hand}"))?;
    }
    Ok(())
}

fn is_root() -> bool {
    output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}

fn may_sudo() -> bool {
    let asked = Command::new("sudo").args(["-n", "true"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

fn postgres_user() -> Result<(u32, u32), String> {
    let id = |flag| output(Command::new("id").args([flag, "postgres"])).and_then(|id| id.trim().parse().ok());
    id("-u").zip(id("-g")).ok_or_else(|| {
        "PostgreSQL refuses to run as root and there is no user called postgres: add one, or run this as another user".to_owned()
    })
}

fn in_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|candidate| candidate.is_file())
}

fn output(command: &mut Command) -> Option<String> {
    let done = command.stderr(Stdio::null()).output().ok()?;
    done.status.success().then(|| String::from_utf8_lossy(&done.stdout).into_owned())
}

fn first_number(text: &str) -> Option<u32> {
    let digits: String = text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}
