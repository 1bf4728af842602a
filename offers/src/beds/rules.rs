//! A place on a ward, from the question to the day somebody goes on. Pure: the same case and command give the same answer.

use kernel::capacity::{Fault, Places};
use kernel::time::Timestamp;

use super::choices::{How, Journey, NextStep, Why};

/// Where a stay stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Somebody has asked; a no may have been said, and the question stands.
    Asked,
    /// A place is held.
    Offered {
        /// For when.
        come_at: Timestamp,
    },
    /// The person is here.
    Begun,
    /// The person has gone on.
    Ended,
    /// Whoever asked, or the person, has taken the question back.
    Withdrawn,
}

impl State {
    /// As stored and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            State::Asked => "asked",
            State::Offered { .. } => "offered",
            State::Begun => "begun",
            State::Ended => "ended",
            State::Withdrawn => "withdrawn",
        }
    }

    /// Whether something can still come of it.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, State::Ended | State::Withdrawn)
    }
}

/// A stay as the rules see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// Where it stands.
    pub state: State,
    /// How many times it was changed.
    pub version: i64,
    /// Whether the journey home is planned.
    pub journey: Journey,
}

/// What can be done with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// The ward says no, with a reason. The question stands.
    SayNo(Why),
    /// The ward holds a place for a time.
    Offer(Timestamp),
    /// The person did not come: the place is free, the question stands.
    NotCome,
    /// The person is here.
    Begin,
    /// The person goes on.
    End(How),
    /// The person says that they come.
    SayComing,
    /// The question is taken back.
    Withdraw,
}

/// What happens to the number on the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Board {
    /// It stays.
    Stays,
    /// A place is taken: so many are left.
    Taken(Places),
    /// A place is free again.
    Back(Places),
}

/// Who holds the baton when somebody has gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Baton {
    /// Somebody was asked to take over, or has said yes.
    HandedOver,
    /// Nobody: the ward keeps it, and the gap is opened in the same commit.
    Kept,
}

/// What comes of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where it stands then.
    pub state: State,
    /// What the board says then.
    pub board: Board,
    /// Who holds the baton, when somebody has gone.
    pub baton: Option<Baton>,
}

/// The rules' no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No place is free.
    Full,
    /// Somebody else did something since the page was shown.
    Changed,
    /// Nobody waits here any more.
    NotWaiting,
    /// The person is not here.
    NotHere,
    /// It is over.
    Over,
    /// The person has a question or a place here already.
    AskedAlready,
    /// What comes after is not said.
    NoNextStep,
    /// The person has not said yes.
    NoYes,
    /// The time has passed or is too far ahead.
    ComeTime,
    /// One comes here with a referral.
    NeedsReferral,
    /// The unit does not take anybody now.
    UnitClosed,
    /// It is another ward's.
    NotYours,
    /// The board cannot go lower or higher.
    BoardEnd,
}

impl Refusal {
    /// All of them: the tests look for their wording.
    #[cfg(test)]
    pub const ALL: [Refusal; 13] = [
        Refusal::Full,
        Refusal::Changed,
        Refusal::NotWaiting,
        Refusal::NotHere,
        Refusal::Over,
        Refusal::AskedAlready,
        Refusal::NoNextStep,
        Refusal::NoYes,
        Refusal::ComeTime,
        Refusal::NeedsReferral,
        Refusal::UnitClosed,
        Refusal::NotYours,
        Refusal::BoardEnd,
    ];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::Full => "beds-full",
            Refusal::Changed => "beds-changed",
            Refusal::NotWaiting => "beds-not-waiting",
            Refusal::NotHere => "beds-not-here",
            Refusal::Over => "beds-over",
            Refusal::AskedAlready => "beds-asked-already",
            Refusal::NoNextStep => "beds-no-next-step",
            Refusal::NoYes => "beds-no-yes",
            Refusal::ComeTime => "beds-come-time",
            Refusal::NeedsReferral => "beds-needs-referral",
            Refusal::UnitClosed => "beds-unit-closed",
            Refusal::NotYours => "beds-not-yours",
            Refusal::BoardEnd => "beds-board-end",
        }
    }
}

