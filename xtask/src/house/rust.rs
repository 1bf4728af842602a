//! Reads Rust source just well enough to tell code, strings, comments and tests apart.
//!
//! A check that searched the bare text would stumble over a word in a comment, and one that parsed the whole
//! language would need a dependency and minutes of compiling. This sits between the two.

/// One string literal, with its escapes resolved.
#[derive(Debug, Clone, PartialEq)]
pub struct Literal {
    /// The line on which it begins, from 1.
    pub line: usize,
    /// What it says.
    pub text: String,
}

/// A function with a body.
#[derive(Debug, Clone, PartialEq)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// The line of the word `fn`, from 1.
    pub line: usize,
    /// Lines from the word `fn` to the closing brace.
    pub length: usize,
}

/// A Rust file, taken apart.
#[derive(Debug, Clone, Default)]
pub struct Rust {
    /// The code with comments and the insides of strings made blank, line by line as in the file.
    pub code: Vec<String>,
    /// String literals in order.
    pub strings: Vec<Literal>,
    /// Comments in order, one entry a comment.
    pub comments: Vec<Literal>,
    /// For each line, whether it belongs to an item that exists only in tests.
    pub in_test: Vec<bool>,
}

impl Rust {
    /// Takes a file apart.
    pub fn read(text: &str) -> Rust {
        let mut reader = Reader { rest: text.chars().collect(), at: 0, line: 1, code: String::new(), out: Rust::default() };
        reader.run();
        let mut rust = reader.out;
        rust.code = reader.code.split('\n').map(str::to_owned).collect();
        rust.in_test = test_lines(&rust.code);
        rust
    }

    /// Code lines that are part of the product: `(line, code)`.
    pub fn product(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code
            .iter()
            .zip(&self.in_test)
            .enumerate()
            .filter(|(_, (_, test))| !**test)
            .map(|(at, (line, _))| (at + 1, line.as_str()))
    }

    /// Whether a line (from 1) belongs to an item that exists only in tests.
    pub fn is_test_line(&self, line: usize) -> bool {
        self.in_test.get(line - 1).copied().unwrap_or(false)
    }

    /// Every function that has a body.
    pub fn functions(&self) -> Vec<Function> {
        let text: Vec<char> = self.code.join("\n").chars().collect();
        let mut found = Vec::new();
        for at in words(&text, "fn") {
            let name: String = text[at + 2..].iter().skip_while(|c| c.is_whitespace()).take_while(|c| is_word(**c)).collect();
            if name.is_empty() {
                continue;
            }
            if let Some(end) = body_end(&text, at) {
                let line = line_of(&text, at);
                found.push(Function { name, line, length: line_of(&text, end) - line + 1 });
            }
        }
        found
    }
}

/// Whether a character can stand in an identifier.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn line_of(text: &[char], at: usize) -> usize {
    text[..at].iter().filter(|c| **c == '\n').count() + 1
}

/// Where a whole word begins, each time it occurs.
fn words(text: &[char], word: &str) -> Vec<usize> {
    let word: Vec<char> = word.chars().collect();
    (0..text.len().saturating_sub(word.len()))
        .filter(|&at| {
            text[at..].starts_with(&word)
                && (at == 0 || !is_word(text[at - 1]))
                && text.get(at + word.len()).is_none_or(|c| !is_word(*c))
        })
        .collect()
}

/// The place of the brace that closes the item which begins at `from`; nothing when it ends in a semicolon.
fn body_end(text: &[char], from: usize) -> Option<usize> {
    let mut brackets = 0i32;
    let mut braces = 0i32;
    for (at, c) in text.iter().enumerate().skip(from) {
        match c {
            '(' | '[' => brackets += 1,
            ')' | ']' => brackets -= 1,
            ';' if brackets == 0 && braces == 0 => return None,
            '{' => braces += 1,
            '}' => {
                braces -= 1;
                if braces == 0 {
                    return Some(at);
                }
                if braces < 0 {
                    return None;
                }
            }
            _ => {}
        }
    }
    None
}

fn test_lines(code: &[String]) -> Vec<bool> {
    let text: Vec<char> = code.join("\n").chars().collect();
    let mut marked = vec![false; code.len()];
    for start in ["#[cfg(test)]", "#[cfg(all(test", "#[cfg(any(test", "#[test]"] {
        let start: Vec<char> = start.chars().collect();
        for at in (0..text.len().saturating_sub(start.len())).filter(|&at| text[at..].starts_with(&start)) {
            let item = at + start.len();
            let end = body_end(&text, item)
                .unwrap_or_else(|| item + text[item..].iter().position(|c| *c == ';').unwrap_or(text.len() - item - 1));
            for line in line_of(&text, at)..=line_of(&text, end) {
                marked[line - 1] = true;
            }
        }
    }
    marked
}

struct Reader {
    rest: Vec<char>,
    at: usize,
    line: usize,
    code: String,
    out: Rust,
}

