//! Instants and days. Stored as fixed-width UTC text, shown in Norwegian time.

use jiff::civil;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan};

#[cfg(test)]
mod tests;

/// An instant with second precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(jiff::Timestamp);

/// A calendar day in Norway.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(civil::Date);

/// A time on the wall in Norway, minutes since midnight (0 to 1439).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock(u16);

fn norway() -> TimeZone {
    TimeZone::get("Europe/Oslo").unwrap_or(TimeZone::UTC)
}

/// A month as a number, or by its first three letters in Norwegian or English.
fn month(word: &str) -> Option<i8> {
    const NAMES: [(&str, i8); 15] = [
        ("jan", 1),
        ("feb", 2),
        ("mar", 3),
        ("apr", 4),
        ("mai", 5),
        ("may", 5),
        ("jun", 6),
        ("jul", 7),
        ("aug", 8),
        ("sep", 9),
        ("okt", 10),
        ("oct", 10),
        ("nov", 11),
        ("des", 12),
        ("dec", 12),
    ];
    if let Ok(number) = word.parse() {
        return Some(number);
    }
    let small = word.to_lowercase();
    NAMES.iter().find(|(name, _)| small.starts_with(name)).map(|(_, number)| *number)
}

impl Timestamp {
    /// From seconds since 1970-01-01T00:00:00Z; beyond the calendar it stops at its ends.
    #[must_use]
    pub fn from_unix_s(seconds: i64) -> Timestamp {
        let end = if seconds < 0 { jiff::Timestamp::MIN } else { jiff::Timestamp::MAX };
        Timestamp(jiff::Timestamp::from_second(seconds).unwrap_or(end))
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn unix_s(self) -> i64 {
        self.0.as_second()
    }

    /// As stored: `2026-11-22T05:30:00Z`, always twenty characters, so that text order is time order.
    #[must_use]
    pub fn stored(self) -> String {
        self.0.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    /// From storage or a FHIR instant; nothing when it is neither.
    #[must_use]
    pub fn parse(text: &str) -> Option<Timestamp> {
        text.parse::<jiff::Timestamp>().ok().map(|at| Timestamp::from_unix_s(at.as_second()))
    }

    /// Later by so many seconds.
    #[must_use]
    pub fn plus_s(self, seconds: i64) -> Timestamp {
        Timestamp(self.0.saturating_add(SignedDuration::from_secs(seconds)).unwrap_or(self.0))
    }

    /// Later by so many minutes.
    #[must_use]
    pub fn plus_minutes(self, minutes: i64) -> Timestamp {
        self.plus_s(minutes.saturating_mul(60))
    }

    /// Later by so many times twenty-four hours.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Timestamp {
        self.plus_s(days.saturating_mul(86_400))
    }

    /// Seconds from `earlier` to this; negative when this is first.
    #[must_use]
    pub fn since_s(self, earlier: Timestamp) -> i64 {
        self.unix_s().saturating_sub(earlier.unix_s())
    }

    /// The day it is in Norway at this instant.
    #[must_use]
    pub fn day(self) -> Day {
        Day(self.0.to_zoned(norway()).date())
    }

    /// The clock on the wall in Norway at this instant.
    #[must_use]
    pub fn clock(self) -> Clock {
        let time = self.0.to_zoned(norway()).time();
        Clock::at(time.hour().unsigned_abs(), time.minute().unsigned_abs())
    }
}

impl Day {
    /// From year, month (1 to 12) and day of month; nothing when there is no such day.
    #[must_use]
    pub fn of(year: i16, month: i8, day: i8) -> Option<Day> {
        civil::Date::new(year, month, day).ok().map(Day)
    }

    /// From storage: `2026-11-22`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Day> {
        text.parse::<civil::Date>().ok().map(Day)
    }

