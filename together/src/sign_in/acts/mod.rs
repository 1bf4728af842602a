//! What happens inside one command: look who stands there, ask the rules, save, tell.

pub mod back;
pub mod door;
pub mod first;
pub mod own;

use kernel::id::PersonId;
use platform::access::Desk;
use platform::error::Error;
use platform::session::{CameBy, Opening};

use super::rules::{Proof, Refusal};

/// What was found when somebody knocked: the try is counted, and nothing has been looked at yet.
#[derive(Clone, Debug, Default)]
pub struct Knock {
    /// Seconds to wait, when nobody's try is looked at now.
    pub wait_s: Option<i64>,
    /// At whose door; nobody, when there is none such.
    pub person: Option<PersonId>,
    /// What is kept of what they know by heart.
    pub kept: Option<String>,
}

fn no(refusal: Refusal) -> Error {
    Error::refused(&refusal)
}

/// A session for somebody who has just come in.
fn opening(desk: &Desk<'_>, person: &PersonId, came_by: CameBy, locks: bool) -> Opening {
    Opening { locks, ..Opening::of(person.clone(), came_by, desk.ctx()) }
}

/// How a session is marked that rests on this proof.
fn came_by(proof: Proof) -> CameBy {
    match proof {
        Proof::Own => CameBy::Helped,
        Proof::CardAndKnown | Proof::Vouched => CameBy::Vouched,
    }
}
