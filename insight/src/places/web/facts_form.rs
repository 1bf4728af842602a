//! The form of a place's facts: fields as they were typed, and what they mean.

use std::collections::BTreeMap;

use kernel::language::Language;
use kernel::text::{Phone, Text, TextFault};
use platform::error::FieldError;
use platform::form::Form;
use platform::frame::Say;

use crate::places::door::{Beside, Colour, Door, Entry, Material, Wall, Window};
use crate::places::facts::Facts;
use crate::places::offer::Offer;
use crate::places::store::{DIRECTIONS_CHARS, NAME_CHARS};

/// Every field of the form.
pub const FIELDS: [&str; 15] = [
    "versjon",
    "ord",
    "navn",
    "telefon",
    "farge",
    "materiale",
    "vindu",
    "inngang",
    "vegg",
    "ved",
    "nummer",
    "vei-nb",
    "vei-nn",
    "vei-en",
    "gir",
];
/// Directions, Bokmål first.
const WAYS: [(&str, Language); 3] = [("vei-nb", Language::Nb), ("vei-nn", Language::Nn), ("vei-en", Language::En)];

/// One choice, and whether it is made.
pub struct Choice {
    /// Its value.
    pub key: &'static str,
    /// Its words.
    pub label: String,
    /// Whether it is made.
    pub chosen: bool,
}

/// A group of which one is chosen.
pub struct Group {
    /// The field.
    pub field: &'static str,
    /// Its words.
    pub label: String,
    /// The choices.
    pub choices: Vec<Choice>,
}

/// What stands in the fields.
#[derive(Clone, Default)]
pub struct Typed {
    fields: BTreeMap<&'static str, String>,
    offers: Vec<Offer>,
}

impl Typed {
    /// As the place is now.
    #[must_use]
    pub fn of(facts: &Facts, version: i64) -> Typed {
        let mut typed = Typed { offers: facts.offers.clone(), ..Typed::default() };
        let door = &facts.door;
        typed.set("versjon", version.to_string());
        typed.set("navn", facts.name.to_string());
        typed.set("telefon", facts.phone.as_ref().map_or(String::new(), |phone| phone.shown().replace('\u{a0}', " ")));
        typed.set("farge", door.colour.key());
        typed.set("materiale", door.material.key());
        typed.set("vindu", door.window.key());
        typed.set("inngang", door.entry.key());
        typed.set("vegg", door.wall.key());
        typed.set("ved", door.beside.key());
        typed.set("nummer", door.number.as_ref().map_or(String::new(), Text::to_string));
        for (field, language) in WAYS {
            let found = facts.directions.iter().find(|(of, _)| *of == language);
            typed.set(field, found.map_or(String::new(), |(_, words)| words.to_string()));
        }
        typed
    }

    /// As it came back.
    #[must_use]
    pub fn read(form: &Form) -> Typed {
        let fields = FIELDS.iter().filter(|field| **field != "gir").map(|field| (*field, form.get(field).to_owned()));
        Typed { fields: fields.collect(), offers: form.all("gir").filter_map(Offer::parse).collect() }
    }

    /// What stands in a field.
    #[must_use]
    pub fn value(&self, field: &str) -> &str {
        self.fields.get(field).map_or("", String::as_str)
    }

    /// Puts something in a field.
    pub fn set(&mut self, field: &'static str, value: impl Into<String>) {
        self.fields.insert(field, value.into());
    }

    /// What it asks for, or every field that cannot be used.
    ///
    /// # Errors
    /// One error a field.
    pub fn understand(&self) -> Result<Facts, Vec<FieldError>> {
        let mut errors = Vec::new();
        let name = self.text("navn", NAME_CHARS, &mut errors);
        let phone = self.phone(&mut errors);
        if self.offers.is_empty() {
            errors.push(FieldError::new("gir", "form-choose"));
        }
        let mut directions = Vec::new();
        for (field, language) in WAYS {
            // Bokmål has to be there; the others may wait for somebody who writes them.
            if language == Language::Nb || !self.value(field).trim().is_empty() {
                directions.extend(self.text(field, DIRECTIONS_CHARS, &mut errors).map(|words| (language, words)));
            }
        }
        let door = self.door(&mut errors);
        match (name, door, errors.is_empty()) {
            (Some(name), Some(door), true) => Ok(Facts { name, phone, offers: self.offers.clone(), door, directions }),
            _ => Err(errors),
        }
    }

