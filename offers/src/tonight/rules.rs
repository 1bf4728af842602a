//! Somewhere to sleep tonight: who holds the request, what has been decided, and what the person has said. Pure.

use kernel::id::AccountId;
use kernel::role::Role;
use kernel::time::Timestamp;

/// Those who decide: the welfare office's own caseworkers.
pub const DECIDING: &[Role] = &[Role::Nav];

/// Those who may ask on behalf of somebody who stands before them.
pub const ASKING: &[Role] = &[
    Role::Coordinator,
    Role::MoNurse,
    Role::Nav,
    Role::LarOutlet,
    Role::RoomStaff,
    Role::Outreach,
    Role::Housing,
    Role::ChildResponsible,
];

/// Most characters in what somebody writes.
pub const WORDS_MAX: usize = 1_000;
/// Longest stay one decision may be for, in nights: beyond it somebody looks again.
pub const NIGHTS_MAX: i64 = 14;

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Asked and not decided: by this time it is.
    Waiting {
        /// The end of the day on which it must be decided.
        decide_by: Timestamp,
    },
    /// A place has been given, and the person has not said anything yet.
    Given,
    /// The person has said yes, or has come.
    Staying,
    /// Decided with a no, in words, with the right to complain.
    Declined,
    /// Over.
    Closed {
        /// When.
        at: Timestamp,
    },
}

impl State {
    /// As stored, and in the wording (`tonight-state-waiting`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            State::Waiting { .. } => "waiting",
            State::Given => "given",
            State::Staying => "staying",
            State::Declined => "declined",
            State::Closed { .. } => "closed",
        }
    }

    /// Whether somebody still holds it.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, State::Closed { .. } | State::Declined)
    }
}

/// A request as the rules see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Where it stands.
    pub state: State,
    /// Who holds it: from the first second there is one.
    pub holder: AccountId,
}

/// What is known of the place that is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The place takes nobody for now.
    pub closed: bool,
    /// The municipality's own check says that it may not be used.
    pub unfit: bool,
    /// The person has said before that it is not safe for them.
    pub unsafe_for_them: bool,
}

/// What can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// «Jeg tar den.»
    Take(AccountId),
    /// Gives a concrete place: the decision.
    Give(AccountId, Offered),
    /// Decides with a no.
    Decline(AccountId),
    /// The person says yes, or has come.
    Yes,
    /// The person says that it is not safe for them. Another place is owed by this time.
    NotSafe(Timestamp),
    /// More nights in the same place.
    Extend(AccountId, Offered),
    /// The person no longer needs it, or has moved on.
    End,
}

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Somebody did something since the page was shown.
    Changed,
    /// The last place has just been given to somebody else.
    Full,
    /// The place takes nobody for now.
    PlaceClosed,
    /// The municipality's check says no.
    Unfit,
    /// The person has said that this place is not safe for them.
    UnsafeForThem,
    /// It has been decided already.
    Decided,
    /// Nothing has been given that one could say something about.
    NothingGiven,
    /// The person does not stay anywhere by this request.
    NotStaying,
    /// There is a request already.
    AskedAlready,
    /// It is over.
    Closed,
    /// Nobody decides here: no welfare office has a caseworker.
    NobodyDecides,
    /// More free places than there are places.
    MoreThanAll,
    /// Only those who run a place, or the welfare office, say how many are free.
    NotTheirs,
    /// Too many have asked in an hour.
    Busy,
    /// Too many wrong codes.
    Wait,
}

