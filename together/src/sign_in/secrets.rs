//! What may be chosen as PIN or own words. Pure: nothing is kept here.

/// What somebody knows by heart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Four to eight digits.
    Pin,
    /// Words of their own.
    Phrase,
}

impl Kind {
    /// As stored and sent.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Kind::Pin => "pin",
            Kind::Phrase => "phrase",
        }
    }

    /// The kind with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Kind> {
        [Kind::Pin, Kind::Phrase].into_iter().find(|kind| kind.key() == key)
    }
}

/// Longest text of own words, in characters.
pub const LONGEST: usize = 80;
const SHORTEST_PHRASE: usize = 10;

/// PINs that many choose without a pattern the rules below find: keypad columns, famous numbers.
const FAMOUS: [&str; 10] = ["2580", "0852", "1379", "1397", "1004", "2001", "1984", "147258", "159753", "112233"];

/// What speaks against this choice, as a wording key; nothing when it may be used.
#[must_use]
pub fn objection(kind: Kind, typed: &str, birth_year: Option<i64>) -> Option<&'static str> {
    match kind {
        Kind::Pin => against_pin(&pin(typed), birth_year),
        Kind::Phrase => against_phrase(typed),
    }
}

/// A PIN without the blanks people put between its digits.
#[must_use]
pub fn pin(typed: &str) -> String {
    typed.chars().filter(|sign| !sign.is_whitespace()).collect()
}

/// As it is hashed and compared: a PIN without blanks, own words as they are.
#[must_use]
pub fn compared(typed: &str) -> String {
    let digits = pin(typed);
    if digits.chars().all(|sign| sign.is_ascii_digit()) { digits } else { typed.to_owned() }
}

fn against_pin(pin: &str, birth_year: Option<i64>) -> Option<&'static str> {
    if !pin.chars().all(|sign| sign.is_ascii_digit()) {
        return Some("sign-in-pin-digits");
    }
    if !(4..=8).contains(&pin.len()) {
        return Some("sign-in-pin-length");
    }
    let born = birth_year.is_some_and(|year| {
        let year = year.to_string();
        let turned: String = year.chars().rev().collect();
        pin.contains(&year) || pin.contains(&turned)
    });
    (born || is_easy(pin)).then_some("sign-in-pin-easy")
}

fn is_easy(pin: &str) -> bool {
    let digits: Vec<i32> = pin.bytes().map(|digit| i32::from(digit - b'0')).collect();
    let steps: Vec<i32> = digits.iter().zip(digits.iter().skip(1)).map(|(one, next)| next - one).collect();
    let even_steps = steps.first().is_some_and(|first| (-1..=1).contains(first) && steps.iter().all(|step| step == first));
    let two_by_two = digits.iter().zip(digits.iter().skip(2)).all(|(one, after)| one == after);
    even_steps || two_by_two || FAMOUS.contains(&pin)
}

fn against_phrase(typed: &str) -> Option<&'static str> {
    let words = typed.trim();
    let length = words.chars().count();
    if length > LONGEST {
        return Some("form-too-long");
    }
    if words.chars().any(char::is_control) {
        return Some("form-unreadable-signs");
    }
    let kinds: std::collections::BTreeSet<char> = words.chars().collect();
    let few_signs = kinds.len() < 5;
    let only_digits = words.chars().all(|sign| sign.is_ascii_digit() || sign.is_whitespace());
    (length < SHORTEST_PHRASE || few_signs || only_digits).then_some("sign-in-phrase-short")
}
