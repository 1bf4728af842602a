//! The project's own chores. `cargo xtask help` lists them.

mod browser;
mod house;
mod machine;
mod new_part;
mod package;
mod postgres;
mod steps;
mod toy;

use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
};

const HELP: &str = "\
Chores of the Varde project.

  cargo xtask test             every test: house rules, Rust on both databases, a toy offer, pages in a real browser
  cargo xtask test --full      the same, with every page in every combination of width, scheme and language
  cargo xtask house            the house rules alone, in a second
  cargo xtask browser [--full] the browser tests alone
  cargo xtask new-part KEY --in together|offers|insight
                               makes a part that works: its folder and its line in the catalogue
  cargo xtask package          the Debian package, from a release build; also --binary FILE --out FOLDER
  cargo xtask simulate         imagined months of a small city, with trouble on the way, on both databases; also
                               --seeds 3 --at-once 2 --from 1 --seed 7 --days 30 --persons 12 --steps 40
  cargo xtask simulate --day   a day of a city with 200 persons, 25 employees and 8 organisations, in which commits
                               fail and processes die; also --seeds 100
  cargo xtask simulate --city  a month of a city with 500 persons, 40 employees and 12 organisations; also --seeds 100
  cargo xtask toy              makes a toy offer in a copy of the project and tries it: one folder and one line
  cargo xtask postgres COMMAND…  runs a command with a PostgreSQL of its own, as the tests see it:
                               cargo xtask postgres cargo nextest run -p varde-platform
  cargo xtask bench [--quick]  what a request costs beside the same work done bare, on both databases; also
                               --persons 1000,10000,100000 --connections 1,8,32 --database sqlite|postgres
                               --only NAME --without-start --without-lists --write docs/bench.md

Set-up is part of it: PostgreSQL and Chromium are installed from the system's packages when they are missing
and this user may do so; otherwise the command says what to install. Nothing is skipped.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root = root();
    let done = match words.as_slice() {
        ["test"] => steps::everything(&root, false),
        ["test", "--full"] => steps::everything(&root, true),
        ["house"] => steps::house(&root),
        ["browser"] => steps::pages(&root, false),
        ["browser", "--full"] => steps::pages(&root, true),
        ["postgres", program, rest @ ..] => steps::with_postgres(&root, program, rest),
        ["new-part", key, "--in", home] | ["new-part", "--in", home, key] => new_part::run(&root, key, home),
        ["package", wishes @ ..] => package::run(&root, wishes),
        ["simulate", wishes @ ..] => steps::simulate(&root, wishes),
        ["toy"] => steps::toy_offer(&root),
        ["bench", wishes @ ..] => steps::bench(&root, wishes),
        ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        _ => {
            eprint!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("xtask: {why}");
            ExitCode::FAILURE
        }
    }
}

/// The project's folder: the one above this crate.
fn root() -> PathBuf {
    let own = env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    Path::new(&own).parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}
