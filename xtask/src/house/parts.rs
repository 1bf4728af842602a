//! A part is a folder that stands alone: parts meet through facts, panels, proposals and imports, never through `use`.

use super::{Fault, File, Tree, rust::is_word};
use std::collections::BTreeSet;

const HOMES: [&str; 3] = ["together", "offers", "insight"];

/// Parts that reach into each other, lack their page for colleagues, or stand outside the catalogue.
pub fn faults(tree: &Tree) -> Vec<Fault> {
    let mut found = Vec::new();
    for home in HOMES {
        let parts = parts_of(tree, home);
        for part in &parts {
            found.extend(incomplete(tree, home, part));
        }
        for (file, rust) in tree.rust().filter(|(file, _)| file.home() == home) {
            let Some(own) = part_of(file) else { continue };
            for (line, other) in other_parts(file, &rust.code.join("\n"), own, &parts) {
                found.push(Fault::at(file, line, format!("{own} may not know {other}: use a fact, a panel or a proposal")));
            }
        }
    }
    found
}

/// The folders of a crate's `src`, which are its parts.
fn parts_of(tree: &Tree, home: &str) -> BTreeSet<String> {
    let inside = tree.files.iter().filter(|file| file.home() == home);
    inside.filter_map(|file| part_of(file).map(str::to_owned)).collect()
}

fn part_of(file: &File) -> Option<&str> {
    let mut steps = file.path.split('/').skip(1);
    let (src, part, rest) = (steps.next()?, steps.next()?, steps.next());
    (src == "src" && rest.is_some()).then_some(part)
}

fn incomplete(tree: &Tree, home: &str, part: &str) -> Vec<Fault> {
    let folder = format!("{home}/src/{part}");
    let has = |name: &str| tree.files.iter().any(|file| file.path == format!("{folder}/{name}"));
    let mut found = Vec::new();
    if !has("mod.rs") {
        found.push(Fault::of(&folder, "a part has its charter in mod.rs"));
    }
    if !has("README.md") {
        found.push(Fault::of(&folder, "a part has a README.md for a colleague from the service"));
    }
    let catalogue = tree.rust().find(|(file, _)| file.path == format!("{home}/src/lib.rs"));
    let listed = catalogue.is_some_and(|(_, rust)| {
        rust.code
            .iter()
            .any(|line| line.trim().trim_start_matches("pub ").trim_start_matches("mod ").trim_end_matches(';') == part)
    });
    if !listed {
        found.push(Fault::of(&folder, format!("{home}/src/lib.rs does not list this part")));
    }
    found
}

/// Every path in the code that leads to another part, with its line.
fn other_parts<'a>(file: &File, code: &str, own: &str, parts: &'a BTreeSet<String>) -> Vec<(usize, &'a String)> {
    let depth = file.path.split('/').count() - 2;
    let ups = if file.name() == "mod.rs" { depth - 1 } else { depth };
    let to_root = format!("{}::", vec!["super"; ups].join("::"));
    let mut found = Vec::new();
    for start in ["crate::", to_root.as_str()] {
        for (at, _) in code.match_indices(start) {
            if code[..at].ends_with(|c: char| is_word(c) || c == ':') {
                continue;
            }
            let line = code[..at].matches('\n').count() + 1;
            let named = first_names(&code[at + start.len()..]);
            let others = parts.iter().filter(|part| *part != own && named.contains(part.as_str()));
            found.extend(others.map(|other| (line, other)));
        }
    }
    found
}

/// The first names of a path or of a group: `plan::X` gives plan, `{plan::{A, B}, team}` gives plan and team.
fn first_names(path: &str) -> BTreeSet<&str> {
    let Some(group) = path.strip_prefix('{') else {
        return BTreeSet::from([path.split(|c: char| !is_word(c)).next().unwrap_or_default()]);
    };
    let mut names = BTreeSet::new();
    let mut depth = 0;
    let mut start = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.insert(group[start..at].trim().split(|c: char| !is_word(c)).next().unwrap_or_default());
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(path: &str, text: &str) -> Vec<String> {
        let tree = Tree::planted(&[
            ("together/src/lib.rs", "pub mod plan;\nmod team;\n"),
            ("together/src/plan/mod.rs", ""),
            ("together/src/plan/README.md", ""),
            ("together/src/team/mod.rs", ""),
            ("together/src/team/README.md", ""),
            (path, text),
        ]);
        faults(&tree).iter().map(Fault::to_string).collect()
    }

    #[test]
    fn a_part_that_knows_another_is_found() {
        let says = "plan may not know team: use a fact, a panel or a proposal";
        for (path, text) in [
            ("together/src/plan/rules.rs", "use crate::team::Member;"),
            ("together/src/plan/rules.rs", "use crate::{plan::{a, b}, team};"),
            ("together/src/plan/rules.rs", "use super::super::team;"),
            ("together/src/plan/web.rs", "fn a() { crate::team::b() }"),
            ("together/src/plan/tests.rs", "use crate::team;"),
        ] {
            assert_eq!(with(path, text), [format!("{path}:1: {says}")], "{text}");
        }
    }

    #[test]
    fn a_part_may_know_itself_and_the_inner_crates() {
        assert!(
            with("together/src/plan/rules.rs", "use crate::plan::{team, b};\nuse super::{Plan};\nuse platform::db::Tx;")
                .is_empty()
        );
    }

    #[test]
    fn a_folder_outside_the_catalogue_is_found() {
        let found = with("together/src/gaps/mod.rs", "");
        assert_eq!(found.len(), 2, "{found:?}");
    }
}
