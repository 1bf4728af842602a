//! `varde verify-audit`.

use std::path::PathBuf;

use clap::Args;
use platform::audit::{against, verify};
use platform::clock::Source;
use platform::db::Db;
use platform::keys::MasterKey;

use super::{Common, Failure, start};

/// The call.
#[derive(Args, Clone, Debug)]
pub(crate) struct VerifyArgs {
    #[command(flatten)]
    common: Common,
    /// A checkpoint that was kept elsewhere: what this command printed before.
    #[arg(long)]
    against: Option<PathBuf>,
    /// Folder of a demo city.
    #[arg(long)]
    data: Option<PathBuf>,
}

/// Checks the whole log and prints its newest signed head, to be kept elsewhere.
pub(crate) fn run(args: &VerifyArgs) -> Result<(), Failure> {
    let config = start::config_of(&args.common, args.data.as_deref())?;
    let master = MasterKey::read(&config.master_key_file)?;
    let db = Db::open(&config.database_url)?;
    let report = verify(&db, &master, Source::system().now())?.map_err(|broken| broken_log(&broken.0))?;
    if let Some(path) = &args.against {
        let kept = std::fs::read_to_string(path).map_err(|_| Failure::new("the kept checkpoint cannot be read"))?;
        against(&db, &master, &kept)?.map_err(|broken| broken_log(&broken.0))?;
        println!("the log continues the kept checkpoint");
    }
    println!("{} lines and {} checkpoints hold", report.lines, report.checkpoints);
    println!("{} lines wait for their seal", report.waiting);
    if report.late > 0 {
        println!("{} lines have waited more than 10 s; is a server running?", report.late);
    }
    if report.note.is_empty() {
        println!("no line has been sealed yet, so there is no head to keep");
    } else {
        println!("\n{}", report.note);
    }
    Ok(())
}

fn broken_log(place: &str) -> Failure {
    Failure::new(format!("the audit log does not hold: {place}"))
}
