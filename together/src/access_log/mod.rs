//! The access log as the person reads it: who has looked, when, at what, why and on which ground; and what they wonder
//! about, answered by the privacy contact.

mod demo;
mod folding;
mod jobs;
mod keeping;
mod limits;
mod panels;
mod patterns;
mod rules;
mod store;
mod web;
mod words;

#[cfg(test)]
mod tests;

use kernel::class::Class;
use kernel::language::Language;
use kernel::role::Role;
use platform::charter::{Charter, Job, MenuLine, Panel, Place, Table};
use platform::db::Migration;

/// The charter of the part.
pub static CHARTER: Charter = Charter {
    key: "access_log",
    class: Class::Own,
    purpose: "The person reads who has looked at what is kept about them and why, asks about it, and the privacy contact answers.",
    legal_basis: "GDPR art. 15 (access) and 32 (security); pasientjournalloven § 18 and pasient- og brukerrettighetsloven § 5-1 (the log); GDPR art. 38 (4) (the privacy contact answers).",
    retention: keeping::RETENTION,
    opened_by_code: true,
    routes: web::ROUTES,
    menu: &[MenuLine::staff(50, "/sporsmal", "access-log-menu-questions", &[Role::PrivacyContact])],
    panels: &[
        Panel { place: Place::Home, order: 28, draw: panels::answers },
        Panel { place: Place::HomeMore, order: 10, draw: panels::unread },
        Panel { place: Place::Today, order: 5, draw: panels::waiting },
    ],
    jobs: &[
        Job { name: "access-log-tally", every_minutes: Some(15), run: jobs::tally },
        Job { name: "access-log-forget", every_minutes: Some(1440), run: jobs::forget },
    ],
    tables: &[
        Table { name: "access_log_rule", personal: false },
        Table { name: "access_log_question", personal: true },
        Table { name: "access_log_tally", personal: false },
        Table { name: "access_log_reading", personal: false },
        Table { name: "access_log_spoken", personal: false },
    ],
    migrations: &[Migration { part: "access_log", number: 1, sql: include_str!("migrations/001_access_log.sql") }],
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
