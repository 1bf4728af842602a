//! `varde invite-admin`.

use clap::Args;
use kernel::id::{AccountId, OrganisationId};
use kernel::persona::OrganisationKind;
use platform::args;
use platform::session::{hash, opener};

use super::{Common, Failure, start};

/// How long the link can be used.
const LINK_DAYS: i64 = 3;

/// The call.
#[derive(Args, Clone, Debug)]
pub(crate) struct InviteArgs {
    #[command(flatten)]
    common: Common,
    /// The organisation the administrator works for; it is made when it is not there.
    #[arg(long)]
    organisation: String,
}

/// Prints a link that opens once.
pub(crate) fn run(args: &InviteArgs) -> Result<(), Failure> {
    let name = args.organisation.trim().to_owned();
    if name.is_empty() || name.chars().count() > 120 {
        return Err(Failure::new("the organisation's name must have 1 to 120 characters"));
    }
    let app = start::open_up_to_date(start::config(&args.common)?, platform::clock::Source::system())?;
    let (link, now) = (opener(&app), app.source().now());
    let stored = hash(&link);
    let organisation = OrganisationId::from_bits(app.source().id_bits());
    let account = AccountId::from_bits(app.source().id_bits());
    app.db().write_here(move |tx| {
        let found = tx.row("SELECT organisation_id FROM organisation WHERE name = $1 ORDER BY organisation_id", args![name.as_str()])?;
        let organisation = match found {
            Some(row) => row.text(0)?.to_owned(),
            None => {
                tx.run(
                    "INSERT INTO organisation (organisation_id, name, kind, phone, municipality)
                     VALUES ($1, $2, $3, '', '')",
                    args![&organisation, name.as_str(), OrganisationKind::Municipality.key()],
                )?;
                organisation.as_str().to_owned()
            }
        };
        tx.run(
            "INSERT INTO account (account_id, organisation_id, role, name, title, phone, started_at)
             VALUES ($1, $2, 'admin', 'Administrator', '', '', $3)",
            args![&account, organisation, now],
        )?;
        tx.run(
            "INSERT INTO one_time_link (link_hash, account_id, made_at, until_at) VALUES ($1, $2, $3, $4)",
            args![stored.clone(), &account, now, now.plus_days(LINK_DAYS)],
        )?;
        Ok(())
    })?;
    println!("{}/invitasjon/{link}", app.config().public_url.trim_end_matches('/'));
    eprintln!("The link opens once and ends in {LINK_DAYS} days. Hand it over in person.");
    Ok(())
}
