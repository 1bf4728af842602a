//! Finding one's way: any page that is there for them, links, and forms met on the way.

use kernel::role::Role;
use platform::web::Method;
use testkit::Page;

use super::hand;
use crate::city::{Client, World};
use crate::form::{forms, links};

/// Starts at a page of the catalogue that lets them in and goes on from there, reading and sending.
///
/// # Errors
/// What must not be.
pub async fn errand(world: &mut World, client: &mut Client) -> Result<(), String> {
    let Some(start) = start(world, client)? else { return Ok(()) };
    let mut page = world.get(client, &start).await?;
    for _ in 0..=world.chance.below(4) {
        page = match next(world, client, &page).await? {
            Some(page) => page,
            None => break,
        };
    }
    Ok(())
}

async fn next(world: &mut World, client: &mut Client, page: &Page) -> Result<Option<Page>, String> {
    let (found, ways) = (forms(page), links(page));
    if world.chance.percent(6)
        && let Some(old) = client.old.take()
    {
        // A page that has stood open in another tab.
        return hand::send(world, client, old, Vec::new()).await.map(Some);
    }
    if !found.is_empty() && world.chance.percent(55) {
        let Some(form) = world.chance.one_of(&found).cloned() else { return Ok(None) };
        if world.chance.percent(20) {
            client.old = Some(form.clone());
        }
        let (form, typed) = hand::fill(world, form);
        return hand::send(world, client, form, typed).await.map(Some);
    }
    match world.chance.one_of(&ways).cloned() {
        Some(way) => world.get(client, &way).await.map(Some),
        None => Ok(None),
    }
}

/// An address that lets them in, with a person in it where one belongs.
fn start(world: &mut World, client: &Client) -> Result<Option<String>, String> {
    let all = world.catalogue().iter().flat_map(|part| part.routes.iter());
    let open: Vec<&'static str> = all
        .filter(|route| route.method == Method::Get && route.who.admits(client.role, client.door()))
        .map(|route| route.path)
        .filter(|path| !path.replace("{person}", "").contains('{'))
        .collect();
    let Some(pattern) = world.chance.one_of(&open).copied() else { return Ok(None) };
    if !pattern.contains("{person}") {
        return Ok(Some(pattern.to_owned()));
    }
    let persons = world.rows("SELECT person_id FROM person ORDER BY person_id", &[])?;
    let served = served_by(world, client)?;
    let known = if served.is_empty() || world.chance.percent(25) {
        persons.iter().filter_map(|row| row.text(0).ok().map(str::to_owned)).collect()
    } else {
        served
    };
    Ok(world.chance.one_of(&known).map(|person| pattern.replace("{person}", person)))
}

/// The persons an employee's organisation serves.
///
/// # Errors
/// What the database says.
pub fn served_by(world: &World, client: &Client) -> Result<Vec<String>, String> {
    let Some(organisation) = client.organisation.as_ref().filter(|_| client.role != Role::Visitor) else {
        return Ok(Vec::new());
    };
    let rows = world.rows(
        "SELECT DISTINCT person_id FROM access_relation WHERE organisation_id = $1 AND ended_at IS NULL ORDER BY person_id",
        platform::args![organisation],
    )?;
    Ok(rows.iter().filter_map(|row| row.text(0).ok().map(str::to_owned)).collect())
}
