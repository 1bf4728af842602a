//! Leaving: what the law lets go is gone, and what one owns can be taken along.
//!
//! Nothing here knows a table by name if it can be helped. Which tables are about persons is asked of the database, how long
//! rows are kept and what an erasure does with them stands in dated rows ([`Rule`]), and so a part that is added tomorrow is
//! erased, cleared and taken along like those of today.

mod along;
mod clear;
mod due;
mod erase;
mod gather;
mod rules;

pub use along::{Along, TakeAlong, concept, resource};
pub use clear::clear;
pub use due::{ask, due, take_back};
pub use erase::{Erased, Gone, Kept, erase};
pub use gather::{Cells, Held, Looked, gather, log, names};
pub use rules::{AtErasure, Rule, rules};

/// Rows deleted in one commit. Each is found by its key, so that a commit takes a few milliseconds and nobody waits for it.
const CHUNK: usize = 50;
