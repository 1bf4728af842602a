//! Who holds a request for help, and who may do what with it. Pure: the same case and command give the same answer.

use kernel::id::{AccountId, OrganisationId};
use kernel::role::Role;
use kernel::time::Timestamp;

use super::choices::Ready;
use super::promise::Promise;

/// Roles that answer: those to whom the access decision opens what their own organisation has been asked.
pub const ANSWERING: &[Role] = &[
    Role::Coordinator,
    Role::MoNurse,
    Role::Nav,
    Role::LarOutlet,
    Role::RoomStaff,
    Role::Outreach,
    Role::Housing,
    Role::ChildResponsible,
];

/// The one who holds it: a named account in an organisation. There is always exactly one until it is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Where they work.
    pub organisation: OrganisationId,
    /// Who.
    pub account: AccountId,
}

/// Where a request stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Asked. Whoever is on duty holds it, and nobody has said «I take it» yet.
    Waiting {
        /// On duty, or the organisation's default.
        holder: Holder,
        /// By when an answer was promised.
        promise: Promise,
    },
    /// Somebody has said «I take it».
    Taken {
        /// Who.
        holder: Holder,
        /// The promise runs on.
        promise: Promise,
    },
    /// Answered: it is the person's turn.
    Answered {
        /// Who answered.
        holder: Holder,
    },
    /// Over.
    Closed {
        /// Who held it last: they get it back if the person writes again and nobody is on duty.
        last: Holder,
        /// When.
        at: Timestamp,
    },
}

/// A request as the rules see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Where it stands.
    pub state: State,
    /// Since when a member of staff has marked it as urgent. Never software.
    pub urgent_at: Option<Timestamp>,
}

/// What can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// «I take it.»
    Take(Holder),
    /// Give it on to somebody, in the same organisation or another. The promise runs on.
    PassOn(Holder),
    /// Whoever held it works here no more: it is this one's from now on. The promise runs on.
    HolderGone(Holder),
    /// Mark it as urgent.
    MarkUrgent,
    /// Answer the person.
    Reply(Holder),
    /// The person answers with one tap.
    Answer(Ready, Next),
    /// The person writes.
    Write(Next),
    /// Staff are done with it.
    Close,
}

/// What the organisation would promise now, and who is on duty: used when the person's answer asks something new of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// On duty, or the default.
    pub on_duty: Holder,
    /// A new promise.
    pub promise: Promise,
}

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A colleague has said «I take it» first.
    TakenByAnother,
    /// It is given to the one who has it.
    SameHolder,
    /// It is over.
    Closed,
    /// It is not closed while nobody has answered.
    Unanswered,
    /// There is no reply to answer with one tap.
    NothingToAnswer,
    /// Somebody did something since the page was shown.
    Changed,
    /// Nobody answers this need here.
    NobodyAnswers,
    /// There is a limit on everything, also on how much is written about one request.
    Full,
}

impl Refusal {
    /// All of them: the tests look for their wording.
    pub const ALL: [Refusal; 8] = [
        Refusal::TakenByAnother,
        Refusal::SameHolder,
        Refusal::Closed,
        Refusal::Unanswered,
        Refusal::NothingToAnswer,
        Refusal::Changed,
        Refusal::NobodyAnswers,
        Refusal::Full,
    ];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::TakenByAnother => "help-taken",
            Refusal::SameHolder => "help-same-holder",
            Refusal::Closed => "help-closed",
            Refusal::Unanswered => "help-unanswered",
            Refusal::NothingToAnswer => "help-nothing-to-answer",
            Refusal::Changed => "help-changed",
            Refusal::NobodyAnswers => "help-nobody-answers",
            Refusal::Full => "help-full",
        }
    }
}

impl State {
    /// As stored.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            State::Waiting { .. } => "waiting",
            State::Taken { .. } => "taken",
            State::Answered { .. } => "answered",
            State::Closed { .. } => "closed",
        }
    }

    /// Who holds it; nobody once it is closed.
    #[must_use]
    pub const fn holder(&self) -> Option<&Holder> {
        match self {
            State::Waiting { holder, .. } | State::Taken { holder, .. } | State::Answered { holder } => Some(holder),
            State::Closed { .. } => None,
        }
    }

    /// Who holds it or held it last.
    #[must_use]
    pub const fn last_holder(&self) -> &Holder {
        match self {
            State::Waiting { holder, .. }
            | State::Taken { holder, .. }
            | State::Answered { holder }
            | State::Closed { last: holder, .. } => holder,
        }
    }

    /// The promise that runs.
    #[must_use]
    pub const fn promise(&self) -> Option<Promise> {
        match self {
            State::Waiting { promise, .. } | State::Taken { promise, .. } => Some(*promise),
            State::Answered { .. } | State::Closed { .. } => None,
        }
    }
}

