//! A hand that fills in forms and sends them, sometimes twice, sometimes while the database cannot commit.

use kernel::access::Aspect;
use kernel::area::Area;
use kernel::id::PersonId;
use kernel::role::Role;
use platform::args;
use testkit::Page;

use crate::city::{Client, World};
use crate::form::Form;
use crate::invariants::tables;
use crate::marks::{Mark, Marks};
use crate::trouble::Fails;

/// What people write where a date, a time or a name is asked for.
const TYPED: [&str; 6] = ["", "4.12.2026", "i morgen", "10.30", "Kim", "55012345"];

/// A PIN as a person chooses it, and one as an employee must.
pub const PIN: &str = "7391";
/// See [`PIN`].
pub const STAFF_PIN: &str = "739251";

/// What belongs in a field with this name, whoever fills it in; nothing where any words will do.
fn expected(world: &mut World, form: &Form, name: &str) -> Option<&'static str> {
    let of_staff = form.action.starts_with("/min-konto") || form.action.starts_with("/invitasjon") || form.action.starts_with("/inn/ansatt");
    let right = !world.chance.percent(10);
    match name {
        "hemmelig" | "hemmelig_na" | "gammel" | "pin" | "again" | "old" if of_staff => Some(if right { STAFF_PIN } else { "482915" }),
        "hemmelig" | "hemmelig_na" | "gammel" | "pin" | "again" | "old" => Some(if right { PIN } else { "4829" }),
        "year" | "ar" => Some(if right { "1984" } else { "nittenåttifire" }),
        "name" | "navn" | "title" if form.value(name).is_some_and(str::is_empty) => {
            world.chance.one_of(&["Kim", "Ánde", "Jon", "Siv", ""]).copied()
        }
        _ => None,
    }
}

/// Fills in a form as somebody might, and tells which marks were written.
pub fn fill(world: &mut World, mut form: Form) -> (Form, Vec<String>) {
    let mut typed = Vec::new();
    let rewrites = form.texts.iter().any(|(name, kind)| kind == "area" && form.value(name).is_some_and(|text| !text.is_empty()));
    for (name, kind) in form.texts.clone() {
        if let Some(text) = expected(world, &form, &name) {
            form.set(&name, text);
            continue;
        }
        let stands = form.value(&name).unwrap_or_default().to_owned();
        if kind == "area" && (stands.is_empty() || world.chance.percent(50)) && world.chance.percent(90) {
            let mark = world.marks.next();
            form.set(&name, mark.clone());
            typed.push(mark);
        } else if kind == "tel" {
            form.set(&name, "55 01 23 45");
        } else if kind != "area" && world.chance.percent(20) {
            let text = world.chance.one_of(&TYPED).copied().unwrap_or_default();
            form.set(&name, text);
        }
    }
    for (name, values) in form.choices.clone() {
        // What others have said about a line stands in its area: the line stays where it is.
        if !(name == "area" && rewrites) && world.chance.percent(85) {
            let value = world.chance.one_of(&values).cloned().unwrap_or_default();
            form.set(&name, value);
        }
    }
    for (name, value) in form.boxes.clone() {
        if world.chance.percent(35) {
            let had = form.sent.len();
            form.sent.retain(|field| *field != (name.clone(), value.clone()));
            if form.sent.len() == had {
                form.sent.push((name, value));
            }
        }
    }
    if let Some(name) = form.files.first().cloned()
        && world.chance.percent(30)
    {
        form.file = Some((name, "Et notat som ligger ved".into()));
    }
    // «Vis» shows what was typed and sends nothing.
    let sends: Vec<(String, String)> = form.buttons.iter().filter(|(name, _)| name != "vis").cloned().collect();
    let buttons = if world.chance.percent(90) { &sends } else { &form.buttons };
    if let Some((name, value)) = world.chance.one_of(buttons).cloned()
        && world.chance.percent(85)
    {
        form.sent.push((name, value));
    }
    (form, typed)
}

/// Sends it and follows where it leads. Marks that were kept are known from now on.
///
/// # Errors
/// What must not be.
pub async fn send(world: &mut World, client: &mut Client, form: Form, typed: Vec<String>) -> Result<Page, String> {
    if !form.posts {
        let query: Vec<String> = form.sent.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
        return world.get(client, &format!("{}?{}", form.action, query.join("&"))).await;
    }
    if world.chance.percent(7) {
        fail_first(world, client, &form, Fails::AtTheCommit).await?;
    }
    if world.home.is_some() && world.chance.percent(4) {
        fail_first(world, client, &form, Fails::InTheMiddle).await?;
        world.dies()?;
    }
    let sent = if world.chance.percent(6) {
        at_the_same_time(world, client, &form).await?
    } else {
        world.send(client, &form).await?
    };
    if sent.status == 303 {
        keep(world, client, &form, &typed)?;
        let is_lost = world.home.is_some() && world.chance.percent(5);
        if is_lost {
            // It was done, and the process died before anybody heard of it: the form is sent again to the next one.
            world.dies()?;
        }
        if is_lost || world.chance.percent(10) {
            send_again(world, client, &form, &sent).await?;
        }
    }
    match sent.location.clone() {
        Some(to) if sent.status == 303 => world.get(client, &to).await,
        _ => Ok(sent),
    }
}

