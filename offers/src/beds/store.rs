//! Rows of this part: units are about nobody, stays about one person each.

pub mod lists;
pub mod stays;
pub mod units;
