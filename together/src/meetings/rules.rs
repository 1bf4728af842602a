//! The rules of a meeting: who leads it, who may say what when, and what has to be done before it is over.

use kernel::time::Timestamp;

/// Longest title, place, topic or decision, in characters.
pub const MAX_LINE: usize = 200;
/// Most topics in one meeting.
pub const MAX_ITEMS: usize = 30;
/// Most decisions about one topic.
pub const MAX_LINES: usize = 5;
/// Most people in one meeting.
pub const MAX_MEMBERS: usize = 20;
/// How many changes can be undone.
pub const MAX_UNDO: i64 = 10;
/// How far ahead a meeting may lie, in days.
pub const MAX_AHEAD_DAYS: i64 = 400;
/// Changes of one topic that save themselves within so many seconds are one change to undo.
pub const ONE_CHANGE_S: i64 = 60;

/// The six status words of the whole product.
pub const STATUSES: [&str; 6] = ["not-begun", "ongoing", "waiting", "agreed", "done", "not-now"];

/// Where a meeting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Called: the list of topics is being made.
    Called,
    /// It is going on.
    Running,
    /// It is over; there are minutes.
    Closed,
    /// It was cancelled.
    Cancelled,
}

impl Phase {
    /// All of them.
    pub const ALL: [Phase; 4] = [Phase::Called, Phase::Running, Phase::Closed, Phase::Cancelled];

    /// As stored and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Phase::Called => "called",
            Phase::Running => "running",
            Phase::Closed => "closed",
            Phase::Cancelled => "cancelled",
        }
    }

    /// The phase with this key, or nothing.
    #[must_use]
    pub fn parse(key: &str) -> Option<Phase> {
        Phase::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// Where a topic comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The person wrote it, or said it to somebody who wrote it down: «Dette vil jeg snakke om».
    Person,
    /// Somebody around the person.
    Staff,
}

impl Origin {
    /// As stored.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Origin::Person => "person",
            Origin::Staff => "staff",
        }
    }

    /// The origin with this key, or nothing.
    #[must_use]
    pub fn parse(key: &str) -> Option<Origin> {
        [Origin::Person, Origin::Staff].into_iter().find(|one| one.key() == key)
    }
}

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The person.
    Person,
    /// Somebody at the workplace that called it.
    Leader,
    /// Somebody else who is invited.
    Member,
}

/// A meeting as the rules see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// Where it is.
    pub phase: Phase,
    /// The person is not here.
    pub person_absent: bool,
    /// It has been read up and the person said that it is right.
    pub read: bool,
    /// The person has said of the minutes that they are right.
    pub seen: bool,
    /// How many topics there are.
    pub items: usize,
}

/// What somebody wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Put a topic on the list.
    Propose,
    /// Take a topic off the list.
    Drop(Origin),
    /// Say who of the members are not to be there: all of it, or one topic.
    Choose,
    /// Say whether one comes.
    Answer,
    /// Begin.
    Begin,
    /// Write what was decided about a topic, having seen a version.
    Write {
        /// The version on the screen.
        seen: i64,
        /// The version that is there.
        is: i64,
    },
    /// Take back the last change.
    Undo,
    /// What was read up is right.
    Read,
    /// The person disagrees with a decision.
    Disagree,
    /// End it: with the next one set, or with the word that none is needed.
    Close {
        /// Whether that was said.
        next_is_said: bool,
    },
    /// Cancel it.
    Cancel,
    /// The person has seen the minutes and says that they are right.
    Confirm,
}

/// The rules' no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The meeting has not begun.
    NotBegun,
    /// It has begun already.
    Begun,
    /// It is over.
    Over,
    /// It was cancelled.
    Cancelled,
    /// Only whoever called it can do this.
    NotLeader,
    /// Only the person can do this.
    NotPerson,
    /// These are the person's own words.
    TheirWords,
    /// Somebody else changed it first.
    Stale,
    /// There is no room for more.
    Full,
    /// There is nothing to undo.
    NothingToUndo,
    /// It has not been read up to the person.
    ReadFirst,
    /// Nobody has said when the next one is.
    NextFirst,
    /// The time has been, or lies too far ahead.
    When,
}

