//! What a statement may say.

use super::{Nullable, statement::Statement};
use std::collections::BTreeSet;

/// Words of one database only, or whose meaning differs between the two, and what to write instead.
const BANNED: [(&str, &str); 38] = [
    ("LIKE", "the two databases fold case differently: use a keyed hash or compare in Rust"),
    ("ILIKE", "PostgreSQL only"),
    ("GLOB", "SQLite only"),
    ("SIMILAR", "PostgreSQL only"),
    ("REGEXP", "SQLite only"),
    ("NOW", "time comes from Ctx"),
    ("CURRENT_TIMESTAMP", "time comes from Ctx"),
    ("CURRENT_DATE", "time comes from Ctx"),
    ("CURRENT_TIME", "time comes from Ctx"),
    ("STRFTIME", "time comes from Ctx"),
    ("DATETIME", "time is text written by Rust"),
    ("JULIANDAY", "time is text written by Rust"),
    ("RANDOM", "chance comes from Ctx"),
    ("RANDOMBLOB", "chance comes from Ctx"),
    ("GEN_RANDOM_UUID", "ids come from Ctx"),
    ("->", "no JSON in SQL"),
    ("->>", "no JSON in SQL"),
    ("@>", "no JSON in SQL"),
    ("<@", "no JSON in SQL"),
    ("JSON", "no JSON in SQL"),
    ("JSONB", "no JSON in SQL"),
    ("JSON_EXTRACT", "no JSON in SQL"),
    ("::", "PostgreSQL only: use CAST(x AS y)"),
    ("==", "SQLite only: use ="),
    ("?", "write $1, $2 …"),
    ("IFNULL", "SQLite only: use COALESCE"),
    ("AUTOINCREMENT", "ids come from Ctx"),
    ("SERIAL", "ids come from Ctx"),
    ("NEXTVAL", "sequences leave gaps after a failover"),
    ("SEQUENCE", "sequences leave gaps after a failover"),
    ("TRIGGER", "rules stand in rules.rs"),
    ("ROWID", "SQLite only"),
    ("PRAGMA", "belongs in platform/src/db/sqlite.rs"),
    ("LISTEN", "belongs in platform/src/db/postgres.rs"),
    ("NOTIFY", "belongs in platform/src/db/postgres.rs"),
    ("TRUE", "there are no booleans, only a nullable when"),
    ("FALSE", "there are no booleans, only a nullable when"),
    ("VACUUM", "belongs in the database seam"),
];

const TYPES: [&str; 3] = ["TEXT", "INTEGER", "BLOB"];

/// What is wrong with a statement.
pub fn faults(statement: &Statement) -> Vec<String> {
    let mut found = Vec::new();
    for word in &statement.words {
        if let Some((word, instead)) = BANNED.iter().find(|(banned, _)| word == banned) {
            found.push(format!("{word} in SQL: {instead}"));
        }
        if word.starts_with(':') && word.len() > 2 && word != "::" || word.starts_with('@') && word.len() > 2 {
            found.push(format!("{word} in SQL: write $1, $2 …"));
        }
    }
    found.extend(star(statement));
    found.extend(sum(statement));
    found.extend(arguments(statement));
    found.extend(limit_in_change(statement));
    found.extend(types(statement));
    found.extend(phrases(statement));
    found
}

fn phrases(statement: &Statement) -> Vec<String> {
    let banned: [(&[&str], &str); 3] = [
        (&["REPLACE", "INTO"], "REPLACE INTO and INSERT OR … are SQLite only: use ON CONFLICT"),
        (&["FOR", "UPDATE"], "FOR UPDATE is PostgreSQL only: compare the version"),
        (&["SKIP", "LOCKED"], "SKIP LOCKED is PostgreSQL only: claim by a conditional update"),
    ];
    let found = banned.into_iter().filter(|(phrase, _)| statement.says(phrase)).map(|(_, what)| what.to_owned());
    let or = (statement.says(&["INSERT", "OR"]) && !statement.says(&["REPLACE", "INTO"]))
        .then(|| "INSERT OR … is SQLite only: use ON CONFLICT".to_owned());
    found.chain(or).collect()
}

/// `SELECT *` breaks when a migration adds a column. `count(*)` and multiplication are fine.
fn star(statement: &Statement) -> Option<String> {
    let before = ["SELECT", "DISTINCT", "ALL", "RETURNING", ".", ","];
    let found = statement.words.windows(2).any(|pair| pair[1] == "*" && before.contains(&pair[0].as_str()));
    found.then(|| "name the columns instead of *".to_owned())
}

/// A sum of whole numbers is NUMERIC on PostgreSQL, which neither a row nor a parameter of ours can hold.
fn sum(statement: &Statement) -> Option<String> {
    let sums = |at: &usize| matches!(statement.word(*at), "SUM" | "AVG") && statement.word(at + 1) == "(";
    let is_cast = |at: usize| at >= 2 && (statement.word(at - 2), statement.word(at - 1)) == ("CAST", "(");
    let bare = (0..statement.words.len()).filter(sums).any(|at| !is_cast(at));
    bare.then(|| "a bare sum is NUMERIC on PostgreSQL: write CAST(sum(x) AS BIGINT), also where it is compared".to_owned())
}

