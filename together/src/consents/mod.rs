//! Consents: the person decides who sees what, why and until when, and takes it back as easily as it was given.

mod changes;
mod demo;
pub mod fhir;
mod keeping;
mod limits;
mod panels;
mod party;
mod refusal;
mod rules;
mod store;
mod web;
mod words;

#[cfg(test)]
mod tests;

use kernel::class::Class;
use kernel::language::Language;
use kernel::role::Role;
use platform::charter::{Charter, Menu, MenuLine, Panel, Place, Table};
use platform::db::Migration;

/// The charter of the part.
pub static CHARTER: Charter = Charter {
    key: "consents",
    class: Class::Own,
    purpose: "The person decides who sees which areas of the plan, why and until when, closes and blocks, and is told of emergencies.",
    legal_basis: "Consent (personopplysningsloven, GDPR art. 6 (1) a and 9 (2) a) for sharing; pasient- og brukerrettighetsloven § 5-3 and helsepersonelloven §§ 25 and 45 for the objection; helsepersonelloven § 7 for emergencies.",
    retention: keeping::RETENTION,
    routes: web::ROUTES,
    menu: &[
        MenuLine { menu: Menu::Person, order: 40, href: "/deling", icon: "PadlockUnlocked", label: "consents-menu", roles: &[] },
        MenuLine::staff(60, "/nodapninger", "consents-menu-reviews", &[Role::PrivacyContact]),
    ],
    panels: &[
        Panel { place: Place::Home, order: 0, draw: panels::emergencies },
        Panel { place: Place::Home, order: 60, draw: panels::recent },
        Panel { place: Place::OnePerson, order: 0, draw: panels::one_person },
        Panel { place: Place::Today, order: 0, draw: panels::reviews },
    ],
    tables: &[
        Table { name: "consents_change", personal: true },
        Table { name: "consents_change_grant", personal: true },
        Table { name: "consents_rule", personal: false },
    ],
    migrations: &[
        Migration { part: "consents", number: 1, sql: include_str!("migrations/001_consents.sql") },
        Migration { part: "consents", number: 2, sql: include_str!("migrations/002_form.sql") },
    ],
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
