//! A quiet line for staff: another word than one that hurts or blames. It stops nothing, is stored nowhere, and leaves what
//! stands in quotation marks alone, because those are somebody's own words.

use kernel::language::Language;

/// The lists by which the product's own wording is checked: words, who should not meet them, what to say instead.
const fn list(language: Language) -> &'static str {
    match language {
        Language::Nb => include_str!("../../../xtask/words/nb.txt"),
        Language::Nn => include_str!("../../../xtask/words/nn.txt"),
        Language::En => include_str!("../../../xtask/words/en.txt"),
    }
}

/// A word that was written, and what one can write instead.
#[derive(Debug, PartialEq, Eq)]
pub struct Instead {
    /// As it was written, in small letters.
    pub word: String,
    /// What one can write.
    pub instead: String,
}

/// The first such word in a text.
#[must_use]
pub fn find(language: Language, text: &str) -> Option<Instead> {
    let own = without_quotations(text).to_lowercase();
    let words: Vec<&str> = own.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
    let lines = list(language).lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    for line in lines {
        let mut columns = line.split('|').map(str::trim);
        let (phrases, readers) = (columns.next().unwrap_or_default(), columns.next().unwrap_or_default());
        let instead = columns.next().unwrap_or_default();
        if !readers.split_whitespace().any(|reader| reader == "staff") {
            continue;
        }
        let stands = phrases.split(',').map(str::trim).find_map(|phrase| standing(&words, phrase));
        if let Some(word) = stands {
            return Some(Instead { word, instead: instead.to_owned() });
        }
    }
    None
}

fn standing(words: &[&str], phrase: &str) -> Option<String> {
    let lower = phrase.to_lowercase();
    let sought: Vec<&str> = lower.split_whitespace().collect();
    let same = |(word, sought): (&&str, &&str)| match sought.strip_suffix('*') {
        Some(start) => word.starts_with(start),
        None => word == sought,
    };
    if sought.is_empty() {
        return None;
    }
    words.windows(sought.len()).find(|window| window.iter().zip(&sought).all(same)).map(|window| window.join(" "))
}

fn without_quotations(text: &str) -> String {
    let mut inside = false;
    let mut own = String::new();
    for letter in text.chars() {
        match letter {
            '«' | '“' => inside = true,
            '»' | '”' => inside = false,
            '"' => inside = !inside,
            _ if inside => {}
            _ => own.push(letter),
        }
    }
    own
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_such_word_is_found_and_quotations_are_left_alone() {
        let found = find(Language::Nb, "Han møtte ikke opp i går.").map(|found| found.word);
        assert_eq!(found.as_deref(), Some("møtte ikke opp"));
        assert_eq!(find(Language::Nb, "Du skrev «jeg er ren nå»."), None);
        assert_eq!(find(Language::Nb, "Du skrev \"jeg sprakk\". Ring meg gjerne."), None);
        assert_eq!(find(Language::Nb, "Kan du komme torsdag kl. 10.30?"), None);
        assert!(find(Language::Nb, "Du sprakk").is_some_and(|found| found.instead.contains("begynte å bruke igjen")));
    }
}
