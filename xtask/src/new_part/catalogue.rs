//! The catalogue is written by hand; a new part adds its two words and leaves every other letter as it is.

/// Longest line, as the formatter has it.
const WIDTH: usize = 120;

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
    let open = start + page[start..].find("&[\n").or_else(|| page[start..].find("= &["))?;
    let end = open + page[open..].find("];")?;
    let (before, after) = page.split_at(end);
    let entry = format!("&{key}::CHARTER");
    if before[start..].contains('\n') {
        return Some(format!("{before}    {entry},\n{after}"));
    }
    let one_line = format!("{before}, {entry}{after}");
    let longest = one_line[start..].lines().next().map_or(0, str::len);
    if longest <= WIDTH {
        return Some(one_line);
    }
    let inside = start + before[start..].find("= &[")? + "= &[".len();
    let (head, entries) = before.split_at(inside);
    let down: String = entries.split(", ").chain([entry.as_str()]).map(|entry| format!("    {entry},\n")).collect();
    Some(format!("{head}\n{down}{after}"))
}
