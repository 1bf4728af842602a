//! Finds SQL statements in scripts and string literals, and splits them into words.

use crate::house::rust::Literal;

/// One SQL statement, in words.
#[derive(Debug)]
pub struct Statement {
    /// The line on which it begins.
    pub line: usize,
    /// Its words in capitals, with text literals made empty: `SELECT`, `$1`, `->>`, `''`, `(` …
    pub words: Vec<String>,
}

impl Statement {
    fn read(line: usize, text: &str) -> Statement {
        Statement { line, words: split(text) }
    }

    /// The word at this place, or nothing.
    pub fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", String::as_str)
    }

    /// Whether these words follow each other somewhere.
    pub fn says(&self, phrase: &[&str]) -> bool {
        self.words.windows(phrase.len()).any(|window| window.iter().zip(phrase).all(|(word, said)| word == said))
    }

    /// Every word with how many parentheses stand open around it.
    pub fn with_depth(&self) -> impl Iterator<Item = (i32, &str)> {
        let mut depth = 0;
        self.words.iter().map(move |word| {
            match word.as_str() {
                "(" => depth += 1,
                ")" => depth -= 1,
                _ => {}
            }
            (depth, word.as_str())
        })
    }
}

/// The statements of a script, comments left out.
pub fn in_script(text: &str) -> Vec<Statement> {
    let bare: String = text.lines().map(|line| line.split("--").next().unwrap_or_default().to_owned() + "\n").collect();
    let mut line = 1;
    let mut found = Vec::new();
    for piece in bare.split(';') {
        let start =
            line + piece.len().min(piece.find(|c: char| !c.is_whitespace()).map_or(0, |at| piece[..at].matches('\n').count()));
        line += piece.matches('\n').count();
        if !piece.trim().is_empty() {
            found.push(Statement::read(start, piece));
        }
    }
    found
}

/// The statement in a string literal, when it is one: it begins with a verb of SQL, in capitals.
pub fn in_literal(literal: &Literal) -> Option<Statement> {
    let statement = Statement::read(literal.line, literal.text.trim_end().trim_end_matches(';'));
    let raw: Vec<&str> = literal.text.split_whitespace().take(1).collect();
    let capitals = raw.first().is_some_and(|word| !word.chars().any(char::is_lowercase));
    let is_sql = match (statement.word(0), statement.word(1)) {
        ("SELECT" | "WITH" | "UPDATE" | "PRAGMA", second) => !second.is_empty(),
        ("INSERT", "INTO" | "OR") | ("DELETE", "FROM") | ("REPLACE", "INTO") => true,
        ("CREATE", second) | ("DROP", second) | ("ALTER", second) => {
            matches!(second, "TABLE" | "INDEX" | "UNIQUE" | "VIEW" | "TRIGGER" | "SEQUENCE" | "TEMP" | "TEMPORARY")
        }
        _ => false,
    };
    let in_small_letters = !capitals && is_sql && (statement.says(&["WHERE"]) || statement.words.iter().any(|word| word == "$1"));
    ((is_sql && capitals) || in_small_letters).then_some(statement)
}

fn split(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut words = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        let end = match c {
            _ if c.is_whitespace() => at + 1,
            '\'' | '"' => text_end(&chars, at),
            '$' | ':' | '@' if chars.get(at + 1).is_some_and(|c| c.is_alphanumeric() || *c == '_') => word_end(&chars, at + 1),
            _ if c.is_alphanumeric() || c == '_' => word_end(&chars, at),
            _ => operator_end(&chars, at),
        };
        let word: String = chars[at..end].iter().collect();
        match c {
            _ if c.is_whitespace() => {}
            '\'' => words.push("''".to_owned()),
            _ => words.push(word.to_uppercase()),
        }
        at = end;
    }
    words
}

fn word_end(chars: &[char], from: usize) -> usize {
    from + chars[from..].iter().take_while(|c| c.is_alphanumeric() || **c == '_').count()
}

fn text_end(chars: &[char], from: usize) -> usize {
    let quote = chars[from];
    chars[from + 1..].iter().position(|c| *c == quote).map_or(chars.len(), |at| from + at + 2)
}

fn operator_end(chars: &[char], from: usize) -> usize {
    let two: String = chars[from..].iter().take(2).collect();
    let three: String = chars[from..].iter().take(3).collect();
    match (three.as_str(), two.as_str()) {
        ("->>", _) => from + 3,
        (_, "->" | "::" | "||" | "<=" | ">=" | "<>" | "!=" | "==" | "@>" | "<@") => from + 2,
        _ => from + 1,
    }
}
