//! The five lines of a plan, each in the person's words and with one of the product's six status words.

use kernel::area::Area;

/// Longest line in the person's words, in characters.
pub const MAX_WORDS: usize = 400;
/// Longest name of who does it, in characters.
pub const MAX_WHO: usize = 120;

/// The five lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Where I live.
    Housing,
    /// What I do.
    Activity,
    /// Who is around me.
    Network,
    /// Medicine.
    Medicine,
    /// Who keeps in touch.
    Contact,
}

impl Line {
    /// All five, in their order on the page.
    pub const ALL: [Line; 5] = [Line::Housing, Line::Activity, Line::Network, Line::Medicine, Line::Contact];

    /// As stored, in addresses and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Line::Housing => "housing",
            Line::Activity => "activity",
            Line::Network => "network",
            Line::Medicine => "medicine",
            Line::Contact => "contact",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Line> {
        Line::ALL.into_iter().find(|line| line.key() == key)
    }

    /// By which area it is shared.
    #[must_use]
    pub const fn area(self) -> Area {
        match self {
            Line::Housing => Area::Housing,
            Line::Activity => Area::EverydayWork,
            Line::Network => Area::PeopleAround,
            Line::Medicine => Area::Medicines,
            Line::Contact => Area::Safety,
        }
    }
}

/// The six status words of the whole product.
pub const STATUSES: [&str; 6] = ["not-begun", "ongoing", "waiting", "agreed", "done", "not-now"];

/// The status with this key.
#[must_use]
pub fn status(key: &str) -> Option<&'static str> {
    STATUSES.into_iter().find(|status| *status == key)
}
