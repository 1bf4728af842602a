//! `varde erase`.

use std::path::PathBuf;

use clap::Args;
use platform::clock::Source;
use platform::error::Error;
use platform::leaving::{self, AtErasure, Erased, Rule};

use super::{Common, Failure, import, start};

/// The call.
#[derive(Args, Clone, Debug)]
pub(crate) struct EraseArgs {
    #[command(flatten)]
    common: Common,
    /// Whom: an id, or a persona of a demo city.
    #[arg(long)]
    person: String,
    /// Folder of a demo city.
    #[arg(long)]
    data: Option<PathBuf>,
}

/// Erases, and prints what went, what stays and why.
pub(crate) fn run(args: &EraseArgs) -> Result<(), Failure> {
    let config = start::config_of(&args.common, args.data.as_deref())?;
    let app = start::open_up_to_date(config, Source::system())?;
    let person = import::find(&app, &args.person)?;
    let erased = leaving::erase(&app, &app.machine(), &together::leaving::CHARTER, &person).map_err(|error| match error {
        Error::Missing => Failure::new("there is no such person; --person takes an id, or a persona key in a demo city"),
        other => other.into(),
    })?;
    print!("{}", report(&erased));
    Ok(())
}

fn report(erased: &Erased) -> String {
    let rows: u64 = erased.gone.iter().map(|gone| gone.rows).sum();
    let mut said = format!("{rows} rows are gone:\n");
    for gone in &erased.gone {
        said.push_str(&format!("  {} {}\n", gone.table, gone.rows));
    }
    said.push_str(if erased.kept.is_empty() { "Nothing stays.\n" } else { "What stays, and why:\n" });
    for kept in &erased.kept {
        said.push_str(&format!("  {} {}: {}\n    {}\n", kept.table, kept.rows, kept.rule.why, ground(&kept.rule)));
    }
    said.push_str(if erased.key_gone {
        "The key is destroyed: what was sealed with it cannot be read any more, here or in an old copy.\n"
    } else {
        "The key stays as long as these rows must be readable, and goes with the last of them.\n"
    });
    said
}

fn ground(rule: &Rule) -> String {
    let how = match rule.at_erasure {
        AtErasure::Keep => "readable, ",
        AtErasure::Unreadable | AtErasure::Delete => "unreadable, ",
    };
    let until =
        rule.falls_due.as_ref().map_or("no end by the clock".into(), |(days, column)| format!("{days} days after {column}"));
    let sure = if rule.sure { "" } else { " (to be settled by somebody who may)" };
    format!("{how}{until}, by the rule of {}; {}{sure}", rule.valid_from.stored(), rule.source)
}
