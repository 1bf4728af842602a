//! Around one person: what people do together.
//!
//! This page is the catalogue: one line per folder, in menu order. Router, menus, migrations, jobs, the access matrix, the
//! wording checks, the erasure test and the demo city all walk it.

use platform::charter::Charter;
use platform::leaving::TakeAlong;

pub mod access_log;
pub mod agreements;
pub mod appointments;
pub mod coercion;
pub mod complaints;
pub mod consents;
pub mod crisis_card;
pub mod feedback;
pub mod gaps;
pub mod handovers;
pub mod help_requests;
pub mod leaving;
pub mod meetings;
pub mod messages;
pub mod nav;
pub mod notices;
pub mod papers;
pub mod passkeys;
pub mod people;
pub mod plan;
pub mod referrals;
pub mod sign_in;
pub mod staff;
pub mod tasks;
pub mod team;
pub mod waiting;

/// The parts, in menu order.
pub const CATALOGUE: &[&Charter] = &[
    &help_requests::CHARTER,
    &messages::CHARTER,
    &people::CHARTER,
    &sign_in::CHARTER,
    &passkeys::CHARTER,
    &staff::CHARTER,
    &team::CHARTER,
    &handovers::CHARTER,
    &gaps::CHARTER,
    &plan::CHARTER,
    &appointments::CHARTER,
    &tasks::CHARTER,
    &meetings::CHARTER,
    &crisis_card::CHARTER,
    &referrals::CHARTER,
    &waiting::CHARTER,
    &consents::CHARTER,
    &access_log::CHARTER,
    &papers::CHARTER,
    &leaving::CHARTER,
    &notices::CHARTER,
    &feedback::CHARTER,
    &complaints::CHARTER,
    &nav::CHARTER,
    &coercion::CHARTER,
    &agreements::CHARTER,
];

/// What each part adds to the bundle that a person takes along. A part without a line here is taken along row by row.
pub const TAKEN_ALONG: &[TakeAlong] = &[
    leaving::fhir::ALONG,
    plan::fhir::ALONG,
    team::fhir::ALONG,
    consents::fhir::ALONG,
    help_requests::fhir::ALONG,
    papers::fhir::ALONG,
];
