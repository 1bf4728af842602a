//! `/inn/ansatt/las`: an employee's locked screen, opened with their PIN, and the button that locks it.

use askama::Template;
use platform::access::Settled;
use platform::door;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::session::{self, Whose};
use platform::web::{Asked, Reply, no_session_cookie};

use super::own::me;
use crate::staff::CHARTER;
use crate::staff::pin::{Tried, try_pin};
use crate::staff::store::doors;

#[derive(Template)]
#[template(path = "staff/pages/lock.html")]
struct LockPage {
    frame: Frame,
    t: Say,
    again: Again,
}

/// Locked: the form that opens. Else the day's page, or the door.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    if session::unlocking_page(&asked.ctx.actor.visit) == Some(session::LOCKED_STAFF) {
        return page(&asked, Again::default());
    }
    Ok(Reply::to(if asked.ctx.actor.account.is_some() { "/i-dag" } else { "/inn/ansatt" }))
}

fn page(asked: &Asked, again: Again) -> Result<Reply, Error> {
    let mut frame = asked.frame();
    frame.path = session::LOCKED_STAFF.into();
    frame.without_menu();
    let status = again.status.unwrap_or(200);
    Ok(Reply::page(&LockPage { frame, t: asked.say(), again })?.status(status))
}

/// Locks this screen. Without a PIN there would be nothing to open it with: then the page to choose one comes first.
pub async fn lock(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let (id, here) = (me(&asked)?, asked.ctx.actor.session.clone().ok_or(Error::SignIn)?);
    let settled = asked.change(&CHARTER, "lock", move |tx, desk| {
        desk.note_nobody();
        if doors::pin(tx, &id)?.is_none() {
            return Ok(Settled::to("/min-konto/pin"));
        }
        session::lock(tx, &here, desk.now())?;
        Ok(Settled::to(session::LOCKED_STAFF))
    });
    Ok(Reply::to(settled.await?.to))
}

/// Opens. Too many wrong ones end the session: the door is still there.
pub async fn unlock(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["pin"])?;
    // Sent again because nobody heard the answer: it was opened then, and no further try is counted.
    if let Some(first) = door::sent_before(&asked.app, asked.token()).await? {
        return Ok(Reply::to(first.to));
    }
    if session::unlocking_page(&asked.ctx.actor.visit) != Some(session::LOCKED_STAFF) {
        return Ok(Reply::to("/inn/ansatt"));
    }
    match try_unlock(&asked).await {
        Ok(Some(settled)) => Ok(Reply::to(settled.to)),
        Ok(None) => {
            let here = asked.ctx.actor.session.clone().unwrap_or_default();
            session::end(&asked.app, here, asked.ctx.now).await?;
            Ok(Reply::to("/inn/ansatt").cookie(no_session_cookie(&asked.app)).forgetting())
        }
        Err(error) => page(&asked, Again::of(&asked.say(), error)?),
    }
}

/// Nothing when there have been too many tries.
async fn try_unlock(asked: &Asked) -> Result<Option<Settled>, Error> {
    asked.token().check()?;
    let (here, now) = (asked.ctx.actor.session.clone().ok_or(Error::SignIn)?, asked.ctx.now);
    let session = here.clone();
    let account = asked.app.db().read(move |tx| match session::whose(tx, &session, now)? {
        Some(Whose::Account(account)) => Ok(account),
        _ => Err(Error::SignIn),
    });
    match try_pin(&asked.app, &account.await?, asked.form.get("pin")).await? {
        Tried::Wait(_) => return Ok(None),
        Tried::Wrong => return Err(Error::field("pin", "staff-pin-wrong")),
        Tried::Right => {}
    }
    let settled = asked.change(&CHARTER, "unlock", move |tx, desk| {
        desk.note_nobody();
        session::unlock(tx, &here, desk.now())?;
        Ok(Settled::to("/i-dag"))
    });
    settled.await.map(Some)
}
