//! Which meeting an address is about.

use kernel::id::{PersonId, RowId};
use platform::access::{Desk, Permit};
use platform::db::Tx;
use platform::error::Error;
use platform::web::Asked;

/// Whose meeting the address is about, and which: of another, or nothing for one's own.
#[derive(Clone)]
pub(super) struct Which {
    pub(super) person: Option<PersonId>,
    pub(super) meeting: RowId,
}

impl Which {
    pub(super) fn of(asked: &Asked) -> Result<Which, Error> {
        let person = if asked.param("person").is_empty() { None } else { Some(asked.person()?) };
        let meeting = RowId::parse(asked.param("meeting")).ok_or(Error::Missing)?;
        Ok(Which { person, meeting })
    }

    pub(super) fn permit(&self, tx: &mut Tx<'_>, desk: &Desk<'_>) -> Result<Permit, Error> {
        match &self.person {
            None => desk.own(tx),
            Some(person) => desk.person(tx, person),
        }
    }

    pub(super) fn path(&self) -> String {
        match &self.person {
            None => format!("/moter/mitt/{}", self.meeting),
            Some(person) => format!("/moter/{person}/{}", self.meeting),
        }
    }
}

/// The topic that a form names; anything else is simply not there.
pub(super) fn item_id(text: &str) -> Result<RowId, Error> {
    RowId::parse(text).ok_or(Error::Missing)
}
