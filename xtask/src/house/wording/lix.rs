//! How easy a text is to read: words a sentence, and the share of long words.
//!
//! LIX = words / sentences + 100 × words longer than six letters / words. It does not see rare words; the word
//! list and people do.

/// Letters a word may have before it counts as long.
const LONG: usize = 6;

/// Abbreviations whose full stop does not end a sentence.
const ABBREVIATED: [&str; 12] = ["kl.", "nr.", "ca.", "f.eks.", "bl.a.", "osv.", "dvs.", "mv.", "evt.", "e.g.", "i.e.", "no."];

/// What was counted in a text.
#[derive(Debug, Default, Clone, Copy)]
pub struct Figures {
    /// Words, where a date part or a clock time is one.
    pub words: usize,
    /// Sentences, where a heading, a button or a line of a list is one.
    pub sentences: usize,
    /// Words of more than six letters.
    pub long: usize,
}

impl Figures {
    /// Counts a text in.
    pub fn add(&mut self, text: &str) {
        for sentence in sentences(text) {
            self.sentences += 1;
            self.words += sentence.len();
            self.long += sentence.iter().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > LONG).count();
        }
    }

    /// Adds what was counted elsewhere.
    pub fn join(&mut self, other: Figures) {
        self.words += other.words;
        self.sentences += other.sentences;
        self.long += other.long;
    }

    /// The readability index.
    pub fn lix(&self) -> f64 {
        let words = self.words.max(1) as f64;
        self.words_per_sentence() + 100.0 * self.long as f64 / words
    }

    /// The mean length of a sentence.
    pub fn words_per_sentence(&self) -> f64 {
        self.words as f64 / self.sentences.max(1) as f64
    }
}

/// The sentences of a text, each as its words.
pub fn sentences(text: &str) -> Vec<Vec<String>> {
    let mut found = vec![Vec::new()];
    for paragraph in text.split("\n\n").flat_map(|paragraph| paragraph.split("\n- ")) {
        let tokens: Vec<&str> = paragraph.split_whitespace().collect();
        for (at, token) in tokens.iter().enumerate() {
            let word: String = token.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
            if !word.is_empty() {
                found.last_mut().into_iter().for_each(|sentence| sentence.push(word.clone()));
            }
            if ends_sentence(token, tokens.get(at + 1).copied()) {
                found.push(Vec::new());
            }
        }
        found.push(Vec::new());
    }
    found.retain(|sentence| !sentence.is_empty());
    found
}

fn ends_sentence(token: &str, next: Option<&str>) -> bool {
    let bare = token.trim_end_matches(['»', '"', ')', '”']);
    if bare.ends_with(['!', '?', ':']) {
        return true;
    }
    if !bare.ends_with('.') || ABBREVIATED.contains(&bare.to_lowercase().as_str()) {
        return false;
    }
    // «12. november» is a date; «kl. 15.00. Ring» ends a sentence.
    let ordinal = bare.trim_end_matches('.').chars().all(|c| c.is_ascii_digit());
    !ordinal || next.is_none_or(|next| next.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The receipt of a request for help, as the content guide has it and measures it.
    const RECEIPT: [&str; 8] = [
        "Vi har fått meldingen din",
        "Kari eller en annen på MO-senteret svarer deg i dag før kl. 15.00.",
        "Koden din er",
        "kano · hest · 47",
        "Skriv den ned, ta bilde, eller få den på en lapp i luka.",
        "Med koden kan du lese svaret her, på en annen telefon eller på skjermen på MO-senteret.",
        "Vi sletter meldingen etter 30 dager hvis du ikke vil ha mer kontakt.",
        "Blir det verre før vi svarer? Ring 116 117. Er det fare for liv? Ring 113.",
    ];

    #[test]
    fn the_receipt_measures_as_in_the_content_guide() {
        let mut figures = Figures::default();
        RECEIPT.iter().for_each(|line| figures.add(line));
        let longest = RECEIPT.iter().flat_map(|line| sentences(line)).map(|sentence| sentence.len()).max();
        assert_eq!((figures.words, longest), (82, Some(16)));
        assert!((figures.lix() - 17.2).abs() < 1.5, "LIX {}", figures.lix());
    }

    #[test]
    fn dates_and_clock_times_do_not_end_a_sentence() {
        assert_eq!(sentences("Torsdag 26. november kl. 10.30. Hos Kari på MO-senteret.").len(), 2);
        assert_eq!(sentences("Du delte dette 12. november.").len(), 1);
    }

    #[test]
    fn a_heavy_text_measures_heavy() {
        let mut figures = Figures::default();
        figures.add("Vedtak om tildeling av rusmiddelbehandling forutsetter dokumentert samtykkekompetanse og tverrfaglig spesialistvurdering");
        assert!(figures.lix() > 60.0);
    }
}
