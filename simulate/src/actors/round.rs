//! A round through one part: so that each part is lived in, however few pages it has and however many the others have.

use super::way::errand_in;
use crate::city::{Client, People, World};

/// The turn of somebody whom a part lets in.
///
/// # Errors
/// What must not be.
pub async fn act(world: &mut World, people: &mut People) -> Result<(), String> {
    let parts: Vec<&'static str> = world.catalogue().iter().filter(|part| !part.routes.is_empty()).map(|part| part.key).collect();
    let Some(part) = world.chance.one_of(&parts).copied() else { return Ok(()) };
    let kind = world.chance.below(10);
    let some = match kind {
        0..=4 => &mut people.persons,
        5..=8 => &mut people.staff,
        _ => &mut people.kin,
    };
    let at = chosen(world, some, part);
    let Some(client) = some.get_mut(at) else { return Ok(()) };
    world.begin(&format!("{} goes about in {part}", client.name));
    errand_in(world, client, Some(part)).await
}

/// Rather one of the first: those have a past with each part.
fn chosen(world: &mut World, some: &[Client], part: &str) -> usize {
    let lets_in = |client: &Client| {
        let routes = world.catalogue().iter().filter(|charter| charter.key == part).flat_map(|charter| charter.routes);
        routes.clone().any(|route| !route.path.contains('{') && route.who.admits(client.role, client.door()))
    };
    let fitting: Vec<usize> = (0..some.len()).filter(|at| lets_in(&some[*at])).collect();
    let within = if world.chance.percent(50) { fitting.len().min(6) } else { fitting.len() };
    fitting.get(world.chance.below(within)).copied().unwrap_or_else(|| world.chance.below(some.len()))
}
