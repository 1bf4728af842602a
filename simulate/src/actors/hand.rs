//! A hand that fills in forms and sends them, sometimes twice, sometimes while the database cannot commit.

use kernel::access::Aspect;
use kernel::area::Area;
use kernel::id::PersonId;
use kernel::role::Role;
use platform::args;
use platform::db::Row;
use platform::session::hash;
use testkit::Page;

use super::typed;
use crate::city::{Client, World};
use crate::form::Form;
use crate::invariants::sessions::{self, May};
use crate::invariants::tables;
use crate::marks::{Mark, Marks};
use crate::trouble::Fails;
use crate::whom;

/// A PIN as a person chooses it, and one as an employee must.
pub const PIN: &str = "7391";
/// See [`PIN`].
pub const STAFF_PIN: &str = "739251";
/// What is typed instead, and may become the PIN when it is typed twice: theirs, and an employee's.
const OTHER: (&str, &str) = ("4829", "482915");
/// A PIN that nobody has: a person's, and an employee's.
pub const WRONG: (&str, &str) = ("5063", "506318");

/// What belongs in a field with this name, whoever fills it in; nothing where any words will do.
fn expected(world: &mut World, form: &Form, name: &str) -> Option<&'static str> {
    let of_staff =
        form.action.starts_with("/min-konto") || form.action.starts_with("/invitasjon") || form.action.starts_with("/inn/ansatt");
    let right = !world.chance.percent(10);
    match name {
        "hemmelig" | "hemmelig_na" | "gammel" | "pin" | "again" | "old" if of_staff => {
            Some(if right { STAFF_PIN } else { OTHER.1 })
        }
        "hemmelig" | "hemmelig_na" | "gammel" | "pin" | "again" | "old" => Some(if right { PIN } else { OTHER.0 }),
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
        } else if kind != "area"
            && let Some(text) = typed::text(world, &name, &kind)
        {
            form.set(&name, text);
        }
    }
    for (name, values) in form.choices.clone() {
        // What others have said about a line stands in its area: the line stays where it is.
        if !(matches!(name.as_str(), "area" | "omrade") && rewrites) && world.chance.percent(85) {
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
    if world.may_die(4) {
        fail_first(world, client, &form, Fails::InTheMiddle).await?;
        world.dies()?;
    }
    let before = holder(world, client)?;
    let sent =
        if world.chance.percent(6) { at_the_same_time(world, client, &form).await? } else { world.send(client, &form).await? };
    if before.is_some() && holder(world, client)?.is_some_and(|now| Some(now) != before) {
        // The screen was left to somebody else: what they do on it is theirs, and whoever sent the form takes another one.
        world.sign_in(client);
        return Ok(sent);
    }
    if sent.status == 303 {
        keep(world, client, &form, &typed)?;
        let is_lost = world.may_die(5);
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
        let first = ["guess", tables::TRIED, "session", "messages_chunk"];
        if let Some(table) = tables::differing_but(&before, &tables::dump(world)?, &first) {
            return Err(format!("the commit of {} failed, and {table} has changed", form.action));
        }
    }
    Ok(())
}

/// The same form once more: the same answer, and nothing changes.
async fn send_again(world: &mut World, client: &mut Client, form: &Form, first: &Page) -> Result<(), String> {
    let before = tables::dump(world)?;
    let is_out = is_signed_out(world, client, form)?;
    let second = world.send(client, form).await?;
    if second.status == 401 && is_out {
        // The form has signed them out, or has closed the account: nobody is there to be told again.
        return Ok(());
    }
    if (second.status, &second.location) != (first.status, &first.location) {
        return Err(format!(
            "{} was sent twice: first {:?}, then {} {:?}",
            form.action, first.location, second.status, second.location
        ));
    }
    // Each sending may note that the session is in use, and each leaves its line.
    match tables::differing_but(&before, &tables::dump(world)?, &["audit_line", "session"]) {
        Some(table) => Err(format!("{} was sent twice, and {table} has changed", form.action)),
        None => Ok(()),
    }
}

/// Whether this form has ended the session it was sent in, by the session's own row: then, and only then, is whoever sends it
/// again a stranger. A browser that was told to forget its session has none to show.
fn is_signed_out(world: &World, client: &Client, form: &Form) -> Result<bool, String> {
    let may = sessions::may_be_answered(world, client, "POST", &form.action)?;
    Ok(may != May::BeAnswered || client.opener().is_none())
}

/// Whether this session has ended.
fn has_ended(world: &World, session: Option<Vec<u8>>) -> Result<bool, String> {
    let Some(session) = session else { return Ok(false) };
    Ok(!world.rows("SELECT ended_at FROM session WHERE session_hash = $1 AND ended_at IS NOT NULL", args![session])?.is_empty())
}

/// Whose session stands in the browser.
fn holder(world: &World, client: &Client) -> Result<Option<Row>, String> {
    let Some(opener) = client.opener() else { return Ok(None) };
    let held = world.rows("SELECT person_id, account_id FROM session WHERE session_hash = $1", args![hash(opener)])?;
    Ok(held.into_iter().next())
}

/// The same form twice at the same moment: both get the same answer, whoever came first.
async fn at_the_same_time(world: &mut World, client: &mut Client, form: &Form) -> Result<Page, String> {
    world.tick();
    let sent_in = client.opener().map(hash);
    let (mut one, mut two) = (world.browser(client), world.browser(client));
    // Who came first is nobody's choice, and must not be seen in what follows, nor in the ids of what the one that won has made.
    let source = world.town().app.source().clone();
    source.draw_alike(true);
    let (first, second) = tokio::join!(form.post(&mut one), form.post(&mut two));
    source.draw_alike(false);
    let mut both = [(first, one), (second, two)];
    both.sort_by_key(|(page, _)| page.status);
    let [(first, browser), (second, _)] = both;
    client.take_back(browser);
    world.heed(client, "POST", &form.action, &first)?;
    // Whether the later one was let in before the earlier one was done is nobody's choice either.
    world.look_at(client, "POST", &form.action, &second)?;
    if (first.status, &first.location) == (second.status, &second.location) {
        return Ok(first);
    }
    // The form has ended the session it was sent in, and may have begun another: whichever came later was nobody's any more.
    let is_over = is_signed_out(world, client, form)? || has_ended(world, sent_in)?;
    if (first.status, second.status) == (303, 401) && is_over {
        return Ok(first);
    }
    Err(format!(
        "{} was sent twice at once: {} {:?} and {} {:?}",
        form.action, first.status, first.location, second.status, second.location
    ))
}

/// Remembers where the marks of a form stand now, and that something was changed.
fn keep(world: &mut World, client: &Client, form: &Form, typed: &[String]) -> Result<(), String> {
    let Some((part, _)) = world.route("POST", &form.action) else { return Ok(()) };
    let whom = whom::of(world, client, &form.action)?;
    let Some(person) = whom.person else { return Ok(()) };
    world.was_changed(part.key, &person);
    let reader = asked_about_the_log(world, &person)?.then_some(Role::PrivacyContact);
    let area = form.value("area").or(form.value("omrade")).map(Area::parse).or(whom.area.map(Some));
    let moved = form.sent.iter().flat_map(|(_, value)| Marks::in_text(value));
    let mut words: Vec<String> = typed.iter().cloned().chain(moved.filter(|_| area.is_some())).collect();
    words.sort();
    words.dedup();
    for words in words {
        let person = person.clone();
        let (class, area, area_known) = (part.class, area.flatten(), area.is_some());
        let aspect = read_as(part.key, form, &words);
        world.marks.keep(Mark { words, person, part: part.key, class, aspect, area, area_known, reader });
    }
    Ok(())
}

/// As what these words are read. A wish for another contact is sent to the organisation where the contact works, and a note goes
/// with a duty; what somebody is called and how they want to be spoken of follow the name.
fn read_as(part: &str, form: &Form, words: &str) -> Aspect {
    let stands_in = |name: &str| form.value(name).is_some_and(|value| value.contains(words));
    let called = part == "people" && (stands_in("aliases") || stands_in("about"));
    if part == "team" || called { Aspect::Card } else { Aspect::Content }
}

/// Whether what was just written is a question about the log, or the answer to one: there is a row of this very moment. Those
/// words stand between the person and the privacy contact; no others of the part do.
fn asked_about_the_log(world: &World, person: &PersonId) -> Result<bool, String> {
    if !world.has("access_log") {
        return Ok(false);
    }
    let sql = "SELECT question_id FROM access_log_question WHERE person_id = $1 AND (asked_at = $2 OR answered_at = $3)";
    Ok(!world.rows(sql, args![person, world.now(), world.now()])?.is_empty())
}

fn encode(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
