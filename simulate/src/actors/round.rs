//! A round through one part: so that each part is lived in, however few pages it has and however many the others have.

use platform::web::{Method, Route};

use super::way::errand_in;
use crate::city::{People, World};

/// Persons among whom a round is taken.
const FEW: usize = 12;

/// The turn of somebody whom a part lets in.
///
/// # Errors
/// What must not be.
pub async fn act(world: &mut World, people: &mut People) -> Result<(), String> {
    let Some((part, route)) = wanted(world) else { return Ok(()) };
    let parts = [&people.persons, &people.staff, &people.kin];
    let fitting: Vec<(usize, usize)> = parts
        .iter()
        .enumerate()
        .flat_map(|(kind, some)| some.iter().enumerate().map(move |(at, client)| (kind, at, client)))
        .filter(|(_, _, client)| route.who.admits(client.role, client.door()))
        // Those who stand first have a past with each part, and what is written to one of a few is answered some day.
        .filter(|(kind, at, _)| *kind != 0 || *at < FEW)
        .map(|(kind, at, _)| (kind, at))
        .collect();
    let Some((kind, at)) = world.chance.one_of(&fitting).copied() else { return Ok(()) };
    let some = match kind {
        0 => &mut people.persons,
        1 => &mut people.staff,
        _ => &mut people.kin,
    };
    let Some(client) = some.get_mut(at) else { return Ok(()) };
    world.begin(&format!("{} goes about in {part}", client.name));
    errand_in(world, client, Some(part), None).await
}

/// A change, and rather one that nobody has come to make yet, with its part.
fn wanted(world: &mut World) -> Option<(&'static str, &'static Route)> {
    let all: Vec<(&'static str, &'static Route)> = world
        .catalogue()
        .iter()
        .flat_map(|part| part.routes.iter().map(|route| (part.key, route)))
        .filter(|(_, route)| route.method == Method::Post)
        .collect();
    let new: Vec<_> = all.iter().copied().filter(|(_, route)| !world.made.contains_key(route.path)).collect();
    let from = if world.chance.percent(80) && !new.is_empty() { &new } else { &all };
    world.chance.one_of(from).copied()
}
