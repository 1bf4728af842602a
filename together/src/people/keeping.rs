//! How long the rows are kept, and why.

use platform::charter::Retention;

const OWN: &str = "the person wrote it and takes it away when they wish (GDPR art. 6(1)(a) and 17)";
const UNDONE: &str = "what a link did must be known for it to be undone, and what was proven must be proven once";
const AS_LONG: &str = "until the person changes it; gone when the person is erased";

/// One line a table. The person's row and the keyed hashes are the house's and go with the person.
pub const RETENTION: &[Retention] = &[
    Retention { table: "people_card", kept: AS_LONG, ground: OWN },
    Retention { table: "people_alias", kept: AS_LONG, ground: OWN },
    Retention {
        table: "people_drop_in",
        kept: "90 days after the registration or the last time somebody said it is needed; then the record is closed, and deleted 30 days later",
        ground: "what was needed to help somebody at a door is not needed a season later (GDPR art. 5(1)(e)); the days are dated rows",
    },
    Retention {
        table: "people_closing",
        kept: "until the person is erased, 30 days after the account was closed",
        ground: "the person must be able to undo it (P-16)",
    },
    Retention {
        table: "people_protection",
        kept: "as long as the person has a record here; gone when the person is erased",
        ground: "who has set and lifted a protection must be known to whoever is protected (P-25)",
    },
    Retention {
        table: "people_link",
        kept: "as long as both records are here; gone when either is erased",
        ground: "two records of one person belong together for as long as the person says so (GDPR art. 16)",
    },
    Retention { table: "people_link_relation", kept: "with the link it was begun for", ground: UNDONE },
    Retention { table: "people_link_offer", kept: "until the person makes another code, or is erased", ground: UNDONE },
    Retention {
        table: "people_rule",
        kept: "always",
        ground: "a dated rule explains what was decided under it, and is about nobody",
    },
];
