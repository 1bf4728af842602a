//! `varde serve`.

use clap::Args;
use platform::clock::Source;

use super::{Common, Failure, start};

/// The call.
#[derive(Args, Clone, Debug)]
pub(crate) struct ServeArgs {
    #[command(flatten)]
    common: Common,
    /// Where `/metrics` is answered.
    #[arg(long)]
    metrics_listen: Option<String>,
}

/// Serves real people; refuses demo data and unsafe settings, and says which.
pub(crate) fn run(args: &ServeArgs) -> Result<(), Failure> {
    let mut config = start::config(&args.common)?;
    if let Some(address) = &args.metrics_listen {
        config.metrics_listen = Some(address.clone());
    }
    let problems = config.unsafe_settings();
    if !problems.is_empty() {
        return Err(Failure::new(problems.join("; ")));
    }
    let listen = config.listen.clone();
    let app = start::open_up_to_date(config, Source::system())?;
    if app.setting_here("demo-city")?.is_some() {
        return Err(Failure::new("this database holds a demo city; serve real people from a database of their own"));
    }
    start::serve(app, &listen)
}
