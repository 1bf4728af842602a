//! The tables, and how long their rows are kept.

use platform::charter::{Retention, Table};

const GROUND: &str =
    "the person's own letters with those who help (R-01); who knew what when must be found again while help is given (P-10)";

const fn kept(table: &'static str) -> Retention {
    Retention { table, kept: "as long as the person is here; gone 30 days after they leave", ground: GROUND }
}

const fn personal(name: &'static str) -> Table {
    Table { name, personal: true }
}

const THREAD: &str = "messages_thread";
const MEMBER: &str = "messages_member";
const MESSAGE: &str = "messages_message";
const READ: &str = "messages_read";
const ATTEMPT: &str = "messages_attempt";
const FILE: &str = "messages_file";
const CHUNK: &str = "messages_chunk";

/// How long.
pub const RETENTION: &[Retention] =
    &[kept(THREAD), kept(MEMBER), kept(MESSAGE), kept(READ), kept(ATTEMPT), kept(FILE), kept(CHUNK)];

/// The tables.
pub const TABLES: &[Table] = &[
    personal(THREAD),
    personal(MEMBER),
    personal(MESSAGE),
    personal(READ),
    personal(ATTEMPT),
    personal(FILE),
    personal(CHUNK),
    Table { name: "messages_rule", personal: false },
];
