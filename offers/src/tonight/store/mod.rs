//! Loading and saving: SQL and row mapping, nothing else.

pub mod decisions;
pub mod desk;
pub mod opened;
pub mod places;
pub mod requests;
pub mod slips;

use platform::charter::Table;

const fn table(name: &'static str, personal: bool) -> Table {
    Table { name, personal }
}

/// The part's tables.
pub const TABLES: &[Table] = &[
    table("tonight_place", false),
    table("tonight_slip", false),
    table("tonight_desk", false),
    table("tonight_duty", false),
    table("tonight_rule", false),
    table("tonight_request", true),
    table("tonight_decision", true),
    table("tonight_opened", true),
];
