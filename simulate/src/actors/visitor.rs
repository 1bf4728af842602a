//! Somebody nobody knows: asks for help, comes back with the code, or only looks around.

use kernel::access::Aspect;
use kernel::id::PersonId;
use platform::args;
use testkit::Page;

use super::{errand, hand, pick_form};
use crate::city::{Client, People, World};
use crate::form::{form_to, forms};
use crate::marks::Mark;

/// Visitors remembered at most.
const MOST: usize = 24;

/// Their turn.
///
/// # Errors
/// What must not be.
pub async fn act(world: &mut World, people: &mut People) -> Result<(), String> {
    let comes_back = !people.visitors.is_empty() && world.chance.percent(55);
    if !comes_back {
        if people.visitors.len() == MOST {
            people.visitors.remove(0);
        }
        let number = world.log.steps + 1;
        people.visitors.push(world.visitor(number));
    }
    let last = people.visitors.len() - 1;
    let at = if comes_back { world.chance.below(last + 1) } else { last };
    let client = &mut people.visitors[at];
    if !world.has("help_requests") || world.chance.percent(15) {
        world.begin(&format!("{} looks around", client.name));
        return errand(world, client).await;
    }
    if client.code.is_some() {
        world.begin(&format!("{} comes back with the code", client.name));
        return read(world, client).await;
    }
    world.begin(&format!("{} asks for help", client.name));
    ask(world, client).await
}

/// From the choices to the receipt.
async fn ask(world: &mut World, client: &mut Client) -> Result<(), String> {
    let needs = ["talk", "sleep", "food", "safer-use", "stop-or-less", "gambling", "other"];
    let need = world.chance.one_of(&needs).copied().unwrap_or("talk");
    let page = world.get(client, &format!("/hjelp/{need}")).await?;
    let Some(mut words) = form_to(&page, &format!("/hjelp/{need}")) else { return Ok(()) };
    let mark = world.marks.next();
    words.set("words", mark.clone());
    let page = world.send(client, &words).await?;
    let Some(way) = form_to(&page, "/send") else { return Err("there is no way to be answered".into()) };
    let (mut way, _) = hand::fill(world, way);
    way.sent.retain(|(name, _)| name != "back");
    let receipt = world.send(client, &way).await?;
    if receipt.status != 200 {
        return Ok(());
    }
    let sql = "SELECT person_id FROM help_requests_request WHERE asked_at = $1";
    let asked = world.rows(sql, args![world.now()])?;
    let [row] = asked.as_slice() else { return Err(format!("one receipt, and {} requests", asked.len())) };
    let person = row.parsed(0, PersonId::parse).map_err(|fault| fault.to_string())?;
    let (part, _) = world.route("POST", &way.action).ok_or("asking belongs to no part")?;
    world.marks.keep(Mark {
        words: mark,
        person: person.clone(),
        part: part.key,
        class: part.class,
        aspect: Aspect::Content,
        area: None,
        area_known: true,
        reader: None,
    });
    world.was_changed(part.key, &person);
    client.person = Some(person);
    client.code = code_on(&receipt);
    if world.chance.percent(15) {
        let again = world.send(client, &way).await?;
        if code_on(&again) != client.code {
            return Err("the same form gave another code".into());
        }
    }
    Ok(())
}

/// Opens the answer and says something to it.
async fn read(world: &mut World, client: &mut Client) -> Result<(), String> {
    let page = world.get(client, "/svar").await?;
    let Some(mut form) = forms(&page, &client.at).into_iter().find(|form| form.action == "/svar") else { return Ok(()) };
    let (Some(code), Some((field, _))) = (client.code.clone(), form.texts.first().cloned()) else { return Ok(()) };
    form.set(&field, code);
    let opened = world.send(client, &form).await?;
    if opened.status != 303 {
        // What was asked has been deleted.
        client.code = None;
        return Ok(());
    }
    let page = world.get(client, opened.location.as_deref().unwrap_or("/svar/melding")).await?;
    let answers = forms(&page, &client.at);
    let Some(form) = pick_form(world, &answers) else { return Ok(()) };
    let (form, typed) = hand::fill(world, form);
    hand::send(world, client, form, typed).await?;
    Ok(())
}

/// The code as somebody would read it off the receipt.
fn code_on(page: &Page) -> Option<String> {
    let shown = page.html.split("class=\"v-code\">").nth(1)?.split("</p>").next()?;
    Some(shown.replace("<i aria-hidden=\"true\">·</i>", " ").split_whitespace().collect::<Vec<_>>().join(" "))
}
