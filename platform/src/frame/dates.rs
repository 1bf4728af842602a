//! Days and times in words, as people in Norway write them.

use kernel::time::{Clock, Day, Timestamp};

use super::Say;

impl Say {
    /// `kl. 09.30`, with a space that does not break.
    #[must_use]
    pub fn clock(&self, at: Timestamp) -> String {
        self.clock_of(at.clock())
    }

    /// As [`Say::clock`], from a time on the wall.
    #[must_use]
    pub fn clock_of(&self, clock: Clock) -> String {
        let (hour, minute) = clock.parts();
        self.put("date-clock", &[("time", format!("{hour:02}.{minute:02}"))])
    }

    /// `torsdag 26. november`, and the year when it is another than today's.
    #[must_use]
    pub fn day(&self, day: Day, today: Day) -> String {
        let with_year = day.parts().0 != today.parts().0;
        let weekday = self.t(&format!("date-weekday-{}", day.weekday()));
        self.put(
            if with_year { "date-long-year" } else { "date-long" },
            &[("weekday", weekday), ("date", self.date(day)), ("year", format!("{}\u{200b}", day.parts().0))],
        )
        .replace('\u{200b}', "")
    }

    /// `26. november`, with spaces that do not break.
    #[must_use]
    pub fn date(&self, day: Day) -> String {
        let (_, month, of_month) = day.parts();
        let month = self.t(&format!("date-month-{month}"));
        self.put("date-short", &[("day", format!("{of_month}\u{200b}")), ("month", month)]).replace('\u{200b}', "")
    }

    /// `1. juni 2027`: an end that may be far away.
    #[must_use]
    pub fn date_with_year(&self, day: Day) -> String {
        format!("{}\u{a0}{}", self.date(day), day.parts().0)
    }

    /// `i dag`, `i går`, `i morgen`, or the day.
    #[must_use]
    pub fn near_day(&self, day: Day, today: Day) -> String {
        match day.since(today) {
            0 => self.t("date-today"),
            1 => self.t("date-tomorrow"),
            -1 => self.t("date-yesterday"),
            _ => self.day(day, today),
        }
    }

    /// `i dag kl. 13.10`, `torsdag 26. november kl. 10.30`.
    #[must_use]
    pub fn when(&self, at: Timestamp, now: Timestamp) -> String {
        format!("{} {}", self.near_day(at.day(), now.day()), self.clock(at))
    }

    /// `i dag før kl. 15.00`, `torsdag 26. november før kl. 10.30`: a promise.
    #[must_use]
    pub fn before(&self, at: Timestamp, now: Timestamp) -> String {
        let (hour, minute) = at.clock().parts();
        let time = format!("{hour:02}.{minute:02}");
        self.put("date-before", &[("day", self.near_day(at.day(), now.day())), ("time", time)])
    }

    /// `45 min`, `1 t 50 min`, `3 dager`.
    #[must_use]
    pub fn duration(&self, seconds: i64) -> String {
        let minutes = seconds.max(0) / 60;
        let (days, hours) = (minutes / 1440, minutes / 60);
        if days >= 2 {
            self.with("date-days", "n", days)
        } else if hours == 0 {
            self.with("date-minutes", "n", minutes)
        } else if minutes % 60 == 0 {
            self.with("date-hours", "n", hours)
        } else {
            self.with2("date-hours-minutes", "hours", hours, "minutes", minutes % 60)
        }
    }
}
