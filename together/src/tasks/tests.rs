//! Tables of the rules, both databases, a journey through the pages, and long lists.

mod journey;
mod lists;
mod rules;
