//! «Lås skjermen», and opening it again with PIN or own words.

use askama::Template;
use kernel::role::Role;
use platform::access::Settled;
use platform::ctx::Door;
use platform::door;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::secret;
use platform::session::{self, Whose};
use platform::web::{Asked, Reply, no_session_cookie};

use super::shown::status;
use crate::sign_in::CHARTER;
use crate::sign_in::acts::{door as knocking, own as acts};
use crate::sign_in::secrets::compared;

#[derive(Template)]
#[template(path = "sign_in/pages/lock.html")]
struct LockPage {
    frame: Frame,
    t: Say,
    again: Again,
    typed: String,
    shown: bool,
}

#[derive(Template)]
#[template(path = "sign_in/pages/lock_now.html")]
struct LockNowPage {
    frame: Frame,
    t: Say,
    again: Again,
}

/// Locked: the form that opens. Not locked: the button that locks. Nobody there: the doors.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    if asked.ctx.actor.visit.locked {
        return page(&asked, String::new(), false, Again::default());
    }
    if asked.ctx.actor.person.is_some() && asked.ctx.actor.door == Door::Full {
        return lock_page(&asked, Again::default());
    }
    Ok(Reply::to("/inn"))
}

fn page(asked: &Asked, typed: String, shown: bool, again: Again) -> Result<Reply, Error> {
    let mut frame = asked.frame();
    frame.path = session::LOCKED.into();
    frame.without_menu();
    Ok(status(Reply::page(&LockPage { frame, t: asked.say(), again: again.clone(), typed, shown })?, &again))
}

fn lock_page(asked: &Asked, again: Again) -> Result<Reply, Error> {
    Ok(status(Reply::page(&LockNowPage { frame: asked.frame(), t: asked.say(), again: again.clone() })?, &again))
}

/// Locks.
pub async fn lock(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let locked = asked
        .change(&CHARTER, "lock", |tx, desk| {
            acts::lock_here(tx, desk)?;
            Ok(Settled::to(session::LOCKED))
        })
        .await;
    match locked {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(error) => lock_page(&asked, Again::of(&asked.say(), error)?),
    }
}

/// Opens. Too many wrong ones end the session: the doors are still there.
pub async fn unlock(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["hemmelig", "vis"])?;
    let typed = asked.form.get("hemmelig").to_owned();
    if !asked.ctx.actor.visit.locked {
        // The button was pressed twice: it is open already, and whoever holds it is at home.
        let is_in = asked.ctx.actor.role == Role::Person && asked.ctx.actor.door == Door::Full;
        return Ok(Reply::to(if is_in { "/hjem" } else { "/inn" }));
    }
    if asked.form.has("vis") {
        return page(&asked, typed, true, Again::default());
    }
    match try_secret(&asked, &typed).await {
        Ok(settled) => Ok(Reply::to(settled.to)),
        Err(Error::Refused("sign-in-no-tries-left")) => {
            let session = asked.ctx.actor.session.clone().unwrap_or_default();
            session::end(&asked.app, session, asked.ctx.now).await?;
            Ok(Reply::to("/inn").cookie(no_session_cookie(&asked.app)).forgetting())
        }
        Err(error) => page(&asked, String::new(), false, Again::of(&asked.say(), error)?),
    }
}

async fn try_secret(asked: &Asked, typed: &str) -> Result<Settled, Error> {
    asked.token().check()?;
    if typed.trim().is_empty() {
        return Err(Error::field("hemmelig", "sign-in-secret-missing"));
    }
    // Sent again because nobody heard the answer: it was opened then, and no further try is counted.
    if let Some(first) = door::sent_before(&asked.app, asked.token()).await? {
        return Ok(first);
    }
    let session = asked.ctx.actor.session.clone().ok_or(Error::SignIn)?;
    let (app, now) = (asked.app.clone(), asked.ctx.now);
    let knock = asked.app.db().write(move |tx| match session::whose(tx, &session, now)? {
        Some(Whose::Person(person)) => knocking::knock_at(tx, &app, &person, now),
        _ => Err(Error::SignIn),
    });
    let knock = knock.await?;
    if knock.wait_s.is_some() {
        return Err(Error::Refused("sign-in-no-tries-left"));
    }
    let right = secret::is_right(&asked.app, &compared(typed), knock.kept.as_deref()).await?;
    asked
        .change(&CHARTER, "unlock", move |tx, desk| {
            knocking::unlock(tx, desk, &knock, right)?;
            Ok(Settled::to("/hjem"))
        })
        .await
}
