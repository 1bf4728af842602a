//! For whoever writes: where one can complain, the letter, the receipt, and the answer by code or among one's own.

use askama::Template;
use kernel::code::Code;
use kernel::id::{OrganisationId, PersonId};
use kernel::persona::OrganisationKind;
use kernel::role::Role;
use kernel::time::Timestamp;
use platform::access::{Settled, led, receivers};
use platform::ctx::Door;
use platform::door;
use platform::error::{Error, FieldError};
use platform::frame::{Again, ContactItem, Frame, Say, contact_item};
use platform::web::{Asked, Reply};
use serde_json::{Value, json};

use super::{ShownLetter, shown};
use crate::complaints::rules::{Kind, MAX_SIGNED, MAX_WORDS, Refusal};
use crate::complaints::work::{self, Draft};
use crate::complaints::{CHARTER, store};

#[derive(Template)]
#[template(path = "complaints/pages/places.html")]
struct PlacesPage {
    frame: Frame,
    t: Say,
    places: Vec<(String, String)>,
    bodies: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "complaints/pages/write.html")]
struct WritePage {
    frame: Frame,
    t: Say,
    again: Again,
    place: String,
    receiver: Option<String>,
    phone: ContactItem,
    action: String,
    kinds: Vec<(&'static str, String, bool)>,
    words: String,
    signed: String,
    known: bool,
    keep: bool,
}

#[derive(Template)]
#[template(path = "complaints/pages/receipt.html")]
struct ReceiptPage {
    frame: Frame,
    t: Say,
    lead: String,
    code: Vec<String>,
    kept: bool,
}

#[derive(Template)]
#[template(path = "complaints/pages/code.html")]
struct CodePage {
    frame: Frame,
    t: Say,
    again: Again,
    code: String,
}

#[derive(Template)]
#[template(path = "complaints/pages/letter.html")]
struct LetterPage {
    frame: Frame,
    t: Say,
    letter: ShownLetter,
}

/// To whom one can complain: the service itself, and others.
pub async fn places(asked: Asked) -> Result<Reply, Error> {
    let found = asked.view(&CHARTER, |tx, desk| Ok((receivers::organisations(tx)?, store::bodies(tx, desk.now())?)));
    let ((places, bodies), say) = (found.await?, asked.say());
    let open = places.into_iter().filter(|place| place.kind != OrganisationKind::AdvisoryUnit);
    let body = |key: &String| (say.t(&format!("complaints-body-{key}")), say.t(&format!("complaints-body-{key}-what")));
    let page = PlacesPage {
        frame: asked.frame(),
        places: open.map(|place| (format!("/klage/{}", place.id), place.name)).collect(),
        bodies: bodies.iter().map(body).collect(),
        t: say.clone(),
    };
    Reply::page(&page)
}

fn is_known(asked: &Asked) -> bool {
    asked.ctx.actor.role == Role::Person && asked.ctx.actor.door == Door::Full
}

/// The form of a letter.
pub async fn write(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let id = OrganisationId::parse(asked.param("organisation")).ok_or(Error::Missing)?;
    let found = asked.view(&CHARTER, move |tx, desk| {
        let place = receivers::organisation(tx, &id)?.filter(|place| place.kind != OrganisationKind::AdvisoryUnit);
        let place = place.ok_or(Error::Missing)?;
        let receiver = led::led_from(tx, &place.id, desk.now())?;
        Ok((place, receiver))
    });
    let ((place, receiver), say) = (found.await?, asked.say());
    let chosen = asked.form.get("kind");
    let kind = |kind: Kind| (kind.key(), say.t(&format!("complaints-kind-{}", kind.key())), chosen == kind.key());
    let page = WritePage {
        frame: asked.frame(),
        receiver: receiver.map(|receiver| say.with("complaints-who-reads", "place", &receiver.name)),
        phone: contact_item(&place.name, &place.phone),
        action: format!("/klage/{}", place.id),
        place: place.name,
        kinds: Kind::ALL.into_iter().map(kind).collect(),
        words: asked.form.get("words").to_owned(),
        signed: asked.form.get("signed").to_owned(),
        known: is_known(&asked),
        keep: asked.form.has("keep"),
        t: say.clone(),
        again,
    };
    Reply::page_again(&page, page.again.status)
}

/// Sends the letter and shows the receipt.
pub async fn send(asked: Asked) -> Result<Reply, Error> {
    match try_send(&asked).await {
        Ok(kept) => receipt(&asked, &kept),
        Err(error) => {
            let again = Again::of(&asked.say(), error)?;
            draw(asked, again).await
        }
    }
}

fn draft(asked: &Asked) -> Result<Draft, Error> {
    asked.form.only(&["kind", "words", "signed", "keep"])?;
    let about = OrganisationId::parse(asked.param("organisation")).ok_or(Error::Missing)?;
    let mut errors: Vec<FieldError> = Vec::new();
    let kind = Kind::parse(asked.form.get("kind"));
    if kind.is_none() {
        errors.push(FieldError::new("kind", "form-choose"));
    }
    let words = asked.form.text("words", MAX_WORDS).map_err(|error| errors.push(error)).ok();
    let signed = asked.form.text_or_none("signed", MAX_SIGNED).map_err(|error| errors.push(error)).ok().flatten();
    let (Some(kind), Some(words), true) = (kind, words, errors.is_empty()) else { return Err(Error::Invalid(errors)) };
    Ok(Draft {
        kind,
        about,
        words: words.as_str().to_owned(),
        signed: signed.map(|signed| signed.as_str().to_owned()),
        keep: asked.form.has("keep") && is_known(asked),
    })
}

/// The key must be durable before anything is sealed with it; one that was made in vain is erased.
async fn try_send(asked: &Asked) -> Result<Value, Error> {
    let (draft, token) = (draft(asked)?, asked.token());
    token.check()?;
    let letter = PersonId::from_bits(asked.app.source().id_bits());
    let key = asked.app.keys().make(&letter).await?;
    let (id, kept) = (letter.clone(), draft.keep);
    let settled = door::execute(&asked.app, &asked.ctx, &CHARTER, "write-letter", token, move |tx, desk| {
        let receipt = work::send(tx, desk, &draft, (&id, &key))?;
        let told = json!({
            "letter": id.as_str(),
            "code": receipt.code,
            "receiver": receipt.receiver,
            "by": receipt.answer_by.stored(),
            "kept": kept,
        });
        Ok(Settled::to("/klage").keeping(told.to_string()))
    });
    let told = settled.await.and_then(|settled| {
        let text = settled.keep.unwrap_or_default();
        serde_json::from_str::<Value>(&text).map_err(|_| Error::fault("a receipt cannot be read"))
    });
    if told.as_ref().map_or("", |told| text_of(told, "letter")) != letter.as_str() {
        asked.app.keys().erase(&letter).await?;
    }
    told
}

fn text_of<'a>(told: &'a Value, name: &str) -> &'a str {
    told.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn receipt(asked: &Asked, told: &Value) -> Result<Reply, Error> {
    let say = asked.say();
    let by = Timestamp::parse(text_of(told, "by")).ok_or_else(|| Error::fault("a receipt has no date"))?;
    let mut frame = asked.frame();
    frame.path = "/klage".into();
    let page = ReceiptPage {
        frame,
        lead: say.with2("complaints-receipt", "place", text_of(told, "receiver"), "date", say.date_with_year(by.day())),
        code: text_of(told, "code").split(" · ").map(str::to_owned).collect(),
        kept: told.get("kept").and_then(Value::as_bool).unwrap_or(false),
        t: say,
    };
    Reply::page(&page)
}

