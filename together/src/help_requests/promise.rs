//! The promise: by when an organisation answers. It counts opening minutes only, never a public holiday or a short day.

use kernel::calendar::{holiday, short_day};
use kernel::time::{Clock, Day, Timestamp};

/// How far ahead an opening is looked for. Nothing is closed for longer without saying so in its rows.
const DAYS_AHEAD: i32 = 60;
/// A promise is said as a clock time people can remember: to the next five minutes.
const ROUND_TO_S: i64 = 300;

/// One stretch of opening on one day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Monday = 1 to Sunday = 7.
    pub weekday: i8,
    /// From.
    pub opens: Clock,
    /// To.
    pub closes: Clock,
}

/// When an organisation answers, week after week, in the order of the day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hours(pub Vec<Opening>);

/// What was promised, from when it was said to when it is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Said at.
    pub from: Timestamp,
    /// Due at.
    pub until: Timestamp,
}

/// How urgent an unclaimed promise is to those who work. Computed, never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nudge {
    /// There is time.
    Calm,
    /// Half of the time is gone: everyone on duty sees it.
    Half,
    /// Four fifths are gone: the one who leads the shift sees it.
    Late,
    /// The promise was not kept.
    Broken,
}

impl Hours {
    fn of(&self, day: Day) -> impl Iterator<Item = (Timestamp, Timestamp)> {
        let closed = holiday(day).is_some() || short_day(day).is_some();
        let today = self.0.iter().filter(move |opening| !closed && opening.weekday == day.weekday());
        today.map(move |opening| (day.at(opening.opens), day.at(opening.closes)))
    }

    /// The stretches of opening that have not ended at this time, soonest first.
    fn ahead(&self, from: Timestamp) -> impl Iterator<Item = (Timestamp, Timestamp)> {
        let days = (0..DAYS_AHEAD).map(move |n| from.day().plus(n));
        days.flat_map(|day| self.of(day)).filter(move |(_, closes)| *closes > from)
    }

    /// When it opens next; nothing when it is open now, or never opens.
    #[must_use]
    pub fn opens_next(&self, now: Timestamp) -> Option<Timestamp> {
        self.ahead(now).next().map(|(opens, _)| opens).filter(|opens| *opens > now)
    }

    /// The promise of an answer within so many opening minutes; nothing for who never opens.
    #[must_use]
    pub fn promise(&self, asked: Timestamp, minutes: i64) -> Option<Promise> {
        let mut left_s = minutes.max(1) * 60;
        for (opens, closes) in self.ahead(asked) {
            let start = opens.max(asked);
            let open_s = closes.since_s(start);
            if left_s <= open_s {
                let due = rounded(start.plus_s(left_s)).min(closes);
                return Some(Promise { from: asked, until: due });
            }
            left_s -= open_s;
        }
        None
    }
}

fn rounded(at: Timestamp) -> Timestamp {
    let over = at.unix_s().rem_euclid(ROUND_TO_S);
    if over == 0 { at } else { at.plus_s(ROUND_TO_S - over) }
}

impl Promise {
    /// How much of the time is left, 0 to 100.
    #[must_use]
    pub fn left_percent(self, now: Timestamp) -> i64 {
        let whole = self.until.since_s(self.from).max(1);
        (self.until.since_s(now) * 100 / whole).clamp(0, 100)
    }

    /// Who has to be told that nobody has taken it.
    #[must_use]
    pub fn nudge(self, now: Timestamp) -> Nudge {
        match self.left_percent(now) {
            _ if now > self.until => Nudge::Broken,
            0..=20 => Nudge::Late,
            21..=50 => Nudge::Half,
            _ => Nudge::Calm,
        }
    }
}
