//! When a place is open, and who changed what about it. Pure: a day, a time and rows in; a state or a change out.

use std::collections::BTreeMap;

use kernel::calendar::{Holiday, ShortDay, holiday, short_day};
use kernel::refusal::Refusal;
use kernel::text::Text;
use kernel::time::{Day, Timestamp};

use super::hours::{DayRule, Hours};

/// How far ahead the next opening is looked for: beyond this nobody plans by a web page.
const LOOK_AHEAD_DAYS: i32 = 40;
/// Open this long without a break is open day and night.
const DAY_AND_NIGHT_S: i64 = 7 * 86_400;
/// Hours that nobody has confirmed for this long are shown with a word of caution.
const OLD_AFTER_S: i64 = 30 * 86_400;

/// The hours of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Monday to Sunday.
    pub week: [Hours; 7],
    /// On public holidays.
    pub holiday: DayRule,
    /// On Christmas Eve, Easter Eve and the other days when many close early.
    pub eve: DayRule,
    /// On single days.
    pub exceptions: BTreeMap<Day, Hours>,
}

/// Why a day has the hours it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The weekday.
    Weekday,
    /// Somebody has set this day's hours.
    Exception,
    /// A public holiday.
    Holiday(Holiday),
    /// A day when many close early.
    Eve(ShortDay),
}

impl Opening {
    /// A day's hours and why: a single day beats a holiday, which beats an eve, which beats the weekday.
    #[must_use]
    pub fn on(&self, day: Day) -> (&Hours, Why) {
        if let Some(hours) = self.exceptions.get(&day) {
            return (hours, Why::Exception);
        }
        if let Some(holiday) = holiday(day) {
            return (self.by_rule(&self.holiday, day), Why::Holiday(holiday));
        }
        match short_day(day) {
            Some(eve) => (self.by_rule(&self.eve, day), Why::Eve(eve)),
            None => (self.weekday(day.weekday()), Why::Weekday),
        }
    }

    /// The usual hours of a weekday, Monday = 1.
    #[must_use]
    pub fn weekday(&self, weekday: i8) -> &Hours {
        static CLOSED: Hours = Hours::CLOSED;
        let at = usize::try_from(weekday - 1).unwrap_or(7);
        self.week.get(at).unwrap_or(&CLOSED)
    }

    fn by_rule<'o>(&'o self, rule: &'o DayRule, day: Day) -> &'o Hours {
        match rule {
            DayRule::Usual => self.weekday(day.weekday()),
            DayRule::Hours(hours) => hours,
        }
    }
}

/// Whether a place is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenState {
    /// Now, until then.
    Open {
        /// When it closes.
        until: Timestamp,
    },
    /// Now, and there is no end in sight.
    DayAndNight,
    /// Not now.
    Closed {
        /// When it opens, if that is known.
        opens: Option<Timestamp>,
    },
}

impl OpenState {
    /// Whether one can come now.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, OpenState::Open { .. } | OpenState::DayAndNight)
    }
}

/// Whether a place is open at this instant. Hours that cross midnight belong to the day they begin, and hours that meet are
/// one: a place open 00–24 on Friday and 00–08 on Saturday is open on Friday until Saturday 08.
#[must_use]
pub fn open_state(opening: &Opening, now: Timestamp) -> OpenState {
    let today = now.day();
    let mut open_until: Option<Timestamp> = None;
    for ahead in -1..=LOOK_AHEAD_DAYS {
        let day = today.plus(ahead);
        for span in opening.on(day).0.spans() {
            let (from, until) = span.on(day);
            if until <= now || until <= from {
                continue;
            }
            match open_until {
                Some(end) if from <= end => open_until = Some(end.max(until)),
                Some(end) => return OpenState::Open { until: end },
                None if from <= now => open_until = Some(until),
                None => return OpenState::Closed { opens: Some(from) },
            }
        }
        if open_until.is_some_and(|end| end.since_s(now) > DAY_AND_NIGHT_S) {
            return OpenState::DayAndNight;
        }
    }
    open_until.map_or(OpenState::Closed { opens: None }, |until| OpenState::Open { until })
}

/// The days ahead that are not like their weekday, first to last: those that somebody has set, and holidays and eves.
#[must_use]
pub fn other_days(opening: &Opening, today: Day, days: i32) -> Vec<(Day, &Hours, Why)> {
    let ahead = (0..days).map(|ahead| today.plus(ahead));
    let with_hours = ahead.map(|day| {
        let (hours, why) = opening.on(day);
        (day, hours, why)
    });
    with_hours.filter(|(_, _, why)| *why != Why::Weekday).collect()
}

