//! Makes style sheets smaller without knowing much CSS: no comments, no needless space, no custom
//! property that nobody reads.

use std::collections::BTreeSet;

/// Strips comments and the white space that carries no meaning; strings are left alone.
pub fn minify(css: &str) -> String {
    let mut small = String::with_capacity(css.len());
    let mut rest = css.trim_start_matches("@charset \"UTF-8\";");
    while let Some(next) = rest.chars().next() {
        let taken = match next {
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' | '\'' => {
                let end = 1 + rest[1..].find(next).map_or(rest.len() - 1, |end| end + 1);
                small += &rest[..end];
                end
            }
            _ if next.is_whitespace() => {
                if !small.ends_with([' ', '{', '}', ';', ',', ':', '>']) {
                    small.push(' ');
                }
                next.len_utf8()
            }
            _ => {
                if matches!(next, '{' | '}' | ';' | ',' | '>') && small.ends_with(' ') {
                    small.pop();
                }
                if next == '}' && small.ends_with(';') {
                    small.pop();
                }
                small.push(next);
                next.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    small.trim().to_owned()
}

/// Leaves out custom properties that no `var()` reads, until nothing more falls away. Takes minified text.
pub fn without_unused_properties(css: &str) -> String {
    let mut sheet = css.to_owned();
    loop {
        let read = properties_read(&sheet);
        let smaller = keep_declarations(&sheet, &read);
        if smaller.len() == sheet.len() {
            return sheet;
        }
        sheet = smaller;
    }
}

/// The names inside `var(…)`.
fn properties_read(css: &str) -> BTreeSet<&str> {
    css.split("var(").skip(1).map(name_at_start).collect()
}

/// The custom property name that `text` starts with.
fn name_at_start(text: &str) -> &str {
    let text = text.trim_start();
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).unwrap_or(text.len());
    &text[..end]
}

/// Copies the sheet without the declarations of custom properties whose names are not in `read`.
fn keep_declarations(css: &str, read: &BTreeSet<&str>) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find("--") {
        let (before, declaration) = rest.split_at(at);
        kept += before;
        let name = name_at_start(declaration);
        let declares = before.ends_with(['{', ';', '}']) || (before.is_empty() && kept.ends_with([';', '{', '}']));
        if declares && declaration[name.len()..].starts_with(':') && !read.contains(name) {
            let value = end_of_value(declaration);
            // The semicolon goes along; a closing brace stays where it is.
            let end = value + usize::from(declaration[value..].starts_with(';'));
            rest = &declaration[end..];
        } else {
            kept += name;
            rest = &declaration[name.len()..];
        }
    }
    kept + rest
}

/// Where a declaration ends: at the first `;` or `}` outside brackets and strings.
fn end_of_value(declaration: &str) -> usize {
    let (mut depth, mut quote) = (0_i32, None);
    for (at, c) in declaration.char_indices() {
        match c {
            '"' | '\'' if quote.is_none() => quote = Some(c),
            _ if quote == Some(c) => quote = None,
            _ if quote.is_some() => {}
            '(' => depth += 1,
            ')' => depth -= 1,
            ';' | '}' if depth == 0 => return at,
            _ => {}
        }
    }
    declaration.len()
}
