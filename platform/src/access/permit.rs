//! A permit: the person, the areas, the ground, and the key that opens what was sealed for them.

use kernel::access::Basis;
use kernel::area::{Area, Areas};
use kernel::class::Class;
use kernel::id::{OrganisationId, PersonId};
use kernel::time::Timestamp;

use super::facts::Subject;
use crate::error::Error;
use crate::keys::{Cell, PersonKey};

/// Who the person is, so that no part has to ask another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What they want to be called; nothing for someone who has not said.
    pub name: Option<String>,
    /// Year of birth.
    pub birth_year: Option<i64>,
    /// Phone as stored; nothing when it may not be seen or there is none.
    pub phone: Option<String>,
    /// Version of the person's row, for an optimistic change.
    pub version: i64,
    /// Has asked for help and has not said who they are.
    pub provisional: bool,
}

/// The right to one person's rows of one class, for one request.
#[derive(Clone, Debug)]
pub struct Permit {
    pub(super) person: PersonId,
    pub(super) class: Class,
    pub(super) areas: Areas,
    pub(super) unmapped: bool,
    pub(super) basis: Basis,
    pub(super) written_by: Option<OrganisationId>,
    pub(super) card: Card,
    pub(super) until: Option<Timestamp>,
    pub(super) knows_card: bool,
    pub(super) knows_whereabouts: bool,
    pub(super) key: PersonKey,
}

impl Permit {
    /// Seals and opens what a part keeps of its own, and shows nothing else: no area, no card, no whereabouts.
    pub(super) fn bare(person: &PersonId, class: Class, basis: Basis, found: &Subject, key: PersonKey) -> Permit {
        let (version, provisional) = (found.version, found.provisional);
        Permit {
            person: person.clone(),
            class,
            areas: Areas::NONE,
            unmapped: false,
            basis,
            written_by: None,
            card: Card { name: None, birth_year: None, phone: None, version, provisional },
            until: None,
            knows_card: false,
            knows_whereabouts: false,
            key,
        }
    }

    /// About whom.
    #[must_use]
    pub fn person(&self) -> &PersonId {
        &self.person
    }

    /// Of which class.
    #[must_use]
    pub fn class(&self) -> Class {
        self.class
    }

    /// Which areas are open.
    #[must_use]
    pub fn areas(&self) -> Areas {
        self.areas
    }

    /// Whether a row of this area may be seen; a row without an area is closed to all but the person and, for a record of
    /// its own, the organisation that wrote it.
    #[must_use]
    pub fn sees(&self, area: Option<Area>) -> bool {
        area.map_or(self.unmapped, |area| self.areas.has(area))
    }

    /// On which ground.
    #[must_use]
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// Whether it is the person themselves.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.basis == Basis::Own
    }

    /// For records of class `Journal` and `Welfare`: the organisation whose rows these are. Nothing means all (the person).
    #[must_use]
    pub fn written_by(&self) -> Option<&OrganisationId> {
        self.written_by.as_ref()
    }

    /// The person card.
    #[must_use]
    pub fn card(&self) -> &Card {
        &self.card
    }

    /// Whether the asker may know who the person is: the card, and what the person says about themselves.
    #[must_use]
    pub fn knows_card(&self) -> bool {
        self.knows_card
    }

    /// Whether the asker may know where the person can be found: never with a protected address (P-25).
    #[must_use]
    pub fn knows_whereabouts(&self) -> bool {
        self.knows_whereabouts
    }

    /// When the grant it rests on ends.
    #[must_use]
    pub fn until(&self) -> Option<Timestamp> {
        self.until
    }

    /// Seals text into a cell of this person's.
    ///
    /// # Errors
    /// A fault for text longer than the cipher takes.
    pub fn seal(&self, cell: Cell<'_>, text: &str) -> Result<Vec<u8>, Error> {
        Ok(self.key.seal(cell, text)?)
    }

    /// Opens a sealed cell of this person's.
    ///
    /// # Errors
    /// A fault when the bytes are not this person's or not this cell's.
    pub fn open(&self, cell: Cell<'_>, sealed: &[u8]) -> Result<String, Error> {
        Ok(self.key.open(cell, sealed)?)
    }

    /// Seals a piece of a file into a cell of this person's.
    ///
    /// # Errors
    /// As [`Permit::seal`].
    pub fn seal_bytes(&self, cell: Cell<'_>, bytes: &[u8]) -> Result<Vec<u8>, Error> {
        Ok(self.key.seal_bytes(cell, bytes)?)
    }

    /// Opens a sealed piece of a file.
    ///
    /// # Errors
    /// As [`Permit::open`].
    pub fn open_bytes(&self, cell: Cell<'_>, sealed: &[u8]) -> Result<Vec<u8>, Error> {
        Ok(self.key.open_bytes(cell, sealed)?)
    }

    /// Opens a sealed cell that may be empty.
    ///
    /// # Errors
    /// As [`Permit::open`].
    pub fn open_or_null(&self, cell: Cell<'_>, sealed: Option<&[u8]>) -> Result<Option<String>, Error> {
        sealed.map(|sealed| self.open(cell, sealed)).transpose()
    }
}
