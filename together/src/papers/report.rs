//! What an import came to, in counts that add up, and why it did not come to anything.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use kernel::id::PersonId;
use platform::error::Error;
use platform::fhir::Broken;

use super::whose::Refused;

/// What became of the entries of one type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Patients that became or were found as a person.
    pub taken: usize,
    /// Entries from which something is proposed to the person; the paper is kept, too.
    pub proposed: usize,
    /// Entries kept and nothing more.
    pub kept: usize,
    /// Entries that had come before, byte for byte.
    pub already: usize,
    /// Entries not kept.
    pub refused: usize,
}

impl Counts {
    /// All entries of the type.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.taken + self.proposed + self.kept + self.already + self.refused
    }

    fn add(&mut self, other: &Counts) {
        self.taken += other.taken;
        self.proposed += other.proposed;
        self.kept += other.kept;
        self.already += other.already;
        self.refused += other.refused;
    }
}

/// What an import came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// By FHIR type.
    pub by_type: BTreeMap<String, Counts>,
    /// How many files.
    pub files: usize,
    /// How many proposals wait for their person.
    pub proposals: usize,
    /// The persons, with whether they were made now.
    pub persons: BTreeMap<PersonId, bool>,
    /// Why entries were refused: type, reason, how many.
    pub refused: BTreeMap<(String, Refused), usize>,
    /// Why entries that could have been proposals were only kept: type, reason, how many.
    pub unread: BTreeMap<(String, String), usize>,
}

impl Report {
    /// All types together.
    #[must_use]
    pub fn total(&self) -> Counts {
        let mut total = Counts::default();
        self.by_type.values().for_each(|counts| total.add(counts));
        total
    }
}

/// What stands in the report for an entry without a resource.
const NO_TYPE: &str = "(no resource)";

fn shown(resource_type: &str) -> &str {
    if resource_type.is_empty() { NO_TYPE } else { resource_type }
}

fn line(f: &mut fmt::Formatter<'_>, name: &str, counts: &Counts) -> fmt::Result {
    writeln!(
        f,
        "{name:<28}{:>9}{:>10}{:>18}{:>15}{:>9}{:>9}",
        counts.taken,
        counts.proposed,
        counts.kept,
        counts.already,
        counts.refused,
        counts.total()
    )
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<28}{:>9}{:>10}{:>18}{:>15}{:>9}{:>9}",
            "type", "taken", "proposed", "kept as received", "already there", "refused", "total"
        )?;
        for (resource_type, counts) in &self.by_type {
            line(f, shown(resource_type), counts)?;
        }
        line(f, "total", &self.total())?;
        for ((resource_type, reason), count) in &self.refused {
            writeln!(f, "refused: {count} {}: {}", shown(resource_type), reason.sentence())?;
        }
        for ((resource_type, reason), count) in &self.unread {
            writeln!(f, "kept and not proposed: {count} {resource_type}: {reason}")?;
        }
        writeln!(f, "files: {}, proposals waiting for an answer: {}", self.files, self.proposals)?;
        for (person, made) in &self.persons {
            writeln!(f, "person {person}{}", if *made { " (new, unclaimed)" } else { "" })?;
        }
        Ok(())
    }
}

/// Why nothing was imported.
#[derive(Debug)]
pub enum ImportFault {
    /// No file was given.
    NoFile,
    /// A file cannot be opened or read.
    Unreadable(PathBuf),
    /// A file is larger than what is read, or all of them together are.
    TooLarge(PathBuf),
    /// A file is broken: where, and why.
    Broken(PathBuf, Broken),
    /// There is no such person, or they have been erased.
    NoSuchPerson,
    /// A patient's numbers belong to two different persons here: which file, from 1.
    TwoPersons(PathBuf),
    /// Another import is running.
    Busy,
    /// Our own failure.
    House(Error),
}

impl fmt::Display for ImportFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ImportFault::NoFile => f.write_str("name at least one file"),
            ImportFault::Unreadable(file) => {
                write!(f, "{} cannot be read; check its name and who may read it", file.display())
            }
            ImportFault::TooLarge(file) => {
                write!(f, "{} is too large for one import; send fewer or smaller files at a time", file.display())
            }
            ImportFault::Broken(file, broken) => write!(f, "{}, {broken}; nothing was imported", file.display()),
            ImportFault::NoSuchPerson => f.write_str("there is no such person; nothing was imported"),
            ImportFault::TwoPersons(file) => write!(
                f,
                "{} has a patient whose numbers belong to two different persons here; say which with --person",
                file.display()
            ),
            ImportFault::Busy => f.write_str("another import is running or has just stopped; try again in two minutes"),
            ImportFault::House(Error::Fault(fault)) => write!(f, "the import stopped and nothing of it is shown: {fault}"),
            ImportFault::House(_) => f.write_str("the import stopped and nothing of it is shown; try again"),
        }
    }
}

impl std::error::Error for ImportFault {}

impl From<Error> for ImportFault {
    fn from(error: Error) -> ImportFault {
        ImportFault::House(error)
    }
}
