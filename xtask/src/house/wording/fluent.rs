//! Reads wording files as far as the checks need: which messages there are, what they say and what values they take.

use std::collections::BTreeSet;

/// Who reads a text, which decides how easy it must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The person, next of kin, anyone at a kiosk.
    Person,
    /// A letter to the person, or privacy in short.
    Letter,
    /// People at work.
    Staff,
    /// Law in full, which has a short version beside it.
    Legal,
}

impl Scope {
    fn named(name: &str) -> Option<Scope> {
        match name.trim() {
            "person" => Some(Scope::Person),
            "letter" => Some(Scope::Letter),
            "staff" => Some(Scope::Staff),
            "legal" => Some(Scope::Legal),
            _ => None,
        }
    }

    /// The word for it in the files.
    pub fn name(self) -> &'static str {
        match self {
            Scope::Person => "person",
            Scope::Letter => "letter",
            Scope::Staff => "staff",
            Scope::Legal => "legal",
        }
    }

    /// What one aims for: LIX in Norwegian, words a sentence in English.
    pub fn target(self, language: &str) -> f64 {
        match (self, language == "en") {
            (Scope::Person, false) => 25.0,
            (Scope::Letter, false) => 28.0,
            (Scope::Staff, false) => 38.0,
            (Scope::Legal, false) => 42.0,
            (Scope::Person, true) => 10.0,
            (Scope::Letter, true) => 12.0,
            (Scope::Staff, true) => 14.0,
            (Scope::Legal, true) => 18.0,
        }
    }

    /// What may not be passed, in the same measures.
    pub fn gate(self, language: &str) -> f64 {
        match (self, language == "en") {
            (Scope::Person, false) => 30.0,
            (Scope::Letter, false) => 33.0,
            (Scope::Staff, false) => 42.0,
            (Scope::Legal, false) => 48.0,
            (Scope::Person, true) => 12.0,
            (Scope::Letter, true) => 14.0,
            (Scope::Staff, true) => 17.0,
            (Scope::Legal, true) => 22.0,
        }
    }

    /// Words in the longest sentence. English says in several words what Norwegian joins into one.
    pub fn longest(self, language: &str) -> usize {
        match (self, language == "en") {
            (Scope::Person, false) => 16,
            (Scope::Letter, false) => 18,
            (Scope::Staff, false) => 22,
            (Scope::Legal, false) => 25,
            (Scope::Person, true) => 20,
            (Scope::Letter, true) => 22,
            (Scope::Staff, true) => 26,
            (Scope::Legal, true) => 30,
        }
    }
}

/// One message, or one attribute of a message.
#[derive(Debug)]
pub struct Message {
    /// Its key; an attribute is `key.name`.
    pub key: String,
    /// The line on which it begins, from 1.
    pub line: usize,
    /// Who reads it, when the file says so.
    pub scope: Option<Scope>,
    /// What it says, with a figure for each value and the default of each choice.
    pub text: String,
    /// What its other choices say.
    pub choices: Vec<String>,
    /// The values it takes.
    pub values: BTreeSet<String>,
    /// Words excused by a reason above the message.
    pub excused: Vec<String>,
}

impl Message {
    /// Everything it may say.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.text.as_str()).chain(self.choices.iter().map(String::as_str))
    }
}

/// Reads a wording file.
pub fn read(text: &str) -> Vec<Message> {
    let mut reader = Reader::default();
    for (at, line) in text.lines().enumerate() {
        reader.line(at + 1, line);
    }
    reader.finish();
    reader.found
}

#[derive(Default)]
struct Reader {
    file: Option<Scope>,
    group: Option<Scope>,
    single: Option<Scope>,
    excused: Vec<String>,
    key: String,
    open: Option<(String, usize, String)>,
    found: Vec<Message>,
}

