//! Sharing, from the rules to the pages, on both databases.

mod closing;
mod emergency;
mod journey;
mod pages;
mod properties;
mod table;
mod town;