impl Refusal {
    /// All of them: the tests look for their wording.
    pub const ALL: [Refusal; 15] = [
        Refusal::Changed,
        Refusal::Full,
        Refusal::PlaceClosed,
        Refusal::Unfit,
        Refusal::UnsafeForThem,
        Refusal::Decided,
        Refusal::NothingGiven,
        Refusal::NotStaying,
        Refusal::AskedAlready,
        Refusal::Closed,
        Refusal::NobodyDecides,
        Refusal::MoreThanAll,
        Refusal::NotTheirs,
        Refusal::Busy,
        Refusal::Wait,
    ];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::Changed => "tonight-changed",
            Refusal::Full => "tonight-full",
            Refusal::PlaceClosed => "tonight-place-closed",
            Refusal::Unfit => "tonight-unfit",
            Refusal::UnsafeForThem => "tonight-unsafe",
            Refusal::Decided => "tonight-decided",
            Refusal::NothingGiven => "tonight-nothing-given",
            Refusal::NotStaying => "tonight-not-staying",
            Refusal::AskedAlready => "tonight-asked-already",
            Refusal::Closed => "tonight-closed",
            Refusal::NobodyDecides => "tonight-nobody-decides",
            Refusal::MoreThanAll => "tonight-more-than-all",
            Refusal::NotTheirs => "tonight-not-theirs",
            Refusal::Busy => "tonight-busy",
            Refusal::Wait => "tonight-wait",
        }
    }
}

impl From<Refusal> for platform::error::Error {
    fn from(refusal: Refusal) -> platform::error::Error {
        platform::error::Error::refused(&refusal)
    }
}

/// What the case becomes, or why not.
///
/// # Errors
/// A [`Refusal`].
pub fn decide(case: &Case, command: Command, now: Timestamp) -> Result<Case, Refusal> {
    let same = case.holder.clone();
    let (state, holder) = match command {
        Command::Take(me) if case.state.is_open() => (case.state, me),
        Command::Take(_) => return Err(Refusal::Closed),
        Command::Give(me, place) => (give(case.state, place)?, me),
        Command::Decline(me) => (decline(case.state)?, me),
        Command::Yes => (yes(case.state)?, same),
        Command::NotSafe(decide_by) => (not_safe(case.state, decide_by)?, same),
        Command::Extend(me, place) => (extend(case.state, place)?, me),
        Command::End => (end(case.state, now)?, same),
    };
    Ok(Case { state, holder })
}

fn give(state: State, place: Offered) -> Result<State, Refusal> {
    match state {
        State::Waiting { .. } => usable(place).map(|()| State::Given),
        State::Given | State::Staying | State::Declined => Err(Refusal::Decided),
        State::Closed { .. } => Err(Refusal::Closed),
    }
}

/// A place must be safe enough for this person, and open, and fit to live in.
fn usable(place: Offered) -> Result<(), Refusal> {
    if place.closed {
        Err(Refusal::PlaceClosed)
    } else if place.unfit {
        Err(Refusal::Unfit)
    } else if place.unsafe_for_them {
        Err(Refusal::UnsafeForThem)
    } else {
        Ok(())
    }
}

fn decline(state: State) -> Result<State, Refusal> {
    match state {
        State::Waiting { .. } => Ok(State::Declined),
        State::Given | State::Staying | State::Declined => Err(Refusal::Decided),
        State::Closed { .. } => Err(Refusal::Closed),
    }
}

fn yes(state: State) -> Result<State, Refusal> {
    match state {
        State::Given | State::Staying => Ok(State::Staying),
        State::Waiting { .. } | State::Declined => Err(Refusal::NothingGiven),
        State::Closed { .. } => Err(Refusal::Closed),
    }
}

/// Said before or after they have come: a place can turn out unsafe at night.
fn not_safe(state: State, decide_by: Timestamp) -> Result<State, Refusal> {
    match state {
        State::Given | State::Staying => Ok(State::Waiting { decide_by }),
        State::Waiting { .. } | State::Declined => Err(Refusal::NothingGiven),
        State::Closed { .. } => Err(Refusal::Closed),
    }
}

fn extend(state: State, place: Offered) -> Result<State, Refusal> {
    match state {
        State::Given | State::Staying => usable(place).map(|()| state),
        State::Waiting { .. } | State::Declined => Err(Refusal::NotStaying),
        State::Closed { .. } => Err(Refusal::Closed),
    }
}

fn end(state: State, now: Timestamp) -> Result<State, Refusal> {
    match state {
        State::Closed { .. } => Err(Refusal::Closed),
        _ => Ok(State::Closed { at: now }),
    }
}
