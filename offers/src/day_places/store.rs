//! Rows of this part: offers are about nobody, questions about one person each.

pub mod asks;
pub mod units;
