//! The responsibility group's meeting, run from the plan: the person's own list first, decisions in one line, minutes that are
//! valid when the person has seen them.

mod around;
mod closing;
mod demo;
mod jobs;
mod keeping;
mod news;
mod rules;
mod shown;
mod store;
#[cfg(test)]
mod tests;
mod web;
mod work;

use kernel::{class::Class, language::Language, role::Role};
use platform::charter::{Charter, Job, MenuLine, Panel, Place};
use platform::db::Migration;

/// A meeting was called. Subject: the meeting.
pub const CALLED: &str = "MeetingCalled";
/// It was cancelled. Subject: the meeting.
pub const CANCELLED: &str = "MeetingCancelled";
/// It is in two days: time for a reminder without content. Subject: the meeting.
pub const SOON: &str = "MeetingSoon";
/// The minutes are ready for the person. Subject: the meeting.
pub const MINUTES: &str = "MinutesReady";

/// The part.
pub static CHARTER: Charter = Charter {
    key: "meetings",
    class: Class::Own,
    purpose: "Those around the person meet with the person, and what they decide is written once.",
    legal_basis: "Consent (GDPR art. 6 (1) a and 9 (2) a): the person chooses who comes and what each sees; helse- og \
                  omsorgstjenesteloven § 7-2 on the coordinator who leads the group (R-03, R-04).",
    retention: keeping::RETENTION,
    routes: web::ROUTES,
    menu: &[MenuLine::staff(20, "/moter", "meetings-menu", &[Role::Coordinator])],
    panels: &[
        Panel { place: Place::Home, order: 18, draw: web::home },
        Panel { place: Place::HomeMore, order: 16, draw: web::more },
        Panel { place: Place::Today, order: 11, draw: web::today },
        Panel { place: Place::OnePersonAside, order: 12, draw: web::to_call },
    ],
    tells: &[CALLED, CANCELLED, SOON, MINUTES],
    jobs: &[Job { name: "meetings-soon", every_minutes: Some(10), run: jobs::soon }],
    tables: keeping::TABLES,
    migrations: &[
        Migration { part: "meetings", number: 1, sql: include_str!("migrations/001_meetings.sql") },
        Migration { part: "meetings", number: 2, sql: include_str!("migrations/002_lists.sql") },
    ],
    news: news::NEWS,
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
