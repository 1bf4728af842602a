//! The nine areas of life by which a person shares (ux.md, journey J2).

#[cfg(test)]
mod tests;

/// One of the nine areas. What has no area is closed to everyone but the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// Bolig.
    Housing,
    /// Penger.
    Money,
    /// Kroppen.
    Body,
    /// Tenner.
    Teeth,
    /// Medisiner og LAR.
    Medicines,
    /// Psykisk helse.
    MentalHealth,
    /// Folk rundt meg.
    PeopleAround,
    /// Hverdag og jobb.
    EverydayWork,
    /// Trygghet: what helps when it is bad.
    Safety,
}

impl Area {
    /// All nine, in the order people meet them on screen.
    pub const ALL: [Area; 9] = [
        Area::Housing,
        Area::Money,
        Area::Body,
        Area::Teeth,
        Area::Medicines,
        Area::MentalHealth,
        Area::PeopleAround,
        Area::EverydayWork,
        Area::Safety,
    ];

    /// The key in the database, in forms and in wording (`area-housing`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Area::Housing => "housing",
            Area::Money => "money",
            Area::Body => "body",
            Area::Teeth => "teeth",
            Area::Medicines => "medicines",
            Area::MentalHealth => "mental-health",
            Area::PeopleAround => "people-around",
            Area::EverydayWork => "everyday-work",
            Area::Safety => "safety",
        }
    }

    /// The area with this key, or nothing for a key that is not ours.
    #[must_use]
    pub fn parse(key: &str) -> Option<Area> {
        Area::ALL.into_iter().find(|area| area.key() == key)
    }

    const fn bit(self) -> u16 {
        1 << (self as u16)
    }
}

/// A set of areas, stored as one small integer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Areas(u16);

impl Areas {
    /// No area at all: what a share starts from.
    pub const NONE: Areas = Areas(0);
    /// All nine.
    pub const ALL: Areas = Areas(0x1ff);

    /// The set with this one added.
    #[must_use]
    pub const fn with(self, area: Area) -> Areas {
        Areas(self.0 | area.bit())
    }

    /// The set with this one taken out.
    #[must_use]
    pub const fn without(self, area: Area) -> Areas {
        Areas(self.0 & !area.bit())
    }

    /// Whether the area is in the set.
    #[must_use]
    pub const fn has(self, area: Area) -> bool {
        self.0 & area.bit() != 0
    }

    /// What is in both.
    #[must_use]
    pub const fn and(self, other: Areas) -> Areas {
        Areas(self.0 & other.0)
    }

    /// What is in either.
    #[must_use]
    pub const fn or(self, other: Areas) -> Areas {
        Areas(self.0 | other.0)
    }

    /// Whether nothing is in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The areas in it, in screen order.
    pub fn iter(self) -> impl Iterator<Item = Area> {
        Area::ALL.into_iter().filter(move |area| self.has(*area))
    }

    /// As stored: bit n is the n-th of [`Area::ALL`].
    #[must_use]
    pub const fn bits(self) -> i64 {
        self.0 as i64
    }

    /// From storage; bits that are not ours are dropped, so that an unknown area is closed.
    #[must_use]
    pub const fn from_bits(bits: i64) -> Areas {
        Areas((bits & 0x1ff) as u16)
    }
}

impl FromIterator<Area> for Areas {
    fn from_iter<I: IntoIterator<Item = Area>>(areas: I) -> Areas {
        areas.into_iter().fold(Areas::NONE, Areas::with)
    }
}
