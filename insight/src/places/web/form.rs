//! The form of `/steder/{place}/endre`: hours as they are typed, read with an error for each field that cannot be.

use std::collections::BTreeMap;

use kernel::text::Text;
use kernel::time::Day;
use platform::error::FieldError;
use platform::form::Form;
use platform::frame::Say;

use crate::places::hours::{DayRule, Hours, HoursFault};
use crate::places::rules::{Message, Opening, State};
use crate::places::store::MESSAGE_CHARS;

/// The fields, Monday first among the days.
pub const DAYS: [&str; 7] = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lordag", "sondag"];
/// Every field of the form.
pub const FIELDS: [&str; 14] = [
    "versjon",
    "beskjed",
    "beskjed-til",
    "i-dag",
    "mandag",
    "tirsdag",
    "onsdag",
    "torsdag",
    "fredag",
    "lordag",
    "sondag",
    "helligdag",
    "aften",
    "andre-dager",
];
/// Most single days at a time.
const MAX_OTHER_DAYS: usize = 60;

/// What stands in the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The version that was on the page.
    pub version: String,
    /// The message.
    pub message: String,
    /// Its last day.
    pub message_until: String,
    /// Other hours today.
    pub today: String,
    /// Monday to Sunday.
    pub week: Vec<String>,
    /// On public holidays.
    pub holiday: String,
    /// On eves.
    pub eve: String,
    /// Single days, one a line.
    pub other: String,
}

impl Typed {
    /// As the place is now.
    #[must_use]
    pub fn of(state: &State, today: Day, say: &Say) -> Typed {
        let closed = say.t("places-hours-closed");
        let hours = |of: &Hours| if of.is_closed() { closed.clone() } else { of.typed() };
        let rule = |of: &DayRule| match of {
            DayRule::Usual => say.t("places-hours-usual"),
            DayRule::Hours(of) => hours(of),
        };
        let opening = &state.opening;
        let ahead = opening.exceptions.iter().filter(|(day, _)| **day > today);
        let other: Vec<String> = ahead.map(|(day, of)| format!("{} {}", typed_day(*day), hours(of))).collect();
        Typed {
            version: state.version.to_string(),
            message: state.message.as_ref().map_or(String::new(), |message| message.text.as_str().to_owned()),
            message_until: state.message.as_ref().map_or(String::new(), |message| typed_day(message.until)),
            today: opening.exceptions.get(&today).map_or(String::new(), hours),
            week: opening.week.iter().map(hours).collect(),
            holiday: rule(&opening.holiday),
            eve: rule(&opening.eve),
            other: other.join("\n"),
        }
    }

    /// As it came back.
    #[must_use]
    pub fn read(form: &Form) -> Typed {
        let get = |name: &str| form.get(name).to_owned();
        Typed {
            version: get("versjon"),
            message: get("beskjed"),
            message_until: get("beskjed-til"),
            today: get("i-dag"),
            week: DAYS.iter().map(|day| get(day)).collect(),
            holiday: get("helligdag"),
            eve: get("aften"),
            other: get("andre-dager"),
        }
    }

    /// What it asks for, or every field that cannot be used.
    ///
    /// # Errors
    /// One error a field.
    pub fn understand(&self, today: Day) -> Result<(Opening, Option<Message>), Vec<FieldError>> {
        let mut errors = Vec::new();
        let mut week = [const { Hours::CLOSED }; 7];
        for ((slot, field), typed) in week.iter_mut().zip(DAYS).zip(&self.week) {
            *slot = keep(&mut errors, field, Hours::parse(typed)).unwrap_or_default();
        }
        let holiday = keep(&mut errors, "helligdag", DayRule::parse(&self.holiday));
        let eve = keep(&mut errors, "aften", DayRule::parse(&self.eve));
        let mut exceptions = read_other_days(&self.other, today).unwrap_or_else(|key| {
            errors.push(FieldError::new("andre-dager", key));
            BTreeMap::new()
        });
        if !self.today.trim().is_empty() {
            exceptions.extend(keep(&mut errors, "i-dag", Hours::parse(&self.today)).map(|hours| (today, hours)));
        }
        let message = self.read_message(today).unwrap_or_else(|error| {
            errors.push(error);
            None
        });
        match (holiday, eve, errors.is_empty()) {
            (Some(holiday), Some(eve), true) => Ok((Opening { week, holiday, eve, exceptions }, message)),
            _ => Err(errors),
        }
    }

    /// A message that names no day is about today.
    fn read_message(&self, today: Day) -> Result<Option<Message>, FieldError> {
        let text = Text::parse_optional(&self.message.replace(['\r', '\n'], " "), MESSAGE_CHARS)
            .map_err(|_| FieldError::new("beskjed", "form-too-long"))?;
        let Some(text) = text else { return Ok(None) };
        if self.message_until.trim().is_empty() {
            return Ok(Some(Message { text, until: today }));
        }
        let until = read_day(self.message_until.trim(), today).ok_or(FieldError::new("beskjed-til", "form-date"))?;
        Ok(Some(Message { text, until }))
    }
}

fn keep<T>(errors: &mut Vec<FieldError>, field: &'static str, read: Result<T, HoursFault>) -> Option<T> {
    let key = |fault| match fault {
        HoursFault::Unreadable => "places-hours-unreadable",
        HoursFault::Overlap => "places-hours-overlap",
    };
    read.map_err(|fault| errors.push(FieldError::new(field, key(fault)))).ok()
}

/// `24.12.2026 10–13`, one day a line. A day twice keeps the last.
fn read_other_days(typed: &str, today: Day) -> Result<BTreeMap<Day, Hours>, &'static str> {
    let lines: Vec<&str> = typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() > MAX_OTHER_DAYS {
        return Err("places-too-many-days");
    }
    let read = |line: &str| {
        let (day, hours) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let day = read_day(day.trim_end_matches(':'), today).filter(|day| *day > today)?;
        Some((day, Hours::parse(hours).ok()?))
    };
    lines.into_iter().map(read).collect::<Option<_>>().ok_or("places-other-days-unreadable")
}

fn typed_day(day: Day) -> String {
    let (year, month, of_month) = day.parts();
    format!("{of_month:02}.{month:02}.{year}")
}

/// `24.12.2026`, `24.12.26` or `24.12`, which is the next one.
fn read_day(typed: &str, today: Day) -> Option<Day> {
    let parts: Vec<i16> = typed.trim_end_matches('.').split(['.', '/']).map(str::parse).collect::<Result<_, _>>().ok()?;
    let narrow = |part: i16| i8::try_from(part).ok();
    match parts.as_slice() {
        [day, month, year @ 0..100] => Day::of(year + 2000, narrow(*month)?, narrow(*day)?),
        [day, month, year] => Day::of(*year, narrow(*month)?, narrow(*day)?),
        [day, month] => {
            let this_year = Day::of(today.parts().0, narrow(*month)?, narrow(*day)?)?;
            if this_year < today { Day::of(today.parts().0 + 1, narrow(*month)?, narrow(*day)?) } else { Some(this_year) }
        }
        _ => None,
    }
}
