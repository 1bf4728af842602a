//! Notices: a doorbell by e-mail or SMS that says «there is something new» and nothing else, and a calendar of bare times.

mod calendar;
mod demo;
mod jobs;
mod keeping;
mod outbox;
mod panels;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod web;

use kernel::{class::Class, language::Language};
use platform::charter::{Charter, Heard, Panel, Place};
use platform::db::Migration;

/// The part.
pub static CHARTER: Charter = Charter {
    key: "notices",
    class: Class::Own,
    purpose: "Tells somebody by e-mail or SMS, in the way and at the hours they chose, that something is new, and nothing more.",
    legal_basis: "Consent (GDPR art. 6 (1) a), shown by a code sent to the address and taken back with one tap (P-22); for \
                  employees the employer's interest in their own hand-overs and tasks (art. 6 (1) f).",
    retention: keeping::RETENTION,
    routes: web::ROUTES,
    panels: &[Panel { place: Place::HomeMore, order: 45, draw: panels::home_more }],
    hears: &[
        Heard { kind: "MessageSent", job: "notices-message-sent" },
        Heard { kind: "HelpAnswered", job: "notices-help-answered" },
        Heard { kind: "AppointmentMade", job: "notices-appointment-made" },
        Heard { kind: "HandoverOffered", job: "notices-handover-offered" },
        Heard { kind: "ReferralSent", job: "notices-referral-sent" },
        Heard { kind: "TaskMade", job: "notices-task-made" },
        Heard { kind: "MeetingCalled", job: "notices-meeting-called" },
        Heard { kind: "MinutesReady", job: "notices-minutes-ready" },
    ],
    jobs: jobs::JOBS,
    tables: keeping::TABLES,
    migrations: &[Migration { part: "notices", number: 1, sql: include_str!("migrations/001_notices.sql") }],
    demo: Some(demo::fill),
    wording: [
        (Language::Nb, include_str!("text/nb.ftl")),
        (Language::Nn, include_str!("text/nn.ftl")),
        (Language::En, include_str!("text/en.ftl")),
    ],
    ..Charter::BLANK
};
