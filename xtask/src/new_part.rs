//! A new part: one folder that works from the first minute, and its line in the catalogue. Nothing else is touched.

mod catalogue;
mod key;
#[cfg(test)]
mod tests;

use crate::{house::Tree, machine, steps};
use std::{fs, path::Path, process::Command};

/// Where parts live.
const HOMES: [&str; 3] = ["together", "offers", "insight"];

/// Every file of a new part: where it goes and what it says.
const FILES: [(&str, &str); 12] = [
    ("README.md", include_str!("new_part/readme.txt")),
    ("mod.rs", include_str!("new_part/mod.rs.txt")),
    ("rules.rs", include_str!("new_part/rules.rs.txt")),
    ("store.rs", include_str!("new_part/store.rs.txt")),
    ("web.rs", include_str!("new_part/web.rs.txt")),
    ("pages/notes.html", include_str!("new_part/notes.html.txt")),
    ("text/nb.ftl", include_str!("new_part/nb.ftl.txt")),
    ("text/nn.ftl", include_str!("new_part/nn.ftl.txt")),
    ("text/en.ftl", include_str!("new_part/en.ftl.txt")),
    ("migrations/001_@key@.sql", include_str!("new_part/table.sql.txt")),
    ("tests.rs", include_str!("new_part/tests.rs.txt")),
    ("tests/journey.rs", include_str!("new_part/journey.rs.txt")),
];

/// Makes the part and says what to do next.
pub fn run(root: &Path, key: &str, home: &str) -> Result<(), String> {
    let made = make(root, key, home)?;
    for path in &made {
        println!("  {path}");
    }
    println!(
        "\nThe part {key} works: cargo test -p varde-{home} {key}:: shows it.\n\
         Make it yours: its address and words in Norwegian, its legal basis, its rules, and its place in the catalogue and the menu."
    );
    if home == "insight" {
        println!("insight is without persons: take person_id out of the table, and give the charter class Open or Anonymous.");
    }
    Ok(())
}

/// Makes the part, and answers with the files that are new or changed.
pub fn make(root: &Path, key: &str, home: &str) -> Result<Vec<String>, String> {
    if !HOMES.contains(&home) {
        return Err(format!("there is no {home}: a part lives in {}", HOMES.join(", ")));
    }
    let tree = Tree::read(root).map_err(|why| format!("cannot read the project: {why}"))?;
    key::check(&tree, key)?;
    let lib = format!("{home}/src/lib.rs");
    let listed = catalogue::with_part(&read(root, &lib)?, key)
        .ok_or_else(|| format!("cannot find the catalogue in {lib}: it is `pub const CATALOGUE: … = &[…];`"))?;
    let mut made = Vec::new();
    for (path, text) in FILES {
        let path = format!("{home}/src/{key}/{}", fill(path, key));
        write(root, &path, &fill(text, key))?;
        made.push(path);
    }
    write(root, &lib, &listed)?;
    made.push(lib);
    steps::output(Command::new(machine::cargo()).args(["fmt", "--package", &format!("varde-{home}")]).current_dir(root))?;
    Ok(made)
}

fn fill(text: &str, key: &str) -> String {
    text.replace("@key@", key).replace("@address@", &key::address(key))
}

fn read(root: &Path, path: &str) -> Result<String, String> {
    fs::read_to_string(root.join(path)).map_err(|why| format!("cannot read {path}: {why}"))
}

fn write(root: &Path, path: &str, text: &str) -> Result<(), String> {
    let whole = root.join(path);
    let folder = whole.parent().map_or(Ok(()), fs::create_dir_all);
    folder.and_then(|()| fs::write(&whole, text)).map_err(|why| format!("cannot write {path}: {why}"))
}
