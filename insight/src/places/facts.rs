//! What a place is, apart from its hours: name, phone, what one gets, the door, the way there.

use kernel::language::Language;
use kernel::text::{Phone, Text};

use super::door::Door;
use super::offer::Offer;
use super::rules::{ChangeLine, No};

/// Longest word in an address, in characters: short enough to be said on the phone.
const WORD_CHARS: usize = 30;
/// Words that are addresses of their own.
const TAKEN_BY_US: [&str; 1] = ["nytt"];

/// What a place is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// What people call it.
    pub name: Text,
    /// Where to call.
    pub phone: Option<Phone>,
    /// What one gets.
    pub offers: Vec<Offer>,
    /// Its door.
    pub door: Door,
    /// How to walk there. Bokmål is always among them.
    pub directions: Vec<(Language, Text)>,
}

/// The word of a place's address: small letters from a to z, figures and hyphens. Nothing for another.
#[must_use]
pub fn address_word(typed: &str) -> Option<String> {
    let word = typed.trim().to_lowercase();
    let plain = word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    let long_enough = (2..=WORD_CHARS).contains(&word.len());
    let ends = word.starts_with('-') || word.ends_with('-');
    (plain && long_enough && !ends && !TAKEN_BY_US.contains(&word.as_str())).then_some(word)
}

/// Describes a place anew: what was changed, field by field, or a no when somebody else was first.
///
/// # Errors
/// [`No::Stale`].
pub fn describe(old: &Facts, version: i64, seen: i64, new: &Facts) -> Result<Vec<ChangeLine>, No> {
    if seen != version {
        return Err(No::Stale);
    }
    let mut lines = Vec::new();
    let mut note = |field: String, before: String, after: String| {
        if before != after {
            lines.push(ChangeLine { field, before, after });
        }
    };
    note("name".into(), old.name.to_string(), new.name.to_string());
    let phone = |of: &Facts| of.phone.as_ref().map_or(String::new(), Phone::shown);
    note("phone".into(), phone(old), phone(new));
    note("offers".into(), Offer::stored(&old.offers), Offer::stored(&new.offers));
    note("door".into(), old.door.stored(), new.door.stored());
    for language in Language::ALL {
        let way = |of: &Facts| {
            let found = of.directions.iter().find(|(of, _)| *of == language);
            found.map_or(String::new(), |(_, words)| words.to_string())
        };
        note(format!("way-{}", language.code()), way(old), way(new));
    }
    Ok(lines)
}
