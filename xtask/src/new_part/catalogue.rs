//! The catalogue is written by hand; a new part adds its two words, and the formatter breaks the lines.

/// The page with the part's module in alphabetical order and its charter last. Nothing when there is no catalogue on it.
pub fn with_part(page: &str, key: &str) -> Option<String> {
    with_charter(&with_module(page, key)?, key)
}

fn with_module(page: &str, key: &str) -> Option<String> {
    let mut lines: Vec<String> = page.lines().map(str::to_owned).collect();
    let named = |line: &str| line.strip_prefix("pub mod ").and_then(|rest| rest.strip_suffix(';')).map(str::to_owned);
    let modules: Vec<(usize, String)> = lines.iter().enumerate().filter_map(|(at, line)| Some((at, named(line)?))).collect();
    let after = modules.iter().find(|(_, name)| name.as_str() > key).map(|(at, _)| *at);
    let at = match after {
        Some(at) => at,
        None => modules.last()?.0 + 1,
    };
    lines.insert(at, format!("pub mod {key};"));
    Some(lines.join("\n") + "\n")
}

fn with_charter(page: &str, key: &str) -> Option<String> {
    let start = page.find("pub const CATALOGUE")?;
    let end = start + page[start..].find("];")?;
    let (before, after) = page.split_at(end);
    let before = before.trim_end().trim_end_matches(',');
    Some(format!("{before}, &{key}::CHARTER{after}"))
}
