//! `varde demo`.

use std::path::PathBuf;

use clap::Args;
use platform::clock::Source;

use super::{Common, Failure, start};
use crate::demo::{State, fill, state};

/// The call.
#[derive(Args, Clone, Debug)]
pub(crate) struct DemoArgs {
    #[command(flatten)]
    common: Common,
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: String,
    /// Folder of the city, its key store and its master key.
    #[arg(long, default_value = "varde-demo")]
    data: PathBuf,
    /// How many persons live in a new city.
    #[arg(long, default_value_t = 200)]
    persons: usize,
    /// The same seed gives the same city.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Where `/metrics` is answered.
    #[arg(long)]
    metrics_listen: Option<String>,
}

/// Makes or opens the city and serves it.
pub(crate) fn run(args: &DemoArgs) -> Result<(), Failure> {
    std::fs::create_dir_all(&args.data)
        .map_err(|_| Failure::new("the folder for the demo cannot be made; choose another with --data"))?;
    let mut config = start::config_apart(&args.common)?;
    config.demo = true;
    config.master_key_file = args.data.join("master.key");
    config.metrics_listen.clone_from(&args.metrics_listen);
    if args.common.database_url.is_none() && std::env::var_os("VARDE_DATABASE_URL").is_none() {
        config.database_url = format!("sqlite://{}", args.data.join("varde.db").display());
    }
    config.public_url = format!("http://localhost:{}", args.listen.rsplit(':').next().unwrap_or("8080"));
    platform::web::log_to_stderr();
    let app = start::open_up_to_date(config.clone(), Source::seeded(args.seed))?;
    match state(&app)? {
        State::Filled => {}
        State::Empty => fill(&app, args.persons)?,
        State::Foreign => {
            return Err(Failure::new("this database holds something that is not a demo; choose another folder or database"));
        }
    }
    drop(app);
    // Sessions and tokens of a running demo must not follow from the seed.
    let app = start::open_up_to_date(config, Source::system())?;
    start::serve(app, &args.listen)
}
