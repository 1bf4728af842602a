//! Language, signing out, and leaving fast.

use kernel::language::Language;
use platform::error::Error;
use platform::session;
use platform::web::{Asked, Reply, language_cookie, no_session_cookie};

/// Changes the language on this device and comes back to the same page.
pub(super) async fn language(asked: Asked) -> Result<Reply, Error> {
    let chosen = Language::parse(asked.form.get("language")).ok_or_else(|| Error::field("language", "form-choose"))?;
    let back = asked.form.get("path");
    // Only a path of our own: an address elsewhere would make this a way to send people astray.
    let own = back.starts_with('/') && !back.starts_with("//") && !back.contains(['\\', '\r', '\n']);
    Ok(Reply::to(if own { back } else { "/" }).cookie(language_cookie(chosen)))
}

/// Ends the session here and on the server.
pub(super) async fn sign_out(asked: Asked) -> Result<Reply, Error> {
    end(&asked).await?;
    Ok(Reply::to("/").cookie(no_session_cookie(&asked.app)).forgetting())
}

/// As signing out, and on to somewhere else: someone is looking over the shoulder.
pub(super) async fn leave(asked: Asked) -> Result<Reply, Error> {
    end(&asked).await?;
    Ok(Reply::to("https://www.yr.no/").cookie(no_session_cookie(&asked.app)).forgetting())
}

async fn end(asked: &Asked) -> Result<(), Error> {
    match asked.ctx.actor.session.clone() {
        Some(session) => session::end(&asked.app, session, asked.ctx.now).await,
        None => Ok(()),
    }
}
