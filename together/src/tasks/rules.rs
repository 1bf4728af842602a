//! The rules of a task: nobody has one they have not said yes to, and only whoever has it says where it stands.

/// Longest task, in characters.
pub const MAX_WORDS: usize = 300;
/// Longest reason for a no, in characters.
pub const MAX_WHY: usize = 300;
/// Most open tasks about one person: a limit on everything.
pub const MAX_OPEN: usize = 300;

/// The six status words of the whole product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Ikke begynt.
    NotBegun,
    /// Pågår.
    Ongoing,
    /// Venter på svar.
    Waiting,
    /// Avtalt.
    Agreed,
    /// Ferdig.
    Done,
    /// Ikke aktuelt nå.
    NotNow,
}

impl Status {
    /// All of them, in the order of the screen.
    pub const ALL: [Status; 6] =
        [Status::NotBegun, Status::Ongoing, Status::Waiting, Status::Agreed, Status::Done, Status::NotNow];

    /// As stored, in forms and in the wording (`status-done`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Status::NotBegun => "not-begun",
            Status::Ongoing => "ongoing",
            Status::Waiting => "waiting",
            Status::Agreed => "agreed",
            Status::Done => "done",
            Status::NotNow => "not-now",
        }
    }

    /// The status with this key, or nothing.
    #[must_use]
    pub fn parse(key: &str) -> Option<Status> {
        Status::ALL.into_iter().find(|one| one.key() == key)
    }

    /// Whether it is over or laid aside.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Status::Done | Status::NotNow)
    }
}

/// Whether whoever is to do it has said yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Somebody has asked; it is nobody's task yet.
    Proposed,
    /// It is theirs.
    Taken,
    /// They said no, or gave it back.
    Declined,
    /// Whoever asked has taken the question back.
    Withdrawn,
}

impl Standing {
    /// All of them.
    pub const ALL: [Standing; 4] = [Standing::Proposed, Standing::Taken, Standing::Declined, Standing::Withdrawn];

    /// As stored and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Standing::Proposed => "proposed",
            Standing::Taken => "taken",
            Standing::Declined => "declined",
            Standing::Withdrawn => "withdrawn",
        }
    }

    /// The standing with this key, or nothing.
    #[must_use]
    pub fn parse(key: &str) -> Option<Standing> {
        Standing::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// A task as the rules see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// Whether it is somebody's.
    pub standing: Standing,
    /// Where it stands.
    pub status: Status,
    /// Which version.
    pub version: i64,
}

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Whoever is to do it: the person, or somebody at the workplace.
    Owner,
    /// Whoever made it, when somebody else is to do it.
    Maker,
    /// Whoever both made it and is to do it: a no gives it back to themselves, and they may let it go.
    Both,
    /// Anyone else who may see it.
    Other,
}

impl By {
    /// Whether they are to do it.
    #[must_use]
    pub const fn owns(self) -> bool {
        matches!(self, By::Owner | By::Both)
    }

    /// Whether they made it.
    #[must_use]
    pub const fn made(self) -> bool {
        matches!(self, By::Maker | By::Both)
    }
}

/// What somebody wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Say yes.
    Take,
    /// Say no, or give it back.
    Decline,
    /// Say where it stands, having seen a version.
    Set {
        /// Where.
        status: Status,
        /// The version on the screen.
        seen: i64,
    },
    /// Take the question back.
    Withdraw,
}

/// What comes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It stands so from now on.
    Stands(Standing),
    /// Its status is this from now on.
    Status(Status),
}

/// The rules' no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It has been answered already.
    Answered,
    /// Somebody else has it, or somebody else made it.
    NotYours,
    /// It is nobody's task before somebody has said yes.
    NotTaken,
    /// Somebody else changed it first.
    Stale,
    /// There are as many open tasks as there is room for.
    Full,
}

impl Refusal {
    /// All of them: each has its wording and a test.
    #[cfg(test)]
    pub const ALL: [Refusal; 5] = [Refusal::Answered, Refusal::NotYours, Refusal::NotTaken, Refusal::Stale, Refusal::Full];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::Answered => "tasks-answered",
            Refusal::NotYours => "tasks-not-yours",
            Refusal::NotTaken => "tasks-not-taken",
            Refusal::Stale => "tasks-stale",
            Refusal::Full => "tasks-full",
        }
    }
}

/// The one place where it is decided who may do what with a task.
///
/// # Errors
/// The [`Refusal`].
pub fn decide(state: &State, by: By, command: Command) -> Result<Change, Refusal> {
    match command {
        Command::Take if by.owns() => match state.standing {
            Standing::Proposed => Ok(Change::Stands(Standing::Taken)),
            Standing::Taken | Standing::Declined | Standing::Withdrawn => Err(Refusal::Answered),
        },
        Command::Decline if by.owns() => match state.standing {
            Standing::Proposed => Ok(Change::Stands(Standing::Declined)),
            Standing::Taken if !state.status.is_over() => Ok(Change::Stands(Standing::Declined)),
            Standing::Taken | Standing::Declined | Standing::Withdrawn => Err(Refusal::Answered),
        },
        Command::Set { seen, .. } if by.owns() && seen != state.version => Err(Refusal::Stale),
        Command::Set { status, .. } if by.owns() && state.standing == Standing::Taken => Ok(Change::Status(status)),
        Command::Set { .. } if by.owns() => Err(Refusal::NotTaken),
        Command::Withdraw if by.made() => match state.standing {
            Standing::Proposed | Standing::Declined => Ok(Change::Stands(Standing::Withdrawn)),
            Standing::Taken | Standing::Withdrawn => Err(Refusal::Answered),
        },
        Command::Take | Command::Decline | Command::Set { .. } | Command::Withdraw => Err(Refusal::NotYours),
    }
}

/// How a new task stands: it is a task at once where whoever is to do it makes it, or has said yes already; else a question.
#[must_use]
pub const fn first(by: By, has_said_yes: bool) -> Standing {
    if by.owns() || has_said_yes { Standing::Taken } else { Standing::Proposed }
}
