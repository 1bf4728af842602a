//! The person's doors: a PIN and a card are made, somebody comes in with them, a phone is lost and found another way in, and
//! what was signed in elsewhere is ended or locked.

use platform::args;
use testkit::Page;

use super::hand::{PIN, WRONG};
use crate::city::{Client, People, World};
use crate::form::form_to;

/// Their turn.
///
/// # Errors
/// What must not be.
pub async fn act(world: &mut World, people: &mut People) -> Result<(), String> {
    // A few keep coming back, so that what is made is used.
    let some = people.persons.len().min(12);
    let at = world.chance.below(some);
    let Some(mut client) = people.persons.get(at).cloned() else { return Ok(()) };
    let done = match (client.card.is_some(), world.chance.below(100)) {
        (false, _) | (true, 0..=11) => {
            world.begin(&format!("{} chooses a PIN and makes a card", client.name));
            makes_a_card(world, &mut client).await
        }
        (true, 12..=44) => {
            world.begin(&format!("{} comes in with the card", client.name));
            comes_in(world, &mut client).await
        }
        (true, 45..=69) => {
            world.begin(&format!("{} has lost the phone", client.name));
            lost_phone(world, people, &mut client).await
        }
        (true, 70..=84) => {
            world.begin(&format!("{} locks the screen", client.name));
            locks(world, &mut client).await
        }
        _ => {
            world.begin(&format!("{} ends what is signed in elsewhere", client.name));
            ends_others(world, &mut client).await
        }
    };
    if let Some(place) = people.persons.get_mut(at) {
        *place = client;
    }
    done
}

async fn makes_a_card(world: &mut World, client: &mut Client) -> Result<(), String> {
    let page = world.get(client, "/kort/pin").await?;
    let Some(mut form) = form_to(&page, "/kort/pin") else { return Ok(()) };
    form.set("slag", "pin");
    form.set("hemmelig", PIN);
    if form.value("gammel").is_some() {
        form.set("gammel", PIN);
    }
    client.has_pin |= world.send(client, &form).await?.status == 303;
    let page = world.get(client, "/kort").await?;
    let Some(form) = form_to(&page, "/kort/nytt") else { return Ok(()) };
    let made = world.send(client, &form).await?;
    client.card = code_on(&made).or(client.card.take());
    Ok(())
}

/// What stands on the card.
fn code_on(page: &Page) -> Option<String> {
    let shown = page.html.split("v-wallet").nth(1)?.split("<b>").nth(1)?.split("</b>").next()?;
    Some(shown.replace(" · ", " "))
}

/// In a browser that nobody is signed in in.
fn elsewhere(world: &World, client: &Client) -> Client {
    let mut other = client.clone();
    let mut browser = world.town().visitor();
    browser.turn_away();
    other.browser = browser;
    other
}

async fn comes_in(world: &mut World, client: &mut Client) -> Result<(), String> {
    let mut other = elsewhere(world, client);
    let page = world.fetch(&mut other, "/inn").await?;
    let Some(mut form) = form_to(&page, "/inn") else { return Err("there is no door".into()) };
    form.set("kort", client.card.clone().unwrap_or_default());
    let right = world.chance.percent(75);
    form.set("hemmelig", if right { PIN } else { WRONG.0 });
    if world.chance.percent(20) {
        form.set("mistet", "1");
    }
    let sent = world.send(&mut other, &form).await?;
    if sent.status == 303 && !right {
        return Err("a wrong PIN opened the door".into());
    }
    match sent.location {
        Some(to) => {
            world.fetch(&mut other, &to).await?;
            *client = other;
        }
        // A card that was made void in the meantime: a new one is due.
        None if right => client.card = None,
        None => {}
    }
    Ok(())
}

/// An employee searches, turns the screen, and the person shows that they know the PIN; or two who know them say so.
async fn lost_phone(world: &mut World, people: &mut People, client: &mut Client) -> Result<(), String> {
    let helpers: Vec<usize> = (0..people.staff.len()).filter(|at| helps(world, &people.staff[*at])).collect();
    let Some(at) = world.chance.one_of(&helpers).copied() else { return Ok(()) };
    let mut screen = people.staff[at].clone();
    let page = world.get(&mut screen, "/inn-igjen").await?;
    let Some(mut form) = form_to(&page, "/inn-igjen") else { return Ok(()) };
    form.set("kort", client.card.clone().unwrap_or_default());
    let found = world.send(&mut screen, &form).await?;
    let Some(form) = form_to(&found, "/inn-igjen/start") else {
        client.card = None;
        return Ok(());
    };
    let Some(case) = world.send(&mut screen, &form).await?.location else { return Ok(()) };
    let turned = world.get(&mut screen, &case).await?;
    let by_pin = world.chance.percent(55);
    if by_pin {
        let Some(mut form) = form_to(&turned, &case) else { return Ok(()) };
        form.set("hemmelig", PIN);
        if world.send(&mut screen, &form).await?.status != 303 {
            return Ok(());
        }
    } else if !is_vouched_for(world, people, &mut screen, &case).await? {
        return Ok(());
    }
    chooses_a_way(world, client, &mut screen, &case).await
}

