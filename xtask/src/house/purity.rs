//! The kernel is words and rules: it reads nothing, waits for nothing and prints nothing.

use super::{Fault, Tree, rust::is_word};

const IMPURE: [&str; 14] = [
    "std::fs",
    "std::io",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "std::sync::Mutex",
    "async fn",
    "async move",
    ".await",
    "println!",
    "eprintln!",
    "print!",
    "static mut",
];

/// Input, output, waiting or shared state in the kernel.
pub fn faults(tree: &Tree) -> Vec<Fault> {
    let mut found = Vec::new();
    let kernel = tree.product().filter(|(file, _)| file.path.starts_with("kernel/src/"));
    let rules = tree.product().filter(|(file, _)| file.name() == "rules.rs");
    for (file, rust) in kernel.chain(rules) {
        for (line, code) in rust.product() {
            for word in IMPURE {
                if code.match_indices(word).any(|(at, _)| word.starts_with('.') || !code[..at].ends_with(is_word)) {
                    found.push(Fault::at(file, line, format!("`{word}`: rules are pure, move it to the platform")));
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
    fn input_and_waiting_are_found_in_the_kernel_and_in_rules() {
        let text = "use std::fs;\nasync fn a() { b.await }";
        let tree = Tree::planted(&[("kernel/src/a.rs", text), ("together/src/plan/rules.rs", text), ("platform/src/a.rs", text)]);
        assert_eq!(faults(&tree).len(), 6);
    }
}
