//! What the person has told about themselves, and the keyed hashes by which they are found again.

use kernel::id::RowId;
use kernel::time::Timestamp;
use platform::access::people::{self, CardChange};
use platform::access::{Desk, Permit, lookups};
use platform::args;
use platform::db::Tx;
use platform::error::Error;
use platform::keys::Cell;

use crate::people::card::{About, Letters, Living};
use crate::people::names::{first, folded};

/// First name and year of birth together.
pub const FIRST_NAME_AND_YEAR: &str = "people-first-year";
/// What somebody is called: the whole name and each nickname.
pub const CALLED: &str = "people-called";
/// Phone as stored. It finds, and never opens.
pub const PHONE: &str = "people-phone";

/// What somebody may read about where a person lives and can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Nicknames.
    pub aliases: Vec<String>,
    /// How they want to be spoken of.
    pub about: Option<String>,
    /// Where they live.
    pub living: Living,
    /// Where they can be found.
    pub place: Option<String>,
    /// How they want letters.
    pub letters: Letters,
}

/// What the person has told. The permit opens it; who sees which of it is the page's to ask the permit.
///
/// # Errors
/// A fault when the database says no.
pub fn load(tx: &mut Tx<'_>, permit: &Permit) -> Result<Told, Error> {
    let id = permit.person().as_str().to_owned();
    let row = tx.row("SELECT about, place, living, letters FROM people_card WHERE person_id = $1", args![permit.person()])?;
    let mut told =
        Told { aliases: aliases(tx, permit)?, about: None, living: Living::Unsaid, place: None, letters: Letters::Unsaid };
    let Some(row) = row else { return Ok(told) };
    let open = |at: usize, column| permit.open_or_null(Cell::new("people_card", &id, column), row.blob_or_null(at)?);
    told.about = open(0, "about")?;
    told.place = open(1, "place")?;
    told.living = open(2, "living")?.as_deref().and_then(Living::parse).unwrap_or(Living::Unsaid);
    told.letters = open(3, "letters")?.as_deref().and_then(Letters::parse).unwrap_or(Letters::Unsaid);
    Ok(told)
}

fn aliases(tx: &mut Tx<'_>, permit: &Permit) -> Result<Vec<String>, Error> {
    let rows = tx.rows(
        "SELECT alias_id, name FROM people_alias WHERE person_id = $1 ORDER BY alias_id LIMIT 20",
        args![permit.person()],
    )?;
    let open = |row: &platform::db::Row| permit.open(Cell::new("people_alias", row.text(0)?, "name"), row.blob(1)?);
    rows.iter().map(open).collect()
}

/// All of it, as it stands on the person's own page.
///
/// # Errors
/// A fault when the database says no.
pub fn load_own(tx: &mut Tx<'_>, own: &Permit) -> Result<About, Error> {
    let (told, card) = (load(tx, own)?, own.card());
    Ok(About {
        name: card.name.clone(),
        aliases: told.aliases,
        about: told.about,
        phone: card.phone.clone(),
        birth_year: card.birth_year,
        language: people::language(tx, own)?,
        living: told.living,
        place: told.place,
        letters: told.letters,
    })
}

/// Saves all of it, and what the person is found by follows.
///
/// # Errors
/// A denial for anyone but the person, or a fault.
pub fn save(tx: &mut Tx<'_>, desk: &Desk<'_>, own: &Permit, about: &About) -> Result<(), Error> {
    let card = CardChange {
        name: about.name.clone(),
        phone: about.phone.clone(),
        birth_year: about.birth_year,
        language: about.language,
    };
    card.save(tx, own)?;
    save_told(tx, own, about, desk.now())?;
    tx.run("DELETE FROM people_alias WHERE person_id = $1", args![own.person()])?;
    for (n, alias) in about.aliases.iter().enumerate() {
        // The place in the list begins the id, so that they come back in the order in which they were written.
        let id = RowId::from_bits((u128::try_from(n).unwrap_or(0) << 120) | (desk.bits() >> 8));
        let sealed = own.seal(Cell::new("people_alias", id.as_str(), "name"), alias)?;
        tx.run("INSERT INTO people_alias (person_id, alias_id, name) VALUES ($1, $2, $3)", args![own.person(), &id, sealed])?;
    }
    for kind in [FIRST_NAME_AND_YEAR, CALLED, PHONE] {
        lookups::forget(tx, own, kind)?;
    }
    let found_by = FoundBy {
        name: about.name.as_deref(),
        aliases: &about.aliases,
        birth_year: about.birth_year,
        phone: about.phone.as_deref(),
    };
    found_by.keep(tx, desk, own)
}

