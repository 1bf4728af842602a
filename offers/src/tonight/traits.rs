//! What a place is like, and what somebody wishes of it: the same short list of facts, so that the two can be laid side by
//! side. Nothing here weighs one person against another.

/// One fact about a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trait {
    /// Only women stay here.
    WomenOnly,
    /// A room with a door of one's own.
    OwnRoom,
    /// A couple can stay together.
    Couples,
    /// An animal may come along.
    Animals,
    /// No stairs.
    StepFree,
    /// Somebody is awake all night.
    AwakeAllNight,
}

impl Trait {
    /// All of them, in the order on the screen.
    pub const ALL: [Trait; 6] =
        [Trait::WomenOnly, Trait::OwnRoom, Trait::Couples, Trait::Animals, Trait::StepFree, Trait::AwakeAllNight];

    /// As stored, in forms and in the wording (`tonight-trait-women-only`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Trait::WomenOnly => "women-only",
            Trait::OwnRoom => "own-room",
            Trait::Couples => "couples",
            Trait::Animals => "animals",
            Trait::StepFree => "step-free",
            Trait::AwakeAllNight => "awake",
        }
    }

    /// The fact with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Trait> {
        Trait::ALL.into_iter().find(|one| one.key() == key)
    }

    /// Several, as stored: keys with a space between, in one order.
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

/// What the municipality's own check found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quality {
    /// Good enough to live in.
    Good,
    /// Something is to be mended, and one can live there meanwhile.
    ToMend,
    /// Nobody is sent there.
    Unfit,
}

impl Quality {
    /// All three.
    pub const ALL: [Quality; 3] = [Quality::Good, Quality::ToMend, Quality::Unfit];

    /// As stored, in forms and in the wording (`tonight-quality-good`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Quality::Good => "good",
            Quality::ToMend => "to-mend",
            Quality::Unfit => "unfit",
        }
    }

    /// The mark with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Quality> {
        Quality::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// Which of the person's wishes a place has, and which it has not: as facts, in the order they were wished.
#[must_use]
pub fn beside(wishes: &[Trait], place: &[Trait]) -> (Vec<Trait>, Vec<Trait>) {
    wishes.iter().copied().partition(|wish| place.contains(wish))
}
