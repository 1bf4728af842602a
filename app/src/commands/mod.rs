//! The commands, one file each. They exit 0 when done, 1 when they could not do their work, 2 when the call is wrong.

mod backup;
mod demo;
mod doctor;
mod erase;
mod export;
mod import;
mod invite_admin;
mod make_key;
mod migrate;
mod processing_record;
mod restore;
mod rotate_keys;
mod serve;
mod start;
mod verify_audit;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use platform::error::{Error, Fault};

#[derive(Parser)]
#[command(name = "varde", version, about = "The collaboration system around a person with substance dependence.")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// What every command takes.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Common {
    /// Configuration file.
    #[arg(long, global = true)]
    pub(crate) config: Option<PathBuf>,
    /// sqlite://PATH or postgres://…
    #[arg(long, global = true)]
    pub(crate) database_url: Option<String>,
}

#[derive(Subcommand)]
enum Command {
    /// Make (or open again) an invented city and serve it.
    Demo(demo::DemoArgs),
    /// Serve real people.
    Serve(serve::ServeArgs),
    /// Bring the database up to date.
    Migrate(Common),
    /// Say what is configured, what is missing and what is unsafe.
    Doctor(Common),
    /// Make the master key file that the configuration names.
    MakeKey(Common),
    /// Save the data, the key store or both into files, while serving.
    Backup(backup::BackupArgs),
    /// Bring a backup back into an empty database.
    Restore(restore::RestoreArgs),
    /// Take a new master key into use, with every server stopped.
    RotateKeys(Common),
    /// Check the whole audit log.
    VerifyAudit(verify_audit::VerifyArgs),
    /// Take in papers from other systems.
    Import(import::ImportArgs),
    /// Write everything about one person into a folder: to read, and as FHIR.
    Export(export::ExportArgs),
    /// Erase what the law lets go about one person, and say what stays and why.
    Erase(erase::EraseArgs),
    /// Print the record of processing activities, as it follows from the parts.
    ProcessingRecord,
    /// Print a one-time link for the first administrator.
    InviteAdmin(invite_admin::InviteArgs),
}

/// Reads the call, runs it and turns the outcome into an exit code.
#[must_use]
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are answers, not errors.
            drop(error.print());
            return if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS };
        }
    };
    let outcome = match cli.command {
        Command::Demo(args) => demo::run(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Migrate(common) => migrate::run(&common),
        Command::Doctor(common) => doctor::run(&common),
        Command::MakeKey(common) => make_key::run(&common),
        Command::Backup(args) => backup::run(&args),
        Command::Restore(args) => restore::run(&args),
        Command::RotateKeys(common) => rotate_keys::run(&common),
        Command::VerifyAudit(args) => verify_audit::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Erase(args) => erase::run(&args),
        Command::ProcessingRecord => processing_record::run(),
        Command::InviteAdmin(args) => invite_admin::run(&args),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("varde: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Why a command could not do its work, in one plain sentence.
pub(crate) struct Failure(String);

impl Failure {
    pub(crate) fn new(sentence: impl Into<String>) -> Failure {
        Failure(sentence.into())
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Failure {
        Failure(fault.to_string())
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        match error {
            Error::Fault(fault) => fault.into(),
            other => Failure(format!("the command was turned away: {other:?}")),
        }
    }
}
