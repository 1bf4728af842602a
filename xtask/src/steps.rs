//! What each chore does, step by step, and in what order.

use crate::{
    browser, house,
    machine::{self, Machine},
    postgres::Cluster,
    toy,
};
use std::{
    env,
    path::Path,
    process::{Command, Stdio},
    time::Instant,
};

/// Every test there is. The first step that fails ends the run, and what was started is stopped.
pub fn everything(root: &Path, full: bool) -> Result<(), String> {
    let started = Instant::now();
    house(root)?;
    let machine = Machine::prepare()?;
    let cluster = Cluster::start(&machine)?;
    rust_tests(root, &cluster)?;
    documented_examples(root, &cluster)?;
    toy::run(root, |command| {
        with_databases(command, &cluster);
    })?;
    browser::run(root, &machine, full)?;
    cluster.stop()?;
    println!(
        "\nEverything passed in {} s: house rules, Rust tests on SQLite and PostgreSQL, a toy offer, pages in a browser.",
        started.elapsed().as_secs()
    );
    Ok(())
}

/// The house rules alone.
pub fn house(root: &Path) -> Result<(), String> {
    step("house rules");
    let mut formatted = Command::new(machine::cargo());
    output(formatted.args(["fmt", "--all", "--", "--check"]).current_dir(root))
        .map_err(|why| format!("{why}\nrun \"cargo fmt --all\" (it comes with Rust: rustup component add rustfmt)"))?;
    match house::check(root)? {
        true => Ok(()),
        false => Err("house rules are broken; see above".into()),
    }
}

/// The browser tests alone.
pub fn pages(root: &Path, full: bool) -> Result<(), String> {
    let machine = Machine::prepare()?;
    browser::run(root, &machine, full)
}

/// Runs a command with a PostgreSQL of its own.
pub fn with_postgres(root: &Path, program: &str, arguments: &[&str]) -> Result<(), String> {
    let machine = Machine::prepare()?;
    let cluster = Cluster::start(&machine)?;
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root);
    let done = run(with_databases(&mut command, &cluster));
    cluster.stop()?;
    done
}

/// Imagined months of a small city, on a PostgreSQL of its own. Nearly all its time would be waiting for the disk.
pub fn simulate(root: &Path, wishes: &[&str]) -> Result<(), String> {
    let machine = Machine::prepare()?;
    let cluster = Cluster::start_without_disk(&machine)?;
    step("imagined months of a small city");
    let mut command = Command::new(machine::cargo());
    command.args(["run", "--quiet", "--locked", "-p", "varde-simulate", "--"]).args(wishes).current_dir(root);
    let in_memory = Path::new("/dev/shm");
    if env::var_os("TMPDIR").is_none() && in_memory.is_dir() {
        command.env("TMPDIR", in_memory);
    }
    let done = run(with_databases(&mut command, &cluster));
    cluster.stop()?;
    done
}

/// The toy offer alone.
pub fn toy_offer(root: &Path) -> Result<(), String> {
    let machine = Machine::prepare()?;
    let cluster = Cluster::start(&machine)?;
    let done = toy::run(root, |command| {
        with_databases(command, &cluster);
    });
    cluster.stop()?;
    done
}

/// Measures what a request costs, on a PostgreSQL of its own and in release builds of the bench and the program.
pub fn bench(root: &Path, wishes: &[&str]) -> Result<(), String> {
    let machine = Machine::prepare()?;
    step("release build");
    let mut build = Command::new(machine::cargo());
    run(build.args(["build", "--release", "--locked", "-p", "varde", "-p", "varde-bench"]).current_dir(root))?;
    let cluster = Cluster::start(&machine)?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder));
    let mut command = Command::new(target.join("release/varde-bench"));
    command.args(wishes).current_dir(root);
    let done = run(with_databases(&mut command, &cluster));
    cluster.stop()?;
    done
}

fn rust_tests(root: &Path, cluster: &Cluster) -> Result<(), String> {
    let nextest =
        Command::new(machine::cargo()).args(["nextest", "--version"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let mut command = Command::new(machine::cargo());
    if nextest.is_ok_and(|status| status.success()) {
        step("Rust tests, with nextest");
        command.args(["nextest", "run", "--workspace", "--locked"]);
    } else {
        step("Rust tests, with cargo test");
        command.args(["test", "--workspace", "--locked", "--all-targets"]);
    }
    command.current_dir(root);
    run(with_databases(&mut command, cluster))
}

/// nextest leaves out examples in the documentation, so they run on their own.
fn documented_examples(root: &Path, cluster: &Cluster) -> Result<(), String> {
    step("examples in the documentation");
    let mut command = Command::new(machine::cargo());
    command.args(["test", "--workspace", "--locked", "--doc", "--quiet"]).current_dir(root);
    run(with_databases(&mut command, cluster))
}

/// The tests run on SQLite and on PostgreSQL, and fail when these are not set.
fn with_databases<'a>(command: &'a mut Command, cluster: &Cluster) -> &'a mut Command {
    command.env("VARDE_TEST_POSTGRES_URL", &cluster.url).env("VARDE_TEST_POSTGRES_NB_URL", &cluster.norwegian_url)
}

/// Says which step begins.
pub fn step(name: &str) {
    println!("\n== {name}");
}

/// Runs a command to its end; anything but success is an error that shows the command.
pub fn run(command: &mut Command) -> Result<(), String> {
    forget_this_crate(command);
    let shown = shown(command);
    let status = command.status().map_err(|why| format!("cannot run {shown}: {why}"))?;
    match status.success() {
        true => Ok(()),
        false => Err(format!("this failed: {shown}")),
    }
}

/// As [`run`], and answers with what the command printed; when it fails, that is shown.
pub fn output(command: &mut Command) -> Result<String, String> {
    forget_this_crate(command);
    let shown = shown(command);
    let output = command.output().map_err(|why| format!("cannot run {shown}: {why}"))?;
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    match output.status.success() {
        true => Ok(printed),
        false => Err(format!("{printed}\nthis failed: {shown}")),
    }
}

fn forget_this_crate(command: &mut Command) {
    // Cargo tells the programs it runs about this crate; the next cargo must not believe it is about theirs.
    for (name, _) in env::vars().filter(|(name, _)| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")) {
        command.env_remove(name);
    }
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
