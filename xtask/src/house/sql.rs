//! One SQL text runs on both databases: only what SQLite and PostgreSQL read alike.

mod statement;
mod subset;

use super::{Fault, Tree};
use statement::Statement;
use std::collections::{BTreeMap, BTreeSet};

/// Where a dialect may be spoken: behind a named function of the database seam.
const DIALECTS: [&str; 2] = ["platform/src/db/sqlite", "platform/src/db/postgres"];

/// Columns that may be empty, by table.
type Nullable = BTreeMap<String, BTreeSet<String>>;

/// Statements outside the subset.
pub fn faults(tree: &Tree) -> Vec<Fault> {
    let statements: Vec<(&super::File, Statement)> = all(tree);
    let mut nullable = Nullable::new();
    for (_, statement) in &statements {
        if let Some((table, columns)) = subset::nullable_columns(statement) {
            nullable.insert(table, columns);
        }
    }
    let mut found = Vec::new();
    for (file, statement) in &statements {
        let wrong = subset::faults(statement).into_iter().chain(subset::unordered(statement, &nullable));
        found.extend(wrong.map(|what| Fault::at(file, statement.line, what)));
        found.extend(misnamed(&file.path, statement).map(|what| Fault::at(file, statement.line, what)));
    }
    found
}

fn all(tree: &Tree) -> Vec<(&super::File, Statement)> {
    let mut found = Vec::new();
    for file in tree.with_extension("sql") {
        found.extend(statement::in_script(&file.text).into_iter().map(|statement| (file, statement)));
    }
    for (file, rust) in tree.product() {
        if DIALECTS.iter().any(|dialect| file.path.starts_with(dialect)) {
            continue;
        }
        for literal in rust.strings.iter().filter(|literal| !rust.is_test_line(literal.line)) {
            found.extend(statement::in_literal(literal).map(|statement| (file, statement)));
        }
    }
    found
}

/// A part's tables begin with the part's name, so that a table shows whose it is.
fn misnamed(path: &str, statement: &Statement) -> Option<String> {
    let table = subset::created_table(statement)?;
    let part = path.split("/src/").nth(1)?.split_once("/migrations/")?.0;
    let stem = part.strip_suffix('s').unwrap_or(part);
    let fine = [part, stem].iter().any(|name| table == *name || table.starts_with(&format!("{name}_")));
    let home = path.split('/').next().unwrap_or_default();
    (!fine && matches!(home, "together" | "offers" | "insight"))
        .then(|| format!("table {table}: a table of this part is called {stem}_…"))
}

#[cfg(test)]
mod tests;
