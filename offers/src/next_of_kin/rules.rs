//! Numbers to call are data with a date and a source: they change, and a wrong one costs somebody their courage.

use kernel::text::Phone;
use kernel::time::Day;

/// A number that was seen longer ago than this has to be checked by whoever calls.
const SEEN_LATELY_DAYS: i32 = 365;

/// Who a number is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Grown-ups.
    Adult,
    /// Those under 18.
    Young,
    /// Both.
    Everyone,
    /// Whoever stands beside somebody who may have had too much.
    Overdose,
}

impl Whom {
    /// From storage.
    #[must_use]
    pub fn parse(key: &str) -> Option<Whom> {
        match key {
            "adult" => Some(Whom::Adult),
            "young" => Some(Whom::Young),
            "everyone" => Some(Whom::Everyone),
            "overdose" => Some(Whom::Overdose),
            _ => None,
        }
    }

    /// Whether a number for these is shown to those.
    #[must_use]
    pub fn includes(self, reader: Whom) -> bool {
        self == reader || (self == Whom::Everyone && matches!(reader, Whom::Adult | Whom::Young))
    }
}

/// How well a number is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Whoever answers it has said so.
    Confirmed,
    /// It stands in a public source.
    Read,
    /// Nobody has checked it.
    Unsure,
}

impl Certainty {
    /// From storage.
    #[must_use]
    pub fn parse(key: &str) -> Option<Certainty> {
        match key {
            "confirmed" => Some(Certainty::Confirmed),
            "read" => Some(Certainty::Read),
            "unsure" => Some(Certainty::Unsure),
            _ => None,
        }
    }
}

/// A number to call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its key in the wording.
    pub key: String,
    /// Who it is for.
    pub whom: Whom,
    /// The number.
    pub number: Phone,
    /// How well it is known.
    pub certainty: Certainty,
    /// When it was last seen in its source.
    pub seen_on: Option<Day>,
}

/// What is said beside a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caution {
    /// It was right on that day.
    Seen(Day),
    /// Check it first.
    Check,
}

/// What is said beside a number on this day: nobody is sent to a number that nobody has looked at for a year.
#[must_use]
pub fn caution(line: &Line, today: Day) -> Caution {
    let lately = line.seen_on.filter(|seen| today.since(*seen) <= SEEN_LATELY_DAYS);
    match (line.certainty, lately) {
        (Certainty::Confirmed | Certainty::Read, Some(seen)) => Caution::Seen(seen),
        _ => Caution::Check,
    }
}
