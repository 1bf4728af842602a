//! What is kept of the guard, and for how long.

use platform::charter::{Retention, Table};

const KEPT: &str = "as long as the person has a plan or a team here; gone 30 days after they leave";
const GROUND: &str = "that somebody answers for the next step must be known to the person and to whoever takes over (R-18)";

const fn kept(table: &'static str) -> Retention {
    Retention { table, kept: KEPT, ground: GROUND }
}

const fn personal(name: &'static str) -> Table {
    Table { name, personal: true }
}

/// How long.
pub const RETENTION: &[Retention] =
    &[kept("gaps_item"), kept("gaps_step"), kept("gaps_event"), kept("gaps_contact"), kept("gaps_miss")];

/// The tables.
pub const TABLES: &[Table] = &[
    personal("gaps_item"),
    personal("gaps_step"),
    personal("gaps_event"),
    personal("gaps_contact"),
    personal("gaps_miss"),
    Table { name: "gaps_quiet", personal: false },
    Table { name: "gaps_rule", personal: false },
];
