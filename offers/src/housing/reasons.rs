//! Short lists of reasons: why out of turn, why no, what calls for help, how it ended. Each is a key, so that it can be counted
//! and questioned, and none of them is a mark on anybody. Pure.

/// Why a home is offered to somebody who has not waited longest. A short list, so that it can be counted and questioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Where they live now is dangerous for them.
    Danger,
    /// They have nowhere to be, and the one before has.
    NowhereToBe,
    /// The support in the house is what this person asked for.
    Support,
    /// Those who waited longer were asked and said not now.
    TheyWereAsked,
}

impl Why {
    /// All four, in the order on the screen.
    pub const ALL: [Why; 4] = [Why::Danger, Why::NowhereToBe, Why::Support, Why::TheyWereAsked];

    /// As stored, and in the wording (`housing-why-danger`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Why::Danger => "danger",
            Why::NowhereToBe => "nowhere",
            Why::Support => "support",
            Why::TheyWereAsked => "asked",
        }
    }

    /// The reason with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Why> {
        Why::ALL.into_iter().find(|why| why.key() == key)
    }
}

/// Why somebody says no, when they want to say. Each drives the next step, and none of them counts against anyone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoReason {
    /// It is in the wrong place.
    Place,
    /// It is not safe for them there.
    NotSafe,
    /// Those who live there.
    Neighbours,
    /// The rules of the house.
    Rules,
    /// Too much or too little support.
    Support,
    /// What it costs.
    Cost,
    /// Something else.
    Other,
}

impl NoReason {
    /// All of them, in the order on the screen.
    pub const ALL: [NoReason; 7] = [
        NoReason::Place,
        NoReason::NotSafe,
        NoReason::Neighbours,
        NoReason::Rules,
        NoReason::Support,
        NoReason::Cost,
        NoReason::Other,
    ];

    /// As stored, and in the wording (`housing-no-place`, `housing-next-place`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            NoReason::Place => "place",
            NoReason::NotSafe => "not-safe",
            NoReason::Neighbours => "neighbours",
            NoReason::Rules => "rules",
            NoReason::Support => "support",
            NoReason::Cost => "cost",
            NoReason::Other => "other",
        }
    }

    /// The reason with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<NoReason> {
        NoReason::ALL.into_iter().find(|reason| reason.key() == key)
    }
}

/// What makes somebody at the housing service look in early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WarningKind {
    /// The rent is late.
    RentLate,
    /// A neighbour has complained.
    Complaint,
    /// Something is broken.
    Repair,
    /// The person, or somebody around them, is worried about the home.
    Worry,
}

impl WarningKind {
    /// All four.
    pub const ALL: [WarningKind; 4] = [WarningKind::RentLate, WarningKind::Complaint, WarningKind::Repair, WarningKind::Worry];

    /// As stored, and in the wording (`housing-warning-rent-late`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            WarningKind::RentLate => "rent-late",
            WarningKind::Complaint => "complaint",
            WarningKind::Repair => "repair",
            WarningKind::Worry => "worry",
        }
    }

    /// The kind with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<WarningKind> {
        WarningKind::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// How a tenancy ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndReason {
    /// They moved somewhere they wanted to be.
    Moved,
    /// They gave notice.
    OwnNotice,
    /// They had to leave.
    Eviction,
    /// To treatment or hospital for long.
    Treatment,
    /// To prison.
    Prison,
    /// They died.
    Died,
}

impl EndReason {
    /// All of them, in the order on the screen.
    pub const ALL: [EndReason; 6] =
        [EndReason::Moved, EndReason::OwnNotice, EndReason::Eviction, EndReason::Treatment, EndReason::Prison, EndReason::Died];

    /// As stored, and in the wording (`housing-end-moved`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            EndReason::Moved => "moved",
            EndReason::OwnNotice => "own-notice",
            EndReason::Eviction => "eviction",
            EndReason::Treatment => "treatment",
            EndReason::Prison => "prison",
            EndReason::Died => "died",
        }
    }

    /// The reason with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<EndReason> {
        EndReason::ALL.into_iter().find(|reason| reason.key() == key)
    }

    /// What a hand-over to the next one is called, where somebody has to take over.
    #[must_use]
    pub const fn handover_from(self) -> Option<&'static str> {
        match self {
            EndReason::Eviction => Some("eviction"),
            EndReason::Moved | EndReason::OwnNotice | EndReason::Treatment => Some("moving"),
            EndReason::Prison | EndReason::Died => None,
        }
    }
}
