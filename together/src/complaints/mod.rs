//! Complaints, and words that want an answer: a letter to those who lead, with a name or without, with a receipt and a date.

mod demo;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod web;
mod work;

use kernel::role::Role;
use kernel::{class::Class, language::Language};
use platform::charter::{Charter, Job, MenuLine, Panel, Place, Retention, Table};
use platform::db::Migration;

/// The part.
pub static CHARTER: Charter = Charter {
    key: "complaints",
    class: Class::Welfare,
    purpose: "Take complaints and words to those who lead a service, and answer them by a date.",
    legal_basis: "forvaltningsloven §§ 11 and 11 a, helse- og omsorgstjenesteloven § 3-10 (R-15); GDPR art. 6 (1) e. A letter \
                  is read by its receiver because it was written to them.",
    retention: &[
        Retention {
            table: "complaints_letter",
            kept: "a year from when it was sent",
            ground: "so that it can be followed up and taken further; the number is a dated row",
        },
        Retention {
            table: "complaints_mine",
            kept: "as long as the letter, or until the person leaves",
            ground: "the person asked for it to be kept",
        },
    ],
    routes: web::ROUTES,
    menu: &[MenuLine::staff(65, "/klager", "complaints-menu", &[Role::Leader, Role::PrivacyContact])],
    panels: &[
        Panel { place: Place::Home, order: 70, draw: web::mine_panel },
        Panel { place: Place::Today, order: 20, draw: web::today },
    ],
    jobs: &[Job { name: "complaints-forget", every_minutes: Some(60), run: work::forget }],
    tables: &[
        Table { name: "complaints_letter", personal: true },
        Table { name: "complaints_mine", personal: true },
        Table { name: "complaints_rule", personal: false },
        Table { name: "complaints_body", personal: false },
    ],
    migrations: &[
        Migration { part: "complaints", number: 1, sql: include_str!("migrations/001_complaints.sql") },
        Migration { part: "complaints", number: 2, sql: include_str!("migrations/002_lists.sql") },
    ],
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
