//! The life of a clock: received, assessed, offered, begun, evaluated, over. Pure: days in, days out.

use kernel::time::Day;

use super::facts::Care;
use super::limits::{Kind, Name, Rules};

/// Longest reason, in characters.
pub const MAX_WORDS: usize = 600;

/// Who caused that a start was moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CausedBy {
    /// The person wished it.
    Person,
    /// The service.
    Service,
    /// Something else: an illness, the weather, another service.
    Other,
}

impl CausedBy {
    /// All three.
    pub const ALL: [CausedBy; 3] = [CausedBy::Person, CausedBy::Service, CausedBy::Other];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            CausedBy::Person => "person",
            CausedBy::Service => "service",
            CausedBy::Other => "other",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<CausedBy> {
        CausedBy::ALL.into_iter().find(|cause| cause.key() == key)
    }
}

/// How a wait ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The specialist service found no right to help there.
    NoRight,
    /// The service said no.
    Refused,
    /// The person took it back.
    Withdrawn,
    /// Help is given, or has been.
    Finished,
}

impl Ending {
    const ALL: [Ending; 4] = [Ending::NoRight, Ending::Refused, Ending::Withdrawn, Ending::Finished];

    /// As stored, and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Ending::NoRight => "no-right",
            Ending::Refused => "refused",
            Ending::Withdrawn => "withdrawn",
            Ending::Finished => "finished",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Ending> {
        Ending::ALL.into_iter().find(|ending| ending.key() == key)
    }
}

/// Where a wait stands. The days that are past stay in the row; here is what is true now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It waits to be assessed, or answered.
    Received,
    /// The service has taken it on. In the specialist service there is a right, and a date that binds.
    Assessed {
        /// The latest start; nothing where no law sets one.
        latest: Option<Day>,
    },
    /// A start has been offered.
    Offered {
        /// The latest start.
        latest: Option<Day>,
        /// The day that was offered.
        on: Day,
    },
    /// Help has begun.
    Started {
        /// The day.
        on: Day,
        /// How.
        care: Care,
    },
    /// What the help is to be has been decided.
    Decided {
        /// How.
        care: Care,
        /// When.
        on: Day,
        /// The last evaluation.
        evaluated: Option<Day>,
    },
    /// Over.
    Over {
        /// How.
        ending: Ending,
    },
}

impl State {
    /// As stored, and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            State::Received => "received",
            State::Assessed { .. } => "assessed",
            State::Offered { .. } => "offered",
            State::Started { .. } => "started",
            State::Decided { .. } => "decided",
            State::Over { .. } => "over",
        }
    }
}

/// What the assessment came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assessment {
    /// A right to help there, with the date that the clinician writes.
    Right {
        /// The latest start.
        latest: Day,
    },
    /// No right to help there.
    NoRight,
}

/// What somebody wants to do to a clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Write what the assessment came to.
    Assess {
        /// The day it was done.
        on: Day,
        /// What it came to.
        came_to: Assessment,
        /// What the guideline suggests.
        suggested: Option<Day>,
        /// Whether a reason stands beside it.
        reasoned: bool,
    },
    /// A service outside the specialist service has said yes.
    TakeOn {
        /// The day.
        on: Day,
    },
    /// Offer a start.
    Offer {
        /// The day.
        on: Day,
    },
    /// Move a start that was offered.
    Move {
        /// To which day.
        to: Day,
        /// Who caused it.
        caused_by: CausedBy,
    },
    /// Help began.
    Start {
        /// The day.
        on: Day,
        /// How.
        care: Care,
    },
    /// The clinical decision was made.
    Decide {
        /// The day.
        on: Day,
    },
    /// An evaluation was held.
    Evaluate {
        /// The day.
        on: Day,
    },
    /// It is over.
    End(Ending),
}

impl Command {
    /// In the list of what happened: `waiting-happened-<key>`.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Command::Assess { came_to: Assessment::Right { .. }, .. } => "assessed",
            Command::Assess { came_to: Assessment::NoRight, .. } => "no-right",
            Command::TakeOn { .. } => "taken-on",
            Command::Offer { .. } => "offered",
            Command::Move { .. } => "moved",
            Command::Start { .. } => "started",
            Command::Decide { .. } => "decided",
            Command::Evaluate { .. } => "evaluated",
            Command::End(Ending::NoRight) => "no-right",
            Command::End(Ending::Refused) => "refused",
            Command::End(Ending::Withdrawn) => "withdrawn",
            Command::End(Ending::Finished) => "finished",
        }
    }

    /// The day it is about; nothing for an end, which is today.
    #[must_use]
    pub const fn day(&self) -> Option<Day> {
        match self {
            Command::Assess { on, .. }
            | Command::TakeOn { on }
            | Command::Offer { on }
            | Command::Start { on, .. }
            | Command::Decide { on }
            | Command::Evaluate { on } => Some(*on),
            Command::Move { to, .. } => Some(*to),
            Command::End(_) => None,
        }
    }
}

/// The rules' no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is over.
    Over,
    /// Another service keeps this clock.
    NotYours,
    /// That has been written already.
    Done,
    /// Something else comes first.
    NotYet,
    /// The day is before the referral came.
    BeforeReceived,
    /// The day has not come yet.
    NotYetDay,
    /// The date is later than what the guideline suggests, and nothing says why.
    SayWhyLater,
}

