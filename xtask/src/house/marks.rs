//! What is in the tree works. There are no notes to finish it another day, and no test is asleep.

use super::{Fault, Tree, rust::is_word};

/// Notes that something is unfinished. Written apart here, so that this list does not find itself.
fn notes() -> [String; 4] {
    [["TO", "DO"], ["FIX", "ME"], ["XX", "X"], ["HA", "CK"]].map(|halves| halves.concat())
}

/// Ways to put a test in the browser folder to sleep.
const ASLEEP: [&str; 6] = [".skip(", ".only(", ".todo(", "skip: true", "only: true", "todo: true"];

/// Notes for later in any text file, and tests that do not run.
pub fn faults(tree: &Tree) -> Vec<Fault> {
    let mut found = Vec::new();
    for file in tree.files.iter().filter(|file| !file.name().ends_with("lock") && file.name() != "package-lock.json") {
        match file.rust() {
            Some(rust) => {
                for comment in &rust.comments {
                    found.extend(noted(&comment.text).map(|what| Fault::at(file, comment.line, what)));
                }
                for (at, code) in rust.code.iter().enumerate() {
                    if code.contains("#[ignore") || code.contains("should_panic") {
                        found.push(Fault::at(file, at + 1, "a test runs always and says what it expects"));
                    }
                }
            }
            None => {
                for (at, line) in file.text.lines().enumerate() {
                    found.extend(noted(line).map(|what| Fault::at(file, at + 1, what)));
                    let asleep = file.extension() == "mjs" && ASLEEP.iter().any(|mark| line.contains(mark));
                    if asleep {
                        found.push(Fault::at(file, at + 1, "a test runs always, and so do its neighbours"));
                    }
                }
            }
        }
    }
    found
}

fn noted(text: &str) -> Option<String> {
    let found = notes().into_iter().find(|note| {
        text.match_indices(note.as_str())
            .any(|(at, _)| !text[..at].ends_with(is_word) && !text[at + note.len()..].starts_with(is_word))
    })?;
    Some(format!("\"{found}\": finish it, or open an issue and leave the code whole"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_for_later_and_sleeping_tests_are_found() {
        let note = notes()[0].clone();
        let rust = format!("// {note}: finish\n#[ignore]\nfn a() {{}}\nlet s = \"{note}\";");
        let page = format!("<!-- {note} -->");
        let tree = Tree::planted(&[
            ("kernel/src/a.rs", &rust),
            ("together/src/plan/pages/plan.html", &page),
            ("browser/a.test.mjs", "test.skip('x', () => {});\nrow.only('y')"),
            ("docs/a.md", "Mastodon and todos are words"),
        ]);
        let lines: Vec<_> = faults(&tree).into_iter().map(|fault| (fault.path, fault.line)).collect();
        assert_eq!(lines.len(), 5, "{lines:?}");
    }
}
