//! The crisis card: in the person's own words, what to look for, what helps and whom to call; and whoever worries follows up.

mod demo;
mod following;
mod limits;
mod rules;
mod shown;
mod store;
#[cfg(test)]
mod tests;
mod web;
mod work;

use kernel::{class::Class, language::Language};
use platform::charter::{Accept, Charter, Panel, Place, Retention, Table};
use platform::db::Migration;

/// Somebody follows up, after a worry for a life or an overdose. Subject: the follow-up.
pub const FOLLOW_UP_BEGUN: &str = "FollowUpBegun";
/// It is over. Subject: the follow-up.
pub const FOLLOW_UP_ENDED: &str = "FollowUpEnded";

const CARD: &str = "crisis_card_card";
const ENTRY: &str = "crisis_card_entry";
const VERSION: &str = "crisis_card_version";
const FOLLOW_UP: &str = "crisis_card_follow_up";
const HAND_OVER: &str = "crisis_card_hand_over";

const fn kept(table: &'static str) -> Retention {
    Retention { table, kept: "as long as the person keeps it; gone 30 days after they leave", ground: OWN }
}
const fn promised(table: &'static str) -> Retention {
    Retention { table, kept: "as long as the person is here; gone 30 days after they leave", ground: PROMISE }
}
const OWN: &str = "the card is the person's own (class Own, R-14)";
const PROMISE: &str =
    "a promise to the person about who gets in touch and when (R-14); what a clinician finds stands in their own record";

const fn personal(name: &'static str) -> Table {
    Table { name, personal: true }
}

/// The part.
pub static CHARTER: Charter = Charter {
    key: "crisis_card",
    class: Class::Own,
    purpose: "The person's own words on signs, help and people when it is hard; and one named person who follows up a worry.",
    legal_basis: "The person's own wish and consent (GDPR art. 6 (1) a and 9 (2) a); for the follow-up the duty to give help \
                  that is needed: helse- og omsorgstjenesteloven §§ 3-1 and 4-1, helsepersonelloven § 4 (R-14).",
    retention: &[kept(CARD), kept(ENTRY), kept(VERSION), promised(FOLLOW_UP), promised(HAND_OVER)],
    routes: web::ROUTES,
    panels: &[
        Panel { place: Place::Home, order: 20, draw: web::followed },
        Panel { place: Place::HomeMore, order: 20, draw: web::to_card },
        Panel { place: Place::Today, order: 5, draw: web::today },
        Panel { place: Place::OnePerson, order: 10, draw: web::one_person },
        Panel { place: Place::OnePersonAside, order: 5, draw: web::to_worry },
    ],
    tells: &[FOLLOW_UP_BEGUN, FOLLOW_UP_ENDED],
    accepts: &[Accept { kind: "follow-up", take: work::take }],
    tables: &[
        personal(CARD),
        personal(ENTRY),
        personal(VERSION),
        personal(FOLLOW_UP),
        personal(HAND_OVER),
        Table { name: "crisis_card_rule", personal: false },
    ],
    migrations: &[Migration { part: "crisis_card", number: 1, sql: include_str!("migrations/001_crisis_card.sql") }],
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
