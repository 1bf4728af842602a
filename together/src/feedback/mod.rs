//! Feedback: three questions after a contact, counted and never kept with a name; and what the leader did about it.

mod demo;
mod jobs;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod web;

use kernel::role::Role;
use kernel::{class::Class, language::Language};
use platform::charter::{Charter, Heard, Job, MenuLine, Panel, Place, Retention, Table};
use platform::db::Migration;

/// The part.
pub static CHARTER: Charter = Charter {
    key: "feedback",
    class: Class::Own,
    purpose: "Ask whether people were heard and got what they needed, count the answers, and tell what was done about them.",
    legal_basis: "helse- og omsorgstjenesteloven § 3-10 on the influence of those who use the services, and forskrift om \
                  ledelse og kvalitetsforbedring § 7 d) on using their experiences (R-15).",
    retention: &[
        Retention {
            table: "feedback_ask",
            kept: "14 days, or until the person answers or says no",
            ground: "GDPR art. 5 (1) e: after that nobody remembers the contact",
        },
        Retention {
            table: "feedback_count",
            kept: "for good: numbers a month and a place, about nobody",
            ground: "not personal data: three sums, with no row for an answer",
        },
        Retention { table: "feedback_reply", kept: "for good", ground: "what a service says in public, about nobody" },
    ],
    routes: web::ROUTES,
    menu: &[MenuLine::staff(70, "/tilbakemeldinger", "feedback-menu", &[Role::Leader])],
    panels: &[
        Panel { place: Place::Home, order: 50, draw: web::how_did_it_go },
        Panel { place: Place::HomeAside, order: 60, draw: web::what_was_done },
        Panel { place: Place::HomeMore, order: 70, draw: web::to_tell },
    ],
    hears: &[Heard { kind: "HelpAnswered", job: "feedback-ask" }],
    jobs: &[
        Job { name: "feedback-ask", every_minutes: None, run: jobs::ask },
        Job { name: "feedback-forget", every_minutes: Some(1440), run: jobs::forget },
    ],
    tables: &[
        Table { name: "feedback_ask", personal: true },
        Table { name: "feedback_count", personal: false },
        Table { name: "feedback_reply", personal: false },
    ],
    migrations: &[Migration { part: "feedback", number: 1, sql: include_str!("migrations/001_feedback.sql") }],
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
