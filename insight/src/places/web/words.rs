//! Hours in words, as one says them: «Åpent nå til kl. 20.00», «Stengt. Åpner i morgen kl. 08.00.»

use kernel::time::{Day, Timestamp};
use platform::frame::Say;

use crate::places::door::Door;
use crate::places::hours::{DayRule, Hours, Span};
use crate::places::offer::Offer;
use crate::places::rules::{OpenState, Opening, WEEKDAYS, Why, is_old, other_days};

/// Other days are told of this far ahead.
const TELL_AHEAD_DAYS: i32 = 30;

/// One line of a list of hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursLine {
    /// Which days.
    pub days: String,
    /// From when to when.
    pub hours: String,
}

/// Open or closed, until or from when.
#[must_use]
pub fn state(say: &Say, state: OpenState, now: Timestamp) -> String {
    match state {
        OpenState::DayAndNight => say.t("places-open-always"),
        OpenState::Open { until } if is_next_clock(until, now) => say.with("places-open-until", "time", hour(until)),
        OpenState::Open { until } => say.with("places-open-until-day", "when", say.when(until, now)),
        OpenState::Closed { opens: Some(opens) } => say.with("places-closed-opens", "when", say.when(opens, now)),
        OpenState::Closed { opens: None } => say.t("places-closed"),
    }
}

/// Within a day there is only one such time on the clock, and the day need not be said.
fn is_next_clock(until: Timestamp, now: Timestamp) -> bool {
    until.since_s(now) < 20 * 3600
}

/// `20.00`, and `24.00` for midnight.
fn hour(at: Timestamp) -> String {
    let (hour, minute) = at.clock().parts();
    if (hour, minute) == (0, 0) { "24.00".into() } else { format!("{hour:02}.{minute:02}") }
}

/// «kl. 10.00–15.00 og 18.00–21.00», «stengt».
#[must_use]
pub fn hours(say: &Say, hours: &Hours) -> String {
    let spans: Vec<String> = hours.spans().iter().map(|span| one_span(say, *span)).collect();
    match spans.as_slice() {
        [] => say.t("places-hours-closed"),
        [first @ .., last] if !first.is_empty() => say.with2("places-hours-and", "first", first.join(", "), "last", last.clone()),
        _ => spans.join(", "),
    }
}

fn one_span(say: &Say, span: Span) -> String {
    let (hour, minute) = span.opens().parts();
    let (from, to) = (format!("{hour:02}.{minute:02}"), span.closes_shown());
    let key = match (from.as_str(), to.as_str()) {
        ("00.00", "24.00") => "places-hours-day-and-night",
        _ if span.ends_next_day() => "places-hours-over-night",
        _ => "places-hours-span",
    };
    say.with2(key, "from", from, "to", to)
}

/// The week, days with the same hours together: «Mandag–fredag».
#[must_use]
pub fn week(say: &Say, opening: &Opening) -> Vec<HoursLine> {
    let mut groups: Vec<(i8, i8, &Hours)> = Vec::new();
    for (weekday, hours) in (1_i8..).zip(&opening.week) {
        match groups.last_mut() {
            Some((_, last, same)) if *same == hours => *last = weekday,
            _ => groups.push((weekday, weekday, hours)),
        }
    }
    let day = |weekday: i8| say.t(&format!("date-weekday-{weekday}"));
    let line = |(first, last, of): (i8, i8, &Hours)| HoursLine {
        days: match (first, last) {
            (1, 7) => say.t("places-every-day"),
            (first, last) if first == last => capital(&day(first)),
            (first, last) => capital(&say.with2("places-days", "first", day(first), "last", day(last))),
        },
        hours: hours(say, of),
    };
    groups.into_iter().map(line).collect()
}

/// The days ahead that differ: single days, holidays and eves.
#[must_use]
pub fn other(say: &Say, opening: &Opening, today: Day) -> Vec<HoursLine> {
    let differs = |day: Day, of: &Hours, why: Why| why == Why::Exception || of != opening.weekday(day.weekday());
    let days = other_days(opening, today, TELL_AHEAD_DAYS).into_iter();
    let line = |(day, of, why): (Day, &Hours, Why)| HoursLine {
        days: capital(&match why {
            Why::Holiday(holiday) => named(say, day, today, &format!("places-holiday-{}", holiday.key())),
            Why::Eve(eve) => named(say, day, today, &format!("places-eve-{}", eve.key())),
            Why::Exception | Why::Weekday => say.near_day(day, today),
        }),
        hours: hours(say, of),
    };
    days.filter(|(day, of, why)| differs(*day, of, *why)).map(line).collect()
}

fn named(say: &Say, day: Day, today: Day, key: &str) -> String {
    say.with2("places-named-day", "day", say.near_day(day, today), "name", say.t(key))
}

/// When somebody last said that it is right; after a month, that one should call first.
#[must_use]
pub fn confirmed(say: &Say, at: Timestamp, now: Timestamp) -> String {
    let (day, today) = (at.day(), now.day());
    if is_old(at, now) {
        say.with("places-not-confirmed-since", "day", say.date(day))
    } else if day == today {
        say.with("places-confirmed-today", "time", say.clock(at))
    } else {
        say.with("places-confirmed", "day", say.near_day(day, today))
    }
}

/// A stored value of a change in words.
#[must_use]
pub fn changed_value(say: &Say, field: &str, stored: &str) -> String {
    if field == "message" {
        return if stored.is_empty() { say.t("places-no-message") } else { stored.to_owned() };
    }
    if let Some(said) = fact_value(say, field, stored) {
        return said;
    }
    if field == "message-until" {
        return Day::parse(stored).map_or_else(|| say.t("places-no-message"), |day| say.date_with_year(day));
    }
    match DayRule::from_stored(stored) {
        Some(DayRule::Usual) => say.t("places-hours-usual"),
        Some(DayRule::Hours(of)) => hours(say, &of),
        None => stored.to_owned(),
    }
}

/// A stored fact in words, or nothing when the field is about hours.
fn fact_value(say: &Say, field: &str, stored: &str) -> Option<String> {
    let offers = |of: Vec<Offer>| of.iter().map(|offer| say.t(&format!("places-offer-{}", offer.key()))).collect::<Vec<_>>();
    let said = match field {
        "offers" => offers(Offer::list(stored)?).join(" · "),
        "door" => Door::from_stored(stored)?.in_words(say),
        "name" | "phone" | "way-nb" | "way-nn" | "way-en" => stored.to_owned(),
        _ => return None,
    };
    Some(if said.is_empty() { say.t("places-no-message") } else { said })
}

/// The field of a change in words.
#[must_use]
pub fn changed_field(say: &Say, field: &str) -> String {
    if let Some(day) = Day::parse(field) {
        return capital(&say.date_with_year(day));
    }
    match WEEKDAYS.iter().position(|weekday| *weekday == field) {
        Some(at) => capital(&say.t(&format!("date-weekday-{}", at + 1))),
        None => say.t(&format!("places-field-{field}")),
    }
}

/// The first letter large: a weekday at the start of a line.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
