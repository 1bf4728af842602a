//! «How is it going»: a small question with ready answers. Nobody counts them, and no answer is not a sign of anything but
//! that somebody should call.

use kernel::area::Area;
use kernel::calendar::{add_working_days, next_working_day};
use kernel::time::{Clock, Day, Timestamp};

/// When on a day the question comes: nobody is asked at night.
const ASKED_AT: Clock = Clock::at(10, 0);
/// Whoever asks to be called before this is called the same working day.
const NOON: Clock = Clock::at(12, 0);

/// The area under which answers to «how is it going» are shared.
pub const ANSWERS: Area = Area::Safety;

/// Ready answers to «how is it going».
pub const READY: [&str; 4] = ["well", "so-so", "hard", "call-me"];

/// How often the person may be asked, in days; nought is never.
pub const RHYTHMS: [i64; 4] = [3, 7, 14, 0];

/// Why somebody calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A question was not answered.
    Silent,
    /// The person has asked to be called.
    Asked,
    /// The time that was agreed is over: how to go on.
    Ahead,
}

impl Cause {
    /// All three.
    pub const ALL: [Cause; 3] = [Cause::Silent, Cause::Asked, Cause::Ahead];

    /// As stored, and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Cause::Silent => "silent",
            Cause::Asked => "asked",
            Cause::Ahead => "ahead",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Cause> {
        Cause::ALL.into_iter().find(|cause| cause.key() == key)
    }

    /// By which day somebody calls.
    #[must_use]
    pub fn due(self, now: Timestamp) -> Day {
        match self {
            Cause::Asked if now.clock() < NOON => next_working_day(now.day()),
            Cause::Asked | Cause::Silent => add_working_days(now.day(), 1),
            Cause::Ahead => add_working_days(now.day(), 5),
        }
    }
}

/// When the next question comes.
#[must_use]
pub fn next_question(now: Timestamp, every_days: Option<i64>) -> Option<Timestamp> {
    let days = i32::try_from(every_days?).ok().filter(|days| *days > 0)?;
    Some(now.day().plus(days).at(ASKED_AT))
}
