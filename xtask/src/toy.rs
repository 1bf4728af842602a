//! Adding an offer is one folder and one line. This makes a toy offer in a copy of the project, builds it, runs its tests on
//! both databases and walks every page with it, and sees that nothing else had to change.

mod mirror;

use crate::{house, machine, new_part, steps};
use mirror::Mirror;
use std::{
    collections::BTreeMap,
    env,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// The toy's folder.
const KEY: &str = "toy_offer";
const HOME: &str = "offers";

/// Tests the toy must bring: rules, wording, both databases, a journey.
const TESTS: usize = 4;

/// Files with what is in them, by path.
type Snapshot = BTreeMap<String, Vec<u8>>;

/// Makes the toy and tries it. `databases` tells the tests where PostgreSQL is.
pub fn run(root: &Path, databases: impl Fn(&mut Command)) -> Result<(), String> {
    steps::step("a toy offer, in a copy of the project");
    let target = target(root);
    let copy = Mirror::of(root, &target.join("toy-offer"))?;
    let before = copy.snapshot()?;
    new_part::make(copy.root(), KEY, HOME)?;
    let after = copy.snapshot()?;
    only_a_folder_and_a_line(&before, &after)?;
    if !house::check(copy.root())? {
        return Err("the toy offer breaks house rules; see above".into());
    }
    let cargo = |arguments: &[&str]| {
        let mut command = Command::new(machine::cargo());
        command.args(arguments).current_dir(copy.root()).env("CARGO_TARGET_DIR", &target);
        databases(&mut command);
        command
    };
    let said = passed(&mut cargo(&["test", "--locked", "-p", "varde-offers", "--lib", &format!("{KEY}::")]))?;
    if said < TESTS {
        return Err(format!("{said} tests of the toy offer ran, and it brings {TESTS}"));
    }
    // The walk over every page knows nothing of the toy: it finds it in the catalogue, or not at all. This test is the one
    // that looks for one planted leak and no other, on one database; the whole walk has been over the project itself.
    let walk = ["test", "--locked", "-p", "varde", "--test", "walls", "one_planted_leak_is_found"];
    let walked = passed(&mut cargo(&walk))?;
    if walked == 0 {
        return Err("no page was walked with the toy offer in the catalogue".into());
    }
    if copy.snapshot()? != after {
        return Err("building the toy offer changed the project: see what differs in the copy".into());
    }
    println!("A toy offer is one folder and one line: {said} tests of its own and {walked} of the whole passed.");
    Ok(())
}

fn target(root: &Path) -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder))
}

/// Runs tests, shows what they say, and counts those that passed.
fn passed(command: &mut Command) -> Result<usize, String> {
    let output = steps::output(command.stderr(Stdio::inherit()))?;
    print!("{output}");
    let counts = output.lines().filter_map(|line| line.strip_prefix("test result: ok. ")?.split(' ').next());
    Ok(counts.filter_map(|count| count.parse::<usize>().ok()).sum())
}

/// What was added is the toy's folder, and what was changed is the catalogue, by the toy's name alone.
fn only_a_folder_and_a_line(before: &Snapshot, after: &Snapshot) -> Result<(), String> {
    let (folder, catalogue) = (format!("{HOME}/src/{KEY}/"), format!("{HOME}/src/lib.rs"));
    for (path, was) in before {
        match after.get(path) {
            Some(is) if is == was => {}
            Some(is) if *path == catalogue => only_its_name(was, is)?,
            Some(_) => return Err(format!("{path} had to change for the toy offer")),
            None => return Err(format!("{path} had to go for the toy offer")),
        }
    }
    match after.keys().find(|path| !before.contains_key(*path) && !path.starts_with(&folder)) {
        Some(path) => Err(format!("{path} had to be added for the toy offer")),
        None if before.get(&catalogue) == after.get(&catalogue) => Err("the catalogue does not name the toy offer".into()),
        None => Ok(()),
    }
}

/// Without the toy's name the catalogue is as it was, but for how the list is broken into lines.
fn only_its_name(was: &[u8], is: &[u8]) -> Result<(), String> {
    let bare = |text: &[u8]| {
        let text = String::from_utf8_lossy(text).replace(&format!("pub mod {KEY};"), "").replace(&format!("&{KEY}::CHARTER"), "");
        text.chars().filter(|c| !c.is_whitespace() && *c != ',').collect::<String>()
    };
    if bare(was) == bare(is) { Ok(()) } else { Err("the catalogue had to change by more than the toy offer's line".into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snapshot(files: &[(&str, &str)]) -> Snapshot {
        files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn a_folder_and_a_line_are_all_that_may_be_new() {
        let was = "pub mod a;\nX = &[&a::CHARTER];";
        let is = "pub mod a;\npub mod toy_offer;\nX = &[\n    &a::CHARTER,\n    &toy_offer::CHARTER,\n];";
        let before = snapshot(&[("offers/src/lib.rs", was), ("app/src/lib.rs", "x")]);
        let toy = ("offers/src/toy_offer/mod.rs", "new");
        let fine = snapshot(&[("offers/src/lib.rs", is), ("app/src/lib.rs", "x"), toy]);
        assert_eq!(only_a_folder_and_a_line(&before, &fine), Ok(()));
        for (more, says) in [
            (vec![("offers/src/lib.rs", is), ("app/src/lib.rs", "y"), toy], "app/src/lib.rs had to change"),
            (vec![("offers/src/lib.rs", is), toy], "app/src/lib.rs had to go"),
            (vec![("offers/src/lib.rs", is), ("app/src/lib.rs", "x"), toy, ("app/src/b.rs", "")], "app/src/b.rs had to be added"),
            (vec![("offers/src/lib.rs", "pub mod toy_offer;"), ("app/src/lib.rs", "x"), toy], "by more than"),
            (vec![("offers/src/lib.rs", was), ("app/src/lib.rs", "x"), toy], "does not name"),
        ] {
            let why = only_a_folder_and_a_line(&before, &snapshot(&more)).expect_err(says);
            assert!(why.contains(says), "{why}");
        }
    }
}
