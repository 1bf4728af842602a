//! Messages: threads with the person in them. The area the starter chooses decides who reads along.

mod around;
mod demo;
mod filetype;
mod jobs;
mod keeping;
mod news;
mod panels;
mod rules;
mod shown;
mod store;
#[cfg(test)]
mod tests;
mod web;
mod wording_help;

use kernel::{class::Class, language::Language, role::Role};
use platform::charter::{Charter, Job, Menu, MenuLine, Panel, Place};
use platform::db::Migration;

/// Something was written. Subject: the thread.
pub const MESSAGE_SENT: &str = "MessageSent";
/// Somebody tried to reach the person. Subject: the attempt.
pub const CONTACT_TRIED: &str = "ContactTried";

/// Those who read what comes in before they do anything else (ux.md, chapter 3).
const WITH_LIST: &[Role] = &[Role::Gp, Role::LarDoctor, Role::LarOutlet, Role::Pharmacy];

/// The part.
pub static CHARTER: Charter = Charter {
    key: "messages",
    class: Class::Own,
    purpose: "The person and those around them write to each other, and attempts to reach the person are told as an open door.",
    legal_basis: "Consent (personopplysningsloven, GDPR art. 6 (1) a and 9 (2) a): the person's grant opens a thread to a reader; \
                  helse- og omsorgstjenesteloven § 3-4 on working together (R-01).",
    retention: keeping::RETENTION,
    routes: web::ROUTES,
    menu: &[
        MenuLine { menu: Menu::Person, order: 20, href: "/meldinger", icon: "Chat2", label: "messages-menu", roles: &[] },
        MenuLine::staff(40, "/beskjeder", "messages-menu-staff", WITH_LIST),
    ],
    panels: &[
        Panel { place: Place::Home, order: 16, draw: panels::home },
        Panel { place: Place::Today, order: 20, draw: panels::today },
        Panel { place: Place::OnePerson, order: 25, draw: panels::one_person },
        Panel { place: Place::OnePersonAside, order: 15, draw: panels::to_write },
    ],
    tells: &[MESSAGE_SENT, CONTACT_TRIED],
    jobs: &[Job { name: "messages-forget-files", every_minutes: Some(60), run: jobs::forget_left_behind }],
    tables: keeping::TABLES,
    migrations: &[
        Migration { part: "messages", number: 1, sql: include_str!("migrations/001_messages.sql") },
        Migration { part: "messages", number: 2, sql: include_str!("migrations/002_attachments.sql") },
        Migration { part: "messages", number: 3, sql: include_str!("migrations/003_waiting.sql") },
    ],
    news: news::NEWS,
    counts: news::COUNTS,
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
