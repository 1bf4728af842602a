//! `varde import fhir`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use kernel::id::PersonId;
use platform::app::App;
use platform::clock::Source;

use super::{Common, Failure, start};
use crate::demo::persona_id;

/// The call.
#[derive(Args, Clone, Debug)]
pub(crate) struct ImportArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Clone, Debug)]
enum What {
    /// FHIR R4 bundles, as other systems send them.
    Fhir(FhirArgs),
}

#[derive(Args, Clone, Debug)]
struct FhirArgs {
    #[command(flatten)]
    common: Common,
    /// Hand everything to this person (an id, or a persona of a demo city); else each Patient becomes an unclaimed one.
    #[arg(long)]
    person: Option<String>,
    /// Folder of a demo city.
    #[arg(long)]
    data: Option<PathBuf>,
    /// The files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// Imports and prints counts that add up.
pub(crate) fn run(args: &ImportArgs) -> Result<(), Failure> {
    let What::Fhir(args) = &args.what;
    let config = start::config_of(&args.common, args.data.as_deref())?;
    let app = start::open_up_to_date(config, Source::system())?;
    let person = args.person.as_deref().map(|named| find(&app, named)).transpose()?;
    let report = together::papers::import(&app, &args.files, person).map_err(|fault| Failure::new(fault.to_string()))?;
    print!("{report}");
    Ok(())
}

/// The person who is named by an id or, in a demo city, by a persona.
pub(super) fn find(app: &App, named: &str) -> Result<PersonId, Failure> {
    let id = persona_id(app, named)?.unwrap_or_else(|| named.to_owned());
    PersonId::parse(&id).ok_or_else(|| Failure::new("--person takes a person's id, or a persona key in a demo city"))
}
