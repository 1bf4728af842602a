//! Norwegian public holidays and working days.
//!
//! The holidays follow the Act on holidays and holiday peace (lov 24. februar 1995 nr. 12, § 2) and the Act on 1 and 17 May
//! (lov 26. april 1947 nr. 1). Sundays are holidays too, but a service may well be open on them: whoever asks about opening
//! hours asks [`is_public_holiday`] and [`is_half_day`], whoever counts working days asks [`is_working_day`].

use crate::time::Day;

/// Whether it is a public holiday other than an ordinary Sunday.
#[must_use]
pub fn is_public_holiday(day: Day) -> bool {
    let (_, month, of_month) = day.parts();
    if matches!((month, of_month), (1, 1) | (5, 1) | (5, 17) | (12, 25) | (12, 26)) {
        return true;
    }
    // Maundy Thursday, Good Friday, Easter, Ascension, Whitsun: so many days after Easter Sunday.
    days_after_easter(day).is_some_and(|days| matches!(days, -3 | -2 | 0 | 1 | 39 | 49 | 50))
}

/// The eves on which most services close at noon: Easter Eve, Whitsun Eve, Christmas Eve, New Year's Eve.
#[must_use]
pub fn is_half_day(day: Day) -> bool {
    let (_, month, of_month) = day.parts();
    matches!((month, of_month), (12, 24) | (12, 31))
        || days_after_easter(day).is_some_and(|days| matches!(days, -1 | 48))
}

/// Monday to Friday, and no public holiday.
#[must_use]
pub fn is_working_day(day: Day) -> bool {
    day.weekday() <= 5 && !is_public_holiday(day)
}

/// The day that lies so many working days after this one; the day itself when none are asked for.
#[must_use]
pub fn plus_working_days(day: Day, working_days: u16) -> Day {
    let (mut reached, mut left) = (day, working_days);
    while left > 0 {
        reached = reached.plus(1);
        if is_working_day(reached) {
            left -= 1;
        }
    }
    reached
}

fn days_after_easter(day: Day) -> Option<i32> {
    let easter = easter_sunday(day.parts().0)?;
    Some(day.since(easter))
}

/// Easter Sunday of a year in the Gregorian calendar: the Sunday after the full moon of the church's own moon, which repeats
/// every nineteen years with corrections each century.
#[must_use]
pub fn easter_sunday(year: i16) -> Option<Day> {
    let in_year = i32::from(year);
    let (in_moon_cycle, century, in_century) = (in_year % 19, in_year / 100, in_year % 100);
    let moon_drift = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * in_moon_cycle + century - century / 4 - moon_drift + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - moon - in_century % 4) % 7;
    let late_moon = (in_moon_cycle + 11 * moon + 22 * to_sunday) / 451;
    let from_march = moon + to_sunday - 7 * late_moon + 114;
    Day::of(year, i8::try_from(from_march / 31).ok()?, i8::try_from(from_march % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests;
