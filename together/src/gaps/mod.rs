//! The guard: whatever ends without an accepted next step has an owner, by name, until somebody accepts.

mod demo;
mod jobs;
mod keeping;
mod limits;
mod news;
mod owners;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod web;
mod work;

use kernel::{class::Class, language::Language, role::Role};
use platform::charter::{Accept, Charter, MenuLine, Panel, Place};
use platform::db::Migration;

/// Something ended without an accepted next step. Subject: the item.
pub const GAP_OPENED: &str = "GapOpened";
/// Somebody has accepted, or it is otherwise over. Subject: the item.
pub const GAP_CLOSED: &str = "GapClosed";

/// The part.
pub static CHARTER: Charter = Charter {
    key: "gaps",
    class: Class::Own,
    purpose: "That no end goes by without an accepted next step: who sees to it, and when nobody has been in touch.",
    legal_basis: "helse- og omsorgstjenesteloven §§ 3-4 and 7-2, spesialisthelsetjenesteloven § 2-5: coordinator and coordinating \
                  unit see to it that follow-up hangs together (R-03, R-05, R-18).",
    retention: keeping::RETENTION,
    routes: web::ROUTES,
    menu: &[MenuLine::staff(46, "/brudd", "gaps-page", &[Role::Coordinator, Role::Leader])],
    panels: &[
        Panel { place: Place::Home, order: 13, draw: web::home },
        Panel { place: Place::Today, order: 6, draw: web::today },
        Panel { place: Place::OnePerson, order: 6, draw: web::one_person },
    ],
    tells: &[GAP_OPENED, GAP_CLOSED],
    hears: jobs::HEARS,
    accepts: &[Accept { kind: "gap", take: work::take }],
    jobs: jobs::JOBS,
    tables: keeping::TABLES,
    migrations: &[Migration { part: "gaps", number: 1, sql: include_str!("migrations/001_gaps.sql") }],
    counts: news::COUNTS,
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
