//! Somebody takes along what is theirs, closes the account, opens it again, or is erased.

use kernel::id::PersonId;
use platform::args;
use platform::leaving::erase;

use super::way::served_by;
use crate::city::{Client, People, World};
use crate::form::{form_to, forms};
use crate::invariants::gone;
use crate::trouble::Fails;

/// Of so many persons at least there are always some left.
const LEFT: usize = 4;

/// Their turn.
///
/// # Errors
/// What must not be.
pub async fn act(world: &mut World, people: &mut People) -> Result<(), String> {
    let at = world.chance.below(people.persons.len());
    let Some(mut client) = people.persons.get(at).cloned() else { return Ok(()) };
    match world.chance.below(100) {
        0..=39 => {
            world.begin(&format!("{} takes along what is theirs", client.name));
            take_along(world, &mut client).await
        }
        40..=74 => {
            world.begin(&format!("{} closes the account", client.name));
            let open = closes(world, people, &mut client).await?;
            if open {
                people.persons[at] = client;
            } else if people.persons.len() > LEFT {
                people.persons.remove(at);
            }
            Ok(())
        }
        _ if people.persons.len() > LEFT && client.card.is_none() => {
            world.begin(&format!("{} is erased", client.name));
            let Some(person) = client.person.clone() else { return Ok(()) };
            if has_time_left(world, &person)? {
                return Ok(());
            }
            is_erased(world, &person)?;
            people.persons.remove(at);
            // Whoever has a session of theirs is refused.
            world.fetch(&mut client, "/hjem").await.map(|_| ())
        }
        _ => Ok(()),
    }
}

/// Each file there is.
async fn take_along(world: &mut World, client: &mut Client) -> Result<(), String> {
    let page = world.get(client, "/ta-med").await?;
    for form in forms(&page, "/ta-med").into_iter().filter(|form| form.action == "/ta-med") {
        for (name, value) in form.buttons.clone() {
            let mut asked = form.clone();
            asked.set(&name, &*value);
            let file = world.send(client, &asked).await?;
            if file.status != 200 {
                return Err(format!("what is theirs cannot be taken along ({value}): {}", file.status));
            }
        }
    }
    Ok(())
}

/// Closed: signed out here and everywhere, and gone for everyone who served them. Then perhaps open again, as it was.
async fn closes(world: &mut World, people: &mut People, client: &mut Client) -> Result<bool, String> {
    let mut other = client.clone();
    world.sign_in(&mut other);
    let page = world.get(client, "/meg/avslutt").await?;
    let Some(form) = form_to(&page, "/meg/avslutt") else { return Ok(true) };
    if world.send(client, &form).await?.status != 303 {
        return Ok(true);
    }
    for mut old in [client.clone(), other] {
        world.fetch(&mut old, "/hjem").await?;
    }
    let Some(person) = client.person.clone() else { return Ok(true) };
    for staff in &mut people.staff {
        if served_by(world, staff)?.iter().any(|id| id == person.as_str()) {
            let path = format!("/folk/{person}");
            let page = world.get(staff, &path).await?;
            // Whoever's screen is locked is led to its lock, which shows nobody.
            if page.status < 400 && staff.at == path {
                return Err(format!("{} may see somebody who has closed the account", staff.name));
            }
        }
    }
    if world.chance.percent(40) {
        return Ok(false);
    }
    world.sign_in(client);
    let page = world.get(client, "/meg/avslutt").await?;
    let Some(form) = form_to(&page, "/meg/apne") else { return Err("a closed account cannot be opened again".into()) };
    Ok(world.send(client, &form).await?.status == 303)
}

/// Whoever has closed the account on their own way has thirty days, and nobody erases them before.
fn has_time_left(world: &World, person: &PersonId) -> Result<bool, String> {
    let sql = "SELECT due_at FROM erasure WHERE person_id = $1 AND due_at > $2";
    Ok(!world.rows(sql, args![person, world.now()])?.is_empty())
}

/// Sometimes it stops in the middle, the process dies, and it is begun again.
fn is_erased(world: &mut World, person: &PersonId) -> Result<(), String> {
    let Some(part) = world.catalogue().iter().find(|part| part.key == "leaving").copied() else { return Ok(()) };
    let key = world.town().app.keys().find(person).map_err(|error| format!("{error:?}"))?;
    let subject = key.ok_or("somebody who lives here has no key")?.subject();
    if world.may_die(50) {
        world.arm(Some(Fails::InTheMiddle))?;
        let failed = erase(&world.town().app, &world.town().app.machine(), part, person);
        world.arm(None)?;
        if failed.is_ok() {
            return Err("an erasure was finished while nothing can be kept".into());
        }
        world.dies()?;
    }
    let town = world.town();
    let erased = erase(&town.app, &town.app.machine(), part, person);
    let erased = erased.map_err(|error| format!("somebody cannot be erased: {error:?}"))?;
    gone::only_kept_rows(world, person, &subject, &erased)?;
    let there = world.rows("SELECT person_id FROM person WHERE person_id = $1 AND erased_at IS NULL", args![person])?;
    if there.is_empty() { Ok(()) } else { Err("somebody was erased and is still there".into()) }
}
