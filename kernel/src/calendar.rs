//! Norwegian public holidays and working days.
//!
//! The days off are those of the act on public holidays and the act on 1 and 17 May. They have not changed since 1947, but
//! they are law: a new rule belongs here with the year from which it holds.

use crate::time::Day;

#[cfg(test)]
mod tests;

/// A public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// The Thursday before Easter.
    MaundyThursday,
    /// The Friday before Easter.
    GoodFriday,
    /// First day of Easter.
    EasterSunday,
    /// Second day of Easter.
    EasterMonday,
    /// 1 May.
    LabourDay,
    /// 17 May.
    ConstitutionDay,
    /// Thirty-nine days after Easter.
    Ascension,
    /// Forty-nine days after Easter.
    WhitSunday,
    /// Fifty days after Easter.
    WhitMonday,
    /// 25 December.
    Christmas,
    /// 26 December.
    SecondChristmas,
}

/// When a holiday falls.
enum Rule {
    /// Month and day.
    Date(i8, i8),
    /// Days after Easter Sunday.
    Easter(i32),
}

impl Holiday {
    /// All twelve. Two of them may fall on the same day.
    pub const ALL: [Holiday; 12] = [
        Holiday::NewYear,
        Holiday::MaundyThursday,
        Holiday::GoodFriday,
        Holiday::EasterSunday,
        Holiday::EasterMonday,
        Holiday::LabourDay,
        Holiday::ConstitutionDay,
        Holiday::Ascension,
        Holiday::WhitSunday,
        Holiday::WhitMonday,
        Holiday::Christmas,
        Holiday::SecondChristmas,
    ];

    /// The key in the wording (`holiday-good-friday`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Holiday::NewYear => "new-year",
            Holiday::MaundyThursday => "maundy-thursday",
            Holiday::GoodFriday => "good-friday",
            Holiday::EasterSunday => "easter-sunday",
            Holiday::EasterMonday => "easter-monday",
            Holiday::LabourDay => "labour-day",
            Holiday::ConstitutionDay => "constitution-day",
            Holiday::Ascension => "ascension",
            Holiday::WhitSunday => "whit-sunday",
            Holiday::WhitMonday => "whit-monday",
            Holiday::Christmas => "christmas",
            Holiday::SecondChristmas => "second-christmas",
        }
    }

    const fn rule(self) -> Rule {
        match self {
            Holiday::NewYear => Rule::Date(1, 1),
            Holiday::MaundyThursday => Rule::Easter(-3),
            Holiday::GoodFriday => Rule::Easter(-2),
            Holiday::EasterSunday => Rule::Easter(0),
            Holiday::EasterMonday => Rule::Easter(1),
            Holiday::LabourDay => Rule::Date(5, 1),
            Holiday::ConstitutionDay => Rule::Date(5, 17),
            Holiday::Ascension => Rule::Easter(39),
            Holiday::WhitSunday => Rule::Easter(49),
            Holiday::WhitMonday => Rule::Easter(50),
            Holiday::Christmas => Rule::Date(12, 25),
            Holiday::SecondChristmas => Rule::Date(12, 26),
        }
    }
}

/// A day on which many close early. It is a working day all the same: no law makes it a day off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ShortDay {
    /// The Wednesday before Easter.
    HolyWednesday,
    /// The Saturday before Easter (påskeaften).
    EasterEve,
    /// The Saturday before Whit Sunday (pinseaften).
    WhitEve,
    /// 24 December (julaften).
    ChristmasEve,
    /// 31 December (nyttårsaften).
    NewYearsEve,
}

impl ShortDay {
    /// All five.
    pub const ALL: [ShortDay; 5] =
        [ShortDay::HolyWednesday, ShortDay::EasterEve, ShortDay::WhitEve, ShortDay::ChristmasEve, ShortDay::NewYearsEve];

    /// The key in the wording (`short-day-christmas-eve`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            ShortDay::HolyWednesday => "holy-wednesday",
            ShortDay::EasterEve => "easter-eve",
            ShortDay::WhitEve => "whit-eve",
            ShortDay::ChristmasEve => "christmas-eve",
            ShortDay::NewYearsEve => "new-years-eve",
        }
    }

    const fn rule(self) -> Rule {
        match self {
            ShortDay::HolyWednesday => Rule::Easter(-4),
            ShortDay::EasterEve => Rule::Easter(-1),
            ShortDay::WhitEve => Rule::Easter(48),
            ShortDay::ChristmasEve => Rule::Date(12, 24),
            ShortDay::NewYearsEve => Rule::Date(12, 31),
        }
    }
}

/// Easter Sunday: the Sunday after the first full moon of spring, both as the church reckons them. Nothing for a year before
/// 1583, when the reckoning began, or beyond the calendar.
#[must_use]
pub fn easter(year: i16) -> Option<Day> {
    if year < 1583 {
        return None;
    }
    let (y, century) = (i32::from(year), i32::from(year / 100));
    // The moon repeats itself every nineteen years; the centuries correct for leap years left out and for the moon's drift.
    let golden = y % 19;
    let epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    // Two late full moons are moved a day ahead, so that Easter never falls after 25 April.
    let full_moon = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - golden) / 11));
    let weekday = (y + y / 4 + full_moon + 2 - century + century / 4) % 7;
    Day::of(year, 3, 28).map(|day| day.plus(full_moon - weekday))
}

fn falls(rule: &Rule, year: i16) -> Option<Day> {
    match rule {
        Rule::Date(month, day) => Day::of(year, *month, *day),
        Rule::Easter(days_after) => easter(year).map(|easter| easter.plus(*days_after)),
    }
}

/// The public holidays of a year, by date; on the same date in the order of [`Holiday::ALL`].
#[must_use]
pub fn holidays(year: i16) -> Vec<(Day, Holiday)> {
    let falling = |holiday: Holiday| falls(&holiday.rule(), year).map(|day| (day, holiday));
    let mut holidays: Vec<(Day, Holiday)> = Holiday::ALL.into_iter().filter_map(falling).collect();
    holidays.sort();
    holidays
}

/// The public holiday this day is, if it is one; where two meet, the one that comes first in [`Holiday::ALL`].
#[must_use]
pub fn holiday(day: Day) -> Option<Holiday> {
    let (year, _, _) = day.parts();
    Holiday::ALL.into_iter().find(|holiday| falls(&holiday.rule(), year) == Some(day))
}

/// The short day this is, if it is one: opening hours of their own, and worth a check before a promise is made.
#[must_use]
pub fn short_day(day: Day) -> Option<ShortDay> {
    let (year, _, _) = day.parts();
    ShortDay::ALL.into_iter().find(|short| falls(&short.rule(), year) == Some(day))
}

/// Whether deadlines count this day: Monday to Friday and no public holiday.
#[must_use]
pub fn is_working_day(day: Day) -> bool {
    day.weekday() <= 5 && holiday(day).is_none()
}

/// The working day that comes so many working days after this day; this day itself is not counted, and zero gives it back.
///
/// At the end of the calendar it stops at its last day.
#[must_use]
pub fn add_working_days(day: Day, working_days: u16) -> Day {
    let mut reached = day;
    let mut left = working_days;
    while left > 0 {
        let next = reached.plus(1);
        if next == reached {
            return reached;
        }
        reached = next;
        left -= u16::from(is_working_day(reached));
    }
    reached
}

/// This day when it is a working day, else the next one: when a promise falls due on a day off.
#[must_use]
pub fn next_working_day(day: Day) -> Day {
    if is_working_day(day) { day } else { add_working_days(day, 1) }
}
