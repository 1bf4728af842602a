//! A part of the bench's own: what an ordinary part stores and asks, and nothing else.

use kernel::class::Class;
use kernel::language::Language;
use platform::charter::{Charter, Table};
use platform::db::Migration;

/// One row by id.
pub const READ: &str = "SELECT area, text, at FROM bench_row WHERE person_id = $1 AND row_id = $2";
/// All of a person's rows.
pub const RECORD: &str = "SELECT row_id, area, text, at FROM bench_row WHERE person_id = $1 ORDER BY row_id";
/// A bare row.
pub const MAKE: &str = "INSERT INTO bench_bare (id, person_id, at, content) VALUES ($1, $2, $3, $4)";
/// A row of ours.
pub const MAKE_OURS: &str = "INSERT INTO bench_made (person_id, row_id, area, text, at, version) VALUES ($1, $2, $3, $4, $5, 1)";
/// What it was when it was made.
pub const REMEMBER: &str =
    "INSERT INTO bench_history (person_id, row_id, version, act, text, at) VALUES ($1, $2, 1, 'made', $3, $4)";

/// Rows each person has.
pub const ROWS: usize = 20;

/// The bench's charter.
pub static CHARTER: Charter = Charter {
    key: "bench",
    class: Class::Own,
    purpose: "Measures what a request costs, with invented persons.",
    legal_basis: "None is needed: nobody in it exists.",
    tables: &[
        Table { name: "bench_row", personal: true },
        Table { name: "bench_made", personal: true },
        Table { name: "bench_history", personal: true },
        Table { name: "bench_bare", personal: false },
    ],
    migrations: &[Migration {
        part: "bench",
        number: 1,
        sql: "CREATE TABLE bench_row (
  person_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  area TEXT NOT NULL,
  text BLOB NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (person_id, row_id)
);

CREATE TABLE bench_made (
  person_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  area TEXT NOT NULL,
  text BLOB NOT NULL,
  at TEXT NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, row_id)
);

CREATE TABLE bench_history (
  person_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  act TEXT NOT NULL,
  text BLOB NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (person_id, row_id, version)
);

CREATE TABLE bench_bare (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL,
  at TEXT NOT NULL,
  content BLOB NOT NULL
);",
    }],
    wording: [(Language::Nb, ""), (Language::Nn, ""), (Language::En, "")],
    ..Charter::BLANK
};

/// The id of a person's n-th row.
pub fn row_id(person: &str, n: usize) -> String {
    format!("{n:02x}{}", person.get(2..).unwrap_or_default())
}
