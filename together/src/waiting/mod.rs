//! Waiting: the clock of each referral against dated rules, in plain words for whoever waits, and one list for whoever
//! coordinates.

mod demo;
mod facts;
mod jobs;
mod limits;
mod news;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod web;
mod work;

use kernel::{class::Class, language::Language, role::Role};
use platform::charter::{Accept, Charter, Job, MenuLine, Panel, Place, Retention, Table};
use platform::db::Migration;

/// A limit of law has passed. Subject: the clock.
pub const WAIT_BREACHED: &str = "WaitBreached";

const CLOCK: &str = "waiting_clock";
const STEP: &str = "waiting_step";
const BREACH: &str = "waiting_breach";

const fn kept(table: &'static str) -> Retention {
    Retention { table, kept: "as long as the person is here; gone 30 days after they leave", ground: GROUND }
}
const GROUND: &str = "whether a limit of law was kept must be found again while help is given and a complaint can be made (R-16); \
                      the decision itself stands in the service's own record";

const fn personal(name: &'static str) -> Table {
    Table { name, personal: true }
}

/// The part.
pub static CHARTER: Charter = Charter {
    key: "waiting",
    class: Class::Own,
    purpose: "The person and those around them see what is waited for, who has it, and which days are law and which advice.",
    legal_basis: "The person's consent (GDPR art. 6 (1) a and 9 (2) a); pasient- og brukerrettighetsloven §§ 2-1 b and 2-2 and \
                  prioriteringsforskriften on the limits (R-16, R-17, R-19).",
    retention: &[kept(CLOCK), kept(STEP), kept(BREACH)],
    routes: web::ROUTES,
    menu: &[MenuLine::staff(47, "/ventetid/oversikt", "waiting-overview-title", &[Role::Coordinator])],
    panels: &[
        Panel { place: Place::Home, order: 35, draw: web::home },
        Panel { place: Place::Today, order: 15, draw: web::today },
        Panel { place: Place::TodayAside, order: 41, draw: web::to_overview },
        Panel { place: Place::OnePerson, order: 22, draw: web::one_person },
    ],
    tells: &[WAIT_BREACHED],
    accepts: &[Accept { kind: "waiting-clock", take: work::take }],
    jobs: &[Job { name: "waiting-find-breaches", every_minutes: Some(60), run: jobs::find_breaches }],
    tables: &[
        personal(CLOCK),
        personal(STEP),
        personal(BREACH),
        Table { name: "waiting_rule", personal: false },
        Table { name: "waiting_rule_set", personal: false },
    ],
    migrations: &[
        Migration { part: "waiting", number: 1, sql: include_str!("migrations/001_waiting.sql") },
        Migration { part: "waiting", number: 2, sql: include_str!("migrations/002_over.sql") },
        Migration { part: "waiting", number: 3, sql: include_str!("migrations/003_open.sql") },
    ],
    counts: news::COUNTS,
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
