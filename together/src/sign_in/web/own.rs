//! `/kort`: PIN or own words, and the wallet card.

use askama::Template;
use platform::access::Settled;
use platform::door;
use platform::error::Error;
use platform::frame::{Again, ContactItem, Frame, Say};
use platform::secret;
use platform::web::{Asked, Reply};

use super::shown::status;
use crate::sign_in::CHARTER;
use crate::sign_in::acts::{door as knocking, own as acts};
use crate::sign_in::card::squares;
use crate::sign_in::secrets::{Kind, compared, objection};
use crate::sign_in::store::{cards, secrets};

#[derive(Template)]
#[template(path = "sign_in/pages/kort.html")]
struct OwnPage {
    frame: Frame,
    t: Say,
    kind: Option<&'static str>,
    card_since: Option<String>,
}

/// What there is.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let say = asked.say();
    let (kind, card_since) = asked
        .view(&CHARTER, move |tx, desk| {
            let own = desk.own(tx)?;
            let kind = secrets::find(tx, own.person())?.map(|secret| secret.kind.key());
            let card = cards::current(tx, own.person())?;
            Ok((kind, card.map(|card| say.near_day(card.made_at.day(), desk.now().day()))))
        })
        .await?;
    Reply::page(&OwnPage { frame: asked.frame(), t: asked.say(), kind, card_since })
}

#[derive(Template)]
#[template(path = "sign_in/pages/pin.html")]
struct PinPage {
    frame: Frame,
    t: Say,
    again: Again,
    asks_for_old: bool,
    typed: Typed,
}

#[derive(Clone, Default)]
struct Typed {
    kind: String,
    secret: String,
    old: String,
    shown: bool,
}

/// The form.
pub async fn ask_pin(asked: Asked) -> Result<Reply, Error> {
    pin_page(&asked, Typed { kind: "pin".into(), ..Typed::default() }, Again::default()).await
}

async fn pin_page(asked: &Asked, typed: Typed, again: Again) -> Result<Reply, Error> {
    let asks_for_old = asked
        .view(&CHARTER, move |tx, desk| {
            let own = desk.own(tx)?;
            let has_one = secrets::find(tx, own.person())?.is_some();
            Ok(acts::asks_for_old(desk, has_one))
        })
        .await?;
    let mut frame = asked.frame();
    frame.path = "/kort/pin".into();
    let page = PinPage { frame, t: asked.say(), again: again.clone(), asks_for_old, typed };
    Ok(status(Reply::page(&page)?, &again))
}

/// Chooses.
pub async fn choose_pin(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["slag", "hemmelig", "gammel", "vis"])?;
    let get = |name| asked.form.get(name).to_owned();
    let typed = Typed { kind: get("slag"), secret: get("hemmelig"), old: get("gammel"), shown: asked.form.has("vis") };
    if typed.shown {
        return pin_page(&asked, typed, Again::default()).await;
    }
    match try_choice(&asked, &typed).await {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => {
            let again = Again::of(&asked.say(), error)?;
            let kept = Typed { kind: typed.kind, ..Typed::default() };
            pin_page(&asked, kept, again).await
        }
    }
}

async fn try_choice(asked: &Asked, typed: &Typed) -> Result<Settled, Error> {
    asked.token().check()?;
    let kind = Kind::parse(&typed.kind).ok_or_else(|| Error::field("slag", "form-choose"))?;
    if let Some(key) = objection(kind, &typed.secret, None) {
        return Err(Error::field("hemmelig", key));
    }
    // Sent again because nobody heard the answer: what was chosen then stands, and no further try is counted.
    if let Some(first) = door::sent_before(&asked.app, asked.token()).await? {
        return Ok(first);
    }
    let old = if typed.old.trim().is_empty() { None } else { Some(try_old(asked, &typed.old).await?) };
    let (secret, plain) = (compared(&typed.secret), typed.secret.clone());
    let kept = secret::keep(&asked.app, &secret).await?;
    asked
        .change(&CHARTER, "choose-pin", move |tx, desk| {
            acts::choose(tx, desk, (kind, &plain, &kept), old.as_ref())?;
            Ok(Settled::to("/kort"))
        })
        .await
}

async fn try_old(asked: &Asked, old: &str) -> Result<(crate::sign_in::acts::Knock, bool), Error> {
    let person = asked.ctx.actor.person.clone().ok_or(Error::SignIn)?;
    let (app, now) = (asked.app.clone(), asked.ctx.now);
    let knock = asked.app.db().write(move |tx| knocking::knock_at(tx, &app, &person, now)).await?;
    if knock.wait_s.is_some() {
        return Err(Error::Refused("sign-in-no-tries-left"));
    }
    let right = secret::is_right(&asked.app, &compared(old), knock.kept.as_deref()).await?;
    Ok((knock, right))
}

#[derive(Template)]
#[template(path = "sign_in/pages/card.html")]
pub struct CardPage {
    pub frame: Frame,
    pub t: Say,
    pub code: String,
    pub squares: String,
    pub contact: Option<ContactItem>,
    pub back: String,
    pub has_pin: bool,
}

/// Voids the card and prints another, in one tap. Its code is shown on this page and kept nowhere.
pub async fn new_card(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let settled = asked
        .change(&CHARTER, "print-card", move |tx, desk| {
            let own = desk.own(tx)?;
            let code = acts::new_card(tx, desk, own.person())?;
            Ok(Settled::to("/kort").keeping(code))
        })
        .await?;
    let code = settled.keep.unwrap_or_default();
    let has_pin = asked
        .view(&CHARTER, |tx, desk| {
            let own = desk.own(tx)?;
            Ok(secrets::find(tx, own.person())?.is_some())
        })
        .await?;
    let mut frame = asked.frame();
    frame.path = "/kort".into();
    let contact = frame.contact.clone();
    let squares = squares(&spoken(&code))?;
    Reply::page(&CardPage { frame, t: asked.say(), code, squares, contact, back: "/kort".into(), has_pin })
}

/// What the squares hold: the same words and digits, and nothing that opens anything alone.
pub fn spoken(shown: &str) -> String {
    shown.replace(" · ", " ")
}

/// «Sperr kortet».
pub async fn void_card(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let settled = asked
        .change(&CHARTER, "void-card", move |tx, desk| {
            let own = desk.own(tx)?;
            acts::void(tx, desk, own.person())?;
            Ok(Settled::to("/kort"))
        })
        .await?;
    Ok(Reply::to(settled.to))
}
