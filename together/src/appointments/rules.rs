//! The rules of an appointment: who may move it, who answers it, and when it can be said how it went.

use kernel::time::Timestamp;

/// Longest title, place or name, in characters.
pub const MAX_LINE: usize = 120;
/// Longest way to get there, in characters.
pub const MAX_WAY: usize = 400;
/// How far ahead an appointment may lie, in days.
pub const MAX_AHEAD_DAYS: i64 = 730;
/// How long after its time it can still be said how it went, in days.
pub const TOLD_WITHIN_DAYS: i64 = 30;

/// The person's answer: three ready ones, and none yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Not answered.
    None,
    /// Jeg kommer.
    Yes,
    /// Kan jeg få en annen tid?
    Other,
    /// Jeg kan ikke.
    No,
}

impl Answer {
    /// The ready answers, in the order of the screen.
    pub const READY: [Answer; 3] = [Answer::Yes, Answer::Other, Answer::No];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Answer::None => "none",
            Answer::Yes => "yes",
            Answer::Other => "other",
            Answer::No => "no",
        }
    }

    /// The answer with this key, or nothing.
    #[must_use]
    pub fn parse(key: &str) -> Option<Answer> {
        [Answer::None].into_iter().chain(Answer::READY).find(|one| one.key() == key)
    }
}

/// Where an appointment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is to come, or nobody has said how it went.
    Planned,
    /// Somebody cancelled it.
    Cancelled,
    /// They met.
    Met,
    /// The person did not come.
    Missed,
}

impl Standing {
    /// All of them.
    pub const ALL: [Standing; 4] = [Standing::Planned, Standing::Cancelled, Standing::Met, Standing::Missed];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Standing::Planned => "planned",
            Standing::Cancelled => "cancelled",
            Standing::Met => "met",
            Standing::Missed => "missed",
        }
    }

    /// The standing with this key, or nothing.
    #[must_use]
    pub fn parse(key: &str) -> Option<Standing> {
        Standing::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// An appointment as the rules see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// When.
    pub at: Timestamp,
    /// Where it stands.
    pub standing: Standing,
    /// Which version.
    pub version: i64,
}

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The person.
    Person,
    /// Somebody where it was made.
    Maker,
    /// Anyone else.
    Other,
}

/// What somebody wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// One of the ready answers. It may be changed.
    Answer(Answer),
    /// Another time, having seen a version.
    Move {
        /// The new time.
        to: Timestamp,
        /// The version on the screen.
        seen: i64,
    },
    /// Cancel, having seen a version.
    Cancel {
        /// The version on the screen.
        seen: i64,
    },
    /// Say whether they met.
    Tell {
        /// Whether they did.
        met: bool,
    },
}

/// What comes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Answered.
    Answered(Answer),
    /// Moved: the person is asked anew.
    Moved(Timestamp),
    /// Cancelled.
    Cancelled,
    /// It is told how it went.
    Told(Standing),
}

/// The rules' no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Its time is over.
    Over,
    /// It was cancelled.
    Cancelled,
    /// Another service made it, or only the person can say this.
    NotYours,
    /// Somebody else changed it first.
    Stale,
    /// The time has been, or lies too far ahead.
    When,
    /// Nobody can say how it went before it was.
    NotYet,
}

impl Refusal {
    /// All of them: each has its wording and a test.
    #[cfg(test)]
    pub const ALL: [Refusal; 6] =
        [Refusal::Over, Refusal::Cancelled, Refusal::NotYours, Refusal::Stale, Refusal::When, Refusal::NotYet];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::Over => "appointments-over",
            Refusal::Cancelled => "appointments-cancelled",
            Refusal::NotYours => "appointments-not-yours",
            Refusal::Stale => "appointments-stale",
            Refusal::When => "appointments-when",
            Refusal::NotYet => "appointments-not-yet",
        }
    }
}

/// The one place where it is decided who may do what with an appointment.
///
/// # Errors
/// The [`Refusal`].
pub fn decide(state: &State, by: By, command: Command, now: Timestamp) -> Result<Change, Refusal> {
    if state.standing == Standing::Cancelled {
        return Err(Refusal::Cancelled);
    }
    match (command, by) {
        (Command::Answer(answer), By::Person) if still_to_come(state, now) => Ok(Change::Answered(answer)),
        (Command::Answer(_), By::Person) => Err(Refusal::Over),
        (Command::Answer(_), _) | (_, By::Person | By::Other) => Err(Refusal::NotYours),
        (Command::Move { seen, .. } | Command::Cancel { seen }, By::Maker) if seen != state.version => Err(Refusal::Stale),
        (Command::Move { .. } | Command::Cancel { .. }, By::Maker) if !still_to_come(state, now) => Err(Refusal::Over),
        (Command::Move { to, .. }, By::Maker) => at_a_time(to, now).map(|()| Change::Moved(to)),
        (Command::Cancel { .. }, By::Maker) => Ok(Change::Cancelled),
        (Command::Tell { met }, By::Maker) => tell(state, met, now),
    }
}

fn still_to_come(state: &State, now: Timestamp) -> bool {
    state.standing == Standing::Planned && state.at > now
}

fn tell(state: &State, met: bool, now: Timestamp) -> Result<Change, Refusal> {
    if state.at > now {
        return Err(Refusal::NotYet);
    }
    if now > state.at.plus_days(TOLD_WITHIN_DAYS) {
        return Err(Refusal::Over);
    }
    Ok(Change::Told(if met { Standing::Met } else { Standing::Missed }))
}

/// Whether an appointment may lie at this time.
///
/// # Errors
/// [`Refusal::When`].
pub fn at_a_time(at: Timestamp, now: Timestamp) -> Result<(), Refusal> {
    if at > now && at < now.plus_days(MAX_AHEAD_DAYS) { Ok(()) } else { Err(Refusal::When) }
}
