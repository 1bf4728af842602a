//! The words one chooses between: kinds of unit, what comes after, why a ward says no, how somebody goes on.

use kernel::area::Area;

/// What kind of unit it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitKind {
    /// Detoxification.
    Detox,
    /// Takes people the same hour.
    Acute,
    /// Inpatient treatment.
    Ward,
    /// A bed the person has an agreement about and asks for themself.
    OwnChoice,
}

impl UnitKind {
    /// All of them.
    pub const ALL: [UnitKind; 4] = [UnitKind::Detox, UnitKind::Acute, UnitKind::Ward, UnitKind::OwnChoice];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            UnitKind::Detox => "detox",
            UnitKind::Acute => "acute",
            UnitKind::Ward => "ward",
            UnitKind::OwnChoice => "own-choice",
        }
    }

    /// The kind with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<UnitKind> {
        UnitKind::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// The area of a stay here. To stop safely is care for the body, and whoever treats somebody in danger to life must see
    /// that tolerance is low; the longer treatment is care for the mind, as the diagnoses of dependence are.
    #[must_use]
    pub const fn area(self) -> Area {
        match self {
            UnitKind::Detox | UnitKind::Acute => Area::Body,
            UnitKind::Ward | UnitKind::OwnChoice => Area::MentalHealth,
        }
    }
}

/// What comes after: nobody is asked to begin something that leads nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// Home, with follow-up.
    Home,
    /// Talks as an outpatient.
    Outpatient,
    /// Inpatient treatment.
    Inpatient,
    /// LAR.
    Lar,
    /// Another place to live first.
    Housing,
    /// Not clear yet: only where it cannot wait.
    Unclear,
}

impl NextStep {
    /// All of them.
    pub const ALL: [NextStep; 6] =
        [NextStep::Outpatient, NextStep::Inpatient, NextStep::Lar, NextStep::Home, NextStep::Housing, NextStep::Unclear];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            NextStep::Home => "home",
            NextStep::Outpatient => "outpatient",
            NextStep::Inpatient => "inpatient",
            NextStep::Lar => "lar",
            NextStep::Housing => "housing",
            NextStep::Unclear => "unclear",
        }
    }

    /// The step with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<NextStep> {
        NextStep::ALL.into_iter().find(|step| step.key() == key)
    }
}

/// Why a ward says no. It never takes anybody out of the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No place now.
    Full,
    /// Another service is right.
    OtherService,
    /// The hospital must look at them first.
    HospitalFirst,
    /// Something must be known before the ward can say yes.
    MoreNeeded,
}

impl Why {
    /// All of them.
    pub const ALL: [Why; 4] = [Why::Full, Why::OtherService, Why::HospitalFirst, Why::MoreNeeded];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Why::Full => "full",
            Why::OtherService => "other-service",
            Why::HospitalFirst => "hospital-first",
            Why::MoreNeeded => "more-needed",
        }
    }

    /// The reason with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Why> {
        Why::ALL.into_iter().find(|why| why.key() == key)
    }
}

/// How a stay ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// As planned.
    Planned,
    /// The person went before that.
    Unplanned,
    /// To another ward or hospital.
    Moved,
}

impl How {
    /// All of them.
    pub const ALL: [How; 3] = [How::Planned, How::Unplanned, How::Moved];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            How::Planned => "planned",
            How::Unplanned => "unplanned",
            How::Moved => "moved",
        }
    }

    /// The way with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<How> {
        How::ALL.into_iter().find(|how| how.key() == key)
    }

    /// What a hand-over or a gap calls it.
    #[must_use]
    pub const fn as_cause(self) -> &'static str {
        match self {
            How::Planned | How::Moved => "discharge",
            How::Unplanned => "unplanned",
        }
    }
}

/// Where the journey home stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Journey {
    /// Nobody has been asked to take over.
    None,
    /// Somebody has been asked and has not answered.
    Offered,
    /// Somebody has said yes.
    Accepted,
    /// They have met: the baton has passed.
    Passed,
}

impl Journey {
    /// All of them, the least first.
    pub const ALL: [Journey; 4] = [Journey::None, Journey::Offered, Journey::Accepted, Journey::Passed];

    /// As stored and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Journey::None => "none",
            Journey::Offered => "offered",
            Journey::Accepted => "accepted",
            Journey::Passed => "passed",
        }
    }

    /// The journey with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Journey> {
        Journey::ALL.into_iter().find(|journey| journey.key() == key)
    }

    /// Place on the ward's lists: those without a planned journey home on top.
    #[must_use]
    pub const fn place(self) -> i64 {
        match self {
            Journey::None => 0,
            Journey::Offered => 1,
            Journey::Accepted => 2,
            Journey::Passed => 3,
        }
    }
}
