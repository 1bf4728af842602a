//! `/inn`: the doors, all equal. And the page one comes to after having lost a phone.

use askama::Template;
use kernel::code::Code;
use platform::access::Settled;
use platform::door;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::web::{Asked, Reply, session_cookie};
use platform::{secret, session};

use super::shown::{SessionView, status, wait};
use crate::sign_in::CHARTER;
use crate::sign_in::acts::door as acts;
use crate::sign_in::secrets::{LONGEST, compared};
use crate::sign_in::store::secrets;

#[derive(Template)]
#[template(path = "sign_in/pages/inn.html")]
struct DoorPage {
    frame: Frame,
    t: Say,
    again: Again,
    typed: Typed,
    locked: bool,
}

#[derive(Clone, Default)]
struct Typed {
    card: String,
    secret: String,
    shown: bool,
    lost: bool,
}

/// The doors.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    page(&asked, Typed::default(), Again::default())
}

fn page(asked: &Asked, typed: Typed, again: Again) -> Result<Reply, Error> {
    let mut frame = asked.frame();
    frame.path = "/inn".into();
    frame.sign_in = false;
    let locked = asked.ctx.actor.visit.locked;
    let reply = status(Reply::page(&DoorPage { frame, t: asked.say(), again: again.clone(), typed, locked })?, &again);
    Ok(reply)
}

/// In with card and PIN.
pub async fn open(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["kort", "hemmelig", "mistet", "vis"])?;
    let get = |name| asked.form.get(name).to_owned();
    let mut typed =
        Typed { card: get("kort"), secret: get("hemmelig"), shown: asked.form.has("vis"), lost: asked.form.has("mistet") };
    if typed.shown {
        return page(&asked, typed, Again::default());
    }
    let secret = std::mem::take(&mut typed.secret);
    match try_card(&asked, &typed, &secret).await {
        Ok(reply) => Ok(reply),
        Err(Error::Refused("sign-in-wait")) => page(&asked, typed, wait(&asked.say(), 15 * 60)),
        Err(error) => page(&asked, typed, Again::of(&asked.say(), error)?),
    }
}

async fn try_card(asked: &Asked, typed: &Typed, secret: &str) -> Result<Reply, Error> {
    asked.token().check()?;
    missing(typed, secret)?;
    // Words that are not on the list are no card of anybody's, and are met like one that is.
    let code = Code::parse(&typed.card).ok_or(Error::Refused("sign-in-no-match"))?;
    let (app, now, at) = (asked.app.clone(), asked.ctx.now, code.clone());
    let knock = app.db().write({
        let app = app.clone();
        move |tx| acts::knock(tx, &app, &at, now)
    });
    let knock = knock.await?;
    if knock.wait_s.is_some() {
        return Err(Error::Refused("sign-in-wait"));
    }
    let right = secret::is_right(&app, &compared(secret), knock.kept.as_deref()).await?;
    let (opener, lost) = (session::opener(&app), typed.lost);
    let settled = door::execute(&app, &asked.ctx, &CHARTER, "come-in-with-card", asked.token(), move |tx, desk| {
        acts::with_card(tx, desk, &code, &knock, right, (lost, &opener))?;
        Ok(Settled::to(if lost { "/inn/framme" } else { "/hjem" }).keeping(opener.clone()))
    })
    .await?;
    let opener = settled.keep.unwrap_or_default();
    Ok(Reply::to(settled.to).cookie(session_cookie(&app, &opener)))
}

fn missing(typed: &Typed, secret: &str) -> Result<(), Error> {
    if typed.card.trim().is_empty() {
        return Err(Error::field("kort", "sign-in-card-missing"));
    }
    if secret.trim().is_empty() {
        return Err(Error::field("hemmelig", "sign-in-secret-missing"));
    }
    if secret.chars().count() > LONGEST {
        return Err(Error::Invalid(vec![FieldError::new("hemmelig", "form-too-long")]));
    }
    Ok(())
}

#[derive(Template)]
#[template(path = "sign_in/pages/arrived.html")]
struct ArrivedPage {
    frame: Frame,
    t: Say,
    ended: Vec<SessionView>,
    has_pin: bool,
    forgot: bool,
}

/// «Ingenting er borte.»
pub async fn arrived(asked: Asked) -> Result<Reply, Error> {
    let say = asked.say();
    let (ended, has_pin, forgot) = asked
        .view(&CHARTER, move |tx, desk| {
            let own = desk.own(tx)?;
            let visit = desk.ctx().actor.visit;
            let since = visit.since.unwrap_or_else(|| desk.now());
            let ended = session::ended_between(tx, &session::Whose::Person(own.person().clone()), since.plus_s(-1800), since)?;
            let view = |known| SessionView::of(&say, known, None, desk.now());
            let has_pin = secrets::find(tx, own.person())?.is_some();
            Ok((ended.iter().map(view).collect(), has_pin, visit.came_by == session::CameBy::Vouched))
        })
        .await?;
    Reply::page(&ArrivedPage { frame: asked.frame(), t: asked.say(), ended, has_pin, forgot })
}
