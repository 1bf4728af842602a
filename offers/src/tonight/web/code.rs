//! `/i-natt/svar`: the code opens the one answer, for somebody who has not said who they are.

use askama::Template;
use kernel::code::Code;
use platform::access::Settled;
use platform::ctx::Door;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::session::{self, Holder, Life};
use platform::web::{Asked, Reply, session_cookie};

use crate::tonight::CHARTER;
use crate::tonight::acts;
use crate::tonight::store::opened;

#[derive(Template)]
#[template(path = "tonight/pages/code.html")]
struct CodePage {
    frame: Frame,
    t: Say,
    again: Again,
    typed: String,
}

/// The form.
pub async fn form(asked: Asked) -> Result<Reply, Error> {
    draw(asked, Again::default()).await
}

async fn draw(asked: Asked, again: Again) -> Result<Reply, Error> {
    let typed = asked.form.get("code").to_owned();
    let page = CodePage { frame: asked.frame(), t: asked.say(), typed, again };
    Reply::page_again(&page, page.again.status)
}

fn wrong() -> Error {
    Error::field("code", "tonight-code-wrong")
}

/// Opens it. Every wrong code is met with the same sentence, whatever is wrong with it.
pub async fn open(asked: Asked) -> Result<Reply, Error> {
    let outcome = try_open(&asked).await;
    match outcome {
        Ok(opener) => {
            // One browser, one session: what was open before is ended, not only forgotten.
            if let Some(before) = asked.ctx.actor.session.clone() {
                session::end(&asked.app, before, asked.ctx.now).await?;
            }
            Ok(Reply::to("/i-natt/min").cookie(session_cookie(&asked.app, &opener)))
        }
        Err(error) => {
            let again = Again::of(&asked.say(), error)?;
            draw(asked, again).await
        }
    }
}

async fn try_open(asked: &Asked) -> Result<String, Error> {
    asked.form.only(&["code"])?;
    let code = Code::parse(asked.form.get("code")).ok_or_else(wrong)?;
    let opener = session::opener(&asked.app);
    let settled = asked
        .change(&CHARTER, "open-answer", move |tx, desk| {
            desk.note_nobody();
            let Some(person) = acts::find_by_code(tx, desk, &code)? else { return Ok(Settled::to("/i-natt/svar")) };
            session::open(tx, &opener, &Holder::Person(person.clone(), Door::Code), Life::Code, desk.now())?;
            opened::note(tx, &person, &session::hash(&opener))?;
            Ok(Settled::to("/i-natt/min").keeping(opener.clone()))
        })
        .await?;
    settled.keep.ok_or_else(wrong)
}
