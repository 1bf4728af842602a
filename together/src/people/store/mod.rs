//! Load and save: SQL and row mapping, nothing else.

pub mod card;
pub mod closing;
pub mod door;
pub mod links;
pub mod protection;
