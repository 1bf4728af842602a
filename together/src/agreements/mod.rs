//! Agreements between organisations: who has agreed with whom, about what, from when until when. Any of them may propose.

mod demo;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod web;
mod work;

use kernel::role::Role;
use kernel::{class::Class, language::Language};
use platform::charter::{Charter, MenuLine, Panel, Place, Retention, Table};
use platform::db::Migration;

/// The part.
pub static CHARTER: Charter = Charter {
    key: "agreements",
    class: Class::Open,
    purpose: "Let public, private and voluntary organisations propose agreements to each other as equals, and keep the register.",
    legal_basis: "No data about persons who are helped. Names of employees: GDPR art. 6 (1) e; helse- og omsorgstjenesteloven § 3-4 \
                  and § 6-1 on cooperation (R-07).",
    retention: &[
        Retention {
            table: "agreement",
            kept: "always",
            ground: "what organisations have agreed is archive material, and about nobody who is helped",
        },
        Retention {
            table: "agreement_step",
            kept: "with the agreement it is about",
            ground: "who said yes to what must be known",
        },
    ],
    routes: web::ROUTES,
    menu: &[MenuLine::staff(60, "/samarbeid", "agreements-menu", &[Role::Leader, Role::Volunteer])],
    panels: &[
        Panel { place: Place::Today, order: 45, draw: web::panels::today },
        Panel { place: Place::TodayAside, order: 70, draw: web::panels::beside_today },
    ],
    tables: &[
        Table { name: "agreement", personal: false },
        Table { name: "agreement_step", personal: false },
        Table { name: "agreement_rule", personal: false },
    ],
    migrations: &[
        Migration { part: "agreements", number: 1, sql: include_str!("migrations/001_agreements.sql") },
        Migration { part: "agreements", number: 2, sql: include_str!("migrations/002_ours.sql") },
    ],
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