/// Whether hours were confirmed so long ago that one should call first.
#[must_use]
pub fn is_old(confirmed: Timestamp, now: Timestamp) -> bool {
    now.since_s(confirmed) > OLD_AFTER_S
}

/// One line about today, and the day it goes away by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What it says.
    pub text: Text,
    /// The last day it is shown.
    pub until: Day,
}

/// What staff can change about a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The hours.
    pub opening: Opening,
    /// The message, when one is shown.
    pub message: Option<Message>,
    /// Counts changes.
    pub version: i64,
}

/// What staff ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// These hours and this message, written while looking at this version.
    Change {
        /// The version that was on the page.
        seen: i64,
        /// The hours.
        opening: Box<Opening>,
        /// The message.
        message: Option<Message>,
    },
    /// What stands there is right today.
    Confirm,
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// As it is from now on; its version has gone up when anything was changed.
    pub state: State,
    /// What was changed, field by field: the history.
    pub lines: Vec<ChangeLine>,
}

/// One field that was changed. Hours are kept as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeLine {
    /// `monday` … `sunday`, `holiday`, `eve`, `message`, a day such as `2026-12-24`, or a fact such as `door`.
    pub field: String,
    /// Before.
    pub before: String,
    /// After.
    pub after: String,
}

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum No {
    /// Somebody else has changed the place since the page was shown.
    Stale,
    /// A message has to end today or later.
    MessageOver,
    /// Another place has this word in its address.
    Taken,
}

impl Refusal for No {
    fn key(&self) -> &'static str {
        match self {
            No::Stale => "places-stale",
            No::MessageOver => "places-message-over",
            No::Taken => "places-taken",
        }
    }
}

/// The keys of the weekdays, Monday first.
pub const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Changes hours and message, or confirms them. What belongs to days that are over is dropped.
///
/// # Errors
/// A [`No`].
pub fn decide(state: &State, command: Command, now: Timestamp) -> Result<Change, No> {
    let today = now.day();
    let (mut opening, message) = match command {
        Command::Confirm => return Ok(Change { state: state.clone(), lines: Vec::new() }),
        Command::Change { seen, .. } if seen != state.version => return Err(No::Stale),
        Command::Change { opening, message, .. } => (*opening, message),
    };
    if message.as_ref().is_some_and(|message| message.until < today) {
        return Err(No::MessageOver);
    }
    opening.exceptions.retain(|day, _| *day >= today);
    // Last night's hours may run on until this morning.
    let last_night = state.opening.exceptions.get_key_value(&today.plus(-1));
    opening.exceptions.extend(last_night.map(|(day, hours)| (*day, hours.clone())));
    let lines = compare(state, &opening, message.as_ref(), today);
    let version = state.version + i64::from(!lines.is_empty());
    Ok(Change { state: State { opening, message, version }, lines })
}

fn compare(old: &State, opening: &Opening, message: Option<&Message>, today: Day) -> Vec<ChangeLine> {
    let mut lines = Vec::new();
    let mut note = |field: &str, before: String, after: String| {
        if before != after {
            lines.push(ChangeLine { field: field.to_owned(), before, after });
        }
    };
    let said = |message: Option<&Message>| message.map_or(String::new(), |message| message.text.as_str().to_owned());
    note("message", said(old.message.as_ref()), said(message));
    let until = |message: Option<&Message>| message.map_or(String::new(), |message| message.until.stored());
    note("message-until", until(old.message.as_ref()), until(message));
    for ((key, before), after) in WEEKDAYS.iter().zip(&old.opening.week).zip(&opening.week) {
        note(key, before.stored(), after.stored());
    }
    note("holiday", old.opening.holiday.stored(), opening.holiday.stored());
    note("eve", old.opening.eve.stored(), opening.eve.stored());
    let days: std::collections::BTreeSet<Day> =
        old.opening.exceptions.keys().chain(opening.exceptions.keys()).copied().filter(|day| *day >= today).collect();
    for day in days {
        let stored = |of: &Opening| of.exceptions.get(&day).map_or("usual".to_owned(), Hours::stored);
        note(&day.stored(), stored(&old.opening), stored(opening));
    }
    lines
}
