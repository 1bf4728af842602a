//! The hours of a hand-over: working time, and how long one may wait for another.

use kernel::calendar::{is_working_day, next_working_day, short_day};
use kernel::time::{Clock, Timestamp};

/// How many days ahead a working day is looked for. No calendar is closed for longer.
const DAYS_AHEAD: i32 = 30;

/// The numbers of a day. They come from dated rows with a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Terms {
    /// Working minutes until an answer is late.
    pub answer_minutes: i64,
    /// When a working day begins, in minutes after midnight.
    pub opens: u16,
    /// When it ends.
    pub closes: u16,
    /// Minutes after the agreed time until «met» or «not met» is late.
    pub meet_minutes: i64,
}

impl Terms {
    /// When an answer that is asked for now is late: so many working minutes from now.
    #[must_use]
    pub fn answer_by(self, now: Timestamp) -> Timestamp {
        let mut left = self.answer_minutes.max(0) * 60;
        let mut day = now.day();
        for _ in 0..DAYS_AHEAD {
            let works = is_working_day(day) && short_day(day).is_none();
            let (opens, closes) = (day.at(Clock::from_minutes(self.opens)), day.at(Clock::from_minutes(self.closes)));
            let from = opens.max(now);
            let open_s = if works { closes.since_s(from).max(0) } else { 0 };
            if open_s >= left && works {
                return from.plus_s(left);
            }
            left -= open_s;
            day = next_working_day(day.plus(1));
        }
        now.plus_s(left)
    }

    /// When «met» or «not met» is late.
    #[must_use]
    pub fn meet_by(self, meet_at: Timestamp) -> Timestamp {
        meet_at.plus_minutes(self.meet_minutes)
    }
}
