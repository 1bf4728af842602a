//! Places: where one can go, when it is open, what one gets there, and what the door looks like.

pub mod demo;
pub mod door;
pub mod facts;
pub mod hours;
pub mod offer;
pub mod panels;
pub mod rules;
pub mod store;
pub mod web;

#[cfg(test)]
mod tests;

use kernel::class::Class;
use kernel::language::Language;
use platform::charter::{Charter, Menu, MenuLine, Panel, Place, Retention, Table};
use platform::db::Migration;
use platform::web::{Route, Who, get, post};

use web::{EDITORS, edit, facts as facts_page, list, place};

/// What this part says about itself.
pub static CHARTER: Charter = Charter {
    key: "places",
    class: Class::Open,
    purpose: "Tells anyone where they can go now, what they get there and how to recognise the door.",
    legal_basis: "No personal data but the names of employees who changed something (GDPR art. 6 (1) e, public task).",
    retention: &[
        Retention { table: "places_place", kept: "as long as the place is there", ground: "it is about no person" },
        Retention { table: "places_week", kept: "as long as the place is there", ground: "it is about no person" },
        Retention { table: "places_exception", kept: "until the day is over", ground: "nobody needs it afterwards" },
        Retention { table: "places_directions", kept: "as long as the place is there", ground: "it is about no person" },
        Retention { table: "places_change", kept: "as long as the place is there", ground: "who changed public facts" },
    ],
    routes: ROUTES,
    menu: &[
        MenuLine { menu: Menu::Open, order: 20, href: "/steder", icon: "LocationPin", label: "places-menu", roles: &[] },
        MenuLine { menu: Menu::Kin, order: 40, href: "/steder", icon: "LocationPin", label: "places-menu", roles: &[] },
        MenuLine::staff(80, "/steder", "places-menu-staff", &[]),
    ],
    panels: &[
        Panel { place: Place::Front, order: 40, draw: panels::front },
        Panel { place: Place::TodayAside, order: 60, draw: panels::beside_today },
    ],
    tables: &[
        Table { name: "places_place", personal: false },
        Table { name: "places_week", personal: false },
        Table { name: "places_exception", personal: false },
        Table { name: "places_directions", personal: false },
        Table { name: "places_change", personal: false },
    ],
    migrations: &[Migration { part: "places", number: 1, sql: include_str!("migrations/001_places.sql") }],
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};

const ROUTES: &[Route] = &[
    get("/steder", Who::Anyone, |asked| asked.answer(list::show)),
    get("/steder/nytt", Who::Roles(EDITORS), |asked| asked.answer(facts_page::new)),
    post("/steder/nytt", Who::Roles(EDITORS), |asked| asked.answer(facts_page::make)),
    get("/steder/{place}", Who::Anyone, |asked| asked.answer(place::show)),
    get("/steder/{place}/endre", Who::Roles(EDITORS), |asked| asked.answer(edit::show)),
    post("/steder/{place}/endre", Who::Roles(EDITORS), |asked| asked.answer(edit::save)),
    get("/steder/{place}/om", Who::Roles(EDITORS), |asked| asked.answer(facts_page::show)),
    post("/steder/{place}/om", Who::Roles(EDITORS), |asked| asked.answer(facts_page::save)),
    post("/steder/{place}/bekreft", Who::Roles(EDITORS), |asked| asked.answer(edit::confirm)),
];
