//! Capacity that ages: places in a unit, a number that says when and by whom it was confirmed, and a rule for how long one
//! may lean on it.
//!
//! A number nobody has confirmed for a while is worse than none: somebody walks across the town for it. So the age of a
//! number is computed each time it is shown, from dated limits, and nothing has to run for a number to turn grey.

use crate::time::Timestamp;

#[cfg(test)]
mod tests;

/// Most places one unit can have: more is a slip of the finger.
pub const MAX_PLACES: u16 = 999;
/// Longest time ahead for which places may be expected, in days: beyond it is a plan and not a number.
pub const MAX_EXPECTED_DAYS: i64 = 31;

/// For how long a number holds, in minutes: dated rows of the part that asks, never a constant of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    ageing_minutes: i64,
    grey_minutes: i64,
}

impl Limits {
    /// After how many minutes a number begins to age, and after how many it is grey. Nothing when the two cannot be meant:
    /// an age below one minute, or grey before ageing.
    #[must_use]
    pub const fn new(ageing_minutes: i64, grey_minutes: i64) -> Option<Limits> {
        if ageing_minutes < 1 || grey_minutes < ageing_minutes {
            return None;
        }
        Some(Limits { ageing_minutes, grey_minutes })
    }
}

/// How far one may lean on a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Age {
    /// Confirmed lately.
    Fresh,
    /// Still worth something, and due to be confirmed.
    Ageing,
    /// Too old, or never confirmed: call before you count on it.
    Grey,
}

impl Age {
    /// All three, the best first.
    pub const ALL: [Age; 3] = [Age::Fresh, Age::Ageing, Age::Grey];

    /// The key on the page and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Age::Fresh => "fresh",
            Age::Ageing => "ageing",
            Age::Grey => "grey",
        }
    }
}

/// The age of a number at this moment. A number that nobody has confirmed is grey from the first minute. One from the future
/// (two clocks that differ) is fresh.
#[must_use]
pub fn age(confirmed_at: Option<Timestamp>, now: Timestamp, limits: Limits) -> Age {
    let Some(confirmed_at) = confirmed_at else { return Age::Grey };
    let minutes = now.since_s(confirmed_at).div_euclid(60);
    if minutes >= limits.grey_minutes {
        Age::Grey
    } else if minutes >= limits.ageing_minutes {
        Age::Ageing
    } else {
        Age::Fresh
    }
}

/// Places that will be free, and when. After that moment it is a hope that was not confirmed, and is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected {
    /// How many more will be free.
    pub free: u16,
    /// From when.
    pub at: Timestamp,
}

/// The places of a unit. There are never more free places than places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Places {
    total: u16,
    free: u16,
    expected: Option<Expected>,
}

/// Why a number cannot be meant, or why a place cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// More places than [`MAX_PLACES`].
    TooMany,
    /// More free places than there are places.
    MoreFreeThanTotal,
    /// More places expected than could be free at all, or none.
    ExpectedNumber,
    /// Expected in the past, or further ahead than [`MAX_EXPECTED_DAYS`].
    ExpectedTime,
    /// Every place is taken.
    Full,
    /// Every place is free already: there is none to give back.
    Empty,
}

impl Places {
    /// So many places, of which so many are free.
    ///
    /// # Errors
    /// [`Fault::TooMany`] or [`Fault::MoreFreeThanTotal`].
    pub const fn new(total: u16, free: u16) -> Result<Places, Fault> {
        if total > MAX_PLACES {
            return Err(Fault::TooMany);
        }
        if free > total {
            return Err(Fault::MoreFreeThanTotal);
        }
        Ok(Places { total, free, expected: None })
    }

    /// From two stored numbers; nothing when they were never ours.
    #[must_use]
    pub fn stored(total: i64, free: i64) -> Option<Places> {
        Places::new(u16::try_from(total).ok()?, u16::try_from(free).ok()?).ok()
    }

    /// The same places with more expected: at least one, no more than are taken now, and within the time one can foresee.
    ///
    /// # Errors
    /// [`Fault::ExpectedNumber`] or [`Fault::ExpectedTime`].
    pub fn expecting(self, expected: Expected, now: Timestamp) -> Result<Places, Fault> {
        if expected.free == 0 || expected.free > self.taken() {
            return Err(Fault::ExpectedNumber);
        }
        if expected.at <= now || expected.at > now.plus_days(MAX_EXPECTED_DAYS) {
            return Err(Fault::ExpectedTime);
        }
        Ok(Places { expected: Some(expected), ..self })
    }

    /// The same places with an expectation from storage. What can no longer be meant falls away in [`Places::expected`].
    #[must_use]
    pub const fn with_stored(self, expected: Option<Expected>) -> Places {
        Places { expected, ..self }
    }

    /// How many there are.
    #[must_use]
    pub const fn total(self) -> u16 {
        self.total
    }

    /// How many are free.
    #[must_use]
    pub const fn free(self) -> u16 {
        self.free
    }

    /// How many are taken.
    #[must_use]
    pub const fn taken(self) -> u16 {
        self.total.saturating_sub(self.free)
    }

    /// Whether none is free.
    #[must_use]
    pub const fn is_full(self) -> bool {
        self.free == 0
    }

    /// What is expected, while that moment lies ahead and there are still so many taken.
    #[must_use]
    pub fn expected(self, now: Timestamp) -> Option<Expected> {
        self.expected.filter(|expected| expected.at > now && expected.free > 0 && expected.free <= self.taken())
    }

    /// What was written down as expected, whether or not it still can be: for keeping it.
    #[must_use]
    pub const fn expected_as_written(self) -> Option<Expected> {
        self.expected
    }

    /// One place is taken.
    ///
    /// # Errors
    /// [`Fault::Full`]: nobody is promised a place that is not there.
    pub const fn take(self) -> Result<Places, Fault> {
        match self.free.checked_sub(1) {
            Some(free) => Ok(Places { free, ..self }),
            None => Err(Fault::Full),
        }
    }

    /// One place is free again.
    ///
    /// # Errors
    /// [`Fault::Empty`].
    pub const fn give_back(self) -> Result<Places, Fault> {
        if self.free >= self.total {
            return Err(Fault::Empty);
        }
        Ok(Places { free: self.free.saturating_add(1), ..self })
    }
}
