//! The program: its commands, and the pages that many parts share.

pub mod commands;
pub mod demo;
pub mod house;
pub mod record;

use platform::charter::Charter;

/// Every part, in menu order: the shared pages first, then the three catalogues.
#[must_use]
pub fn catalogue() -> Vec<&'static Charter> {
    let parts = together::CATALOGUE.iter().chain(offers::CATALOGUE).chain(insight::CATALOGUE).copied();
    std::iter::once(&house::CHARTER).chain(parts).collect()
}