/// SQLite counts a placeholder by its first appearance, so `$2 … $1` would bind the wrong value.
fn arguments(statement: &Statement) -> Option<String> {
    let mut highest = 0;
    for word in &statement.words {
        let Some(number) = word.strip_prefix('$').and_then(|digits| digits.parse::<u32>().ok()) else { continue };
        if number > highest + 1 || number == 0 {
            return Some(format!("${number} comes before ${}: number the arguments in order of appearance", highest + 1));
        }
        highest = highest.max(number);
    }
    None
}

fn limit_in_change(statement: &Statement) -> Option<String> {
    let outer: Vec<&str> = statement.with_depth().filter(|(depth, _)| *depth == 0).map(|(_, word)| word).collect();
    let change = outer.iter().any(|word| matches!(*word, "UPDATE" | "DELETE")) && !outer.contains(&"INSERT");
    (change && outer.contains(&"LIMIT")).then(|| "LIMIT in a change is SQLite only: choose the rows in a subquery".to_owned())
}

/// The column definitions of a CREATE TABLE: the words of each, outermost commas taken away.
fn definitions(statement: &Statement) -> Vec<Vec<&str>> {
    let mut found = vec![Vec::new()];
    for (depth, word) in statement.with_depth().skip_while(|(depth, _)| *depth == 0) {
        match (depth, word) {
            (0, ")") => break,
            (1, ",") => found.push(Vec::new()),
            (1, "(") if found.len() == 1 && found.iter().all(Vec::is_empty) => {}
            _ => found.last_mut().into_iter().for_each(|last| last.push(word)),
        }
    }
    found
}

fn is_constraint(definition: &[&str]) -> bool {
    matches!(definition.first(), Some(&("PRIMARY" | "UNIQUE" | "FOREIGN" | "CHECK" | "CONSTRAINT")))
}

/// The table a statement makes, in small letters.
pub fn created_table(statement: &Statement) -> Option<String> {
    if !statement.says(&["CREATE", "TABLE"]) {
        return None;
    }
    let name = statement.words.iter().skip(2).find(|word| !matches!(word.as_str(), "IF" | "NOT" | "EXISTS"))?;
    Some(name.to_lowercase())
}

fn types(statement: &Statement) -> Vec<String> {
    let added =
        statement.words.iter().position(|word| word == "COLUMN").map(|at| vec![statement.word(at + 1), statement.word(at + 2)]);
    let made = if created_table(statement).is_some() { definitions(statement) } else { Vec::new() };
    let columns = made.into_iter().chain(added.filter(|_| statement.word(0) == "ALTER" && statement.says(&["ADD"])));
    columns
        .filter(|definition| !is_constraint(definition))
        .filter_map(|definition| match definition.as_slice() {
            [_, kind, ..] if TYPES.contains(kind) => None,
            [name, kind, ..] => Some(format!("column {} is {kind}: the types are TEXT, INTEGER and BLOB", name.to_lowercase())),
            [name] => Some(format!("column {} has no type", name.to_lowercase())),
            [] => None,
        })
        .collect()
}

/// The table that a statement makes, and its columns that may be empty.
pub fn nullable_columns(statement: &Statement) -> Option<(String, BTreeSet<String>)> {
    let table = created_table(statement)?;
    let definitions = definitions(statement);
    let keys: BTreeSet<&str> =
        definitions.iter().filter(|definition| definition.first() == Some(&"PRIMARY")).flatten().copied().collect();
    let may_be_empty = definitions.iter().filter(|definition| {
        let name = definition.first().copied().unwrap_or_default();
        !is_constraint(definition)
            && !keys.contains(name)
            && !definition.contains(&"PRIMARY")
            && !definition.windows(2).any(|pair| pair == ["NOT", "NULL"])
    });
    Some((table, may_be_empty.filter_map(|definition| Some(definition.first()?.to_lowercase())).collect()))
}

/// SQLite puts empty values first and PostgreSQL last, so an order over them says which.
pub fn unordered(statement: &Statement, nullable: &Nullable) -> Vec<String> {
    let tables: Vec<_> = statement.words.iter().filter_map(|word| nullable.get(&word.to_lowercase())).collect();
    let places: Vec<(i32, &str)> = statement.with_depth().collect();
    let mut found = Vec::new();
    for at in 0..places.len() {
        let [(depth, "ORDER"), (_, "BY"), rest @ ..] = &places[at..] else { continue };
        let list: Vec<&str> = rest
            .iter()
            .take_while(|(inner, word)| {
                inner >= depth && !matches!(*word, "LIMIT" | "OFFSET" | "UNION" | "RETURNING" | "ROWS" | "RANGE")
            })
            .map(|(_, word)| *word)
            .collect();
        for item in list.split(|word| *word == ",") {
            let column = match item {
                [_, ".", column, ..] => column.to_lowercase(),
                [column, ..] => column.to_lowercase(),
                [] => continue,
            };
            let may_be_empty = tables.iter().any(|columns| columns.contains(&column)) && !is_compared(statement, &column);
            if may_be_empty && !item.contains(&"NULLS") {
                found.push(format!("ORDER BY {column} may meet empty values: say NULLS FIRST or NULLS LAST"));
            }
        }
    }
    found
}

/// Whether a condition on the column leaves its empty values out.
fn is_compared(statement: &Statement, column: &str) -> bool {
    let column = column.to_uppercase();
    statement.words.windows(4).any(|window| {
        window[0] == column && (matches!(window[1].as_str(), ">" | ">=" | "<" | "<=") || window[1..] == ["IS", "NOT", "NULL"])
    })
}
