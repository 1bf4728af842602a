//! Employees' doors: somebody is invited and begins, somebody comes in with a colleague's code and their own PIN.

use kernel::id::{AccountId, OrganisationId};
use kernel::role::Role;
use platform::args;
use testkit::Page;

use super::hand::{self, STAFF_PIN, WRONG};
use crate::city::{Client, People, World};
use crate::form::{Form, form_to, forms};

/// Employees at most: those who are invited come on top of the city's own.
const MOST: usize = 48;

/// Their turn.
///
/// # Errors
/// What must not be.
pub async fn act(world: &mut World, people: &mut People) -> Result<(), String> {
    if people.staff.len() < MOST && world.chance.percent(35) {
        world.begin("somebody is invited and begins");
        return begins(world, people).await;
    }
    // Two places are enough for colleagues to meet.
    let at = world.chance.below(people.staff.len().min(10));
    let Some(mut client) = people.staff.get(at).cloned() else { return Ok(()) };
    world.begin(&format!("{} comes in with a colleague's code", client.name));
    let done = comes_in(world, people, &mut client).await;
    if let Some(place) = people.staff.get_mut(at) {
        *place = client;
    }
    done
}

async fn begins(world: &mut World, people: &mut People) -> Result<(), String> {
    let Some(mut admin) = people.staff.iter().find(|client| client.role == Role::Admin).cloned() else { return Ok(()) };
    let rows = world.rows("SELECT organisation_id FROM organisation ORDER BY name, organisation_id", args![])?;
    let places: Vec<String> = rows.iter().filter_map(|row| row.text(0).ok().map(str::to_owned)).collect();
    let Some(place) = world.chance.one_of(&places).cloned() else { return Ok(()) };
    let path = format!("/oppsett/virksomhet/{place}/inviter");
    let page = world.get(&mut admin, &path).await?;
    let Some(form) = forms(&page, &path).into_iter().find(|form| form.action.ends_with("/inviter")) else { return Ok(()) };
    let (mut form, _) = hand::fill(world, form);
    form.set("name", "Ny Ansatt");
    form.set("title", "ansatt");
    let sent = world.send(&mut admin, &form).await?;
    let page = match sent.location.clone() {
        Some(to) => world.get(&mut admin, &to).await?,
        None => sent,
    };
    let Some(link) = link_on(&page) else { return Ok(()) };
    let mut new = world.visitor(0);
    new.name = format!("new employee {}", world.log.steps);
    let page = world.fetch(&mut new, &link).await?;
    let Some(mut form) = forms(&page, &link).into_iter().find(|form| form.action == link) else { return Ok(()) };
    with_pin(world, &mut form);
    if world.send(&mut new, &form).await?.status != 303 {
        return Ok(());
    }
    new.has_pin = true;
    if knows_themselves(world, &mut new)? {
        people.staff.push(new);
    }
    Ok(())
}

fn with_pin(world: &mut World, form: &mut Form) {
    form.set("pin", STAFF_PIN);
    form.set("again", if world.chance.percent(85) { STAFF_PIN } else { WRONG.1 });
}

/// Who they have become, by the session they were given.
fn knows_themselves(world: &World, client: &mut Client) -> Result<bool, String> {
    let Some(opener) = client.opener() else { return Ok(false) };
    let rows = world.rows(
        "SELECT a.account_id, a.organisation_id, a.role FROM session s JOIN account a ON a.account_id = s.account_id
         WHERE s.session_hash = $1",
        args![platform::session::hash(opener)],
    )?;
    let Some(row) = rows.first() else { return Ok(false) };
    client.account = row.parsed(0, AccountId::parse).ok();
    client.organisation = row.parsed_or_null(1, OrganisationId::parse).ok().flatten();
    client.role = row.parsed(2, Role::parse).map_err(|fault| fault.to_string())?;
    Ok(client.role.is_staff())
}

/// The path of the link on the page.
fn link_on(page: &Page) -> Option<String> {
    let rest = page.html.split("/invitasjon/").nth(1)?;
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    Some(format!("/invitasjon/{}", rest.get(..end)?))
}

async fn comes_in(world: &mut World, people: &People, client: &mut Client) -> Result<(), String> {
    if !client.has_pin {
        let page = world.get(client, "/min-konto/pin").await?;
        let Some(mut form) = form_to(&page, "/min-konto/pin") else { return Ok(()) };
        with_pin(world, &mut form);
        client.has_pin = world.send(client, &form).await?.status == 303;
        return Ok(());
    }
    let same = |other: &&Client| other.organisation == client.organisation && other.account != client.account;
    let Some(mut colleague) = people.staff.iter().find(same).cloned() else { return Ok(()) };
    let page = world.get(&mut colleague, "/min-konto/kode").await?;
    let (Some(mut form), Some(me)) = (form_to(&page, "/min-konto/kode"), client.account.clone()) else { return Ok(()) };
    form.set("who", me.as_str());
    let made = world.send(&mut colleague, &form).await?;
    let Some(code) = made.html.split("class=\"v-code\">").nth(1).and_then(|rest| rest.split('<').next()) else { return Ok(()) };
    let mut door = world.visitor(0);
    door.name.clone_from(&client.name);
    let page = world.fetch(&mut door, "/inn/ansatt").await?;
    let Some(mut form) = form_to(&page, "/inn/ansatt") else { return Err("there is no door for employees".into()) };
    let right = world.chance.percent(75);
    form.set("code", code);
    form.set("pin", if right { STAFF_PIN } else { WRONG.1 });
    let sent = world.send(&mut door, &form).await?;
    match (sent.status, right) {
        (303, false) => Err("a wrong PIN opened the employees' door".into()),
        (303, true) => {
            let before = client.clone();
            client.browser = door.browser;
            if knows_themselves(world, client)? && client.account == before.account {
                world.fetch(client, "/i-dag").await.map(|_| ())
            } else {
                Err("a code opened the door for somebody else".into())
            }
        }
        _ => Ok(()),
    }
}
