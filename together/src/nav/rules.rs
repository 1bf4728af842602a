//! The rules of what stands between a person and NAV: each writes their own lines, each can ask the other to do something, and
//! the one who is asked says when it is done.

use kernel::area::Area;
use kernel::id::OrganisationId;
use kernel::time::Day;

/// Longest line or task, in characters.
pub const MAX_WORDS: usize = 300;
/// Longest answer, in characters.
pub const MAX_ANSWER: usize = 600;
/// Most lines of one person.
pub const MAX_MATTERS: usize = 60;

/// The areas NAV has sections for. Nothing medical is among them, and no form of this part can name another.
pub const SECTIONS: [Area; 3] = [Area::EverydayWork, Area::Money, Area::Housing];

/// The section with this key.
#[must_use]
pub fn section(key: &str) -> Option<Area> {
    SECTIONS.into_iter().find(|area| area.key() == key)
}

/// The six status words of the whole product.
pub const STATUSES: [&str; 6] = ["not-begun", "ongoing", "waiting", "agreed", "done", "not-now"];

/// The status with this key.
#[must_use]
pub fn status(key: &str) -> Option<&'static str> {
    STATUSES.into_iter().find(|status| *status == key)
}

/// Who does something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// The person.
    Person,
    /// Somebody in this NAV office.
    Nav(OrganisationId),
}

/// A line as somebody typed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// In which section.
    pub area: Area,
    /// What it is about.
    pub words: String,
    /// Where it stands.
    pub status: &'static str,
    /// When it was applied for.
    pub applied_on: Option<Day>,
    /// By when it is answered.
    pub answer_by: Option<Day>,
    /// The answer.
    pub answer: Option<String>,
}

/// Whose a task is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The person's.
    Person,
    /// NAV's.
    Nav,
}

impl Whose {
    /// As stored, and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Whose::Person => "person",
            Whose::Nav => "nav",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Whose> {
        [Whose::Person, Whose::Nav].into_iter().find(|whose| whose.key() == key)
    }
}

/// What the rules must know of a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Between the person and which office.
    pub organisation: OrganisationId,
    /// Whose it is to do.
    pub whose: Whose,
    /// It is done or taken back.
    pub over: bool,
}

/// What happens to a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Done, says whoever was asked.
    Done,
    /// «No, I will not do that», says the person. A no costs nothing.
    No,
    /// Taken back by whoever asked.
    TakenBack,
}

impl Ending {
    /// All three.
    pub const ALL: [Ending; 3] = [Ending::Done, Ending::No, Ending::TakenBack];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Ending::Done => "done",
            Ending::No => "no",
            Ending::TakenBack => "taken-back",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Ending> {
        Ending::ALL.into_iter().find(|ending| ending.key() == key)
    }
}

/// The rules' no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The other wrote it, or it is the other's to do.
    NotYours,
    /// The answer comes before it was applied for.
    Backwards,
    /// There are too many lines.
    Full,
    /// It is over.
    Over,
    /// It was changed on another page.
    Changed,
    /// No NAV office helps the person.
    NoOffice,
}

impl Refusal {
    /// All of them: each has its wording and a test.
    #[cfg(test)]
    pub const ALL: [Refusal; 6] =
        [Refusal::NotYours, Refusal::Backwards, Refusal::Full, Refusal::Over, Refusal::Changed, Refusal::NoOffice];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::NotYours => "nav-not-yours",
            Refusal::Backwards => "nav-backwards",
            Refusal::Full => "nav-full",
            Refusal::Over => "nav-over",
            Refusal::Changed => "nav-changed",
            Refusal::NoOffice => "nav-no-office",
        }
    }
}

/// Whether a line may be written as it was typed.
///
/// # Errors
/// The [`Refusal`].
pub fn fair(typed: &Typed, there: usize) -> Result<(), Refusal> {
    if there >= MAX_MATTERS {
        Err(Refusal::Full)
    } else if typed.applied_on.zip(typed.answer_by).is_some_and(|(applied, answer)| answer < applied) {
        Err(Refusal::Backwards)
    } else {
        Ok(())
    }
}

/// Whether a line may be changed: by whoever's it is. `office` is the one that wrote it, nothing for the person.
///
/// # Errors
/// [`Refusal::NotYours`].
pub fn may_change(office: Option<&OrganisationId>, by: &By) -> Result<(), Refusal> {
    match (office, by) {
        (None, By::Person) => Ok(()),
        (Some(office), By::Nav(mine)) if office == mine => Ok(()),
        _ => Err(Refusal::NotYours),
    }
}

/// Decides how a task ends.
///
/// # Errors
/// The [`Refusal`].
pub fn end(task: &Task, by: &By, ending: Ending) -> Result<(), Refusal> {
    if matches!(by, By::Nav(mine) if *mine != task.organisation) {
        return Err(Refusal::NotYours);
    }
    let doer = matches!((task.whose, by), (Whose::Person, By::Person) | (Whose::Nav, By::Nav(_)));
    let may = match ending {
        Ending::Done => doer,
        Ending::No => doer && *by == By::Person,
        Ending::TakenBack => !doer,
    };
    match (may, task.over) {
        (true, false) => Ok(()),
        (true, true) => Err(Refusal::Over),
        (false, _) => Err(Refusal::NotYours),
    }
}
