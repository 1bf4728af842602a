//! The rules of aftercare: it begins with the person's yes, one named person holds it, and whoever does not answer is called,
//! not measured. There is no score and no word for danger in it.

use kernel::id::{AccountId, OrganisationId};
use kernel::role::Role;
use kernel::time::Day;

/// Longest text of an agreement to come back, in characters.
pub const MAX_HOW: usize = 1000;

/// Those who follow people up afterwards. Volunteers are asked by the person, not by a list.
pub const FOLLOWING: &[Role] = &[
    Role::Coordinator,
    Role::MoNurse,
    Role::Gp,
    Role::Nav,
    Role::LarDoctor,
    Role::LarOutlet,
    Role::DetoxNurse,
    Role::Tsb,
    Role::Outreach,
    Role::Housing,
];

/// Those whose ward somebody may come back to.
pub const UNITS: &[Role] = &[Role::DetoxNurse, Role::Tsb, Role::LarDoctor];

/// Where a plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The person is asked.
    Asked,
    /// The person has said yes.
    Running,
    /// The person has said no.
    Declined,
    /// It is over.
    Ended,
}

impl Stage {
    /// All four.
    pub const ALL: [Stage; 4] = [Stage::Asked, Stage::Running, Stage::Declined, Stage::Ended];

    /// As stored.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Stage::Asked => "asked",
            Stage::Running => "running",
            Stage::Declined => "declined",
            Stage::Ended => "ended",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Stage> {
        Stage::ALL.into_iter().find(|stage| stage.key() == key)
    }

    /// Whether somebody waits for something in it.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Stage::Asked | Stage::Running)
    }
}

/// An employee, as the rules see them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worker {
    /// Account.
    pub account: AccountId,
    /// Where they work.
    pub organisation: OrganisationId,
    /// In which role.
    pub role: Role,
}

/// Who wants something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// The person.
    Person,
    /// An employee.
    Staff(Worker),
}

/// What the rules must know of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Where it stands.
    pub stage: Stage,
    /// Which organisation holds it.
    pub organisation: OrganisationId,
    /// Who in it.
    pub holder: Option<AccountId>,
    /// The holder works there no more.
    pub holder_left: bool,
    /// They have met.
    pub met: bool,
}

/// What somebody wants to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// The person's yes.
    Yes,
    /// The person's no.
    No,
    /// The person does not want it any more.
    Stop,
    /// How often to ask; nothing is never.
    Rhythm(Option<i64>),
    /// The person wants another place to follow up.
    Move(OrganisationId),
    /// Take what nobody holds.
    Take,
    /// Give it to a colleague who has said yes to having it.
    Give(Worker),
    /// The day on which the person leaves the ward.
    Leaves(Day),
    /// They have met, or talked.
    Met,
    /// Both agree that it is over.
    End,
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It runs.
    Begun,
    /// The person said no.
    Declined,
    /// It is over.
    Ended,
    /// How often to ask.
    Rhythm(Option<i64>),
    /// Another place follows up, and somebody there is to take it.
    Moved(OrganisationId),
    /// It has this holder.
    Held(AccountId),
    /// The day of leaving.
    Leaves(Day),
    /// They have met.
    Met,
}

/// The rules' no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is a plan already.
    ThereIsOne,
    /// This role follows nobody up.
    NotThisRole,
    /// It has been answered.
    Answered,
    /// It does not run.
    NotRunning,
    /// Another organisation holds it.
    NotYours,
    /// Somebody there holds it.
    InGoodHands,
    /// They cannot hold it.
    NotThem,
    /// They have met already.
    HasMet,
    /// The line was changed on another page.
    Changed,
    /// The question or the call is over.
    Over,
    /// Only a ward can promise a place.
    NoUnit,
    /// The day has passed.
    DayPassed,
}

