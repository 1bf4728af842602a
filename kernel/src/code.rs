//! Codes that can be read aloud on a bad phone line: two words and two digits (ux.md, 7.2).

#[cfg(test)]
mod tests;

/// How many words there are to choose from: eleven bits.
pub const WORD_COUNT: usize = 2048;

/// Longest text that is read as a code, in bytes; longer is no code.
const LONGEST_INPUT: usize = 80;

/// The word list, one word a line, in alphabetical order.
static WORDS: &str = include_str!("code/words.txt");

/// A code of two words and two digits. It opens one answer or belongs to one card.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Code {
    first: &'static str,
    second: &'static str,
    digits: u8,
}

impl Code {
    /// A code from random bits: eleven for each word and the rest for the digits. With 64 bits the digits are even to
    /// within one part in ten thousand million.
    #[must_use]
    pub fn from_bits(bits: u64) -> Code {
        let digits = u8::try_from((bits >> 22) % 100).unwrap_or(0);
        Code { first: word(bits), second: word(bits >> 11), digits }
    }

    /// What somebody typed or read aloud: capitals, spaces, dots, middle dots and hyphens do not matter. Nothing when it is
    /// not two words of the list and two digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Code> {
        if text.len() > LONGEST_INPUT {
            return None;
        }
        let lower = text.to_lowercase();
        if lower.chars().any(|letter| !is_letter_or_digit(letter) && !is_separator(letter)) {
            return None;
        }
        let mut words = lower.split(|letter: char| !letter.is_ascii_lowercase()).filter(|word| !word.is_empty());
        let (first, second) = (listed(words.next()?)?, listed(words.next()?)?);
        let digits: String = lower.chars().filter(char::is_ascii_digit).collect();
        let digits_are_last = lower.find(|letter: char| letter.is_ascii_digit())? > lower.rfind(second)?;
        if words.next().is_some() || digits.len() != 2 || !digits_are_last {
            return None;
        }
        Some(Code { first, second, digits: digits.parse().ok()? })
    }

    /// As shown and printed: `kano · hest · 47`.
    #[must_use]
    pub fn shown(&self) -> String {
        format!("{} · {} · {:02}", self.first, self.second, self.digits)
    }

    /// The one spelling that is hashed with a key: `kano hest 47`.
    #[must_use]
    pub fn canonical(&self) -> String {
        format!("{} {} {:02}", self.first, self.second, self.digits)
    }
}

/// The word that the eleven lowest bits name.
fn word(bits: u64) -> &'static str {
    let place = usize::try_from(bits % 2048).unwrap_or(0);
    WORDS.lines().nth(place).unwrap_or("")
}

/// The listed word that is spelled like this.
fn listed(text: &str) -> Option<&'static str> {
    WORDS.lines().find(|word| *word == text)
}

fn is_letter_or_digit(letter: char) -> bool {
    letter.is_ascii_lowercase() || letter.is_ascii_digit()
}

fn is_separator(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '.' | ',' | '·' | '•' | '-' | '–' | '—' | '_' | '/')
}
