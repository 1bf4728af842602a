//! The house rules: what the code must look like, read off the tree before anything is compiled.
//!
//! Each rule is one file below, with a test in which a planted fault is found.

mod arrows;
mod clock;
mod licences;
mod marks;
mod names;
mod packages;
mod panics;
mod parts;
mod places;
mod purity;
mod rust;
mod sizes;
mod sql;
mod templates;
mod tree;
mod wording;

use std::{fmt, path::Path};
pub use tree::{File, Tree};

/// A place where a rule is broken.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Path from the project's root.
    pub path: String,
    /// Line from 1, or 0 when the whole file is meant.
    pub line: usize,
    /// What is wrong and what to do, in a sentence.
    pub what: String,
}

impl Fault {
    /// A fault at this line of a file.
    pub fn at(file: &File, line: usize, what: impl Into<String>) -> Fault {
        Fault { path: file.path.clone(), line, what: what.into() }
    }

    /// A fault of a whole file or folder.
    pub fn of(path: &str, what: impl Into<String>) -> Fault {
        Fault { path: path.to_owned(), line: 0, what: what.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(out, "{}: {}", self.path, self.what),
            line => write!(out, "{}:{line}: {}", self.path, self.what),
        }
    }
}

/// One house rule.
struct Rule {
    name: &'static str,
    find: fn(&Tree) -> Vec<Fault>,
}

/// Every rule that needs nothing but the tree.
const RULES: [Rule; 14] = [
    Rule { name: "arrows between crates", find: arrows::faults },
    Rule { name: "the kernel is pure", find: purity::faults },
    Rule { name: "parts stand alone", find: parts::faults },
    Rule { name: "sizes of files and functions", find: sizes::faults },
    Rule { name: "names", find: names::faults },
    Rule { name: "nothing panics", find: panics::faults },
    Rule { name: "clock and entropy", find: clock::faults },
    Rule { name: "nothing left for later", find: marks::faults },
    Rule { name: "places of this or that machine", find: places::faults },
    Rule { name: "one SQL for both databases", find: sql::faults },
    Rule { name: "package budget", find: packages::faults },
    Rule { name: "templates hold no wording, style or script", find: templates::faults },
    Rule { name: "wording is whole in three languages", find: wording::completeness },
    Rule { name: "wording is easy to read", find: wording::reading },
];

/// Checks the project in this folder and prints what it finds. True when nothing was found.
pub fn check(root: &Path) -> Result<bool, String> {
    let tree = Tree::read(root).map_err(|why| format!("cannot read the project in {}: {why}", root.display()))?;
    let mut clean = true;
    for rule in &RULES {
        clean &= report(rule.name, (rule.find)(&tree));
    }
    clean &= report("licences", licences::faults(root)?);
    for note in wording::notes(&tree) {
        println!("  note: {note}");
    }
    println!("house: {} rules, {} files", RULES.len() + 1, tree.files.len());
    Ok(clean)
}

fn report(rule: &str, mut faults: Vec<Fault>) -> bool {
    faults.sort();
    faults.dedup();
    if !faults.is_empty() {
        println!("house: {rule}");
        for fault in &faults {
            println!("  {fault}");
        }
    }
    faults.is_empty()
}