impl Refusal {
    /// All of them: each has its wording and a test.
    #[cfg(test)]
    pub const ALL: [Refusal; 12] = [
        Refusal::ThereIsOne,
        Refusal::NotThisRole,
        Refusal::Answered,
        Refusal::NotRunning,
        Refusal::NotYours,
        Refusal::InGoodHands,
        Refusal::NotThem,
        Refusal::HasMet,
        Refusal::Changed,
        Refusal::Over,
        Refusal::NoUnit,
        Refusal::DayPassed,
    ];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::ThereIsOne => "aftercare-there-is-one",
            Refusal::NotThisRole => "aftercare-not-this-role",
            Refusal::Answered => "aftercare-answered",
            Refusal::NotRunning => "aftercare-not-running",
            Refusal::NotYours => "aftercare-not-yours",
            Refusal::InGoodHands => "aftercare-in-good-hands",
            Refusal::NotThem => "aftercare-not-them",
            Refusal::HasMet => "aftercare-has-met",
            Refusal::Changed => "aftercare-changed",
            Refusal::Over => "aftercare-over",
            Refusal::NoUnit => "aftercare-no-unit",
            Refusal::DayPassed => "aftercare-day-passed",
        }
    }
}

/// Decides whether a plan begins, and where it begins: the person's own wish is the yes, an employee's is a question.
///
/// # Errors
/// The [`Refusal`].
pub fn begin(newest: Option<Stage>, by: &By) -> Result<Stage, Refusal> {
    match by {
        _ if newest.is_some_and(Stage::is_open) => Err(Refusal::ThereIsOne),
        By::Person => Ok(Stage::Running),
        By::Staff(worker) if FOLLOWING.contains(&worker.role) => Ok(Stage::Asked),
        By::Staff(_) => Err(Refusal::NotThisRole),
    }
}

/// Decides about a plan.
///
/// # Errors
/// The [`Refusal`].
pub fn decide(plan: &Standing, by: &By, command: &Command) -> Result<Change, Refusal> {
    match by {
        By::Person => persons(plan, command),
        By::Staff(me) if me.organisation != plan.organisation || !FOLLOWING.contains(&me.role) => Err(Refusal::NotYours),
        By::Staff(me) => staffs(plan, me, command),
    }
}

fn persons(plan: &Standing, command: &Command) -> Result<Change, Refusal> {
    match (plan.stage, command) {
        (Stage::Asked, Command::Yes) => Ok(Change::Begun),
        (Stage::Asked, Command::No) => Ok(Change::Declined),
        (_, Command::Yes | Command::No) => Err(Refusal::Answered),
        (Stage::Running, Command::Stop) => Ok(Change::Ended),
        (Stage::Running, Command::Rhythm(days)) => Ok(Change::Rhythm(*days)),
        (Stage::Running, Command::Move(to)) => Ok(Change::Moved(to.clone())),
        (_, Command::Stop | Command::Rhythm(_) | Command::Move(_)) => Err(Refusal::NotRunning),
        _ => Err(Refusal::NotYours),
    }
}

fn staffs(plan: &Standing, me: &Worker, command: &Command) -> Result<Change, Refusal> {
    if !plan.stage.is_open() {
        return Err(Refusal::NotRunning);
    }
    match command {
        Command::Take if lies(plan) => Ok(Change::Held(me.account.clone())),
        Command::Take => Err(Refusal::InGoodHands),
        Command::Give(to) if to.organisation == plan.organisation && FOLLOWING.contains(&to.role) => {
            Ok(Change::Held(to.account.clone()))
        }
        Command::Give(_) => Err(Refusal::NotThem),
        Command::Leaves(day) => Ok(Change::Leaves(*day)),
        Command::Met | Command::End if plan.stage != Stage::Running => Err(Refusal::NotRunning),
        Command::Met if plan.met => Err(Refusal::HasMet),
        Command::Met => Ok(Change::Met),
        Command::End => Ok(Change::Ended),
        Command::Yes | Command::No | Command::Stop | Command::Rhythm(_) | Command::Move(_) => Err(Refusal::NotYours),
    }
}

/// Whether nobody who is there holds it. Then any colleague may take it, and their own hand is the yes.
#[must_use]
pub const fn lies(plan: &Standing) -> bool {
    plan.holder.is_none() || plan.holder_left
}
