//! Asking: a few words or none, what one wishes of the place, and a receipt that says who holds it.

use askama::Template;
use kernel::id::PersonId;
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::access::Settled;
use platform::ctx::Door;
use platform::error::{Error, FieldError};
use platform::frame::{Again, ContactItem, Frame, Say, contact_item};
use platform::web::{Asked, Reply};
use serde_json::{Value, json};

use super::shown::word;
use crate::tonight::CHARTER;
use crate::tonight::acts::{self, Draft, For, Receipt};
use crate::tonight::rules::{ASKING, Refusal, WORDS_MAX};
use crate::tonight::store::desk;
use crate::tonight::traits::Trait;

/// The choices of a form: key, words, and whether it is ticked.
pub(super) type Ticks = Vec<(&'static str, String, bool)>;

#[derive(Template)]
#[template(path = "tonight/pages/ask.html")]
struct AskPage {
    frame: Frame,
    t: Say,
    again: Again,
    path: String,
    back: String,
    name: Option<String>,
    for_another: bool,
    spoken: bool,
    words: String,
    wishes: Ticks,
}

#[derive(Template)]
#[template(path = "tonight/pages/receipt.html")]
struct ReceiptPage {
    frame: Frame,
    t: Say,
    initials: String,
    who: String,
    office: ContactItem,
    code: Vec<String>,
    deleted: Option<String>,
    for_another: bool,
    known: bool,
}

fn is_known(asked: &Asked) -> bool {
    asked.ctx.actor.role == Role::Person && asked.ctx.actor.door == Door::Full
}

fn person_of(asked: &Asked) -> Result<Option<PersonId>, Error> {
    if asked.param("person").is_empty() { Ok(None) } else { asked.person().map(Some) }
}

/// Staff who may ask for others; volunteers and those without such work show people the way instead.
fn asks_for_another(asked: &Asked) -> Result<bool, Error> {
    let role = asked.ctx.actor.role;
    if role.is_staff() && !ASKING.contains(&role) {
        return Err(Error::Denied(kernel::access::Reason::RoleNever));
    }
    Ok(role.is_staff())
}

/// The form. Those who do not ask for others find the places, with the phones.
pub async fn form(asked: Asked) -> Result<Reply, Error> {
    let role = asked.ctx.actor.role;
    if role.is_staff() && !ASKING.contains(&role) {
        return Ok(Reply::to("/i-natt"));
    }
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let (for_another, person) = (asks_for_another(&asked)?, person_of(&asked)?);
    let (about, now) = (person.clone(), asked.ctx.now);
    let name = asked
        .view(&CHARTER, move |tx, desk| {
            // Where nobody decides, that is said before anything has been typed.
            let deciding = desk::deciding(tx, &desk.app().config().municipality, now)?;
            deciding.ok_or(Error::from(Refusal::NobodyDecides))?;
            match &about {
                Some(person) => Ok(Some(desk.person(tx, person)?.card().name.clone())),
                None => {
                    desk.note_nobody();
                    Ok(None)
                }
            }
        })
        .await?;
    let t = asked.say();
    let page = AskPage {
        frame: asked.frame(),
        again,
        path: person.as_ref().map_or("/i-natt/be".into(), |person| format!("/i-natt/be/{person}")),
        back: person.as_ref().map_or("/i-natt".into(), |person| format!("/folk/{person}")),
        name: name.map(|name| name.unwrap_or_else(|| t.t("tonight-unnamed"))),
        for_another,
        spoken: asked.form.has("spoken"),
        words: asked.form.get("words").to_owned(),
        wishes: ticks(&t, &asked),
        t,
    };
    Reply::page_again(&page, page.again.status)
}

/// The facts to choose among, with those that were ticked.
pub(super) fn ticks(t: &Say, asked: &Asked) -> Ticks {
    let ticked = |one: &Trait| asked.form.all("wish").any(|key| key == one.key());
    Trait::ALL.iter().map(|one| (one.key(), word(t, *one), ticked(one))).collect()
}

fn read(asked: &Asked, for_another: bool) -> Result<Draft, Error> {
    let mut errors = Vec::new();
    let words = asked.form.text_or_none("words", WORDS_MAX).unwrap_or_else(|error| {
        errors.push(error);
        None
    });
    if for_another && !asked.form.has("spoken") {
        errors.push(FieldError::new("spoken", "tonight-must-have-asked"));
    }
    if !errors.is_empty() {
        return Err(Error::Invalid(errors));
    }
    let wishes = asked.form.all("wish").filter_map(Trait::parse).collect();
    Ok(Draft { words: words.map(|words| words.as_str().to_owned()), wishes })
}

/// Asks, and shows the receipt. Sent twice it shows the same receipt.
pub async fn send(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_send(&asked).await;
    match outcome {
        Ok(kept) => receipt(&asked, &kept),
        Err(Error::Refused(key)) if key == "tonight-asked-already" => Ok(Reply::to("/i-natt/min")),
        Err(error) => {
            let again = Again::of(&asked.say(), error)?;
            draw(asked, again).await
        }
    }
}

async fn try_send(asked: &Asked) -> Result<Value, Error> {
    asked.form.only(&["words", "wish", "spoken"])?;
    let for_another = asks_for_another(asked)?;
    let draft = read(asked, for_another)?;
    let known = person_of(asked)?;
    asked.token().check()?;
    let new = known.is_none() && !is_known(asked);
    let newcomer = PersonId::from_bits(asked.app.source().id_bits());
    // Somebody who has not said who they are gets a key first: it must be durable before anything is sealed.
    let key = if new { Some(asked.app.keys().make(&newcomer).await?) } else { None };
    let (id, unused) = (newcomer.clone(), key.is_some());
    let settled = asked
        .change(&CHARTER, "ask", move |tx, desk| {
            let who = match (&key, &known) {
                (Some(key), _) => For::Newcomer(&id, key),
                (None, Some(person)) => For::Known(person),
                (None, None) => For::Me,
            };
            let told = acts::ask(tx, desk, &draft, who)?;
            Ok(Settled::to("/i-natt/be").keeping(keep(&told)))
        })
        .await;
    let kept = settled.and_then(|settled| {
        let text = settled.keep.unwrap_or_default();
        serde_json::from_str::<Value>(&text).map_err(|_| Error::fault("a receipt cannot be read"))
    });
    // A replay and a refusal leave the key without a person.
    let used = kept.as_ref().is_ok_and(|kept| text(kept, "person") == newcomer.as_str());
    if unused && !used {
        asked.app.keys().erase(&newcomer).await?;
    }
    kept
}

fn keep(told: &Receipt) -> String {
    json!({
        "person": told.person.as_str(),
        "code": told.code,
        "holder": told.holder,
        "office": told.office,
        "phone": told.phone,
        "by": told.decide_by.stored(),
        "delete": told.delete_at.map(Timestamp::stored),
    })
    .to_string()
}

fn text<'a>(kept: &'a Value, name: &str) -> &'a str {
    kept.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn receipt(asked: &Asked, kept: &Value) -> Result<Reply, Error> {
    let t = asked.say();
    let holder = text(kept, "holder").to_owned();
    let who = t.with2("tonight-receipt-who", "name", &holder, "office", text(kept, "office"));
    let deleted = Timestamp::parse(text(kept, "delete")).map(|at| t.with("tonight-receipt-deleted", "date", t.date(at.day())));
    let code: Vec<String> = text(kept, "code").split(" · ").filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let mut frame = asked.frame();
    frame.path = "/i-natt".into();
    Reply::page(&ReceiptPage {
        frame,
        initials: platform::frame::initials(&holder),
        who,
        office: contact_item(text(kept, "office"), text(kept, "phone")),
        code,
        deleted,
        for_another: asked.ctx.actor.role.is_staff(),
        known: is_known(asked),
        t,
    })
}
