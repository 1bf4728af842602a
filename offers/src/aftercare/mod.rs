//! Aftercare: a plan that begins before somebody leaves the ward, in their words, and a person with a name who keeps in touch.

mod asking;
mod demo;
mod jobs;
mod line;
mod numbers;
mod rules;
mod shown;
mod store;
#[cfg(test)]
mod tests;
mod web;
mod work;

use kernel::{class::Class, language::Language};
use platform::charter::{Charter, Heard, Job, MenuLine, Panel, Place, Retention, Table};
use platform::db::Migration;

/// A plan for afterwards has begun. Subject: the plan.
pub const AFTERCARE_BEGAN: &str = "AftercareBegan";

const fn kept(table: &'static str) -> Retention {
    Retention { table, kept: "as long as the person is here; gone 30 days after they leave", ground: OWN }
}
const OWN: &str = "the plan and what was promised in it are the person's own (class Own, R-26)";
const fn personal(name: &'static str) -> Table {
    Table { name, personal: true }
}

/// The part.
pub static CHARTER: Charter = Charter {
    key: "aftercare",
    class: Class::Own,
    purpose: "A plan for the time after a stay, in the person's words: who keeps in touch, how it is going, and the way back.",
    legal_basis: "The person's own wish and consent (GDPR art. 6 (1) a and 9 (2) a); for those who follow up: helse- og \
                  omsorgstjenesteloven § 3-2 and spesialisthelsetjenesteloven § 2-1 e (R-26, R-06).",
    retention: &[
        kept("aftercare_plan"),
        kept("aftercare_line"),
        kept("aftercare_check_in"),
        kept("aftercare_call"),
        kept("aftercare_return"),
    ],
    routes: web::ROUTES,
    menu: &[MenuLine::staff(48, "/ettervern", "aftercare-staff-title", rules::FOLLOWING)],
    panels: &[
        Panel { place: Place::Home, order: 22, draw: web::panels::home },
        Panel { place: Place::HomeMore, order: 22, draw: web::panels::to_plan },
        Panel { place: Place::Today, order: 8, draw: web::panels::today },
        Panel { place: Place::OnePerson, order: 15, draw: web::panels::one_person },
        Panel { place: Place::OnePersonAside, order: 25, draw: web::panels::to_follow },
    ],
    tells: &[AFTERCARE_BEGAN],
    hears: &[Heard { kind: "StayBegan", job: "aftercare-stay-began" }],
    jobs: &[
        Job { name: "aftercare-stay-began", every_minutes: None, run: jobs::stay_began },
        Job { name: "aftercare-clock", every_minutes: Some(60), run: jobs::clock },
    ],
    tables: &[
        personal("aftercare_plan"),
        personal("aftercare_line"),
        personal("aftercare_check_in"),
        personal("aftercare_call"),
        personal("aftercare_return"),
        Table { name: "aftercare_rule", personal: false },
    ],
    migrations: &[
        Migration { part: "aftercare", number: 1, sql: include_str!("migrations/001_aftercare.sql") },
        Migration { part: "aftercare", number: 2, sql: include_str!("migrations/002_contact.sql") },
    ],
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
