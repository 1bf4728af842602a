//! A week's opening as people write it: one line a day, «8–15.30», «9-12, 13-15», or nothing for closed.

use kernel::time::Clock;

use super::promise::Opening;

/// Most stretches of opening in one day.
pub const STRETCHES: usize = 3;

/// Reads one day; nothing when it cannot be read, an empty list when it is closed.
#[must_use]
pub fn read_day(typed: &str, weekday: i8) -> Option<Vec<Opening>> {
    let typed = typed.trim().replace(['–', '—'], "-");
    if typed.is_empty() {
        return Some(Vec::new());
    }
    let mut day = Vec::new();
    for stretch in typed.split([',', ';']) {
        let (opens, closes) = stretch.split_once('-')?;
        let (opens, closes) = (read_time(opens)?, read_time(closes)?);
        let after_the_last = day.last().is_none_or(|last: &Opening| last.closes <= opens);
        if opens >= closes || !after_the_last || day.len() == STRETCHES {
            return None;
        }
        day.push(Opening { weekday, opens, closes });
    }
    Some(day)
}

/// A time as typed: `8`, `08`, `8.30`, `08:30`, `0830`, and `24` for the end of the day.
#[must_use]
pub fn read_time(typed: &str) -> Option<Clock> {
    let typed = typed.trim().trim_start_matches("kl.").trim().replace(':', ".");
    let (hour, minute) = match (typed.split_once('.'), typed.len()) {
        (Some(parts), _) => parts,
        (None, 4) => typed.split_at_checked(2)?,
        (None, _) => (typed.as_str(), "0"),
    };
    let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
    match (hour, minute) {
        (0..=23, 0..=59) => Some(Clock::at(hour, minute)),
        (24, 0) => Some(Clock::at(23, 59)),
        _ => None,
    }
}

/// A day as it is shown in its field.
#[must_use]
pub fn shown_day(openings: &[Opening], weekday: i8) -> String {
    let time = |clock: Clock| {
        let (hour, minute) = clock.parts();
        format!("{hour:02}.{minute:02}")
    };
    let today = openings.iter().filter(|opening| opening.weekday == weekday);
    let stretches: Vec<String> = today.map(|one| format!("{}–{}", time(one.opens), time(one.closes))).collect();
    stretches.join(", ")
}