impl Refusal {
    /// All of them: each has its wording and a test.
    #[cfg(test)]
    pub const ALL: [Refusal; 13] = [
        Refusal::NotBegun,
        Refusal::Begun,
        Refusal::Over,
        Refusal::Cancelled,
        Refusal::NotLeader,
        Refusal::NotPerson,
        Refusal::TheirWords,
        Refusal::Stale,
        Refusal::Full,
        Refusal::NothingToUndo,
        Refusal::ReadFirst,
        Refusal::NextFirst,
        Refusal::When,
    ];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::NotBegun => "meetings-not-begun",
            Refusal::Begun => "meetings-begun",
            Refusal::Over => "meetings-over",
            Refusal::Cancelled => "meetings-cancelled",
            Refusal::NotLeader => "meetings-not-leader",
            Refusal::NotPerson => "meetings-not-person",
            Refusal::TheirWords => "meetings-their-words",
            Refusal::Stale => "meetings-stale",
            Refusal::Full => "meetings-full",
            Refusal::NothingToUndo => "meetings-nothing-to-undo",
            Refusal::ReadFirst => "meetings-read-first",
            Refusal::NextFirst => "meetings-next-first",
            Refusal::When => "meetings-when",
        }
    }
}

/// The one place where it is decided who may do what in a meeting, and when.
///
/// # Errors
/// The [`Refusal`].
pub fn decide(state: &State, by: By, command: Command) -> Result<(), Refusal> {
    if state.phase == Phase::Cancelled {
        return Err(Refusal::Cancelled);
    }
    match command {
        Command::Propose => open(state).and_then(|()| if state.items < MAX_ITEMS { Ok(()) } else { Err(Refusal::Full) }),
        Command::Drop(origin) => open(state).and_then(|()| may_drop(by, origin)),
        Command::Choose => only(by, By::Person).and_then(|()| open(state)),
        Command::Answer => before(state),
        Command::Begin | Command::Cancel => only(by, By::Leader).and_then(|()| before(state)),
        Command::Write { seen, is } => {
            only(by, By::Leader)?;
            running(state)?;
            if seen == is { Ok(()) } else { Err(Refusal::Stale) }
        }
        Command::Undo | Command::Read => only(by, By::Leader).and_then(|()| running(state)),
        Command::Disagree => match by {
            By::Person => {
                if state.phase == Phase::Closed {
                    Ok(())
                } else {
                    running(state)
                }
            }
            By::Leader => running(state),
            By::Member => Err(Refusal::NotLeader),
        },
        Command::Close { next_is_said } => {
            only(by, By::Leader)?;
            running(state)?;
            match (state.read || state.person_absent, next_is_said) {
                (false, _) => Err(Refusal::ReadFirst),
                (true, false) => Err(Refusal::NextFirst),
                (true, true) => Ok(()),
            }
        }
        Command::Confirm => {
            only(by, By::Person)?;
            if state.phase == Phase::Closed { Ok(()) } else { Err(Refusal::NotBegun) }
        }
    }
}

fn only(by: By, who: By) -> Result<(), Refusal> {
    match (by == who, who) {
        (true, _) => Ok(()),
        (false, By::Person) => Err(Refusal::NotPerson),
        (false, By::Leader | By::Member) => Err(Refusal::NotLeader),
    }
}

fn before(state: &State) -> Result<(), Refusal> {
    match state.phase {
        Phase::Called => Ok(()),
        Phase::Running => Err(Refusal::Begun),
        Phase::Closed | Phase::Cancelled => Err(Refusal::Over),
    }
}

fn running(state: &State) -> Result<(), Refusal> {
    match state.phase {
        Phase::Running => Ok(()),
        Phase::Called => Err(Refusal::NotBegun),
        Phase::Closed | Phase::Cancelled => Err(Refusal::Over),
    }
}

fn open(state: &State) -> Result<(), Refusal> {
    if matches!(state.phase, Phase::Called | Phase::Running) { Ok(()) } else { Err(Refusal::Over) }
}

/// The person's topics are theirs to take off, and everyone else's are the leader's.
fn may_drop(by: By, origin: Origin) -> Result<(), Refusal> {
    match (by, origin) {
        (By::Person, _) | (By::Leader, Origin::Staff) => Ok(()),
        (By::Leader | By::Member, Origin::Person) => Err(Refusal::TheirWords),
        (By::Member, Origin::Staff) => Err(Refusal::NotLeader),
    }
}

/// Whether a meeting may lie at this time.
///
/// # Errors
/// [`Refusal::When`].
pub fn at_a_time(at: Timestamp, now: Timestamp) -> Result<(), Refusal> {
    if at > now && at < now.plus_days(MAX_AHEAD_DAYS) { Ok(()) } else { Err(Refusal::When) }
}

/// What a decision becomes when the meeting ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// A task of somebody who was there and said yes.
    Task,
    /// A question with a date to somebody who was not.
    Question,
    /// A line in the plan, and nobody's task.
    Line,
}

/// Nobody has a task they have not said yes to: whoever was not there is asked.
#[must_use]
pub const fn becomes(has_owner: bool, can_have_tasks: bool, was_here: bool) -> Becomes {
    match (has_owner && can_have_tasks, was_here) {
        (true, true) => Becomes::Task,
        (true, false) => Becomes::Question,
        (false, _) => Becomes::Line,
    }
}
