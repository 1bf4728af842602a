//! Places on detox and on wards: a number that ages, a question with what comes after, a stay, and somebody who takes over.

mod baton;
mod choices;
mod demo;
mod jobs;
mod limits;
mod panels;
mod rules;
mod shown;
mod store;
#[cfg(test)]
mod tests;
mod web;
mod work;

use kernel::{class::Class, language::Language, role::Role};
use platform::charter::{Charter, MenuLine, Panel, Place, Retention, Table};
use platform::db::Migration;

/// Somebody has come to a ward. Subject: the stay.
pub const STAY_BEGAN: &str = "StayBegan";
/// Somebody has gone from a ward. Subject: the stay.
pub const STAY_ENDED: &str = "StayEnded";

/// Those who work on wards.
const WARD: &[Role] = &[Role::DetoxNurse, Role::Tsb];

/// The part. Units and their figures are about nobody and open to every employee; a stay is the person's, and is shown by
/// their grant, and to the two services it lies between.
pub static CHARTER: Charter = Charter {
    key: "beds",
    class: Class::Own,
    purpose: "Places on detox and wards: how many are free and how old the number is, who asks, what comes after, who takes over.",
    legal_basis: "The person's own wish and consent (GDPR art. 6 (1) a and 9 (2) a); spesialisthelsetjenesteloven § 2-1 a and, \
                  where it cannot wait, § 3-1; helsepersonelloven §§ 25 and 45 on telling those who give care (R-18, R-20).",
    retention: &[Retention {
        table: "beds_stay",
        kept: "as long as the person is here; gone 30 days after they leave",
        ground: "the person's own view of where they have been and what came after; the ward's journal stands in its own system",
    }],
    routes: web::ROUTES,
    menu: &[MenuLine::staff(5, "/inneliggende", "beds-menu", &[Role::DetoxNurse])],
    panels: &[
        Panel { place: Place::Home, order: 22, draw: panels::home },
        Panel { place: Place::HomeMore, order: 45, draw: panels::to_own },
        Panel { place: Place::Today, order: 8, draw: panels::today },
        Panel { place: Place::TodayAside, order: 30, draw: panels::today_aside },
        Panel { place: Place::OnePerson, order: 35, draw: panels::one_person },
        Panel { place: Place::OnePersonAside, order: 25, draw: panels::to_ask },
        Panel { place: Place::Places, order: 10, draw: panels::board },
    ],
    tells: &[STAY_BEGAN, STAY_ENDED],
    hears: jobs::HEARS,
    jobs: jobs::JOBS,
    tables: &[
        Table { name: "beds_stay", personal: true },
        Table { name: "beds_unit", personal: false },
        Table { name: "beds_day", personal: false },
        Table { name: "beds_rule", personal: false },
    ],
    migrations: &[Migration { part: "beds", number: 1, sql: include_str!("migrations/001_beds.sql") }],
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
