//! Nothing in the tree knows on which machine it was written.

use super::{Fault, Tree, rust::is_word};

/// Beginnings of paths that exist on one machine. Put together here, so that this list does not find itself.
fn machine_paths() -> Vec<String> {
    ["work", "root", "home", "Users", "tmp", "mnt"].map(|folder| format!("/{folder}/")).to_vec()
}

/// Paths of a machine in any text file, and addresses of a package registry in a lock file.
pub fn faults(tree: &Tree) -> Vec<Fault> {
    let mut found = Vec::new();
    let paths = machine_paths();
    for file in &tree.files {
        for (at, line) in file.text.lines().enumerate() {
            let named = paths.iter().find(|path| {
                line.match_indices(path.as_str()).any(|(at, _)| {
                    let before = line[..at].chars().next_back();
                    before.is_none_or(|c| !is_word(c) && !matches!(c, '.' | '}' | '>' | ')' | '*' | '~' | '-'))
                })
            });
            if let Some(path) = named {
                found.push(Fault::at(file, at + 1, format!("\"{path}\" is a place on one machine")));
            }
            if file.name() == "package-lock.json" && line.contains("\"resolved\": \"http") {
                found.push(Fault::at(file, at + 1, "the lock file names a registry: set omit-lockfile-registry-resolved=true"));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_a_machine_and_registry_addresses_are_found() {
        let path = machine_paths()[0].clone();
        let text = format!("see {path}notes\nhttps://example.org{path}page\n");
        let tree = Tree::planted(&[
            ("README.md", &text),
            ("browser/package-lock.json", "  \"resolved\": \"https://registry.example/x.tgz\","),
        ]);
        let found: Vec<_> = faults(&tree).into_iter().map(|fault| (fault.path, fault.line)).collect();
        assert_eq!(found, [("README.md".to_owned(), 1), ("browser/package-lock.json".to_owned(), 1)]);
    }
}
