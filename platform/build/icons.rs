//! Gathers the icons in use in one file, so that a browser fetches all of them once and keeps them.

use std::path::Path;

/// A sprite with the mark of the product and one `<symbol>` for each name in `list` (one name a line).
///
/// Opened on its own the file shows the mark, so the same file serves as the icon of the tab.
pub fn sprite(mark: &str, list: &str, folder: &Path) -> String {
    let mark = format!("<symbol id=\"Mark\" viewBox=\"0 0 32 32\">{}</symbol>", shapes("Mark", mark));
    let symbols: String = list.lines().filter(|name| !name.is_empty()).map(|name| symbol(name, folder)).collect();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\">{mark}{symbols}\
         <use href=\"#Mark\" fill=\"#1f5f6b\"/></svg>"
    )
}

/// One Aksel icon.
fn symbol(name: &str, folder: &Path) -> String {
    let svg = std::fs::read_to_string(folder.join(name).with_extension("svg"))
        .unwrap_or_else(|_| panic!("There is no Aksel icon {name}. Correct the name in platform/web/icons.txt."));
    format!("<symbol id=\"{name}\" viewBox=\"0 0 24 24\">{}</symbol>", shapes(name, &svg))
}

/// What stands inside `<svg>`. The colour is left out, so that it follows the text it stands beside.
fn shapes(name: &str, svg: &str) -> String {
    let inside = svg.split_once('>').and_then(|(_, rest)| rest.rsplit_once("</svg>"));
    let (inside, _) = inside.unwrap_or_else(|| panic!("The icon {name} is not an SVG file. Leave it out of platform/web/icons.txt."));
    let shapes = inside.lines().map(str::trim).collect::<String>().replace(" fill=\"currentColor\"", "");
    let pieces = shapes.split(" d=\"").enumerate().map(|(at, piece)| match piece.split_once('"') {
        Some((path, rest)) if at > 0 => format!(" d=\"{}\"{rest}", rounded(path)),
        _ => piece.to_owned(),
    });
    pieces.collect()
}

/// A path with two decimals: a hundredth of a unit cannot be seen, and the file becomes a third smaller.
fn rounded(path: &str) -> String {
    let mut short = String::with_capacity(path.len());
    let mut rest = path;
    while let Some(next) = rest.chars().next() {
        let end = number_length(rest);
        if end == 0 {
            short.push(next);
            rest = &rest[next.len_utf8()..];
            continue;
        }
        let number: f64 = rest[..end].parse().unwrap_or_else(|_| panic!("The icon path {path} is not plain SVG. Leave the icon out."));
        short += &((number * 100.0).round() / 100.0).to_string();
        rest = &rest[end..];
        // Two numbers may stand wall to wall when the second starts with a point.
        if rest.starts_with('.') {
            short.push(' ');
        }
    }
    short
}

/// How many bytes of `text` the number at its start takes; 0 when there is none.
fn number_length(text: &str) -> usize {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let whole = unsigned.find(|c: char| !c.is_ascii_digit()).unwrap_or(unsigned.len());
    let decimals = unsigned[whole..].strip_prefix('.').map_or(0, |after| {
        1 + after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len())
    });
    let sign = text.len() - unsigned.len();
    if whole + decimals > 0 { sign + whole + decimals } else { 0 }
}
