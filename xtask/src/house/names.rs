//! A module is named after what it does. Some names say only that nobody knew.

use super::{Fault, Tree};

const EMPTY_NAMES: [&str; 10] =
    ["util", "utils", "helper", "helpers", "common", "manager", "managers", "misc", "shared", "stuff"];

/// Files, folders and modules with a name that says nothing.
pub fn faults(tree: &Tree) -> Vec<Fault> {
    let mut found = Vec::new();
    for file in &tree.files {
        let code = matches!(file.extension(), "rs" | "mjs" | "js" | "html" | "sql" | "css");
        let named = file.path.split('/').map(|part| part.split('.').next().unwrap_or_default());
        if let Some(name) = named.into_iter().find(|name| code && EMPTY_NAMES.contains(name)) {
            found.push(Fault::of(&file.path, format!("the name \"{name}\" does not say what is inside")));
        }
    }
    for (file, rust) in tree.rust() {
        for (at, line) in rust.code.iter().enumerate() {
            let module = line.split("mod ").nth(1).map(|rest| rest.trim_end_matches([' ', '{', ';']));
            if module.is_some_and(|name| EMPTY_NAMES.contains(&name)) {
                found.push(Fault::at(file, at + 1, "this module's name does not say what is inside"));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_names_are_found() {
        let tree = Tree::planted(&[
            ("platform/src/utils.rs", ""),
            ("together/src/common/mod.rs", ""),
            ("kernel/src/lib.rs", "mod helpers {\n}\npub mod access;"),
            ("browser/helpers.mjs", ""),
            ("docs/common.md", ""),
        ]);
        assert_eq!(faults(&tree).len(), 4);
    }
}