fn helps(world: &World, client: &Client) -> bool {
    world.route("GET", "/inn-igjen").is_some_and(|(_, route)| route.who.admits(client.role, client.door()))
}

/// Whoever turned the screen speaks for the person, and then colleagues are asked, one after the other.
async fn is_vouched_for(world: &mut World, people: &mut People, screen: &mut Client, case: &str) -> Result<bool, String> {
    let path = format!("{case}/kjenner");
    if speaks(world, screen, &path).await? {
        return Err("one employee alone let somebody in".into());
    }
    let same = |other: &&Client| other.organisation == screen.organisation && other.account != screen.account;
    let colleagues: Vec<Client> = people.staff.iter().filter(same).filter(|other| helps(world, other)).cloned().collect();
    for mut colleague in colleagues.into_iter().take(3) {
        if speaks(world, &mut colleague, &path).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn speaks(world: &mut World, client: &mut Client, path: &str) -> Result<bool, String> {
    let page = world.get(client, path).await?;
    let Some(mut form) = form_to(&page, path) else { return Ok(false) };
    form.set("kjenner", "1");
    form.set("grunn", "Har fulgt personen i to år");
    let sent = world.send(client, &form).await?;
    let proven =
        world.rows("SELECT count(*) FROM sign_in_case WHERE proven_at IS NOT NULL AND case_id = $1", args![id_in(path)])?;
    Ok(sent.status < 400 && proven.first().is_some_and(|row| row.int(0).is_ok_and(|rows| rows == 1)))
}

fn id_in(path: &str) -> String {
    path.split('/').find(|piece| piece.len() == kernel::id::ID_LEN).unwrap_or_default().to_owned()
}

/// The screen here, six digits for a phone, or a new card.
async fn chooses_a_way(world: &mut World, client: &mut Client, screen: &mut Client, case: &str) -> Result<(), String> {
    let page = world.get(screen, &format!("{case}/velg")).await?;
    let Some(mut form) = form_to(&page, "/velg") else { return Ok(()) };
    let way = world.chance.one_of(&["her", "telefon", "kort"]).copied().unwrap_or("her");
    form.set("vei", way);
    let sent = world.send(screen, &form).await?;
    match way {
        "her" if sent.status == 303 => {
            // The employee's session has made room: from here on the screen is the person's.
            client.browser = screen.browser.clone();
            world.fetch(client, "/inn/framme").await.map(|_| ())
        }
        "telefon" => {
            let Some(digits) = sent.attribute("data-digits=\"") else { return Ok(()) };
            let mut phone = elsewhere(world, client);
            let page = world.fetch(&mut phone, "/inn").await?;
            let Some(mut form) = form_to(&page, "/inn/tall") else { return Ok(()) };
            form.set("tall", digits);
            if world.send(&mut phone, &form).await?.status == 303 {
                *client = phone;
            }
            Ok(())
        }
        _ => {
            client.card = code_on(&sent).or(client.card.take());
            Ok(())
        }
    }
}

/// Locked means that nothing is shown until the PIN is given again.
async fn locks(world: &mut World, client: &mut Client) -> Result<(), String> {
    let page = world.get(client, "/las").await?;
    let Some(form) = form_to(&page, "/las") else { return Ok(()) };
    world.send(client, &form).await?;
    world.fetch(client, "/hjem").await?;
    let page = world.fetch(client, "/las").await?;
    let Some(mut form) = form_to(&page, "/las/opp") else { return Ok(()) };
    form.set("hemmelig", if world.chance.percent(75) { PIN } else { WRONG.0 });
    world.send(client, &form).await.map(|_| ())
}

/// Another browser is signed in; it is ended from this one, and is refused at its next request.
async fn ends_others(world: &mut World, client: &mut Client) -> Result<(), String> {
    let mut other = client.clone();
    world.sign_in(&mut other);
    world.fetch(&mut other, "/hjem").await?;
    let page = world.get(client, "/innlogget").await?;
    let Some(mut form) = form_to(&page, "/innlogget") else { return Ok(()) };
    if world.chance.percent(50)
        && let Some((name, value)) = world.chance.one_of(&form.buttons.clone()).cloned()
    {
        form.set(&name, value);
    } else {
        form.set("alle", "1");
    }
    world.send(client, &form).await?;
    world.fetch(&mut other, "/hjem").await.map(|_| ())
}
