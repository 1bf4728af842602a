//! The people who work here: who has access as what and until when, how they are invited, how they come in without a
//! script, and the administrator's pages. Names of employees stand here, and nothing about anybody they serve.

pub mod acts;
mod demo;
mod jobs;
mod panels;
pub mod pin;
pub mod rules;
pub mod store;
mod web;

use kernel::class::Class;
use kernel::language::Language;
use kernel::role::Role;
use platform::charter::{Charter, Heard, Job, MenuLine, Panel, Place};
use platform::db::Migration;

/// The part's charter.
pub static CHARTER: Charter = Charter {
    key: "staff",
    class: Class::Open,
    purpose: "Gives each employee access in one role of one organisation, from a day and until a day, and takes it away.",
    legal_basis: "Duty to control access: pasientjournalloven § 22, GDPR art. 32; names of employees: GDPR art. 6(1)(c).",
    retention: store::RETENTION,
    routes: web::ROUTES,
    menu: &[
        MenuLine::staff(70, "/oppsett", "staff-setup", &[Role::Admin]),
        MenuLine::staff(75, "/oppsett/endringer", "staff-changes", &[Role::PrivacyContact]),
    ],
    panels: &[Panel { place: Place::Today, order: 5, draw: panels::today }],
    hears: &[Heard { kind: "HelpDeskSetUp", job: "staff-desk-set-up" }],
    jobs: &[
        Job { name: "staff-tidy", every_minutes: Some(60), run: jobs::tidy },
        Job { name: "staff-desk-set-up", every_minutes: None, run: jobs::desk_set_up },
    ],
    tables: store::TABLES,
    passing: &["staff_code"],
    migrations: &[Migration { part: "staff", number: 1, sql: include_str!("migrations/001_staff.sql") }],
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};

#[cfg(test)]
mod tests;
