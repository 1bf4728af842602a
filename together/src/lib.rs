//! Around one person: what people do together.
//!
//! This page is the catalogue: one line per folder, in menu order. Router, menus, migrations, jobs, the access matrix, the
//! wording checks, the erasure test and the demo city all walk it.

use platform::charter::Charter;

pub mod consents;
pub mod help_requests;
pub mod papers;
pub mod passkeys;
pub mod plan;
pub mod staff;
pub mod team;

/// The parts, in menu order.
pub const CATALOGUE: &[&Charter] =
    &[&help_requests::CHARTER, &team::CHARTER, &plan::CHARTER, &consents::CHARTER, &papers::CHARTER, &staff::CHARTER, &passkeys::CHARTER];
