//! What is kept of the baton, and for how long.

use platform::charter::{Retention, Table};

const KEPT: &str = "as long as the person has a plan or a team here; gone 30 days after they leave";
const GROUND: &str =
    "who held the responsibility, and what was agreed, must be known to the person and to whoever takes over (R-18, R-26)";

const fn kept(table: &'static str) -> Retention {
    Retention { table, kept: KEPT, ground: GROUND }
}

const fn personal(name: &'static str) -> Table {
    Table { name, personal: true }
}

/// How long.
pub const RETENTION: &[Retention] = &[
    kept("handovers_baton"),
    kept("handovers_lines"),
    kept("handovers_departure"),
    kept("handovers_event"),
    kept("handovers_search"),
];

/// The tables.
pub const TABLES: &[Table] = &[
    personal("handovers_baton"),
    personal("handovers_lines"),
    personal("handovers_departure"),
    personal("handovers_event"),
    personal("handovers_search"),
    Table { name: "handovers_rule", personal: false },
];
