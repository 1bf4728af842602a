//! `/innlogget`: where the person is signed in, and the way to end one or all.

use askama::Template;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::session::{self, Whose};
use platform::web::{Asked, Reply};

use super::shown::SessionView;
use crate::sign_in::CHARTER;

#[derive(Template)]
#[template(path = "sign_in/pages/sessions.html")]
struct SessionsPage {
    frame: Frame,
    t: Say,
    sessions: Vec<SessionView>,
    others: bool,
}

/// The list.
pub async fn list(asked: Asked) -> Result<Reply, Error> {
    let say = asked.say();
    let sessions: Vec<SessionView> = asked
        .view(&CHARTER, move |tx, desk| {
            let own = desk.own(tx)?;
            let here = desk.ctx().actor.session.clone();
            let running = session::running(tx, &Whose::Person(own.person().clone()), desk.now())?;
            Ok(running.iter().map(|known| SessionView::of(&say, known, here.as_deref(), desk.now())).collect())
        })
        .await?;
    let others = sessions.iter().any(|session| !session.here);
    Reply::page(&SessionsPage { frame: asked.frame(), t: asked.say(), sessions, others })
}

/// Why somebody's own sessions were ended from the list.
const BY_HAND: &str = "by-hand";

/// Ends one, or all the others.
pub async fn end(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["en", "alle"])?;
    let one = asked.form.get("en").to_owned();
    let settled = asked
        .change(&CHARTER, "end-session", move |tx, desk| {
            let own = desk.own(tx)?;
            let whose = Whose::Person(own.person().clone());
            if one.is_empty() {
                session::end_all(tx, &whose, desk.ctx().actor.session.as_deref(), BY_HAND, desk.now())?;
            } else if !session::end_one(tx, &whose, &one, BY_HAND, desk.now())? {
                return Err(Error::Missing);
            }
            Ok(Settled::to("/innlogget"))
        })
        .await?;
    Ok(Reply::to(settled.to))
}
