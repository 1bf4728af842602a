//! What the decision has to know about the person, the asker and the moment.

/// Whether there is a grant to this receiver, for this area, now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shared {
    /// Never shared.
    No,
    /// Shared, and the grant runs.
    Yes,
    /// Shared once; the end has passed.
    Expired,
    /// Shared once; the person has taken it back.
    Withdrawn,
}

/// What the asker's organisation is to the person: treating, for health personnel, serving for others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Nothing.
    None,
    /// It serves the person now.
    Serving,
    /// It did, and that has ended.
    Ended,
}

/// Whether this very employee has opened in an emergency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Emergency {
    /// No.
    No,
    /// Open now.
    Open,
    /// It was, and its hours are over.
    Over,
}

/// The age bands of the law on who decides for the young.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AgeBand {
    /// Under twelve years.
    Under12,
    /// Twelve to fifteen.
    From12,
    /// Sixteen and seventeen: of age in health matters.
    From16,
    /// Eighteen and older.
    Adult,
}

impl AgeBand {
    /// All four, youngest first.
    pub const ALL: [AgeBand; 4] = [AgeBand::Under12, AgeBand::From12, AgeBand::From16, AgeBand::Adult];

    /// The band of somebody who has turned this many whole years.
    #[must_use]
    pub const fn of_age(age_years: u16) -> AgeBand {
        match age_years {
            0..=11 => AgeBand::Under12,
            12..=15 => AgeBand::From12,
            16..=17 => AgeBand::From16,
            _ => AgeBand::Adult,
        }
    }

    /// The key in the matrix.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            AgeBand::Under12 => "under-12",
            AgeBand::From12 => "12-15",
            AgeBand::From16 => "16-17",
            AgeBand::Adult => "adult",
        }
    }
}

/// Everything beside role, class, area and aspect that the decision depends on.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, and the matrix enumerates all of them")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Situation {
    /// The grant to this receiver for this area.
    pub shared: Shared,
    /// The organisation's relation to the person.
    pub relation: Relation,
    /// The record was written by the asker's own organisation.
    pub written_here: bool,
    /// The person has blocked this asker.
    pub blocked: bool,
    /// The person has closed this area.
    pub area_closed: bool,
    /// The person objects to sharing between health personnel.
    pub objection: bool,
    /// The asker's own emergency opening.
    pub emergency: Emergency,
    /// How old the person is.
    pub age: AgeBand,
    /// The person's address is protected (code 6 or 7).
    pub protected_address: bool,
    /// The person's record has been erased.
    pub erased: bool,
}

impl Situation {
    /// The situation of what is about nobody, and the one to start from: nothing shared, no relation, nothing forbidden.
    pub const NOBODY: Situation = Situation {
        shared: Shared::No,
        relation: Relation::None,
        written_here: false,
        blocked: false,
        area_closed: false,
        objection: false,
        emergency: Emergency::No,
        age: AgeBand::Adult,
        protected_address: false,
        erased: false,
    };
}

/// One of the circumstances a situation is made of, as the matrix enumerates and names it.
pub(super) struct Circumstance {
    /// What it is called.
    pub(super) name: &'static str,
    /// What its values are called. One that holds or does not has two, the second of which is that it holds.
    pub(super) values: &'static [&'static str],
}

impl Circumstance {
    const fn flag(name: &'static str) -> Circumstance {
        Circumstance { name, values: &["no", "yes"] }
    }
}

/// The circumstances, roughly in the order in which the rules ask for them: the first changes slowest in [`Situation::all`].
pub(super) const CIRCUMSTANCES: [Circumstance; 10] = [
    Circumstance::flag("erased"),
    Circumstance::flag("blocked"),
    Circumstance::flag("protected-address"),
    Circumstance::flag("written-here"),
    Circumstance { name: "relation", values: &["none", "serving", "ended"] },
    Circumstance::flag("area-closed"),
    Circumstance::flag("objection"),
    Circumstance { name: "shared", values: &["no", "yes", "expired", "withdrawn"] },
    Circumstance { name: "emergency", values: &["no", "open", "over"] },
    Circumstance { name: "age", values: &["under-12", "12-15", "16-17", "adult"] },
];

impl Situation {
    /// How many situations there are.
    pub const COUNT: usize = 9216;

    /// Every situation there is, each once.
    pub fn all() -> impl Iterator<Item = Situation> {
        (0..Situation::COUNT).map(Situation::nth)
    }

    /// The situation with this place in the order of [`CIRCUMSTANCES`]: its digits are read from the last to the first.
    fn nth(place: usize) -> Situation {
        let mut rest = place;
        let mut digit = |radix: usize| {
            let digit = rest % radix;
            rest /= radix;
            digit
        };
        Situation {
            age: age_of_digit(digit(4)),
            emergency: emergency_of_digit(digit(3)),
            shared: shared_of_digit(digit(4)),
            objection: digit(2) == 1,
            area_closed: digit(2) == 1,
            relation: relation_of_digit(digit(3)),
            written_here: digit(2) == 1,
            protected_address: digit(2) == 1,
            blocked: digit(2) == 1,
            erased: digit(2) == 1,
        }
    }
}

const fn age_of_digit(digit: usize) -> AgeBand {
    match digit {
        0 => AgeBand::Under12,
        1 => AgeBand::From12,
        2 => AgeBand::From16,
        _ => AgeBand::Adult,
    }
}

const fn emergency_of_digit(digit: usize) -> Emergency {
    match digit {
        0 => Emergency::No,
        1 => Emergency::Open,
        _ => Emergency::Over,
    }
}

const fn shared_of_digit(digit: usize) -> Shared {
    match digit {
        0 => Shared::No,
        1 => Shared::Yes,
        2 => Shared::Expired,
        _ => Shared::Withdrawn,
    }
}

const fn relation_of_digit(digit: usize) -> Relation {
    match digit {
        0 => Relation::None,
        1 => Relation::Serving,
        _ => Relation::Ended,
    }
}
