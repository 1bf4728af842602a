//! Papers: what other systems send about a person, kept byte for byte; and the proposals in it that the person answers.

mod answers;
mod areas;
mod demo;
pub mod fhir;
mod import;
mod jobs;
mod kinds;
mod panels;
mod parcel;
mod readers;
mod report;
mod rules;
mod sheet;
mod store;
#[cfg(test)]
mod tests;
mod web;
mod whose;

use kernel::class::Class;
use kernel::language::Language;
use platform::charter::{Charter, Panel, Place, Retention, Table};
use platform::db::Migration;

pub use import::import;
pub use report::{Counts, ImportFault, Report};
pub use whose::Refused;

const KEPT: &str = "as long as the person keeps them; 30 days for someone who has not been claimed";
const GROUND: &str = "the person's own copy of what others have written (GDPR art. 15 and 20)";

const fn kept(table: &'static str) -> Retention {
    Retention { table, kept: KEPT, ground: GROUND }
}

const fn personal(name: &'static str) -> Table {
    Table { name, personal: true }
}

/// The part.
pub static CHARTER: Charter = Charter {
    key: "papers",
    class: Class::Own,
    purpose: "What other systems have sent about the person, in the person's own keeping.",
    legal_basis: "The person's own wish (GDPR art. 6 (1) a and 9 (2) a), on their right to what is written about them \
                  (GDPR art. 15 and 20).",
    retention: &[kept("papers_import"), kept("papers_paper"), kept("papers_proposal")],
    routes: web::ROUTES,
    panels: &[
        Panel { place: Place::HomeMore, order: 30, draw: panels::home },
        Panel { place: Place::OnePerson, order: 70, draw: panels::one_person },
    ],
    imports: readers::IMPORTS,
    jobs: jobs::JOBS,
    tables: &[personal("papers_import"), personal("papers_paper"), personal("papers_proposal")],
    migrations: &[Migration { part: "papers", number: 1, sql: include_str!("migrations/001_papers.sql") }],
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