    /// As people type it: `26.11.2026`, `26.11.26`, `26/11`, `261126`, `26 nov`, and `2026-11-26` from the browser's own
    /// calendar. Without a year it is the next such day from `today`. Nothing when there is no such day.
    #[must_use]
    pub fn read(typed: &str, today: Day) -> Option<Day> {
        let typed = typed.trim();
        if typed.len() == 10 && typed.contains('-') {
            return Day::parse(typed);
        }
        let digits = typed.len() == 6 && typed.bytes().all(|byte| byte.is_ascii_digit());
        let spaced = if digits {
            format!("{} {} {}", typed.get(..2)?, typed.get(2..4)?, typed.get(4..)?)
        } else {
            typed.replace(['.', '/', '-'], " ")
        };
        let mut words = spaced.split_whitespace();
        let day: i8 = words.next()?.parse().ok()?;
        let month = month(words.next()?)?;
        let year = words.next();
        if words.next().is_some() {
            return None;
        }
        match year.map(str::parse::<i16>) {
            Some(year) => year.ok().and_then(|year| Day::of(if year < 100 { 2000 + year } else { year }, month, day)),
            None => (0..5).filter_map(|n| Day::of(today.parts().0 + n, month, day)).find(|day| *day >= today),
        }
    }

    /// As stored: `2026-11-22`.
    #[must_use]
    pub fn stored(self) -> String {
        self.0.to_string()
    }

    /// Year, month (1 to 12) and day of month.
    #[must_use]
    pub fn parts(self) -> (i16, i8, i8) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// Day of the week, Monday = 1 to Sunday = 7.
    #[must_use]
    pub fn weekday(self) -> i8 {
        self.0.weekday().to_monday_one_offset()
    }

    /// ISO week number, 1 to 53.
    #[must_use]
    pub fn week(self) -> i8 {
        self.0.iso_week_date().week()
    }

    /// Later by so many days.
    #[must_use]
    pub fn plus(self, days: i32) -> Day {
        Day(self.0.saturating_add(days.days()))
    }

    /// Later by so many months; the last day of the month where the day does not exist.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Day {
        Day(self.0.saturating_add(months.months()))
    }

    /// Days from `earlier` to this.
    #[must_use]
    pub fn since(self, earlier: Day) -> i32 {
        self.0.since(earlier.0).map_or(0, |span| span.get_days())
    }

    /// The instant when the clock shows this on this day in Norway; an hour that is skipped in March is moved forward.
    #[must_use]
    pub fn at(self, clock: Clock) -> Timestamp {
        let (hour, minute) = clock.parts();
        let wall = self.0.at(hour.cast_signed(), minute.cast_signed(), 0, 0);
        wall.to_zoned(norway())
            .map_or(Timestamp(jiff::Timestamp::MAX), |zoned| Timestamp::from_unix_s(zoned.timestamp().as_second()))
    }

    /// The first instant of the day after this: «to and including» as an end.
    #[must_use]
    pub fn end(self) -> Timestamp {
        self.plus(1).at(Clock::MIDNIGHT)
    }
}

impl Clock {
    /// 00.00.
    pub const MIDNIGHT: Clock = Clock(0);

    /// What somebody typed: `10.30`, `10:30`, `kl. 9` or `1030`.
    #[must_use]
    pub fn read(typed: &str) -> Option<Clock> {
        let text = typed.trim();
        let text = text.strip_prefix("kl").map_or(text, |rest| rest.trim_start_matches('.').trim());
        let whole = text.len() == 4 && text.bytes().all(|sign| sign.is_ascii_digit());
        let parts = if whole { text.split_at_checked(2) } else { Some(text.split_once(['.', ':']).unwrap_or((text, "0"))) };
        let (hour, minute) = parts?;
        let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
        (hour < 24 && minute < 60).then(|| Clock::at(hour, minute))
    }

    /// From hour and minute; anything beyond 23.59 is 23.59.
    #[must_use]
    pub const fn at(hour: u8, minute: u8) -> Clock {
        let minutes = hour as u16 * 60 + minute as u16;
        if minutes > 1439 { Clock(1439) } else { Clock(minutes) }
    }

    /// From minutes since midnight.
    #[must_use]
    pub const fn from_minutes(minutes: u16) -> Clock {
        if minutes > 1439 { Clock(1439) } else { Clock(minutes) }
    }

    /// Minutes since midnight.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// Hour and minute.
    #[must_use]
    pub const fn parts(self) -> (u8, u8) {
        ((self.0 / 60) as u8, (self.0 % 60) as u8)
    }
}
