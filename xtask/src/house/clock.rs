//! Time and randomness come in through one door, so that a test can decide both.

use super::{Fault, Tree, rust::is_word};

/// The only file of the product that reads the clock or draws random bytes.
const DOOR: &str = "platform/src/clock.rs";

const SOURCES: [&str; 18] = [
    "SystemTime::now",
    "Instant::now",
    "Utc::now",
    "Local::now",
    "Timestamp::now",
    "Zoned::now",
    "OffsetDateTime::now",
    "time::now",
    "Uuid::new_v4",
    "Uuid::now_v7",
    "UNIX_EPOCH.elapsed",
    "getrandom",
    "OsRng",
    "SysRng",
    "thread_rng",
    "rand::",
    "fastrand",
    "RandomState",
];

/// Reads of the clock or of entropy anywhere else.
pub fn faults(tree: &Tree) -> Vec<Fault> {
    let mut found = Vec::new();
    for (file, rust) in tree.product().filter(|(file, _)| file.path != DOOR) {
        for (line, code) in rust.product() {
            for source in SOURCES {
                if code.match_indices(source).any(|(at, _)| !code[..at].ends_with(is_word)) {
                    found.push(Fault::at(
                        file,
                        line,
                        format!("`{source}`: time and ids come from Ctx, and {DOOR} alone draws them"),
                    ));
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_read_outside_the_door_is_found() {
        let text = "fn a() { let t = SystemTime::now(); }\n// Instant::now in a comment\nfn b() { operand::c() }";
        let tree = Tree::planted(&[("together/src/plan/rules.rs", text), (DOOR, text), ("testkit/src/lib.rs", text)]);
        let found = faults(&tree);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].path.as_str(), found[0].line), ("together/src/plan/rules.rs", 1));
    }
}
