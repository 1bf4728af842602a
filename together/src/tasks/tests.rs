//! Tables of the rules, both databases, and a journey through the pages.

mod journey;
mod rules;
