//! The tables, and how long their rows are kept.

use platform::charter::{Retention, Table};

const CHOSEN: &str = "somebody chose to be told; it is theirs to take back at once (GDPR art. 6 (1) a, 7 (3))";
const SENT: &str = "so that one event is told once, and an address that does not work is noticed (GDPR art. 5 (1) e)";

const fn chosen(table: &'static str) -> Retention {
    Retention { table, kept: "until it is taken away, or the person leaves", ground: CHOSEN }
}

const fn sent(table: &'static str) -> Retention {
    Retention { table, kept: "30 days after it was sent; the number is a dated row", ground: SENT }
}

/// How long.
pub const RETENTION: &[Retention] =
    &[chosen("notices_way"), chosen("notices_choice"), chosen("notices_feed"), sent("notices_outbox"), sent("notices_heard")];

const fn personal(name: &'static str) -> Table {
    Table { name, personal: true }
}

/// The tables.
pub const TABLES: &[Table] = &[
    personal("notices_way"),
    personal("notices_choice"),
    personal("notices_outbox"),
    personal("notices_heard"),
    personal("notices_feed"),
    Table { name: "notices_rule", personal: false },
];
