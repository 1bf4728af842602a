//! `/folk/{person}/kort`: the first PIN and card, together with an employee. The screen is turned, and the person types.

use askama::Template;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::secret;
use platform::web::{Asked, Reply};

use super::own::{CardPage, spoken};
use super::shown::{status, turned};
use crate::sign_in::CHARTER;
use crate::sign_in::acts::first as acts;
use crate::sign_in::card::squares;
use crate::sign_in::secrets::{Kind, compared, objection};

#[derive(Template)]
#[template(path = "sign_in/pages/first.html")]
struct FirstPage {
    frame: Frame,
    t: Say,
    again: Again,
    base: String,
    typed: Typed,
    open: bool,
}

#[derive(Clone, Default)]
struct Typed {
    kind: String,
    secret: String,
    shown: bool,
}

/// The form, or why there is none.
pub async fn form(asked: Asked) -> Result<Reply, Error> {
    page(&asked, Typed { kind: "pin".into(), ..Typed::default() }, Again::default()).await
}

async fn page(asked: &Asked, typed: Typed, mut again: Again) -> Result<Reply, Error> {
    let person = asked.person()?;
    let base = format!("/folk/{person}");
    let may = asked.view(&CHARTER, move |tx, desk| acts::may_give(tx, desk, &person).map(drop)).await;
    let open = may.is_ok();
    if let Err(error) = may {
        again = Again::of(&asked.say(), error)?;
    }
    // Nobody has taken the screen yet when there is nothing to type: the employee keeps the menu.
    let mut frame = if open { turned(asked) } else { asked.frame() };
    frame.path = format!("{base}/kort");
    Ok(status(Reply::page(&FirstPage { frame, t: asked.say(), again: again.clone(), base, typed, open })?, &again))
}

/// Keeps what was typed and shows the card.
pub async fn give(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["slag", "hemmelig", "vis"])?;
    let get = |name| asked.form.get(name).to_owned();
    let typed = Typed { kind: get("slag"), secret: get("hemmelig"), shown: asked.form.has("vis") };
    if typed.shown {
        return page(&asked, typed, Again::default()).await;
    }
    match try_give(&asked, &typed).await {
        Ok(code) => card(&asked, code),
        Err(error) => {
            let again = Again::of(&asked.say(), error)?;
            page(&asked, Typed { kind: typed.kind, ..Typed::default() }, again).await
        }
    }
}

async fn try_give(asked: &Asked, typed: &Typed) -> Result<String, Error> {
    asked.token().check()?;
    let person = asked.person()?;
    let kind = Kind::parse(&typed.kind).ok_or_else(|| Error::field("slag", "form-choose"))?;
    if let Some(key) = objection(kind, &typed.secret, None) {
        return Err(Error::field("hemmelig", key));
    }
    let (kept, plain) = (secret::keep(&asked.app, &compared(&typed.secret)).await?, typed.secret.clone());
    let settled = asked.change(&CHARTER, "give-first", move |tx, desk| {
        let code = acts::give(tx, desk, &person, (kind, &plain, &kept))?;
        Ok(Settled::to(format!("/folk/{person}")).keeping(code))
    });
    Ok(settled.await?.keep.unwrap_or_default())
}

fn card(asked: &Asked, code: String) -> Result<Reply, Error> {
    let person = asked.person()?;
    let mut frame = turned(asked);
    frame.path = format!("/folk/{person}/kort");
    let squares = squares(&spoken(&code))?;
    let back = format!("/folk/{person}");
    Reply::page(&CardPage { frame, t: asked.say(), code, squares, contact: None, back, has_pin: true })
}
