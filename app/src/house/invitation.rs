//! The first administrator's one-time link: looking at it shows a button, pressing it uses it up.

use askama::Template;
use kernel::id::AccountId;
use kernel::role::Role;
use platform::args;
use platform::error::Error;
use platform::frame::{Frame, Say};
use platform::session::{Holder, Life, hash, open, opener};
use platform::web::{Asked, Reply, session_cookie};

#[derive(Template)]
#[template(path = "house/pages/invitation.html")]
struct Invitation {
    frame: Frame,
    t: Say,
}

/// The button. It is the same for every link, so that looking says nothing about whether one is right.
pub(super) async fn show(asked: Asked) -> Result<Reply, Error> {
    let mut frame = asked.frame();
    frame.path = "/".into();
    Reply::page(&Invitation { frame, t: asked.say() })
}

/// Uses the link up and opens the session.
pub(super) async fn redeem(asked: Asked) -> Result<Reply, Error> {
    let link = hash(asked.param("opener"));
    let (session, now) = (opener(&asked.app), asked.ctx.now);
    let cookie = session_cookie(&asked.app, &session);
    let redeemed = asked.app.db().write(move |tx| {
        let used = tx.row(
            "UPDATE one_time_link SET used_at = $1
             WHERE link_hash = $2 AND used_at IS NULL AND until_at > $3
             RETURNING account_id",
            args![now, link.clone(), now],
        )?;
        let Some(row) = used else { return Err(Error::Refused("house-link-used")) };
        let account = row.parsed(0, AccountId::parse)?;
        Ok(open(tx, &session, &Holder::Account(account, Role::Admin), Life::Shift, now)?)
    });
    redeemed.await?;
    Ok(Reply::to("/i-dag").cookie(cookie))
}
