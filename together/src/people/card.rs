//! What a person may tell about themselves, and how it is read from a form. Everything may be left out.

use kernel::language::Language;
use kernel::text::{Phone, Text, TextFault};
use kernel::time::Day;
use platform::error::FieldError;
use platform::form::Form;

use super::names::holds_identity_number;

/// Longest name, in characters.
pub const NAME_MAX: usize = 80;
/// Most nicknames.
pub const ALIASES_MAX: usize = 5;
/// Longest text about how one wants to be spoken of, in characters.
pub const ABOUT_MAX: usize = 200;
/// Longest text about where one can be found, in characters.
pub const PLACE_MAX: usize = 200;
/// Earliest year of birth that is taken.
const YEAR_MIN: i64 = 1900;

/// Where somebody lives. Having no address is an answer like any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Living {
    /// No fixed address.
    NoAddress,
    /// With somebody.
    WithSomeone,
    /// A place for a time.
    ForATime,
    /// A home of their own.
    OwnHome,
    /// Does not want to say.
    Unsaid,
}

impl Living {
    /// All, in the order of the page.
    pub const ALL: [Living; 5] = [Living::NoAddress, Living::WithSomeone, Living::ForATime, Living::OwnHome, Living::Unsaid];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Living::NoAddress => "no-address",
            Living::WithSomeone => "with-someone",
            Living::ForATime => "for-a-time",
            Living::OwnHome => "own-home",
            Living::Unsaid => "unsaid",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Living> {
        Living::ALL.into_iter().find(|living| living.key() == key)
    }
}

/// How somebody wants letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// On the screen.
    Screen,
    /// On paper, from their contact.
    Paper,
    /// Read aloud by somebody.
    Aloud,
    /// Does not want to say.
    Unsaid,
}

impl Letters {
    /// All, in the order of the page.
    pub const ALL: [Letters; 4] = [Letters::Screen, Letters::Paper, Letters::Aloud, Letters::Unsaid];

    /// As stored, in forms and in the wording.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Letters::Screen => "screen",
            Letters::Paper => "paper",
            Letters::Aloud => "aloud",
            Letters::Unsaid => "unsaid",
        }
    }

    /// The one with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Letters> {
        Letters::ALL.into_iter().find(|letters| letters.key() == key)
    }
}

/// All that a person tells about themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// What they want to be called.
    pub name: Option<String>,
    /// Nicknames.
    pub aliases: Vec<String>,
    /// How they want to be spoken of, in their own words.
    pub about: Option<String>,
    /// Phone as stored.
    pub phone: Option<String>,
    /// Year of birth.
    pub birth_year: Option<i64>,
    /// The language they are met in.
    pub language: Language,
    /// Where they live.
    pub living: Living,
    /// Where they can be found, in their own words.
    pub place: Option<String>,
    /// How they want letters.
    pub letters: Letters,
}

/// Who stands at the door. As little as needed: at most these three.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtTheDoor {
    /// What they want to be called; nothing for a number.
    pub name: Option<String>,
    /// Year of birth.
    pub birth_year: Option<i64>,
    /// Phone as stored.
    pub phone: Option<String>,
}

/// Collects the answers of fields, each with its own error.
struct Reading<'a> {
    form: &'a Form,
    today: Day,
    errors: Vec<FieldError>,
}

impl Reading<'_> {
    fn take<T: Default>(&mut self, read: Result<T, FieldError>) -> T {
        read.unwrap_or_else(|error| {
            self.errors.push(error);
            T::default()
        })
    }

    fn line(&mut self, field: &'static str) -> Option<String> {
        let read = one_line(field, self.form.get(field), NAME_MAX);
        self.take(read)
    }

    fn words(&mut self, field: &'static str, max: usize) -> Option<String> {
        let read = match self.form.text_or_none(field, max) {
            Ok(Some(text)) if holds_identity_number(text.as_str()) => Err(FieldError::new(field, "people-no-number")),
            Ok(text) => Ok(text.map(|text| text.as_str().to_owned())),
            Err(error) => Err(error),
        };
        self.take(read)
    }

    fn phone(&mut self) -> Option<String> {
        let read = phone(self.form.get("phone"));
        self.take(read)
    }

    fn year(&mut self) -> Option<i64> {
        let read = year(self.form.get("year"), self.today);
        self.take(read)
    }

    fn aliases(&mut self) -> Vec<String> {
        let read = aliases(self.form.get("aliases"));
        self.take(read)
    }

    fn choice<T: Copy>(&mut self, field: &'static str, parse: impl Fn(&str) -> Option<T>, otherwise: T) -> T {
        match self.form.get(field) {
            "" => otherwise,
            typed => parse(typed).unwrap_or_else(|| {
                self.errors.push(FieldError::new(field, "form-choose"));
                otherwise
            }),
        }
    }
}

