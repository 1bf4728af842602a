//! Passkeys: a door that opens with what the device does by itself, for the person, relatives and staff alike. The secret
//! never leaves the device; here lies the half that can only check it.

pub mod ceremony;
mod jobs;
pub mod rules;
pub mod store;
mod web;

use kernel::class::Class;
use kernel::language::Language;
use platform::charter::{Charter, Job, Retention, Table};
use platform::db::Migration;

/// The part's charter.
pub static CHARTER: Charter = Charter {
    key: "passkeys",
    class: Class::Own,
    purpose: "Lets somebody sign in with what their own device does, without a number or a word to remember.",
    legal_basis: "GDPR art. 6(1)(e) and art. 32: access to one's own, secured; for staff pasientjournalloven § 22.",
    retention: &[
        Retention { table: "passkeys_person", kept: "until the person removes it or leaves", ground: "it is a door of theirs." },
        Retention {
            table: "passkeys_account",
            kept: "until it is removed or the access ends",
            ground: "it opens nothing afterwards.",
        },
        Retention { table: "passkeys_ceremony", kept: "five minutes", ground: "it is one try to sign in." },
    ],
    routes: web::ROUTES,
    jobs: &[Job { name: "passkeys-tidy", every_minutes: Some(60), run: jobs::tidy }],
    tables: &[
        Table { name: "passkeys_person", personal: true },
        Table { name: "passkeys_account", personal: false },
        Table { name: "passkeys_ceremony", personal: false },
    ],
    passing: &["passkeys_ceremony"],
    migrations: &[Migration { part: "passkeys", number: 1, sql: include_str!("migrations/001_passkeys.sql") }],
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};

#[cfg(test)]
mod tests;
