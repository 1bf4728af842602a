//! Record classes: the walls between purposes (design.md, chapter 2).

/// What kind of record something is. Every kind of contact declares exactly one; there is no default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Health care, kept by the organisation that gave it.
    Journal,
    /// NAV, housing and municipal services that are not health care.
    Welfare,
    /// The person's own plan, diary, crisis card and sharing.
    Own,
    /// Contacts that are about nobody in particular: no column may point at a person.
    Anonymous,
    /// The advisory unit after a criminal case: unlinked from everything else.
    Reaction,
    /// Places, capacity, alerts, grants and indicators: never about a person.
    Open,
}

impl Class {
    /// All six.
    pub const ALL: [Class; 6] = [Class::Journal, Class::Welfare, Class::Own, Class::Anonymous, Class::Reaction, Class::Open];

    /// The key in the audit log and the matrix.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Class::Journal => "journal",
            Class::Welfare => "welfare",
            Class::Own => "own",
            Class::Anonymous => "anonymous",
            Class::Reaction => "reaction",
            Class::Open => "open",
        }
    }
}
