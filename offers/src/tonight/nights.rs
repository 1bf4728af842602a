//! Nights are counted, so that a place for now does not become a life. Pure.

use kernel::time::Day;

/// Nights in one place: from the first evening to the morning they left, or still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first evening.
    pub from: Day,
    /// The morning they left; nothing while they are there.
    pub left: Option<Day>,
}

/// How many nights that is today. The night that comes counts for somebody who is there.
#[must_use]
pub fn nights(spans: &[Span], today: Day) -> i64 {
    spans.iter().map(|span| i64::from(span.left.unwrap_or(today.plus(1)).since(span.from).max(0))).sum()
}

/// From which evening a new stay counts: from the one before, when the break was short, else from its own.
#[must_use]
pub fn counts_from(before: Option<(Day, Day)>, begins: Day, gap_days: i32) -> Day {
    match before {
        Some((counted_from, left)) if begins.since(left) <= gap_days => counted_from,
        _ => begins,
    }
}

/// What the count says to whoever holds it, and to those who lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alarm {
    /// Nothing yet.
    Calm,
    /// The limit is near.
    Soon {
        /// The day it is reached.
        on: Day,
    },
    /// The limit has been reached.
    Over {
        /// The day it was.
        on: Day,
    },
}

/// Whether a temporary place has lasted too long. The limit counts in months of the calendar.
#[must_use]
pub fn alarm(counted_from: Day, today: Day, months: i32, warn_days: i32) -> Alarm {
    let on = counted_from.plus_months(months);
    if today >= on {
        Alarm::Over { on }
    } else if on.since(today) <= warn_days {
        Alarm::Soon { on }
    } else {
        Alarm::Calm
    }
}

/// The evening a moment belongs to: after midnight and until six it is still the night before.
#[must_use]
pub fn evening_of(now: kernel::time::Timestamp) -> Day {
    if now.clock().minutes() < MORNING { now.day().plus(-1) } else { now.day() }
}

/// Six in the morning, in minutes: when people get up in such a place.
const MORNING: u16 = 360;
