//! What happened, step by step: a digest of all of it, and the last lines in words.

use sha2::{Digest, Sha256};
use std::collections::VecDeque;

/// Steps shown when something fails.
const SHOWN: usize = 20;

/// The log of one run.
#[derive(Default)]
pub struct Log {
    digest: Sha256,
    last: VecDeque<Vec<String>>,
    all: Vec<String>,
    /// Steps so far.
    pub steps: usize,
    /// Requests so far.
    pub requests: usize,
}

impl Log {
    /// A step begins.
    pub fn step(&mut self, what: &str) {
        self.steps += 1;
        self.digest.update(what.as_bytes());
        self.all.push(format!("{}. {what}", self.steps));
        self.last.push_back(vec![format!("{}. {what}", self.steps)]);
        if self.last.len() > SHOWN {
            self.last.pop_front();
        }
    }

    /// Something happened in it. Ids are left out: they say nothing to a reader.
    pub fn note(&mut self, what: &str) {
        let what = without_ids(what);
        self.digest.update(what.as_bytes());
        self.all.push(what.clone());
        if let Some(step) = self.last.back_mut() {
            step.push(format!("     {what}"));
        }
    }

    /// The digest of everything so far.
    #[must_use]
    pub fn digest(&self) -> String {
        let hash = self.digest.clone().finalize();
        hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    /// Everything in words.
    #[must_use]
    pub fn all(&self) -> &[String] {
        &self.all
    }

    /// The last steps in words.
    #[must_use]
    pub fn last(&self) -> String {
        self.last.iter().flatten().cloned().collect::<Vec<_>>().join("\n")
    }
}

/// Every row of 32 hexadecimal digits becomes a star.
#[must_use]
pub fn without_ids(text: &str) -> String {
    let hex = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
    let (mut out, mut row) = (String::new(), String::new());
    for c in text.chars().chain(['\n']) {
        if hex(c) {
            row.push(c);
            continue;
        }
        out.push_str(if row.len() >= 32 { "*" } else { &row });
        row.clear();
        out.push(c);
    }
    out.pop();
    out
}
