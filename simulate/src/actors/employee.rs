//! An employee: answers those who ask, proposes something to those they serve, sets a place right, and looks around.

use super::{errand, hand, pick_form, way::served_by};
use crate::city::{Client, People, World};
use crate::form::{forms, links};

/// Their turn.
///
/// # Errors
/// What must not be.
pub async fn act(world: &mut World, people: &mut People) -> Result<(), String> {
    let at = world.chance.below(people.staff.len());
    let Some(client) = people.staff.get_mut(at) else { return Ok(()) };
    match world.chance.below(100) {
        0..=39 if world.has("help_requests") => {
            world.begin(&format!("{} sees to the inbox", client.name));
            inbox(world, client).await
        }
        40..=69 if world.has("plan") => {
            world.begin(&format!("{} proposes something", client.name));
            propose(world, client).await
        }
        _ => {
            world.begin(&format!("{} goes about", client.name));
            errand(world, client).await
        }
    }
}

/// Takes, answers, gives on, closes: whatever the page of one request offers.
async fn inbox(world: &mut World, client: &mut Client) -> Result<(), String> {
    let page = if world.chance.percent(80) { "/innboks" } else { "/innboks?vis=svart" };
    let list = world.get(client, page).await?;
    let requests: Vec<String> = links(&list).into_iter().filter(|way| is_request(way)).collect();
    let Some(request) = world.chance.one_of(&requests).cloned() else { return Ok(()) };
    let mut page = world.get(client, &request).await?;
    for _ in 0..=world.chance.below(3) {
        let acts = forms(&page, &client.at);
        let Some(form) = pick_form(world, &acts) else { return Ok(()) };
        let (form, typed) = hand::fill(world, form);
        page = hand::send(world, client, form, typed).await?;
    }
    Ok(())
}

/// Whether an address is one request in the inbox.
pub fn is_request(way: &str) -> bool {
    way.strip_prefix("/innboks/").is_some_and(|id| id.len() == kernel::id::ID_LEN)
}

async fn propose(world: &mut World, client: &mut Client) -> Result<(), String> {
    let known = served_by(world, client)?;
    let Some(person) = world.chance.one_of(&known).cloned() else { return Ok(()) };
    let page = world.get(client, &format!("/folk/{person}/plan/ny")).await?;
    let Some(form) = forms(&page, &client.at).into_iter().find(|form| form.action.ends_with("/plan/ny")) else { return Ok(()) };
    let (form, typed) = hand::fill(world, form);
    hand::send(world, client, form, typed).await?;
    Ok(())
}
