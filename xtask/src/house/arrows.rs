//! Which crate may know which: app → together, offers, insight → platform → kernel. The testkit is for tests only.

use super::{Fault, File, Tree, rust::is_word};

/// The crates of the house, innermost first, with those each may depend on.
const ARROWS: [(&str, &[&str]); 10] = [
    ("kernel", &[]),
    ("platform", &["kernel"]),
    ("together", &["kernel", "platform"]),
    ("offers", &["kernel", "platform"]),
    ("insight", &["kernel", "platform"]),
    ("app", &["kernel", "platform", "together", "offers", "insight"]),
    ("testkit", &["kernel", "platform", "together", "offers", "insight", "app"]),
    ("bench", &["kernel", "platform", "together", "offers", "insight", "app"]),
    ("simulate", &["kernel", "platform", "together", "offers", "insight", "app", "testkit"]),
    ("xtask", &[]),
];

/// Arrows that point the wrong way, in a manifest or in the code.
pub fn faults(tree: &Tree) -> Vec<Fault> {
    let mut found = Vec::new();
    for (home, allowed) in ARROWS {
        let manifest = format!("{home}/Cargo.toml");
        for file in tree.files.iter().filter(|file| file.path == manifest) {
            found.extend(in_manifest(file, home, allowed));
        }
    }
    for (file, rust) in tree.product() {
        let Some((home, allowed)) = ARROWS.into_iter().find(|(home, _)| *home == file.home()) else { continue };
        for (line, code) in rust.product() {
            if let Some(other) = crate_named(code).find(|other| *other != home && !allowed.contains(other)) {
                found.push(Fault::at(file, line, format!("{home} may not know {other}")));
            }
        }
    }
    found
}

fn in_manifest(file: &File, home: &str, allowed: &[&str]) -> Vec<Fault> {
    let mut found = Vec::new();
    let mut section = String::new();
    for (at, line) in file.text.lines().enumerate() {
        let line = line.trim();
        if line.starts_with('[') {
            section = line.trim_matches(['[', ']']).to_owned();
        }
        let Some(other) = ARROWS.map(|(name, _)| name).into_iter().find(|name| depends_on(&section, line, name)) else {
            continue;
        };
        let in_tests = section.contains("dev-dependencies");
        let fine = allowed.contains(&other) || (in_tests && other == "testkit") || (in_tests && other == home);
        if !fine {
            found.push(Fault::at(file, at + 1, format!("{home} may not depend on {other}")));
        }
    }
    found
}

/// Whether this line of a manifest names the crate as a dependency, under its own name or another.
fn depends_on(section: &str, line: &str, name: &str) -> bool {
    let package = format!("varde-{name}");
    if section.ends_with(&format!("dependencies.{package}")) {
        return line.starts_with('[');
    }
    let names = |key: &str| line.strip_prefix(key).is_some_and(|rest| rest.starts_with([' ', '=', '.']));
    section.ends_with("dependencies") && (names(&package) || line.contains(&format!("\"{package}\"")))
}

/// Crates of the house whose names begin a path in this line.
fn crate_named(code: &str) -> impl Iterator<Item = &'static str> + '_ {
    ARROWS.into_iter().map(|(name, _)| name).filter(move |name| {
        code.match_indices(&format!("{name}::"))
            .any(|(at, _)| !code[..at].ends_with(|c: char| is_word(c) || matches!(c, ':' | '.' | '!')))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrow_against_the_stream_is_found_in_a_manifest() {
        let tree = Tree::planted(&[
            ("kernel/Cargo.toml", "[package]\nname = \"varde-kernel\"\n[dependencies]\nvarde-platform.workspace = true"),
            (
                "together/Cargo.toml",
                "[dependencies]\nx = { package = \"varde-offers\" }\nvarde-kernel.workspace = true\n[dev-dependencies]\nvarde-testkit.workspace = true",
            ),
            (
                "offers/Cargo.toml",
                "[dependencies]\nvarde-testkit = { path = \"../testkit\" }\n[dependencies.varde-insight]\npath = \"x\"",
            ),
        ]);
        let found: Vec<_> = faults(&tree).into_iter().map(|fault| fault.what).collect();
        assert_eq!(
            found,
            [
                "kernel may not depend on platform",
                "together may not depend on offers",
                "offers may not depend on testkit",
                "offers may not depend on insight"
            ]
        );
    }

    #[test]
    fn an_arrow_against_the_stream_is_found_in_the_code() {
        let tree = Tree::planted(&[
            ("platform/src/web.rs", "use together::plan;\nuse crate::platform::x;\nuse kernel::time;"),
            ("app/src/main.rs", "use together::CATALOGUE;"),
        ]);
        let found: Vec<_> = faults(&tree).into_iter().map(|fault| (fault.line, fault.what)).collect();
        assert_eq!(found, [(1, "platform may not know together".to_owned())]);
    }
}
