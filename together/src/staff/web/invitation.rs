//! A one-time link: looking at it shows the same page for every link, sending it uses the link up.

use askama::Template;
use kernel::id::AccountId;
use platform::error::{Error, FieldError};
use platform::frame::{Again, Frame, Say};
use platform::secret;
use platform::session;
use platform::web::{Asked, Reply, session_cookie};

use crate::staff::pin::{Tried, too_many, try_pin};
use crate::staff::rules::{LINK_DAYS, is_good_pin};
use crate::staff::{CHARTER, acts};

#[derive(Template)]
#[template(path = "staff/pages/invitation.html")]
struct InvitationPage {
    frame: Frame,
    t: Say,
    again: Again,
    days: i64,
    signed_in: Option<String>,
    join: bool,
}

/// The page. It says nothing about whether the link is right.
pub async fn show(asked: Asked) -> Result<Reply, Error> {
    draw(&asked, Again::default())
}

fn draw(asked: &Asked, again: Again) -> Result<Reply, Error> {
    let mut frame = asked.frame();
    // The language switch must not carry the link along in a field.
    frame.path = "/".into();
    let status = again.status.unwrap_or(200);
    let page = InvitationPage {
        frame,
        t: asked.say(),
        again,
        days: LINK_DAYS,
        signed_in: me(asked).map(|_| asked.ctx.actor.name.clone()),
        join: asked.form.has("join"),
    };
    Ok(Reply::page(&page)?.status(status))
}

fn me(asked: &Asked) -> Option<AccountId> {
    asked.ctx.actor.account.clone().filter(|_| asked.ctx.actor.role.is_staff())
}

/// Chooses a PIN, uses the link up and opens the session.
pub async fn redeem(asked: Asked) -> Result<Reply, Error> {
    match try_redeem(&asked).await {
        Ok(opener) => Ok(Reply::to("/min-konto").cookie(session_cookie(&asked.app, &opener))),
        Err(error) => draw(&asked, Again::of(&asked.say(), error)?),
    }
}

async fn try_redeem(asked: &Asked) -> Result<String, Error> {
    asked.form.only(&["pin", "again", "join"])?;
    let typed = asked.form.get("pin");
    let joined = me(asked).filter(|_| asked.form.has("join"));
    match &joined {
        // Whoever stands at an open screen must not get hold of the account behind it: its PIN is asked for.
        Some(account) => match try_pin(&asked.app, account, typed).await? {
            Tried::Right => {}
            Tried::Wrong => return Err(Error::field("pin", "staff-pin-wrong")),
            Tried::Wait(_) => return Err(too_many()),
        },
        None => chosen(typed, asked.form.get("again"))?,
    }
    let kept = secret::keep(&asked.app, typed).await?;
    let (link, opener) = (asked.param("opener").to_owned(), session::opener(&asked.app));
    let settled = asked
        .change(&CHARTER, "redeem-invitation", move |tx, desk| acts::redeem(tx, desk, &link, &kept, joined.as_ref(), &opener));
    settled.await?.keep.ok_or_else(|| Error::fault("a redeemed link opened no session"))
}

/// A PIN as chosen: hard enough, and typed alike twice.
pub fn chosen(pin: &str, again: &str) -> Result<(), Error> {
    if !is_good_pin(pin) {
        return Err(Error::field("pin", "staff-pin-weak"));
    }
    if pin != again {
        return Err(Error::Invalid(vec![FieldError::new("again", "staff-pin-differs")]));
    }
    Ok(())
}
