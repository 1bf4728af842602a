//! Around one person: what people do together.
//!
//! This page is the catalogue: one line per folder, in menu order. Router, menus, migrations, jobs, the access matrix, the
//! wording checks, the erasure test and the demo city all walk it.

use platform::charter::Charter;
use platform::leaving::TakeAlong;

pub mod consents;
pub mod help_requests;
pub mod leaving;
pub mod papers;
pub mod plan;
pub mod team;

/// The parts, in menu order.
pub const CATALOGUE: &[&Charter] =
    &[&help_requests::CHARTER, &team::CHARTER, &plan::CHARTER, &consents::CHARTER, &papers::CHARTER, &leaving::CHARTER];

/// What each part adds to the bundle that a person takes along. A part without a line here is taken along row by row.
pub const TAKEN_ALONG: &[TakeAlong] = &[
    leaving::fhir::ALONG,
    plan::fhir::ALONG,
    team::fhir::ALONG,
    consents::fhir::ALONG,
    help_requests::fhir::ALONG,
    papers::fhir::ALONG,
];
