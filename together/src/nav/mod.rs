//! Between a person and NAV: work, money and a place to live. What is applied for and when it is answered, and what each has
//! asked the other to do. Nothing medical, and nothing of it to anybody else unless the person shares the section.

mod demo;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod web;
mod work;

use kernel::{class::Class, language::Language, role::Role};
use platform::charter::{Charter, MenuLine, Panel, Place, Retention, Table};
use platform::db::Migration;

/// The part.
pub static CHARTER: Charter = Charter {
    key: "nav",
    class: Class::Welfare,
    purpose: "Let a person and NAV see together what is applied for, when it is answered, and who does what.",
    legal_basis: "sosialtjenesteloven §§ 17 and 28, NAV-loven § 15, forvaltningsloven § 11 a (R-08); GDPR art. 6 (1) e and 9 (2) b. \
                  What the person writes: their own wish. NAV's duty of secrecy is another than that of health personnel.",
    retention: &[
        Retention {
            table: "nav_matter",
            kept: "as long as the person is here; gone 30 days after they leave",
            ground: "a shared view (class Welfare, R-08); the case itself stands in NAV's own systems",
        },
        Retention {
            table: "nav_task",
            kept: "as long as the person is here; gone 30 days after they leave",
            ground: "what the two have asked each other to do (R-08)",
        },
    ],
    routes: web::ROUTES,
    menu: &[MenuLine::staff(33, "/nav", "nav-staff-title", &[Role::Nav])],
    panels: &[
        Panel { place: Place::Home, order: 35, draw: web::panels::home },
        Panel { place: Place::HomeMore, order: 25, draw: web::panels::to_own },
        Panel { place: Place::Today, order: 12, draw: web::panels::today },
        Panel { place: Place::OnePerson, order: 40, draw: web::panels::one_person },
        Panel { place: Place::OnePersonAside, order: 30, draw: web::panels::beside_one },
    ],
    tables: &[
        Table { name: "nav_matter", personal: true },
        Table { name: "nav_task", personal: true },
        Table { name: "nav_rule", personal: false },
    ],
    migrations: &[
        Migration { part: "nav", number: 1, sql: include_str!("migrations/001_nav.sql") },
        Migration { part: "nav", number: 2, sql: include_str!("migrations/002_tasks.sql") },
    ],
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
