//! A screen that many use: made so by an employee, and closed by whoever is done, or by the clock.

use askama::Template;
use platform::ctx::Actor;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::session::{self, WARNING_S};
use platform::web::{Asked, Reply, no_session_cookie, shared_screen_cookie};

#[derive(Template)]
#[template(path = "sign_in/pages/kiosk.html")]
struct KioskPage {
    frame: Frame,
    t: Say,
    shared: bool,
}

/// Whether this device is a shared screen.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let shared = asked.ctx.shared_screen;
    Reply::page(&KioskPage { frame: asked.frame(), t: asked.say(), shared })
}

/// Makes it one, or an own one again. On the way the employee is signed out: what follows is somebody else's.
pub async fn set(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["delt"])?;
    asked.token().check()?;
    let shared = asked.form.get("delt") == "ja";
    if !shared {
        return Ok(Reply::to("/kiosk").cookie(shared_screen_cookie(false)));
    }
    end(&asked).await?;
    Ok(Reply::to("/").cookie(no_session_cookie(&asked.app)).cookie(shared_screen_cookie(true)).forgetting())
}

async fn end(asked: &Asked) -> Result<(), Error> {
    match asked.ctx.actor.session.clone() {
        Some(session) => session::end(&asked.app, session, asked.ctx.now).await,
        None => Ok(()),
    }
}

#[derive(Template)]
#[template(path = "sign_in/pages/still_there.html")]
struct StillPage {
    frame: Frame,
    t: Say,
}

/// «Er du der?» Looking at it is not being there: pressing is.
pub async fn still_there(asked: Asked) -> Result<Reply, Error> {
    let frame = asked.frame();
    let shared = frame.shared_screen;
    let reply = Reply::page(&StillPage { frame, t: asked.say() })?;
    Ok(if shared { reply.then(WARNING_S, session::CLOSED) } else { reply })
}

/// Somebody is here: the request itself has told the clock.
pub async fn here(_: Asked) -> Result<Reply, Error> {
    Ok(Reply::to(session::STILL_THERE))
}

/// How long the farewell stands before the front page comes.
const FAREWELL_S: i64 = 10;

#[derive(Template)]
#[template(path = "sign_in/pages/closed.html")]
struct ClosedPage {
    frame: Frame,
    t: Say,
}

/// «Alt er lukket.» On a shared screen this ends what was still open; elsewhere it ends nothing.
pub async fn closed(asked: Asked) -> Result<Reply, Error> {
    let shared = asked.ctx.shared_screen || asked.ctx.actor.visit.kiosk;
    if asked.ctx.actor.session.is_some() && !shared {
        return Ok(Reply::to(asked.frame().home));
    }
    end(&asked).await?;
    let mut nobody = asked.clone();
    nobody.ctx.actor = Actor::visitor();
    let reply = Reply::page(&ClosedPage { frame: nobody.frame(), t: asked.say() })?.then(FAREWELL_S, "/");
    Ok(if shared { reply.cookie(no_session_cookie(&asked.app)).forgetting() } else { reply })
}

/// «Ferdig»: ends the session here and on the server, and asks the browser to forget.
pub async fn finish(asked: Asked) -> Result<Reply, Error> {
    end(&asked).await?;
    Ok(Reply::to(session::CLOSED).cookie(no_session_cookie(&asked.app)).forgetting())
}
