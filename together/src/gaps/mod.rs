//! The guard: whatever ends without an accepted next step has an owner, by name, until somebody accepts.

mod demo;
mod jobs;
mod limits;
mod owners;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod web;
mod work;

use kernel::{class::Class, language::Language};
use platform::charter::{Accept, Charter, Heard, Job, Panel, Place, Retention, Table};
use platform::db::Migration;

/// Something ended without an accepted next step. Subject: the item.
pub const GAP_OPENED: &str = "GapOpened";
/// Somebody has accepted, or it is otherwise over. Subject: the item.
pub const GAP_CLOSED: &str = "GapClosed";

const fn kept(table: &'static str) -> Retention {
    Retention { table, kept: "as long as the person has a plan or a team here; gone 30 days after they leave", ground: GROUND }
}
const GROUND: &str = "that somebody answers for the next step must be known to the person and to whoever takes over (R-18)";

const fn personal(name: &'static str) -> Table {
    Table { name, personal: true }
}

const fn hears(kind: &'static str, job: &'static str) -> Heard {
    Heard { kind, job }
}

const fn heard(name: &'static str, run: fn(&platform::jobs::JobRun<'_>) -> Result<(), platform::error::Error>) -> Job {
    Job { name, every_minutes: None, run }
}

/// The part.
pub static CHARTER: Charter = Charter {
    key: "gaps",
    class: Class::Own,
    purpose: "That no end goes by without an accepted next step: who sees to it, and when nobody has been in touch.",
    legal_basis: "helse- og omsorgstjenesteloven §§ 3-4 and 7-2, spesialisthelsetjenesteloven § 2-5: coordinator and coordinating \
                  unit see to it that follow-up hangs together (R-03, R-05, R-18).",
    retention: &[kept("gaps_item"), kept("gaps_step"), kept("gaps_event"), kept("gaps_contact"), kept("gaps_miss")],
    routes: web::ROUTES,
    panels: &[
        Panel { place: Place::Home, order: 13, draw: web::home },
        Panel { place: Place::Today, order: 6, draw: web::today },
        Panel { place: Place::OnePerson, order: 6, draw: web::one_person },
    ],
    tells: &[GAP_OPENED, GAP_CLOSED],
    hears: &[
        hears("HandoverRefused", "gaps-refused"),
        hears("HandoverAccepted", "gaps-accepted"),
        hears("HandoverPassed", "gaps-in-touch"),
        hears("DepartureUnplanned", "gaps-departed"),
        hears("MessageSent", "gaps-in-touch"),
        hears("ContactTried", "gaps-in-touch"),
        hears("TeamChanged", "gaps-watched"),
    ],
    accepts: &[Accept { kind: "gap", take: work::take }],
    jobs: &[
        heard("gaps-stay-ended", jobs::stay_ended),
        heard("gaps-tenancy-ended", jobs::tenancy_ended),
        heard("gaps-referral-closed", jobs::referral_closed),
        heard("gaps-departed", jobs::departed),
        heard("gaps-refused", jobs::refused),
        heard("gaps-accepted", jobs::accepted),
        heard("gaps-in-touch", jobs::in_touch),
        heard("gaps-watched", jobs::watched),
        heard("gaps-missed", jobs::missed),
        Job { name: "gaps-silence", every_minutes: Some(60), run: jobs::silence },
        Job { name: "gaps-owners", every_minutes: Some(10), run: jobs::owners },
    ],
    tables: &[
        personal("gaps_item"),
        personal("gaps_step"),
        personal("gaps_event"),
        personal("gaps_contact"),
        personal("gaps_miss"),
        Table { name: "gaps_quiet", personal: false },
        Table { name: "gaps_rule", personal: false },
    ],
    migrations: &[Migration { part: "gaps", number: 1, sql: include_str!("migrations/001_gaps.sql") }],
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
