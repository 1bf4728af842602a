//! Loading and saving: SQL and row mapping, nothing else.

pub mod codes;
pub mod desks;
pub mod lines;
pub mod lists;
pub mod requests;
pub mod setup;

use platform::charter::Table;

/// The part's tables.
pub const TABLES: &[Table] = &[
    Table { name: "help_requests_desk", personal: false },
    Table { name: "help_requests_hours", personal: false },
    Table { name: "help_requests_route", personal: false },
    Table { name: "help_requests_duty", personal: false },
    Table { name: "help_requests_request", personal: true },
    Table { name: "help_requests_holder", personal: true },
    Table { name: "help_requests_line", personal: true },
    Table { name: "help_requests_code", personal: true },
    Table { name: "help_requests_opened", personal: true },
];
