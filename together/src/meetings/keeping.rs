//! The tables, and how long their rows are kept.

use platform::charter::{Retention, Table};

const GROUND: &str = "what was decided with the person must be found again while help is given (R-04); the person's own";

const fn kept(table: &'static str) -> Retention {
    Retention { table, kept: "as long as the person is here; gone 30 days after they leave", ground: GROUND }
}

const fn personal(name: &'static str) -> Table {
    Table { name, personal: true }
}

const MEETING: &str = "meetings_meeting";
const MEMBER: &str = "meetings_member";
const ITEM: &str = "meetings_item";
const DECISION: &str = "meetings_decision";
const EXCLUSION: &str = "meetings_exclusion";
const CHANGE: &str = "meetings_change";

/// How long.
pub const RETENTION: &[Retention] = &[kept(MEETING), kept(MEMBER), kept(ITEM), kept(DECISION), kept(EXCLUSION), kept(CHANGE)];

/// The tables.
pub const TABLES: &[Table] = &[
    personal(MEETING),
    personal(MEMBER),
    personal(ITEM),
    personal(DECISION),
    personal(EXCLUSION),
    personal(CHANGE),
    Table { name: "meetings_rule", personal: false },
];
