//! From rows to the access decision, and from the decision to a [`Permit`].
//!
//! A permit is the only key to a person's rows and its only constructor is the decision; each permit that is given leaves a
//! line in the log. The parts `consents`, `people` and `team` own their rules and change these tables only through the
//! modules here, which know rows and no rules.

pub mod blocks;
pub mod closed;
pub mod consent_records;
mod desk;
pub mod duties;
pub mod emergency;
mod facts;
mod foreseen;
pub mod grants;
pub mod led;
pub mod load;
pub mod log;
pub mod lookups;
pub mod people;
mod permit;
mod preview;
pub mod provisional;
pub mod receivers;
pub mod relations;
mod rounds;

pub use desk::{AtTheDoor, Desk, Settled};
pub use facts::Receiver;
pub use foreseen::would_see;
pub use people::NewPerson;
pub use permit::{Card, Permit};
pub use rounds::{After, Round};
