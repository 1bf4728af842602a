//! What one can come for.
//!
//! This page is the catalogue: one line per folder, in menu order. Router, menus, migrations, jobs, the access matrix, the
//! wording checks, the erasure test and the demo city all walk it.

use platform::charter::Charter;

pub mod aftercare;
pub mod beds;
pub mod day_places;
pub mod housing;
pub mod next_of_kin;
pub mod tonight;

/// The parts, in menu order.
pub const CATALOGUE: &[&Charter] =
    &[&beds::CHARTER, &tonight::CHARTER, &housing::CHARTER, &aftercare::CHARTER, &day_places::CHARTER, &next_of_kin::CHARTER];
