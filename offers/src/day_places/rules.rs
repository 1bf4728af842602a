//! A place in a day offer, from the question to the last day. Pure: the same case and command give the same answer.

use kernel::capacity::Places;
use kernel::time::Day;

/// What kind of offer it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitKind {
    /// Something to do together.
    Activity,
    /// Work, with training and pay or without.
    Work,
    /// A place to be in the day.
    Meeting,
}

impl UnitKind {
    /// All of them.
    pub const ALL: [UnitKind; 3] = [UnitKind::Activity, UnitKind::Work, UnitKind::Meeting];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            UnitKind::Activity => "activity",
            UnitKind::Work => "work",
            UnitKind::Meeting => "meeting",
        }
    }

    /// The kind with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<UnitKind> {
        UnitKind::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// Why an offer says no for now. It never takes anybody out of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No place now.
    Full,
    /// Another offer is better for what they want.
    OtherOffer,
    /// They would like to meet first.
    MeetFirst,
}

impl Why {
    /// All of them.
    pub const ALL: [Why; 3] = [Why::Full, Why::OtherOffer, Why::MeetFirst];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Why::Full => "full",
            Why::OtherOffer => "other-offer",
            Why::MeetFirst => "meet-first",
        }
    }

    /// The reason with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Why> {
        Why::ALL.into_iter().find(|why| why.key() == key)
    }
}

/// Where a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Asked; a no may have been said, and the question stands.
    Asked,
    /// They have a place from this day.
    Placed {
        /// The first day.
        start_on: Day,
    },
    /// They have had it.
    Ended,
    /// Taken back before anything came of it.
    Withdrawn,
}

impl State {
    /// As stored.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            State::Asked => "asked",
            State::Placed { .. } => "placed",
            State::Ended => "ended",
            State::Withdrawn => "withdrawn",
        }
    }

    /// Whether something can still come of it.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, State::Asked | State::Placed { .. })
    }
}

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Yes, from this day.
    SayYes(Day),
    /// Not now, with a reason. The question stands.
    SayNo(Why),
    /// The person does not want to, any more or after all.
    Leave,
    /// The offer ends the place.
    End,
}

/// What happens to the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Board {
    /// It stays.
    Stays,
    /// It becomes this.
    Becomes(Places),
}

/// The rules' no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No place is free.
    Full,
    /// Somebody else did something since the page was shown.
    Changed,
    /// It is over.
    Over,
    /// There is a yes already, or none yet.
    NotWaiting,
    /// There is a question here already.
    AskedAlready,
    /// The person has not said yes.
    NoYes,
    /// The day has passed or is too far ahead.
    StartDay,
    /// The offer takes nobody now.
    UnitClosed,
    /// It is another offer's.
    NotYours,
    /// The number cannot go lower or higher.
    BoardEnd,
}

impl Refusal {
    /// All of them: the tests look for their wording.
    #[cfg(test)]
    pub const ALL: [Refusal; 10] = [
        Refusal::Full,
        Refusal::Changed,
        Refusal::Over,
        Refusal::NotWaiting,
        Refusal::AskedAlready,
        Refusal::NoYes,
        Refusal::StartDay,
        Refusal::UnitClosed,
        Refusal::NotYours,
        Refusal::BoardEnd,
    ];
}

impl kernel::refusal::Refusal for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Refusal::Full => "day-places-full",
            Refusal::Changed => "day-places-changed",
            Refusal::Over => "day-places-over",
            Refusal::NotWaiting => "day-places-not-waiting",
            Refusal::AskedAlready => "day-places-asked-already",
            Refusal::NoYes => "day-places-no-yes",
            Refusal::StartDay => "day-places-start-day",
            Refusal::UnitClosed => "day-places-unit-closed",
            Refusal::NotYours => "day-places-not-yours",
            Refusal::BoardEnd => "day-places-board-end",
        }
    }
}

/// A question as the rules see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// Where it stands.
    pub state: State,
    /// How many times it was changed.
    pub version: i64,
}

/// Decides. `seen` is the version the page showed, `board` the number at this moment, `start_days` how far ahead a first day
/// may be.
///
/// # Errors
/// The [`Refusal`].
pub fn decide(
    case: &Case,
    seen: i64,
    command: Command,
    board: Places,
    (today, start_days): (Day, i32),
) -> Result<(State, Board), Refusal> {
    if !case.state.is_open() {
        return Err(Refusal::Over);
    }
    if case.version != seen {
        return Err(Refusal::Changed);
    }
    let back = || board.give_back().map_or(Board::Stays, Board::Becomes);
    match (command, case.state) {
        (Command::SayYes(start_on), State::Asked) => {
            if start_on < today || start_on > today.plus(start_days) {
                return Err(Refusal::StartDay);
            }
            let left = board.take().map_err(|_| Refusal::Full)?;
            Ok((State::Placed { start_on }, Board::Becomes(left)))
        }
        (Command::SayNo(_), State::Asked) => Ok((State::Asked, Board::Stays)),
        (Command::Leave, State::Asked) => Ok((State::Withdrawn, Board::Stays)),
        (Command::Leave | Command::End, State::Placed { .. }) => Ok((State::Ended, back())),
        _ => Err(Refusal::NotWaiting),
    }
}

/// Whether an offer may be asked. Who uses what is not among the questions.
///
/// # Errors
/// The [`Refusal`].
pub const fn ask(closed: bool, open_already: bool, agreed: bool) -> Result<(), Refusal> {
    if closed {
        Err(Refusal::UnitClosed)
    } else if !agreed {
        Err(Refusal::NoYes)
    } else if open_already {
        Err(Refusal::AskedAlready)
    } else {
        Ok(())
    }
}

/// One tap on the number: it is right, one more is free, one less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tap {
    /// As it stands.
    Right,
    /// One more is free.
    Up,
    /// One less.
    Down,
}

/// What the number becomes.
///
/// # Errors
/// [`Refusal::Changed`] when somebody was first, [`Refusal::BoardEnd`] when there is none to take or give.
pub fn tap(board: Places, version: i64, seen: i64, tap: Tap) -> Result<Places, Refusal> {
    if version != seen {
        return Err(Refusal::Changed);
    }
    match tap {
        Tap::Right => Ok(board),
        Tap::Up => board.give_back().map_err(|_| Refusal::BoardEnd),
        Tap::Down => board.take().map_err(|_| Refusal::BoardEnd),
    }
}
