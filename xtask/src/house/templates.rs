//! A template holds structure. Its words lie in three languages, its style and script in files the browser may keep.

use super::{Fault, File, Tree};

/// Attributes that people read or hear.
const READ_ALOUD: [&str; 5] = ["alt=\"", "aria-label=\"", "title=\"", "placeholder=\"", "aria-description=\""];

/// Words that are the same in every language.
const NAMES: [&str; 1] = ["Varde"];

/// Wording, style or script inside a template.
pub fn faults(tree: &Tree) -> Vec<Fault> {
    let templates = tree.with_extension("html").filter(|file| file.path.contains("/pages/") || file.path.contains("/templates/"));
    templates.flat_map(in_template).collect()
}

fn in_template(file: &File) -> Vec<Fault> {
    let plain = without_askama(&file.text);
    let mut found = Vec::new();
    for (line, tag, text) in pieces(&plain) {
        // A macro may write attributes for a tag that stands elsewhere.
        for piece in [&tag, &text] {
            found.extend(in_tag(piece).map(|what| Fault::at(file, line, what)));
        }
        let words = without_entities(&without_attributes(&text));
        let worded = words.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() > 1 && !NAMES.contains(&word));
        if worded {
            let start: String = text.trim().chars().take(40).collect();
            found.push(Fault::at(
                file,
                line + tag.matches('\n').count(),
                format!("\"{start}\" belongs in text/nb.ftl, nn.ftl and en.ftl"),
            ));
        }
    }
    found
}

fn in_tag(tag: &str) -> Option<String> {
    let lower = tag.to_lowercase();
    if lower.starts_with("<style") || lower.contains(" style=") {
        return Some("style belongs in the style sheet".into());
    }
    if (lower.starts_with("<script") && !lower.contains("src="))
        || lower.split_whitespace().any(|word| word.starts_with("on") && word.contains('='))
    {
        return Some("script belongs in its own file".into());
    }
    let read = READ_ALOUD.iter().find(|start| {
        tag.match_indices(*start).any(|(at, _)| {
            let value = tag[at + start.len()..].split('"').next().unwrap_or_default();
            value.chars().any(char::is_alphabetic)
        })
    })?;
    Some(format!("{}…\" belongs in the wording files", read))
}

/// Blanks out expressions, blocks and comments of the template language, keeping the lines.
fn without_askama(text: &str) -> String {
    let mut out = text.to_owned();
    for (open, close) in [("{#", "#}"), ("{%", "%}"), ("{{", "}}"), ("<!--", "-->")] {
        while let Some(start) = out.find(open) {
            let end = out[start..].find(close).map_or(out.len(), |at| start + at + close.len());
            let lines = "\n".repeat(out[start..end].matches('\n').count());
            out.replace_range(start..end, &lines);
        }
    }
    out
}

/// Splits into `(line of the tag, tag, text up to the next tag)`.
fn pieces(text: &str) -> Vec<(usize, String, String)> {
    let mut found = Vec::new();
    let mut line = 1;
    for piece in text.split_inclusive('<').collect::<Vec<_>>().iter().map(|piece| piece.trim_end_matches('<')) {
        let (tag, after) = match piece.split_once('>') {
            Some((tag, after)) if line > 1 || !found.is_empty() => (format!("<{tag}"), after.to_owned()),
            _ => (String::new(), piece.to_owned()),
        };
        found.push((line, tag, after));
        line += piece.matches('\n').count();
    }
    found
}

/// Takes away `name="value"`, which stands outside a tag only where a macro writes it.
fn without_attributes(text: &str) -> String {
    let mut out = text.to_owned();
    while let Some(equals) = out.find("=\"") {
        let start = out[..equals].rfind(|c: char| !c.is_ascii_lowercase() && c != '-').map_or(0, |at| at + 1);
        let end = out[equals + 2..].find('"').map_or(out.len(), |at| equals + at + 3);
        out.replace_range(start..end, " ");
    }
    out
}

fn without_entities(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        out.push(' ');
        rest = after.split_once(';').map_or(after, |(_, after)| after);
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<usize> {
        faults(&Tree::planted(&[("together/src/plan/pages/plan.html", text)])).into_iter().map(|fault| fault.line).collect()
    }

    #[test]
    fn wording_in_a_template_is_found() {
        assert_eq!(found("<h1>{{ t.title }}</h1>\n<p>Hei der</p>"), [2]);
        assert_eq!(found("<main>\n<img alt=\"Door of the house\">\n</main>"), [2]);
        assert_eq!(found("Loose words\n<p></p>"), [1]);
    }

    #[test]
    fn style_and_script_in_a_template_are_found() {
        assert_eq!(found("<p>\n<b style=\"color:red\"></b></p>"), [2]);
        assert_eq!(found("<p><script>\nlet</script></p>"), [1, 1]);
        assert_eq!(found("<p>\n<a href=\"/x\" onclick=\"go()\"></a></p>"), [2]);
    }

    #[test]
    fn attributes_that_a_macro_writes_are_no_wording_unless_they_are_read_aloud() {
        let makes = |written: &str| format!("{{% macro a(x) %}} {written}{{% endmacro %}}");
        assert!(found(&makes("aria-invalid=\"true\" aria-describedby=\"{{ x }}-feil\"")).is_empty());
        assert_eq!(found(&makes("aria-label=\"Lukk\"")), [1]);
    }

    #[test]
    fn structure_expressions_and_names_pass() {
        let template = "{% extends \"base.html\" %}\n{# a note to builders #}\n<main><h1>{{ words.get(\"plan-title\") }}</h1>\n<p title=\"{{ x }}\">113 &middot; Varde&nbsp;·</p>{% if a %}<script src=\"/s.js\"></script>{% endif %}</main>";
        assert!(found(template).is_empty());
    }
}
