//! The rules of decisions that somebody has not chosen themselves: what must be known of one, how long it may last, and that
//! it ends on its day.

use kernel::id::AccountId;
use kernel::role::Role;
use kernel::time::Day;

/// Longest name of the body that decided, in characters.
pub const MAX_BODY: usize = 200;
/// Longest text on who is told, and longest reason, in characters.
pub const MAX_WORDS: usize = 600;

/// Those who record one: the place that carries it out. Nobody else ever sees it but the person.
pub const RECORDING: &[Role] = &[Role::DetoxNurse, Role::Tsb];

/// In what the longest time is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
}

impl Unit {
    /// As stored, and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Unit::Days => "days",
            Unit::Weeks => "weeks",
            Unit::Months => "months",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Unit> {
        [Unit::Days, Unit::Weeks, Unit::Months].into_iter().find(|unit| unit.key() == key)
    }
}

/// A paragraph of the law, as a dated row tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its key, in forms and in the wording.
    pub key: String,
    /// The longest time, where the law names one.
    pub longest: Option<(i32, Unit)>,
    /// Whether somebody who may has confirmed it. What is unsure only warns.
    pub sure: bool,
}

impl Paragraph {
    /// The last day a decision from this day may have.
    #[must_use]
    pub fn last_day(&self, from: Day) -> Option<Day> {
        self.longest.map(|(amount, unit)| match unit {
            Unit::Days => from.plus(amount),
            Unit::Weeks => from.plus(amount.saturating_mul(7)),
            Unit::Months => from.plus_months(amount),
        })
    }

    fn is_longer(&self, from: Day, until: Day) -> bool {
        self.last_day(from).is_some_and(|last| until > last)
    }

    /// Whether a decision is longer than a time nobody has confirmed: said, and not refused.
    #[must_use]
    pub fn warns(&self, from: Day, until: Day) -> bool {
        !self.sure && self.is_longer(from, until)
    }
}

/// The days of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// From.
    pub from: Day,
    /// To and including.
    pub until: Day,
    /// When it is looked at again.
    pub review: Day,
}

/// Where a decision stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It holds.
    Running,
    /// Somebody ended it before its day.
    Lifted,
    /// Its day came.
    Ended,
    /// It was recorded by mistake. What stood there stands, with the reason.
    Withdrawn,
}

impl State {
    /// All four.
    pub const ALL: [State; 4] = [State::Running, State::Lifted, State::Ended, State::Withdrawn];

    /// As stored, and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            State::Running => "running",
            State::Lifted => "lifted",
            State::Ended => "ended",
            State::Withdrawn => "withdrawn",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.key() == key)
    }
}

/// What the rules must know of a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Where it stands.
    pub state: State,
    /// Its days.
    pub days: Days,
    /// Who sees to it.
    pub holder: AccountId,
    /// They work there no more.
    pub holder_left: bool,
}

/// What somebody wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// It has been looked at, and is looked at again on this day.
    Review(Day),
    /// It ends now.
    Lift,
    /// It should not have been recorded.
    Withdraw,
    /// See to it instead of somebody who has left.
    Take,
}

/// What comes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Looked at; the next day for it.
    Reviewed(Day),
    /// Over, and how.
    Over(State),
    /// It is the asker's.
    Held,
}

/// The rules' no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// This role records none.
    NotThisRole,
    /// It ends before it begins.
    Backwards,
    /// It is longer than the law lets it be.
    TooLong,
    /// It is not looked at between its first day and its last.
    ReviewOutside,
    /// It is over.
    Over,
    /// Somebody there sees to it.
    InGoodHands,
}

impl Refusal {
    /// All of them: each has its wording and a test.
    #[cfg(test)]
    pub const ALL: [Refusal; 6] =
        [Refusal::NotThisRole, Refusal::Backwards, Refusal::TooLong, Refusal::ReviewOutside, Refusal::Over, Refusal::InGoodHands];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::NotThisRole => "coercion-not-this-role",
            Refusal::Backwards => "coercion-backwards",
            Refusal::TooLong => "coercion-too-long",
            Refusal::ReviewOutside => "coercion-review-outside",
            Refusal::Over => "coercion-over",
            Refusal::InGoodHands => "coercion-in-good-hands",
        }
    }
}

/// Decides whether a decision may be recorded as it was typed.
///
/// # Errors
/// The [`Refusal`].
pub fn record(role: Role, paragraph: &Paragraph, days: Days) -> Result<(), Refusal> {
    if !RECORDING.contains(&role) {
        Err(Refusal::NotThisRole)
    } else if days.until < days.from {
        Err(Refusal::Backwards)
    } else if paragraph.sure && paragraph.is_longer(days.from, days.until) {
        Err(Refusal::TooLong)
    } else if days.review < days.from || days.review > days.until {
        Err(Refusal::ReviewOutside)
    } else {
        Ok(())
    }
}

/// Decides about a decision that is recorded.
///
/// # Errors
/// The [`Refusal`].
pub fn decide(standing: &Standing, role: Role, command: Command) -> Result<Change, Refusal> {
    if !RECORDING.contains(&role) {
        return Err(Refusal::NotThisRole);
    }
    // What has ended by its day can still turn out to have been recorded by mistake.
    if standing.state != State::Running && (command != Command::Withdraw || standing.state == State::Withdrawn) {
        return Err(Refusal::Over);
    }
    match command {
        Command::Review(next) if next < standing.days.from || next > standing.days.until => Err(Refusal::ReviewOutside),
        Command::Review(next) => Ok(Change::Reviewed(next)),
        Command::Lift => Ok(Change::Over(State::Lifted)),
        Command::Withdraw => Ok(Change::Over(State::Withdrawn)),
        Command::Take if standing.holder_left => Ok(Change::Held),
        Command::Take => Err(Refusal::InGoodHands),
    }
}

/// Whether its day has come: on the day after its last it holds no more.
#[must_use]
pub fn is_over(days: Days, today: Day) -> bool {
    today > days.until
}