/// What the case becomes, or why not.
///
/// # Errors
/// A [`Refusal`].
pub fn decide(case: &Case, command: Command, now: Timestamp) -> Result<Case, Refusal> {
    let urgent_at = case.urgent_at;
    let state = match command {
        Command::Take(me) => take(&case.state, me)?,
        Command::PassOn(to) => pass_on(&case.state, to)?,
        Command::HolderGone(to) => to_whoever_is_left(&case.state, to)?,
        Command::MarkUrgent if matches!(case.state, State::Closed { .. }) => return Err(Refusal::Closed),
        Command::MarkUrgent => return Ok(Case { state: case.state.clone(), urgent_at: urgent_at.or(Some(now)) }),
        Command::Reply(me) => reply(&case.state, me)?,
        Command::Answer(ready, next) => answer(&case.state, ready, next, now)?,
        Command::Write(next) => asks_again(&case.state, next),
        Command::Close => close(&case.state, now)?,
    };
    // What was urgent is so until it has been answered.
    let urgent_at = urgent_at.filter(|_| state.promise().is_some());
    Ok(Case { state, urgent_at })
}

fn take(state: &State, me: Holder) -> Result<State, Refusal> {
    match state {
        State::Waiting { promise, .. } => Ok(State::Taken { holder: me, promise: *promise }),
        State::Taken { holder, .. } | State::Answered { holder } if *holder == me => Ok(state.clone()),
        State::Taken { .. } | State::Answered { .. } => Err(Refusal::TakenByAnother),
        State::Closed { .. } => Err(Refusal::Closed),
    }
}

/// Within the organisation it stays taken: a colleague has said so by giving it. In another nobody has said anything yet.
fn pass_on(state: &State, to: Holder) -> Result<State, Refusal> {
    let Some(from) = state.holder() else { return Err(Refusal::Closed) };
    if *from == to && !matches!(state, State::Waiting { .. }) {
        return Err(Refusal::SameHolder);
    }
    let elsewhere = from.organisation != to.organisation;
    match state {
        State::Waiting { promise, .. } | State::Taken { promise, .. } if elsewhere => {
            Ok(State::Waiting { holder: to, promise: *promise })
        }
        State::Waiting { promise, .. } | State::Taken { promise, .. } => Ok(State::Taken { holder: to, promise: *promise }),
        State::Answered { .. } => Ok(State::Answered { holder: to }),
        State::Closed { .. } => Err(Refusal::Closed),
    }
}

/// Nobody has said «I take it» for the new holder, so what was owed an answer waits again.
fn to_whoever_is_left(state: &State, to: Holder) -> Result<State, Refusal> {
    match state {
        State::Waiting { promise, .. } | State::Taken { promise, .. } => Ok(State::Waiting { holder: to, promise: *promise }),
        State::Answered { .. } => Ok(State::Answered { holder: to }),
        State::Closed { .. } => Err(Refusal::Closed),
    }
}

/// Replying to what nobody has taken takes it. What a colleague has taken is theirs to answer, or to give on.
fn reply(state: &State, me: Holder) -> Result<State, Refusal> {
    match state {
        State::Waiting { .. } => Ok(State::Answered { holder: me }),
        State::Taken { holder, .. } | State::Answered { holder } if *holder == me => Ok(State::Answered { holder: me }),
        State::Taken { .. } | State::Answered { .. } => Err(Refusal::TakenByAnother),
        State::Closed { .. } => Err(Refusal::Closed),
    }
}

fn answer(state: &State, ready: Ready, next: Next, now: Timestamp) -> Result<State, Refusal> {
    match (state, ready) {
        (State::Waiting { .. } | State::Taken { .. }, _) if ready != Ready::NoThanks => Err(Refusal::NothingToAnswer),
        (State::Closed { .. }, Ready::NoThanks) => Ok(state.clone()),
        (_, Ready::NoThanks) => Ok(State::Closed { last: state.last_holder().clone(), at: now }),
        (State::Answered { .. }, Ready::Come | Ready::Fine) => Ok(state.clone()),
        // Somebody who said no and changes their mind is heard, whatever they say now.
        (_, Ready::CallMe | Ready::OtherDay | Ready::Come | Ready::Fine) => Ok(asks_again(state, next)),
    }
}

/// The person asks something new: the organisation owes an answer again. A promise that runs is not made longer by it.
fn asks_again(state: &State, next: Next) -> State {
    match state {
        State::Waiting { .. } | State::Taken { .. } => state.clone(),
        State::Answered { holder } => State::Taken { holder: holder.clone(), promise: next.promise },
        State::Closed { .. } => State::Waiting { holder: next.on_duty, promise: next.promise },
    }
}

fn close(state: &State, now: Timestamp) -> Result<State, Refusal> {
    match state {
        State::Answered { holder } => Ok(State::Closed { last: holder.clone(), at: now }),
        State::Waiting { .. } | State::Taken { .. } => Err(Refusal::Unanswered),
        State::Closed { .. } => Err(Refusal::Closed),
    }
}
