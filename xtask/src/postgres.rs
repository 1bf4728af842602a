//! A PostgreSQL for the tests: its own folder, its own port, gone when the run is over.

use crate::{machine::Machine, steps};
use std::{
    env, fs,
    io::{self, BufRead, BufReader},
    net::TcpListener,
    os::unix::{fs::chown, process::CommandExt},
    path::{Path, PathBuf},
    process::{self, Child, Command, Stdio},
};

/// The database user of the tests.
const USER: &str = "varde";

/// Makes a cluster, starts it, and holds on until its input ends. That happens when the run is over, and also when
/// the run is killed: then nobody else would stop the server and clear the folder away.
///
/// C.UTF-8 sorts by code point and knows every letter; a system without it gets plain C. Another program may take a
/// free port before the server does, so several are tried.
const KEEPER: &str = r#"
trap '' INT TERM HUP PIPE
bin=$1 home=$2 options=$3
shift 3
make() { "$bin/initdb" -A trust -U varde -E UTF8 "--locale=$1" -D "$home/data" >"$home/log" 2>&1; }
give_up() { cat "$home/log" >&2; rm -rf "$home"; exit 1; }
make C.UTF-8 || { rm -rf "$home/data"; make C; } || give_up
for port in "$@" none; do
    test "$port" != none || give_up
    "$bin/pg_ctl" start -w -t 60 -s -D "$home/data" -l "$home/log" -o "$options -p $port" 2>/dev/null && break
done
echo "ready $port" 2>/dev/null
cat >/dev/null
"$bin/pg_ctl" stop -w -s -m fast -D "$home/data"
rm -rf "$home"
"#;

/// Everything is durable as in operation, since what the tests show about a crash must hold.
const OPTIONS: &str =
    "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=300 -c fsync=on -c synchronous_commit=on";

/// Nobody cuts the power: processes die and the server lives. Commits are as they are otherwise, and wait for no disk.
const OPTIONS_WITHOUT_DISK: &str = "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=300 -c fsync=off -c full_page_writes=off -c synchronous_commit=on";

/// A running PostgreSQL with two empty databases.
pub struct Cluster {
    /// The database `varde`, which sorts text by code point.
    pub url: String,
    /// The database `varde_nb`, which sorts text as Norwegians do.
    pub norwegian_url: String,
    keeper: Child,
}

impl Cluster {
    /// Makes the databases in a temporary folder.
    pub fn start(machine: &Machine) -> Result<Cluster, String> {
        Cluster::with(machine, OPTIONS)
    }

    /// As [`Cluster::start`], for runs that make a great many commits and show nothing about a power cut.
    pub fn start_without_disk(machine: &Machine) -> Result<Cluster, String> {
        Cluster::with(machine, OPTIONS_WITHOUT_DISK)
    }

    fn with(machine: &Machine, options: &str) -> Result<Cluster, String> {
        steps::step("PostgreSQL for the tests");
        let folder = folder(machine)?;
        let (port, keeper) = serve(machine, &folder, options).inspect_err(|_| drop(fs::remove_dir_all(&folder)))?;
        let at = |database: &str| format!("postgres://{USER}@127.0.0.1:{port}/{database}");
        let cluster = Cluster { url: at("varde"), norwegian_url: at("varde_nb"), keeper };
        sql(machine, &port, "CREATE DATABASE varde TEMPLATE template0")?;
        sql(
            machine,
            &port,
            "CREATE DATABASE varde_nb TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'nb-NO'",
        )?;
        println!("PostgreSQL answers on port {port}, with one database that sorts as Norwegians do");
        Ok(cluster)
    }

    /// Stops the server and waits until it is gone.
    pub fn stop(mut self) -> Result<(), String> {
        self.end()
    }

    fn end(&mut self) -> Result<(), String> {
        let Some(input) = self.keeper.stdin.take() else { return Ok(()) };
        drop(input);
        let status = self.keeper.wait().map_err(|why| format!("cannot wait for PostgreSQL to stop: {why}"))?;
        if status.success() { Ok(()) } else { Err("PostgreSQL did not stop cleanly".into()) }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Err(why) = self.end() {
            eprintln!("xtask: {why}");
        }
    }
}

/// A private folder, owned by the user that runs the server.
fn folder(machine: &Machine) -> Result<PathBuf, String> {
    let folder = env::temp_dir().join(format!("varde-postgres-{}", process::id()));
    let made = fs::create_dir(&folder).and_then(|()| match machine.postgres_user {
        Some((user, group)) => chown(&folder, Some(user), Some(group)),
        None => Ok(()),
    });
    made.map_err(|why| format!("cannot make a folder for PostgreSQL in {}: {why}", env::temp_dir().display()))?;
    Ok(folder)
}

/// Starts the keeper as a user that PostgreSQL accepts, and waits until the server answers.
fn serve(machine: &Machine, folder: &Path, options: &str) -> Result<(String, Child), String> {
    let ports = free_ports().map_err(|why| format!("cannot find a free port: {why}"))?;
    let mut command = Command::new("sh");
    command.args(["-c", KEEPER, "keeper"]).arg(&machine.postgres).arg(folder).arg(options).args(ports).current_dir(folder);
    if let Some((user, group)) = machine.postgres_user {
        command.uid(user).gid(group);
    }
    let spawned = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut keeper = spawned.map_err(|why| format!("cannot start PostgreSQL: {why}"))?;
    let mut said = String::new();
    if let Some(output) = keeper.stdout.take() {
        BufReader::new(output).read_line(&mut said).map_err(|why| format!("cannot hear from PostgreSQL: {why}"))?;
    }
    match said.trim().strip_prefix("ready ") {
        Some(port) => Ok((port.to_owned(), keeper)),
        None => {
            let ended = keeper.wait().map_or_else(|why| why.to_string(), |status| status.to_string());
            Err(format!("PostgreSQL did not start ({ended}); its log stands above"))
        }
    }
}

fn sql(machine: &Machine, port: &str, statement: &str) -> Result<(), String> {
    let mut command = Command::new(machine.postgres.join("psql"));
    command.args([
        "-X",
        "-q",
        "-v",
        "ON_ERROR_STOP=1",
        "-h",
        "127.0.0.1",
        "-U",
        USER,
        "-d",
        "postgres",
        "-p",
        port,
        "-c",
        statement,
    ]);
    steps::run(&mut command)
}

/// Ports that were free a moment ago. All are held until all are found, so that they differ.
fn free_ports() -> io::Result<Vec<String>> {
    let held: Vec<TcpListener> = (0..5).map(|_| TcpListener::bind("127.0.0.1:0")).collect::<io::Result<_>>()?;
    held.iter().map(|listener| Ok(listener.local_addr()?.port().to_string())).collect()
}
