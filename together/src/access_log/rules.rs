//! Asking about a look, as rules: what may be asked, when the answer is due, and when it has been given.

use kernel::refusal::Refusal as _;
use kernel::time::Timestamp;
use platform::error::Error;

use super::limits::Limits;

/// How it is now, as far as one command is about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The look was the person's own, or the machine's.
    pub nobody_else: bool,
    /// The person has asked about this look, and no answer has come.
    pub waits: bool,
    /// Questions of this person that wait.
    pub open: usize,
    /// The question has been answered.
    pub answered: bool,
    /// The person has read the answer.
    pub read: bool,
    /// An employee looked, so that there is somebody to block.
    pub employee: bool,
    /// The person has blocked this employee.
    pub blocked: bool,
}

/// What somebody wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// The person asks about a look.
    Ask,
    /// The privacy contact answers.
    Answer,
    /// The person has read the answer.
    Read,
    /// The person lets this employee see nothing more.
    Block,
}

/// What a command comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A question that is due then.
    Asked {
        /// When the answer must have come.
        due: Timestamp,
    },
    /// An answer, now.
    Answered,
    /// The answer is read.
    Read,
    /// A block, from now on.
    Blocked,
    /// Nothing is different: it was so before.
    Nothing,
}

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is nobody to ask about.
    NobodyLooked,
    /// The same look has been asked about, and the answer is on its way.
    AlreadyAsked,
    /// Many questions wait already.
    ManyQuestions,
    /// Somebody has answered.
    AlreadyAnswered,
    /// No answer has come that could be read.
    NoAnswerYet,
    /// Only an employee can be blocked.
    NobodyToBlock,
}

impl Refusal {
    /// All of them, for the tests of wording.
    pub const ALL: [Refusal; 6] = [
        Refusal::NobodyLooked,
        Refusal::AlreadyAsked,
        Refusal::ManyQuestions,
        Refusal::AlreadyAnswered,
        Refusal::NoAnswerYet,
        Refusal::NobodyToBlock,
    ];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::NobodyLooked => "access-log-nobody-looked",
            Refusal::AlreadyAsked => "access-log-already-asked",
            Refusal::ManyQuestions => "access-log-many-questions",
            Refusal::AlreadyAnswered => "access-log-already-answered",
            Refusal::NoAnswerYet => "access-log-no-answer-yet",
            Refusal::NobodyToBlock => "access-log-nobody-to-block",
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Error {
        Error::Refused(refusal.key())
    }
}

/// Decides.
///
/// # Errors
/// A refusal, with its sentence and remedy in the wording.
pub fn decide(state: &State, command: Command, limits: &Limits, now: Timestamp) -> Result<Change, Refusal> {
    match command {
        Command::Ask if state.nobody_else => Err(Refusal::NobodyLooked),
        Command::Ask if state.waits => Err(Refusal::AlreadyAsked),
        Command::Ask if state.open >= limits.open_questions => Err(Refusal::ManyQuestions),
        Command::Ask => Ok(Change::Asked { due: due(limits, now) }),
        Command::Answer if state.answered => Err(Refusal::AlreadyAnswered),
        Command::Answer => Ok(Change::Answered),
        Command::Read if !state.answered => Err(Refusal::NoAnswerYet),
        Command::Read if state.read => Ok(Change::Nothing),
        Command::Read => Ok(Change::Read),
        Command::Block if !state.employee => Err(Refusal::NobodyToBlock),
        Command::Block if state.blocked => Ok(Change::Nothing),
        Command::Block => Ok(Change::Blocked),
    }
}

/// The end of the last day: who asks on a Friday evening has the whole of the next Friday promised.
fn due(limits: &Limits, now: Timestamp) -> Timestamp {
    now.day().plus(limits.answer_days).end()
}

/// Whether the promise has been broken.
#[must_use]
pub fn is_late(due: Timestamp, now: Timestamp) -> bool {
    due <= now
}
