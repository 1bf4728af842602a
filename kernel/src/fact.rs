//! Facts: what happened in one part that matters to another, written in the same commit.

use crate::id::PersonId;

/// The name of a kind of fact. The part that writes it and each part that reacts to it name it on their charters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactKind(pub &'static str);

/// That something happened. It carries ids only, never what was said: whoever reacts loads the rest under a permit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What kind of thing happened.
    pub kind: FactKind,
    /// Whom it is about; nobody for what is anonymous or open.
    pub person: Option<PersonId>,
    /// The row it happened to, in the part that wrote the fact.
    pub subject: String,
}
