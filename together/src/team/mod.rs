//! The team: who is around the person, exactly one coordinator, and a name for what is vacant.

mod demo;
pub mod fhir;
mod rules;
mod shown;
mod store;
mod taking;
#[cfg(test)]
mod tests;
mod web;

use kernel::{class::Class, language::Language};
use platform::charter::{Accept, Charter, Count, Figure, Panel, Place, Retention, Table};
use platform::db::Migration;

/// A duty was given, handed on or ended. Subject: the duty or the relation.
pub const TEAM_CHANGED: &str = "TeamChanged";
/// The person wants another contact. Subject: the wish.
pub const CONTACT_CHANGE_WISHED: &str = "ContactChangeWished";

const APPOINTMENT: &str = "team_appointment";
const ENDING: &str = "team_ending";
const WISH: &str = "team_wish";

const fn kept(table: &'static str) -> Retention {
    Retention { table, kept: "as long as the person has a plan or a team here; gone 30 days after they leave", ground: GROUND }
}
const GROUND: &str = "who had which duty must be known to the person and to those who take over (R-03, R-05)";

const fn personal(name: &'static str) -> Table {
    Table { name, personal: true }
}

/// The part. The relations themselves are the house's table; the part keeps the rules and what belongs beside them.
pub static CHARTER: Charter = Charter {
    key: "team",
    class: Class::Own,
    purpose: "Who is around the person: contact, coordinator, responsible professional and substitute, with dates.",
    legal_basis: "helse- og omsorgstjenesteloven § 7-2 and spesialisthelsetjenesteloven §§ 2-5 a and 2-5 b on coordinator and \
                  contact doctor (R-03, R-05); what others see of it rests on the person's grant.",
    retention: &[kept(APPOINTMENT), kept(ENDING), kept(WISH)],
    routes: web::ROUTES,
    panels: &[
        Panel { place: Place::Home, order: 10, draw: web::home },
        Panel { place: Place::HomeAside, order: 10, draw: web::home_aside },
        Panel { place: Place::Today, order: 60, draw: web::missing },
        Panel { place: Place::TodayAside, order: 40, draw: web::mine },
        Panel { place: Place::OnePerson, order: 30, draw: web::one_person },
        Panel { place: Place::OnePersonAside, order: 20, draw: web::to_team },
    ],
    tells: &[TEAM_CHANGED, CONTACT_CHANGE_WISHED],
    accepts: &[Accept { kind: "serving", take: taking::take }],
    tables: &[personal(APPOINTMENT), personal(ENDING), personal(WISH)],
    migrations: &[Migration { part: "team", number: 1, sql: include_str!("migrations/001_team.sql") }],
    counts: &[Count { figure: Figure::Load, read: platform::access::load::served }],
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
