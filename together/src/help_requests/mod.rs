//! A request for help: asked without saying who one is, held by a named person from the first second, answered by when it
//! was promised, and read with a code.

pub mod acts;
pub mod choices;
pub mod demo;
pub mod fhir;
mod jobs;
mod news;
mod panels;
pub mod promise;
pub mod rules;
pub mod store;
mod web;
pub mod week;

use kernel::class::Class;
use kernel::language::Language;
use kernel::role::Role;
use platform::charter::{Accept, Charter, Job, MenuLine, Panel, Place, Retention};
use platform::db::Migration;

/// Somebody has asked; the subject is the request.
pub const HELP_ASKED: &str = "HelpAsked";
/// A named member of staff has answered; the subject is the request.
pub const HELP_ANSWERED: &str = "HelpAnswered";
/// Who answers was changed; the subject is the organisation and the account that changed it.
pub const HELP_DESK_SET_UP: &str = "HelpDeskSetUp";

/// The part's charter.
pub static CHARTER: Charter = Charter {
    key: "help_requests",
    class: Class::Welfare,
    purpose: "Low-threshold help without referral, identity or appointment (R-13).",
    legal_basis: "Municipal social and health services' duty to give information, advice and guidance: lov om sosiale tjenester i NAV § 17, helse- og omsorgstjenesteloven § 3-1; GDPR art. 6(1)(e).",
    retention: &[Retention {
        table: "help_requests_request",
        kept: "30 days after the last contact; for somebody who has said who they are, 30 days after it was closed",
        ground: "GDPR art. 5(1)(e): what was needed to answer is not needed after the answer (P-29).",
    }],
    opened_by_code: true,
    routes: web::ROUTES,
    menu: &[
        MenuLine::staff(30, "/innboks", "help-inbox", rules::ANSWERING),
        MenuLine::staff(60, "/oppsett/vakt", "help-setup-menu", &[Role::Coordinator]),
    ],
    panels: &[
        Panel { place: Place::FrontAsk, order: 0, draw: panels::ask },
        Panel { place: Place::Front, order: 0, draw: panels::call_now },
        Panel { place: Place::Front, order: 40, draw: panels::been_here },
        Panel { place: Place::Front, order: 41, draw: panels::for_another },
        Panel { place: Place::Home, order: 30, draw: panels::home },
        Panel { place: Place::Today, order: 10, draw: panels::today },
    ],
    tells: &[HELP_ASKED, HELP_ANSWERED, HELP_DESK_SET_UP],
    accepts: &[Accept { kind: "answer-code", take: acts::take_code }],
    jobs: &[
        Job { name: "help-requests-delete", every_minutes: Some(60), run: jobs::delete },
        Job { name: "help-requests-pass-on-from-gone", every_minutes: Some(1), run: jobs::pass_on_from_gone },
    ],
    tables: store::TABLES,
    migrations: &[
        Migration { part: "help_requests", number: 1, sql: include_str!("migrations/001_help_requests.sql") },
        Migration { part: "help_requests", number: 2, sql: include_str!("migrations/002_lists.sql") },
        Migration { part: "help_requests", number: 3, sql: include_str!("migrations/003_urgent.sql") },
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

#[cfg(test)]
mod tests;