/// The commit fails, or the connection is torn: the answer says so, and nothing at all has changed, but for what is kept by
/// itself before it: a try at a secret, the use of a session, the pieces of a file.
async fn fail_first(world: &mut World, client: &mut Client, form: &Form, fails: Fails) -> Result<(), String> {
    let before = tables::dump(world)?;
    world.arm(Some(fails))?;
    let sent = world.send(client, form).await;
    world.arm(None)?;
    if sent?.status == 500 {
        world.trouble.failed += 1;
        let first = ["guess", "session", "messages_chunk"];
        if let Some(table) = tables::differing_but(&before, &tables::dump(world)?, &first) {
            return Err(format!("the commit of {} failed, and {table} has changed", form.action));
        }
    }
    Ok(())
}

/// The same form once more: the same answer, and nothing changes.
async fn send_again(world: &mut World, client: &mut Client, form: &Form, first: &Page) -> Result<(), String> {
    let before = tables::dump(world)?;
    let second = world.send(client, form).await?;
    if second.status == 401 {
        // The form has signed them out, or has closed the account: nobody is there to be told again.
        return Ok(());
    }
    if (second.status, &second.location) != (first.status, &first.location) {
        return Err(format!("{} was sent twice: first {:?}, then {} {:?}", form.action, first.location, second.status, second.location));
    }
    match tables::differing(&before, &tables::dump(world)?) {
        Some(table) if table != "audit_line" => Err(format!("{} was sent twice, and {table} has changed", form.action)),
        _ => Ok(()),
    }
}

/// The same form twice at the same moment: both get the same answer.
async fn at_the_same_time(world: &mut World, client: &mut Client, form: &Form) -> Result<Page, String> {
    world.tick();
    let (mut one, mut two) = (world.browser(client), world.browser(client));
    let (first, second) = tokio::join!(form.post(&mut one), form.post(&mut two));
    client.take_back(one);
    world.heed(client, "POST", &form.action, &first)?;
    world.heed(client, "POST", &form.action, &second)?;
    if (first.status, &first.location) == (second.status, &second.location) {
        return Ok(first);
    }
    // The form has ended the session it was sent in: whichever came later was nobody's any more.
    match (first.status, second.status) {
        (303, 401) => return Ok(first),
        (401, 303) => return Ok(second),
        _ => {}
    }
    Err(format!("{} was sent twice at once: {} {:?} and {} {:?}", form.action, first.status, first.location, second.status, second.location))
}

/// Remembers where the marks of a form stand now.
fn keep(world: &mut World, client: &Client, form: &Form, typed: &[String]) -> Result<(), String> {
    let Some((part, _)) = world.route("POST", &form.action) else { return Ok(()) };
    // A wish for another contact is sent to the organisation where the contact works, and a note goes with a duty.
    let aspect = if part.key == "team" { Aspect::Card } else { Aspect::Content };
    // A question about the log is sent to the privacy contact, and the answer stands beside it.
    let reader = (part.key == "access_log").then_some(Role::PrivacyContact);
    let Some(person) = about(world, client, &form.action)? else { return Ok(()) };
    let area = match form.value("area") {
        Some(area) => Some(Area::parse(area)),
        None if part.key == "messages" => thread_area(world, &form.action)?.map(Some),
        None => None,
    };
    let moved = form.sent.iter().flat_map(|(_, value)| Marks::in_text(value));
    let mut words: Vec<String> = typed.iter().cloned().chain(moved.filter(|_| area.is_some())).collect();
    words.sort();
    words.dedup();
    for words in words {
        let person = person.clone();
        let (class, area, area_known) = (part.class, area.flatten(), area.is_some());
        world.marks.keep(Mark { words, person, class, aspect, area, area_known, reader });
    }
    Ok(())
}

/// The area of the thread in an address, or the one it begins in.
fn thread_area(world: &World, path: &str) -> Result<Option<Area>, String> {
    for piece in path.split('/') {
        let rows = world.rows("SELECT area FROM messages_thread WHERE thread_id = $1", args![piece])?;
        if let Some(row) = rows.first() {
            return Ok(row.parsed(0, Area::parse).ok());
        }
    }
    Ok(path.split('/').find_map(Area::parse))
}

/// About whom an address is: the person in it, the one behind the request in it, or whoever is signed in.
fn about(world: &World, client: &Client, path: &str) -> Result<Option<PersonId>, String> {
    for id in path.split('/').filter(|part| part.len() == kernel::id::ID_LEN) {
        if !world.rows("SELECT person_id FROM person WHERE person_id = $1", args![id])?.is_empty() {
            return Ok(PersonId::parse(id));
        }
        if world.has("help_requests") {
            let sql = "SELECT person_id FROM help_requests_request WHERE request_id = $1";
            if let Some(row) = world.rows(sql, args![id])?.first() {
                return Ok(row.parsed(0, PersonId::parse).ok());
            }
        }
    }
    Ok(client.person.clone())
}

fn encode(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
