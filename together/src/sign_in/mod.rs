//! The person's doors: card and PIN, or help from somebody who knows them. At home in it without a phone.

pub mod acts;
mod card;
mod demo;
mod jobs;
pub mod limits;
mod panels;
pub mod rules;
pub mod secrets;
pub mod store;
mod web;

#[cfg(test)]
mod tests;

use kernel::class::Class;
use kernel::language::Language;
use platform::charter::{Charter, Job, MenuLine, Panel, Place, Retention};
use platform::db::Migration;

/// Somebody has come in again after having lost their phone; the subject is the case.
pub const CAME_IN_AGAIN: &str = "CameInAgain";
/// Somebody who knows the person has spoken for them; the subject is the case.
pub const VOUCHED_FOR: &str = "VouchedFor";
/// A card opens nothing any more; the subject is the card.
pub const CARD_VOIDED: &str = "CardVoided";

/// The part's charter.
pub static CHARTER: Charter = Charter {
    key: "sign_in",
    class: Class::Own,
    purpose: "Lets the person in to their own, with or without a phone, and nobody else (P-20, P-21).",
    legal_basis: "Security of processing, GDPR art. 32; eForvaltningsforskriften § 4 on the choice of assurance level; art. 6(1)(e).",
    retention: &[
        Retention {
            table: "sign_in_case",
            kept: "30 days after it was begun, with vouchings and digits; the log keeps that it happened",
            ground: "GDPR art. 5(1)(e): a way back that is over is of no more use than its line in the log.",
        },
        Retention {
            table: "sign_in_card",
            kept: "until it is voided and 30 days more; nothing but a keyed hash of the code",
            ground: "GDPR art. 5(1)(e).",
        },
    ],
    routes: web::ROUTES,
    menu: &[MenuLine::staff(70, "/inn-igjen", "sign-in-menu", rules::HELPING)],
    panels: &[
        Panel { place: Place::HomeMore, order: 40, draw: panels::own_doors },
        Panel { place: Place::Today, order: 5, draw: panels::somebody_asks },
        Panel { place: Place::OnePersonAside, order: 5, draw: panels::first_doors },
    ],
    tells: &[CAME_IN_AGAIN, VOUCHED_FOR, CARD_VOIDED],
    jobs: &[Job { name: "sign-in-tidy", every_minutes: Some(60), run: jobs::tidy }],
    tables: store::TABLES,
    passing: &["sign_in_case", "sign_in_vouch", "sign_in_digits"],
    migrations: &[Migration { part: "sign_in", number: 1, sql: include_str!("migrations/001_sign_in.sql") }],
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
