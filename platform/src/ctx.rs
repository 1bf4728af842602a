//! Who asks, when, in which language: what every request, command and job carries from the first step to the last.

use std::sync::Arc;

use kernel::id::{AccountId, OrganisationId, PersonId};
use kernel::language::Language;
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use kernel::time::Timestamp;

use crate::audit::Attested;
use crate::keys::{hex, keyed_hash};
use crate::session::{Device, Visit};

/// How somebody came in. A code opens one answer and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Not signed in.
    None,
    /// Signed in.
    Full,
    /// With the code of one answer.
    Code,
}

/// The organisation somebody works for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Employer {
    /// Its id.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// What kind it is.
    pub kind: Option<OrganisationKind>,
}

/// The person's own contact, shown in the help band of every page of theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// First name or full name.
    pub name: String,
    /// Phone as stored.
    pub phone: String,
}

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// In which role.
    pub role: Role,
    /// Through which door.
    pub door: Door,
    /// The person, when they look at their own.
    pub person: Option<PersonId>,
    /// The account of an employee or an invited relative.
    pub account: Option<AccountId>,
    /// The employee's name; empty for others.
    pub name: String,
    /// The employee's organisation.
    pub employer: Option<Employer>,
    /// What the organisation attests of the employee.
    pub attested: Attested,
    /// The person's contact.
    pub contact: Option<Contact>,
    /// Which session, as its hash: what ends when they sign out.
    pub session: Option<Vec<u8>>,
    /// How that session came to be, and whether it is locked or on a shared screen.
    pub visit: Visit,
}

impl Actor {
    /// Someone who has not signed in.
    #[must_use]
    pub fn visitor() -> Actor {
        Actor {
            role: Role::Visitor,
            door: Door::None,
            person: None,
            account: None,
            name: String::new(),
            employer: None,
            attested: Attested::default(),
            contact: None,
            session: None,
            visit: Visit::default(),
        }
    }

    /// The employee's organisation, or a denial for somebody who has none.
    ///
    /// # Errors
    /// [`crate::error::Error::Denied`].
    pub fn employer_id(&self) -> Result<&OrganisationId, crate::error::Error> {
        let none = crate::error::Error::Denied(kernel::access::Reason::Silence);
        self.employer.as_ref().map(|employer| &employer.id).ok_or(none)
    }
}

/// What a request carries.
#[derive(Clone, Debug)]
pub struct Ctx {
    /// The time of the whole request.
    pub now: Timestamp,
    /// The language of the answer.
    pub language: Language,
    /// Light, dark, or as the device: `light`, `dark`, `auto`.
    pub scheme: &'static str,
    /// Who asks.
    pub actor: Actor,
    /// The request's own number, the only thing a log line and an error page share.
    pub request: String,
    /// What kind of device asks, as coarsely as it can be said.
    pub device: Device,
    /// A screen that many use: whoever comes in here is let out by the clock.
    pub shared_screen: bool,
    seed: Arc<[u8; 32]>,
}

impl Ctx {
    /// A context from what was drawn for it.
    #[must_use]
    pub fn new(now: Timestamp, language: Language, actor: Actor, seed: [u8; 32]) -> Ctx {
        let request = hex(&keyed_hash(&seed, b"request")).chars().take(16).collect();
        Ctx { now, language, scheme: "auto", actor, request, device: Device::Other, shared_screen: false, seed: Arc::new(seed) }
    }

    /// The same request with fresh draws: each command of a request draws its own ids, before its first attempt.
    #[must_use]
    pub(crate) fn drawing(&self, seed: [u8; 32]) -> Ctx {
        Ctx { seed: Arc::new(seed), ..self.clone() }
    }

    /// The n-th 128 bits of this request: the same when the command is run again.
    #[must_use]
    pub fn bits(&self, n: u64) -> u128 {
        let hash = keyed_hash(self.seed.as_slice(), &n.to_le_bytes());
        hash.iter().take(16).fold(0, |bits, byte| (bits << 8) | u128::from(*byte))
    }

    /// The same context for a machine's work: jobs and commands.
    #[must_use]
    pub fn is_machine(&self) -> bool {
        self.actor.door == Door::None && self.actor.role == Role::Admin
    }
}
