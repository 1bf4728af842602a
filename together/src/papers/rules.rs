//! What may be done with a proposal from another system. The person decides, and may change their mind for ten minutes.

use kernel::refusal::Refusal as Told;
use kernel::time::Timestamp;

/// How long an answer can be undone, in minutes.
pub const UNDO_MINUTES: i64 = 10;

/// Most proposals that one «yes to all» answers, so that no command is long.
pub const MANY: usize = 50;

/// Where a proposal stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Waits for the person.
    Open,
    /// The person said yes.
    Accepted {
        /// When.
        at: Timestamp,
        /// What the part that took it made of it.
        made: String,
        /// Whether that part can take it out again.
        returnable: bool,
    },
    /// The person said no.
    Declined {
        /// When.
        at: Timestamp,
    },
}

/// What the person does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// «Ja takk».
    Accept,
    /// «Nei takk».
    Decline,
    /// «Angre».
    Undo,
}

/// What is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Hand it to the part that takes it, and keep the yes.
    HandOver,
    /// Keep the no.
    LayAside,
    /// Have this taken out again, and let the proposal wait as before.
    TakeBack(String),
    /// Let it wait as before.
    Reopen,
}

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It has an answer already.
    Answered,
    /// There is no answer to undo.
    NotAnswered,
    /// More than ten minutes have gone.
    TooLate,
    /// It stands in the plan, which does not give it back by itself.
    InPlan,
    /// No part takes this kind of proposal.
    NobodyTakes,
}

impl Told for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::Answered => "papers-answered",
            Refusal::NotAnswered => "papers-not-answered",
            Refusal::TooLate => "papers-too-late",
            Refusal::InPlan => "papers-in-plan",
            Refusal::NobodyTakes => "papers-nobody-takes",
        }
    }
}

/// Decides.
///
/// # Errors
/// The [`Refusal`].
pub fn decide(state: &State, command: Command, now: Timestamp) -> Result<Change, Refusal> {
    match (state, command) {
        (State::Open, Command::Accept) => Ok(Change::HandOver),
        (State::Open, Command::Decline) => Ok(Change::LayAside),
        (State::Open, Command::Undo) => Err(Refusal::NotAnswered),
        (State::Accepted { .. } | State::Declined { .. }, Command::Accept | Command::Decline) => Err(Refusal::Answered),
        (State::Accepted { at, .. } | State::Declined { at }, Command::Undo) if !undoable(*at, now) => Err(Refusal::TooLate),
        (State::Accepted { returnable: false, .. }, Command::Undo) => Err(Refusal::InPlan),
        (State::Accepted { made, .. }, Command::Undo) => Ok(Change::TakeBack(made.clone())),
        (State::Declined { .. }, Command::Undo) => Ok(Change::Reopen),
    }
}

/// Whether an answer given then can still be undone now.
#[must_use]
pub fn undoable(answered: Timestamp, now: Timestamp) -> bool {
    now < answered.plus_minutes(UNDO_MINUTES)
}
