//! A person: writes down what they want, says yes or no, decides who sees what, and looks around.

use super::{along, errand, hand, pick_form, pick_way};
use crate::city::{People, World};
use crate::form::{form_to, forms, links};

/// Their turn.
///
/// # Errors
/// What must not be.
pub async fn act(world: &mut World, people: &mut People) -> Result<(), String> {
    let at = world.chance.below(people.persons.len());
    let Some(client) = people.persons.get_mut(at) else { return Ok(()) };
    let what = world.chance.below(100);
    if what < 25 && world.has("plan") {
        world.begin(&format!("{} writes down a wish", client.name));
        let page = world.get(client, "/planen/ny").await?;
        let Some(form) = form_to(&page, "/planen/ny") else { return Ok(()) };
        let (form, typed) = hand::fill(world, form);
        hand::send(world, client, form, typed).await?;
        return Ok(());
    }
    if what < 45 && world.has("plan") {
        world.begin(&format!("{} answers what is proposed", client.name));
        let page = world.get(client, "/planen").await?;
        let answers: Vec<_> = forms(&page, &client.at).into_iter().filter(|form| form.action.ends_with("/svar")).collect();
        if let Some(form) = pick_form(world, &answers) {
            let (form, typed) = hand::fill(world, form);
            hand::send(world, client, form, typed).await?;
        }
        return Ok(());
    }
    if what < 58 && world.has("plan") {
        world.begin(&format!("{} looks at a line of the plan", client.name));
        return along(world, client, "/planen", &["/planen/linje/"]).await;
    }
    if what < 80 && world.has("consents") {
        world.begin(&format!("{} decides who sees what", client.name));
        let start = world.chance.one_of(&["/deling", "/deling/ny", "/deling/ny", "/deling/sperr"]).copied();
        let mut page = world.get(client, start.unwrap_or("/deling")).await?;
        for _ in 0..5 {
            let found = forms(&page, &client.at);
            if let Some(form) = pick_form(world, &found) {
                let (form, typed) = hand::fill(world, form);
                page = hand::send(world, client, form, typed).await?;
                continue;
            }
            let ways: Vec<String> = links(&page).into_iter().filter(|way| way.starts_with("/deling")).collect();
            let Some(way) = pick_way(world, &ways) else { break };
            page = world.get(client, &way).await?;
        }
        return Ok(());
    }
    world.begin(&format!("{} goes about", client.name));
    errand(world, client).await
}
