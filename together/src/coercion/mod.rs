//! Decisions that somebody has not chosen themselves: recorded where they are carried out, read by the person, and by nobody
//! else. Each has a paragraph, a body that decided, a first and a last day, and a right to complain.

mod demo;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod web;
mod work;

use kernel::{class::Class, language::Language, role::Role};
use platform::charter::{Charter, Job, MenuLine, Panel, Place, Retention, Table};
use platform::db::Migration;

const GROUND: &str = "the person must be able to read what was decided about them, also afterwards (R-12); the record that the law \
                      asks for stands in the place's own system";

/// The part.
pub static CHARTER: Charter = Charter {
    key: "coercion",
    class: Class::Journal,
    purpose: "Let the person read each decision on treatment without consent, and let the place that carries it out end it in time.",
    legal_basis: "helse- og omsorgstjenesteloven §§ 10-2, 10-3 and 10-4, pasient- og brukerrettighetsloven § 3-2; GDPR art. 6 (1) c \
                  and e, and 9 (2) h (R-12). A decision has no area of life, so nobody can be given it: not by a grant and not by \
                  an emergency.",
    retention: &[
        Retention {
            table: "coercion_decision",
            kept: "as long as the person is here; gone 30 days after they leave",
            ground: GROUND,
        },
        Retention { table: "coercion_step", kept: "with the decision it is about", ground: GROUND },
    ],
    routes: web::ROUTES,
    menu: &[MenuLine::staff(60, "/vedtak", "coercion-staff-title", &[Role::DetoxNurse, Role::Tsb])],
    panels: &[
        Panel { place: Place::Home, order: 4, draw: web::panels::home },
        Panel { place: Place::Today, order: 6, draw: web::panels::today },
        Panel { place: Place::OnePersonAside, order: 70, draw: web::panels::beside_one },
    ],
    jobs: &[Job { name: "coercion-clock", every_minutes: Some(60), run: work::clock }],
    tables: &[
        Table { name: "coercion_decision", personal: true },
        Table { name: "coercion_step", personal: true },
        Table { name: "coercion_paragraph", personal: false },
        Table { name: "coercion_rule", personal: false },
    ],
    migrations: &[Migration { part: "coercion", number: 1, sql: include_str!("migrations/001_coercion.sql") }],
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
