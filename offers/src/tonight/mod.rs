//! A safe place tonight: asked for by anyone, decided the same day by a named person, and counted night by night.

pub mod acts;
mod demo;
mod jobs;
pub mod nights;
mod panels;
pub mod rules;
pub mod store;
pub mod traits;
mod web;

use kernel::class::Class;
use kernel::language::Language;
use kernel::role::Role;
use platform::charter::{Accept, Charter, Job, MenuLine, Panel, Place, Retention};
use platform::db::Migration;

/// A place has been given; the subject is the decision.
pub const NIGHT_GIVEN: &str = "NightGiven";

const REQUEST: &str = "30 days after the last contact for somebody who has not said who they are; else as long as the person \
                       is here, so that nights can be counted";
const GROUND: &str = "sosialtjenesteloven § 27; GDPR art. 5 (1) e and 6 (1) e. The case itself lies in the welfare office's own \
                      system and follows the archive law there";

/// The part.
pub static CHARTER: Charter = Charter {
    key: "tonight",
    class: Class::Welfare,
    purpose: "Find a safe place for tonight, decide the same day, count the nights (R-43).",
    legal_basis: "Sosialtjenesteloven § 27 (temporary accommodation); GDPR art. 6 (1) e.",
    retention: &[
        Retention { table: "tonight_request", kept: REQUEST, ground: GROUND },
        Retention { table: "tonight_decision", kept: REQUEST, ground: GROUND },
        Retention { table: "tonight_opened", kept: REQUEST, ground: GROUND },
    ],
    opened_by_code: true,
    routes: web::ROUTES,
    menu: &[MenuLine::staff(32, "/i-natt", "tonight-menu", &[Role::Nav])],
    panels: &[
        Panel { place: Place::Home, order: 12, draw: panels::home },
        Panel { place: Place::Today, order: 12, draw: panels::today },
        Panel { place: Place::TodayAside, order: 30, draw: panels::free_tonight },
        Panel { place: Place::Places, order: 10, draw: panels::board },
        Panel { place: Place::OnePersonAside, order: 45, draw: panels::one_person },
    ],
    tells: &[NIGHT_GIVEN],
    accepts: &[Accept { kind: "answer-code", take: acts::take_code }],
    jobs: &[Job { name: "tonight-forget", every_minutes: Some(60), run: jobs::forget }],
    tables: store::TABLES,
    migrations: &[Migration { part: "tonight", number: 1, sql: include_str!("migrations/001_tonight.sql") }],
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
