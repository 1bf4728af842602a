//! Clocks, the rules they keep, what happened to them, and the breaches that were found.

pub mod breaches;
pub mod clocks;
pub mod lists;
pub mod rows;
pub mod steps;
