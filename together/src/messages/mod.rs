//! Messages: threads with the person in them. The area the starter chooses decides who reads along.

mod around;
mod demo;
mod panels;
mod rules;
mod shown;
mod store;
#[cfg(test)]
mod tests;
mod web;
mod wording_help;

use kernel::{class::Class, language::Language, role::Role};
use platform::charter::{Charter, Menu, MenuLine, Panel, Place, Retention, Table};
use platform::db::Migration;

/// Something was written. Subject: the thread.
pub const MESSAGE_SENT: &str = "MessageSent";
/// Somebody tried to reach the person. Subject: the attempt.
pub const CONTACT_TRIED: &str = "ContactTried";

const THREAD: &str = "messages_thread";
const MEMBER: &str = "messages_member";
const MESSAGE: &str = "messages_message";
const READ: &str = "messages_read";
const ATTEMPT: &str = "messages_attempt";
const GROUND: &str = "the person's own letters with those who help (R-01); who knew what when must be found again while help is given (P-10)";

const fn kept(table: &'static str) -> Retention {
    Retention { table, kept: "as long as the person is here; gone 30 days after they leave", ground: GROUND }
}

const fn personal(name: &'static str) -> Table {
    Table { name, personal: true }
}

/// Those who read what comes in before they do anything else (ux.md, chapter 3).
const WITH_LIST: &[Role] = &[Role::Gp, Role::LarDoctor, Role::LarOutlet, Role::Pharmacy];

/// The part.
pub static CHARTER: Charter = Charter {
    key: "messages",
    class: Class::Own,
    purpose: "The person and those around them write to each other, and attempts to reach the person are told as an open door.",
    legal_basis: "Consent (personopplysningsloven, GDPR art. 6 (1) a and 9 (2) a): the person's grant opens a thread to a reader; \
                  helse- og omsorgstjenesteloven § 3-4 on working together (R-01).",
    retention: &[kept(THREAD), kept(MEMBER), kept(MESSAGE), kept(READ), kept(ATTEMPT)],
    opened_by_code: false,
    routes: web::ROUTES,
    menu: &[
        MenuLine { menu: Menu::Person, order: 20, href: "/meldinger", icon: "Chat2", label: "messages-menu", roles: &[] },
        MenuLine { menu: Menu::Staff, order: 40, href: "/beskjeder", icon: "", label: "messages-menu-staff", roles: WITH_LIST },
    ],
    panels: &[
        Panel { place: Place::Home, order: 30, draw: panels::home },
        Panel { place: Place::Today, order: 20, draw: panels::today },
        Panel { place: Place::OnePerson, order: 25, draw: panels::one_person },
        Panel { place: Place::OnePersonAside, order: 15, draw: panels::to_write },
    ],
    tells: &[MESSAGE_SENT, CONTACT_TRIED],
    hears: &[],
    accepts: &[],
    imports: &[],
    jobs: &[],
    tables: &[personal(THREAD), personal(MEMBER), personal(MESSAGE), personal(READ), personal(ATTEMPT)],
    migrations: &[Migration { part: "messages", number: 1, sql: include_str!("migrations/001_messages.sql") }],
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
};
