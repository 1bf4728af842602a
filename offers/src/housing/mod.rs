//! Homes with follow-up: what somebody wants first, an offer one can say no to, and help that comes before the trouble does.

pub mod acts;
mod demo;
pub mod fit;
mod panels;
mod reasons;
pub mod rules;
pub mod store;
mod web;

use kernel::class::Class;
use kernel::language::Language;
use kernel::role::Role;
use platform::charter::{Charter, MenuLine, Panel, Place, Retention};
use platform::db::Migration;

/// Somebody has moved in; the subject is the tenancy.
pub const TENANCY_BEGAN: &str = "TenancyBegan";
/// A tenancy is over; the subject is the tenancy.
pub const TENANCY_ENDED: &str = "TenancyEnded";
/// Somebody may lose their home unless they get help; the subject is the warning.
pub const TENANCY_AT_RISK: &str = "TenancyAtRisk";

const KEPT: &str = "as long as the person is here, so that where they have lived can be followed";
const GROUND: &str = "helse- og omsorgstjenesteloven § 3-7, sosialtjenesteloven § 15; GDPR art. 6 (1) e. The decision lies in \
                      the service's own system and follows the archive law there";

const fn kept(table: &'static str) -> Retention {
    Retention { table, kept: KEPT, ground: GROUND }
}

/// The part.
pub static CHARTER: Charter = Charter {
    key: "housing",
    class: Class::Welfare,
    purpose: "Find a home that fits what the person wants first, and keep it with follow-up (R-42).",
    legal_basis: "Sosialtjenesteloven § 15 and helse- og omsorgstjenesteloven § 3-7: the municipality helps those who cannot \
                  look after their own interests in the housing market; GDPR art. 6 (1) e.",
    retention: &[
        kept("housing_need"),
        kept("housing_offer"),
        kept("housing_tenancy"),
        kept("housing_visit"),
        kept("housing_warning"),
    ],
    routes: web::ROUTES,
    menu: &[MenuLine::staff(32, "/bolig", "housing-menu", &[Role::Housing])],
    panels: &[
        Panel { place: Place::Home, order: 55, draw: panels::home },
        Panel { place: Place::Today, order: 13, draw: panels::today },
        Panel { place: Place::OnePerson, order: 60, draw: panels::one_person },
        Panel { place: Place::Places, order: 30, draw: panels::board },
    ],
    tells: &[TENANCY_BEGAN, TENANCY_ENDED, TENANCY_AT_RISK],
    tables: store::TABLES,
    migrations: &[
        Migration { part: "housing", number: 1, sql: include_str!("migrations/001_housing.sql") },
        Migration { part: "housing", number: 2, sql: include_str!("migrations/002_free.sql") },
    ],
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
