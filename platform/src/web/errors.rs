//! Failure: loud to us, calm to whoever meets it.

use askama::Template;

use super::reply::Reply;
use crate::app::App;
use crate::ctx::Ctx;
use crate::error::{ACCOUNT_CLOSED, Error, OPEN_AGAIN};
use crate::frame::{Frame, Say};

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    frame: Frame,
    t: Say,
    title: String,
    text: String,
    remedy: Option<String>,
    incident: Option<String>,
}

/// The page for an error that its own page could not show, with the status that fits.
pub(super) fn page(app: &App, ctx: &Ctx, path: &str, error: &Error) -> Reply {
    if matches!(error, Error::Refused(key) if *key == ACCOUNT_CLOSED) && path != OPEN_AGAIN {
        return Reply::to(OPEN_AGAIN);
    }
    let t = app.say(ctx.language);
    let (status, title, text, remedy) = words(&t, error);
    let incident = matches!(error, Error::Fault(_)).then(|| ctx.request.clone());
    if let Error::Fault(fault) = error {
        tracing::error!(incident = ctx.request, fault = %fault, "a fault was shown to someone");
    }
    let page = ErrorPage { frame: Frame::new(app, ctx, path), t, title, text, remedy, incident };
    Reply::page(&page).unwrap_or_else(|_| Reply::to("/")).status(status)
}

fn words(t: &Say, error: &Error) -> (u16, String, String, Option<String>) {
    match error {
        Error::Invalid(fields) => {
            let first = fields.first().map_or("form-unreadable", |field| field.key);
            let status = if first == "error-too-large" { 413 } else { 422 };
            (status, t.t("error-invalid-title"), t.t(first), None)
        }
        Error::Refused(key) if *key == "form-expired" => (409, t.t("error-old-form-title"), t.t("error-old-form"), None),
        Error::Refused(key) => {
            let remedy = format!("refusal-{key}-remedy");
            let remedy = t.has(&remedy).then(|| t.t(&remedy));
            (409, t.t("error-refused-title"), t.t(&format!("refusal-{key}")), remedy)
        }
        Error::Denied(_) => (403, t.t("error-denied-title"), t.t("error-denied"), None),
        Error::Missing => (404, t.t("error-missing-title"), t.t("error-missing"), None),
        Error::SignIn => (401, t.t("error-sign-in-title"), t.t("error-sign-in"), None),
        Error::Fault(_) => (500, t.t("error-fault-title"), t.t("error-fault"), None),
    }
}
