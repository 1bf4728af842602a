//! `varde export`.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use clap::Args;
use platform::clock::Source;
use platform::door;
use together::leaving::{CHARTER, parcel};

use super::{Common, Failure, import, start};

/// The call.
#[derive(Args, Clone, Debug)]
pub(crate) struct ExportArgs {
    #[command(flatten)]
    common: Common,
    /// Whose: an id, or a persona of a demo city.
    #[arg(long)]
    person: String,
    /// Folder to write to. It must be new or empty.
    #[arg(long)]
    out: PathBuf,
    /// Folder of a demo city.
    #[arg(long)]
    data: Option<PathBuf>,
}

/// Writes everything about one person into a folder that only its owner can read.
pub(crate) fn run(args: &ExportArgs) -> Result<(), Failure> {
    let config = start::config_of(&args.common, args.data.as_deref())?;
    let app = start::open_up_to_date(config, Source::system())?;
    let person = import::find(&app, &args.person)?;
    let gathered = door::view_here(&app, &app.machine(), &CHARTER, |tx, desk| {
        let permit = desk.delivery(tx, &person)?;
        parcel::gathered(tx, desk, permit)
    });
    let gathered = gathered.map_err(|error| match error {
        platform::error::Error::Denied(_) => {
            Failure::new("there is no such person; --person takes an id, or a persona key in a demo city")
        }
        other => other.into(),
    })?;
    let files = gathered.files(&app.say(gathered.language()), together::TAKEN_ALONG)?;
    prepare(&args.out)?;
    for file in &files {
        write(&args.out.join(&file.name), &file.bytes)?;
    }
    println!("{} files are written. Begin with {}.", files.len(), args.out.join("les.html").display());
    println!("Nobody but you can read the folder. Hand it over and delete it.");
    Ok(())
}

fn prepare(folder: &Path) -> Result<(), Failure> {
    if folder.exists() {
        let empty = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
        if !empty {
            return Err(Failure::new("the folder for --out must be new or empty"));
        }
        return fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700)).map_err(|_| cannot());
    }
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(|_| cannot())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    file.and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all())).map_err(|_| cannot())
}

fn cannot() -> Failure {
    Failure::new("the folder for --out cannot be written; choose another")
}
