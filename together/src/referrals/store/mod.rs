//! Referrals, what happened to them, and the links that open them.

pub mod events;
pub mod links;
pub mod lists;
pub mod referrals;
