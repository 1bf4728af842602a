//! The product does not panic: a request that goes wrong gets a sentence, not a dead thread.

use super::{Fault, Tree, rust::is_word};

const PANICKING: [(&str, &str); 6] = [
    (".unwrap()", "say what happens when it is missing"),
    (".expect(", "say what happens when it is missing"),
    ("panic!", "return a Fault"),
    ("unreachable!", "let the types show that it cannot happen"),
    ("unimplemented!", "build it or leave it out"),
    ("todo!", "build it or leave it out"),
];

/// Calls in the product that can end a thread, and lints switched off without a reason.
pub fn faults(tree: &Tree) -> Vec<Fault> {
    let mut found = Vec::new();
    for (file, rust) in tree.product() {
        for (line, code) in rust.product() {
            for (call, remedy) in PANICKING {
                if stands_in(code, call) {
                    found.push(Fault::at(file, line, format!("`{}` in the product: {remedy}", call.trim_end_matches('('))));
                }
            }
            if indexes(code) {
                found.push(Fault::at(file, line, "indexing can panic: use get, an iterator or a pattern"));
            }
        }
    }
    for (file, rust) in tree.rust() {
        found.extend(allowances(rust).into_iter().map(|(line, what)| Fault::at(file, line, what)));
    }
    found
}

/// Whether the call stands in the line as a whole word.
fn stands_in(code: &str, call: &str) -> bool {
    code.match_indices(call).any(|(at, _)| call.starts_with('.') || !code[..at].ends_with(is_word))
}

/// Whether a bracket directly follows a value. The formatter puts a space before every other bracket.
fn indexes(code: &str) -> bool {
    code.match_indices('[').any(|(at, _)| {
        let value = code[..at].ends_with(|c: char| is_word(c) || matches!(c, ')' | ']' | '?'));
        value && !code[at..].starts_with("[..]")
    })
}

fn allowances(rust: &super::rust::Rust) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    let code = rust.code.join("\n");
    for (at, _) in code.match_indices("allow(") {
        let before = code[..at].trim_end();
        if before.ends_with("#[") || before.ends_with("#![") {
            found.push((line_at(&code, at), "write #[expect(lint, reason = \"…\")] instead of #[allow]"));
        }
    }
    for (at, _) in code.match_indices("#[expect(").chain(code.match_indices("#![expect(")) {
        let attribute = code[at..].split(")]").next().unwrap_or_default();
        if !attribute.contains("reason") {
            found.push((line_at(&code, at), "#[expect] needs a reason"));
        }
    }
    found
}

fn line_at(code: &str, at: usize) -> usize {
    code[..at].matches('\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<usize> {
        faults(&Tree::planted(&[(path, text)])).into_iter().map(|fault| fault.line).collect()
    }

    #[test]
    fn panics_are_found_in_the_product_only() {
        let text = "fn a() { x.unwrap(); }\nfn b() { y.expect(\"z\") }\nfn c() { panic!() }\nfn d() { x.unwrap_or(1) }";
        assert_eq!(found("kernel/src/a.rs", text), [1, 2, 3]);
        assert!(found("kernel/src/plan/tests.rs", text).is_empty());
        assert!(found("testkit/src/lib.rs", text).is_empty());
        assert!(found("kernel/src/a.rs", "#[cfg(test)]\nmod tests {\n fn a() { x.unwrap(); }\n}").is_empty());
    }

    #[test]
    fn indexing_is_found_and_types_are_not() {
        assert_eq!(found("kernel/src/a.rs", "let x = rows[0];\nlet y = f()[1..];\nlet z = a?[2];"), [1, 2, 3]);
        assert!(found("kernel/src/a.rs", "fn f(a: &[u8], b: [u8; 2]) -> Vec<[u8; 2]> { vec![a[..], 1] }").is_empty());
        assert!(found("kernel/src/a.rs", "#[derive(Debug)]\nstruct A<'a>(&'a [u8]);").is_empty());
    }

    #[test]
    fn a_lint_switched_off_without_a_reason_is_found_even_in_tests() {
        let planted = "#[allow(dead_code)]\nfn a() {}\n#[expect(dead_code)]\nfn b() {}";
        assert_eq!(found("testkit/src/lib.rs", planted), [1, 3]);
        assert!(found("testkit/src/lib.rs", "#[expect(dead_code, reason = \"kept for the law\")]\nfn b() {}").is_empty());
    }
}
