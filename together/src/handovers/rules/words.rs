//! The small words of the baton: why it begins, why it comes back, what happened, and every no.

/// Why somebody else takes over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// Home from a ward.
    Discharge,
    /// Left without it being planned.
    Unplanned,
    /// Out of prison.
    Prison,
    /// Moving to another place.
    Moving,
    /// Out of LAR.
    LeavingLar,
    /// Lost the home.
    Eviction,
}

impl Cause {
    /// All six.
    pub const ALL: [Cause; 6] =
        [Cause::Discharge, Cause::Unplanned, Cause::Prison, Cause::Moving, Cause::LeavingLar, Cause::Eviction];

    /// As stored, in forms, in what other parts hand over, and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Cause::Discharge => "discharge",
            Cause::Unplanned => "unplanned",
            Cause::Prison => "prison",
            Cause::Moving => "moving",
            Cause::LeavingLar => "leaving-lar",
            Cause::Eviction => "eviction",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Cause> {
        Cause::ALL.into_iter().find(|cause| cause.key() == key)
    }
}

/// Why it came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Returned {
    /// The receiver said no.
    Refused,
    /// Nobody answered, and nobody answered the reminder.
    Unanswered,
    /// The sender took it back.
    TakenBack,
    /// The receiver had said yes and cannot after all.
    GivenBack,
    /// The person does not want to show it to them any more.
    Withdrawn,
}

impl Returned {
    /// All five.
    pub const ALL: [Returned; 5] =
        [Returned::Refused, Returned::Unanswered, Returned::TakenBack, Returned::GivenBack, Returned::Withdrawn];

    /// As stored and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Returned::Refused => "refused",
            Returned::Unanswered => "unanswered",
            Returned::TakenBack => "taken-back",
            Returned::GivenBack => "given-back",
            Returned::Withdrawn => "withdrawn",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Returned> {
        Returned::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// Why it is not handed over after all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kept {
    /// The person stays where they are.
    Stays,
    /// The person does not want anybody else to take over.
    SaidNo,
}

impl Kept {
    /// Both.
    pub const ALL: [Kept; 2] = [Kept::Stays, Kept::SaidNo];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Kept::Stays => "stays",
            Kept::SaidNo => "said-no",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Kept> {
        Kept::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Event {
    /// The lines were written.
    Written,
    /// Somebody was asked.
    Offered,
    /// They asked something.
    Asked,
    /// It was answered.
    Answered,
    /// They said yes.
    Accepted,
    /// It came back.
    Returned(Returned),
    /// They met: it has been passed.
    Passed,
    /// They did not meet.
    Missed,
    /// The person said yes.
    Agreed,
    /// The person took the yes back when it was over.
    Withdrew,
    /// The person left.
    Departed,
    /// A colleague holds it.
    TakenOn,
    /// It went up.
    Up,
    /// It stays with the sender.
    Kept(Kept),
    /// Everything was erased.
    Erased,
    /// The person is dead.
    Died,
}

impl Event {
    /// As stored in the list of what happened, and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Event::Written => "written",
            Event::Offered => "offered",
            Event::Asked => "asked",
            Event::Answered => "answered",
            Event::Accepted => "accepted",
            Event::Returned(why) => why.key(),
            Event::Passed => "passed",
            Event::Missed => "missed",
            Event::Agreed => "agreed",
            Event::Withdrew => "withdrew",
            Event::Departed => "departed",
            Event::TakenOn => "taken-on",
            Event::Up => "up",
            Event::Kept(why) => why.key(),
            Event::Erased => "erased",
            Event::Died => "died",
        }
    }
}

/// The rules' no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// It is another organisation's to send.
    NotYours,
    /// Nobody has asked you, or it is somebody else who said yes.
    NotAsked,
    /// The offer stands no more.
    Stale,
    /// Somebody has said yes already.
    Taken,
    /// The person has not said yes to showing it.
    NotAgreed,
    /// Nobody has said yes yet.
    NotAccepted,
    /// Somebody is asked already.
    AlreadyOffered,
    /// The lines do not say what they must.
    LinesMissing,
    /// The receiver is the sender's own house.
    OwnHouse,
    /// There is nobody who has been asked, or nothing that was.
    NobodyAsked,
    /// It is over.
    Over,
    /// There is one for the person already.
    ThereIsOne,
    /// This role hands nobody over.
    NotThisRole,
    /// They work there no more, or never did.
    NotThem,
}

impl Refusal {
    /// All of them: each has its wording and a test.
    #[cfg(test)]
    pub const ALL: [Refusal; 14] = [
        Refusal::NotYours,
        Refusal::NotAsked,
        Refusal::Stale,
        Refusal::Taken,
        Refusal::NotAgreed,
        Refusal::NotAccepted,
        Refusal::AlreadyOffered,
        Refusal::LinesMissing,
        Refusal::OwnHouse,
        Refusal::NobodyAsked,
        Refusal::Over,
        Refusal::ThereIsOne,
        Refusal::NotThisRole,
        Refusal::NotThem,
    ];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::NotYours => "handovers-not-yours",
            Refusal::NotAsked => "handovers-not-asked",
            Refusal::Stale => "handovers-stale",
            Refusal::Taken => "handovers-taken",
            Refusal::NotAgreed => "handovers-not-agreed",
            Refusal::NotAccepted => "handovers-not-accepted",
            Refusal::AlreadyOffered => "handovers-already-offered",
            Refusal::LinesMissing => "handovers-lines-missing",
            Refusal::OwnHouse => "handovers-own-house",
            Refusal::NobodyAsked => "handovers-nobody-asked",
            Refusal::Over => "handovers-over",
            Refusal::ThereIsOne => "handovers-there-is-one",
            Refusal::NotThisRole => "handovers-not-this-role",
            Refusal::NotThem => "handovers-not-them",
        }
    }
}
