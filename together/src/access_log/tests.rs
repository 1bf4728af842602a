//! The log as the person reads it, and what the privacy contact needs: rules, folding, and the pages on both databases.

mod folding;
mod journey;
mod long;
mod oversight;
mod table;
mod town;
