//! What we know and learn, without persons.
//!
//! This page is the catalogue: one line per folder, in menu order. Router, menus, migrations, jobs, the access matrix, the
//! wording checks, the erasure test and the demo city all walk it.

use platform::charter::Charter;

pub mod about;
pub mod cocreation;
pub mod places;

/// The parts, in menu order.
pub const CATALOGUE: &[&Charter] = &[&places::CHARTER, &cocreation::CHARTER, &about::CHARTER];