impl Reader {
    fn line(&mut self, number: usize, line: &str) {
        if let Some(comment) = line.strip_prefix('#') {
            self.finish();
            self.comment(line, comment);
            return;
        }
        let indented = line.starts_with([' ', '\t']) || line.trim().is_empty() || line.starts_with(['}', '[', '*']);
        let attribute = line.trim_start().strip_prefix('.').and_then(|rest| rest.split_once('='));
        match (indented, attribute, line.split_once('=')) {
            (true, Some((name, value)), _) => {
                let (scope, excused) = (self.single, self.excused.clone());
                self.finish();
                (self.single, self.excused) = (scope, excused);
                self.open = Some((format!("{}.{}", self.key, name.trim()), number, value.trim().to_owned()));
            }
            (true, None, _) => {
                if let Some((_, _, value)) = &mut self.open {
                    value.push('\n');
                    value.push_str(line.trim());
                }
            }
            (false, _, Some((key, value))) => {
                let (scope, excused) = (self.single, self.excused.clone());
                if self.open.is_some() {
                    self.finish();
                } else {
                    (self.single, self.excused) = (scope, excused);
                }
                self.key = key.trim().to_owned();
                self.open = Some((self.key.clone(), number, value.trim().to_owned()));
            }
            (false, _, None) => self.finish(),
        }
    }

    fn comment(&mut self, line: &str, comment: &str) {
        let said = comment.trim_start_matches('#').trim();
        let scope = said.strip_prefix("scope:").and_then(|rest| Scope::named(rest.split([',', ';']).next().unwrap_or_default()));
        match line.chars().take_while(|c| *c == '#').count() {
            3 => self.file = scope.or(self.file),
            2 => self.group = scope,
            _ => self.single = scope.or(self.single),
        }
        if let Some(word) = said.strip_prefix("word:") {
            let reason = word.split_once(['—', '–', ',']).map_or(word, |(word, _)| word);
            self.excused.push(reason.trim().to_lowercase());
        }
    }

    fn finish(&mut self) {
        let Some((key, line, value)) = self.open.take() else { return };
        let scope = self.single.or(self.group).or(self.file);
        let mut said = Said::default();
        let text = said.plain(&value);
        // A bare key whose wording lies in its attributes says nothing itself.
        if !value.trim().is_empty() {
            let excused = self.excused.clone();
            self.found.push(Message { key, line, scope, text, choices: said.choices, values: said.values, excused });
        }
        self.single = None;
        self.excused.clear();
    }
}

#[derive(Default)]
struct Said {
    choices: Vec<String>,
    values: BTreeSet<String>,
}

impl Said {
    /// The text with every placeable replaced by what a reader would count: a figure, a word, or the default choice.
    fn plain(&mut self, value: &str) -> String {
        let mut out = String::new();
        let mut rest = value;
        while let Some(start) = rest.find('{') {
            out.push_str(&rest[..start]);
            let end = closing(&rest[start..]) + start;
            let inside = rest.get(start + 1..end).unwrap_or_default();
            out.push_str(&self.placeable(inside));
            rest = rest.get(end + 1..).unwrap_or_default();
        }
        out.push_str(rest);
        without_tags(&out)
    }

    fn placeable(&mut self, inside: &str) -> String {
        for (at, _) in inside.match_indices('$') {
            let name: String = inside[at + 1..].chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '-')).collect();
            self.values.insert(name);
        }
        if let Some((_, variants)) = inside.split_once("->") {
            return self.choose(variants);
        }
        match inside.trim() {
            text if text.starts_with('"') => text.trim_matches('"').to_owned(),
            term if term.starts_with('-') => term.trim_start_matches('-').to_owned(),
            _ => "5".to_owned(),
        }
    }

    fn choose(&mut self, variants: &str) -> String {
        let mut default = String::new();
        let mut depth = 0i32;
        let mut parts: Vec<(bool, String)> = Vec::new();
        for line in variants.lines() {
            let trimmed = line.trim();
            let opens = depth == 0 && (trimmed.starts_with('[') || trimmed.starts_with("*["));
            let text = if opens { trimmed.split_once(']').map_or("", |(_, text)| text) } else { trimmed };
            match parts.last_mut() {
                _ if opens => parts.push((trimmed.starts_with('*'), text.trim().to_owned())),
                Some((_, said)) => {
                    said.push('\n');
                    said.push_str(text);
                }
                None => {}
            }
            depth += line.matches('{').count() as i32 - line.matches('}').count() as i32;
        }
        for (is_default, text) in parts {
            let plain = self.plain(&text);
            if is_default {
                default = plain;
            } else {
                self.choices.push(plain);
            }
        }
        default
    }
}

/// The place of the brace that closes the first one.
fn closing(text: &str) -> usize {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

fn without_tags(text: &str) -> String {
    let mut out = String::new();
    let mut in_tag = false;
    for c in text.chars() {
        match c {
            '<' => in_tag = true,
            '>' if in_tag => in_tag = false,
            _ if in_tag => {}
            _ => out.push(c),
        }
    }
    out
}
