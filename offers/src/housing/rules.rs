//! Waiting for a home, an offer that one can say no to, and living there. Pure.

use kernel::role::Role;
use kernel::time::Day;

pub use super::reasons::{EndReason, NoReason, WarningKind, Why};

/// Those who run the register and the follow-up.
pub const HOUSING: &[Role] = &[Role::Housing];

/// Most characters in what somebody writes.
pub const WORDS_MAX: usize = 2_000;
/// Most warnings and visits shown on one page.
pub const SHOWN_MAX: usize = 50;

/// Where somebody stands who has asked for a home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeedState {
    /// Waiting, by the date they asked. Nothing but moving in or their own word ends it.
    Waiting,
    /// They have moved in.
    Housed,
    /// They no longer want it.
    Withdrawn,
}

impl NeedState {
    /// As stored, and in the wording (`housing-need-waiting`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            NeedState::Waiting => "waiting",
            NeedState::Housed => "housed",
            NeedState::Withdrawn => "withdrawn",
        }
    }

    /// The state with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<NeedState> {
        [NeedState::Waiting, NeedState::Housed, NeedState::Withdrawn].into_iter().find(|state| state.key() == key)
    }
}

/// Where an offer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferState {
    /// The person has not answered.
    Open,
    /// Yes, and not moved in yet.
    Yes,
    /// No, with a reason or without.
    No,
    /// The service took it back.
    TakenBack,
    /// They live there.
    MovedIn,
}

impl OfferState {
    /// All of them.
    pub const ALL: [OfferState; 5] =
        [OfferState::Open, OfferState::Yes, OfferState::No, OfferState::TakenBack, OfferState::MovedIn];

    /// As stored, and in the wording (`housing-offer-open`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            OfferState::Open => "open",
            OfferState::Yes => "yes",
            OfferState::No => "no",
            OfferState::TakenBack => "taken-back",
            OfferState::MovedIn => "moved-in",
        }
    }

    /// The state with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<OfferState> {
        OfferState::ALL.into_iter().find(|state| state.key() == key)
    }
}

/// A wait for a home as the rules see it: the state, and the offer that lies on the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// Where they stand.
    pub state: NeedState,
    /// The offer that lies on the table; nothing when none does.
    pub offer: Option<OfferState>,
    /// The day they asked: nothing in here ever changes it.
    pub asked_on: Day,
}

/// What is known of a home that is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Home {
    /// It is free, and not offered to anybody.
    pub free: bool,
    /// The person has said no to this very home.
    pub declined: bool,
    /// Somebody who asked earlier must have nothing that it lacks.
    pub waited_longer: bool,
    /// Why it is offered out of turn: said by a person, shown to the person.
    pub why: Option<Why>,
}

/// What can be done with a wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// The service offers a home.
    Offer(Home),
    /// The person says yes.
    Yes,
    /// The person says no.
    No,
    /// The service takes the offer back.
    TakeBack,
    /// They move in.
    MoveIn,
    /// The person no longer wants it.
    Withdraw,
}

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Somebody did something since the page was shown.
    Changed,
    /// The home is not free, or has just been offered to somebody else.
    UnitTaken,
    /// There is an offer on the table already.
    OfferOpen,
    /// There is no offer to answer.
    NothingOffered,
    /// They have not said yes.
    NotAnswered,
    /// Somebody who has waited longer could live there.
    WaitedLonger,
    /// They have said no to this home.
    DeclinedThis,
    /// They are not waiting.
    NotWaiting,
    /// The tenancy is over.
    TenancyEnded,
    /// They live somewhere by a running tenancy.
    LivesSomewhere,
    /// Somebody has been helped with this already.
    Settled,
    /// No housing service has anybody at work.
    NobodyHolds,
}

impl Refusal {
    /// All of them: the tests look for their wording.
    pub const ALL: [Refusal; 12] = [
        Refusal::Changed,
        Refusal::UnitTaken,
        Refusal::OfferOpen,
        Refusal::NothingOffered,
        Refusal::NotAnswered,
        Refusal::WaitedLonger,
        Refusal::DeclinedThis,
        Refusal::NotWaiting,
        Refusal::TenancyEnded,
        Refusal::LivesSomewhere,
        Refusal::Settled,
        Refusal::NobodyHolds,
    ];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::Changed => "housing-changed",
            Refusal::UnitTaken => "housing-unit-taken",
            Refusal::OfferOpen => "housing-offer-open",
            Refusal::NothingOffered => "housing-nothing-offered",
            Refusal::NotAnswered => "housing-not-answered",
            Refusal::WaitedLonger => "housing-waited-longer",
            Refusal::DeclinedThis => "housing-declined-this",
            Refusal::NotWaiting => "housing-not-waiting",
            Refusal::TenancyEnded => "housing-tenancy-ended",
            Refusal::LivesSomewhere => "housing-lives-somewhere",
            Refusal::Settled => "housing-settled",
            Refusal::NobodyHolds => "housing-nobody-holds",
        }
    }
}

impl From<Refusal> for platform::error::Error {
    fn from(refusal: Refusal) -> platform::error::Error {
        platform::error::Error::refused(&refusal)
    }
}

/// What the wait becomes, or why not. The day they asked is carried through whatever happens: a no never moves anybody back.
///
/// # Errors
/// A [`Refusal`].
pub fn decide(case: Case, command: Command) -> Result<Case, Refusal> {
    if case.state != NeedState::Waiting {
        return Err(Refusal::NotWaiting);
    }
    match command {
        Command::Offer(home) => offer(case, home),
        Command::Yes => match case.offer {
            Some(OfferState::Open) => Ok(Case { offer: Some(OfferState::Yes), ..case }),
            _ => Err(Refusal::NothingOffered),
        },
        Command::No | Command::TakeBack => match case.offer {
            Some(OfferState::Open | OfferState::Yes) => Ok(Case { offer: None, ..case }),
            _ => Err(Refusal::NothingOffered),
        },
        Command::MoveIn => match case.offer {
            Some(OfferState::Yes) => Ok(Case { state: NeedState::Housed, offer: None, ..case }),
            Some(_) => Err(Refusal::NotAnswered),
            None => Err(Refusal::NothingOffered),
        },
        Command::Withdraw => Ok(Case { state: NeedState::Withdrawn, offer: None, ..case }),
    }
}

fn offer(case: Case, home: Home) -> Result<Case, Refusal> {
    if case.offer.is_some() {
        Err(Refusal::OfferOpen)
    } else if !home.free {
        Err(Refusal::UnitTaken)
    } else if home.declined {
        Err(Refusal::DeclinedThis)
    } else if home.waited_longer && home.why.is_none() {
        Err(Refusal::WaitedLonger)
    } else {
        Ok(Case { offer: Some(OfferState::Open), ..case })
    }
}