/// The form for a code.
pub async fn code(asked: Asked) -> Result<Reply, Error> {
    draw_code(&asked, Again::default())
}

fn draw_code(asked: &Asked, again: Again) -> Result<Reply, Error> {
    let page = CodePage { frame: asked.frame(), t: asked.say(), code: asked.form.get("code").to_owned(), again };
    Reply::page_again(&page, page.again.status)
}

/// The letter and its answer, for whoever has the code. Nobody is signed in by it.
pub async fn open(asked: Asked) -> Result<Reply, Error> {
    match try_open(&asked).await {
        Ok(letter) => letter_page(&asked, letter),
        Err(error) => draw_code(&asked, Again::of(&asked.say(), error)?),
    }
}

async fn try_open(asked: &Asked) -> Result<ShownLetter, Error> {
    asked.form.only(&["code"])?;
    let code = Code::parse(asked.form.get("code")).ok_or_else(|| Error::refused(&Refusal::NoSuchCode))?;
    let settled = asked.change(&CHARTER, "open-letter", move |tx, desk| {
        // Nothing found is an outcome too: it is kept, so that the no is told as a no.
        let found = work::find(tx, desk, &code)?;
        Ok(Settled::to("/klage/svar").keeping(found.as_ref().map_or("", PersonId::as_str)))
    });
    let found = settled.await?.keep.and_then(|id| PersonId::parse(&id));
    let letter = found.ok_or_else(|| Error::refused(&Refusal::NoSuchCode))?;
    let (say, now) = (asked.say(), asked.ctx.now);
    let look = asked.view(&CHARTER, move |tx, desk| {
        let permit = desk.letter_writer(tx, &letter)?;
        store::load(tx, &permit)
    });
    Ok(shown(&say, &look.await?, now))
}

fn letter_page(asked: &Asked, letter: ShownLetter) -> Result<Reply, Error> {
    Reply::page(&LetterPage { frame: asked.frame(), t: asked.say(), letter })
}

/// One of the letters the person keeps.
pub async fn mine(asked: Asked) -> Result<Reply, Error> {
    let letter = PersonId::parse(asked.param("letter")).ok_or(Error::Missing)?;
    let look = asked.view(&CHARTER, move |tx, desk| {
        let own = desk.own(tx)?;
        if !store::mine(tx, &own)?.iter().any(|kept| kept.id == letter) {
            return Err(Error::Missing);
        }
        let permit = desk.letter_writer(tx, &letter)?;
        store::load(tx, &permit)
    });
    let (letter, say) = (look.await?, asked.say());
    letter_page(&asked, shown(&say, &letter, asked.ctx.now))
}
