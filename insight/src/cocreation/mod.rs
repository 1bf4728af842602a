//! Co-creation: how the work is spread over the organisations, what is late and what is open, without persons.

mod figures;
mod rules;
#[cfg(test)]
mod tests;
mod web;

use kernel::class::Class;
use kernel::language::Language;
use kernel::role::Role;
use platform::charter::{Charter, MenuLine, Panel, Place};
use platform::web::{Who, get};

/// Those who lead the work together.
pub(crate) const READERS: &[Role] = &[Role::Leader, Role::Coordinator];

/// The part.
pub static CHARTER: Charter = Charter {
    key: "cocreation",
    class: Class::Open,
    purpose: "Shows those who coordinate across organisations where work piles up and what is late, as numbers without persons.",
    legal_basis: "No personal data: sums over organisations, small numbers hidden. Helse- og omsorgstjenesteloven § 3-4 and § 7-3 \
                  on coordination (R-07); GDPR art. 5 (1) c.",
    routes: &[
        get("/oversikt", Who::Roles(READERS), |asked| asked.answer(web::show)),
        get("/oversikt/tall", Who::Roles(READERS), |asked| asked.answer(web::file)),
    ],
    menu: &[MenuLine::staff(5, "/oversikt", "cocreation-menu", &[Role::Leader])],
    panels: &[Panel { place: Place::TodayAside, order: 8, draw: web::beside_today }],
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
