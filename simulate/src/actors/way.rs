//! Finding one's way: any page that is there for them, links, and forms met on the way.

use kernel::id::PersonId;
use kernel::role::Role;
use platform::web::Method;
use testkit::Page;

use super::hand;
use crate::city::{Client, World};
use crate::form::{Form, forms, links};

/// Starts at a page of the catalogue that lets them in and goes on from there, reading and sending.
///
/// # Errors
/// What must not be.
pub async fn errand(world: &mut World, client: &mut Client) -> Result<(), String> {
    errand_in(world, client, None, None).await
}

/// As [`errand`], beginning at a page of this part, and rather at one about this person.
///
/// # Errors
/// What must not be.
pub async fn errand_in(
    world: &mut World,
    client: &mut Client,
    part: Option<&str>,
    about: Option<&PersonId>,
) -> Result<(), String> {
    let Some(start) = start(world, client, part, about)? else { return Ok(()) };
    let mut page = world.get(client, &start).await?;
    for _ in 0..3 + world.chance.below(8) {
        page = match next(world, client, &page).await? {
            Some(page) => page,
            None => break,
        };
    }
    Ok(())
}

async fn next(world: &mut World, client: &mut Client, page: &Page) -> Result<Option<Page>, String> {
    let (found, ways) = (forms(page, &client.at), links(page));
    if world.chance.percent(6)
        && let Some(old) = client.old.take()
    {
        // A page that has stood open in another tab.
        return hand::send(world, client, old, Vec::new()).await.map(Some);
    }
    let often = if found.iter().any(|form| is_new(world, form)) { 85 } else { 45 };
    if !found.is_empty() && world.chance.percent(often) {
        let Some(form) = pick_form(world, &found) else { return Ok(None) };
        if world.chance.percent(20) {
            client.old = Some(form.clone());
        }
        let (form, typed) = hand::fill(world, form);
        return hand::send(world, client, form, typed).await.map(Some);
    }
    match pick_way(world, &ways) {
        Some(way) => world.get(client, &way).await.map(Some),
        None => Ok(None),
    }
}

/// Goes from a page along links with these words in them, as far as they lead, and sends one of the forms there.
///
/// # Errors
/// What must not be.
pub async fn along(world: &mut World, client: &mut Client, start: &str, words: &[&str]) -> Result<(), String> {
    let mut page = world.get(client, start).await?;
    for word in words {
        let ways: Vec<String> = links(&page).into_iter().filter(|way| way.contains(word)).collect();
        let Some(way) = pick_way(world, &ways) else { return Ok(()) };
        page = world.get(client, &way).await?;
    }
    let found = forms(&page, &client.at);
    let Some(form) = pick_form(world, &found) else { return Ok(()) };
    let (form, typed) = hand::fill(world, form);
    hand::send(world, client, form, typed).await.map(|_| ())
}

fn is_new(world: &World, form: &Form) -> bool {
    world.route("POST", &form.action).is_some_and(|(_, route)| !world.made.contains_key(route.path))
}

/// One of the forms, and rather one that nobody has come to send yet.
pub fn pick_form(world: &mut World, found: &[Form]) -> Option<Form> {
    let new: Vec<Form> = found.iter().filter(|form| is_new(world, form)).cloned().collect();
    rather(world, &new, found)
}

/// One of the links, and rather one to a page that nobody has seen yet.
pub fn pick_way(world: &mut World, ways: &[String]) -> Option<String> {
    let is_new = |way: &&String| world.route("GET", way).is_some_and(|(_, route)| !world.seen.contains(route.path));
    let new: Vec<String> = ways.iter().filter(is_new).cloned().collect();
    rather(world, &new, ways)
}

fn rather<T: Clone>(world: &mut World, new: &[T], all: &[T]) -> Option<T> {
    let from = if !new.is_empty() && world.chance.percent(80) { new } else { all };
    world.chance.one_of(from).cloned()
}

/// An address that lets them in, with a person in it where one belongs.
fn start(world: &mut World, client: &Client, part: Option<&str>, about: Option<&PersonId>) -> Result<Option<String>, String> {
    let parts = world.catalogue().iter().filter(|charter| part.is_none_or(|part| charter.key == part));
    let all = parts.flat_map(|part| part.routes.iter());
    let open: Vec<&'static str> = all
        .filter(|route| route.method == Method::Get && route.who.admits(client.role, client.door()))
        .map(|route| route.path)
        .filter(|path| !path.replace("{person}", "").contains('{'))
        .collect();
    let theirs: Vec<&'static str> = open.iter().copied().filter(|path| about.is_some() && path.contains("{person}")).collect();
    let new: Vec<&'static str> = open.iter().copied().filter(|path| !world.seen.contains(path)).collect();
    let Some(pattern) = rather(world, if theirs.is_empty() { &new } else { &theirs }, &open) else { return Ok(None) };
    if !pattern.contains("{person}") {
        return Ok(Some(pattern.to_owned()));
    }
    if let Some(person) = about {
        return Ok(Some(pattern.replace("{person}", person.as_str())));
    }
    let served = served_by(world, client)?;
    let known = if served.is_empty() || world.chance.percent(25) { everyone(world)? } else { served };
    Ok(world.chance.one_of(&known).map(|person| pattern.replace("{person}", person)))
}

/// Every person, those who were there first at the front: an id comes out of chance, and who of two at once got which is
/// nobody's choice.
///
/// # Errors
/// What the database says.
pub fn everyone(world: &World) -> Result<Vec<String>, String> {
    let rows = world.rows("SELECT person_id FROM person ORDER BY made_at, person_id", &[])?;
    Ok(rows.iter().filter_map(|row| row.text(0).ok().map(str::to_owned)).collect())
}

/// The persons an employee's organisation serves, those it has served longest at the front.
///
/// # Errors
/// What the database says.
pub fn served_by(world: &World, client: &Client) -> Result<Vec<String>, String> {
    let Some(organisation) = client.organisation.as_ref().filter(|_| client.role != Role::Visitor) else {
        return Ok(Vec::new());
    };
    let rows = world.rows(
        "SELECT person_id, min(from_at) AS since FROM access_relation WHERE organisation_id = $1 AND ended_at IS NULL
         GROUP BY person_id ORDER BY since, person_id",
        platform::args![organisation],
    )?;
    Ok(rows.iter().filter_map(|row| row.text(0).ok().map(str::to_owned)).collect())
}
