//! Around one person: what people do together.
//!
//! This page is the catalogue: one line per folder, in menu order. Router, menus, migrations, jobs, the access matrix, the
//! wording checks, the erasure test and the demo city all walk it.

pub mod papers;

use platform::charter::Charter;

/// The parts, in menu order.
pub const CATALOGUE: &[&Charter] = &[&papers::CHARTER];
