//! Somebody at the door who is not in yet: what an employee, or the door itself, may know of them while they show who they
//! are. Initials, year and contact, never a name, an area or a place. Each look leaves a line the person can read.

use kernel::access::{Basis, Reason};
use kernel::id::PersonId;

use super::Desk;
use crate::access::facts::{Subject, subject_and_bond};
use crate::access::lookups::{self, NAME_AND_YEAR, folded, name_and_year};
use crate::access::permit::Permit;
use crate::args;
use crate::audit::Detail;
use crate::db::Tx;
use crate::error::{Error, Fault};
use crate::frame::initials;
use crate::keys::{Cell, PersonKey};

/// The ground in the log for a look at somebody who stands at the door.
const AT_THE_DOOR: &str = "at-the-door";
/// Most persons of one year of birth whose names are compared, when no look-up has been kept.
const COMPARED: usize = 500;

/// Somebody at the door.
#[derive(Clone, Debug)]
pub struct AtTheDoor {
    /// A permit that seals and opens what the door itself keeps. No area is open in it, and no name.
    pub permit: Permit,
    /// Initials of what they want to be called.
    pub initials: String,
    /// Year of birth.
    pub birth_year: Option<i64>,
    /// The address is protected by law: then not even the contact is told (P-25).
    pub protected: bool,
}

impl Desk<'_> {
    /// Somebody at the door; nothing for whoever is not there, has only asked for help, is erased, or has blocked the asker.
    /// The line in the log says why, when a reason was given, and the person can read it.
    ///
    /// # Errors
    /// A fault when the database says no.
    pub fn at_the_door(&self, tx: &mut Tx<'_>, person: &PersonId, reason: Option<&str>) -> Result<Option<AtTheDoor>, Error> {
        let Some((found, tied)) = subject_and_bond(tx, person, &self.receiver(), self.now())? else { return Ok(None) };
        let key = self.app.keys().find(person)?.filter(|_| !found.erased && !found.provisional);
        let Some(key) = key else { return Ok(None) };
        if tied.blocked {
            self.note(&key, "denied", &Detail { basis: Reason::Blocked.key().into(), ..Detail::default() })?;
            return Ok(None);
        }
        let detail = Detail { basis: AT_THE_DOOR.into(), reason: reason.map(str::to_owned), ..Detail::default() };
        self.note(&key, self.outcome(), &detail)?;
        let name = name_of(person, &found, &key)?;
        Ok(Some(AtTheDoor {
            initials: name.as_deref().map(initials).unwrap_or_default(),
            birth_year: found.birth_year,
            protected: found.protected,
            permit: Permit::bare(person, self.part.class, Basis::Relation, &found, key),
        }))
    }

    /// Permits towards those who have themselves asked to come to the asker's service under a name they chose: what the part
    /// keeps of that is sealed and opened with them, and no name, area or phone is. To have asked is the consent.
    ///
    /// Left out is whoever has blocked the asker, is erased, or has closed the account. Each one leaves a line the person can
    /// read.
    ///
    /// # Errors
    /// A fault when the database says no.
    pub fn who_asked_to_come(&self, tx: &mut Tx<'_>, persons: &[PersonId]) -> Result<Vec<Permit>, Error> {
        if persons.len() > super::MAX_PEOPLE {
            return Err(Error::fault("a list of persons is longer than the limit"));
        }
        self.app.keys().fetch(persons)?;
        let mut loaded = self.load(tx, persons)?;
        let mut permits = Vec::new();
        for person in persons {
            let Some((found, tied)) = loaded.remove(person) else { continue };
            let key = self.app.keys().find(person)?.filter(|_| !found.is_gone() && !tied.blocked);
            let Some(key) = key else { continue };
            let detail = Detail { basis: Basis::Grant.key().into(), listed: !self.changing, ..Detail::default() };
            self.note(&key, self.outcome(), &detail)?;
            permits.push(Permit::bare(person, self.part.class, Basis::Grant, &found, key));
        }
        Ok(permits)
    }

    /// Who goes by this name and was born that year: at most ten, and nobody is told anything about them yet.
    ///
    /// A look-up that was kept finds them at once. Whoever has none is looked for among those of that year, as many as a
    /// town has, with the names opened here and shown to nobody.
    ///
    /// # Errors
    /// A fault when the database says no.
    pub fn who_goes_by(&self, tx: &mut Tx<'_>, name: &str, birth_year: i64) -> Result<Vec<PersonId>, Error> {
        let hash = self.app.keys().lookup(NAME_AND_YEAR, &name_and_year(name, birth_year));
        let mut found = lookups::find(tx, NAME_AND_YEAR, &hash)?;
        let same_year = born_in(tx, birth_year)?;
        let ids: Vec<PersonId> = same_year.iter().map(|(person, _)| person.clone()).collect();
        self.app.keys().fetch(&ids)?;
        for person in same_year {
            if !found.contains(&person.0) && self.goes_by(&person, name)? {
                found.push(person.0);
            }
        }
        found.truncate(10);
        Ok(found)
    }

    fn goes_by(&self, (person, sealed): &(PersonId, Vec<u8>), name: &str) -> Result<bool, Error> {
        let Some(key) = self.app.keys().find(person)? else { return Ok(false) };
        let own = folded(&key.open(Cell::new("person", person.as_str(), "name"), sealed)?);
        let first = own.split(' ').next().unwrap_or_default();
        let sought = folded(name);
        Ok(!sought.is_empty() && (own == sought || first == sought))
    }
}

fn name_of(person: &PersonId, found: &Subject, key: &PersonKey) -> Result<Option<String>, Fault> {
    let cell = Cell::new("person", person.as_str(), "name");
    found.name.as_deref().map(|sealed| key.open(cell, sealed)).transpose()
}

fn born_in(tx: &mut Tx<'_>, birth_year: i64) -> Result<Vec<(PersonId, Vec<u8>)>, Error> {
    let rows = tx.rows(
        "SELECT person_id, name FROM person
         WHERE birth_year = $1 AND erased_at IS NULL AND provisional_until IS NULL AND name IS NOT NULL
         ORDER BY person_id LIMIT 501",
        args![birth_year],
    )?;
    // More than a list may hold: then only kept look-ups count, rather than some of them and not others.
    if rows.len() > COMPARED {
        return Ok(Vec::new());
    }
    Ok(rows.iter().map(|row| Ok((row.parsed(0, PersonId::parse)?, row.blob(1)?.to_vec()))).collect::<Result<_, Fault>>()?)
}
