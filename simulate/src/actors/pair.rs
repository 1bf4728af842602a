//! Two at once: the same request is taken by two colleagues, the same page is changed from two tabs.

use super::employee::is_request;
use super::{errand, hand};
use crate::city::{Client, People, World};
use crate::form::{form_to, forms, links};

/// Two of them.
///
/// # Errors
/// What must not be.
pub async fn act(world: &mut World, people: &mut People) -> Result<(), String> {
    if world.has("help_requests") && world.chance.percent(60) {
        return colleagues(world, people).await;
    }
    two_tabs(world, people).await
}

/// Two colleagues press «Jeg tar den» at the same moment: one has it, and the other is told.
async fn colleagues(world: &mut World, people: &mut People) -> Result<(), String> {
    let pairs: Vec<(usize, usize)> = (0..people.staff.len())
        .flat_map(|one| (one + 1..people.staff.len()).map(move |two| (one, two)))
        .filter(|(one, two)| {
            let (one, two) = (&people.staff[*one], &people.staff[*two]);
            one.organisation.is_some() && one.organisation == two.organisation && one.role == two.role
        })
        .collect();
    let Some((one, two)) = world.chance.one_of(&pairs).copied() else { return Ok(()) };
    let (mut one, mut two) = (people.staff[one].clone(), people.staff[two].clone());
    world.begin(&format!("{} and {} reach for the same request", one.name, two.name));
    let list = world.get(&mut one, "/innboks").await?;
    let requests: Vec<String> = links(&list).into_iter().filter(|way| is_request(way)).collect();
    let Some(request) = world.chance.one_of(&requests).cloned() else { return Ok(()) };
    let (first, second) = (world.get(&mut one, &request).await?, world.get(&mut two, &request).await?);
    let (Some(mine), Some(theirs)) = (form_to(&first, "/ta"), form_to(&second, "/ta")) else { return Ok(()) };
    world.tick();
    let token = |form: &crate::form::Form| form.value("token").unwrap_or_default().to_owned();
    let (mine_token, their_token) = (token(&mine), token(&theirs));
    let (mut left, mut right) = (world.browser(&one), world.browser(&two));
    let (mine_sent, theirs_sent) = ([("token", mine_token.as_str())], [("token", their_token.as_str())]);
    let (a, b) = tokio::join!(left.post_only(&mine.action, &mine_sent), right.post_only(&theirs.action, &theirs_sent));
    let mut statuses = [a.status, b.status];
    statuses.sort_unstable();
    world.log.note(&format!("both took it: {statuses:?}"));
    if statuses != [303, 409] {
        return Err(format!("two took the same request and were answered {statuses:?}"));
    }
    hand_to_the_first(world, &mut one, &request).await
}

/// Who came first is nobody's choice. From here on the first of the two has it, so that the rest of the month is the same.
async fn hand_to_the_first(world: &mut World, one: &mut Client, request: &str) -> Result<(), String> {
    let mut browser = world.browser(one);
    world.tick();
    let page = browser.get(request).await;
    let Some(mut form) = form_to(&page, "/gi-videre") else { return Err("what was taken cannot be given on".into()) };
    let me = one.account.as_ref().map(|account| format!("colleague:{account}")).unwrap_or_default();
    form.set("to", me);
    let fields: Vec<(&str, &str)> = form.sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let given = browser.post_only(&form.action, &fields).await;
    if given.status < 500 { Ok(()) } else { Err(format!("giving on answered {}", given.status)) }
}

/// One person, two tabs: both forms are sent, one after the other, and the second was shown before the first was sent.
async fn two_tabs(world: &mut World, people: &mut People) -> Result<(), String> {
    let at = world.chance.below(people.persons.len());
    let Some(client) = people.persons.get_mut(at) else { return Ok(()) };
    world.begin(&format!("{} has two tabs open", client.name));
    let home = world.get(client, if world.has("plan") { "/planen" } else { "/hjem" }).await?;
    let ways: Vec<String> = links(&home).into_iter().filter(|way| way.len() > kernel::id::ID_LEN).collect();
    let Some(way) = world.chance.one_of(&ways).cloned() else { return errand(world, client).await };
    let (first, second) = (world.get(client, &way).await?, world.get(client, &way).await?);
    let (first, second) = (forms(&first, &client.at), forms(&second, &client.at));
    let at = world.chance.below(first.len());
    for form in [first.get(at), second.get(at)].into_iter().flatten().cloned().collect::<Vec<_>>() {
        let (form, typed) = hand::fill(world, form);
        hand::send(world, client, form, typed).await?;
    }
    Ok(())
}