    fn text(&self, field: &'static str, max_chars: usize, errors: &mut Vec<FieldError>) -> Option<Text> {
        let key = |fault| match fault {
            TextFault::Empty => "form-write-something",
            TextFault::TooLong { .. } => "form-too-long",
            TextFault::Control => "form-unreadable-signs",
        };
        let read = Text::parse(self.value(field), max_chars);
        read.map_err(|fault| errors.push(FieldError::new(field, key(fault)))).ok()
    }

    fn phone(&self, errors: &mut Vec<FieldError>) -> Option<Phone> {
        let typed = self.value("telefon").trim();
        let read = Phone::parse(typed);
        if read.is_none() && !typed.is_empty() {
            errors.push(FieldError::new("telefon", "form-phone"));
        }
        read
    }

    fn door(&self, errors: &mut Vec<FieldError>) -> Option<Door> {
        let mut missing = |field: &'static str| errors.push(FieldError::new(field, "form-choose"));
        let colour = Colour::parse(self.value("farge"));
        let material = Material::parse(self.value("materiale"));
        let window = Window::parse(self.value("vindu"));
        let entry = Entry::parse(self.value("inngang"));
        let wall = Wall::parse(self.value("vegg"));
        let beside = Beside::parse(self.value("ved"));
        let chosen = [
            ("farge", colour.is_some()),
            ("materiale", material.is_some()),
            ("vindu", window.is_some()),
            ("inngang", entry.is_some()),
            ("vegg", wall.is_some()),
            ("ved", beside.is_some()),
        ];
        chosen.into_iter().filter(|(_, is)| !is).for_each(|(field, _)| missing(field));
        let number = Door::number(self.value("nummer"));
        if number.is_none() {
            errors.push(FieldError::new("nummer", "places-number-unreadable"));
        }
        Some(Door {
            colour: colour?,
            material: material?,
            window: window?,
            entry: entry?,
            wall: wall?,
            beside: beside?,
            number: number?,
        })
    }

    /// What one can get, with what is ticked.
    #[must_use]
    pub fn offers(&self, say: &Say) -> Vec<Choice> {
        let choice = |offer: Offer| Choice {
            key: offer.key(),
            label: say.t(&format!("places-offer-{}", offer.key())),
            chosen: self.offers.contains(&offer),
        };
        Offer::ALL.into_iter().map(choice).collect()
    }

    /// What one sees of a door, with what is chosen.
    #[must_use]
    pub fn groups(&self, say: &Say) -> Vec<Group> {
        let group = |field: &'static str, name: &str, keys: Vec<&'static str>| Group {
            field,
            label: say.t(&format!("places-field-door-{name}")),
            choices: keys
                .into_iter()
                .map(|key| Choice { key, label: say.t(&format!("places-door-{name}-{key}")), chosen: self.value(field) == key })
                .collect(),
        };
        vec![
            group("farge", "colour", Colour::ALL.iter().map(|one| one.key()).collect()),
            group("materiale", "material", Material::ALL.iter().map(|one| one.key()).collect()),
            group("vindu", "window", Window::ALL.iter().map(|one| one.key()).collect()),
            group("inngang", "entry", Entry::ALL.iter().map(|one| one.key()).collect()),
            group("vegg", "wall", Wall::ALL.iter().map(|one| one.key()).collect()),
            group("ved", "beside", Beside::ALL.iter().map(|one| one.key()).collect()),
        ]
    }
}
