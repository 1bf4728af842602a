//! For those who worry about somebody: help for themselves, without naming anyone.

pub mod rules;
pub mod store;
pub mod web;

#[cfg(test)]
mod tests;

use kernel::class::Class;
use kernel::language::Language;
use platform::charter::{Charter, Menu, MenuLine, Retention, Table};
use platform::db::Migration;
use platform::web::{Who, get};

/// What this part says about itself.
pub static CHARTER: Charter = Charter {
    key: "next_of_kin",
    class: Class::Open,
    purpose: "Tells those who worry about somebody where they get help for themselves, without asking who it is about.",
    legal_basis: "No personal data. General information may always be given to next of kin.",
    retention: &[Retention {
        table: "next_of_kin_line",
        kept: "as long as the number holds, and afterwards as a dated row",
        ground: "it is about no person",
    }],
    routes: &[
        get("/parorende", Who::Anyone, |asked| asked.answer(web::show)),
        get("/parorende/ung", Who::Anyone, |asked| asked.answer(web::show_young)),
    ],
    menu: &[
        MenuLine { menu: Menu::Open, order: 40, href: "/parorende", icon: "PersonGroup", label: "next_of_kin-menu", roles: &[] },
        MenuLine {
            menu: Menu::Kin,
            order: 20,
            href: "/parorende",
            icon: "PersonGroup",
            label: "next_of_kin-menu-kin",
            roles: &[],
        },
    ],
    tables: &[Table { name: "next_of_kin_line", personal: false }],
    migrations: &[Migration { part: "next_of_kin", number: 1, sql: include_str!("migrations/001_lines.sql") }],
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
