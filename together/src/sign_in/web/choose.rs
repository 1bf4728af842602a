//! «Velg»: this screen, a new phone, or a new card. The person reads which old sessions have ended.

use askama::Template;
use kernel::id::RowId;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, ContactItem, Frame, Say, contact_item};
use platform::session::{self, Whose};
use platform::web::{Asked, Reply, session_cookie};

use super::own::{CardPage, spoken};
use super::shown::{SessionView, case_of, status, turned};
use crate::sign_in::CHARTER;
use crate::sign_in::acts::back as acts;
use crate::sign_in::card::squares;
use crate::sign_in::store::secrets;

#[derive(Template)]
#[template(path = "sign_in/pages/choose.html")]
struct ChoosePage {
    frame: Frame,
    t: Say,
    again: Again,
    case: RowId,
    ended: Vec<SessionView>,
}

/// The three ways.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    page(&asked, Again::default()).await
}

async fn page(asked: &Asked, again: Again) -> Result<Reply, Error> {
    let (case, say) = (case_of(asked)?, asked.say());
    let id = case.clone();
    let ended = asked
        .view(&CHARTER, move |tx, desk| {
            let (person, found) = acts::mine(tx, desk.ctx().actor.account.as_ref(), &id)?;
            if found.proof.is_none() {
                return Ok(None);
            }
            let there = desk.at_the_door(tx, &person, None)?;
            let ended = session::ended(tx, &Whose::Person(person), id.as_str())?;
            let ended = ended.iter().filter(|_| there.is_some());
            Ok(Some(ended.map(|known| SessionView::of(&say, known, None, desk.now())).collect()))
        })
        .await?;
    let Some(ended) = ended else { return Ok(Reply::to(format!("/inn-igjen/{case}"))) };
    let mut frame = turned(asked);
    frame.path = format!("/inn-igjen/{case}/velg");
    Ok(status(Reply::page(&ChoosePage { frame, t: asked.say(), again: again.clone(), case, ended })?, &again))
}

/// Chooses.
pub async fn choose(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["vei"])?;
    let case = case_of(&asked)?;
    let answer = match asked.form.get("vei") {
        "her" => here(&asked, case).await,
        "telefon" => phone(&asked, case).await,
        "kort" => new_card(&asked, case).await,
        _ => Err(Error::field("vei", "form-choose")),
    };
    match answer {
        Ok(reply) => Ok(reply),
        Err(error) => {
            let again = Again::of(&asked.say(), error)?;
            page(&asked, again).await
        }
    }
}

async fn here(asked: &Asked, case: RowId) -> Result<Reply, Error> {
    let opener = session::opener(&asked.app);
    let settled = asked
        .change(&CHARTER, "come-in-here", move |tx, desk| {
            acts::here(tx, desk, &case, &opener)?;
            Ok(Settled::to("/inn/framme").keeping(opener.clone()))
        })
        .await?;
    let opener = settled.keep.unwrap_or_default();
    Ok(Reply::to(settled.to).cookie(session_cookie(&asked.app, &opener)))
}

#[derive(Template)]
#[template(path = "sign_in/pages/digits.html")]
struct DigitsPage {
    frame: Frame,
    t: Say,
    case: RowId,
    digits: String,
    spaced: String,
    squares: String,
    address: String,
}

async fn phone(asked: &Asked, case: RowId) -> Result<Reply, Error> {
    let id = case.clone();
    let settled = asked
        .change(&CHARTER, "give-digits", move |tx, desk| {
            let digits = acts::phone(tx, desk, &id)?;
            Ok(Settled::to(format!("/inn-igjen/{id}/velg")).keeping(digits))
        })
        .await?;
    let digits = settled.keep.unwrap_or_default();
    let address = format!("{}/inn", asked.app.config().public_url);
    let squares = squares(&format!("{address}/tall/{digits}"))?;
    let (first, last) = digits.split_at_checked(3).unwrap_or((&digits, ""));
    let spaced = format!("{first} {last}");
    let mut frame = turned(asked);
    frame.path = format!("/inn-igjen/{case}/velg");
    Reply::page(&DigitsPage { frame, t: asked.say(), case, spaced, squares, address, digits })
}

async fn new_card(asked: &Asked, case: RowId) -> Result<Reply, Error> {
    let id = case.clone();
    let settled = asked
        .change(&CHARTER, "print-card", move |tx, desk| {
            let code = acts::new_card(tx, desk, &id)?;
            Ok(Settled::to(format!("/inn-igjen/{id}/velg")).keeping(code))
        })
        .await?;
    let code = settled.keep.unwrap_or_default();
    let id = case.clone();
    let (contact, has_pin) = asked
        .view(&CHARTER, move |tx, desk| {
            let (person, _) = acts::mine(tx, desk.ctx().actor.account.as_ref(), &id)?;
            let has_pin = secrets::find(tx, &person)?.is_some();
            let there = desk.at_the_door(tx, &person, None)?.ok_or(Error::Missing)?;
            let contact = acts::contacts(tx, &there.permit, desk.now())?.into_iter().next();
            let item: Option<ContactItem> = contact.and_then(|one| Some(contact_item(one.name.as_deref()?, &one.phone)));
            Ok((item, has_pin))
        })
        .await?;
    let mut frame = turned(asked);
    frame.path = format!("/inn-igjen/{case}/velg");
    let squares = squares(&spoken(&code))?;
    let back = format!("/inn-igjen/{case}/velg");
    Reply::page(&CardPage { frame, t: asked.say(), code, squares, contact, back, has_pin })
}
