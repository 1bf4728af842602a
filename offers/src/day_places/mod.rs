//! Places in day offers: something to do, work, somewhere to be. Asked for under a name of one's own choice.

mod demo;
mod limits;
mod panels;
mod rules;
mod shown;
mod store;
#[cfg(test)]
mod tests;
mod web;
mod work;

use kernel::{class::Class, language::Language};
use platform::charter::{Charter, MenuLine, Panel, Place, Retention, Table};
use platform::db::Migration;

/// The part. Offers are about nobody and open to every employee; a question is the person's. Those who run an offer read the
/// name that was chosen and no other.
pub static CHARTER: Charter = Charter {
    key: "day_places",
    class: Class::Own,
    purpose: "Something to do by day: what there is, who may come, how many places are free and how old the number is, who asks.",
    legal_basis: "The person's own wish and consent (GDPR art. 6 (1) a and 9 (2) a); sosialtjenesteloven § 17 and helse- og \
                  omsorgstjenesteloven § 3-2 on services that give a meaningful day (R-44).",
    retention: &[Retention {
        table: "day_places_ask",
        kept: "as long as the person is here; gone 30 days after they leave",
        ground: "the person's own view of what they asked for and where they went (class Own, R-44)",
    }],
    routes: web::ROUTES,
    menu: &[MenuLine::staff(49, "/dagplasser", "day-places-asks-title", web::RUNNING)],
    panels: &[
        Panel { place: Place::HomeMore, order: 50, draw: panels::to_own },
        Panel { place: Place::Today, order: 45, draw: panels::today },
        Panel { place: Place::OnePerson, order: 45, draw: panels::one_person },
        Panel { place: Place::OnePersonAside, order: 35, draw: panels::to_ask },
        Panel { place: Place::Places, order: 40, draw: panels::board },
    ],
    tables: &[
        Table { name: "day_places_ask", personal: true },
        Table { name: "day_places_unit", personal: false },
        Table { name: "day_places_rule", personal: false },
    ],
    migrations: &[Migration { part: "day_places", number: 1, sql: include_str!("migrations/001_day_places.sql") }],
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
