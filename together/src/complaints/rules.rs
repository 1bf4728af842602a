//! The rules of a letter: to whom it goes, by when it is answered, and that it is answered once.

use kernel::time::Timestamp;

/// Longest letter, in characters.
pub const MAX_WORDS: usize = 4000;
/// Longest name or way to be reached, in characters.
pub const MAX_SIGNED: usize = 200;
/// Longest answer, in characters.
pub const MAX_ANSWER: usize = 4000;

/// What a letter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A complaint.
    Complaint,
    /// Something to say that wants an answer.
    Words,
}

impl Kind {
    /// Both.
    pub const ALL: [Kind; 2] = [Kind::Complaint, Kind::Words];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Kind::Complaint => "complaint",
            Kind::Words => "words",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// Where a letter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It waits for an answer.
    Waits {
        /// By when.
        by: Timestamp,
    },
    /// It has been answered.
    Answered {
        /// When.
        at: Timestamp,
    },
}

impl State {
    /// In words: `complaints-state-<key>`. Lateness is said.
    #[must_use]
    pub fn key(self, now: Timestamp) -> &'static str {
        match self {
            State::Waits { by } if by <= now => "late",
            State::Waits { .. } => "waits",
            State::Answered { .. } => "answered",
        }
    }

    /// The time that goes with it.
    #[must_use]
    pub const fn time(self) -> Timestamp {
        match self {
            State::Waits { by } => by,
            State::Answered { at } => at,
        }
    }
}

/// The rules' no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody reads letters there through this service.
    NobodyReads,
    /// It has been answered.
    Answered,
    /// No letter has this code.
    NoSuchCode,
    /// The code has been tried too often.
    Wait,
    /// So many letters in an hour that somebody may be playing with it.
    Busy,
}

impl Refusal {
    /// All of them: each has its wording and a test.
    #[cfg(test)]
    pub const ALL: [Refusal; 5] = [Refusal::NobodyReads, Refusal::Answered, Refusal::NoSuchCode, Refusal::Wait, Refusal::Busy];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::NobodyReads => "complaints-nobody-reads",
            Refusal::Answered => "complaints-answered",
            Refusal::NoSuchCode => "complaints-no-such-code",
            Refusal::Wait => "complaints-wait",
            Refusal::Busy => "complaints-busy",
        }
    }
}

/// Decides whether a letter may be answered: once. A second answer is a new letter, since the first has been read.
///
/// # Errors
/// The [`Refusal`].
pub const fn answer(state: State) -> Result<(), Refusal> {
    match state {
        State::Waits { .. } => Ok(()),
        State::Answered { .. } => Err(Refusal::Answered),
    }
}
