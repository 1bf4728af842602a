//! Who somebody is, as little as needed: registered at a door without an id, told by the person in their own words, found
//! again by keyed hashes, protected, and closed.

pub mod acts;
pub mod card;
mod demo;
mod jobs;
mod keeping;
mod limits;
mod linking;
pub mod names;
pub mod rules;
mod store;
#[cfg(test)]
mod tests;
mod web;

use kernel::{class::Class, language::Language};
use platform::charter::{Charter, Job, Panel, Place, Table};
use platform::db::Migration;

/// Somebody has closed the account, or a registration at a door has run out. Subject: the person.
pub const ACCOUNT_CLOSED: &str = "AccountClosed";
/// The person has opened it again. Subject: the person.
pub const ACCOUNT_REOPENED: &str = "AccountReopened";

const fn personal(name: &'static str) -> Table {
    Table { name, personal: true }
}

/// The part. The person's row itself is the house's table; here is what the person tells beyond it, and the rules.
pub static CHARTER: Charter = Charter {
    key: "people",
    class: Class::Own,
    purpose: "Who somebody is, as little as needed: what they want to be called, how they can be reached, and how others find them again.",
    legal_basis: "The person's own choice, GDPR art. 6(1)(a); a registration at a door: helse- og omsorgstjenesteloven § 3-1 and lov om \
                  sosiale tjenester i NAV § 17, GDPR art. 6(1)(e) (R-13).",
    retention: keeping::RETENTION,
    routes: web::ROUTES,
    panels: &[
        Panel { place: Place::HomeMore, order: 50, draw: web::panels::home_more },
        Panel { place: Place::TodayAside, order: 10, draw: web::panels::today_aside },
        Panel { place: Place::OnePerson, order: 5, draw: web::panels::one_person },
        Panel { place: Place::OnePersonAside, order: 60, draw: web::panels::one_person_aside },
    ],
    tells: &[ACCOUNT_CLOSED, ACCOUNT_REOPENED],
    jobs: &[Job { name: "people-lapse", every_minutes: Some(60), run: jobs::lapse }],
    passing: &["people_link_offer"],
    tables: &[
        Table { name: "people_rule", personal: false },
        personal("people_card"),
        personal("people_alias"),
        personal("people_drop_in"),
        personal("people_closing"),
        personal("people_protection"),
        personal("people_link"),
        personal("people_link_relation"),
        personal("people_link_offer"),
    ],
    migrations: &[
        Migration { part: "people", number: 1, sql: include_str!("migrations/001_people.sql") },
        Migration { part: "people", number: 2, sql: include_str!("migrations/002_link.sql") },
    ],
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
