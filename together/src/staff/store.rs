//! Load and save. Nothing here is about a person whom a record is about.

pub mod accounts;
pub mod changes;
pub mod doors;
pub mod invitations;
pub mod organisations;

use platform::charter::{Retention, Table};

/// The part's tables.
pub const TABLES: &[Table] = &[
    Table { name: "staff_invitation", personal: false },
    Table { name: "staff_pin", personal: false },
    Table { name: "staff_code", personal: false },
    Table { name: "staff_same", personal: false },
    Table { name: "staff_change", personal: false },
];

/// How long they are kept.
pub const RETENTION: &[Retention] = &[
    Retention {
        table: "staff_invitation",
        kept: "while the account is there; 30 days when it was never taken",
        ground: "who gave access to whom can be asked for as long as the access log is kept (pasientjournalloven § 22).",
    },
    Retention {
        table: "staff_pin",
        kept: "until the access ends",
        ground: "a PIN opens nothing afterwards (GDPR art. 5(1)(e)).",
    },
    Retention { table: "staff_code", kept: "a day", ground: "a code opens nothing after ten minutes." },
    Retention {
        table: "staff_same",
        kept: "while the account is there",
        ground: "somebody with two jobs chooses which one they are in.",
    },
    Retention {
        table: "staff_change",
        kept: "while the account or the organisation is there",
        ground: "control of who gave which access (pasientjournalloven § 22).",
    },
];
