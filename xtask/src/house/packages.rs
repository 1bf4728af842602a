//! Every package is code we answer for, and minutes of somebody's compiling.

use super::{Fault, Tree};

/// How many packages the lock file may hold, our own included.
const BUDGET: usize = 480;

/// Packages that must not come in, and what to use instead.
pub(super) const UNWANTED: [(&str, &str); 5] = [
    ("openssl-sys", "the one TLS provider is ring"),
    ("native-tls", "the one TLS provider is ring"),
    ("aws-lc-sys", "the one TLS provider is ring"),
    ("chrono", "dates and times are jiff's"),
    ("sqlx", "the database seam is platform/src/db"),
];

/// A lock file that is missing, too long, or holds what we chose against.
pub fn faults(tree: &Tree) -> Vec<Fault> {
    let Some(lock) = tree.files.iter().find(|file| file.path == "Cargo.lock") else {
        return vec![Fault::of("Cargo.lock", "the lock file belongs in the tree")];
    };
    let mut found = Vec::new();
    let packages = lock.text.lines().filter(|line| *line == "[[package]]").count();
    if packages > BUDGET {
        found.push(Fault::of("Cargo.lock", format!("{packages} packages, and the budget is {BUDGET}")));
    }
    for (at, line) in lock.text.lines().enumerate() {
        if line.starts_with("source = ") && !line.starts_with("source = \"registry+") {
            found.push(Fault::at(lock, at + 1, "packages come from the registry only, never from a repository"));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_file_over_budget_is_found() {
        let within = "[[package]]\n".repeat(BUDGET);
        assert!(faults(&Tree::planted(&[("Cargo.lock", &within)])).is_empty());
        assert_eq!(faults(&Tree::planted(&[("Cargo.lock", &(within + "[[package]]\n"))])).len(), 1);
        assert_eq!(faults(&Tree::planted(&[])).len(), 1);
    }

    #[test]
    fn packages_from_a_repository_are_found() {
        let lock = "[[package]]\nname = \"native-tls\"\nsource = \"git+https://example.org/x\"\n";
        assert_eq!(faults(&Tree::planted(&[("Cargo.lock", lock)])).len(), 1);
    }
}
