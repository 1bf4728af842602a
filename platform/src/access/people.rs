//! Making a person: the row that everything else about them hangs on.

use kernel::id::PersonId;
use kernel::language::Language;
use kernel::time::Timestamp;

use crate::args;
use crate::db::Tx;
use crate::error::Error;
use crate::keys::{Cell, PersonKey};

/// A person to be made. As little as needed: everything but the language may be left out.
#[derive(Clone, Debug, Default)]
pub struct NewPerson {
    /// What they want to be called.
    pub name: Option<String>,
    /// Phone as stored.
    pub phone: Option<String>,
    /// Year of birth.
    pub birth_year: Option<i64>,
    /// The language they are met in.
    pub language: Language,
    /// When the row goes away by itself: someone who asked for help and has not said who they are.
    pub provisional_until: Option<Timestamp>,
    /// The address is protected by law.
    pub protected_since: Option<Timestamp>,
}

impl NewPerson {
    /// Writes the row. The key must have been made first, in the key store.
    ///
    /// # Errors
    /// A fault when the person is there already or the database says no.
    pub fn insert(&self, tx: &mut Tx<'_>, person: &PersonId, key: &PersonKey, now: Timestamp) -> Result<(), Error> {
        let seal = |column, text: &Option<String>| {
            text.as_deref().map(|text| key.seal(Cell::new("person", person.as_str(), column), text)).transpose()
        };
        tx.add(
            "INSERT INTO person (person_id, name, phone, birth_year, language, closed_areas, protected_at,
               provisional_until, made_at, version)
             VALUES ($1, $2, $3, $4, $5, 0, $6, $7, $8, 1)",
            args![
                person,
                seal("name", &self.name)?,
                seal("phone", &self.phone)?,
                self.birth_year,
                self.language.code(),
                self.protected_since,
                self.provisional_until,
                now,
            ],
        )?;
        Ok(())
    }
}