/// Decides about a stay. `seen` is the version the page showed, `board` the unit's number at this moment.
///
/// # Errors
/// The [`Refusal`].
pub fn decide(
    case: &Case,
    seen: i64,
    command: Command,
    board: Places,
    come_days: i64,
    now: Timestamp,
) -> Result<Change, Refusal> {
    if !case.state.is_open() {
        return Err(Refusal::Over);
    }
    if seen != case.version {
        return Err(Refusal::Changed);
    }
    let stays = |state| Change { state, board: Board::Stays, baton: None };
    let back = |state| Change { state, board: given_back(board), baton: None };
    match (command, case.state) {
        (Command::SayNo(_), State::Asked) => Ok(stays(State::Asked)),
        (Command::Offer(come_at), State::Asked) => {
            if come_at < now.plus_minutes(-5) || come_at > now.plus_days(come_days) {
                return Err(Refusal::ComeTime);
            }
            Ok(Change { state: State::Offered { come_at }, board: taken(board)?, baton: None })
        }
        (Command::NotCome | Command::SayNo(_), State::Offered { .. }) => Ok(back(State::Asked)),
        (Command::SayComing, State::Offered { come_at }) => Ok(stays(State::Offered { come_at })),
        (Command::Begin, State::Offered { .. }) => Ok(stays(State::Begun)),
        (Command::Begin, State::Asked) => Ok(Change { state: State::Begun, board: taken(board)?, baton: None }),
        (Command::Withdraw, State::Asked) => Ok(stays(State::Withdrawn)),
        (Command::Withdraw, State::Offered { .. }) => Ok(back(State::Withdrawn)),
        (Command::End(_), State::Begun) => {
            let baton = if case.journey == Journey::None { Baton::Kept } else { Baton::HandedOver };
            Ok(Change { baton: Some(baton), ..back(State::Ended) })
        }
        (Command::End(_), _) => Err(Refusal::NotHere),
        _ => Err(Refusal::NotWaiting),
    }
}

fn taken(board: Places) -> Result<Board, Refusal> {
    board.take().map(Board::Taken).map_err(|_| Refusal::Full)
}

/// The board is kept by people: when they have given the place back already, there is nothing more to give.
fn given_back(board: Places) -> Board {
    board.give_back().map_or(Board::Stays, Board::Back)
}

/// A step on the board, by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One more is free.
    Up,
    /// One less.
    Down,
}

/// One tap on the board.
///
/// # Errors
/// [`Refusal::Changed`] when somebody was first, [`Refusal::BoardEnd`] when there is none to take or give.
pub fn step(board: Places, version: i64, seen: i64, step: Step) -> Result<Places, Refusal> {
    if version != seen {
        return Err(Refusal::Changed);
    }
    let moved = match step {
        Step::Up => board.give_back(),
        Step::Down => board.take(),
    };
    moved.map_err(|_: Fault| Refusal::BoardEnd)
}

/// A question to a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// The person asks for themself.
    pub by_person: bool,
    /// It cannot wait.
    pub acute: bool,
    /// What comes after.
    pub next_step: Option<NextStep>,
    /// The person has said yes to being named there.
    pub said_yes: bool,
    /// The unit takes people without a referral.
    pub without_referral: bool,
    /// The unit takes nobody now.
    pub unit_closed: bool,
    /// There is a question or a place here already.
    pub open_already: bool,
}

/// Decides whether a unit may be asked.
///
/// # Errors
/// The [`Refusal`].
pub fn ask(question: &Question) -> Result<NextStep, Refusal> {
    if question.unit_closed {
        return Err(Refusal::UnitClosed);
    }
    if question.by_person && !question.without_referral {
        return Err(Refusal::NeedsReferral);
    }
    if !question.by_person && !question.said_yes {
        return Err(Refusal::NoYes);
    }
    if question.open_already {
        return Err(Refusal::AskedAlready);
    }
    // Somebody who asks for themself may leave to the ward what comes after; a service that asks for them may not, unless it
    // cannot wait.
    let may_be_unclear = question.acute || question.by_person;
    match question.next_step {
        Some(NextStep::Unclear) | None if !may_be_unclear => Err(Refusal::NoNextStep),
        None => Ok(NextStep::Unclear),
        Some(step) => Ok(step),
    }
}
