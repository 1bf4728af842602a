//! `varde invite-admin`.

use clap::Args;
use together::staff::acts::first_admin;
use together::staff::rules::LINK_DAYS;

use super::{Common, Failure, start};

/// The call.
#[derive(Args, Clone, Debug)]
pub(crate) struct InviteArgs {
    #[command(flatten)]
    common: Common,
    /// The organisation the administrator works for; it is made when it is not there.
    #[arg(long)]
    organisation: String,
}

/// Prints a link that opens once: whoever uses it chooses a PIN and is the administrator.
pub(crate) fn run(args: &InviteArgs) -> Result<(), Failure> {
    let name = args.organisation.trim().to_owned();
    if name.is_empty() || name.chars().count() > 120 {
        return Err(Failure::new("the organisation's name must have 1 to 120 characters"));
    }
    let app = start::open_up_to_date(start::config(&args.common)?, platform::clock::Source::system())?;
    let link = first_admin(&app, &name)?;
    println!("{}/invitasjon/{link}", app.config().public_url.trim_end_matches('/'));
    eprintln!("The link opens once and ends in {LINK_DAYS} days. Hand it over in person.");
    Ok(())
}
