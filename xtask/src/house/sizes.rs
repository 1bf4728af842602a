//! A file is read in one sitting and a function on one screen.

use super::{Fault, File, Tree};

const FILE_LINES: usize = 400;
const TEST_FILE_LINES: usize = 800;
const FUNCTION_LINES: usize = 70;
const CHARTER_LINES: usize = 80;

/// Files and functions that have grown too long.
pub fn faults(tree: &Tree) -> Vec<Fault> {
    let mut found = Vec::new();
    for file in tree.files.iter().filter(|file| matches!(file.extension(), "rs" | "mjs" | "js" | "html" | "sql" | "css")) {
        let (lines, limit) = (file.text.lines().count(), limit(file));
        if lines > limit {
            found.push(Fault::of(&file.path, format!("{lines} lines, and the limit is {limit}: split it by what it is about")));
        }
    }
    for (file, rust) in tree.rust() {
        for function in rust.functions().into_iter().filter(|function| function.length > FUNCTION_LINES) {
            let what = format!("`{}` has {} lines, and the limit is {FUNCTION_LINES}", function.name, function.length);
            found.push(Fault::at(file, function.line, what));
        }
    }
    found
}

fn limit(file: &File) -> usize {
    let test = file.name().ends_with("tests.rs") || file.name().ends_with(".test.mjs") || file.path.contains("/tests/");
    let charter = file.name() == "mod.rs" && matches!(file.home(), "together" | "offers" | "insight");
    match (test, charter) {
        (true, _) => TEST_FILE_LINES,
        (_, true) => CHARTER_LINES,
        _ => FILE_LINES,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_files_and_long_functions_are_found() {
        let long_file = "\n".repeat(401);
        let long_function = format!("fn a() {{\n{}}}\n", "    b();\n".repeat(69));
        let tree = Tree::planted(&[
            ("kernel/src/a.rs", &long_file),
            ("kernel/src/a/tests.rs", &long_file),
            ("kernel/src/b.rs", &long_function),
            ("together/src/plan/mod.rs", &"\n".repeat(81)),
        ]);
        let found: Vec<_> = faults(&tree).into_iter().map(|fault| fault.path).collect();
        assert_eq!(found, ["kernel/src/a.rs", "together/src/plan/mod.rs", "kernel/src/b.rs"]);
    }
}
