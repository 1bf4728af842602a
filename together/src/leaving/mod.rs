//! Leaving: what the law lets go is gone, and what one owns can be taken along.

mod chapters;
pub mod fhir;
mod jobs;
mod letter;
pub mod parcel;
mod web;

use kernel::class::Class;
use kernel::language::Language;
use platform::charter::{Charter, Job, Panel, Place};

/// The part's charter.
pub static CHARTER: Charter = Charter {
    key: "leaving",
    class: Class::Own,
    purpose: "The person takes along everything that is kept about them, and leaves; what has fallen due is deleted.",
    legal_basis: "GDPR art. 15 and 20 (to see and to take along), art. 17 (to be erased) and art. 5 (1) e (not longer than needed).",
    routes: web::ROUTES,
    panels: &[Panel { place: Place::HomeMore, order: 60, draw: web::link }],
    jobs: &[
        Job { name: "leaving-erase", every_minutes: Some(60), run: jobs::erase },
        Job { name: "leaving-clear", every_minutes: Some(60), run: jobs::clear },
    ],
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};

#[cfg(test)]
mod tests;
