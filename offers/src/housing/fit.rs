//! Why a home is offered, and why it is not: fixed facts laid side by side, said as sentences. There is no number in here, and
//! nothing that puts one person above another. Pure.

use kernel::time::Day;

/// One fact about a home.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trait {
    /// A door of one's own, out to the street or the yard.
    OwnDoor,
    /// No stairs.
    StepFree,
    /// An animal may live there.
    Animals,
    /// Room for two.
    Two,
    /// Few neighbours, and a calm house.
    Calm,
    /// Near a bus or a train.
    NearBus,
    /// Furniture is there.
    Furnished,
    /// Only women live in the house.
    WomenOnly,
}

impl Trait {
    /// All of them, in the order on the screen.
    pub const ALL: [Trait; 8] = [
        Trait::OwnDoor,
        Trait::StepFree,
        Trait::Animals,
        Trait::Two,
        Trait::Calm,
        Trait::NearBus,
        Trait::Furnished,
        Trait::WomenOnly,
    ];

    /// As stored, in forms and in the wording (`housing-trait-own-door`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Trait::OwnDoor => "own-door",
            Trait::StepFree => "step-free",
            Trait::Animals => "animals",
            Trait::Two => "two",
            Trait::Calm => "calm",
            Trait::NearBus => "near-bus",
            Trait::Furnished => "furnished",
            Trait::WomenOnly => "women-only",
        }
    }

    /// The fact with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Trait> {
        Trait::ALL.into_iter().find(|one| one.key() == key)
    }

    /// Several, as stored.
    #[must_use]
    pub fn stored(several: &[Trait]) -> String {
        let kept = Trait::ALL.into_iter().filter(|one| several.contains(one));
        kept.map(Trait::key).collect::<Vec<_>>().join(" ")
    }

    /// From storage; a key that is not ours is left out.
    #[must_use]
    pub fn read(stored: &str) -> Vec<Trait> {
        stored.split(' ').filter_map(Trait::parse).collect()
    }
}

/// How close the follow-up is: part of what is offered, not a mark on whoever lives there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Support {
    /// None.
    None,
    /// Somebody comes by.
    Visits,
    /// Somebody is in the house on weekdays.
    Weekdays,
    /// Somebody is in the house day and night.
    Always,
}

impl Support {
    /// All four.
    pub const ALL: [Support; 4] = [Support::None, Support::Visits, Support::Weekdays, Support::Always];

    /// As stored, in forms and in the wording (`housing-support-visits`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Support::None => "none",
            Support::Visits => "visits",
            Support::Weekdays => "weekdays",
            Support::Always => "always",
        }
    }

    /// The level with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Support> {
        Support::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// What the person wants first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// What would be good.
    pub wishes: Vec<Trait>,
    /// What it must have.
    pub musts: Vec<Trait>,
    /// The follow-up they want.
    pub support: Support,
}

/// What a home is like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// What it has.
    pub traits: Vec<Trait>,
    /// The follow-up that comes with it.
    pub support: Support,
    /// From which day it is free; nothing when somebody lives there.
    pub free_from: Option<Day>,
    /// It lies on the table for somebody else.
    pub held: bool,
    /// The day the person said no to it.
    pub declined_on: Option<Day>,
}

/// One sentence of why, or why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// It has something that was wanted.
    Has(Trait),
    /// It lacks something that would be good.
    Lacks(Trait),
    /// It lacks something that it must have.
    LacksMust(Trait),
    /// The follow-up is what was wanted.
    SupportAsWanted(Support),
    /// The follow-up is another than was wanted.
    SupportOther(Support),
    /// It is free.
    FreeNow,
    /// It is free from a day to come.
    FreeFrom(Day),
    /// Somebody lives there.
    LivedIn,
    /// It is offered to somebody else.
    Held,
    /// The person has said no to it.
    Declined(Day),
}

impl Because {
    /// Whether this alone is why it is not offered now.
    #[must_use]
    pub const fn stands_against(self) -> bool {
        matches!(self, Because::LacksMust(_) | Because::LivedIn | Because::Held | Because::Declined(_))
    }
}

/// Every fact that speaks for or against, in a fixed order.
#[must_use]
pub fn because(wanted: &Wanted, home: &Facts, today: Day) -> Vec<Because> {
    let mut all = Vec::new();
    for one in Trait::ALL {
        let (must, wish) = (wanted.musts.contains(&one), wanted.wishes.contains(&one));
        match (home.traits.contains(&one), must, wish) {
            (true, true, _) | (true, _, true) => all.push(Because::Has(one)),
            (false, true, _) => all.push(Because::LacksMust(one)),
            (false, false, true) => all.push(Because::Lacks(one)),
            (_, false, false) => {}
        }
    }
    let same = home.support == wanted.support;
    all.push(if same { Because::SupportAsWanted(home.support) } else { Because::SupportOther(home.support) });
    all.push(match home.free_from {
        Some(day) if day <= today => Because::FreeNow,
        Some(day) => Because::FreeFrom(day),
        None => Because::LivedIn,
    });
    if home.held {
        all.push(Because::Held);
    }
    all.extend(home.declined_on.map(Because::Declined));
    all
}

/// Whether it has everything that it must have for this person. Used to ask who has waited longer, never to choose among them.
#[must_use]
pub fn has_all_musts(musts: &[Trait], home: &[Trait]) -> bool {
    musts.iter().all(|must| home.contains(must))
}