/// Reads the person's own page.
///
/// # Errors
/// The field errors to show beside the fields.
pub fn read_about(form: &Form, today: Day) -> Result<About, Vec<FieldError>> {
    let mut read = Reading { form, today, errors: Vec::new() };
    let about = About {
        name: read.line("name"),
        aliases: read.aliases(),
        about: read.words("about", ABOUT_MAX),
        phone: read.phone(),
        birth_year: read.year(),
        language: read.choice("language", Language::parse, Language::Nb),
        living: read.choice("living", Living::parse, Living::Unsaid),
        place: read.words("place", PLACE_MAX),
        letters: read.choice("letters", Letters::parse, Letters::Unsaid),
    };
    if read.errors.is_empty() { Ok(about) } else { Err(read.errors) }
}

/// Reads the page at the door. Somebody is called something, or gets a number.
///
/// # Errors
/// The field errors to show beside the fields.
pub fn read_door(form: &Form, today: Day) -> Result<AtTheDoor, Vec<FieldError>> {
    let numbered = form.has("numbered");
    let mut read = Reading { form, today, errors: Vec::new() };
    let door = AtTheDoor { name: read.line("name").filter(|_| !numbered), birth_year: read.year(), phone: read.phone() };
    if door.name.is_none() && !numbered && read.errors.iter().all(|error| error.field != "name") {
        read.errors.push(FieldError::new("name", "people-name-or-number"));
    }
    if read.errors.is_empty() { Ok(door) } else { Err(read.errors) }
}

fn one_line(field: &'static str, typed: &str, max: usize) -> Result<Option<String>, FieldError> {
    let spaced = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if holds_identity_number(&spaced) {
        return Err(FieldError::new(field, "people-no-number"));
    }
    let text = Text::parse_optional(&spaced, max).map_err(|fault| match fault {
        TextFault::Control => FieldError::new(field, "form-unreadable-signs"),
        TextFault::Empty | TextFault::TooLong { .. } => FieldError::new(field, "form-too-long"),
    })?;
    Ok(text.map(|text| text.as_str().to_owned()))
}

fn aliases(typed: &str) -> Result<Vec<String>, FieldError> {
    let mut aliases: Vec<String> = Vec::new();
    for line in typed.lines() {
        let Some(alias) = one_line("aliases", line, NAME_MAX)? else { continue };
        if !aliases.contains(&alias) {
            aliases.push(alias);
        }
    }
    if aliases.len() > ALIASES_MAX { Err(FieldError::new("aliases", "people-aliases-many")) } else { Ok(aliases) }
}

/// A phone number as stored, or nothing when nothing was typed.
///
/// # Errors
/// The field error to show beside it.
pub fn phone(typed: &str) -> Result<Option<String>, FieldError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    if !typed.starts_with(['+', '0']) && holds_identity_number(typed) {
        return Err(FieldError::new("phone", "people-no-number"));
    }
    let phone = Phone::parse(typed).ok_or(FieldError::new("phone", "form-phone"))?;
    Ok(Some(phone.stored().to_owned()))
}

/// A year of birth, or nothing when nothing was typed.
///
/// # Errors
/// The field error to show beside it.
pub fn year(typed: &str, today: Day) -> Result<Option<i64>, FieldError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    if holds_identity_number(typed) {
        return Err(FieldError::new("year", "people-no-number"));
    }
    let (this_year, ..) = today.parts();
    let year = Some(typed).filter(|typed| typed.len() == 4).and_then(|typed| typed.parse::<i64>().ok());
    let known = year.filter(|year| (YEAR_MIN..=i64::from(this_year)).contains(year));
    known.map(Some).ok_or(FieldError::new("year", "people-year-form"))
}
