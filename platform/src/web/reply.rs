//! What goes back: a page or a way to one.

use askama::Template;
use axum::body::Body;
use axum::http::{HeaderValue, Response, StatusCode, header};

use crate::error::Error;

/// An answer on its way out.
#[derive(Debug)]
pub struct Reply {
    status: StatusCode,
    html: String,
    location: Option<String>,
    cookies: Vec<String>,
    clear: bool,
    file: Option<File>,
    then: Option<(i64, &'static str)>,
}

/// A file to be kept, not shown: it is not ours, so the browser is given no chance to run it here.
#[derive(Debug)]
struct File {
    mime: &'static str,
    name: String,
    bytes: Vec<u8>,
}

/// Draws a template: for panels.
///
/// # Errors
/// A fault when the template cannot be drawn.
pub fn html(template: &impl Template) -> Result<String, Error> {
    template.render().map_err(|_| Error::fault("a page could not be drawn"))
}

impl Reply {
    /// A page.
    ///
    /// # Errors
    /// A fault when the template cannot be drawn.
    pub fn page(template: &impl Template) -> Result<Reply, Error> {
        Ok(Reply { html: html(template)?, ..Reply::empty() })
    }

    /// A page with a form that may be shown once more: with the status that [`crate::frame::Again`] gives it then.
    ///
    /// # Errors
    /// A fault when the template cannot be drawn.
    pub fn page_again(template: &impl Template, status: Option<u16>) -> Result<Reply, Error> {
        Ok(Reply::page(template)?.status(status.unwrap_or(200)))
    }

    /// On to another page, by GET.
    #[must_use]
    pub fn to(path: impl Into<String>) -> Reply {
        Reply { status: StatusCode::SEE_OTHER, location: Some(path.into()), ..Reply::empty() }
    }

    const fn empty() -> Reply {
        Reply {
            status: StatusCode::OK,
            html: String::new(),
            location: None,
            cookies: Vec::new(),
            clear: false,
            file: None,
            then: None,
        }
    }

    /// A file to be kept under a name of ours: small letters, digits, `-` and `.`; other signs are left out.
    #[must_use]
    pub fn file(mime: &'static str, name: &str, bytes: Vec<u8>) -> Reply {
        let plain = |sign: &char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || matches!(sign, '-' | '.');
        Reply { file: Some(File { mime, name: name.chars().filter(plain).collect(), bytes }), ..Reply::empty() }
    }

    /// With another status: 422 for a form that came back.
    #[must_use]
    pub fn status(self, status: u16) -> Reply {
        Reply { status: StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), ..self }
    }

    /// With a cookie. The value is ours; nothing typed goes here.
    #[must_use]
    pub fn cookie(mut self, cookie: String) -> Reply {
        self.cookies.push(cookie);
        self
    }

    /// Asks the browser to forget what it has kept: signing out on a shared device.
    #[must_use]
    pub fn forgetting(self) -> Reply {
        Reply { clear: true, ..self }
    }

    /// Goes on to another page of ours by itself after so many seconds: a shared screen that nobody stands at.
    #[must_use]
    pub fn then(self, seconds: i64, path: &'static str) -> Reply {
        Reply { then: Some((seconds, path)), ..self }
    }

    /// The form is shown once more.
    pub(super) fn came_back(&self) -> bool {
        matches!(self.status, StatusCode::CONFLICT | StatusCode::UNPROCESSABLE_ENTITY)
    }

    pub(super) fn respond(self) -> Response<Body> {
        let (mime, kept_as, body) = match self.file {
            Some(file) => (file.mime, Some(format!("attachment; filename=\"{}\"", file.name)), Body::from(file.bytes)),
            None => ("text/html; charset=utf-8", None, Body::from(self.html)),
        };
        let mut response = Response::new(body);
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(mime));
        if let Some(kept_as) = kept_as.and_then(|kept_as| HeaderValue::from_str(&kept_as).ok()) {
            headers.insert(header::CONTENT_DISPOSITION, kept_as);
        }
        if let Some(location) = self.location.and_then(|path| HeaderValue::from_str(&path).ok()) {
            headers.insert(header::LOCATION, location);
        }
        for cookie in self.cookies {
            if let Ok(value) = HeaderValue::from_str(&cookie) {
                headers.append(header::SET_COOKIE, value);
            }
        }
        let then = self.then.and_then(|(seconds, path)| HeaderValue::from_str(&format!("{seconds};url={path}")).ok());
        if let Some(then) = then {
            headers.insert(header::REFRESH, then);
        }
        if self.clear {
            headers.insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
        }
        response
    }
}
