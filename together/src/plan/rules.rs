//! The rules of the plan: who may change which line, when a measure is active, and what an individual plan must hold.

mod individual;

use kernel::area::Area;
use kernel::id::AccountId;

pub use individual::{Head, IpPart, Kind, PartFacts, Period, PlanChange, PlanCommand, decide_plan, missing};

/// Most lines in one plan, retracted ones counted: a limit on everything.
pub const MAX_LINES: usize = 300;
/// Longest text of a line, in characters.
pub const MAX_WORDS: usize = 2000;
/// Longest name of somebody who does something, in characters.
pub const MAX_NAME: usize = 120;

macro_rules! keyed {
    ($(#[$doc:meta])* $name:ident { $($(#[$inner:meta])* $variant:ident = $key:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$inner])* $variant),* }

        impl $name {
            /// All of them, in the order of the screen.
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// As stored, in forms and in the wording.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $($name::$variant => $key),* }
            }

            /// The one with this key, or nothing.
            #[must_use]
            pub fn parse(key: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|one| one.key() == key)
            }
        }
    };
}
use keyed;

keyed! {
    /// What kind of line.
    LineKind {
        /// Something the person wants.
        Goal = "goal",
        /// Something somebody does.
        Measure = "measure",
    }
}

keyed! {
    /// Which side of a life a measure serves: treating one side must not make the others wait.
    Need {
        /// Use of substances.
        Substance = "substance",
        /// Mental health.
        Mental = "mental",
        /// The body.
        Somatic = "somatic",
        /// Home, money, people, the day.
        Social = "social",
    }
}

keyed! {
    /// The six status words of the whole product.
    Status {
        /// Ikke begynt.
        NotBegun = "not-begun",
        /// Pågår.
        Ongoing = "ongoing",
        /// Venter på svar.
        Waiting = "waiting",
        /// Avtalt.
        Agreed = "agreed",
        /// Ferdig.
        Done = "done",
        /// Ikke aktuelt nå.
        NotNow = "not-now",
    }
}

keyed! {
    /// The person's answer to a line.
    Answer {
        /// Yes.
        Yes = "yes",
        /// No: asks for no reason and changes nothing else.
        No = "no",
        /// Not answered, or taken back.
        None = "none",
    }
}

keyed! {
    /// Where a line comes from.
    Origin {
        /// The person wrote it.
        Person = "person",
        /// Somebody who works with the person proposed it.
        Staff = "staff",
        /// It came with another system's papers and the person accepted it.
        Paper = "paper",
    }
}

keyed! {
    /// How far a goal has come, in words. Never a number: a plan does not score a person.
    Achievement {
        /// Not begun.
        NotBegun = "not-begun",
        /// Some of the way.
        Begun = "begun",
        /// Most of the way.
        Far = "far",
        /// There.
        Reached = "reached",
        /// The person wants something else now.
        Changed = "changed",
    }
}

keyed! {
    /// Who does it.
    WhoKind {
        /// The person.
        Me = "me",
        /// An employee with an account.
        Account = "account",
        /// An organisation.
        Organisation = "organisation",
        /// Somebody in the person's own words.
        Named = "named",
        /// Nobody yet.
        Nobody = "nobody",
    }
}

impl Need {
    /// The side that an area of life belongs to: what is chosen where nobody has said otherwise.
    #[must_use]
    pub const fn of(area: Option<Area>) -> Need {
        match area {
            Some(Area::Medicines) => Need::Substance,
            Some(Area::MentalHealth | Area::Safety) => Need::Mental,
            Some(Area::Body | Area::Teeth) => Need::Somatic,
            Some(Area::Housing | Area::Money | Area::PeopleAround | Area::EverydayWork) | None => Need::Social,
        }
    }
}

impl Status {
    /// Whether somebody is doing it or about to: what needs the person's yes.
    #[must_use]
    pub const fn is_doing(self) -> bool {
        matches!(self, Status::Ongoing | Status::Waiting | Status::Agreed)
    }

    /// Whether it is over or laid aside.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Status::Done | Status::NotNow)
    }
}

/// Who changes something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// The person.
    Person,
    /// An employee.
    Staff(AccountId),
}

/// A line as the rules see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it comes from.
    pub origin: Origin,
    /// The employee who proposed it.
    pub account: Option<AccountId>,
    /// The person's answer.
    pub answer: Answer,
    /// Whether it has been retracted.
    pub retracted: bool,
    /// The status of a measure; nothing for a goal.
    pub status: Option<Status>,
    /// Which version it is.
    pub version: i64,
}

/// What somebody wants to do with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Change it, having seen a version.
    Edit {
        /// Whether its words are others than before.
        new_words: bool,
        /// Whether it moves to another area.
        new_area: bool,
        /// Its status from now on; nothing for a goal.
        status: Option<Status>,
        /// Which version was on the screen.
        seen: i64,
    },
    /// The person's yes, no, or «I take it back».
    Answer(Answer),
    /// Take back what one wrote.
    Retract,
    /// Say how far a goal has come.
    Evaluate,
    /// Say something about it.
    Comment,
}

