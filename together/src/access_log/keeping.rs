//! How long the rows are kept, and why. The lines of the log itself are the house's.

use platform::charter::Retention;

/// One line a table.
pub const RETENTION: &[Retention] = &[
    Retention {
        table: "access_log_question",
        kept: "as long as the person has a plan; gone when the person is erased",
        ground: "the person may come back to what was answered (GDPR art. 15)",
    },
    Retention {
        table: "access_log_tally",
        kept: "thirty days (rule tally-kept-days); deleted every day",
        ground: "oversight of access (GDPR art. 32); a number per person, never a name, and it cannot be led back once the person's key is gone",
    },
    Retention {
        table: "access_log_spoken",
        kept: "as long as the counts it is about",
        ground: "an employee is not asked twice about the same",
    },
    Retention { table: "access_log_reading", kept: "always", ground: "how far the count has come; about nobody" },
    Retention {
        table: "access_log_rule",
        kept: "always",
        ground: "a dated rule explains what was promised under it, and is about nobody",
    },
];
