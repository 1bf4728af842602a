//! How long the rows are kept, and why.

use platform::charter::Retention;

/// One line a table. The shared tables the part writes are kept by the house on the same grounds.
pub const RETENTION: &[Retention] = &[
    Retention {
        table: "consents_change",
        kept: "as long as the person has a plan; gone when the person is erased",
        ground: "a consent must be provable for as long as it is relied on (GDPR art. 7 (1))",
    },
    Retention {
        table: "consents_change_grant",
        kept: "with the change it belongs to",
        ground: "a change can only be undone when it is known what was there before",
    },
    Retention {
        table: "consents_rule",
        kept: "always",
        ground: "a dated rule explains what was decided under it, and is about nobody",
    },
];