/// What comes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is changed, and the answer is this from now on.
    Edited(Answer),
    /// It is answered.
    Answered(Answer),
    /// It is retracted; the history is kept.
    Retracted,
    /// Something is added to it.
    Added,
}

/// The rules' no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Somebody else changed it first.
    Stale,
    /// It has been retracted.
    Retracted,
    /// Somebody else wrote it.
    NotYours,
    /// These are the person's own words.
    TheirWords,
    /// The person has not said yes.
    NeedsYes,
    /// The plan has as many lines as there is room for.
    Full,
    /// This is for an individual plan.
    NotIndividual,
    /// The dates do not follow each other.
    Period,
    /// An individual plan lacks one of its parts.
    Missing(IpPart),
}

impl Refusal {
    /// All of them: each has its wording and a test.
    #[cfg(test)]
    pub fn all() -> Vec<Refusal> {
        let plain = [
            Refusal::Stale,
            Refusal::Retracted,
            Refusal::NotYours,
            Refusal::TheirWords,
            Refusal::NeedsYes,
            Refusal::Full,
            Refusal::NotIndividual,
            Refusal::Period,
        ];
        plain.into_iter().chain(IpPart::ALL.iter().map(|part| Refusal::Missing(*part))).collect()
    }
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::Stale => "plan-stale",
            Refusal::Retracted => "plan-retracted",
            Refusal::NotYours => "plan-not-yours",
            Refusal::TheirWords => "plan-their-words",
            Refusal::NeedsYes => "plan-needs-yes",
            Refusal::Full => "plan-full",
            Refusal::NotIndividual => "plan-not-individual",
            Refusal::Period => "plan-period",
            Refusal::Missing(part) => part.refusal_key(),
        }
    }
}

/// The one place where it is decided who may do what with a line.
///
/// # Errors
/// The [`Refusal`].
pub fn decide(line: &Line, by: &By, command: &Command) -> Result<Change, Refusal> {
    if line.retracted {
        return Err(Refusal::Retracted);
    }
    match command {
        Command::Edit { new_words, new_area, status, seen } => edit(line, by, *new_words || *new_area, *status, *seen),
        Command::Answer(answer) => match by {
            By::Person => Ok(Change::Answered(*answer)),
            By::Staff(_) => Err(Refusal::NotYours),
        },
        Command::Retract if wrote_it(line, by) => Ok(Change::Retracted),
        Command::Retract => Err(Refusal::NotYours),
        Command::Evaluate | Command::Comment => Ok(Change::Added),
    }
}

/// Whoever was not first is told. New words from staff need a new yes; new words from the person are one.
fn edit(line: &Line, by: &By, new_content: bool, status: Option<Status>, seen: i64) -> Result<Change, Refusal> {
    if seen != line.version {
        return Err(Refusal::Stale);
    }
    let answer = match (by, new_content) {
        (By::Person, true) => Answer::Yes,
        (By::Staff(_), true) if line.origin == Origin::Person => return Err(Refusal::TheirWords),
        (By::Staff(_), true) => Answer::None,
        (_, false) => line.answer,
    };
    let begins = status.is_some_and(Status::is_doing) && status != line.status;
    if begins && answer != Answer::Yes {
        return Err(Refusal::NeedsYes);
    }
    Ok(Change::Edited(answer))
}

/// The person's own lines, and those that came with papers, are theirs; a proposal belongs to whoever made it.
fn wrote_it(line: &Line, by: &By) -> bool {
    match by {
        By::Person => line.origin != Origin::Staff,
        By::Staff(account) => line.account.as_ref() == Some(account),
    }
}

/// Whether a measure is active: the person has said yes, and somebody is to do it. Without the yes it is only a proposal.
#[must_use]
pub fn is_active(line: &Line) -> bool {
    let status = line.status.unwrap_or(Status::NotNow);
    !line.retracted && line.answer == Answer::Yes && !status.is_over()
}

/// A line for the quiet flag: what it is about and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// Which side.
    pub need: Need,
    /// The line.
    pub line: &'a Line,
}

/// The sides that somebody has named and nobody does anything about, in the order of [`Need::ALL`].
pub fn quiet_sides<'a>(sides: &'a [Side<'a>]) -> impl Iterator<Item = Need> + 'a {
    let is_open = |side: &Side<'_>| {
        let finished = side.line.status == Some(Status::Done);
        !side.line.retracted && side.line.answer != Answer::No && !finished
    };
    Need::ALL.iter().copied().filter(move |need| {
        let mut of = sides.iter().filter(|side| side.need == *need);
        let active = of.clone().any(|side| side.line.status.is_some() && is_active(side.line));
        of.any(is_open) && !active
    })
}

/// Whether one more line may be added.
///
/// # Errors
/// [`Refusal::Full`].
pub fn room_for_one_more(lines: usize) -> Result<(), Refusal> {
    if lines < MAX_LINES { Ok(()) } else { Err(Refusal::Full) }
}
