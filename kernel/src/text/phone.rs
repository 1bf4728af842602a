//! Phone numbers: stored as E.164, shown in the groups people in Norway read them in (ux.md, 7.1).

/// A phone number. It is contact data and never an identity.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

/// Longest text that is read as a phone number, in bytes.
const LONGEST_INPUT: usize = 40;

impl Phone {
    /// What somebody typed. A number without a country code is Norwegian; `+` and `00` start a country code. Nothing when
    /// it cannot be a phone number.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Phone> {
        let compact = compact(typed)?;
        if let Some(abroad) = compact.strip_prefix('+').or_else(|| compact.strip_prefix("00")) {
            return match abroad.strip_prefix("47") {
                Some(national) => norwegian(national).map(Phone),
                None => foreign(abroad).map(Phone),
            };
        }
        if is_short(&compact) { Some(Phone(compact)) } else { norwegian(&compact).map(Phone) }
    }

    /// As stored: `+4741234567`; a number that only exists inside Norway, such as 116117 or 08588, as it is dialled.
    #[must_use]
    pub fn stored(&self) -> &str {
        &self.0
    }

    /// As shown: `41 23 45 67`, `800 12 345`, `116 117`, `08588`; a foreign number as it is stored. The spaces are hard, so
    /// that a number is never broken over two lines.
    #[must_use]
    pub fn shown(&self) -> String {
        match self.0.strip_prefix("+47") {
            Some(national) if national.starts_with("80") => grouped(national, &[3, 2, 3]),
            Some(national) => grouped(national, &[2, 2, 2, 2]),
            None if self.0.len() == 6 => grouped(&self.0, &[3, 3]),
            None => self.0.clone(),
        }
    }
}

/// The digits, with a leading plus if there was one.
fn compact(typed: &str) -> Option<String> {
    let text = typed.trim();
    if text.len() > LONGEST_INPUT {
        return None;
    }
    let mut compact = String::new();
    for letter in text.chars() {
        match letter {
            '0'..='9' => compact.push(letter),
            '+' if compact.is_empty() => compact.push(letter),
            '(' | ')' | '.' | '-' | '–' => {}
            space if space.is_whitespace() => {}
            _ => return None,
        }
    }
    Some(compact)
}

/// Eight digits of which the first is 2 to 9: no Norwegian subscriber number starts with 0 or 1.
fn norwegian(national: &str) -> Option<String> {
    let starts_right = national.starts_with(|first: char| ('2'..='9').contains(&first));
    (national.len() == 8 && starts_right).then(|| format!("+47{national}"))
}

/// A country code and a number: seven to fifteen digits that do not start with 0.
fn foreign(digits: &str) -> Option<String> {
    let possible = (7..=15).contains(&digits.len()) && !digits.starts_with('0');
    possible.then(|| format!("+{digits}"))
}

/// Three digits (113), four (1881), five (08588) or six that start with 116 (116117): dialled as they are.
fn is_short(digits: &str) -> bool {
    match digits.len() {
        3..=4 => digits.starts_with('1'),
        5 => digits.starts_with('0'),
        6 => digits.starts_with("116"),
        _ => false,
    }
}

/// The digits in groups of these sizes with hard spaces between.
fn grouped(digits: &str, sizes: &[usize]) -> String {
    let mut digits = digits.chars();
    let groups: Vec<String> = sizes.iter().map(|size| digits.by_ref().take(*size).collect()).collect();
    groups.join("\u{a0}")
}
