//! A relative: sees what a person has shared with them, and nothing else.

use super::errand;
use crate::city::{People, World};

/// Their turn.
///
/// # Errors
/// What must not be.
pub async fn act(world: &mut World, people: &mut People) -> Result<(), String> {
    let at = world.chance.below(people.kin.len());
    let Some(client) = people.kin.get_mut(at) else { return Ok(()) };
    world.begin(&format!("{} goes about", client.name));
    errand(world, client).await
}
