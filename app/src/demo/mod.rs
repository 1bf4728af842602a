//! The demo city: invented people in a town that looks lived in. Every part fills its own share through the door.

mod names;
mod town;

use kernel::id::{AccountId, PersonId};
use kernel::persona::Persona;
use platform::app::App;
use platform::args;
use platform::db::Tx;
use platform::error::Error;

/// What a persona is in the database.
pub enum Who {
    /// A person.
    Person(PersonId),
    /// An account.
    Account(AccountId),
}

/// Names of the two personas who are persons, as the city knows them.
#[must_use]
pub fn own_name(persona: &str) -> &'static str {
    match persona {
        "person" => "Jon",
        "person-new" => "Maria",
        _ => "Hanne",
    }
}

/// Fills an empty database. The same seed gives the same city.
///
/// # Errors
/// A fault when the database says no.
pub fn fill(app: &App, persons: usize) -> Result<(), Error> {
    let city = town::build(app, persons)?;
    for part in app.catalogue() {
        if let Some(demo) = part.demo {
            demo(app, &city).inspect_err(|_| tracing::error!(part = part.key, "this part's share of the city failed"))?;
        }
    }
    app.set_here("demo-city", "filled".into())
}

/// Whether the database holds a demo city, or nothing at all.
///
/// # Errors
/// A fault when the database cannot be read.
pub fn state(app: &App) -> Result<State, Error> {
    if app.setting_here("demo-city")?.is_some() {
        return Ok(State::Filled);
    }
    let anyone = app.db().read_here(|tx| Ok(tx.row("SELECT account_id FROM account LIMIT 1", &[])?))?;
    Ok(if anyone.is_some() { State::Foreign } else { State::Empty })
}

/// What a database is to the demo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing in it.
    Empty,
    /// A demo city.
    Filled,
    /// Something that is not a demo.
    Foreign,
}

/// Finds a persona.
///
/// # Errors
/// [`Error::Missing`] when the city has none.
pub fn find(tx: &mut Tx<'_>, persona: &str) -> Result<Who, Error> {
    let row = tx.row("SELECT value FROM setting WHERE name = $1", args![format!("persona-{persona}")])?;
    let id = row.ok_or(Error::Missing)?.text(0)?.to_owned();
    let is_person = matches!(persona, "person" | "person-new");
    let found = if is_person { PersonId::parse(&id).map(Who::Person) } else { AccountId::parse(&id).map(Who::Account) };
    found.ok_or(Error::Missing)
}

/// Each persona who works somewhere: key, name and workplace.
///
/// # Errors
/// A fault when the database says no.
pub fn persona_names(tx: &mut Tx<'_>) -> Result<Vec<(String, String, Option<String>)>, Error> {
    let rows = tx.rows(
        "SELECT s.name, a.name, o.name FROM setting s
         JOIN account a ON a.account_id = s.value
         JOIN organisation o ON o.organisation_id = a.organisation_id
         ORDER BY s.name",
        &[],
    )?;
    let mut names = Vec::new();
    for row in &rows {
        let key = row.text(0)?.trim_start_matches("persona-").to_owned();
        names.push((key, row.text(1)?.to_owned(), row.text_or_null(2)?.map(str::to_owned)));
    }
    Ok(names)
}

/// The city of a database that was filled before, read back: for commands that name a persona.
///
/// # Errors
/// A fault when the database says no.
pub fn persona_id(app: &App, key: &str) -> Result<Option<String>, Error> {
    let Some(persona) = Persona::parse(key) else { return Ok(None) };
    let found = app.db().read_here(move |tx| match find(tx, persona.key) {
        Ok(Who::Person(person)) => Ok(Some(person.as_str().to_owned())),
        Ok(Who::Account(account)) => Ok(Some(account.as_str().to_owned())),
        Err(Error::Missing) => Ok(None),
        Err(error) => Err(error),
    })?;
    Ok(found)
}
