//! What one has begun another goes on with: whoever a part lets in comes to the person about whom something was just changed,
//! so that questions are answered, hand-overs received and meetings held, whichever parts there are.

use platform::web::Method;

use super::way::{errand_in, served_by};
use crate::city::{Client, People, World};

/// The turn of somebody to whom a recent change may matter: the person, or an employee who knows them.
///
/// # Errors
/// What must not be.
pub async fn act(world: &mut World, people: &mut People) -> Result<(), String> {
    let recent: Vec<_> = world.recent.iter().cloned().collect();
    let Some((part, person)) = world.chance.one_of(&recent).cloned() else { return Ok(()) };
    let acts = |world: &World, client: &Client| {
        let routes = world.catalogue().iter().filter(|charter| charter.key == part).flat_map(|charter| charter.routes);
        let mut routes = routes.filter(|route| route.method == Method::Post);
        routes.any(|route| route.who.admits(client.role, client.door()))
    };
    let own = people.persons.iter().position(|client| client.person.as_ref() == Some(&person) && acts(world, client));
    if let Some(at) = own.filter(|_| world.chance.percent(35))
        && let Some(client) = people.persons.get_mut(at)
    {
        world.begin(&format!("{} goes on in {part}", client.name));
        return errand_in(world, client, Some(part), None).await;
    }
    let mut knowing = Vec::new();
    let mut others = Vec::new();
    for (at, client) in people.staff.iter().enumerate().filter(|(_, client)| acts(world, client)) {
        let knows = served_by(world, client)?.iter().any(|id| id == person.as_str());
        if knows { knowing.push(at) } else { others.push(at) }
    }
    let from = if knowing.is_empty() || world.chance.percent(30) { &others } else { &knowing };
    let Some(client) = world.chance.one_of(from).copied().and_then(|at| people.staff.get_mut(at)) else { return Ok(()) };
    world.begin(&format!("{} goes on in {part}", client.name));
    errand_in(world, client, Some(part), Some(&person)).await
}
