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
        .unwrap_or_else(|_| crate::fail(&format!("There is no Aksel icon {name}. Correct platform/web/icons.txt.")));
    format!("<symbol id=\"{name}\" viewBox=\"0 0 24 24\">{}</symbol>", shapes(name, &svg))
}

/// What stands inside `<svg>`. The colour is left out, so that it follows the text it stands beside.
fn shapes(name: &str, svg: &str) -> String {
    let inside = svg.split_once('>').and_then(|(_, rest)| rest.rsplit_once("</svg>"));
    let (inside, _) =
        inside.unwrap_or_else(|| crate::fail(&format!("The icon {name} is not an SVG file. Correct platform/web/icons.txt.")));
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
    let mut number = String::new();
    for next in path.chars().chain([' ']) {
        let goes_on = match next {
            '-' => number.is_empty(),
            '.' => !number.contains('.'),
            digit => digit.is_ascii_digit(),
        };
        if !goes_on {
            if let Ok(value) = number.parse::<f64>() {
                // Two numbers may stand wall to wall when the second starts with a sign or a point.
                let space = if short.ends_with(|c: char| c.is_ascii_digit()) { " " } else { "" };
                short += &format!("{space}{}", (value * 100.0).round() / 100.0);
            }
            number.clear();
        }
        if goes_on || matches!(next, '-' | '.') {
            number.push(next);
        } else {
            short.push(next);
        }
    }
    short.trim_end().to_owned()
}