impl Refusal {
    /// All of them: each has its wording and a test.
    #[cfg(test)]
    pub const ALL: [Refusal; 7] = [
        Refusal::Over,
        Refusal::NotYours,
        Refusal::Done,
        Refusal::NotYet,
        Refusal::BeforeReceived,
        Refusal::NotYetDay,
        Refusal::SayWhyLater,
    ];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::Over => "waiting-over",
            Refusal::NotYours => "waiting-not-yours",
            Refusal::Done => "waiting-done",
            Refusal::NotYet => "waiting-not-yet",
            Refusal::BeforeReceived => "waiting-before-received",
            Refusal::NotYetDay => "waiting-not-yet-day",
            Refusal::SayWhyLater => "waiting-say-why-later",
        }
    }
}

/// Decides.
///
/// # Errors
/// The [`Refusal`].
pub fn decide(state: State, command: &Command, received: Day, today: Day) -> Result<State, Refusal> {
    if matches!(state, State::Over { .. }) {
        return Err(Refusal::Over);
    }
    days_are_possible(command, received, today)?;
    match (state, command) {
        (State::Received, Command::Assess { came_to: Assessment::NoRight, .. }) => Ok(State::Over { ending: Ending::NoRight }),
        (State::Received, Command::Assess { came_to: Assessment::Right { latest }, suggested, reasoned, .. }) => {
            if suggested.is_some_and(|suggested| *latest > suggested) && !reasoned {
                return Err(Refusal::SayWhyLater);
            }
            Ok(State::Assessed { latest: Some(*latest) })
        }
        (State::Received, Command::TakeOn { .. }) => Ok(State::Assessed { latest: None }),
        (_, Command::Assess { .. } | Command::TakeOn { .. }) => Err(Refusal::Done),
        (State::Assessed { latest }, Command::Offer { on }) => Ok(State::Offered { latest, on: *on }),
        (State::Offered { latest, .. }, Command::Move { to, .. }) => Ok(State::Offered { latest, on: *to }),
        (State::Assessed { .. } | State::Offered { .. }, Command::Start { on, care }) => {
            Ok(State::Started { on: *on, care: *care })
        }
        (State::Started { on, care }, Command::Decide { on: day }) if *day >= on => {
            Ok(State::Decided { care, on: *day, evaluated: None })
        }
        (State::Decided { care, on, evaluated }, Command::Evaluate { on: day }) if *day >= evaluated.unwrap_or(on) => {
            Ok(State::Decided { care, on, evaluated: Some(*day) })
        }
        (_, Command::End(ending)) => Ok(State::Over { ending: *ending }),
        (State::Offered { .. }, Command::Offer { .. })
        | (State::Started { .. } | State::Decided { .. }, Command::Offer { .. } | Command::Move { .. } | Command::Start { .. })
        | (State::Decided { .. }, Command::Decide { .. }) => Err(Refusal::Done),
        _ => Err(Refusal::NotYet),
    }
}

/// What has happened is not of tomorrow, and nothing happened before the referral came.
fn days_are_possible(command: &Command, received: Day, today: Day) -> Result<(), Refusal> {
    let latest = match command {
        Command::Assess { came_to: Assessment::Right { latest }, .. } => Some(*latest),
        _ => None,
    };
    if command.day().into_iter().chain(latest).any(|day| day < received) {
        return Err(Refusal::BeforeReceived);
    }
    let ahead = matches!(command, Command::Offer { .. } | Command::Move { .. });
    if !ahead && command.day().is_some_and(|day| day > today) {
        return Err(Refusal::NotYetDay);
    }
    Ok(())
}

/// A limit that runs now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// About what.
    pub name: Name,
    /// The last day on which it is kept.
    pub on: Day,
    /// How binding.
    pub kind: Kind,
}

/// What is due next; nothing when no limit runs.
#[must_use]
pub fn due(state: State, rules: &Rules, received: Day, pregnant: bool) -> Option<Due> {
    match state {
        State::Received => rules.first(received).map(|(name, on, rule)| Due { name, on, kind: rule.kind }),
        State::Assessed { latest } | State::Offered { latest, .. } => {
            latest.map(|on| Due { name: Name::LatestStart, on, kind: Kind::Law })
        }
        State::Started { on, care } => pathway(rules, Name::Decision, on, care, pregnant),
        State::Decided { care, on, evaluated: None } => pathway(rules, Name::FirstEvaluation, on, care, pregnant),
        State::Decided { care, evaluated: Some(on), .. } => pathway(rules, Name::NextEvaluation, on, care, pregnant),
        State::Over { .. } => None,
    }
}

fn pathway(rules: &Rules, name: Name, from: Day, care: Care, pregnant: bool) -> Option<Due> {
    rules.pathway(name, from, care, pregnant).map(|(on, rule)| Due { name, on, kind: rule.kind })
}

/// The breach of law that a step shows, if it does: assessed, or begun, after the last day on which it should have been.
#[must_use]
pub fn breached_by(before: Option<Due>, command: &Command) -> Option<Due> {
    let ends = match command {
        Command::Assess { on, .. } => Some((Name::Assessment, *on)),
        Command::Start { on, .. } => Some((Name::LatestStart, *on)),
        _ => None,
    };
    let (name, on) = ends?;
    before.filter(|due| due.kind == Kind::Law && due.name == name && on > due.on)
}
