//! About whom an address is, whichever part it belongs to: the id in it leads to a row, and the row to a person.

use kernel::area::Area;
use kernel::id::{ID_LEN, PersonId};
use platform::args;
use platform::db::{Row, Shape, Value, Which};

use crate::city::{Client, World};

/// Whom an address is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whom {
    /// The person.
    pub person: Option<PersonId>,
    /// In which area of their life, when the row behind the address stands in one.
    pub area: Option<Area>,
}

/// The person in the address, the one behind a row that is named in it, or whoever is signed in.
///
/// # Errors
/// What the database says.
pub fn of(world: &World, client: &Client, path: &str) -> Result<Whom, String> {
    let mut found = Whom::default();
    for id in path.split('/').filter(|piece| piece.len() == ID_LEN) {
        if is_person(world, id)? {
            found.person = found.person.or(PersonId::parse(id));
            continue;
        }
        let behind = behind(world, id)?;
        found = Whom { person: found.person.or(behind.person), area: found.area.or(behind.area) };
    }
    let area = found.area.or_else(|| path.split('/').find_map(Area::parse));
    Ok(Whom { person: found.person.or_else(|| client.person.clone()), area })
}

fn is_person(world: &World, id: &str) -> Result<bool, String> {
    Ok(!world.rows("SELECT person_id FROM person WHERE person_id = $1", args![id])?.is_empty())
}

/// The one person whose row has this id. Rows of several, or of nobody who is there, say nothing about whom.
fn behind(world: &World, id: &str) -> Result<Whom, String> {
    let personal: Vec<&str> =
        world.catalogue().iter().flat_map(|part| part.tables).filter(|table| table.personal).map(|table| table.name).collect();
    let mut found = Vec::new();
    for shape in world.shapes.iter().filter(|shape| personal.contains(&shape.table)) {
        for column in shape.key.iter().copied().filter(|column| is_own_name(column)) {
            let which = Which::Is(column, Value::from(id));
            let rows = world.town().app.db().read_here(|tx| Ok(tx.rows_of(shape, &which, None)?));
            let rows = rows.map_err(|error| format!("{}: {error:?}", shape.table))?;
            found.extend(rows.iter().map(|row| (text(shape, row, "person_id").and_then(PersonId::parse), area(shape, row))));
        }
    }
    let Some((Some(person), _)) = found.first().cloned() else { return Ok(Whom::default()) };
    if found.iter().any(|(other, _)| other.as_ref() != Some(&person)) || !is_person(world, person.as_str())? {
        return Ok(Whom::default());
    }
    let area = found.iter().find_map(|(_, area)| *area);
    Ok(Whom { person: Some(person), area })
}

/// A column that names the row itself, and not somebody it has to do with.
fn is_own_name(column: &str) -> bool {
    column.ends_with("_id") && !["person_id", "account_id", "organisation_id"].iter().any(|of_others| column.ends_with(of_others))
}

fn text<'a>(shape: &Shape, row: &'a Row, column: &str) -> Option<&'a str> {
    let at = shape.columns.iter().position(|name| *name == column)?;
    row.text_or_null(at).ok().flatten()
}

fn area(shape: &Shape, row: &Row) -> Option<Area> {
    shape.column("area").and_then(|column| text(shape, row, column)).and_then(Area::parse)
}
