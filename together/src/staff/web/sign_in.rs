//! `/inn/ansatt`: the door for staff. A passkey where a script runs; else a colleague's code and one's own PIN.

use askama::Template;
use kernel::id::AccountId;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::session::{self, Holder, Life};
use platform::web::{Asked, Reply, session_cookie};

use crate::staff::CHARTER;
use crate::staff::pin::{CODE_LIMIT, EVERYONE, Tried, code_hash, read_code, too_many, try_nobody, try_pin};
use crate::staff::rules::{Command, Refusal, decide};
use crate::staff::store::{accounts, doors};

#[derive(Template)]
#[template(path = "staff/pages/sign_in.html")]
struct SignInPage {
    frame: Frame,
    t: Say,
    again: Again,
    code: String,
}

/// The door.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(&asked, Again::default())
}

fn draw(asked: &Asked, again: Again) -> Result<Reply, Error> {
    let status = again.status.unwrap_or(200);
    let page = SignInPage { frame: asked.frame(), t: asked.say(), again, code: asked.form.get("code").to_owned() };
    Ok(Reply::page(&page)?.status(status))
}

/// Code and PIN. Whatever is wrong, the sentence is the same.
pub async fn enter(asked: Asked) -> Result<Reply, Error> {
    match try_enter(&asked).await {
        Ok(opener) => Ok(Reply::to("/i-dag").cookie(session_cookie(&asked.app, &opener))),
        Err(error) => draw(&asked, Again::of(&asked.say(), error)?),
    }
}

async fn try_enter(asked: &Asked) -> Result<String, Error> {
    asked.form.only(&["code", "pin"])?;
    let (app, now, pin) = (&asked.app, asked.ctx.now, asked.form.get("pin"));
    let hash = read_code(asked.form.get("code")).map(|code| code_hash(app, &code));
    let looked_up = hash.clone();
    let found = app.db().read(move |tx| {
        if CODE_LIMIT.must_wait_s(tx, EVERYONE, now)?.is_some() {
            return Err(too_many());
        }
        Ok(looked_up.map(|hash| doors::whose_code(tx, hash, now)).transpose()?.flatten())
    });
    let (tried, account) = match found.await? {
        Some(account) => (try_pin(app, &account, pin).await?, Some(account)),
        None => (try_nobody(app, pin).await?, None),
    };
    match (tried, account, hash) {
        (Tried::Right, Some(account), Some(hash)) => open(asked, account, hash).await,
        (Tried::Wait(_), ..) => Err(too_many()),
        _ => {
            app.db().write(move |tx| Ok(CODE_LIMIT.count_wrong(tx, EVERYONE, now)?)).await?;
            turn_away(asked).await
        }
    }
}

/// A no that stands in the log: of nobody, since nobody has shown who they are.
async fn turn_away(asked: &Asked) -> Result<String, Error> {
    let refused = asked.change(&CHARTER, "sign-in-staff", |_, desk| {
        desk.note_nobody();
        Err(Error::refused(&Refusal::Wrong))
    });
    refused.await.map(|settled| settled.keep.unwrap_or_default())
}

async fn open(asked: &Asked, id: AccountId, code: Vec<u8>) -> Result<String, Error> {
    let opener = session::opener(&asked.app);
    let settled = asked.change(&CHARTER, "sign-in-staff", move |tx, desk| {
        desk.note_nobody();
        let now = desk.now();
        let account = accounts::load(tx, &id)?;
        decide(account.standing(now), Command::Enter, now).map_err(|refusal| Error::refused(&refusal))?;
        if !doors::use_code(tx, code.clone(), &id, now)? {
            return Err(Error::refused(&Refusal::Wrong));
        }
        session::open(tx, &opener, &Holder::Account(id.clone(), account.role), Life::Shift, now)?;
        Ok(Settled::to("/i-dag").keeping(&opener))
    });
    settled.await?.keep.ok_or_else(|| Error::fault("a right code opened no session"))
}
