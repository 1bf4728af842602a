//! One seed is one imagined month of a small city. Persons, employees and visitors go about in the real product, on the
//! held clock, and meet trouble: commits that fail, forms that are sent twice or too late, two at once. After each step
//! what must always hold is looked at. The same seed gives the same month, on both databases.
//!
//! With `--city` it is a month of a city with 500 persons, 40 employees and 12 organisations. With `--day` it is one day of a city with 200 persons, 25 employees and 8 organisations, in which processes die too: in the
//! middle of a command, between two, and after one whose answer nobody hears. On PostgreSQL two of them answer at a time.
//!
//! Nothing here names a page for good: actors read the pages, fill in the forms they find and follow the links, and which
//! parts there are is read off the catalogue. A new part is lived in from its first day.

pub mod actors;
pub mod chance;
pub mod city;
pub mod form;
pub mod invariants;
pub mod log;
pub mod marks;
pub mod process;
pub mod run;
pub mod town;
pub mod trouble;
pub mod whom;
pub mod wish;

#[cfg(test)]
mod tests;
