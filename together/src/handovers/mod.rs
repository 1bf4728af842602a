//! The baton: from one service to the next, with one named holder at every moment.

mod demo;
mod jobs;
mod keeping;
mod limits;
mod news;
pub mod rules;
mod shown;
mod store;
#[cfg(test)]
mod tests;
mod web;
mod work;

use kernel::{class::Class, language::Language, role::Role};
use platform::charter::{Accept, Charter, Job, MenuLine, Panel, Place};
use platform::db::Migration;

/// Somebody is asked to take over. Subject of this and the next four: the hand-over.
pub const HANDOVER_OFFERED: &str = "HandoverOffered";
/// They said yes. They have not met yet.
pub const HANDOVER_ACCEPTED: &str = "HandoverAccepted";
/// It came back: a no, no answer, a yes that could not be kept, or the person's own no.
pub const HANDOVER_REFUSED: &str = "HandoverRefused";
/// They have met. The receiver holds it.
pub const HANDOVER_PASSED: &str = "HandoverPassed";
/// The person left without it being planned.
pub const DEPARTURE_UNPLANNED: &str = "DepartureUnplanned";

/// The part.
pub static CHARTER: Charter = Charter {
    key: "handovers",
    class: Class::Own,
    purpose: "The way from one service to the next: who holds the responsibility, what is agreed, and who takes over when.",
    legal_basis: "helse- og omsorgstjenesteloven §§ 3-4 and 7-2, spesialisthelsetjenesteloven §§ 2-1 e and 2-5, forskrift om \
                  utskrivningsklare pasienter (R-03, R-05, R-18, R-26); what a receiver sees rests on the person's grant.",
    retention: keeping::RETENTION,
    routes: web::ROUTES,
    menu: &[MenuLine::staff(35, "/overtakelser", "handovers-menu", WITH_LIST)],
    panels: &[
        Panel { place: Place::Home, order: 12, draw: web::home },
        Panel { place: Place::Today, order: 4, draw: web::today },
        Panel { place: Place::OnePerson, order: 5, draw: web::one_person },
        Panel { place: Place::OnePersonAside, order: 15, draw: web::to_handover },
    ],
    tells: &[HANDOVER_OFFERED, HANDOVER_ACCEPTED, HANDOVER_REFUSED, HANDOVER_PASSED, DEPARTURE_UNPLANNED],
    accepts: &[Accept { kind: "handover", take: work::take }],
    jobs: &[Job { name: "handovers-clock", every_minutes: Some(1), run: jobs::clock }],
    tables: keeping::TABLES,
    migrations: &[
        Migration { part: "handovers", number: 1, sql: include_str!("migrations/001_handovers.sql") },
        Migration { part: "handovers", number: 2, sql: include_str!("migrations/002_searches.sql") },
    ],
    news: news::NEWS,
    counts: news::COUNTS,
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};

/// Those for whom it is a page of every day (ux.md, chapter 3); everybody else reaches it from `/i-dag`.
const WITH_LIST: &[Role] =
    &[Role::Coordinator, Role::MoNurse, Role::DetoxNurse, Role::Housing, Role::Nav, Role::Outreach, Role::Tsb];
