//! What people type: bounded free text, and phone numbers.

mod phone;

#[cfg(test)]
mod tests;

pub use phone::Phone;

/// Free text that is not empty, not too long and without control characters other than the line feed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(String);

/// What is wrong with a text. Each has its sentence on the page that asked for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFault {
    /// Nothing was written.
    Empty,
    /// More characters than there is room for.
    TooLong {
        /// Room, in characters.
        max: usize,
        /// Length, in characters.
        was: usize,
    },
    /// A character that cannot be shown.
    Control,
}

impl Text {
    /// Text as typed: line ends become line feeds and space around it goes. `max_chars` counts characters, not bytes.
    ///
    /// # Errors
    /// When nothing is left, when it is too long, or when it holds a control character.
    pub fn parse(typed: &str, max_chars: usize) -> Result<Text, TextFault> {
        let lines = typed.replace("\r\n", "\n").replace('\r', "\n");
        let text = lines.trim();
        let was = text.chars().count();
        if text.is_empty() {
            Err(TextFault::Empty)
        } else if was > max_chars {
            Err(TextFault::TooLong { max: max_chars, was })
        } else if text.chars().any(|letter| letter.is_control() && letter != '\n') {
            Err(TextFault::Control)
        } else {
            Ok(Text(text.to_owned()))
        }
    }

    /// Text that may be left out: nothing when nothing was written.
    ///
    /// # Errors
    /// As [`Text::parse`], but never [`TextFault::Empty`].
    pub fn parse_optional(typed: &str, max_chars: usize) -> Result<Option<Text>, TextFault> {
        match Text::parse(typed, max_chars) {
            Ok(text) => Ok(Some(text)),
            Err(TextFault::Empty) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl core::fmt::Display for Text {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.0)
    }
}
