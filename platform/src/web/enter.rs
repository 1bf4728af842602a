//! Step 1: who asks, in which language, and whether the form was sent from one of our own pages.

use axum::http::{HeaderMap, header};
use kernel::language::Language;

use crate::app::App;
use crate::ctx::{Actor, Ctx};
use crate::error::Error;
use crate::session::{self, Device};

/// The session cookie's name; on https browsers hold it to this host.
#[must_use]
pub(crate) fn session_cookie_name(app: &App) -> &'static str {
    if app.config().is_https() { "__Host-varde" } else { "varde" }
}

pub(super) const LANGUAGE_COOKIE: &str = "sprak";

/// On a device that many use.
const SHARED_COOKIE: &str = "delt-skjerm";

/// Finds the asker and makes the request's context.
pub(super) async fn enter(app: &App, headers: &HeaderMap) -> Result<Ctx, Error> {
    let now = app.source().now();
    let actor = match cookie(headers, session_cookie_name(app)) {
        None => Actor::visitor(),
        Some(opener) => {
            let opener = opener.to_owned();
            app.db().read(move |tx| session::find(tx, &opener, now)).await?
        }
    };
    let mut ctx = Ctx::new(now, language(headers), actor, app.source().bytes());
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    ctx.device = agent.map_or(Device::Other, Device::of);
    ctx.shared_screen = cookie(headers, SHARED_COOKIE).is_some_and(|value| value == "1");
    Ok(ctx)
}

/// The cookie that makes a device a shared screen for two years, or an own one again: no personal data.
#[must_use]
pub fn shared_screen_cookie(shared: bool) -> String {
    let (value, age_s) = if shared { ("1", 63_072_000) } else { ("", 0) };
    format!("{SHARED_COOKIE}={value}; Path=/; Max-Age={age_s}; HttpOnly; SameSite=Lax")
}

fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = all.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.into_iter().find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// The language chosen before on this device, else the first one the browser asks for that we speak.
fn language(headers: &HeaderMap) -> Language {
    if let Some(chosen) = cookie(headers, LANGUAGE_COOKIE).and_then(Language::parse) {
        return chosen;
    }
    let asked = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let codes = asked.split(',').map(|part| part.trim().get(..2).unwrap_or("").to_ascii_lowercase());
    codes.into_iter().find_map(|code| if code == "no" { Some(Language::Nb) } else { Language::parse(&code) }).unwrap_or_default()
}

/// Whether a form was sent from a page of ours. Browsers say so themselves; what says nothing is left to the token.
pub(super) fn is_from_here(app: &App, headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if text("sec-fetch-site").is_some_and(|site| site != "same-origin" && site != "none") {
        return false;
    }
    let Some(origin) = text("origin") else { return true };
    let host = text("host").unwrap_or("");
    let of_origin = origin.split_once("://").map_or("", |(_, rest)| rest);
    origin == app.config().public_url || (!host.is_empty() && of_origin == host)
}

/// The cookie that opens a session: gone when the browser closes, out of reach for scripts and other sites.
#[must_use]
pub fn session_cookie(app: &App, opener: &str) -> String {
    let secure = if app.config().is_https() { "; Secure" } else { "" };
    format!("{}={opener}; Path=/; HttpOnly; SameSite=Lax{secure}", session_cookie_name(app))
}

/// The cookie that takes the session away.
#[must_use]
pub fn no_session_cookie(app: &App) -> String {
    format!("{}; Max-Age=0", session_cookie(app, ""))
}

/// The cookie that remembers the language for a year: no personal data.
#[must_use]
pub fn language_cookie(language: Language) -> String {
    format!("{LANGUAGE_COOKIE}={}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax", language.code())
}
