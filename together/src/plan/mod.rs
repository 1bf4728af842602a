//! The plan: what the person wants, what happens now, and who does what. It belongs to the person.

mod demo;
pub mod fhir;
mod rules;
mod shown;
mod store;
#[cfg(test)]
mod tests;
mod web;
mod work;

use kernel::{class::Class, language::Language};
use platform::charter::{Charter, Menu, MenuLine, Panel, Place, Retention, Table};
use platform::db::Migration;

/// Something in a plan is new, changed, evaluated or taken back. Subject: the line.
pub const PLAN_CHANGED: &str = "PlanChanged";
/// The person has said yes or no to a measure, or taken a yes back. Subject: the measure.
pub const MEASURE_ANSWERED: &str = "MeasureAnswered";

const PLAN: &str = "plan_plan";
const GOAL: &str = "plan_goal";
const MEASURE: &str = "plan_measure";
const EVALUATION: &str = "plan_evaluation";
const COMMENT: &str = "plan_comment";
const PART: &str = "plan_part";
const REVISION: &str = "plan_revision";
const KEPT: &str = "as long as the person keeps the plan; gone 30 days after they leave";
const GROUND: &str = "the plan is the person's own (class Own); helse- og omsorgstjenesteloven § 7-1 for an individual plan";

const fn kept(table: &'static str) -> Retention {
    Retention { table, kept: KEPT, ground: GROUND }
}
const fn personal(name: &'static str) -> Table {
    Table { name, personal: true }
}

/// The part.
pub static CHARTER: Charter = Charter {
    key: "plan",
    class: Class::Own,
    purpose: "One plan that the person owns: what they want, who does what and when, and how it goes.",
    legal_basis: "The person's own wish and consent (GDPR art. 6 (1) a and 9 (2) a); for an individual plan also \
                  helse- og omsorgstjenesteloven § 7-1 and the regulation on individual plans (R-02).",
    retention: &[kept(PLAN), kept(GOAL), kept(MEASURE), kept(EVALUATION), kept(COMMENT), kept(PART), kept(REVISION)],
    routes: web::ROUTES,
    menu: &[MenuLine { menu: Menu::Person, order: 30, href: "/planen", icon: "Tasklist", label: "plan-menu", roles: &[] }],
    panels: &[
        Panel { place: Place::Home, order: 17, draw: web::home },
        Panel { place: Place::OnePerson, order: 20, draw: web::one_person },
        Panel { place: Place::OnePersonAside, order: 10, draw: web::to_plan },
        Panel { place: Place::Ready, order: 20, draw: web::ready },
    ],
    tells: &[PLAN_CHANGED, MEASURE_ANSWERED],
    accepts: work::ACCEPTS,
    tables: &[
        personal(PLAN),
        personal(GOAL),
        personal(MEASURE),
        personal(EVALUATION),
        personal(COMMENT),
        personal(PART),
        personal(REVISION),
        Table { name: "plan_rule", personal: false },
    ],
    migrations: &[Migration { part: "plan", number: 1, sql: include_str!("migrations/001_plan.sql") }],
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
