//! `/inn/nokkel`: the device is asked who is there, and its answer opens a session.

use askama::Template;
use platform::access::Settled;
use platform::ctx::Door;
use platform::error::Error;
use platform::frame::{Again, Frame, PASSKEY, Say};
use platform::session::{self, Holder, Life};
use platform::web::{Asked, Reply, session_cookie};

use super::Asking;
use crate::passkeys::CHARTER;
use crate::passkeys::ceremony::{self, Claim};
use crate::passkeys::rules::{Refusal, TRY_MINUTES, opens};
use crate::passkeys::store::{self, Owner};

#[derive(Template)]
#[template(path = "passkeys/pages/sign_in.html")]
struct SignInPage {
    frame: Frame,
    t: Say,
    again: Again,
    script: &'static str,
    asking: Option<Asking>,
}

/// The door.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(&asked, Again::default(), None)
}

fn draw(asked: &Asked, again: Again, asking: Option<Asking>) -> Result<Reply, Error> {
    let status = again.status.unwrap_or(200);
    let page = SignInPage { frame: asked.frame(), t: asked.say(), again, script: PASSKEY, asking };
    Ok(Reply::page(&page)?.status(status))
}

/// The question. The page's script asks for it and hands it to the device.
pub async fn start(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&[])?;
    let (app, question) = (asked.app.clone(), ceremony::ask_who(&asked.app)?);
    let settled = asked.change(&CHARTER, "ask-passkey", move |tx, desk| {
        let id = ceremony::try_id(desk.bits());
        store::remember(tx, &app, &id, &question.state, desk.now().plus_minutes(TRY_MINUTES))?;
        let asking = Asking { id, options: question.options.clone() };
        Ok(Settled::to("/inn/nokkel").keeping(asking.kept()))
    });
    match settled.await {
        Ok(settled) => draw(&asked, Again::default(), settled.keep.as_deref().and_then(Asking::of)),
        Err(error) => draw(&asked, Again::of(&asked.say(), error)?, None),
    }
}

/// The answer.
pub async fn finish(asked: Asked) -> Result<Reply, Error> {
    match try_finish(&asked).await {
        Ok(Settled { to, keep: Some(opener) }) => Ok(Reply::to(to).cookie(session_cookie(&asked.app, &opener))),
        Ok(_) => Err(Error::fault("a passkey opened no session")),
        Err(error) => draw(&asked, Again::of(&asked.say(), error)?, None),
    }
}

async fn try_finish(asked: &Asked) -> Result<Settled, Error> {
    asked.form.only(&["try", "answer"])?;
    let (app, id) = (asked.app.clone(), asked.form.get("try").to_owned());
    let (claim, opener) = (Claim::read(asked.form.get("answer"))?, session::opener(&asked.app));
    let settled = asked.change(&CHARTER, "sign-in-passkey", move |tx, desk| {
        desk.note_nobody();
        let (now, no) = (desk.now(), || Error::refused(&Refusal::NotKnown));
        let state = store::recall(tx, &app, &id, now)?.ok_or_else(no)?;
        let (key_id, key, owner) = store::find(tx, &app, claim.hash(&app))?.ok_or_else(no)?;
        let key = claim.prove(&app, &state, key)?;
        store::used(tx, &app, &key_id, &key, &owner, now)?;
        let (holder, life, to) = match owner {
            Owner::Person(person) => (Holder::Person(person, Door::Full), Life::Own, "/hjem"),
            Owner::Account { account, role, made_at, standing } => {
                opens(standing, made_at, now).map_err(|refusal| Error::refused(&refusal))?;
                let home = if role.is_staff() { "/i-dag" } else { "/hjem" };
                (Holder::Account(account, role), Life::Shift, home)
            }
        };
        session::open(tx, &opener, &holder, life, now)?;
        Ok(Settled::to(to).keeping(&opener))
    });
    settled.await
}
