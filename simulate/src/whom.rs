//! About whom an address is, whichever part it belongs to: the id in it leads to a row, and the row to a person.

use kernel::area::Area;
use kernel::id::{ID_LEN, PersonId};
use platform::args;
use platform::db::Row;

use crate::city::{Client, World};
use crate::invariants::tables::kept;

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
    let mut asked = Vec::new();
    for shape in world.shapes.iter().filter(|shape| personal.contains(&shape.table)) {
        let area = shape.column("area").unwrap_or("CAST(NULL AS TEXT)");
        let names = shape.key.iter().filter(|column| is_own_name(column));
        asked.extend(names.map(|name| format!("SELECT person_id, {area} FROM {} WHERE {name} = $1", shape.table)));
    }
    let found = world.rows(kept(asked.join(" UNION ALL ")), args![id])?;
    let person = |row: &Row| row.text_or_null(0).ok().flatten().and_then(PersonId::parse);
    let Some(one) = found.first().and_then(person) else { return Ok(Whom::default()) };
    if found.iter().any(|row| person(row).as_ref() != Some(&one)) || !is_person(world, one.as_str())? {
        return Ok(Whom::default());
    }
    let area = found.iter().find_map(|row| row.text_or_null(1).ok().flatten().and_then(Area::parse));
    Ok(Whom { person: Some(one), area })
}

/// A column that names the row itself, and not somebody it has to do with.
fn is_own_name(column: &str) -> bool {
    column.ends_with("_id") && !["person_id", "account_id", "organisation_id"].iter().any(|of_others| column.ends_with(of_others))
}
