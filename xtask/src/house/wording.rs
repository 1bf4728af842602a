//! All wording stands in three languages, says the same things in each, and is easy to read.
//!
//! A wording file says on its first line who reads it: `### scope: person`, `staff`, `letter` or `legal`. A group
//! (`## scope: staff`) or a single message (`# scope: letter`) may say otherwise. A word from the list of words
//! to avoid may stand where `# word: …` above the message gives the reason.

mod fluent;
mod lix;
mod words;

use super::{Fault, File, Tree};
use fluent::{Message, Scope};
use lix::Figures;
use std::collections::{BTreeMap, BTreeSet};
use words::Avoided;

const LANGUAGES: [&str; 3] = ["nb", "nn", "en"];

/// Below this many words the figures say nothing, and a text is measured together with its neighbours.
const FEW_WORDS: usize = 25;

struct Wording<'a> {
    file: &'a File,
    series: &'a str,
    language: &'a str,
    messages: Vec<Message>,
}

fn all(tree: &Tree) -> Vec<Wording<'_>> {
    let files = tree.with_extension("ftl").filter(|file| file.path.contains("/text/"));
    files
        .map(|file| {
            let (series, language) = series_and_language(&file.path);
            Wording { file, series, language, messages: fluent::read(&file.text) }
        })
        .collect()
}

/// `text/nb.ftl` is the series `text/` in nb, and `text/dates.nb.ftl` the series `text/dates.` in nb.
fn series_and_language(path: &str) -> (&str, &str) {
    let bare = path.trim_end_matches(".ftl");
    let start = bare.rfind(['/', '.']).map_or(0, |at| at + 1);
    bare.split_at(start)
}

/// Messages that one language lacks, and messages that take other values in one language than in another.
pub fn completeness(tree: &Tree) -> Vec<Fault> {
    let mut found = Vec::new();
    let mut all_series: BTreeMap<&str, Vec<&Wording>> = BTreeMap::new();
    let all = all(tree);
    for wording in &all {
        all_series.entry(wording.series).or_default().push(wording);
    }
    for (series, languages) in all_series {
        for language in LANGUAGES.iter().filter(|language| !languages.iter().any(|wording| wording.language == **language)) {
            found.push(Fault::of(series, format!("{language}.ftl is missing")));
        }
        let keys: BTreeSet<&str> =
            languages.iter().flat_map(|wording| wording.messages.iter().map(|message| message.key.as_str())).collect();
        for key in keys {
            found.extend(compare(key, &languages));
        }
    }
    found
}

fn compare(key: &str, languages: &[&Wording]) -> Vec<Fault> {
    let mut found = Vec::new();
    let mut first: Option<&Message> = None;
    for wording in languages {
        let mut said = wording.messages.iter().filter(|message| message.key == key);
        match (said.next(), said.next()) {
            (None, _) => found.push(Fault::of(&wording.file.path, format!("{key} is missing"))),
            (Some(_), Some(again)) => found.push(Fault::at(wording.file, again.line, format!("{key} stands here twice"))),
            (Some(message), None) => {
                let model = *first.get_or_insert(message);
                if model.values != message.values {
                    let what = format!("{key} takes {:?} here and {:?} in another language", message.values, model.values);
                    found.push(Fault::at(wording.file, message.line, what));
                }
                if model.scope != message.scope {
                    found.push(Fault::at(
                        wording.file,
                        message.line,
                        format!("{key} is read by others here than in another language"),
                    ));
                }
            }
        }
    }
    found
}

/// Wording that is hard to read, or uses a word that hurts.
pub fn reading(tree: &Tree) -> Vec<Fault> {
    let mut found = Vec::new();
    let all = all(tree);
    for wording in &all {
        let avoided = words::list(wording.language);
        for message in &wording.messages {
            let Some(scope) = message.scope else {
                found.push(Fault::at(
                    wording.file,
                    message.line,
                    "the first line says who reads it: ### scope: person, staff, letter or legal",
                ));
                break;
            };
            found.extend(long_sentences(wording, message, scope));
            found.extend(hurting(wording, message, scope, &avoided));
        }
    }
    for text in texts(&all) {
        found.extend(text.heavy(text.scope.gate(text.language)));
    }
    found
}

/// Wording that stays inside the gate but misses the target.
pub fn notes(tree: &Tree) -> Vec<String> {
    let all = all(tree);
    let texts = texts(&all);
    texts
        .iter()
        .filter(|text| text.heavy(text.scope.gate(text.language)).is_none())
        .filter_map(|text| text.heavy(text.scope.target(text.language)))
        .map(|fault| fault.to_string())
        .collect()
}

fn long_sentences(wording: &Wording, message: &Message, scope: Scope) -> Option<Fault> {
    let limit = scope.longest(wording.language);
    let longest = message.texts().flat_map(lix::sentences).max_by_key(Vec::len)?;
    let (count, start) = (longest.len(), longest.iter().take(4).cloned().collect::<Vec<_>>().join(" "));
    (count > limit).then(|| {
        Fault::at(
            wording.file,
            message.line,
            format!("{}: a sentence of {count} words, at most {limit} (\"{start} …\")", message.key),
        )
    })
}

fn hurting(wording: &Wording, message: &Message, scope: Scope, avoided: &[Avoided]) -> Vec<Fault> {
    let said = message.texts().flat_map(|text| words::found_in(text, scope, avoided));
    said.filter(|word| !message.excused.contains(&word.phrase))
        .map(|word| {
            Fault::at(
                wording.file,
                message.line,
                format!("{}: \"{}\" hurts or blurs; say {}", message.key, word.phrase, word.instead),
            )
        })
        .collect()
}

/// The text of one file for one kind of reader, measured together.
struct Text<'a> {
    place: String,
    language: &'a str,
    scope: Scope,
    figures: Figures,
}

impl Text<'_> {
    fn heavy(&self, limit: f64) -> Option<Fault> {
        let (measured, name) = match self.language {
            "en" => (self.figures.words_per_sentence(), "words a sentence"),
            _ => (self.figures.lix(), "LIX"),
        };
        (measured > limit)
            .then(|| Fault::of(&self.place, format!("text for {} has {measured:.1} {name}, at most {limit}", self.scope.name())))
    }
}

/// Measures file by file; what is too short to measure alone is measured crate by crate.
fn texts<'a>(all: &'a [Wording<'a>]) -> Vec<Text<'a>> {
    let mut found = Vec::new();
    let mut short: BTreeMap<(&str, &str, Scope), Figures> = BTreeMap::new();
    for wording in all {
        let scopes: BTreeSet<Scope> = wording.messages.iter().filter_map(|message| message.scope).collect();
        for scope in scopes {
            let mut figures = Figures::default();
            for message in wording.messages.iter().filter(|message| message.scope == Some(scope)) {
                figures.add(&message.text);
            }
            if figures.words < FEW_WORDS {
                short.entry((wording.file.home(), wording.language, scope)).or_default().join(figures);
            } else {
                found.push(Text { place: wording.file.path.clone(), language: wording.language, scope, figures });
            }
        }
    }
    for ((home, language, scope), figures) in short {
        if figures.words >= FEW_WORDS {
            found.push(Text { place: format!("{home}, short texts in {language}"), language, scope, figures });
        }
    }
    found
}

#[cfg(test)]
mod tests;
