//! The key of a new part: its folder, its tables, its wording and its address begin with it.

use crate::house::{File, Tree};

/// Longest key.
const LONGEST: usize = 40;

/// Words that Rust keeps for itself.
const KEPT: [&str; 44] = [
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern", "false", "fn", "for", "gen",
    "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "static", "struct",
    "super", "trait", "true", "type", "unsafe", "use", "where", "while", "abstract", "box", "macro", "try", "virtual", "yield",
];

/// The address of its pages.
pub fn address(key: &str) -> String {
    key.replace('_', "-")
}

/// Refuses a key that cannot be one, or is somebody's already, and says what to do instead.
pub fn check(tree: &Tree, key: &str) -> Result<(), String> {
    let letters = key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let ends_well = !key.is_empty() && !key.starts_with('_') && !key.ends_with('_') && !key.contains("__");
    if !letters || !ends_well {
        return Err(format!("\"{key}\" cannot be a key: use lower-case letters, and single underscores between words"));
    }
    if key.len() > LONGEST {
        return Err(format!("\"{key}\" is too long for a key: use at most {LONGEST} letters"));
    }
    if KEPT.contains(&key) {
        return Err(format!("\"{key}\" is a word of Rust itself: add a word, for instance {key}_notes"));
    }
    for file in &tree.files {
        if let Some(what) = taken(file, key) {
            return Err(format!("{what}: choose another key, or work on what is there"));
        }
    }
    Ok(())
}

/// What in this file has the key already.
fn taken(file: &File, key: &str) -> Option<String> {
    let path = &file.path;
    let mut steps = path.split('/').skip(1);
    if steps.next() == Some("src") && steps.next() == Some(key) && steps.next().is_some() && is_home(file.home()) {
        return Some(format!("{}/src/{key} is there already", file.home()));
    }
    let says = |needle: String| file.text.contains(&needle);
    match file.extension() {
        "rs" if !file.is_for_tests() && says(format!("\"/{}\"", address(key))) => {
            Some(format!("{path} has the address /{} already", address(key)))
        }
        "rs" if is_home(file.home()) && says(format!("    key: \"{key}\",")) => Some(format!("{path} has this key already")),
        "ftl" if path.contains("/text/") && file.text.lines().any(|line| line.starts_with(&format!("{key}-"))) => {
            Some(format!("{path} has wording that begins with {key}- already"))
        }
        _ => None,
    }
}

fn is_home(folder: &str) -> bool {
    matches!(folder, "together" | "offers" | "insight" | "app")
}
