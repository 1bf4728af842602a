//! Six digits from an employee's screen: typed on `/inn`, or read as squares by the new phone.

use askama::Template;
use platform::access::Settled;
use platform::error::Error;
use platform::frame::{Again, Frame, Say};
use platform::session;
use platform::web::{Asked, Reply, session_cookie};

use super::shown::{status, wait};
use crate::sign_in::CHARTER;
use crate::sign_in::acts::door as acts;
use crate::sign_in::limits;

#[derive(Template)]
#[template(path = "sign_in/pages/six.html")]
struct SixPage {
    frame: Frame,
    t: Say,
    again: Again,
    typed: String,
}

/// The digits of a picture of squares: looking shows a button, pressing it opens. The same for all digits.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    let typed = six(asked.param("digits")).ok_or(Error::Missing)?;
    page(&asked, typed, Again::default())
}

fn six(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(|sign| !sign.is_whitespace()).collect();
    (digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_digit())).then_some(digits)
}

fn page(asked: &Asked, typed: String, again: Again) -> Result<Reply, Error> {
    let mut frame = asked.frame();
    frame.path = "/inn".into();
    Ok(status(Reply::page(&SixPage { frame, t: asked.say(), again: again.clone(), typed })?, &again))
}

/// In with six digits.
pub async fn open(asked: Asked) -> Result<Reply, Error> {
    asked.form.only(&["tall"])?;
    let typed = asked.form.get("tall").to_owned();
    match try_digits(&asked, &typed).await {
        Ok(reply) => Ok(reply),
        Err(Error::Refused("sign-in-wait")) => page(&asked, typed, wait(&asked.say(), 600)),
        Err(error) => page(&asked, typed, Again::of(&asked.say(), error)?),
    }
}

async fn try_digits(asked: &Asked, typed: &str) -> Result<Reply, Error> {
    asked.token().check()?;
    let digits = six(typed).ok_or_else(|| Error::field("tall", "sign-in-six-missing"))?;
    let now = asked.ctx.now;
    if asked.app.db().write(move |tx| Ok(limits::begin_digits(tx, now)?)).await?.is_some() {
        return Err(Error::Refused("sign-in-wait"));
    }
    let opener = session::opener(&asked.app);
    let outcome = asked.change(&CHARTER, "come-in-with-digits", move |tx, desk| {
        acts::with_digits(tx, desk, &digits, &opener)?;
        Ok(Settled::to("/inn/framme").keeping(opener.clone()))
    });
    let settled = outcome.await.map_err(|error| match error {
        // Another sentence than for the card: there is nothing to look at again but six digits.
        Error::Refused("sign-in-no-match") => Error::Refused("sign-in-six-wrong"),
        other => other,
    })?;
    let opener = settled.keep.unwrap_or_default();
    Ok(Reply::to(settled.to).cookie(session_cookie(&asked.app, &opener)))
}