impl Reader {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.rest.get(self.at + ahead).copied()
    }

    /// Takes one character; a blank stands in the code for what is not code.
    fn take(&mut self, as_code: bool) -> char {
        let c = self.rest[self.at];
        self.at += 1;
        if c == '\n' {
            self.line += 1;
        }
        self.code.push(if as_code || c == '\n' { c } else { ' ' });
        c
    }

    fn run(&mut self) {
        while let Some(c) = self.peek(0) {
            match (c, self.peek(1)) {
                ('/', Some('/')) => self.line_comment(),
                ('/', Some('*')) => self.block_comment(),
                ('"', _) => self.string(),
                ('\'', _) => self.quote(),
                _ if is_word(c) => self.word(),
                _ => {
                    self.take(true);
                }
            }
        }
    }

    fn line_comment(&mut self) {
        let line = self.line;
        let mut text = String::new();
        while self.peek(0).is_some_and(|c| c != '\n') {
            text.push(self.take(false));
        }
        self.out.comments.push(Literal { line, text });
    }

    fn block_comment(&mut self) {
        let line = self.line;
        let mut text = String::new();
        let mut depth = 0;
        while let Some(c) = self.peek(0) {
            match (c, self.peek(1)) {
                ('/', Some('*')) => depth += 1,
                ('*', Some('/')) => depth -= 1,
                _ => {
                    text.push(self.take(false));
                    continue;
                }
            }
            text.push(self.take(false));
            text.push(self.take(false));
            if depth == 0 {
                break;
            }
        }
        self.out.comments.push(Literal { line, text });
    }

    /// An identifier, or the prefix of a raw, byte or C string.
    fn word(&mut self) {
        let mut word = String::new();
        while self.peek(0).is_some_and(is_word) {
            word.push(self.take(true));
        }
        let raw = matches!(word.as_str(), "r" | "br" | "cr");
        if raw && matches!(self.peek(0), Some('"' | '#')) {
            let hashes = (0..).take_while(|n| self.peek(*n) == Some('#')).count();
            if self.peek(hashes) == Some('"') {
                self.raw_string(hashes);
            }
        }
    }

    fn raw_string(&mut self, hashes: usize) {
        let line = self.line;
        for _ in 0..=hashes {
            self.take(true);
        }
        let mut text = String::new();
        while self.peek(0).is_some() {
            if self.peek(0) == Some('"') && (1..=hashes).all(|n| self.peek(n) == Some('#')) {
                for _ in 0..=hashes {
                    self.take(true);
                }
                break;
            }
            text.push(self.take(false));
        }
        self.out.strings.push(Literal { line, text });
    }

    fn string(&mut self) {
        let line = self.line;
        self.take(true);
        let mut text = String::new();
        while let Some(c) = self.peek(0) {
            if c == '"' {
                self.take(true);
                break;
            }
            self.take(false);
            if c != '\\' {
                text.push(c);
                continue;
            }
            let Some(escape) = self.peek(0) else { break };
            self.take(false);
            match escape {
                'n' => text.push('\n'),
                't' => text.push('\t'),
                '\n' => {
                    while self.peek(0).is_some_and(char::is_whitespace) {
                        self.take(false);
                    }
                }
                other => text.push(other),
            }
        }
        self.out.strings.push(Literal { line, text });
    }

    /// A character literal, or the tick of a lifetime.
    fn quote(&mut self) {
        self.take(true);
        let literal = self.peek(0) == Some('\\') || self.peek(1) == Some('\'');
        if !literal {
            return;
        }
        if self.peek(0) == Some('\\') {
            self.take(false);
        }
        self.take(false);
        while self.peek(0).is_some_and(|c| c != '\'') {
            self.take(false);
        }
        if self.peek(0).is_some() {
            self.take(true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_strings_and_comments_are_not_code() {
        let rust = Rust::read("let a = \"panic! // no\"; // panic! \"x\"\nlet b = r#\"un\"wrap\"#; /* a /* b */ panic! */ c");
        assert_eq!(rust.code.len(), 2);
        assert!(!rust.code.join(" ").contains("panic"));
        assert!(rust.code[1].ends_with('c'));
        assert_eq!(rust.strings.iter().map(|s| s.text.as_str()).collect::<Vec<_>>(), ["panic! // no", "un\"wrap"]);
        assert_eq!(rust.comments.len(), 2);
    }

    #[test]
    fn a_quote_character_does_not_open_a_string() {
        let rust = Rust::read("let q = '\"'; let e = '\\''; fn f<'a>(x: &'a str) {} let s = \"in\";");
        assert_eq!(rust.strings, [Literal { line: 1, text: "in".into() }]);
    }

    #[test]
    fn a_continued_string_is_one_line_of_text() {
        let rust = Rust::read("let s = \"SELECT a \\\n     FROM b\";\nx");
        assert_eq!(rust.strings[0].text, "SELECT a FROM b");
        assert_eq!(rust.code[2], "x");
    }

    #[test]
    fn test_items_are_told_from_the_product() {
        let rust =
            Rust::read("fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\nfn c() {}\n#[cfg(test)]\nmod more;\nfn d() {}");
        assert_eq!(rust.in_test, [false, true, true, true, true, false, true, true, false]);
        assert_eq!(rust.product().map(|(line, _)| line).collect::<Vec<_>>(), [1, 6, 9]);
    }

    #[test]
    fn functions_are_measured_to_their_closing_brace() {
        let rust = Rust::read("trait T { fn no(&self); }\nfn yes(a: [u8; 2]) -> u8 {\n    if a { 1 } else { 2 }\n}\n");
        assert_eq!(rust.functions(), [Function { name: "yes".into(), line: 2, length: 3 }]);
    }
}
