//! Making a person, and what the person changes about themselves: the row that everything else about them hangs on.

use kernel::id::PersonId;
use kernel::language::Language;
use kernel::time::Timestamp;

use super::grants::must_be_own;
use super::permit::Permit;
use crate::args;
use crate::db::Tx;
use crate::error::{Error, Fault};
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

/// The person card as the person wants it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardChange {
    /// What they want to be called.
    pub name: Option<String>,
    /// Phone as stored.
    pub phone: Option<String>,
    /// Year of birth.
    pub birth_year: Option<i64>,
    /// The language they are met in.
    pub language: Language,
}

impl CardChange {
    /// Writes the card over the one the permit was given with.
    ///
    /// # Errors
    /// A denial for anyone but the person, or a fault when the row has changed since the permit was given.
    pub fn save(&self, tx: &mut Tx<'_>, own: &Permit) -> Result<(), Error> {
        must_be_own(own)?;
        let seal = |column, text: &Option<String>| {
            text.as_deref().map(|text| own.seal(Cell::new("person", own.person().as_str(), column), text)).transpose()
        };
        let changed = tx.run(
            "UPDATE person SET name = $1, phone = $2, birth_year = $3, language = $4, version = version + 1
             WHERE person_id = $5 AND version = $6",
            args![
                seal("name", &self.name)?,
                seal("phone", &self.phone)?,
                self.birth_year,
                self.language.code(),
                own.person(),
                own.card().version,
            ],
        )?;
        one_row(changed)
    }
}

/// The language the person is met in.
///
/// # Errors
/// A fault when the database says no.
pub fn language(tx: &mut Tx<'_>, permit: &Permit) -> Result<Language, Error> {
    let row = tx.row("SELECT language FROM person WHERE person_id = $1", args![permit.person()])?;
    Ok(row.ok_or(Error::Missing)?.parsed(0, Language::parse)?)
}

/// Since when the address is protected: the person's own look, and that of whoever may set or lift it.
///
/// # Errors
/// A fault when the database says no.
pub fn protected_since(tx: &mut Tx<'_>, permit: &Permit) -> Result<Option<Timestamp>, Error> {
    let row = tx.row("SELECT protected_at FROM person WHERE person_id = $1", args![permit.person()])?;
    Ok(row.ok_or(Error::Missing)?.time_or_null(0)?)
}

/// Protects the address from now on, or lifts the protection. Who may is a rule of the part `people`.
///
/// # Errors
/// A fault when the row has changed since the permit was given.
pub fn protect(tx: &mut Tx<'_>, permit: &Permit, since: Option<Timestamp>) -> Result<(), Error> {
    let changed = tx.run(
        "UPDATE person SET protected_at = $1, version = version + 1 WHERE person_id = $2 AND version = $3",
        args![since, permit.person(), permit.card().version],
    )?;
    one_row(changed)
}

/// Since when the account is closed.
///
/// # Errors
/// A fault when the database says no.
pub fn closed_since(tx: &mut Tx<'_>, permit: &Permit) -> Result<Option<Timestamp>, Error> {
    let row = tx.row("SELECT closed_at FROM person WHERE person_id = $1", args![permit.person()])?;
    Ok(row.ok_or(Error::Missing)?.time_or_null(0)?)
}

/// Closes the account: from the next request on nobody but the person gets a permit, and every session is over.
///
/// # Errors
/// A fault when the database says no.
pub fn close(tx: &mut Tx<'_>, person: &PersonId, now: Timestamp) -> Result<(), Error> {
    tx.run(
        "UPDATE person SET closed_at = $1, version = version + 1 WHERE person_id = $2 AND closed_at IS NULL",
        args![now, person],
    )?;
    tx.run("UPDATE session SET ended_at = $1 WHERE person_id = $2 AND ended_at IS NULL", args![now, person])?;
    Ok(())
}

/// Opens the account again, as it was.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn reopen(tx: &mut Tx<'_>, own: &Permit) -> Result<(), Error> {
    must_be_own(own)?;
    tx.run("UPDATE person SET closed_at = NULL, version = version + 1 WHERE person_id = $1", args![own.person()])?;
    Ok(())
}

/// Whether the person has ever come in through a door of their own.
///
/// # Errors
/// A fault when the database says no.
pub fn has_come_in(tx: &mut Tx<'_>, person: &PersonId) -> Result<bool, Error> {
    Ok(tx.row("SELECT 1 FROM session WHERE person_id = $1 LIMIT 1", args![person])?.is_some())
}

fn one_row(changed: u64) -> Result<(), Error> {
    if changed == 0 {
        return Err(Error::Fault(Fault::retry("the person's row was changed at the same time")));
    }
    Ok(())
}

/// Turns the very session the person sits in to another record of theirs: it keeps its device, its end and its rules. That
/// the other record is theirs is the rule of the part `people`. False when the session is not theirs to turn.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn turn_session(tx: &mut Tx<'_>, own: &Permit, session: &[u8], to: &PersonId) -> Result<bool, Error> {
    must_be_own(own)?;
    let turned = tx.run(
        "UPDATE session SET person_id = $1
         WHERE session_hash = $2 AND person_id = $3 AND door = 'full' AND ended_at IS NULL",
        args![to, session.to_vec(), own.person()],
    )?;
    Ok(turned > 0)
}