fn save_told(tx: &mut Tx<'_>, own: &Permit, about: &About, now: Timestamp) -> Result<(), Error> {
    let id = own.person().as_str();
    let seal = |column, text: Option<&str>| text.map(|text| own.seal(Cell::new("people_card", id, column), text)).transpose();
    tx.run(
        "INSERT INTO people_card (person_id, about, place, living, letters, changed_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (person_id) DO UPDATE SET about = excluded.about, place = excluded.place, living = excluded.living,
           letters = excluded.letters, changed_at = excluded.changed_at",
        args![
            own.person(),
            seal("about", about.about.as_deref())?,
            seal("place", about.place.as_deref())?,
            seal("living", Some(about.living.key()))?,
            seal("letters", Some(about.letters.key()))?,
            now,
        ],
    )?;
    Ok(())
}

/// What somebody is found by.
#[derive(Clone, Copy, Debug, Default)]
pub struct FoundBy<'a> {
    /// What they want to be called.
    pub name: Option<&'a str>,
    /// Nicknames.
    pub aliases: &'a [String],
    /// Year of birth.
    pub birth_year: Option<i64>,
    /// Phone as stored.
    pub phone: Option<&'a str>,
}

impl FoundBy<'_> {
    /// Each kind with what is hashed under it.
    #[must_use]
    pub fn values(&self) -> Vec<(&'static str, String)> {
        let mut values = Vec::new();
        if let (Some(name), Some(year)) = (self.name, self.birth_year) {
            values.push((FIRST_NAME_AND_YEAR, format!("{} {year}", first(name))));
        }
        let aliases = self.aliases.iter().map(String::as_str);
        values.extend(self.name.into_iter().chain(aliases).map(|name| (CALLED, folded(name))));
        values.extend(self.phone.map(|phone| (PHONE, phone.to_owned())));
        values
    }

    /// Keeps the keyed hashes; the words themselves are nowhere among them.
    ///
    /// # Errors
    /// A fault when the database says no.
    pub fn keep(&self, tx: &mut Tx<'_>, desk: &Desk<'_>, permit: &Permit) -> Result<(), Error> {
        for (kind, value) in self.values() {
            lookups::keep(tx, permit.person(), kind, &desk.app().keys().lookup(kind, &value))?;
        }
        Ok(())
    }

    /// Permits for those whom this fits and whom the asker may see already. Nobody else is looked at.
    ///
    /// # Errors
    /// A fault when the database says no.
    pub fn met(&self, tx: &mut Tx<'_>, desk: &Desk<'_>) -> Result<Vec<Permit>, Error> {
        let (mut by_name, mut by_phone) = (Vec::new(), Vec::new());
        for (kind, value) in self.values() {
            let found = lookups::find_met(tx, desk, kind, &desk.app().keys().lookup(kind, &value))?;
            if kind == PHONE { by_phone.extend(found) } else { by_name.extend(found) }
        }
        let mut persons: Vec<_> = by_name.iter().chain(&by_phone).cloned().collect();
        persons.sort();
        persons.dedup();
        let mut permits = desk.people(tx, &persons)?;
        permits.retain(|permit| {
            // A protected phone is not even confirmed: whoever may not know it finds nobody by it.
            let by_phone = permit.knows_whereabouts() && by_phone.contains(permit.person());
            // Somebody who is known to be born in another year is somebody else, unless the phone is the same.
            let born = permit.card().birth_year;
            let other_year = born.is_some() && self.birth_year.is_some() && born != self.birth_year;
            permit.knows_card() && (by_phone || (by_name.contains(permit.person()) && !other_year))
        });
        Ok(permits)
    }
}
